//! More of everything than anybody has: it stays right, and bounded.

#![expect(clippy::unwrap_used, reason = "a test may")]

mod support;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use launcher_core::error::Code;
use launcher_core::profile::ProfileDraft;
use launcher_core::state::Meetings;
use launcher_core::texts::Texts;
use launcher_core::tray_menu::{Entry, tray_menu};
use openmeetings_testserver::{Appointment, Member, Room, World};
use support::{TestLauncher, now, password, server};

const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);

/// One every ten minutes from now.
fn appointment(id: i64) -> Appointment {
    let start = now() + SignedDuration::from_mins(id * 10);
    Appointment {
        id,
        title: format!("Meeting {id}"),
        start,
        end: start + SignedDuration::from_mins(10),
        owner: 2,
        room: 2,
        inserted: Some(now()),
        members: vec![Member { id, user: 2 }],
        ..Appointment::default()
    }
}

async fn busy(change: impl FnOnce(&mut World)) -> TestLauncher {
    let mut world = World::demo(now());
    change(&mut world);
    let server = server().world(world).start().await.unwrap();
    TestLauncher::unhurried(server)
}

/// Lines of the menu, those of its parts included.
fn lines(entries: &[Entry]) -> usize {
    let of = |entry: &Entry| match entry {
        Entry::Submenu { items, .. } => 1 + items.len(),
        Entry::Item(_) | Entry::Separator => 1,
    };
    entries.iter().map(of).sum()
}

fn menu(test: &TestLauncher, at: Timestamp) -> usize {
    test.launcher
        .read(|state| lines(&tray_menu(state, at, &TimeZone::UTC, &Texts::english()).entries))
}

#[tokio::test]
async fn fifty_servers_with_two_hundred_meetings_each() {
    let test = busy(|world| world.appointments = (1..=200).map(appointment).collect()).await;
    let mut ids = Vec::new();
    for number in 0..50 {
        let draft = ProfileDraft {
            name: format!("Server {number}"),
            address: test.server.base_url(),
            login: "anna".to_owned(),
            ..ProfileDraft::default()
        };
        let id = test.launcher.add_profile(draft).unwrap().id;
        let keep = launcher_core::launcher::Keep::UntilQuit;
        let set = test.launcher.set_password(&id, password(), keep);
        set.await.unwrap();
        ids.push(id);
    }
    for id in &ids {
        let loaded = test.launcher.refresh_meetings(id, now(), WEEK).await;
        loaded.unwrap().unwrap();
    }
    let agenda = test.agenda();
    assert!(agenda.meetings.len() >= 50 * 200);
    let starts: Vec<_> = agenda
        .meetings
        .iter()
        .map(|meeting| &meeting.start)
        .collect();
    assert!(starts.is_sorted(), "in the order of time");
    assert!(menu(&test, now()) < 100, "a menu fits on a screen");

    let (again, said) = test.start_again();
    assert_eq!(said, []);
    let kept = again.read(launcher_core::view::agenda);
    assert_eq!(kept.meetings.len(), agenda.meetings.len(), "from the cache");
}

#[tokio::test]
async fn ten_thousand_rooms() {
    let test = busy(|world| {
        let rooms = (1000..11_000).map(|id| Room {
            id,
            name: format!("Room {id}"),
            is_public: true,
            ..Room::default()
        });
        world.rooms.extend(rooms);
    })
    .await;
    let profile = test.profile("anna").await;
    let loaded = test.launcher.refresh_meetings(&profile.id, now(), WEEK);
    loaded.await.unwrap().unwrap();
    assert!(test.agenda().rooms.len() >= 10_000);
    assert!(menu(&test, now()) < 100, "a menu fits on a screen");
}

#[tokio::test]
async fn a_calendar_larger_than_is_read_costs_nothing_that_was_there() {
    let test = busy(|_| {}).await;
    let profile = test.profile("anna").await;
    let refresh = async || {
        let refreshed = test.launcher.refresh_meetings(&profile.id, now(), WEEK);
        refreshed.await.unwrap()
    };
    let before = refresh().await.unwrap();
    // Over eight megabytes, as a hundred thousand would be.
    test.server
        .change(|world| world.appointments = (1..=12_000).map(appointment_now).collect());
    assert_eq!(refresh().await.unwrap_err().code, Code::AnswerUnreadable);
    test.launcher.read(|state| {
        let Some(Meetings::Stale { last, .. }) = state.meetings.get(&profile.id) else {
            panic!("{:?}", state.meetings);
        };
        assert_eq!(last.as_ref().unwrap().list, before.list);
    });
    test.server
        .change(|world| world.appointments = (1..=2_000).map(appointment_now).collect());
    assert!(refresh().await.unwrap().list.len() >= 2_000);
    test.assert_discreet();
}

/// All within a day.
fn appointment_now(id: i64) -> Appointment {
    let start = now() + SignedDuration::from_mins(id % 1440);
    Appointment {
        start,
        end: start + SignedDuration::from_mins(10),
        ..appointment(id)
    }
}
