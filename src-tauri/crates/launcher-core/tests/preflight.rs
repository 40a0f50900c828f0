//! The look ahead at a meeting, against the real answers of servers.

#![expect(clippy::unwrap_used, reason = "a test may")]

mod support;

use launcher_core::error::Code;
use launcher_core::intent::{Intent, Keep};
use launcher_core::meeting::upcoming::upcoming;
use launcher_core::profile::{AccountRoute, Profile};
use launcher_core::reminder::{Caution, Preflight};
use launcher_core::secret::Password;
use openmeetings_testserver::{Fault, TlsCertificate};
use support::{TestLauncher, now, server};

const LOGIN: &str = "user/login";

/// The row of the agenda with this title.
fn row(test: &TestLauncher, title: &str) -> String {
    let all = test.launcher.read(upcoming);
    all.into_iter().find(|one| one.title == title).unwrap().key
}

async fn listed(test: &TestLauncher, login: &str) -> Profile {
    let profile = test.profile(login).await;
    test.launcher
        .refresh_meetings(&profile.id, now(), jiff::SignedDuration::from_hours(24))
        .await
        .unwrap()
        .unwrap();
    profile
}

async fn look(test: &TestLauncher, title: &str) -> Preflight {
    let key = row(test, title);
    let found = test.launcher.preflight(&key, now()).await;
    assert_eq!(test.opened(), [""; 0]);
    test.assert_discreet();
    found
}

fn code(found: &Preflight) -> Option<Code> {
    match found {
        Preflight::Red(error) => Some(error.code),
        Preflight::Unknown | Preflight::Running | Preflight::Green | Preflight::Yellow(_) => None,
    }
}

/// Of the demo world: 20 minutes from now, in room 5.
const MEETING: &str = "Planning: spring release";

const ROOM: i64 = 5;

/// Remembers an invitation with this link, and gives the key of its row.
async fn invited(test: &TestLauncher, link: &str) -> String {
    let content = format!(
        "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1b2c6e52\r\n\
         DTSTART:20261123T110000Z\r\nDURATION:PT1H\r\nSUMMARY:Invited\r\n\
         DESCRIPTION:{link}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    );
    let intent = Intent::Remember {
        text: content,
        choice: None,
    };
    test.perform(intent).await.unwrap();
    row(test, "Invited")
}

#[tokio::test]
async fn a_good_meeting_is_green_after_one_login_and_makes_no_key() {
    let test = TestLauncher::new().await;
    let profile = listed(&test, "anna").await;
    let before = test.count(LOGIN);
    assert_eq!(look(&test, MEETING).await, Preflight::Green);
    assert_eq!(test.count(LOGIN), before + 1);
    assert_eq!(test.count("user/hash"), 0);
    let route = test
        .launcher
        .read(|state| state.profile(&profile.id).unwrap().route);
    assert_eq!(route, AccountRoute::RoomHash);
}

#[tokio::test]
async fn without_the_right_the_browser_will_ask() {
    let test = TestLauncher::new().await;
    listed(&test, "paul").await;
    let all = test.launcher.read(upcoming);
    let found = test.launcher.preflight(&all[0].key, now()).await;
    assert_eq!(found, Preflight::Yellow(Caution::SignsInInBrowser));
}

#[tokio::test]
async fn a_room_that_is_closed_or_full_is_said() {
    let test = TestLauncher::new().await;
    listed(&test, "anna").await;
    let change = |capacity: i64, present: Vec<i64>, closed: bool| {
        test.server.change(|world| {
            let room = world.rooms.iter_mut().find(|one| one.id == ROOM).unwrap();
            room.capacity = capacity;
            room.present = present;
            room.closed = closed;
        });
    };
    change(2, vec![1, 2], false);
    assert_eq!(
        look(&test, MEETING).await,
        Preflight::Yellow(Caution::RoomFull)
    );
    change(3, vec![1, 2], false);
    assert_eq!(look(&test, MEETING).await, Preflight::Green);
    change(3, vec![1, 2], true);
    assert_eq!(code(&look(&test, MEETING).await), Some(Code::RoomClosed));
    test.server
        .change(|world| world.rooms.retain(|one| one.id != ROOM));
    assert_eq!(code(&look(&test, MEETING).await), Some(Code::RoomUnknown));
}

#[tokio::test]
async fn a_refused_login_is_not_tried_again() {
    let test = TestLauncher::new().await;
    let profile = listed(&test, "anna").await;
    let wrong = Password::new("not-the-password".to_owned());
    test.launcher
        .set_password(&profile.id, wrong, Keep::InKeychain)
        .await
        .unwrap();
    assert_eq!(
        code(&look(&test, MEETING).await),
        Some(Code::BadCredentials)
    );

    // The list is still there, and says what is wrong.
    let before = test.count(LOGIN);
    assert_eq!(
        code(&look(&test, MEETING).await),
        Some(Code::BadCredentials)
    );
    assert_eq!(test.count(LOGIN), before);
}

#[tokio::test]
async fn a_server_before_9_gets_no_password_for_a_look() {
    let test = TestLauncher::with(server().version("8.1.0").start().await.unwrap());
    listed(&test, "anna").await;
    let before = test.count(LOGIN);
    let found = look(&test, MEETING).await;
    assert_eq!(found, Preflight::Yellow(Caution::SignsInInBrowser));
    assert_eq!(test.count(LOGIN), before);
    test.server.go_wrong(Fault::Html, "info/version", None);
    let found = look(&test, MEETING).await;
    assert_eq!(code(&found), Some(Code::NotOpenMeetings));
    assert!(found.may_pass());
}

#[tokio::test]
async fn what_fails_on_the_way_says_so_and_passes_when_it_is_over() {
    let test = TestLauncher::new().await;
    listed(&test, "anna").await;
    for (fault, expected) in [
        (Fault::Hang, Code::TimedOut),
        (Fault::ProxyPage(503), Code::ServerFailed),
    ] {
        test.server.go_wrong(fault, LOGIN, None);
        let found = look(&test, MEETING).await;
        assert_eq!(code(&found), Some(expected));
        assert!(found.may_pass());
        test.server.heal();
    }
    assert_eq!(look(&test, MEETING).await, Preflight::Green);
}

#[tokio::test]
async fn a_bad_certificate_is_red_and_gets_no_password() {
    let expired = TlsCertificate::expired(&["localhost"]).unwrap();
    let expired = server().tls(expired).start().await.unwrap();
    let test = TestLauncher::with(expired);
    let profile = test.profile("anna").await;
    let key = invited(&test, &format!("{}#room/{ROOM}", profile.base_url)).await;
    let found = test.launcher.preflight(&key, now()).await;
    assert_eq!(code(&found), Some(Code::CertificateExpired));
    assert!(!found.may_pass());
    assert_eq!(test.count(LOGIN), 0);
}

#[tokio::test]
async fn an_invitation_is_never_fetched_and_a_guest_needs_no_account() {
    let test = TestLauncher::new().await;
    let hash = test.server.invite(ROOM, "guest@example.org");
    let base = test.server.base_url();
    let key = invited(&test, &format!("{base}hash?invitation={hash}&language=1")).await;
    assert_eq!(test.launcher.preflight(&key, now()).await, Preflight::Green);
    let asked: Vec<String> = test
        .server
        .requests()
        .into_iter()
        .map(|seen| seen.path_and_query)
        .collect();
    assert_eq!(asked, ["/openmeetings/services/info/version"]);
}
