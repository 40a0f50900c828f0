//! A login made ahead: what it spares, and when there is none.

#![allow(clippy::unwrap_used, reason = "tests may")]

mod support;

use jiff::{SignedDuration, Timestamp};
use launcher_core::RoomRef;
use launcher_core::error::Code;
use launcher_core::intent::{Intent, Keep};
use launcher_core::join::{Asked, Destination, Route};
use launcher_core::launcher::Warmth;
use launcher_core::profile::{AccountRoute, Profile};
use launcher_core::reminder::Preflight;
use launcher_core::secret::Password;
use launcher_core::settings::Settings;
use launcher_core::state::{AppState, Join};
use openmeetings_testserver::{Fault, Right};
use support::{TestLauncher, now, password, server};

fn room(profile: &Profile) -> Asked {
    Asked::from(Destination::Room {
        profile: profile.id.clone(),
        room: RoomRef::Id(2),
    })
}

impl TestLauncher {
    /// With an account that makes keys, and a login of it ahead.
    async fn warm() -> (Self, Profile) {
        let test = Self::new().await;
        let profile = test.profile("anna").await;
        test.launcher.warm_up(&profile.id, now()).await.unwrap();
        assert_eq!(test.launcher.warmth(), warm(&profile, now()));
        assert_eq!(test.count("user/login"), 1);
        (test, profile)
    }

    async fn join(&self, profile: &Profile) -> Route {
        let joined = self.launcher.join(room(profile), now()).await;
        joined.unwrap().unwrap().route
    }
}

fn warm(profile: &Profile, seen: Timestamp) -> Warmth {
    Warmth::Warm {
        profile: profile.id.clone(),
        seen,
    }
}

#[tokio::test]
async fn a_click_spends_it_and_asks_for_nothing_but_the_key() {
    let (test, profile) = TestLauncher::warm().await;
    let before = test.server.requests().len();
    assert_eq!(test.join(&profile).await, Route::RoomHash);
    let asked: Vec<String> = test.server.requests()[before..]
        .iter()
        .map(|seen| seen.path_and_query.split('?').next().unwrap().to_owned())
        .collect();
    assert_eq!(asked.len(), 2, "{asked:?}");
    assert_eq!(test.count("user/login"), 1);
    assert_eq!(test.count("user/hash"), 1);
    assert_eq!(test.launcher.warmth(), Warmth::Cold);
    test.assert_discreet();
}

#[tokio::test]
async fn no_login_makes_two_keys() {
    let (test, profile) = TestLauncher::warm().await;
    test.join(&profile).await;
    test.join(&profile).await;
    assert_eq!(test.count("user/login"), 2);
    let sids: std::collections::BTreeSet<String> = test
        .server
        .requests()
        .iter()
        .filter(|seen| seen.path_and_query.contains("user/hash"))
        .map(|seen| seen.path_and_query.clone())
        .collect();
    assert_eq!(sids.len(), 2);
}

#[tokio::test]
async fn a_dead_one_is_made_anew_once_and_silently() {
    let (test, profile) = TestLauncher::warm().await;
    test.server.forget_sessions();
    assert_eq!(test.join(&profile).await, Route::RoomHash);
    assert_eq!(test.count("user/login"), 2);
    let route = test.launcher.read(|state| state.profiles[0].route);
    assert_eq!(route, AccountRoute::RoomHash);
}

#[tokio::test]
async fn a_right_that_is_gone_is_believed_after_one_fresh_login() {
    let (test, profile) = TestLauncher::warm().await;
    test.server.change(|world| {
        for user in &mut world.users {
            user.rights.retain(|right| *right != Right::Soap);
        }
    });
    assert_eq!(test.join(&profile).await, Route::RoomPage);
    assert_eq!(test.count("user/login"), 2);
}

#[tokio::test]
async fn a_click_waits_for_the_one_that_is_on_its_way() {
    let test = TestLauncher::new().await;
    let profile = test.profile("anna").await;
    let (_, route) = tokio::join!(
        test.launcher.warm_up(&profile.id, now()),
        test.join(&profile)
    );
    assert_eq!(route, Route::RoomHash);
    assert_eq!(test.count("user/login"), 1);
}

