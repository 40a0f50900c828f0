//! Looks ahead at the meetings on screen: whether joining will work is known
//! before the click, and said in the reminder.

use std::collections::BTreeMap;
use std::convert::Infallible;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use launcher_core::reminder::{Preflight, Reminder};
use tokio::task::JoinSet;

use super::{key, note};
use crate::alarm;
use crate::local::Local;

/// Late enough to hold until the start, early enough to do something about it.
const AHEAD: SignedDuration = SignedDuration::from_mins(2);

/// What may pass by itself is looked at again after this, until the start.
const AGAIN: SignedDuration = SignedDuration::from_secs(30);

/// When each meeting was looked at, by the key of its row.
type Looked = BTreeMap<String, Timestamp>;

/// What is to be done.
#[derive(Debug, Default, PartialEq, Eq)]
struct Plan {
    due: Vec<String>,
    wake: Option<Timestamp>,
}

/// Works for as long as it is awaited. Nothing is awake when nothing is due.
pub(crate) async fn look_ahead(local: &Local) -> Infallible {
    let mut states = local.launcher().subscribe();
    let mut looked = Looked::new();
    let mut running = JoinSet::new();
    loop {
        states.mark_unchanged();
        let now = local.now();
        let plan = local.launcher().read(|state| {
            looked.retain(|known, _| state.reminders.iter().any(|one| one.meeting.key == *known));
            plan(&state.reminders, &looked, now)
        });
        for key in plan.due {
            looked.insert(key.clone(), now);
            say(local, &key, Preflight::Running);
            let local = local.clone();
            running.spawn(async move { look(&local, &key).await });
        }
        tokio::select! {
            Ok(()) = states.changed() => {}
            Some(_) = running.join_next() => {}
            () = alarm::until(plan.wake, local.clock()) => {}
        }
    }
}

fn plan(reminders: &[Reminder], looked: &Looked, now: Timestamp) -> Plan {
    let mut plan = Plan::default();
    for reminder in reminders {
        match due_at(reminder, looked.get(&reminder.meeting.key)) {
            Some(at) if at <= now => plan.due.push(key(reminder)),
            Some(at) => plan.wake = Some(alarm::sooner(plan.wake, at)),
            None => {}
        }
    }
    plan
}

fn due_at(reminder: &Reminder, looked: Option<&Timestamp>) -> Option<Timestamp> {
    let Reminder {
        meeting, preflight, ..
    } = reminder;
    // A countdown to a join finds out by joining.
    if !meeting.has_room || reminder.joins_at.is_some() {
        return None;
    }
    match preflight {
        Preflight::Unknown => meeting.start.checked_sub(AHEAD).ok(),
        Preflight::Red(_) if preflight.may_pass() => {
            let again = looked?.checked_add(AGAIN).ok();
            again.filter(|at| *at < meeting.start)
        }
        Preflight::Running | Preflight::Green | Preflight::Yellow(_) | Preflight::Red(_) => None,
    }
}

async fn look(local: &Local, key: &str) {
    let found = local.launcher().preflight(key, local.now()).await;
    let colour = match &found {
        Preflight::Unknown | Preflight::Running => "unknown",
        Preflight::Green => "green",
        Preflight::Yellow(_) => "yellow",
        Preflight::Red(_) => "red",
    };
    tracing::info!(colour, "looked ahead at a meeting");
    say(local, key, found);
    let reminder = local.launcher().read(|state| {
        let mut active = state.reminders.iter();
        active.find(|one| one.meeting.key == key).cloned()
    });
    // It may have been answered meanwhile, or have become a countdown, whose note is
    // to stay.
    let reminder = reminder.filter(|reminder| reminder.joins_at.is_none());
    if let Some(reminder) = reminder {
        let texts = local.texts();
        let note = note::of_meeting(&reminder, &texts, &TimeZone::system(), local.now());
        local.notes().update(note);
    }
}

fn say(local: &Local, key: &str, preflight: Preflight) {
    local.launcher().change_reminders(|active| {
        if let Some(reminder) = active.iter_mut().find(|one| one.meeting.key == key) {
            reminder.preflight = preflight;
        }
    });
}

#[cfg(test)]
mod tests {
    use launcher_core::error::{Code, LauncherError};
    use launcher_core::meeting::upcoming::Upcoming;
    use launcher_core::reminder::Caution;

    use super::*;

    fn second(second: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + second).unwrap()
    }

    /// A reminder of a meeting that begins at second 600.
    fn reminder(preflight: Preflight) -> Reminder {
        Reminder {
            meeting: Upcoming {
                key: "p1/appointment/1/1800000600".to_owned(),
                title: "Planning".to_owned(),
                start: second(600),
                end: second(1200),
                organiser: String::new(),
                profile: None,
                place: "Work".to_owned(),
                open_from: None,
                has_room: true,
            },
            preflight,
            joins_at: None,
        }
    }

    fn plan_at(reminder: &Reminder, looked: Option<i64>, now: i64) -> (bool, Option<Timestamp>) {
        let looked = looked.map(|at| (key(reminder), second(at)));
        let plan = plan(
            std::slice::from_ref(reminder),
            &looked.into_iter().collect(),
            second(now),
        );
        (!plan.due.is_empty(), plan.wake)
    }

    fn red(code: Code) -> Preflight {
        Preflight::Red(LauncherError::new(code))
    }

    #[test]
    fn it_is_looked_at_two_minutes_before_and_once() {
        let unknown = reminder(Preflight::Unknown);
        assert_eq!(plan_at(&unknown, None, 0), (false, Some(second(480))));
        assert_eq!(plan_at(&unknown, None, 480), (true, None));
        // Reminded of late, as after a sleep.
        assert_eq!(plan_at(&unknown, None, 700), (true, None));
        for done in [
            Preflight::Running,
            Preflight::Green,
            Preflight::Yellow(Caution::RoomFull),
            red(Code::BadCredentials),
        ] {
            assert_eq!(plan_at(&reminder(done), Some(480), 599), (false, None));
        }
    }

    #[test]
    fn what_may_pass_is_looked_at_again_until_the_start() {
        let unreachable = reminder(red(Code::ServerUnreachable));
        let again = Some(second(510));
        assert_eq!(plan_at(&unreachable, Some(480), 481), (false, again));
        assert_eq!(plan_at(&unreachable, Some(480), 510), (true, None));
        assert_eq!(plan_at(&unreachable, Some(575), 590), (false, None));
    }

    #[test]
    fn what_cannot_be_joined_or_joins_by_itself_is_not_looked_at() {
        let mut roomless = reminder(Preflight::Unknown);
        roomless.meeting.has_room = false;
        assert_eq!(plan_at(&roomless, None, 590), (false, None));
        let mut counting = reminder(Preflight::Unknown);
        counting.joins_at = Some(second(610));
        assert_eq!(plan_at(&counting, None, 600), (false, None));
    }
}
