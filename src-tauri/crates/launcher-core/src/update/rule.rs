//! [`permit`]: whether an update may be looked for and installed now (pure).

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::quiet::{Quiet, quiet};
use super::{Installation, Stage};
use crate::meeting::upcoming::upcoming;
use crate::policy::Policy;
use crate::state::{AppState, Join, Meetings};

/// Between two checks that nobody asked for.
const EVERY: SignedDuration = SignedDuration::from_hours(24);

/// A join that goes on is looked at again after this.
const WHILE_JOINING: SignedDuration = SignedDuration::from_secs(30);

/// A room that was joined, announced or not, is likely left after this.
const IN_A_ROOM: SignedDuration = SignedDuration::from_hours(1);

/// Lists that are being loaded are looked at again after this.
const WHILE_LOADING: SignedDuration = SignedDuration::from_secs(3);

/// A computer that slept, or whose clock was set, is noticed within this.
const LOOK_AGAIN: SignedDuration = SignedDuration::from_mins(10);

/// Why this launcher is not updated by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum WhyOff {
    /// It was built without the address and key of updates.
    WithoutUpdates,
    /// A package manager does it.
    Packaged,
    /// The administrator of the computer does not want it.
    Policy,
}

/// What the window's process may do now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "permit",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
pub enum Permit {
    Off {
        why: WhyOff,
    },
    /// A person is or soon will be in a meeting. What somebody asks for may be
    /// looked up; nothing is installed, and nobody is asked.
    Wait {
        until: Timestamp,
        again_in: Duration,
    },
    May {
        /// The server of updates has not been asked for a day.
        is_due: bool,
        again_in: Duration,
    },
}

/// Whether this installation is updated by the launcher at all.
pub fn off(installation: Installation, policy: &Policy) -> Option<WhyOff> {
    match installation {
        Installation::WithoutUpdates => Some(WhyOff::WithoutUpdates),
        Installation::Packaged => Some(WhyOff::Packaged),
        Installation::Replaceable if policy.allows_updates() => None,
        Installation::Replaceable => Some(WhyOff::Policy),
    }
}

/// What may be done now, and when to ask again.
pub fn permit(state: &AppState, now: Timestamp) -> Permit {
    if let Some(why) = off(state.updates.installation, &state.policy) {
        return Permit::Off { why };
    }
    let (meeting, next) = match quiet(&upcoming(state), now) {
        Quiet::From(until) => (Some(until), None),
        Quiet::Until(next) => (None, next),
    };
    let joining = match &state.join {
        Join::Preparing { .. } => Some(after(now, WHILE_JOINING)),
        Join::Idle | Join::Opened { .. } | Join::Failed { .. } => None,
    };
    // What is known to end later says more than that a join goes on.
    if let Some(until) = meeting.max(in_a_room_until(state, now)).or(joining) {
        return Permit::Wait {
            until,
            again_in: between(now, until),
        };
    }
    let due = due(state, now).map(|due| {
        if lists_are_coming(state) {
            due.max(after(now, WHILE_LOADING))
        } else {
            due
        }
    });
    let soonest = [next, due].into_iter().flatten().min();
    Permit::May {
        is_due: due.is_some_and(|due| due <= now),
        again_in: between(now, soonest.unwrap_or(Timestamp::MAX)),
    }
}

/// Until when the person is likely in the room that was joined last.
fn in_a_room_until(state: &AppState, now: Timestamp) -> Option<Timestamp> {
    let opened = match &state.join {
        Join::Opened { at, .. } => Some(*at),
        Join::Idle | Join::Preparing { .. } | Join::Failed { .. } => None,
    };
    let remembered = state.memory.joined.values().copied().max();
    let last = [opened, remembered].into_iter().flatten().max()?;
    let until = after(last, IN_A_ROOM);
    // A clock that was set back must not put it off for as long.
    (last <= now && now < until).then_some(until)
}

