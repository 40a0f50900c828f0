//! Residents that end, and those that take over: killed ones, older and newer
//! builds.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "tests may")]

mod support;

use launcher_core::error::Code;
use launcher_core::intent::{Answer, Intent};
use launcher_core::settings::{Language, Settings};
use launcher_resident::{Access, Build, Connection, Exit, Place, Start};
use openmeetings_testserver::Delays;
use std::time::Duration;
use support::{TestHouse, build, server, soon};

fn join() -> Intent {
    Intent::JoinText {
        text: "2".into(),
        profile: None,
        choice: None,
    }
}

async fn connected(access: &Access) {
    let mut connection = access.connection();
    let connected = connection.wait_for(|now| *now == Connection::Connected);
    soon(connected).await.unwrap();
}

async fn not_connected(access: &Access) {
    let mut connection = access.connection();
    let lost = connection.wait_for(|now| *now != Connection::Connected);
    soon(lost).await.unwrap();
}

#[tokio::test]
async fn the_view_is_back_after_the_resident_was_lost() {
    let house = TestHouse::new().await;
    let running = house.resident().await;
    running.account(&house, "anna").await;
    let window = house.window().await;
    let mut views = window.views();
    let before = views.view.borrow_and_update().revision;
    running.kill().await;
    not_connected(&window).await;
    assert_eq!(views.view.borrow().profiles.len(), 1, "still to be read");
    let running = house.resident().await;
    connected(&window).await;
    let seen = views.view.borrow_and_update().clone();
    assert_eq!(seen.profiles[0].name, "anna");
    assert!(seen.revision > before, "viewers pass over what seems older");
    let Answer::Everything(everything) = soon(window.ask(Intent::Look)).await.unwrap() else {
        panic!("not everything")
    };
    assert!(everything.view.revision >= seen.revision);
    drop(running);
}

#[tokio::test]
async fn what_was_asked_of_a_lost_resident_fails_with_a_sentence() {
    let slow = Delays {
        login: Duration::from_mins(1),
        ..Delays::none()
    };
    let house = TestHouse::with(server().delays(slow).start().await.unwrap());
    let running = house.resident().await;
    running.account(&house, "anna").await;
    let window = house.window().await;
    let asked = tokio::spawn({
        let window = window.clone();
        async move { window.ask(join()).await }
    });
    running
        .until(|state| matches!(state.join, launcher_core::state::Join::Preparing { .. }))
        .await;
    running.kill().await;
    let error = soon(asked).await.unwrap().unwrap_err();
    assert_eq!(error.code, Code::ResidentGone.name());
    assert!(!error.message.is_empty() && !error.hint.is_empty());
    let error = soon(window.ask(Intent::Look)).await.unwrap_err();
    assert_eq!(error.code, Code::ResidentGone.name());
}

#[tokio::test]
async fn a_program_that_cannot_be_started_is_said() {
    let house = TestHouse::new().await;
    for program in ["/nonexistent/openmeetings", "/bin/false"] {
        let start = Start {
            program: program.into(),
            argument: "tray",
            ..house.start(Build::this())
        };
        let error = soon(Access::connect_or_start(start)).await.unwrap_err();
        assert_eq!(error.code, Code::ResidentFailed.name(), "{program}");
    }
}

#[tokio::test]
async fn an_older_resident_makes_room_for_a_newer_window() {
    let house = TestHouse::new().await;
    let old = house.resident_of(build("0.1.0")).await;
    old.account(&house, "anna").await;
    let old_window = house.window_of(build("0.1.0")).await;
    let newer = house.start(build("0.2.0"));
    let opening = tokio::spawn(async move { Access::connect_or_start(newer).await });
    let new = house.try_resident_when_free(build("0.2.0")).await;
    assert_eq!(old.ended().await, Exit::HandOver);
    not_connected(&old_window).await;
    drop(old_window);
    assert!(soon(opening).await.unwrap().is_ok());
    // The password that was only in memory went with it.
    soon(new.local.ask(join())).await.unwrap();
    assert_eq!(house.opened().len(), 1);
}

#[tokio::test]
async fn a_newer_resident_replaces_an_older_one_and_not_the_other_way_round() {
    let house = TestHouse::new().await;
    let old = house.resident_of(build("1.0.0")).await;
    let id = old.account(&house, "anna").await;
    assert!(house.try_resident_of(build("0.9.0")).await.is_none());
    assert!(house.try_resident_of(build("1.0.0")).await.is_none());
    let new = house.resident_of(build("1.0.1-rc.1")).await;
    assert_eq!(old.ended().await, Exit::HandOver);
    let kept = new.launcher().passwords_until_quit().await;
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].0, id);
}

#[tokio::test]
async fn a_window_older_than_the_resident_is_told_so() {
    let house = TestHouse::new().await;
    let _running = house.resident_of(build("2.0.0")).await;
    let error = Access::connect_or_start(house.start(build("1.9.9"))).await;
    assert_eq!(error.unwrap_err().code, Code::NewerRunning.name());
    assert!(
        Access::connect(&house.place(), &build("1.9.9"))
            .await
            .is_none(),
        "the command line works without"
    );
}

#[tokio::test]
async fn a_hand_over_finishes_the_join_that_goes_on() {
    let house = TestHouse::new().await;
    let old = house.resident_of(build("0.1.0")).await;
    old.account(&house, "anna").await;
    let local = old.local.clone();
    let joining = tokio::spawn(async move { local.ask(join()).await });
    old.until(|state| !matches!(state.join, launcher_core::state::Join::Idle))
        .await;
    let _new = house.resident_of(build("0.2.0")).await;
    assert!(matches!(
        soon(joining).await.unwrap().unwrap(),
        Answer::Joined(_)
    ));
}

#[tokio::test]
async fn without_a_resident_the_command_line_hears_so_at_once() {
    let house = TestHouse::new().await;
    assert!(
        Access::connect(&house.place(), &Build::this())
            .await
            .is_none()
    );
    let nowhere = Place::in_folder("/nonexistent/run");
    assert!(Access::connect(&nowhere, &Build::this()).await.is_none());
}

#[tokio::test]
async fn sentences_are_in_the_language_of_the_person() {
    let house = TestHouse::new().await;
    let running = house.resident().await;
    let window = house.window().await;
    let settings = Settings {
        language: Language::De,
        ..Settings::default()
    };
    soon(window.ask(Intent::ChangeSettings { settings }))
        .await
        .unwrap();
    assert_eq!(window.views().view.borrow().language, "de");
    running.kill().await;
    let error = soon(window.ask(Intent::Look)).await.unwrap_err();
    assert!(
        error.message.starts_with("Der Hintergrundteil"),
        "{error:?}"
    );
}
