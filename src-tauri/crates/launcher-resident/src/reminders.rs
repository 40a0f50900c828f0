//! Reminds of meetings in time, once each, until they are answered.

mod answer;
pub(crate) mod auto_join;
pub(crate) mod floating;
mod note;
pub(crate) mod preflight;

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use launcher_core::meeting::upcoming::{Upcoming, upcoming};
use launcher_core::reminder::Reminder;
use launcher_core::reminder::plan::{Known, MOST_AT_ONCE, Plan, plan};
use launcher_core::state::{AppState, Join};

use crate::alarm;
use crate::local::Local;
use crate::notes::About;

/// What began this long ago needs no mark that it was reminded of.
const FORGOTTEN_AFTER: SignedDuration = SignedDuration::from_hours(24);

/// When the reminders that were snoozed come again, by the keys of their rows.
#[derive(Debug, Default)]
pub(crate) struct Snoozed {
    again: Mutex<BTreeMap<String, Timestamp>>,
}

impl Snoozed {
    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, Timestamp>> {
        self.again.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Works for as long as it is awaited. Nothing is awake when nothing is due.
pub(crate) async fn remind(local: &Local) -> Infallible {
    let mut states = local.launcher().subscribe();
    // What went on when the resident began, the person knows of, or has missed.
    let began = local.now();
    loop {
        let now = local.now();
        let again = local.launcher().keep_up(now);
        // Before the look: what changes after it is seen by the next one.
        states.mark_unchanged();
        let plan = local
            .launcher()
            .read(|state| of_state(state, local, began, now));
        let wake = plan.wake.into_iter().chain(again).min();
        carry_out(local, plan, now);
        tokio::select! {
            Ok(()) = states.changed() => {}
            () = alarm::until(wake, local.clock()) => {}
        }
    }
}

fn of_state(state: &AppState, local: &Local, began: Timestamp, now: Timestamp) -> Plan {
    // A countdown to a join is not taken back by age.
    let active = state.reminders.iter();
    let active: BTreeSet<String> = active
        .filter(|reminder| reminder.joins_at.is_none())
        .map(key)
        .collect();
    let known = Known {
        began,
        reminded: &state.memory.reminded,
        active: &active,
        snoozed: &local.snoozed().lock(),
        joined: joined(state),
    };
    plan(&upcoming(state), state.settings.remind_minutes, &known, now)
}

fn carry_out(local: &Local, plan: Plan, now: Timestamp) {
    if plan.due.is_empty() && plan.over.is_empty() {
        return;
    }
    remember(local, &plan.due, now);
    let begun: Vec<Reminder> = plan.due.into_iter().map(Reminder::of).collect();
    local.launcher().change_reminders(|active| {
        active.retain(|reminder| !plan.over.contains(&reminder.meeting.key));
        active.extend(begun.iter().cloned());
    });
    for key in plan.over {
        local.notes().take_back(About::Meeting(key));
    }
    show(local, &begun, now);
}

fn show(local: &Local, begun: &[Reminder], now: Timestamp) {
    let texts = local.texts();
    if begun.len() > MOST_AT_ONCE {
        tracing::info!(meetings = begun.len(), "reminded of many meetings");
        local.notes().show(note::of_many(begun.len(), &texts));
        return;
    }
    for reminder in begun {
        tracing::info!("reminded of a meeting");
        let note = note::of_meeting(reminder, &texts, &TimeZone::system(), now);
        local.notes().show(note);
    }
}

/// Written down before it is shown: another process is not to do it again.
fn remember(local: &Local, due: &[Upcoming], now: Timestamp) {
    let mut snoozed = local.snoozed().lock();
    for meeting in due {
        snoozed.remove(&meeting.key);
    }
    drop(snoozed);
    local.keep(|memory| {
        memory.reminded.retain(|key| !is_forgotten(key, now));
        memory
            .reminded
            .extend(due.iter().map(|meeting| meeting.key.clone()));
    });
}

/// Keys end in the second of the start.
fn is_forgotten(key: &str, now: Timestamp) -> bool {
    let start = key
        .rsplit('/')
        .next()
        .and_then(|second| second.parse().ok());
    let start = start.and_then(|second| Timestamp::from_second(second).ok());
    start.is_none_or(|start| now.duration_since(start) > FORGOTTEN_AFTER)
}

fn key(reminder: &Reminder) -> String {
    reminder.meeting.key.clone()
}

/// The row that was joined, which needs no reminder any more.
fn joined(state: &AppState) -> Option<&str> {
    match &state.join {
        Join::Opened { subject, .. } => subject.key.as_deref(),
        Join::Idle | Join::Preparing { .. } | Join::Failed { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_began_long_ago_is_forgotten() {
        let now = Timestamp::from_second(1_800_000_000).unwrap();
        assert!(!is_forgotten("p1/appointment/4/1800000300", now));
        assert!(!is_forgotten("invited/x/1799990000", now));
        assert!(is_forgotten("invited/x/1799900000", now));
        assert!(is_forgotten("of a build that is gone", now));
    }
}
