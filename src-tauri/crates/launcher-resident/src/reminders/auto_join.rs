//! Joining without a click: only meetings that were armed one by one, after a
//! countdown, and never with the screen locked.

use std::convert::Infallible;

use jiff::{SignedDuration, Timestamp};
use launcher_core::action::Action;
use launcher_core::intent::{Intent, ReminderAnswer};
use launcher_core::meeting::upcoming::{Upcoming, upcoming};
use launcher_core::reminder::Reminder;
use launcher_core::state::{AppState, Join};

use super::{key, note};
use crate::alarm;
use crate::local::Local;
use crate::presence;

/// Long enough to read what is about to happen, and to stop it.
const COUNTDOWN: SignedDuration = SignedDuration::from_secs(10);

/// What is to be done.
#[derive(Debug, Default, PartialEq, Eq)]
struct Plan {
    due: Option<Upcoming>,
    wake: Option<Timestamp>,
}

/// Works for as long as it is awaited. Nothing is awake when nothing is armed.
pub(crate) async fn join_armed(local: &Local) -> Infallible {
    let mut states = local.launcher().subscribe();
    loop {
        states.mark_unchanged();
        let now = local.now();
        let plan = local.launcher().read(|state| plan(state, now));
        if let Some(meeting) = plan.due {
            // Armed for one time: what is stopped or joined does not begin again.
            local.keep(|memory| {
                memory.armed.remove(&meeting.key);
            });
            count_down(local, meeting).await;
            continue;
        }
        tokio::select! {
            Ok(()) = states.changed() => {}
            () = alarm::until(plan.wake, local.clock()) => {}
        }
    }
}

/// Which armed meeting is joined now, and when the next one is.
fn plan(state: &AppState, now: Timestamp) -> Plan {
    let mut plan = Plan::default();
    if !state.settings.auto_join || state.memory.armed.is_empty() {
        return plan;
    }
    let all = upcoming(state);
    let armed = all.iter().filter(|meeting| {
        meeting.has_room && meeting.end > now && state.memory.armed.contains(&meeting.key)
    });
    for meeting in armed {
        let at = meeting
            .open_from
            .map_or(meeting.start, |open| open.max(meeting.start));
        if at <= now {
            plan.due.get_or_insert_with(|| meeting.clone());
        } else {
            plan.wake = Some(alarm::sooner(plan.wake, at));
        }
    }
    plan
}

async fn count_down(local: &Local, meeting: Upcoming) {
    let now = local.now();
    if local
        .launcher()
        .read(|state| is_elsewhere(state, &meeting, now))
    {
        tracing::info!("not joined by itself: another meeting goes on");
        return;
    }
    if presence::is_locked().await {
        tracing::info!("not joined by itself: the screen is locked");
        return;
    }
    let joins_at = now.saturating_add(COUNTDOWN).unwrap_or(now);
    announce(local, &meeting, joins_at);
    let mut states = local.launcher().subscribe();
    let stopped =
        states.wait_for(|state| !state.reminders.iter().any(|one| key(one) == meeting.key));
    tokio::select! {
        // Joined by hand, or stopped.
        Ok(_) = stopped => return,
        () = alarm::until(Some(joins_at), local.clock()) => {}
    }
    let answer = if presence::is_locked().await {
        ReminderAnswer::Dismiss
    } else {
        tracing::info!("joined by itself");
        ReminderAnswer::Join
    };
    local.act(Action::Ask(Intent::AnswerReminder {
        key: meeting.key,
        answer,
    }));
}

/// Whether the person is in another meeting that still goes on.
fn is_elsewhere(state: &AppState, meeting: &Upcoming, now: Timestamp) -> bool {
    let Join::Opened { subject, .. } = &state.join else {
        return false;
    };
    let joined = subject.key.as_ref().filter(|key| **key != meeting.key);
    joined.is_some_and(|key| {
        let all = upcoming(state);
        all.iter().any(|one| one.key == *key && one.is_live(now))
    })
}

fn announce(local: &Local, meeting: &Upcoming, joins_at: Timestamp) {
    let counting = Reminder {
        joins_at: Some(joins_at),
        ..Reminder::of(meeting.clone())
    };
    local.launcher().change_reminders(|active| {
        active.retain(|reminder| key(reminder) != meeting.key);
        active.push(counting);
    });
    local
        .notes()
        .show(note::of_countdown(meeting, &local.texts()));
}

#[cfg(test)]
mod tests {
    use launcher_core::meeting::{Meeting, MeetingKind, Role};
    use launcher_core::state::{Loaded, Meetings};

    use super::*;

    fn minute(minutes: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + minutes * 60).unwrap()
    }

    /// A meeting from minute 10 to 40 to which guests are let in.
    fn state(role: Role) -> (AppState, String) {
        let profile = serde_json::json!({
            "id": "p1", "name": "Work", "baseUrl": "https://meet.example.org/openmeetings/",
        });
        let meeting = Meeting {
            profile: "p1".parse().unwrap(),
            room_id: Some(1),
            room_name: String::new(),
            kind: MeetingKind::Appointment {
                id: 1,
                title: "Planning".to_owned(),
                start: minute(10),
                end: minute(40),
                organiser: String::new(),
                zone: None,
                role,
                uid: None,
            },
        };
        let key = meeting.key();
        let mut state = AppState {
            profiles: vec![serde_json::from_value(profile).unwrap()],
            ..AppState::default()
        };
        let loaded = Loaded {
            list: vec![meeting],
            loaded_at: minute(0),
            until: minute(0),
            rooms_loaded_at: Some(minute(0)),
            refused: Vec::new(),
        };
        let id = "p1".parse().unwrap();
        state.meetings.insert(id, Meetings::Ready(loaded));
        state.settings.auto_join = true;
        state.memory.armed.insert(key.clone());
        (state, key)
    }

    #[test]
    fn what_is_armed_is_joined_when_it_begins_and_not_before() {
        let (state, key) = state(Role::Guest);
        let before = plan(&state, minute(9));
        assert_eq!((before.due, before.wake), (None, Some(minute(10))));
        let at = plan(&state, minute(10));
        assert_eq!(at.due.map(|meeting| meeting.key), Some(key));
        assert_eq!(plan(&state, minute(40)), Plan::default());
    }

    #[test]
    fn what_is_not_armed_or_not_allowed_is_never_joined() {
        let (mut disarmed, key) = state(Role::Owner);
        disarmed.memory.armed.remove(&key);
        assert_eq!(plan(&disarmed, minute(10)), Plan::default());
        let (mut off, _) = state(Role::Owner);
        off.settings.auto_join = false;
        assert_eq!(plan(&off, minute(10)), Plan::default());
    }
}
