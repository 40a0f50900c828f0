//! [`Near`]: what tells that a join may be near, and what is joined then (pure).

use jiff::{SignedDuration, Timestamp};
use launcher_core::meeting::upcoming::Upcoming;
use tokio::sync::watch;

use crate::alarm;
use crate::local::Local;

/// Whoever has had the window in front for longer is doing something else.
const IN_FRONT: SignedDuration = SignedDuration::from_mins(30);

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
    /// `reminders` are the keys of the reminders on screen.
    pub(crate) fn at(
        now: Timestamp,
        signs: Signs,
        reminders: impl IntoIterator<Item = String>,
        meetings: &[Due],
    ) -> Self {
        let mut near = Self {
            likely: reminders.into_iter().map(Likely::Row).collect(),
            changes_at: None,
        };
        let mut begun: Vec<&Due> = Vec::new();
        for meeting in meetings {
            let until = after(meeting.start, LATE).min(meeting.end);
            if near.is_between(now, before(meeting.start, BEFORE), until) {
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
        if is_before {
            self.changes_at = Some(alarm::sooner(self.changes_at, until));
        }
        is_before
    }
}

impl Due {
    pub(crate) fn of(upcoming: &Upcoming) -> Option<Self> {
        upcoming.has_room.then(|| Self {
            key: upcoming.key.clone(),
            start: upcoming.start,
            end: upcoming.end,
        })
    }
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
        }
    }

    fn row(key: &str) -> Likely {
        Likely::Row(key.to_owned())
    }

    fn near(now: i64, signs: Signs, meetings: &[Due]) -> Near {
        Near::at(minute(now), signs, [], meetings)
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
        let reminders = ["c".to_owned()];
        let at = Near::at(minute(96), Signs::default(), reminders, &[due("a", 100)]);
        assert_eq!(at.likely, [row("c"), row("a")]);
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
