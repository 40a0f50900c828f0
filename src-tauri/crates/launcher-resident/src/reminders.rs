//! Reminds of meetings in time, once each.

use std::collections::BTreeSet;
use std::convert::Infallible;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use launcher_core::meeting::{Meeting, MeetingKind};
use launcher_core::state::{AppState, Join, Meetings};
use launcher_core::texts::Texts;

use crate::alarm;
use crate::local::Local;
use crate::notes::{About, Note, Weight};

/// A meeting to be reminded of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reminder {
    key: String,
    pub(crate) title: String,
    pub(crate) start: Timestamp,
}

/// What is to be done now (pure).
#[derive(Debug, Default, PartialEq, Eq)]
struct Plan {
    due: Vec<Reminder>,
    /// When the next one is due.
    wake: Option<Timestamp>,
}

/// Works for as long as it is awaited. Nothing is awake when nothing is due.
pub(crate) async fn remind(local: &Local) -> Infallible {
    let mut states = local.launcher().subscribe();
    // What went on when the resident began, the person knows of, or has missed.
    let began = local.now();
    let mut done = BTreeSet::new();
    loop {
        let now = local.now();
        let plan = local.launcher().read(|state| {
            done.extend(joined(state));
            plan(state, began, now, &done)
        });
        for reminder in plan.due {
            done.insert(reminder.key.clone());
            tracing::info!("reminded of a meeting");
            local.notes().show(note(reminder, &local.texts(), now));
        }
        tokio::select! {
            Ok(()) = states.changed() => {}
            () = alarm::until(plan.wake, local.clock()) => {}
        }
    }
}

fn note(reminder: Reminder, texts: &Texts, now: Timestamp) -> Note {
    let start = reminder.start.to_zoned_datetime(TimeZone::system());
    let time = start.strftime("%H:%M").to_string();
    let key = if reminder.start <= now {
        "reminder-began"
    } else {
        "reminder-starts"
    };
    Note {
        about: About::Meeting(reminder.key),
        weight: Weight::Normal,
        title: reminder.title,
        body: texts.with(key, &[("time", time.into())]),
        click: None,
        buttons: Vec::new(),
    }
}

/// The row that was joined, which needs no reminder any more.
fn joined(state: &AppState) -> Option<String> {
    match &state.join {
        Join::Opened { subject, .. } => subject.key.clone(),
        Join::Idle | Join::Preparing { .. } | Join::Failed { .. } => None,
    }
}

fn plan(state: &AppState, began: Timestamp, now: Timestamp, done: &BTreeSet<String>) -> Plan {
    let mut plan = Plan::default();
    let Some(minutes) = state.memory.settings.remind_minutes else {
        return plan;
    };
    let before = SignedDuration::from_mins(minutes.into());
    let lists = state.meetings.values().filter_map(Meetings::loaded);
    for meeting in lists.flat_map(|loaded| &loaded.list) {
        let Some((start, end)) = times(meeting) else {
            continue;
        };
        let key = meeting.key();
        if end <= now || start < began || done.contains(&key) {
            continue;
        }
        let at = start.saturating_sub(before).unwrap_or(start);
        if at <= now {
            plan.due.push(Reminder {
                key,
                title: meeting.name().trim().to_owned(),
                start,
            });
        } else {
            plan.wake = Some(plan.wake.map_or(at, |wake| wake.min(at)));
        }
    }
    plan
}

fn times(meeting: &Meeting) -> Option<(Timestamp, Timestamp)> {
    match meeting.kind {
        MeetingKind::Appointment { start, end, .. } => Some((start, end)),
        MeetingKind::Room { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use launcher_core::meeting::Role;
    use launcher_core::state::Loaded;

    use super::*;

    fn minute(minutes: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + minutes * 60).unwrap()
    }

    fn meeting(id: i64, start: i64, end: i64) -> Meeting {
        Meeting {
            profile: "p1".parse().unwrap(),
            room_id: Some(1),
            room_name: "Room".to_owned(),
            kind: MeetingKind::Appointment {
                id,
                title: format!(" Meeting {id} "),
                start: minute(start),
                end: minute(end),
                organiser: String::new(),
                zone: None,
                role: Role::Guest,
                uid: None,
            },
        }
    }

    fn state(list: Vec<Meeting>) -> AppState {
        let loaded = Loaded {
            list,
            loaded_at: minute(0),
            refused: Vec::new(),
        };
        let mut state = AppState::default();
        state
            .meetings
            .insert("p1".parse().unwrap(), Meetings::Ready(loaded));
        state
    }

    #[test]
    fn each_meeting_is_reminded_of_in_time_and_once() {
        let state = state(vec![meeting(1, 10, 20), meeting(2, 30, 40)]);
        let mut done = BTreeSet::new();
        let first = plan(&state, minute(0), minute(0), &done);
        assert_eq!((first.due, first.wake), (vec![], Some(minute(5))));
        let second = plan(&state, minute(0), minute(5), &done);
        assert_eq!(second.due[0].title, "Meeting 1");
        assert_eq!((second.due.len(), second.wake), (1, Some(minute(25))));
        done.insert(second.due[0].key.clone());
        assert!(plan(&state, minute(0), minute(6), &done).due.is_empty());
    }

    #[test]
    fn what_is_over_or_went_on_at_the_start_is_not_reminded_of() {
        let state = state(vec![meeting(1, 10, 20)]);
        let done = BTreeSet::new();
        assert!(plan(&state, minute(0), minute(20), &done).due.is_empty());
        assert!(plan(&state, minute(12), minute(12), &done).due.is_empty());
        // The computer slept through the beginning.
        assert_eq!(plan(&state, minute(0), minute(12), &done).due.len(), 1);
    }

    #[test]
    fn without_reminders_nothing_is_awake() {
        let mut state = state(vec![meeting(1, 10, 20)]);
        state.memory.settings.remind_minutes = None;
        let plan = plan(&state, minute(0), minute(6), &BTreeSet::new());
        assert_eq!(plan, Plan::default());
    }
}