#[tokio::test]
async fn a_refused_one_answers_the_click_that_waited_and_is_not_tried_again() {
    let test = TestLauncher::new().await;
    let profile = test.profile("anna").await;
    let wrong = Password::new("wrong-from-the-start".to_owned());
    let set = test
        .launcher
        .set_password(&profile.id, wrong, Keep::InKeychain);
    set.await.unwrap();
    let (_, joined) = tokio::join!(
        test.launcher.warm_up(&profile.id, now()),
        test.launcher.join(room(&profile), now())
    );
    assert_eq!(joined.unwrap().unwrap_err().code, Code::BadCredentials);
    assert_eq!(test.count("user/login"), 1);
    // Silent attempts end here; the person's own do not.
    for _ in 0..3 {
        let silent = test.launcher.warm_up(&profile.id, now()).await;
        assert_eq!(silent.unwrap_err().code, Code::BadCredentials);
    }
    assert_eq!(test.count("user/login"), 1);
    let set = test
        .launcher
        .set_password(&profile.id, password(), Keep::InKeychain);
    set.await.unwrap();
    assert_eq!(test.join(&profile).await, Route::RoomHash);
}

#[tokio::test]
async fn who_gives_up_waiting_for_one_does_not_wait_for_it_again() {
    let test = TestLauncher::unhurried(server().start().await.unwrap());
    let profile = test.profile("anna").await;
    test.server.go_wrong(Fault::Hang, "user/login", Some(1));
    let clicks = async {
        while test.count("user/login") == 0 {
            tokio::task::yield_now().await;
        }
        let waits = test.launcher.join(room(&profile), now());
        let gives_up = async {
            let preparing = |state: &AppState| matches!(state.join, Join::Preparing { .. });
            test.until(preparing).await;
            test.launcher.cancel_join();
        };
        let (waited, ()) = tokio::join!(waits, gives_up);
        assert_eq!(waited.unwrap().unwrap_err().code, Code::Interrupted);
        test.join(&profile).await
    };
    tokio::select! {
        _ = test.launcher.warm_up(&profile.id, now()) => panic!("it hangs"),
        route = clicks => assert_eq!(route, Route::RoomHash),
    }
}

#[tokio::test]
async fn one_that_could_not_be_made_is_no_trouble_for_a_later_click() {
    let test = TestLauncher::new().await;
    let profile = test.profile("anna").await;
    test.server.go_wrong(Fault::Hang, "user/login", Some(1));
    let failed = test.launcher.warm_up(&profile.id, now()).await;
    assert_eq!(failed.unwrap_err().code, Code::TimedOut);
    assert_eq!(test.launcher.warmth(), Warmth::Cold);
    assert_eq!(test.join(&profile).await, Route::RoomHash);
}

#[tokio::test]
async fn servers_that_would_log_the_password_get_none() {
    let test = TestLauncher::with(server().version("8.1.0").start().await.unwrap());
    let profile = test.profile("anna").await;
    test.launcher.warm_up(&profile.id, now()).await.unwrap();
    assert_eq!(test.count("user/login"), 0);
    assert_eq!(test.launcher.warmth(), Warmth::Cold);
}

#[tokio::test]
async fn accounts_that_make_no_keys_get_one_at_most() {
    let test = TestLauncher::new().await;
    let profile = test.profile("paul").await;
    for _ in 0..3 {
        test.launcher.warm_up(&profile.id, now()).await.unwrap();
        assert_eq!(test.launcher.warmth(), Warmth::Cold);
    }
    assert_eq!(test.count("user/login"), 1, "then it is known");
    assert_eq!(test.launcher.login_of(&room(&profile)), None);
    assert_eq!(test.launcher.any_login(), None);
}

#[tokio::test]
async fn whoever_turns_it_off_gets_none() {
    let test = TestLauncher::new().await;
    let profile = test.profile("anna").await;
    let settings = Settings {
        login_ahead: false,
        ..Settings::default()
    };
    let off = Intent::ChangeSettings { settings };
    test.perform(off).await.unwrap();
    test.launcher.warm_up(&profile.id, now()).await.unwrap();
    assert_eq!(test.count("user/login"), 0);
}

