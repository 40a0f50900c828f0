//! A login that is ready when somebody may join, and none when nobody is near.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "tests may")]

mod support;

use jiff::SignedDuration;
use launcher_core::intent::{Answer, Intent};
use launcher_core::launcher::Warmth;
use launcher_core::settings::Settings;
use launcher_core::state::{AppState, Meetings, Tray};
use launcher_resident::Access;
use support::{Running, TestHouse, a_moment, next_window, soon};

fn logins(house: &TestHouse) -> usize {
    let requests = house.server.requests();
    let of_login = |path: &str| path.contains("user/login");
    requests
        .iter()
        .filter(|seen| of_login(&seen.path_and_query))
        .count()
}

/// A resident whose account makes keys and whose list is loaded.
async fn settled(house: &TestHouse) -> Running {
    let running = house.resident().await;
    running.account(house, "anna").await;
    let is_ready = |state: &AppState| {
        let mut lists = state.meetings.values();
        lists.any(|list| matches!(list, Meetings::Ready(_)))
    };
    running.until(is_ready).await;
    let settings = Settings {
        refresh_minutes: None,
        ..Settings::default()
    };
    let only_by_hand = Intent::ChangeSettings { settings };
    running.local.ask(only_by_hand).await.unwrap();
    running
}

async fn until(running: &Running, is: impl Fn(&Warmth) -> bool) {
    soon(async {
        while !is(&running.launcher().warmth()) {
            a_moment().await;
        }
    })
    .await;
}

async fn until_warm(running: &Running) {
    until(running, |warmth| matches!(warmth, Warmth::Warm { .. })).await;
}

/// Time goes by, and whoever waits for it looks at the clock.
async fn later(house: &TestHouse, running: &Running, minutes: i64) {
    house.clock.advance(SignedDuration::from_mins(minutes));
    for tray in [Tray::Shown, Tray::NoHost] {
        running.launcher().set_tray(tray);
        for _ in 0..10 {
            a_moment().await;
        }
    }
}

#[tokio::test]
async fn a_window_in_front_has_one_ready_and_a_click_spends_it() {
    let house = TestHouse::new().await;
    let running = settled(&house).await;
    let window = house.window().await;
    let before = logins(&house);
    window.ask(Intent::Focus { focused: true }).await.unwrap();
    until_warm(&running).await;
    assert_eq!(logins(&house), before + 1);
    join(&window).await;
    assert_eq!(logins(&house), before + 1);
    assert_eq!(house.opened().len(), 1);
    assert_eq!(running.launcher().warmth(), Warmth::Cold);
    // The next one is for whoever is still there after a minute.
    later(&house, &running, 1).await;
    until_warm(&running).await;
    assert_eq!(logins(&house), before + 2);
}

async fn join(window: &Access) {
    let join = Intent::JoinText {
        text: "2".into(),
        profile: None,
        choice: None,
    };
    let joined = soon(window.ask(join)).await.unwrap();
    assert!(matches!(joined, Answer::Joined(_)));
}

#[tokio::test]
async fn a_night_in_the_tray_makes_none() {
    let house = TestHouse::new().await;
    let running = settled(&house).await;
    // Past the meetings of the day.
    house.clock.advance(SignedDuration::from_hours(7));
    let before = logins(&house);
    for _ in 0..8 {
        later(&house, &running, 60).await;
    }
    assert_eq!(logins(&house), before);
    assert_eq!(running.launcher().warmth(), Warmth::Cold);
}

#[tokio::test]
async fn a_window_that_left_or_is_gone_is_near_nothing() {
    let house = TestHouse::new().await;
    let running = settled(&house).await;
    let window = house.window().await;
    let focus = |focused| Intent::Focus { focused };
    window.ask(focus(true)).await.unwrap();
    until_warm(&running).await;
    window.ask(focus(false)).await.unwrap();
    running.launcher().cool_down();
    let before = logins(&house);
    later(&house, &running, 2).await;
    assert_eq!(logins(&house), before);
    window.ask(focus(true)).await.unwrap();
    until_warm(&running).await;
    drop(window);
    let _next = next_window(&house).await;
    running.launcher().cool_down();
    later(&house, &running, 2).await;
    assert_eq!(logins(&house), before + 1);
}

#[tokio::test]
async fn one_that_is_not_spent_is_dropped_when_its_server_has_forgotten_it() {
    let house = TestHouse::new().await;
    let running = settled(&house).await;
    house.clock.advance(SignedDuration::from_hours(7));
    running.local.menu_opened();
    until_warm(&running).await;
    later(&house, &running, 20).await;
    assert_ne!(running.launcher().warmth(), Warmth::Cold);
    later(&house, &running, 10).await;
    until(&running, |warmth| *warmth == Warmth::Cold).await;
}

#[tokio::test]
async fn a_meeting_that_is_near_has_one_ready_for_its_click() {
    let house = TestHouse::new().await;
    let running = settled(&house).await;
    let before = logins(&house);
    // "Planning" begins in twenty minutes; it is near at some moment until two before.
    later(&house, &running, 18).await;
    until_warm(&running).await;
    assert_eq!(logins(&house), before + 1);
    running.local.ask(Intent::JoinNext).await.unwrap();
    assert_eq!(logins(&house), before + 1);
    assert_eq!(house.opened().len(), 1);
}

#[tokio::test]
async fn turning_it_off_drops_it() {
    let house = TestHouse::new().await;
    let running = settled(&house).await;
    running.local.menu_opened();
    until_warm(&running).await;
    let settings = Settings {
        login_ahead: false,
        ..Settings::default()
    };
    let off = Intent::ChangeSettings { settings };
    running.local.ask(off).await.unwrap();
    assert_eq!(running.launcher().warmth(), Warmth::Cold);
    let before = logins(&house);
    running.local.menu_opened();
    later(&house, &running, 2).await;
    assert_eq!(logins(&house), before);
}
