//! When lists are loaded by themselves (pure).

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use jiff::{SignedDuration, Timestamp};
use launcher_core::error::Code;
use launcher_core::meeting::refresh::needs_the_person;
use launcher_core::profile::ProfileId;

/// Whoever opens the window sees a list that is not older than this.
const FRESH: SignedDuration = SignedDuration::from_mins(1);

/// After failures the next try is put off: 1, 2, 4 … minutes, at most this.
const LONGEST_BACK_OFF: i64 = 30;

/// What is known of the list of one server.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Known {
    /// When this process tried last.
    pub(crate) tried: Option<Timestamp>,
    /// How often it failed since it was last loaded.
    pub(crate) failures: u32,
    /// When it was last loaded, by whomever.
    pub(crate) loaded: Option<Timestamp>,
    /// Why it could not be loaded, if the last try failed.
    pub(crate) trouble: Option<Code>,
    /// When the window came.
    pub(crate) looked_at: Option<Timestamp>,
}

/// When a list is loaded next; nothing if only the person can help.
pub(crate) fn next(
    id: &ProfileId,
    known: Known,
    every: Option<u16>,
    now: Timestamp,
) -> Option<Timestamp> {
    let every = SignedDuration::from_mins(every?.into());
    if known.trouble.is_some_and(needs_the_person) && known.tried.is_some() {
        return None;
    }
    let Some(tried) = known.tried else {
        // The list of the last session, or none.
        return Some(now);
    };
    let last = known.loaded.map_or(tried, |loaded| loaded.max(tried));
    let due = match known.trouble {
        Some(_) => after(last, back_off(known.failures)),
        None => after(last, spread(every, id, last)),
    };
    // A clock that was set back must not put it off for as long.
    let due = due.min(after(now, every + every / 10));
    let for_the_window = known
        .looked_at
        .map(|looked_at| looked_at.max(after(last, FRESH)))
        .filter(|_| known.looked_at >= Some(last));
    Some(for_the_window.map_or(due, |at| due.min(at)))
}

fn back_off(failures: u32) -> SignedDuration {
    let doublings = failures.saturating_sub(1).min(10);
    SignedDuration::from_mins((1_i64 << doublings).min(LONGEST_BACK_OFF))
}

/// The time between two refreshes, up to a tenth longer or shorter, so that many
/// computers do not ask a server at the same second. Chance is of no use here:
/// the same question has the same answer.
fn spread(every: SignedDuration, id: &ProfileId, last: Timestamp) -> SignedDuration {
    let mut hasher = DefaultHasher::new();
    (id, last.as_millisecond(), std::process::id()).hash(&mut hasher);
    let permille = i64::try_from(hasher.finish() % 201).unwrap_or_default() - 100;
    every + SignedDuration::from_millis(every.as_secs() * permille)
}

fn after(time: Timestamp, duration: SignedDuration) -> Timestamp {
    time.saturating_add(duration).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minute(minutes: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + minutes * 60).unwrap()
    }

    fn next_of(known: Known, now: Timestamp) -> Option<Timestamp> {
        next(&"p1".parse().unwrap(), known, Some(20), now)
    }

    fn loaded(at: Timestamp) -> Known {
        Known {
            tried: Some(at),
            loaded: Some(at),
            ..Known::default()
        }
    }

    fn failed(code: Code, failures: u32) -> Known {
        Known {
            trouble: Some(code),
            failures,
            ..loaded(minute(0))
        }
    }

    #[test]
    fn a_start_loads_at_once_whatever_the_last_session_left() {
        let left = Known {
            loaded: Some(minute(-1)),
            ..Known::default()
        };
        assert_eq!(next_of(left, minute(0)), Some(minute(0)));
    }

    #[test]
    fn a_list_is_loaded_again_about_as_often_as_the_person_chose() {
        let known = loaded(minute(0));
        let at = next_of(known, minute(5)).unwrap();
        assert!((minute(18)..=minute(22)).contains(&at), "{at}");
        assert_eq!(next_of(known, minute(6)), Some(at), "it does not move");
        let id = "p1".parse().unwrap();
        assert_eq!(next(&id, known, None, minute(5)), None, "only when asked");
    }

    #[test]
    fn failures_put_it_off_and_some_are_left_to_the_person() {
        let minutes = |failures| {
            let at = next_of(failed(Code::TimedOut, failures), minute(0)).unwrap();
            at.duration_since(minute(0)).as_mins()
        };
        assert_eq!([1, 2, 3, 4, 5].map(minutes), [1, 2, 4, 8, 16]);
        assert_eq!([6, 7, 40].map(minutes), [22; 3], "never later than usual");
        for code in [Code::BadCredentials, Code::KeychainLocked] {
            assert_eq!(next_of(failed(code, 1), minute(50)), None);
        }
        let long = |failures| {
            let id = "p1".parse().unwrap();
            let at = next(&id, failed(Code::TimedOut, failures), Some(600), minute(0));
            at.unwrap().duration_since(minute(0)).as_mins()
        };
        assert_eq!([5, 6, 40].map(long), [16, 30, 30]);
    }

    #[test]
    fn a_window_sees_a_fresh_list() {
        let looked_at = |at| Known {
            looked_at: Some(at),
            ..loaded(minute(0))
        };
        assert_eq!(next_of(looked_at(minute(3)), minute(3)), Some(minute(3)));
        let soon = minute(0) + SignedDuration::from_secs(10);
        assert_eq!(next_of(looked_at(soon), soon), Some(minute(1)));
        let before = next_of(looked_at(minute(-1)), minute(3)).unwrap();
        assert!(before > minute(3), "it was loaded since");
    }

    #[test]
    fn a_clock_that_is_set_back_does_not_stop_it() {
        let at = next_of(loaded(minute(10_000)), minute(0)).unwrap();
        assert!(at <= minute(22));
    }
}