#[tokio::test]
async fn whatever_changes_the_server_or_its_password_drops_it() {
    let (test, profile) = TestLauncher::warm().await;
    test.launcher
        .set_password(&profile.id, password(), Keep::InKeychain)
        .await
        .unwrap();
    assert_eq!(test.launcher.warmth(), Warmth::Cold);

    test.launcher.warm_up(&profile.id, now()).await.unwrap();
    let mut draft = test.draft("anna");
    draft.name = "Another name".to_owned();
    let change = Intent::ChangeServer {
        id: profile.id.clone(),
        draft: Box::new(draft),
    };
    test.perform(change).await.unwrap();
    assert_eq!(test.launcher.warmth(), Warmth::Cold);

    test.launcher.warm_up(&profile.id, now()).await.unwrap();
    let remove = Intent::RemoveServer {
        id: profile.id.clone(),
    };
    test.perform(remove).await.unwrap();
    assert_eq!(test.launcher.warmth(), Warmth::Cold);
}

#[tokio::test]
async fn what_is_learned_by_the_way_is_no_change() {
    let test = TestLauncher::new().await;
    let profile = test.profile("anna").await;
    assert_eq!(profile.login_method, None);
    test.launcher.warm_up(&profile.id, now()).await.unwrap();
    let known = test.launcher.read(|state| state.profiles[0].clone());
    assert_ne!(known.login_method, None, "its version is asked for no more");
    assert_eq!(known.route, AccountRoute::RoomHash);
    assert_eq!(test.launcher.warmth(), warm(&profile, now()));
}

#[tokio::test]
async fn one_for_another_server_takes_its_place() {
    let test = TestLauncher::new().await;
    let profile = test.profile("anna").await;
    let other = test.profile("soap-only").await;
    for one in [&profile, &other, &profile] {
        test.launcher.warm_up(&one.id, now()).await.unwrap();
        assert_eq!(test.launcher.warmth(), warm(one, now()));
    }
    assert_eq!(test.count("user/login"), 3);
}

#[tokio::test]
async fn it_is_shown_to_the_server_and_dropped_when_that_has_forgotten_it() {
    let (test, profile) = TestLauncher::warm().await;
    let later = now() + SignedDuration::from_mins(25);
    test.launcher.keep_warm(later).await;
    assert_eq!(test.launcher.warmth(), warm(&profile, later));
    assert_eq!(test.count("user/login"), 1);
    test.server.forget_sessions();
    test.launcher.keep_warm(later).await;
    assert_eq!(test.launcher.warmth(), Warmth::Cold);
}

#[tokio::test]
async fn one_that_is_dropped_while_it_is_made_is_not_left_behind() {
    let test = TestLauncher::new().await;
    let profile = test.profile("anna").await;
    let mut making = Box::pin(test.launcher.warm_up(&profile.id, now()));
    let begun = async {
        while test.launcher.warmth() == Warmth::Cold {
            tokio::task::yield_now().await;
        }
    };
    tokio::select! {
        biased;
        _ = &mut making => panic!("it takes longer"),
        () = begun => {}
    }
    test.launcher.cool_down();
    making.await.unwrap();
    assert_eq!(test.launcher.warmth(), Warmth::Cold);
    let making = test.launcher.warm_up(&profile.id, now());
    drop(making);
    assert_eq!(test.launcher.warmth(), Warmth::Cold);
}

#[tokio::test]
async fn a_look_ahead_takes_no_login_of_its_own_and_leaves_it() {
    let (test, profile) = TestLauncher::warm().await;
    let refresh = Intent::Refresh {
        profile: Some(profile.id.clone()),
    };
    test.perform(refresh).await.unwrap();
    let key = test.launcher.read(|state| {
        let all = launcher_core::meeting::upcoming::upcoming(state);
        let mut with_room = all
            .iter()
            .filter(|one| one.has_room && one.profile.is_some());
        with_room.next().unwrap().key.clone()
    });
    let logins = test.count("user/login");
    assert!(!matches!(
        test.launcher.preflight(&key, now()).await,
        Preflight::Red(_)
    ));
    assert_eq!(test.count("user/login"), logins);
    assert_eq!(test.launcher.warmth(), warm(&profile, now()));
    // Without one, its own becomes it.
    test.launcher.cool_down();
    let _ = test.launcher.preflight(&key, now()).await;
    assert_eq!(test.count("user/login"), logins + 1);
    assert_eq!(test.launcher.warmth(), warm(&profile, now()));
    assert_eq!(test.join(&profile).await, Route::RoomHash);
    assert_eq!(test.count("user/login"), logins + 1);
}