/// When the server of updates is asked next without being told to.
fn due(state: &AppState, now: Timestamp) -> Option<Timestamp> {
    if !state.settings.check_for_updates {
        return None;
    }
    match &state.updates.stage {
        // What goes on is not begun a second time.
        Stage::Checking | Stage::Downloading { .. } | Stage::Ready(_) => return None,
        Stage::Unknown | Stage::Current | Stage::Available(_) | Stage::Failed { .. } => {}
    }
    let checked_at = state.memory.updates.checked_at;
    // A clock that was set back must not put it off for as long.
    let checked_at = checked_at.filter(|at| *at <= now);
    Some(checked_at.map_or(now, |at| after(at, EVERY)))
}

/// Lists that are still being loaded may hold a meeting that is about to begin.
fn lists_are_coming(state: &AppState) -> bool {
    let refreshes = state.settings.refresh_minutes.is_some();
    let mut with_account = state.profiles.iter().filter(|one| one.login.is_some());
    with_account.any(|profile| match state.meetings.get(&profile.id) {
        None | Some(Meetings::NotLoaded) => refreshes,
        Some(Meetings::Loading { .. }) => true,
        Some(Meetings::Ready(_) | Meetings::Stale { .. }) => false,
    })
}

fn between(now: Timestamp, then: Timestamp) -> Duration {
    let shortest = SignedDuration::from_secs(1);
    let span = then.duration_since(now).clamp(shortest, LOOK_AGAIN);
    span.unsigned_abs()
}

