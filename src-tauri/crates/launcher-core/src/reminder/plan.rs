//! [`plan`]: which meetings the person is reminded of now, and when to look
//! again (pure).

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};

use crate::meeting::upcoming::Upcoming;

/// A snoozed reminder comes again after this, or at the start if that is sooner.
pub const SNOOZE: SignedDuration = SignedDuration::from_mins(5);

/// Nobody who has not answered by then is still to be reminded.
pub const LASTS_AFTER_START: SignedDuration = SignedDuration::from_mins(10);

/// Who has more meetings at once is told how many, not one by one.
pub const MOST_AT_ONCE: usize = 5;

/// What happened with reminders so far.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// Meetings that began before this are not reminded of.
    pub began: Timestamp,
    /// Keys of the meetings the person was reminded of, in any process.
    pub reminded: &'a BTreeSet<String>,
    /// Keys of what is on screen.
    pub active: &'a BTreeSet<String>,
    /// When a snoozed one comes again.
    pub snoozed: &'a BTreeMap<String, Timestamp>,
    /// The meeting that was joined.
    pub joined: Option<&'a str>,
}

/// What is to be done. The key of a meeting holds its start: one that was moved
/// is another one here, and is reminded of anew.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// To be shown now, by start.
    pub due: Vec<Upcoming>,
    /// On screen, and to be taken off: joined, gone or too old.
    pub over: Vec<String>,
    /// When there may be something to do next.
    pub wake: Option<Timestamp>,
}

/// What is to be done at this time. `minutes` before the start; `None` reminds
/// of nothing.
pub fn plan(
    upcoming: &[Upcoming],
    minutes: Option<u16>,
    known: &Known<'_>,
    now: Timestamp,
) -> Plan {
    let mut plan = Plan::default();
    let mut standing = BTreeSet::new();
    if let Some(minutes) = minutes {
        let before = SignedDuration::from_mins(minutes.into());
        for meeting in upcoming {
            look_at(meeting, before, known, now, &mut plan, &mut standing);
        }
    }
    let over = known
        .active
        .iter()
        .filter(|key| !standing.contains(key.as_str()));
    plan.over = over.cloned().collect();
    plan
}

fn look_at<'m>(
    meeting: &'m Upcoming,
    before: SignedDuration,
    known: &Known<'_>,
    now: Timestamp,
    plan: &mut Plan,
    standing: &mut BTreeSet<&'m str>,
) {
    let key = meeting.key.as_str();
    let until = last_moment(meeting);
    if known.joined == Some(key) || until <= now || meeting.start < known.began {
        return;
    }
    let first = meeting
        .start
        .saturating_sub(before)
        .unwrap_or(meeting.start);
    let at = match known.snoozed.get(key) {
        Some(again) => *again,
        None if known.active.contains(key) => {
            standing.insert(key);
            plan.wake_at(until);
            return;
        }
        None if known.reminded.contains(key) => return,
        None => first,
    };
    if at <= now {
        plan.due.push(meeting.clone());
        plan.wake_at(until);
    } else {
        plan.wake_at(at);
    }
}

/// When a reminder that was snoozed now comes again; never, once the meeting has
/// begun.
pub fn again_at(meeting: &Upcoming, now: Timestamp) -> Option<Timestamp> {
    let later = now.saturating_add(SNOOZE).unwrap_or(now);
    (now < meeting.start).then(|| later.min(meeting.start))
}

fn last_moment(meeting: &Upcoming) -> Timestamp {
    let late = meeting.start.saturating_add(LASTS_AFTER_START);
    late.unwrap_or(meeting.end).min(meeting.end)
}

