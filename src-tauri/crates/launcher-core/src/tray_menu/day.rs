//! [`Day`]: which meeting is now or next, and what else there is today.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::meeting::upcoming::{self, Upcoming};
use crate::state::AppState;

/// A meeting this near says how long it is until then.
pub(super) const NEAR: SignedDuration = SignedDuration::from_hours(1);

/// A meeting this near shows in the icon.
pub(super) const SOON: SignedDuration = SignedDuration::from_mins(15);

/// The meetings that are not over, as of a moment at a place.
#[derive(Debug)]
pub(super) struct Day<'a> {
    pub(super) now: Timestamp,
    pub(super) zone: &'a TimeZone,
    /// Those that are not over, by start.
    meetings: Vec<Upcoming>,
    /// Which of them is now or next.
    featured: Option<usize>,
    had_any: bool,
}

/// Where a meeting stands in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moment {
    On,
    /// In so many minutes, the begun one counted.
    InMinutes(i64),
    Later,
}

impl<'a> Day<'a> {
    pub(super) fn of(state: &AppState, now: Timestamp, zone: &'a TimeZone) -> Self {
        let mut meetings = upcoming::upcoming(state);
        let today = date(now, zone);
        let had_any = meetings.iter().any(|one| date(one.start, zone) == today);
        meetings.retain(|meeting| meeting.end > now);
        let mut day = Self {
            now,
            zone,
            meetings,
            featured: None,
            had_any,
        };
        day.featured = day.feature();
        day
    }

    /// What “join next” means, so that the menu and a middle click are of one
    /// mind; else the next one. An entry for whole days only if there is nothing
    /// else today.
    fn feature(&self) -> Option<usize> {
        let timed = || {
            let all = self.meetings.iter().enumerate();
            all.filter(|(_, meeting)| !self.is_all_day(meeting))
        };
        let meant = upcoming::next(&self.meetings, self.now).map(|meant| &meant.key);
        let meant = timed().find(|(_, one)| Some(&one.key) == meant);
        let today = timed().find(|(_, one)| self.is_today(one));
        meant
            .or(today)
            .map(|(at, _)| at)
            .or_else(|| self.meetings.iter().position(|one| self.is_today(one)))
            .or_else(|| timed().next().map(|(at, _)| at))
            .or((!self.meetings.is_empty()).then_some(0))
    }

    /// The meeting that is now or next.
    pub(super) fn featured(&self) -> Option<&Upcoming> {
        self.meetings.get(self.featured?)
    }

    /// The others of today, by start.
    pub(super) fn rest(&self) -> impl Iterator<Item = &Upcoming> {
        let all = self.meetings.iter().enumerate();
        all.filter(|(at, meeting)| Some(*at) != self.featured && self.is_today(meeting))
            .map(|(_, meeting)| meeting)
    }

    /// Whether there was something today that is over.
    pub(super) fn had_any(&self) -> bool {
        self.had_any
    }

    /// Whether it is on, or begins today.
    pub(super) fn is_today(&self, meeting: &Upcoming) -> bool {
        self.days_until(meeting) <= 0
    }

    /// 0 is today, 1 tomorrow.
    pub(super) fn days_until(&self, meeting: &Upcoming) -> i32 {
        let today = date(self.now, self.zone);
        let days = date(meeting.start, self.zone) - today;
        days.get_days()
    }

    pub(super) fn moment(&self, meeting: &Upcoming) -> Moment {
        let left = meeting.start.duration_since(self.now);
        if left <= SignedDuration::ZERO {
            Moment::On
        } else if left <= NEAR {
            Moment::InMinutes(whole_minutes(left))
        } else {
            Moment::Later
        }
    }

    /// Any meeting that is on, entries for whole days left out.
    pub(super) fn is_any_on(&self) -> bool {
        self.timed().any(|meeting| meeting.start <= self.now)
    }

    pub(super) fn is_any_soon(&self) -> bool {
        let limit = after(self.now, SOON);
        self.timed().any(|meeting| meeting.start <= limit)
    }

    /// When something of this is not true any more, if nothing else changes.
    pub(super) fn changes_at(&self) -> Option<Timestamp> {
        let of_meetings = self.meetings.iter().flat_map(|meeting| {
            let start = meeting.start;
            let times = [SignedDuration::ZERO, SOON, NEAR].map(|time| before(start, time));
            times
                .into_iter()
                .chain([meeting.end])
                .chain(meeting.open_from)
        });
        let countdown = self
            .featured()
            .and_then(|meeting| match self.moment(meeting) {
                Moment::InMinutes(minutes) => {
                    let next = SignedDuration::from_mins(minutes - 1);
                    Some(before(meeting.start, next))
                }
                Moment::On | Moment::Later => None,
            });
        of_meetings
            .chain(countdown)
            .chain(self.midnight())
            .filter(|at| *at > self.now)
            .min()
    }

    /// The end of the day, if the day makes a difference.
    fn midnight(&self) -> Option<Timestamp> {
        let tomorrow = date(self.now, self.zone).tomorrow().ok()?;
        let midnight = self.zone.to_timestamp(tomorrow.at(0, 0, 0, 0)).ok()?;
        (self.had_any || !self.meetings.is_empty()).then_some(midnight)
    }

    fn timed(&self) -> impl Iterator<Item = &Upcoming> {
        let all = self.meetings.iter();
        all.filter(|meeting| !self.is_all_day(meeting))
    }

    /// From midnight to a midnight, where this computer is.
    fn is_all_day(&self, meeting: &Upcoming) -> bool {
        let is_midnight = |at: Timestamp| {
            let at = at.to_zoned_datetime(self.zone.clone());
            at.start_of_day().is_ok_and(|start| start == at)
        };
        is_midnight(meeting.start) && is_midnight(meeting.end)
    }
}

fn date(at: Timestamp, zone: &TimeZone) -> Date {
    zone.to_datetime(at).date()
}

/// Minutes, the begun one counted: 90 seconds are 2.
fn whole_minutes(time: SignedDuration) -> i64 {
    let minutes = time.as_mins();
    if SignedDuration::from_mins(minutes) < time {
        minutes + 1
    } else {
        minutes
    }
}

fn before(at: Timestamp, time: SignedDuration) -> Timestamp {
    at.saturating_sub(time).unwrap_or(Timestamp::MIN)
}

fn after(at: Timestamp, time: SignedDuration) -> Timestamp {
    at.saturating_add(time).unwrap_or(Timestamp::MAX)
}
