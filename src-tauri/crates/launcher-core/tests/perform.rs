//! What a viewer asks for, as the window does: joining by row and by text,
//! settings, what a text means.

#![allow(clippy::unwrap_used, reason = "tests may")]

mod support;

use launcher_core::error::Code;
use launcher_core::intent::{Answer, Copy, Intent, LinkAnswer};
use launcher_core::profile::ProfileDraft;
use launcher_core::settings::{Settings, Theme};
use launcher_core::state::Join;
use launcher_core::texts::Texts;
use launcher_core::view::{self, JoinView, ListView, Understood, Way};
use openmeetings_testserver::Fault;
use support::{TestLauncher, now};

#[tokio::test]
async fn a_row_is_joined_remembered_and_joined_again_with_a_fresh_key() {
    let test = TestLauncher::new().await;
    test.saved("anna").await;
    let room = test
        .agenda()
        .rooms
        .into_iter()
        .find(|room| !room.closed)
        .unwrap();
    assert_eq!(room.way, Way::RoomHash);
    let join = Intent::Join {
        key: room.key.clone(),
    };
    assert!(matches!(
        test.perform(join).await.unwrap(),
        Answer::Joined(_)
    ));
    let JoinView::Opened {
        key,
        works_once,
        target,
        ..
    } = test.view().join
    else {
        panic!("not opened")
    };
    assert_eq!(
        (key.as_deref(), works_once),
        (Some(room.key.as_str()), true)
    );
    assert_eq!(target, room.name);
    let joined = test
        .agenda()
        .rooms
        .into_iter()
        .find(|again| again.key == room.key);
    assert_eq!(joined.unwrap().last_joined, Some(now().as_millisecond()));
    test.perform(Intent::JoinAgain).await.unwrap();
    let opened = test.opened();
    assert_eq!(opened.len(), 2);
    assert_ne!(opened[0], opened[1], "each has a key of its own");
    let copied = test
        .launcher
        .text_to_copy(&Copy::JoinLink, &Texts::english())
        .unwrap();
    assert!(copied.is_sensitive);
    test.perform(Intent::JoinByPage).await.unwrap();
    assert!(test.opened()[2].contains("#room/"));
    test.perform(Intent::CloseJoin).await.unwrap();
    assert_eq!(test.view().join, JoinView::Idle);
    test.assert_discreet();
}

#[tokio::test]
async fn a_join_that_waits_can_be_cancelled_and_opens_nothing() {
    let test = TestLauncher::new().await;
    test.saved("anna").await;
    test.server.go_wrong(Fault::Hang, "user/login", None);
    let key = test.agenda().rooms[0].key.clone();
    let joining = test.perform(Intent::Join { key });
    let cancelling = async {
        test.until(|state| matches!(state.join, Join::Preparing { .. }))
            .await;
        test.perform(Intent::CancelJoin).await.unwrap();
    };
    let (joined, ()) = tokio::join!(joining, cancelling);
    assert_eq!(joined.unwrap_err().code, Code::Interrupted);
    assert_eq!(test.view().join, JoinView::Idle);
    assert!(test.opened().is_empty());
}

#[tokio::test]
async fn lists_and_settings_are_there_at_the_next_start() {
    let test = TestLauncher::new().await;
    test.saved("anna").await;
    let settings = Settings {
        theme: Theme::Dark,
        ..Settings::default()
    };
    let change = Intent::ChangeSettings {
        settings: settings.clone(),
    };
    test.perform(change).await.unwrap();
    let before = test.agenda();
    let (again, said) = test.start_again();
    assert_eq!(said, []);
    let agenda = again.read(view::agenda);
    assert_eq!(
        (agenda.meetings, agenda.rooms),
        (before.meetings, before.rooms)
    );
    let view = again.read(|state| view::view(state, &Texts::english()));
    assert_eq!(view.settings, settings);
    assert!(matches!(view.profiles[0].list, ListView::Ready { .. }));
}