impl Plan {
    fn wake_at(&mut self, at: Timestamp) {
        self.wake = Some(self.wake.map_or(at, |wake| wake.min(at)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minute(minutes: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + minutes * 60).unwrap()
    }

    fn meeting(name: &str, start: i64, end: i64) -> Upcoming {
        Upcoming {
            key: format!("{name}/{start}"),
            title: name.to_owned(),
            start: minute(start),
            end: minute(end),
            organiser: String::new(),
            profile: None,
            place: "Work".to_owned(),
            open_from: None,
            has_room: true,
        }
    }

    #[derive(Default)]
    struct Past {
        reminded: BTreeSet<String>,
        active: BTreeSet<String>,
        snoozed: BTreeMap<String, Timestamp>,
        joined: Option<String>,
    }

    impl Past {
        fn plan(&self, meetings: &[Upcoming], now: i64) -> Plan {
            let known = Known {
                began: minute(0),
                reminded: &self.reminded,
                active: &self.active,
                snoozed: &self.snoozed,
                joined: self.joined.as_deref(),
            };
            plan(meetings, Some(5), &known, minute(now))
        }

        /// As a resident does: what is due is on screen from then on.
        fn step(&mut self, meetings: &[Upcoming], now: i64) -> (Vec<String>, Vec<String>) {
            let plan = self.plan(meetings, now);
            for key in &plan.over {
                self.active.remove(key);
            }
            let due: Vec<String> = plan.due.into_iter().map(|meeting| meeting.key).collect();
            for key in &due {
                self.snoozed.remove(key);
                self.active.insert(key.clone());
                self.reminded.insert(key.clone());
            }
            (due, plan.over)
        }
    }

    #[test]
    fn back_to_back_and_overlapping_meetings_are_each_reminded_of_once() {
        let day = [
            meeting("a", 10, 20),
            meeting("b", 20, 30),
            meeting("c", 20, 60),
        ];
        let mut past = Past::default();
        assert_eq!(past.plan(&day, 0).wake, Some(minute(5)));
        assert_eq!(past.step(&day, 5).0, ["a/10"]);
        assert_eq!(past.step(&day, 6).0, [""; 0]);
        assert_eq!(past.step(&day, 15).0, ["b/20", "c/20"]);
        // A second process knows what the first one said.
        past.active.clear();
        assert_eq!(past.step(&day, 16), (vec![], vec![]));
    }

    #[test]
    fn what_was_moved_is_reminded_of_anew_and_the_old_one_taken_back() {
        let mut past = Past::default();
        past.step(&[meeting("a", 10, 20)], 6);
        let moved = [meeting("a", 12, 22)];
        let expected = (vec!["a/12".to_owned()], vec!["a/10".to_owned()]);
        assert_eq!(past.step(&moved, 8), expected);
        assert_eq!(past.step(&[], 9).1, ["a/12"], "called off");
    }

    #[test]
    fn after_a_sleep_over_three_meetings_only_what_goes_on_is_reminded_of() {
        let day = [
            meeting("a", 10, 20),
            meeting("b", 30, 40),
            meeting("c", 50, 90),
        ];
        let mut past = Past::default();
        assert_eq!(past.step(&day, 55).0, ["c/50"]);
        let mut later = Past::default();
        assert_eq!(later.step(&day, 61).0, [""; 0], "too late for a reminder");
    }

    #[test]
    fn what_was_joined_is_quiet_and_leaves_the_screen() {
        let day = [meeting("a", 10, 20)];
        let mut past = Past::default();
        past.step(&day, 6);
        past.joined = Some("a/10".to_owned());
        assert_eq!(past.step(&day, 7), (vec![], vec!["a/10".to_owned()]));
    }

    #[test]
    fn a_snoozed_one_comes_again_at_the_start_at_the_latest() {
        let day = [meeting("a", 10, 40)];
        let mut past = Past::default();
        past.step(&day, 5);
        assert_eq!(again_at(&day[0], minute(3)), Some(minute(8)));
        let again = again_at(&day[0], minute(7)).unwrap();
        assert_eq!(again, minute(10));
        past.active.clear();
        past.snoozed.insert("a/10".to_owned(), again);
        assert_eq!(past.plan(&day, 8).wake, Some(minute(10)));
        assert_eq!(past.step(&day, 10).0, ["a/10"]);
        assert_eq!(past.step(&day, 11).0, [""; 0]);
        assert_eq!(again_at(&day[0], minute(10)), None);
        assert_eq!(past.step(&day, 20).1, ["a/10"], "not answered for long");
    }

    /// Every time at which something is due, looked at each minute of three hours
    /// around the start.
    fn reminded_around(meeting: &Upcoming) -> Vec<Timestamp> {
        let first = meeting.start - SignedDuration::from_mins(90);
        let began = first;
        let (mut reminded, mut at) = (BTreeSet::new(), Vec::new());
        for later in 0..180 {
            let now = first + SignedDuration::from_mins(later);
            let known = Known {
                began,
                reminded: &reminded,
                active: &BTreeSet::new(),
                snoozed: &BTreeMap::new(),
                joined: None,
            };
            let due = plan(std::slice::from_ref(meeting), Some(5), &known, now).due;
            at.extend(due.iter().map(|_| now));
            reminded.extend(due.into_iter().map(|one| one.key));
        }
        at
    }

    #[test]
    fn wall_clocks_jump_and_reminders_do_not() {
        for (what, wall) in [
            (
                "before the hour that comes twice",
                "2026-10-25T01:59[Europe/Berlin]",
            ),
            ("in it, first time", "2026-10-25T02:02+02:00[Europe/Berlin]"),
            (
                "in it, second time",
                "2026-10-25T02:02+01:00[Europe/Berlin]",
            ),
            (
                "just after the hour that is left out",
                "2027-03-28T03:02[Europe/Berlin]",
            ),
            (
                "half an hour of change",
                "2027-04-04T01:45+11:00[Australia/Lord_Howe]",
            ),
            ("a day that is left out", "2011-12-31T00:02[Pacific/Apia]"),
        ] {
            let start: jiff::ZonedDateTime = wall.parse().unwrap();
            let mut meeting = meeting("a", 0, 0);
            meeting.start = start.timestamp();
            meeting.end = meeting.start + SignedDuration::from_hours(1);
            let five_before = meeting.start - SignedDuration::from_mins(5);
            assert_eq!(reminded_around(&meeting), [five_before], "{what}");
        }
    }

    #[test]
    fn a_clock_that_is_set_back_or_forth_reminds_once() {
        let day = [meeting("a", 60, 90), meeting("b", 100, 130)];
        let mut past = Past::default();
        assert_eq!(past.step(&day, 56).0, ["a/60"]);
        past.active.clear();
        for now in [20, 56, 57, 70] {
            assert_eq!(past.step(&day, now).0, [""; 0], "{now}");
        }
        // Set forth over a start: what has just begun is still worth a word.
        assert_eq!(past.step(&day, 103).0, ["b/100"]);
        assert_eq!(past.step(&day, 60).0, [""; 0]);
    }

    #[test]
    fn five_hundred_meetings_are_each_reminded_of_once_and_in_time() {
        let day: Vec<Upcoming> = (0..500)
            .map(|number| meeting(&format!("m{number}"), 10 + number / 2, 40 + number))
            .collect();
        let mut past = Past::default();
        let mut seen = BTreeSet::new();
        for now in 0..600 {
            for key in past.step(&day, now).0 {
                let start: i64 = key.rsplit('/').next().unwrap().parse().unwrap();
                assert_eq!(now, start - 5, "{key}");
                assert!(seen.insert(key), "twice");
            }
        }
        assert_eq!(seen.len(), 500);
        assert_eq!(past.active, BTreeSet::new(), "none stays for ever");
    }

    #[test]
    fn what_went_on_at_the_start_is_not_reminded_of_and_without_reminders_nothing_is_awake() {
        let mut past = Past::default();
        assert_eq!(past.step(&[meeting("a", -3, 20)], 1).0, [""; 0]);
        past.active.insert("b/9".to_owned());
        let known = Known {
            began: minute(0),
            reminded: &past.reminded,
            active: &past.active,
            snoozed: &past.snoozed,
            joined: None,
        };
        let off = plan(&[meeting("b", 9, 20)], None, &known, minute(6));
        assert_eq!((off.due, off.wake), (vec![], None));
        assert_eq!(off.over, ["b/9"]);
    }
}
