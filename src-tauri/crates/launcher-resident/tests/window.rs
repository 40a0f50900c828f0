//! The window: what it sees, what outlives it, and that there is one.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "tests may")]

mod support;

use launcher_core::error::{Code, LauncherError};
use launcher_core::intent::{Answer, Intent, Keep};
use launcher_core::profile::ProfileDraft;
use launcher_core::state::Join;
use launcher_core::view::JoinView;
use launcher_resident::{Access, Build, Connection, Exit, Opened, Resident};
use support::{TestHouse, assert_served, inhabited, next_window, password, soon};

#[tokio::test]
async fn a_window_sees_the_state_and_every_change_of_it() {
    let (house, running, window) = inhabited().await;
    let mut views = window.views();
    assert!(views.view.borrow().profiles.is_empty());
    running.account(&house, "anna").await;
    let seen = views.view.wait_for(|view| view.profiles.len() == 1);
    assert_eq!(soon(seen).await.unwrap().profiles[0].name, "anna");
    window.ask(Intent::Refresh { profile: None }).await.unwrap();
    let listed = views.agenda.wait_for(|agenda| !agenda.rooms.is_empty());
    let rooms = soon(listed).await.unwrap().rooms.len();
    let Answer::Everything(everything) = window.ask(Intent::Look).await.unwrap() else {
        panic!("not everything")
    };
    assert_eq!(everything.agenda.rooms.len(), rooms);
}

#[tokio::test]
async fn an_answer_comes_after_the_view_it_speaks_of() {
    let (house, running, window) = inhabited().await;
    let id = running.account(&house, "anna").await;
    let join = Intent::JoinText {
        text: "2".into(),
        profile: Some(id),
        choice: None,
    };
    let views = window.views();
    assert!(matches!(
        soon(window.ask(join)).await.unwrap(),
        Answer::Joined(_)
    ));
    assert!(matches!(views.view.borrow().join, JoinView::Opened { .. }));
    assert_eq!(house.opened().len(), 1);
}

#[tokio::test]
async fn a_password_until_i_quit_survives_the_window() {
    let (house, running, window) = inhabited().await;
    let check = Intent::CheckServer {
        address: house.server.base_url(),
        name: None,
    };
    window.ask(check).await.unwrap();
    window.hold_password(password()).await.unwrap();
    let login = "anna".to_owned();
    window.ask(Intent::CheckAccount { login }).await.unwrap();
    let draft = ProfileDraft {
        name: "Work".into(),
        address: house.server.base_url(),
        login: "anna".into(),
        ..ProfileDraft::default()
    };
    let save = Intent::SaveServer {
        draft: Box::new(draft),
        keep: Keep::UntilQuit,
    };
    window.ask(save).await.unwrap();
    drop(window);
    let window = soon(next_window(&house)).await;
    let join = Intent::JoinText {
        text: "2".into(),
        profile: None,
        choice: None,
    };
    soon(window.ask(join)).await.unwrap();
    assert_eq!(house.opened().len(), 1);
    drop(running);
}

#[tokio::test]
async fn a_second_window_brings_the_first_to_the_front() {
    let (house, _running, first) = inhabited().await;
    let mut present = first.present();
    let second = Access::connect_or_start(house.start(Build::this())).await;
    assert!(matches!(second.unwrap(), Opened::AlreadyOpen));
    soon(present.changed()).await.unwrap();
    drop(first);
    soon(next_window(&house)).await;
}

#[tokio::test]
async fn the_window_in_the_process_of_the_resident_is_a_window_too() {
    let house = TestHouse::new().await;
    let running = house.resident().await;
    let window = Access::local(running.local.clone()).unwrap();
    assert!(Access::local(running.local.clone()).is_none());
    let mut present = window.present();
    present.mark_unchanged();
    let second = Access::connect_or_start(house.start(Build::this())).await;
    assert!(matches!(second.unwrap(), Opened::AlreadyOpen));
    soon(present.changed()).await.unwrap();
    let mut views = window.views();
    running.account(&house, "anna").await;
    soon(views.view.wait_for(|view| view.profiles.len() == 1))
        .await
        .unwrap();
    assert_served(&window).await;
    // Its process goes on until the resident in it has finished.
    assert!(window.is_here());
    window.ask(Intent::Quit).await.unwrap();
    assert_eq!(running.ended().await, Exit::Quit);
    assert_eq!(*window.connection().borrow(), Connection::Connected);
}

#[tokio::test]
async fn quitting_ends_everything_and_leaves_no_door() {
    let (house, running, window) = inhabited().await;
    let mut connection = window.connection();
    assert_eq!(window.ask(Intent::Quit).await.unwrap(), Answer::Done);
    let ended = connection.wait_for(|now| *now == Connection::Ended);
    soon(ended).await.unwrap();
    assert_eq!(running.ended().await, Exit::Quit);
    assert!(!house.folder().join("door").exists());
    assert!(window.ask(Intent::Look).await.is_err(), "and nothing hangs");
}

#[tokio::test]
async fn a_join_that_goes_on_is_finished_before_the_end() {
    let (house, running, window) = inhabited().await;
    let id = running.account(&house, "anna").await;
    let join = Intent::JoinText {
        text: "2".into(),
        profile: Some(id),
        choice: None,
    };
    let joining = tokio::spawn({
        let window = window.clone();
        async move { window.ask(join).await }
    });
    running
        .until(|state| !matches!(state.join, Join::Idle))
        .await;
    window.ask(Intent::Quit).await.unwrap();
    assert!(matches!(
        soon(joining).await.unwrap().unwrap(),
        Answer::Joined(_)
    ));
    assert_eq!(running.ended().await, Exit::Quit);
    assert_eq!(house.opened().len(), 1);
}

#[tokio::test]
async fn what_went_wrong_at_the_start_is_told_to_the_window() {
    let house = TestHouse::new().await;
    let mut options = house.options(Build::this());
    let start = options.start;
    options.start = Box::new(|toolkit| {
        let mut surroundings = start(toolkit)?;
        let said = LauncherError::new(Code::SettingsDamaged).about("path", "there");
        surroundings.said.push(said);
        Ok(surroundings)
    });
    let resident = Resident::become_it(options).await.unwrap().unwrap();
    let running = tokio::spawn(resident.run());
    let window = house.window().await;
    assert_served(&window).await;
    // Also to one that listens later than it was said.
    let notice = soon(window.notices().recv()).await.unwrap();
    assert!(notice.text.contains("there"), "{notice:?}");
    running.abort();
}
