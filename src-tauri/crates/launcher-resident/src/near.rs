//! [`Near`]: what tells that a join may be near, and what is joined then (pure).

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use jiff::{SignedDuration, Timestamp};
use launcher_core::meeting::upcoming::Upcoming;
use tokio::sync::watch;

use crate::alarm;
use crate::local::Local;

/// Whoever has had the window in front for longer is doing something else.
const IN_FRONT: SignedDuration = SignedDuration::from_mins(30);

/// What comes near to many people in the same second, each launcher takes note of
/// at a moment of its own within this: a thousand logins at once would make them
/// all wait.
const SPREAD: SignedDuration = SignedDuration::from_mins(3);

/// Menus are not looked at for longer.
const MENU: SignedDuration = SignedDuration::from_mins(2);

/// A meeting is near from so long before its start …
const BEFORE: SignedDuration = SignedDuration::from_mins(5);

/// … until so long after it.
const LATE: SignedDuration = SignedDuration::from_mins(10);

/// What begins within this is what a click is about.
const MEANT: SignedDuration = SignedDuration::from_mins(15);

/// What the person does that may lead to a join.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Signs {
    /// Since when the window is in front.
    pub(crate) in_front: Option<Timestamp>,
    /// When the menu of the tray was opened.
    pub(crate) menu: Option<Timestamp>,
}

/// A meeting with a room, as far as its nearness goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Due {
    pub(crate) key: String,
    pub(crate) start: Timestamp,
    pub(crate) end: Timestamp,
    /// So much later than for others it comes near.
    pub(crate) later: SignedDuration,
}

/// A reminder on screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reminded {
    pub(crate) key: String,
    /// When it was taken note of.
    pub(crate) from: Timestamp,
}

/// What may be joined in a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Likely {
    /// A row of the agenda, by its key.
    Row(String),
    /// The room joined last, else one of a saved server.
    Room,
}

/// What may be joined, the likeliest first, and when that changes by itself.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Near {
    pub(crate) likely: Vec<Likely>,
    pub(crate) changes_at: Option<Timestamp>,
}

impl Near {
    /// `reminders` are those on screen, the latest first.
    pub(crate) fn at(
        now: Timestamp,
        signs: Signs,
        reminders: &[Reminded],
        meetings: &[Due],
    ) -> Self {
        let mut near = Self::default();
        for reminder in reminders {
            if near.is_between(now, reminder.from, Timestamp::MAX) {
                near.likely.push(Likely::Row(reminder.key.clone()));
            }
        }
        let mut begun: Vec<&Due> = Vec::new();
        for meeting in meetings {
            let until = after(meeting.start, LATE).min(meeting.end);
            let from = after(before(meeting.start, BEFORE), meeting.later);
            if near.is_between(now, from, until) {
                begun.push(meeting);
            }
        }
        // Back to back, the later one is meant.
        begun.sort_by_key(|meeting| std::cmp::Reverse(meeting.start));
        near.rows(begun);
        let looks = [(signs.in_front, IN_FRONT), (signs.menu, MENU)];
        let looks_on = looks
            .into_iter()
            .filter_map(|(since, lasts)| Some((since?, lasts)))
            .fold(false, |looks_on, (since, lasts)| {
                near.is_between(now, since, after(since, lasts)) || looks_on
            });
        if looks_on {
            let mut meant: Vec<&Due> = meetings
                .iter()
                .filter(|meeting| now < meeting.end && before(meeting.start, MEANT) <= now)
                .collect();
            meant.sort_by_key(|meeting| std::cmp::Reverse(meeting.start));
            near.rows(meant);
            near.likely.push(Likely::Room);
        }
        near
    }

    fn rows(&mut self, meetings: Vec<&Due>) {
        for meeting in meetings {
            let row = Likely::Row(meeting.key.clone());
            if !self.likely.contains(&row) {
                self.likely.push(row);
            }
        }
    }

    /// Whether it is between two times, both of which change what is near.
    fn is_between(&mut self, now: Timestamp, from: Timestamp, until: Timestamp) -> bool {
        if from > now {
            self.changes_at = Some(alarm::sooner(self.changes_at, from));
            return false;
        }
        let is_before = now < until;
        if is_before && until < Timestamp::MAX {
            self.changes_at = Some(alarm::sooner(self.changes_at, until));
        }
        is_before
    }
}

impl Due {
    /// `seed` is of this launcher.
    pub(crate) fn of(upcoming: &Upcoming, seed: u64) -> Option<Self> {
        upcoming.has_room.then(|| Self {
            key: upcoming.key.clone(),
            start: upcoming.start,
            end: upcoming.end,
            later: spread(seed, &upcoming.key),
        })
    }
}

/// How much later than for others a row comes near, up to three minutes.
pub(crate) fn spread(seed: u64, key: &str) -> SignedDuration {
    let mut hasher = DefaultHasher::new();
    (seed, key).hash(&mut hasher);
    let all = SPREAD.as_secs().unsigned_abs() * 1000;
    SignedDuration::from_millis(i64::try_from(hasher.finish() % all).unwrap_or_default())
}

