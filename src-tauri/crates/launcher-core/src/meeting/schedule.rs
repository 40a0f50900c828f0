//! When lists are loaded by themselves, and how much of them (pure).
//!
//! A login costs a server some 0.4 s, and a thousand launchers start at nine. So
//! lists are loaded when somebody needs them: while the window is open and before
//! meetings as often as the person chose, else about once an hour, and never
//! while nobody is there. What many launchers would do at the same moment, each
//! does at a moment of its own, which its seed tells: the same question has the
//! same answer.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use jiff::{SignedDuration, Timestamp};

use super::refresh::{Ask, needs_the_person};
use crate::error::Code;

/// Whoever opens the window sees a list that is not older than this.
const FRESH: SignedDuration = SignedDuration::from_mins(1);

/// Without a window and a meeting that is near, a list may become as old as this.
const REST: SignedDuration = SignedDuration::from_hours(1);

/// A meeting is near from this long before it starts, or up to `NEAR_SPREAD` later.
const NEAR: SignedDuration = SignedDuration::from_hours(1);
const NEAR_SPREAD: SignedDuration = SignedDuration::from_mins(15);

/// A list that shows a meeting is loaded once more within this before it starts,
/// at some moment of the first `LAST_LOOK_SPREAD`.
const LAST_LOOK: SignedDuration = SignedDuration::from_mins(20);
const LAST_LOOK_SPREAD: SignedDuration = SignedDuration::from_mins(15);

/// What waited for a start, an unlocked screen, the end of a sleep or the network
/// comes at some moment within this.
const RETURN_SPREAD: SignedDuration = SignedDuration::from_mins(10);

/// After failures the next try is put off: about 1, 2, 4 … minutes, at most this.
const LONGEST_BACK_OFF: i64 = 30;

/// Public rooms are loaded without anybody looking when they are as old as this.
const ROOMS_REST: SignedDuration = SignedDuration::from_hours(6);

/// What is known of the list of one server.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// When this process tried last.
    pub tried: Option<Timestamp>,
    /// How often it failed since it was last loaded.
    pub failures: u32,
    /// When it was last loaded, by whomever.
    pub loaded: Option<Timestamp>,
    /// When its public rooms were last loaded.
    pub rooms_loaded: Option<Timestamp>,
    /// Why it could not be loaded, if the last try failed.
    pub trouble: Option<Code>,
    /// When the coming meetings on it start, in order.
    pub starts: Vec<Timestamp>,
}

/// What is known around the lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Around {
    /// Tells launchers and their lists apart.
    pub seed: u64,
    /// The person's choice; nothing is loaded by itself without one.
    pub every: Option<SignedDuration>,
    pub person: Person,
    /// When the launcher started, somebody came back or the network did.
    pub returned: Timestamp,
}

/// What the person does, as far as a launcher can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Person {
    /// The screen is locked, or the computer sleeps.
    Away,
    /// Nothing of the launcher is open but its tray icon.
    Elsewhere,
    /// The window has been open since.
    Looking { since: Timestamp },
}

/// When a list is loaded next; nothing before something else happens.
pub fn next(around: &Around, known: &Known, now: Timestamp) -> Option<Timestamp> {
    let every = around.every?;
    if around.person == Person::Away {
        return None;
    }
    if known.tried.is_some() && known.trouble.is_some_and(needs_the_person) {
        return None;
    }
    let Some(last) = known.loaded.max(known.tried) else {
        return Some(now);
    };
    let rest = every.max(REST);
    let due = match (
        around.person,
        known.trouble.filter(|_| known.tried.is_some()),
    ) {
        (_, Some(_)) => around.next_try(known, every, last, now),
        // What an earlier launcher left is looked at anew, however young it is.
        (Person::Looking { since }, None) if known.tried.is_none() => since,
        (Person::Looking { since }, None) => {
            around.usual(every, last).min(after_window(since, last))
        }
        (Person::Elsewhere | Person::Away, None) => {
            let due = around.usual(rest, last).max(around.calm());
            around.for_meetings(&known.starts, every, last, due, now)
        }
    };
    // A clock that was set back must not put it off for as long.
    Some(due.min(after(now, rest + rest / 10 + RETURN_SPREAD)))
}