fn after(time: Timestamp, duration: SignedDuration) -> Timestamp {
    time.saturating_add(duration).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::join::JoinTarget;
    use crate::remembered::Remembered;
    use crate::state::{JoinStep, JoinSubject};
    use crate::update::Updates;
    use openmeetings_client::JoinLink;

    fn minute(minutes: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + minutes * 60).unwrap()
    }

    fn installed() -> AppState {
        AppState {
            updates: Updates {
                installation: Installation::Replaceable,
                ..Updates::default()
            },
            ..AppState::default()
        }
    }

    fn with_meeting(start: i64, end: i64) -> AppState {
        let link = "https://h.example/openmeetings/hash?invitation=167793f8-17e4&language=1";
        let meeting = Remembered {
            uid: "u".to_owned(),
            sequence: 0,
            last_modified: None,
            title: String::new(),
            start: minute(start),
            end: minute(end),
            zone: None,
            organiser: None,
            organiser_mail: None,
            recurrence: None,
            repeats: None,
            link: JoinLink::parse(link).unwrap(),
        };
        AppState {
            remembered: vec![meeting],
            ..installed()
        }
    }

    fn checked(at: i64) -> AppState {
        let mut state = installed();
        state.memory.updates.checked_at = Some(minute(at));
        state
    }

    fn is_due(state: &AppState, now: i64) -> Option<bool> {
        match permit(state, minute(now)) {
            Permit::May { is_due, .. } => Some(is_due),
            Permit::Wait { .. } | Permit::Off { .. } => None,
        }
    }

    fn forbidden() -> Policy {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("policy.json");
        std::fs::write(&file, r#"{"schema": 1, "updates": false}"#).unwrap();
        let policy = Policy::in_file(&file);
        assert!(matches!(policy, Policy::InForce(_)), "{policy:?}");
        policy
    }

    #[test]
    fn only_what_may_be_replaced_and_is_not_forbidden_is_updated() {
        use Installation::{Packaged, Replaceable, WithoutUpdates};

        for (installation, policy, wanted) in [
            (WithoutUpdates, Policy::Absent, Some(WhyOff::WithoutUpdates)),
            (WithoutUpdates, forbidden(), Some(WhyOff::WithoutUpdates)),
            (Packaged, Policy::Absent, Some(WhyOff::Packaged)),
            (Packaged, forbidden(), Some(WhyOff::Packaged)),
            (Replaceable, forbidden(), Some(WhyOff::Policy)),
            (Replaceable, Policy::Absent, None),
        ] {
            let mut state = installed();
            state.updates.installation = installation;
            state.policy = policy;
            let why = match permit(&state, minute(0)) {
                Permit::Off { why } => Some(why),
                Permit::May { .. } | Permit::Wait { .. } => None,
            };
            assert_eq!(why, wanted, "{installation:?} {:?}", state.policy);
        }
    }

    #[test]
    fn it_waits_for_a_meeting_from_a_quarter_of_an_hour_before() {
        let until = |now| match permit(&with_meeting(60, 90), minute(now)) {
            Permit::Wait { until, .. } => Some(until),
            Permit::May { .. } | Permit::Off { .. } => None,
        };
        assert_eq!(
            [44, 45, 89, 90].map(until),
            [None, Some(minute(90)), Some(minute(90)), None]
        );
    }

    #[test]
    fn a_join_that_goes_on_is_not_disturbed() {
        let state = AppState {
            join: Join::Preparing {
                subject: JoinSubject {
                    target: JoinTarget::Named("Room".to_owned()),
                    key: None,
                    profile: None,
                    has_page: false,
                },
                step: JoinStep::SigningIn,
                since: minute(0),
            },
            ..installed()
        };
        assert_eq!(is_due(&state, 0), None);
    }

    #[test]
    fn a_check_is_due_once_a_day_unless_the_person_does_not_want_it() {
        assert_eq!(is_due(&installed(), 0), Some(true), "never asked");
        assert_eq!(is_due(&checked(0), 23 * 60), Some(false));
        assert_eq!(is_due(&checked(0), 24 * 60), Some(true));
        assert_eq!(is_due(&checked(1000), 0), Some(true), "the clock was set");
        let mut unwanted = installed();
        unwanted.settings.check_for_updates = false;
        assert_eq!(is_due(&unwanted, 0), Some(false));
        let mut busy = installed();
        busy.updates.stage = Stage::Checking;
        assert_eq!(is_due(&busy, 0), Some(false));
    }

    #[test]
    fn nothing_is_looked_for_before_the_meetings_are_known() {
        let profile: crate::profile::Profile = serde_json::from_value(serde_json::json!({
            "id": "p1",
            "name": "Work",
            "baseUrl": "https://meet.example.org/openmeetings/",
            "login": "anna",
        }))
        .unwrap();
        let mut state = AppState {
            profiles: vec![profile.clone()],
            ..installed()
        };
        assert_eq!(is_due(&state, 0), Some(false));
        state
            .meetings
            .insert(profile.id.clone(), Meetings::Loading { previous: None });
        assert_eq!(is_due(&state, 0), Some(false));
        let error = crate::error::LauncherError::new(crate::error::Code::TimedOut);
        let aged = Meetings::Stale { last: None, error };
        state.meetings.insert(profile.id, aged);
        assert_eq!(is_due(&state, 0), Some(true), "nothing more will come");
    }

    #[test]
    fn a_room_that_nobody_announced_is_a_meeting_as_well() {
        let profile = "p1".parse().unwrap();
        let room = crate::memory::RoomOn { profile, room: 2 };
        let mut state = installed();
        state.memory.joined.insert(room, minute(0));
        let waits = |now| match permit(&state, minute(now)) {
            Permit::Wait { until, .. } => Some(until),
            Permit::May { .. } | Permit::Off { .. } => None,
        };
        assert_eq!(waits(1), Some(minute(60)));
        assert_eq!(waits(60), None);
        assert_eq!(waits(-10), None, "the clock was set back");
    }

    #[test]
    fn it_asks_again_when_something_may_have_changed() {
        let again = |state: &AppState, now| match permit(state, minute(now)) {
            Permit::May { again_in, .. } | Permit::Wait { again_in, .. } => again_in.as_secs(),
            Permit::Off { .. } => 0,
        };
        let mut state = with_meeting(60, 90);
        state.memory.updates.checked_at = Some(minute(0));
        assert_eq!(again(&state, 40), 5 * 60, "before the meeting");
        assert_eq!(again(&state, 88), 2 * 60, "after it");
        assert_eq!(again(&state, 91), 10 * 60, "the computer may sleep");
        assert_eq!(again(&checked(0), 24 * 60 - 3), 3 * 60);
    }
}
