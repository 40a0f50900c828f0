//! What a refresh costs a server and this computer.

mod support;

use jiff::{SignedDuration, Timestamp};
use launcher_core::intent::Intent;
use launcher_core::meeting::reach::Reach;
use launcher_core::meeting::refresh::Ask;
use launcher_core::state::{Loaded, Meetings};
use openmeetings_testserver::{Appointment, Fault, Member, World};
use support::{TestLauncher, now, server};

/// The paths asked for so far, without what lets in.
fn asked(test: &TestLauncher) -> Vec<String> {
    let requests = test.server.requests().into_iter();
    let path = |path: String| path.split('?').next().unwrap_or_default().to_owned();
    requests.map(|seen| path(seen.path_and_query)).collect()
}

async fn asked_for(test: &TestLauncher, path: &str) {
    while test.count(path) == 0 {
        tokio::task::yield_now().await;
    }
}

fn in_days(days: i64) -> Timestamp {
    now() + SignedDuration::from_hours(days * 24)
}

/// A server with a meeting of Anna's after each of so many days.
async fn with_meetings_in(days: &[i64]) -> TestLauncher {
    let mut world = World::demo(now());
    world.appointments = days
        .iter()
        .zip(100..)
        .map(|(days, id)| Appointment {
            id,
            title: format!("In {days} days"),
            start: in_days(*days),
            end: in_days(*days) + SignedDuration::from_mins(30),
            owner: 2,
            room: 2,
            inserted: Some(now()),
            members: vec![Member { id, user: 2 }],
            ..Appointment::default()
        })
        .collect();
    TestLauncher::unhurried(server().world(world).start().await.unwrap())
}

fn titles(test: &TestLauncher) -> Vec<String> {
    let meetings = test.agenda().meetings.into_iter();
    meetings.map(|meeting| meeting.title).collect()
}

async fn refresh(test: &TestLauncher, login: &str, at: Timestamp, ask: Ask) -> Loaded {
    let id = test.launcher.read(|state| {
        let mut profiles = state.profiles.iter();
        let profile = profiles.find(|profile| profile.name == login);
        profile.unwrap().id.clone()
    });
    let loaded = test.launcher.refresh_part(&id, at, ask).await;
    loaded.unwrap().unwrap()
}

#[tokio::test]
async fn a_refresh_of_the_background_is_a_login_and_a_calendar() {
    let test = TestLauncher::new().await;
    test.saved("anna").await;
    let ahead = Reach::Near.ahead();
    refresh(&test, "Work", now(), Ask::everything(ahead)).await;
    let rooms = test.agenda().rooms.len();
    assert!(rooms > 0);
    let before = asked(&test).len();
    refresh(&test, "Work", in_days(1), Ask::appointments(ahead)).await;
    let asked = asked(&test).split_off(before);
    assert_eq!(asked.len(), 2, "{asked:?}");
    assert!(asked[0].ends_with("user/login"), "{asked:?}");
    assert!(asked[1].contains("calendar/"), "{asked:?}");
    assert_eq!(
        test.agenda().rooms.len(),
        rooms,
        "those that are known stay"
    );
}

#[tokio::test]
async fn a_refresh_asks_one_thing_at_a_time() {
    let test = TestLauncher::unhurried(server().start().await.unwrap());
    test.profile("anna").await;
    test.server.go_wrong(Fault::Hang, "calendar", None);
    let ask = Ask::everything(Reach::Near.ahead());
    tokio::select! {
        _ = refresh(&test, "anna", now(), ask) => panic!("the calendar hangs"),
        () = asked_for(&test, "calendar") => {}
    }
    assert_eq!(test.count("room/public"), 0);
    test.server.heal();
    refresh(&test, "anna", now(), ask).await;
    assert_eq!(test.count("room/public"), 3);
}