/// What is asked for when a list is loaded.
pub fn asked(around: &Around, known: &Known, ahead: SignedDuration, now: Timestamp) -> Ask {
    let looks = matches!(around.person, Person::Looking { .. });
    let old = known
        .rooms_loaded
        .is_none_or(|at| now.duration_since(at) >= ROOMS_REST);
    if looks || old {
        Ask::everything(ahead)
    } else {
        Ask::appointments(ahead)
    }
}

/// Whoever opens the window does not wait for the usual time.
fn after_window(since: Timestamp, last: Timestamp) -> Timestamp {
    if since > last {
        since.max(after(last, FRESH))
    } else {
        Timestamp::MAX
    }
}

impl Around {
    fn usual(&self, interval: SignedDuration, last: Timestamp) -> Timestamp {
        after(last, self.about(interval, last))
    }

    /// When a list that could not be loaded is tried again: later each time, never
    /// later than usual, and sooner when the network may be another.
    fn next_try(
        &self,
        known: &Known,
        every: SignedDuration,
        last: Timestamp,
        now: Timestamp,
    ) -> Timestamp {
        let doublings = known.failures.saturating_sub(1).min(10);
        let minutes = (1_i64 << doublings).min(LONGEST_BACK_OFF);
        let put_off = self.usual(SignedDuration::from_mins(minutes).min(every), last);
        if self.returned <= last {
            return match self.person {
                Person::Looking { since } => put_off.min(after_window(since, last)),
                Person::Elsewhere | Person::Away => put_off,
            };
        }
        match self.person {
            Person::Looking { .. } => put_off.min(self.promptly()),
            Person::Elsewhere | Person::Away if self.is_near(&known.starts, now) => {
                put_off.min(self.promptly())
            }
            Person::Elsewhere | Person::Away => self.calm(),
        }
    }

    /// From when on a list is loaded that nobody needs at once.
    fn calm(&self) -> Timestamp {
        after(
            self.returned,
            self.spread("return", self.returned, RETURN_SPREAD),
        )
    }

    /// From when on a list is loaded that somebody waits for.
    fn promptly(&self) -> Timestamp {
        after(self.returned, self.spread("return", self.returned, FRESH))
    }

    /// From when on a meeting is near.
    fn near(&self, start: Timestamp) -> Timestamp {
        after(before(start, NEAR), self.spread("near", start, NEAR_SPREAD))
    }

    fn is_near(&self, starts: &[Timestamp], now: Timestamp) -> bool {
        let mut starts = starts.iter();
        starts.any(|start| self.near(*start) <= now && now < *start)
    }

    /// The moment before `due` at which a coming meeting wants a newer list.
    fn for_meetings(
        &self,
        starts: &[Timestamp],
        every: SignedDuration,
        last: Timestamp,
        due: Timestamp,
        now: Timestamp,
    ) -> Timestamp {
        let mut due = due;
        for start in starts.iter().copied().filter(|start| *start > now) {
            if before(start, NEAR) >= due {
                break;
            }
            let last_look = before(start, LAST_LOOK);
            if last >= last_look {
                continue;
            }
            let again = self
                .near(start)
                .max(self.usual(every, last))
                .max(self.calm());
            let spread = self.spread("last look", start, LAST_LOOK_SPREAD);
            due = due.min(again).min(after(last_look, spread));
        }
        due
    }

    /// A duration up to a tenth longer or shorter.
    fn about(&self, duration: SignedDuration, last: Timestamp) -> SignedDuration {
        duration - duration / 10 + self.spread("about", last, duration / 5)
    }

    /// Some part of a duration: another for each launcher and each occasion.
    fn spread(&self, occasion: &str, at: Timestamp, within: SignedDuration) -> SignedDuration {
        let mut hasher = DefaultHasher::new();
        (self.seed, occasion, at.as_millisecond()).hash(&mut hasher);
        let permille = i64::try_from(hasher.finish() % 1000).unwrap_or_default();
        SignedDuration::from_millis(within.as_secs() * permille)
    }
}

fn after(time: Timestamp, duration: SignedDuration) -> Timestamp {
    time.saturating_add(duration).unwrap_or(Timestamp::MAX)
}

fn before(time: Timestamp, duration: SignedDuration) -> Timestamp {
    time.saturating_sub(duration).unwrap_or(Timestamp::MIN)
}

#[cfg(test)]
mod tests;