impl Local {
    /// The window has come to the front, or has left it.
    pub(crate) fn focus(&self, focused: bool) {
        let since = focused.then(|| self.now());
        self.signs().send_if_modified(|signs| {
            let changed = signs.in_front.is_some() != focused;
            if changed {
                signs.in_front = since;
            }
            changed
        });
    }

    /// Somebody opened the menu of the tray.
    pub fn menu_opened(&self) {
        let now = self.now();
        self.signs().send_modify(|signs| signs.menu = Some(now));
        self.stirred().notify_one();
    }

    pub(crate) fn watch_signs(&self) -> watch::Receiver<Signs> {
        self.signs().subscribe()
    }
}

fn before(time: Timestamp, by: SignedDuration) -> Timestamp {
    time.saturating_sub(by).unwrap_or(Timestamp::MIN)
}

fn after(time: Timestamp, by: SignedDuration) -> Timestamp {
    time.saturating_add(by).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minute(minutes: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + minutes * 60).unwrap()
    }

    /// A meeting of an hour.
    fn due(key: &str, start: i64) -> Due {
        Due {
            key: key.to_owned(),
            start: minute(start),
            end: minute(start + 60),
            later: SignedDuration::ZERO,
        }
    }

    fn row(key: &str) -> Likely {
        Likely::Row(key.to_owned())
    }

    fn near(now: i64, signs: Signs, meetings: &[Due]) -> Near {
        Near::at(minute(now), signs, &[], meetings)
    }

    #[test]
    fn a_night_in_the_tray_is_near_nothing() {
        let meetings = [due("a", 600)];
        let night = near(0, Signs::default(), &meetings);
        assert_eq!(night.likely, []);
        assert_eq!(night.changes_at, Some(minute(595)));
        assert_eq!(near(0, Signs::default(), &[]), Near::default());
    }

    #[test]
    fn a_meeting_is_near_from_five_minutes_before_it_until_ten_after_its_start() {
        let meetings = [due("a", 100)];
        let at = |now| near(now, Signs::default(), &meetings);
        assert_eq!(at(94).likely, []);
        assert_eq!(at(95).likely, [row("a")]);
        assert_eq!(at(95).changes_at, Some(minute(110)));
        assert_eq!(at(109).likely, [row("a")]);
        assert_eq!(at(110), Near::default());
    }

    #[test]
    fn of_two_meetings_the_later_one_is_meant() {
        let meetings = [due("a", 100), due("b", 103)];
        let at = near(104, Signs::default(), &meetings);
        assert_eq!(at.likely, [row("b"), row("a")]);
    }

    #[test]
    fn a_reminder_comes_before_everything() {
        let reminders = [Reminded {
            key: "c".to_owned(),
            from: minute(97),
        }];
        let at = |now| {
            let meetings = [due("a", 100)];
            Near::at(minute(now), Signs::default(), &reminders, &meetings)
        };
        assert_eq!(at(96).likely, [row("a")]);
        assert_eq!(at(96).changes_at, Some(minute(97)));
        assert_eq!(at(97).likely, [row("c"), row("a")]);
    }

    #[test]
    fn what_comes_near_to_many_comes_to_each_at_its_own_moment() {
        let moments: std::collections::BTreeSet<SignedDuration> =
            (0..1000).map(|seed| spread(seed, "a")).collect();
        assert!(moments.len() > 900);
        assert!(moments.iter().all(|moment| *moment < SPREAD));
        let late = Due {
            later: SignedDuration::from_mins(2),
            ..due("a", 100)
        };
        let at = |now| near(now, Signs::default(), std::slice::from_ref(&late));
        assert_eq!(at(96).likely, []);
        assert_eq!(at(96).changes_at, Some(minute(97)));
        assert_eq!(at(97).likely, [row("a")]);
    }

    #[test]
    fn a_window_in_front_is_near_for_half_an_hour_and_a_menu_for_two_minutes() {
        for (signs, lasts) in [
            (
                Signs {
                    in_front: Some(minute(0)),
                    ..Signs::default()
                },
                30,
            ),
            (
                Signs {
                    menu: Some(minute(0)),
                    ..Signs::default()
                },
                2,
            ),
        ] {
            let begun = near(0, signs, &[]);
            assert_eq!(begun.likely, [Likely::Room]);
            assert_eq!(begun.changes_at, Some(minute(lasts)));
            assert_eq!(near(lasts, signs, &[]).likely, []);
        }
    }

    #[test]
    fn who_looks_on_means_what_goes_on_or_begins_soon() {
        let signs = Signs {
            in_front: Some(minute(100)),
            ..Signs::default()
        };
        let meetings = [
            due("over", 30),
            due("live", 60),
            due("soon", 113),
            due("later", 130),
        ];
        let at = near(100, signs, &meetings);
        assert_eq!(at.likely, [row("soon"), row("live"), Likely::Room]);
    }
}