#[tokio::test]
async fn two_accounts_of_a_server_wait_for_each_other_and_a_join_for_neither() {
    let test = TestLauncher::unhurried(server().start().await.unwrap());
    test.profile("anna").await;
    test.profile("paul").await;
    test.launcher.refresh(None, now()).await.unwrap();
    let key = test.agenda().rooms.into_iter().find(|room| !room.closed);
    let before = test.count("user/login");
    test.server.go_wrong(Fault::Hang, "calendar", None);
    let launcher = test.launcher.clone();
    let refreshing = tokio::spawn(async move { launcher.refresh(None, in_days(0)).await });
    let is_hanging = || {
        let (logins, calendars) = (test.count("user/login"), test.count("calendar"));
        logins > before && calendars > 2
    };
    while !is_hanging() {
        tokio::task::yield_now().await;
    }
    let join = Intent::Join {
        key: key.unwrap().key,
    };
    test.perform(join).await.unwrap();
    assert_eq!(test.opened().len(), 1);
    assert_eq!(
        test.count("user/login"),
        before + 2,
        "one for a list, one for the join"
    );
    let loading = |list: &Meetings| matches!(list, Meetings::Loading { .. });
    test.launcher
        .read(|state| assert!(state.meetings.values().all(loading)));
    refreshing.abort();
}

#[tokio::test]
async fn a_list_that_is_the_same_is_neither_drawn_nor_written_again() {
    let test = TestLauncher::new().await;
    test.profile("anna").await;
    let file = test.folder.path().join("lists.json");
    let ask = Ask::everything(Reach::Near.ahead());
    refresh(&test, "anna", now(), ask).await;
    let drawn = test.agenda().revision;
    let written = std::fs::read(&file).unwrap();
    let later = now() + SignedDuration::from_mins(5);
    refresh(&test, "anna", later, ask).await;
    assert_eq!(test.agenda().revision, drawn);
    assert_eq!(std::fs::read(&file).unwrap(), written);

    test.launcher.write_lists();
    let (again, _) = test.start_again();
    let loaded_at = again.read(|state| {
        let mut lists = state.meetings.values();
        lists
            .find_map(Meetings::loaded)
            .map(|loaded| loaded.loaded_at)
    });
    assert_eq!(loaded_at, Some(later), "the end writes down how old it is");
}

#[tokio::test]
async fn later_meetings_are_shown_step_by_step_until_the_window_goes() {
    let test = with_meetings_in(&[1, 9, 20, 50]).await;
    test.profile("anna").await;
    test.launcher.refresh(None, now()).await.unwrap();
    let all = ["In 1 days", "In 9 days", "In 20 days", "In 50 days"];
    assert_eq!(titles(&test), all[..1]);
    for shown in 2..=4 {
        assert!(test.view().has_later);
        test.perform(Intent::ShowLater).await.unwrap();
        assert_eq!(titles(&test), all[..shown]);
    }
    assert!(!test.view().has_later);

    test.launcher.show_near();
    test.server.change(|world| {
        world
            .appointments
            .retain(|one| one.title != "In 1 days" && one.title != "In 9 days");
    });
    test.launcher.refresh(None, now()).await.unwrap();
    assert_eq!(
        titles(&test),
        all[1..],
        "what lies beyond stays as it is known"
    );
    test.perform(Intent::ShowLater).await.unwrap();
    assert_eq!(titles(&test), all[2..], "until a refresh covers it");
}

#[tokio::test]
async fn who_asks_for_later_meetings_in_vain_asks_for_the_same_again() {
    let test = with_meetings_in(&[9, 20]).await;
    test.profile("anna").await;
    test.launcher.refresh(None, now()).await.unwrap();
    test.server.go_wrong(Fault::Reset, "calendar", Some(1));
    test.perform(Intent::ShowLater).await.unwrap();
    assert!(titles(&test).is_empty());
    test.perform(Intent::ShowLater).await.unwrap();
    assert_eq!(titles(&test), ["In 9 days"]);
}