#[tokio::test]
async fn a_text_is_understood_before_anything_is_done() {
    let test = TestLauncher::new().await;
    test.profile("anna").await;
    let understood = |text: &str| test.launcher.understand(text, &Texts::english());
    let base = test.server.base_url();
    assert_eq!(understood("  "), Understood::Nothing);
    assert_eq!(understood("weekly"), Understood::Search);
    assert!(matches!(understood("12"), Understood::Room { profiles, .. } if profiles.len() == 1));
    let page = understood(&format!("{base}#room/5"));
    assert!(
        matches!(
            &page,
            Understood::Link {
                profile: Some(_),
                way: Some(Way::RoomHash),
                ..
            }
        ),
        "{page:?}"
    );
    let mail = format!("Dear all,\njoin at\n{base}#room/5\nBye");
    assert!(matches!(understood(&mail), Understood::Link { room: Some(room), .. } if room == "5"));
    assert!(matches!(
        understood(&base),
        Understood::Server {
            profile: Some(_),
            ..
        }
    ));
    assert!(matches!(
        understood("meet.example.org"),
        Understood::Server { profile: None, .. }
    ));
    assert!(matches!(
        understood("https://h/om/#room/"),
        Understood::Refused { .. }
    ));
    let ics = include_str!("../../../../tests/fixtures/ics/request-guest.ics");
    let Understood::Invitation { meetings } = understood(ics) else {
        panic!("no invitation")
    };
    assert_eq!(meetings.len(), 1);
    assert!(meetings[0].host.is_some());
    assert!(
        test.server
            .requests()
            .iter()
            .all(|seen| !seen.path_and_query.contains("hash"))
    );
}

#[tokio::test]
async fn an_invitation_is_joined_as_it_is_without_any_server() {
    let test = TestLauncher::new().await;
    let invitation = include_str!("../../../../tests/fixtures/ics/request-guest.ics").to_owned();
    let join = Intent::JoinText {
        text: invitation,
        profile: None,
        choice: None,
    };
    test.perform(join).await.unwrap();
    assert!(test.opened()[0].contains("hash?invitation="));
    assert_eq!(test.server.requests().len(), 0, "the link is not fetched");
    test.assert_discreet();
}

#[tokio::test]
async fn a_name_that_no_list_knows_is_not_asked_of_servers_without_an_account() {
    let test = TestLauncher::new().await;
    test.profile("anna").await;
    let without = ProfileDraft {
        name: "Guests".into(),
        ..test.draft("")
    };
    test.launcher.add_profile(without).unwrap();
    let join = Intent::JoinText {
        text: "Standpu".to_owned(),
        profile: None,
        choice: None,
    };
    let error = test.perform(join).await.unwrap_err();
    assert_eq!(error.code, Code::MeetingUnknown);
}

#[tokio::test]
async fn a_link_to_an_unknown_server_is_a_question_with_answers() {
    let test = TestLauncher::new().await;
    let link = Intent::JoinText {
        text: "openmeetings://meet.example.org/room/5".to_owned(),
        profile: None,
        choice: None,
    };
    assert_eq!(test.perform(link.clone()).await.unwrap(), Answer::Done);
    let question = test.view().question.unwrap();
    assert_eq!(question.server, "meet.example.org");
    let answer = |answer| test.answer(answer);
    test.perform(answer(LinkAnswer::Dismiss)).await.unwrap();
    assert_eq!(test.view().question, None);
    assert!(test.opened().is_empty());
    test.perform(link).await.unwrap();
    test.perform(answer(LinkAnswer::JoinAsGiven)).await.unwrap();
    assert_eq!(test.opened(), ["https://meet.example.org/#room/5"]);
}

#[tokio::test]
async fn changes_of_what_is_kept_at_the_same_time_lose_nothing() {
    let test = TestLauncher::new().await;
    let threads: Vec<_> = (0..8)
        .map(|thread| {
            let launcher = test.launcher.clone();
            std::thread::spawn(move || {
                for number in 0..25 {
                    let key = format!("{thread}/{number}");
                    let change = launcher.say_once(|memory| {
                        memory.reminded.insert(key);
                    });
                    change.unwrap();
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    let kept = test.launcher.read(|state| state.memory.reminded.len());
    assert_eq!(kept, 200);
}
