//! Joining, by every route.

mod support;

use std::time::Duration;

use launcher_core::error::Code;
use launcher_core::join::{Asked, Destination, Route};
use launcher_core::launcher::Keep;
use launcher_core::profile::AccountRoute;
use launcher_core::secret::Password;
use launcher_core::state::Join;
use launcher_core::{JoinLink, RoomRef};
use openmeetings_testserver::{Delays, Fault};
use support::{TestLauncher, now, server};

fn room(profile: &launcher_core::profile::Profile, id: i64) -> Destination {
    Destination::Room {
        profile: profile.id.clone(),
        room: RoomRef::Id(id),
    }
}

#[tokio::test]
async fn each_key_has_its_own_login_and_no_join_link_is_fetched() {
    let test = TestLauncher::new().await;
    let profile = test.profile("anna").await;
    for times in 1..=2 {
        let joined = test
            .launcher
            .join(room(&profile, 2), now())
            .await
            .unwrap()
            .unwrap();
        assert_eq!(joined.route, Route::RoomHash);
        assert_eq!(test.count("user/login"), times);
        assert_eq!(test.count("user/hash"), times);
    }
    assert_eq!(test.count("/hash?secure"), 0);
    let opened = test.opened();
    assert_ne!(opened[0], opened[1]);
    assert!(opened[0].starts_with(&format!("{}hash?secure=", test.server.base_url())));
    test.assert_discreet();
}

#[tokio::test]
async fn an_ordinary_account_gets_the_room_page_and_is_not_asked_again() {
    let test = TestLauncher::new().await;
    let profile = test.profile("paul").await;
    let joined = test
        .launcher
        .join(room(&profile, 2), now())
        .await
        .unwrap()
        .unwrap();
    assert_eq!(joined.route, Route::RoomPage);
    assert_eq!(
        test.opened(),
        [format!("{}#room/2", test.server.base_url())]
    );
    let logins = test.count("user/login");
    let learned = test.launcher.read(|state| state.profiles[0].route);
    assert_eq!(learned, AccountRoute::RoomPage);
    test.launcher
        .join(room(&profile, 3), now())
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        test.count("user/login"),
        logins,
        "nothing on the way that need not be there"
    );
}

#[tokio::test]
async fn a_withdrawn_right_falls_back_to_the_page() {
    let test = TestLauncher::new().await;
    let profile = test.profile("anna").await;
    test.launcher
        .join(room(&profile, 2), now())
        .await
        .unwrap()
        .unwrap();
    test.server.change(|world| {
        for user in &mut world.users {
            user.rights
                .retain(|right| *right != openmeetings_testserver::Right::Soap);
        }
    });
    let joined = test
        .launcher
        .join(room(&profile, 2), now())
        .await
        .unwrap()
        .unwrap();
    assert_eq!(joined.route, Route::RoomPage);
}

#[tokio::test]
async fn invitations_are_opened_as_given_without_a_word_to_the_server() {
    let test = TestLauncher::new().await;
    test.profile("anna").await;
    let address = format!(
        "{}hash?invitation=167793f8-17e4&language=1&x=y",
        test.server.base_url()
    );
    let before = test.server.requests().len();
    let link = Destination::Link(JoinLink::parse(&address).unwrap());
    let joined = test.launcher.join(link, now()).await.unwrap().unwrap();
    assert_eq!(joined.route, Route::AsGiven);
    assert_eq!(test.opened(), [address]);
    assert_eq!(test.server.requests().len(), before);
    let state = test.launcher.read(|state| format!("{state:?}"));
    assert!(!state.contains("167793f8"), "{state}");
}

#[tokio::test]
async fn a_room_page_of_a_saved_server_is_entered_with_a_key() {
    let test = TestLauncher::new().await;
    test.profile("anna").await;
    // The server's own idea of its address, as mails carry it.
    let address = format!(
        "http://127.0.0.1:{}/other/#room/2",
        test.server.address().port()
    );
    let link = Destination::Link(JoinLink::parse(&address).unwrap());
    let joined = test.launcher.join(link, now()).await.unwrap().unwrap();
    assert_eq!(joined.route, Route::RoomHash);
    let elsewhere =
        Destination::Link(JoinLink::parse("https://elsewhere.example/#room/2").unwrap());
    let unasked = test.launcher.join(elsewhere.clone(), now()).await;
    assert_eq!(unasked.unwrap().unwrap_err().code, Code::LinkUnknownServer);
    let agreed = Asked::from(elsewhere).agreed();
    let joined = test.launcher.join(agreed, now()).await.unwrap().unwrap();
    assert_eq!((joined.route, joined.profile), (Route::RoomPage, None));
}

#[tokio::test]
async fn a_second_click_while_joining_is_ignored() {
    let slow = Delays {
        login: Duration::from_millis(200),
        ..Delays::none()
    };
    let test = TestLauncher::with(server().delays(slow).start().await.unwrap());
    let profile = test.profile("anna").await;
    let (first, second) = tokio::join!(
        test.launcher.join(room(&profile, 2), now()),
        test.launcher.join(room(&profile, 2), now())
    );
    assert!(first.unwrap().is_ok() && second.is_none());
    assert_eq!(test.opened().len(), 1);
}

#[tokio::test]
async fn failures_are_state_and_can_be_tried_again() {
    let test = TestLauncher::new().await;
    let profile = test.profile("anna").await;
    let code = |outcome: Option<Result<_, launcher_core::error::LauncherError>>| {
        outcome
            .unwrap()
            .map(|_: launcher_core::join::Joined| ())
            .unwrap_err()
            .code
    };
    assert_eq!(
        code(test.launcher.join(room(&profile, 4711), now()).await),
        Code::RoomUnknown
    );
    test.server.go_wrong(Fault::Hang, "user/login", Some(1));
    assert_eq!(
        code(test.launcher.join(room(&profile, 2), now()).await),
        Code::TimedOut
    );
    test.server
        .go_wrong(Fault::ProxyPage(503), "user/hash", Some(1));
    assert_eq!(
        code(test.launcher.join(room(&profile, 2), now()).await),
        Code::ServerFailed
    );
    let wrong = Password::new("wrong".to_owned());
    test.launcher
        .set_password(&profile.id, wrong, Keep::UntilQuit)
        .await
        .unwrap();
    let failed = test.launcher.join(room(&profile, 2), now()).await;
    assert_eq!(code(failed), Code::BadCredentials);
    test.launcher.read(|state| {
        assert!(
            matches!(&state.join, Join::Failed { error, .. } if error.code == Code::BadCredentials)
        );
    });
    assert!(test.opened().is_empty());
    test.launcher
        .set_password(&profile.id, support::password(), Keep::UntilQuit)
        .await
        .unwrap();
    assert!(
        test.launcher
            .join(room(&profile, 2), now())
            .await
            .unwrap()
            .is_ok()
    );
    test.assert_discreet();
}

#[tokio::test]
async fn an_abandoned_join_does_not_stay_on_screen() {
    let test = TestLauncher::new().await;
    let profile = test.profile("anna").await;
    test.server.go_wrong(Fault::Hang, "user/login", None);
    let gone = tokio::time::timeout(
        Duration::from_millis(50),
        test.launcher.join(room(&profile, 2), now()),
    )
    .await;
    assert!(gone.is_err());
    test.launcher.read(|state| {
        assert!(
            matches!(&state.join, Join::Failed { error, .. } if error.code == Code::Interrupted)
        );
    });
}
