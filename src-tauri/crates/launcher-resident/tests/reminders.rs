//! Reminders of a resident whose clock the test sets.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "tests may")]

mod support;

use jiff::SignedDuration;
use launcher_core::intent::{Answer, Intent, ReminderAnswer};
use launcher_core::meeting::upcoming::upcoming;
use launcher_core::reminder::Preflight;
use launcher_core::state::{AppState, Meetings};
use openmeetings_testserver::Fault;
use support::{Running, TestHouse, soon};

const PLANNING: &str = "Planning: spring release";

fn is_ready(state: &AppState) -> bool {
    let mut lists = state.meetings.values();
    lists.len() > 0 && lists.all(|list| matches!(list, Meetings::Ready(_)))
}

fn reminded_of(state: &AppState, title: &str) -> bool {
    let mut reminders = state.reminders.iter();
    reminders.any(|reminder| reminder.meeting.title == title)
}

async fn with_account(house: &TestHouse) -> Running {
    let running = house.resident().await;
    running.account(house, "anna").await;
    running.until(is_ready).await;
    running
}

/// The clock of the test is not the computer's: a change makes it looked at.
async fn later(house: &TestHouse, running: &Running, minutes: i64) {
    house.clock.advance(SignedDuration::from_mins(minutes));
    let refresh = Intent::Refresh { profile: None };
    soon(running.local.ask(refresh)).await.unwrap();
}

async fn answer(running: &Running, answer: ReminderAnswer) {
    let key = running
        .launcher()
        .read(|state| state.reminders[0].meeting.key.clone());
    let answer = Intent::AnswerReminder { key, answer };
    soon(running.local.ask(answer)).await.unwrap();
}

#[tokio::test]
async fn a_meeting_is_reminded_of_in_time_and_joined_from_there() {
    let house = TestHouse::new().await;
    let running = with_account(&house).await;
    later(&house, &running, 14).await;
    assert!(
        !running
            .launcher()
            .read(|state| reminded_of(state, PLANNING))
    );
    later(&house, &running, 1).await;
    running.until(|state| reminded_of(state, PLANNING)).await;
    answer(&running, ReminderAnswer::Join).await;
    assert_eq!(house.opened().len(), 1);
    assert!(running.launcher().read(|state| state.reminders.is_empty()));
}

#[tokio::test]
async fn of_two_reminders_that_are_joined_at_once_none_is_lost() {
    let house = TestHouse::new().await;
    let running = with_account(&house).await;
    let join = |title: &str| {
        let key = running.launcher().read(|state| {
            let mut all = upcoming(state).into_iter();
            all.find(|meeting| meeting.title == title).unwrap().key
        });
        let answer = ReminderAnswer::Join;
        running.local.ask(Intent::AnswerReminder { key, answer })
    };
    let (first, second) = tokio::join!(join(PLANNING), join("1:1 with Paul"));
    for joined in [first, second] {
        assert!(matches!(joined, Ok(Answer::Joined(_))), "{joined:?}");
    }
    assert_eq!(house.opened().len(), 2);
}

#[tokio::test]
async fn a_snoozed_reminder_comes_again_and_a_dismissed_one_does_not() {
    let house = TestHouse::new().await;
    let running = with_account(&house).await;
    later(&house, &running, 15).await;
    running.until(|state| reminded_of(state, PLANNING)).await;
    answer(&running, ReminderAnswer::Snooze).await;
    assert!(running.launcher().read(|state| state.reminders.is_empty()));
    later(&house, &running, 5).await;
    running.until(|state| reminded_of(state, PLANNING)).await;
    answer(&running, ReminderAnswer::Dismiss).await;
    later(&house, &running, 1).await;
    assert!(running.launcher().read(|state| state.reminders.is_empty()));
}

#[tokio::test]
async fn a_restart_does_not_remind_twice() {
    let house = TestHouse::new().await;
    let running = with_account(&house).await;
    later(&house, &running, 15).await;
    running.until(|state| reminded_of(state, PLANNING)).await;
    running.kill().await;
    let again = house
        .try_resident_when_free(launcher_resident::Build::this())
        .await;
    let known = |state: &AppState| !state.memory.reminded.is_empty();
    again.until(known).await;
    later(&house, &again, 1).await;
    assert!(again.launcher().read(|state| state.reminders.is_empty()));
}

fn preflight(state: &AppState) -> Option<&Preflight> {
    state.reminders.first().map(|reminder| &reminder.preflight)
}

#[tokio::test]
async fn two_minutes_before_it_is_known_whether_joining_works() {
    let house = TestHouse::new().await;
    let running = with_account(&house).await;
    later(&house, &running, 15).await;
    running.until(|state| reminded_of(state, PLANNING)).await;
    later(&house, &running, 2).await;
    running.until(is_ready).await;
    assert_eq!(
        running.launcher().read(|state| preflight(state).cloned()),
        Some(Preflight::Unknown)
    );
    later(&house, &running, 1).await;
    let is_green = |state: &AppState| preflight(state) == Some(&Preflight::Green);
    running.until(is_green).await;
    assert_eq!(house.opened(), [""; 0]);
}

#[tokio::test]
async fn a_server_that_comes_back_turns_the_reminder_green() {
    let house = TestHouse::new().await;
    let running = with_account(&house).await;
    later(&house, &running, 15).await;
    running.until(|state| reminded_of(state, PLANNING)).await;
    house.server.go_wrong(Fault::ProxyPage(503), "", None);
    later(&house, &running, 3).await;
    let is_red = |state: &AppState| matches!(preflight(state), Some(Preflight::Red(_)));
    running.until(is_red).await;
    house.server.heal();
    later(&house, &running, 1).await;
    let is_green = |state: &AppState| preflight(state) == Some(&Preflight::Green);
    running.until(is_green).await;
}
