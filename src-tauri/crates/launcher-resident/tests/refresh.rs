//! Lists that are loaded by themselves, settings that reach beyond the launcher,
//! the report.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "tests may")]

mod support;

use jiff::SignedDuration;
use launcher_core::error::Code;
use launcher_core::intent::{Answer, Intent};
use launcher_core::settings::Settings;
use launcher_core::state::{AppState, Meetings};
use launcher_resident::Access;
use openmeetings_testserver::{DEMO_PASSWORD, Fault};
use support::{Running, TestHouse, now, soon};

fn is_ready(state: &AppState) -> bool {
    let mut lists = state.meetings.values();
    lists.len() > 0 && lists.all(|list| matches!(list, Meetings::Ready(_)))
}

fn trouble(state: &AppState) -> Option<Code> {
    state.meetings.values().find_map(|list| match list {
        Meetings::Stale { error, .. } => Some(error.code),
        Meetings::NotLoaded | Meetings::Loading { .. } | Meetings::Ready(_) => None,
    })
}

fn logins(house: &TestHouse) -> usize {
    let requests = house.server.requests();
    requests
        .iter()
        .filter(|seen| seen.path_and_query.contains("user/login"))
        .count()
}

/// A resident that finds a saved account when it starts. Its password is known
/// before anything is due.
async fn with_account(house: &TestHouse) -> Running {
    let running = house.resident().await;
    running.account(house, "anna").await;
    running
}

#[tokio::test]
async fn a_list_is_loaded_at_the_start_and_not_again_for_a_window_soon_after() {
    let house = TestHouse::new().await;
    let running = with_account(&house).await;
    running.until(is_ready).await;
    let before = logins(&house);
    let _window = house.window().await;
    house.clock.advance(SignedDuration::from_secs(30));
    let _ = running.local.ask(Intent::Look).await;
    assert_eq!(logins(&house), before);
}

#[tokio::test]
async fn a_window_that_comes_later_sees_a_fresh_list() {
    let house = TestHouse::new().await;
    let running = with_account(&house).await;
    running.until(is_ready).await;
    house.clock.advance(SignedDuration::from_mins(2));
    let later = house.clock.now();
    let _window = house.window().await;
    running
        .until(|state| {
            let lists = state.meetings.values();
            lists
                .filter_map(Meetings::loaded)
                .any(|loaded| loaded.loaded_at == later)
        })
        .await;
}

#[tokio::test]
async fn a_failure_is_tried_again_later_and_the_person_is_told_when() {
    let house = TestHouse::new().await;
    house.server.go_wrong(Fault::Reset, "", None);
    let running = with_account(&house).await;
    running.until(|state| trouble(state).is_some()).await;
    running.until(|state| !state.next_tries.is_empty()).await;
    let at = running
        .launcher()
        .read(|state| *state.next_tries.values().next().unwrap());
    let wait = at.duration_since(now());
    assert!(
        (54..=66).contains(&wait.as_secs()),
        "about a minute: {wait}"
    );
    house.server.heal();
    house.clock.advance(SignedDuration::from_mins(2));
    // The clock of the test is not the computer's: a window looks at it.
    let _window = house.window().await;
    running.until(is_ready).await;
    assert!(running.launcher().read(|state| state.next_tries.is_empty()));
}

#[tokio::test]
async fn what_only_the_person_can_mend_is_not_tried_again() {
    let house = TestHouse::new().await;
    let running = house.resident().await;
    running.server(&house, "anna");
    running
        .until(|state| trouble(state) == Some(Code::SecretMissing))
        .await;
    house.clock.advance(SignedDuration::from_hours(5));
    let _window = house.window().await;
    let _ = running.local.ask(Intent::Look).await;
    assert_eq!(logins(&house), 0);
    assert!(running.launcher().read(|state| state.next_tries.is_empty()));
}

#[tokio::test]
async fn starting_at_login_is_written_down_or_the_setting_stays() {
    let house = TestHouse::new().await;
    let running = house.resident().await;
    let window = house.window().await;
    let settings = Settings {
        start_at_login: true,
        ..Settings::default()
    };
    let change = Intent::ChangeSettings {
        settings: settings.clone(),
    };
    // Something is in the way of the folder.
    let folder = house.home.path().join("autostart");
    std::fs::write(&folder, "").unwrap();
    let error = soon(window.ask(change.clone())).await.unwrap_err();
    assert_eq!(error.code, Code::AutostartFailed.name());
    let kept = |running: &Running| {
        running
            .launcher()
            .read(|state| state.settings.start_at_login)
    };
    assert!(!kept(&running));
    std::fs::remove_file(&folder).unwrap();
    soon(window.ask(change)).await.unwrap();
    assert!(kept(&running));
    assert!(folder.join("openmeetings-launcher.desktop").exists());
}

#[tokio::test]
async fn the_report_names_nobody() {
    let house = TestHouse::new().await;
    let running = with_account(&house).await;
    running.until(is_ready).await;
    let window = Access::local(running.local.clone()).unwrap();
    let Answer::Text(report) = window.ask(Intent::Report).await.unwrap() else {
        panic!("no text")
    };
    assert!(report.contains("Server 1: OpenMeetings"), "{report}");
    assert!(report.contains("list ready"), "{report}");
    let home = house.home.path().display().to_string();
    for private in ["anna", "127.0.0.1", DEMO_PASSWORD, &home] {
        assert!(!report.contains(private), "{private} in {report}");
    }
}
