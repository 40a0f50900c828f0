//! [`Repeats`]: how a meeting comes again (pure). The rules are expanded by
//! `calcard`; what bounds that is here.

use std::collections::BTreeSet;

use calcard::common::PartialDateTime;
use calcard::common::timezone::Tz;
use calcard::icalendar::{ICalendar, ICalendarFrequency, ICalendarRecurrenceRule, ICalendarValue};
use calcard::{Entry, Parser};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, civil};
use serde::{Deserialize, Serialize};

use crate::invite_file::civil_of;

/// So far ahead the times of a series are in the agenda.
const AHEAD: SignedDuration = SignedDuration::from_hours(14 * 24);

/// A series without a time within this is over. A little more than a year.
const FAR_AHEAD: SignedDuration = SignedDuration::from_hours(400 * 24);

/// What was found is looked for again after this.
pub(crate) const FRESH: SignedDuration = SignedDuration::from_hours(6);

/// More times than this of one series are in nobody's agenda.
const MOST: usize = 60;

/// More times than this are not gone through from the first one on: fifty years
/// of a daily meeting.
const MOST_STEPS: usize = 20_000;

/// No meeting begins more often on a day.
const MOST_ON_A_DAY: usize = 24;

/// More rules, and more times beside the rules, are no invitation.
pub(crate) const MOST_RULES: usize = 4;
pub(crate) const MOST_DATES: usize = 1000;

/// The times of a series. They follow the clock on the wall: ten o'clock stays
/// ten o'clock in summer and winter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Repeats {
    first: civil::DateTime,
    #[serde(with = "jiff::fmt::serde::tz::required")]
    zone: TimeZone,
    /// As invitations write them.
    rules: Vec<String>,
    /// Times beside the rules.
    added: BTreeSet<Timestamp>,
    /// Times that were taken out, or changed and stand on their own.
    left_out: BTreeSet<Timestamp>,
    /// What was found when it was last looked for: the times of these weeks, or
    /// the next one.
    #[serde(default)]
    coming: Vec<Timestamp>,
    #[serde(default)]
    looked_at: Option<Timestamp>,
}

impl Repeats {
    pub(crate) fn new(
        first: civil::DateTime,
        zone: TimeZone,
        rules: Vec<String>,
        added: BTreeSet<Timestamp>,
        left_out: BTreeSet<Timestamp>,
    ) -> Self {
        Self {
            zone: written_down(zone, first),
            first,
            rules,
            added,
            left_out,
            coming: Vec::new(),
            looked_at: None,
        }
    }

    /// The starts within these weeks, or the next one; by start. As of the last
    /// look.
    pub fn coming(&self) -> &[Timestamp] {
        &self.coming
    }

    /// Looks for what begins from then on.
    pub(crate) fn look_ahead(&mut self, from: Timestamp, now: Timestamp) {
        self.coming = self.starts(from, after(now, AHEAD));
        if self.coming.is_empty() {
            self.coming = self.starts(from, after(now, FAR_AHEAD));
            self.coming.truncate(1);
        }
        self.looked_at = Some(now);
    }

    /// Whether it is time to look again. A clock may have been set back.
    pub(crate) fn is_stale(&self, now: Timestamp) -> bool {
        self.looked_at
            .is_none_or(|at| now < at || now.duration_since(at) >= FRESH)
    }

    pub(crate) fn leave_out(&mut self, start: Timestamp) {
        self.left_out.insert(start);
        while self.left_out.len() > MOST_DATES {
            self.left_out.pop_first();
        }
        // Another time may be the next one now.
        self.looked_at = None;
    }

    pub(crate) fn leaves_out(&self, start: Timestamp) -> bool {
        self.left_out.contains(&start)
    }

    /// Whether another version of the series has nothing else to say.
    pub(crate) fn covers(&self, other: &Self) -> bool {
        (self.first, &self.zone, &self.rules, &self.added)
            == (other.first, &other.zone, &other.rules, &other.added)
            && other.left_out.is_subset(&self.left_out)
    }

    /// Whether one of the times begins then.
    pub(crate) fn has(&self, start: Timestamp) -> bool {
        self.next(start) == Some(start)
    }

    /// The first start from then on.
    pub(crate) fn next(&self, from: Timestamp) -> Option<Timestamp> {
        self.starts(from, after(from, FAR_AHEAD)).first().copied()
    }

    fn starts(&self, from: Timestamp, until: Timestamp) -> Vec<Timestamp> {
        let first = self.zone.to_timestamp(self.first).ok();
        let by_rules = self.rules.iter().flat_map(|rule| self.by_rule(rule, until));
        let all: BTreeSet<Timestamp> = first
            .into_iter()
            .chain(by_rules)
            .chain(self.added.iter().copied())
            .collect();
        let wanted = all.range(from.min(until)..until);
        let wanted = wanted.filter(|start| !self.leaves_out(**start));
        wanted.copied().take(MOST).collect()
    }

    fn by_rule(&self, rule: &str, until: Timestamp) -> Vec<Timestamp> {
        let until = self.zone.to_datetime(until);
        if until < self.first {
            return Vec::new();
        }
        let Some(series) = self.series(rule, until) else {
            return Vec::new();
        };
        // Without a zone: what comes out is what the clock on the wall shows.
        let events = series.expand_dates(Tz::Floating, MOST_STEPS).events;
        let shown = events.iter().filter_map(|event| {
            let shown = Timestamp::from_second(event.timestamps().0).ok()?;
            Some(TimeZone::UTC.to_datetime(shown))
        });
        shown
            .filter_map(|shown| self.zone.to_timestamp(shown).ok())
            .collect()
    }

    /// The series as a calendar with one event, which ends before `until`.
    fn series(&self, rule: &str, until: civil::DateTime) -> Option<ICalendar> {
        let start = self.first.strftime("%Y%m%dT%H%M%S");
        let text = format!(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:{start}\nRRULE:{rule}\nEND:VEVENT\nEND:VCALENDAR\n"
        );
        let Entry::ICalendar(mut calendar) = Parser::new(&text).entry() else {
            return None;
        };
        let entries = calendar
            .components
            .iter_mut()
            .flat_map(|one| &mut one.entries);
        let rule = entries
            .flat_map(|entry| &mut entry.values)
            .find_map(|value| {
                if let ICalendarValue::RecurrenceRule(rule) = value {
                    return Some(rule);
                }
                None
            })?;
        if !is_bearable(rule) {
            return None;
        }
        let ends = rule.until.as_ref().and_then(|ends| self.shown(ends));
        let until = ends.map_or(until, |ends| ends.min(until));
        rule.until = Some(partial(until)?);
        Some(calendar)
    }

    /// UNTIL as the clock on the wall shows it: it is written in UTC, and as a
    /// day by those who mean all of that day.
    fn shown(&self, until: &PartialDateTime) -> Option<civil::DateTime> {
        let written = civil_of(until)?;
        if until.hour.is_none() {
            return Some(written.date().at(23, 59, 59, 0));
        }
        if until.tz_hour.is_none() {
            return Some(written);
        }
        let instant = TimeZone::UTC.to_timestamp(written).ok()?;
        Some(self.zone.to_datetime(instant))
    }
}

/// Whether expanding a rule takes bearable time: none repeats within an hour, nor
/// more often on a day than that has hours.
pub(crate) fn is_bearable(rule: &ICalendarRecurrenceRule) -> bool {
    let times = [&rule.byhour, &rule.byminute, &rule.bysecond];
    let on_a_day: usize = times.iter().map(|times| times.len().max(1)).product();
    rule.freq <= ICalendarFrequency::Hourly && on_a_day <= MOST_ON_A_DAY
}

fn partial(shown: civil::DateTime) -> Option<PartialDateTime> {
    let part = |part: i8| u8::try_from(part).ok();
    Some(PartialDateTime {
        year: Some(u16::try_from(shown.year()).ok()?),
        month: part(shown.month()),
        day: part(shown.day()),
        hour: part(shown.hour()),
        minute: part(shown.minute()),
        second: part(shown.second()),
        ..PartialDateTime::default()
    })
}

/// A zone that can be written into a file. That of the system may have no name;
/// then its present offset stands for it.
fn written_down(zone: TimeZone, first: civil::DateTime) -> TimeZone {
    let printer = jiff::fmt::temporal::DateTimePrinter::new();
    if printer.time_zone_to_string(&zone).is_ok() {
        return zone;
    }
    let instant = zone.to_timestamp(first).unwrap_or(Timestamp::UNIX_EPOCH);
    TimeZone::fixed(zone.to_offset(instant))
}

fn after(time: Timestamp, duration: SignedDuration) -> Timestamp {
    time.saturating_add(duration).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn series(first: &str, rule: &str) -> Repeats {
        Repeats::new(
            first.parse().unwrap(),
            TimeZone::get("Europe/Berlin").unwrap(),
            vec![rule.to_owned()],
            BTreeSet::new(),
            BTreeSet::new(),
        )
    }

    fn coming(mut series: Repeats, now: &str) -> Vec<String> {
        series.look_ahead(at(now), at(now));
        let coming = series.coming().iter();
        coming.map(ToString::to_string).collect()
    }

    #[test]
    fn ten_o_clock_stays_ten_o_clock() {
        let weekly = series("2026-10-06T10:00", "FREQ=WEEKLY;BYDAY=TU");
        assert_eq!(
            coming(weekly.clone(), "2026-10-14T00:00:00Z"),
            ["2026-10-20T08:00:00Z", "2026-10-27T09:00:00Z"]
        );
        assert_eq!(
            coming(weekly, "2031-07-02T00:00:00Z"),
            ["2031-07-08T08:00:00Z", "2031-07-15T08:00:00Z"]
        );
    }

    #[test]
    fn the_next_time_is_known_even_if_it_is_weeks_away() {
        let monthly = series("2026-01-01T10:00", "FREQ=MONTHLY;BYDAY=1MO");
        assert_eq!(
            coming(monthly, "2026-11-03T00:00:00Z"),
            ["2026-12-07T09:00:00Z"]
        );
        let yearly = series("2020-03-01T10:00", "FREQ=YEARLY");
        assert_eq!(
            coming(yearly, "2026-03-02T00:00:00Z"),
            ["2027-03-01T09:00:00Z"]
        );
    }

    #[test]
    fn a_series_ends_when_it_says() {
        for (rule, last) in [
            ("FREQ=DAILY;COUNT=3", 3),
            ("FREQ=DAILY;UNTIL=20261103T090000Z", 3),
            ("FREQ=DAILY;UNTIL=20261103T085959Z", 2),
            ("FREQ=DAILY;UNTIL=20261103", 3),
            ("FREQ=DAILY;UNTIL=20261103T100000", 3),
            ("FREQ=DAILY;UNTIL=20261001T000000Z", 1),
        ] {
            let daily = series("2026-11-01T10:00", rule);
            assert_eq!(
                coming(daily.clone(), "2026-11-01T00:00:00Z").len(),
                last,
                "{rule}"
            );
            assert_eq!(coming(daily, "2026-11-09T00:00:00Z").len(), 0, "{rule}");
        }
    }

    #[test]
    fn what_is_left_out_is_not_there_and_what_is_added_is() {
        let mut weekly = series("2026-10-06T10:00", "FREQ=WEEKLY");
        weekly.leave_out(at("2026-10-20T08:00:00Z"));
        weekly.added.insert(at("2026-10-21T08:00:00Z"));
        assert_eq!(
            coming(weekly, "2026-10-14T00:00:00Z"),
            ["2026-10-21T08:00:00Z", "2026-10-27T09:00:00Z"]
        );
    }

    #[test]
    fn endless_and_hostile_rules_are_bounded() {
        for (rule, times) in [
            ("FREQ=HOURLY", MOST),
            ("FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7,8", MOST),
            ("FREQ=MINUTELY", 1),
            ("FREQ=SECONDLY", 1),
            ("FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3,4,5", 1),
            ("FREQ=DAILY;INTERVAL=0", 14),
            ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", 1),
            ("FREQ=NEVER", 1),
            ("", 1),
        ] {
            let found = coming(series("2026-11-01T10:00", rule), "2026-11-01T00:00:00Z");
            assert_eq!(found.len(), times, "{rule}");
        }
        let ancient = series("0001-01-01T10:00", "FREQ=DAILY");
        assert_eq!(coming(ancient, "2026-11-01T00:00:00Z").len(), 0);
    }

    #[test]
    fn it_is_looked_for_again_after_hours_and_when_the_clock_was_set_back() {
        let mut daily = series("2026-11-01T10:00", "FREQ=DAILY");
        let now = at("2026-11-01T00:00:00Z");
        assert!(daily.is_stale(now));
        daily.look_ahead(now, now);
        assert!(!daily.is_stale(after(now, SignedDuration::from_hours(5))));
        assert!(daily.is_stale(after(now, FRESH)));
        assert!(daily.is_stale(after(now, -FRESH)));
    }

    #[test]
    fn it_reads_back_as_it_was_written_whatever_the_zone() {
        let zones = [
            TimeZone::get("America/New_York").unwrap(),
            TimeZone::UTC,
            TimeZone::fixed(jiff::tz::offset(5)),
            TimeZone::posix("STD-1DST-2,M3.5.0/2,M10.5.0/3").unwrap(),
            TimeZone::unknown(),
        ];
        for zone in zones {
            let first = "2026-10-06T10:00".parse().unwrap();
            let none = BTreeSet::new;
            let mut given = Repeats::new(first, zone, vec!["FREQ=DAILY".into()], none(), none());
            given.look_ahead(at("2026-11-01T00:00:00Z"), at("2026-11-01T00:00:00Z"));
            let text = serde_json::to_string(&given).unwrap();
            assert_eq!(
                serde_json::from_str::<Repeats>(&text).unwrap(),
                given,
                "{text}"
            );
        }
    }

    fn numbers() -> impl Strategy<Value = String> {
        proptest::collection::vec(-400_i32..400, 1..4).prop_map(|all| {
            let all: Vec<String> = all.iter().map(ToString::to_string).collect();
            all.join(",")
        })
    }

    fn part() -> impl Strategy<Value = String> {
        let numbered = proptest::sample::select(vec![
            "INTERVAL",
            "COUNT",
            "BYHOUR",
            "BYMINUTE",
            "BYSECOND",
            "BYMONTHDAY",
            "BYYEARDAY",
            "BYWEEKNO",
            "BYMONTH",
            "BYSETPOS",
        ]);
        prop_oneof![
            (numbered, numbers()).prop_map(|(name, numbers)| format!("{name}={numbers}")),
            "BYDAY=(-?[0-9]{0,3}(MO|SU|FR),?){1,3}",
            "UNTIL=[0-9]{8}(T[0-9]{6}Z?)?",
            "WKST=(MO|SU)",
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(100))]

        #[test]
        fn no_rule_panics(
            freq in "(YEARLY|MONTHLY|WEEKLY|DAILY|HOURLY)",
            parts in proptest::collection::vec(part(), 0..4),
            year in 1_i16..9999,
        ) {
            let rule = format!("FREQ={freq};{}", parts.join(";"));
            let first = civil::date(year, 2, 28).at(10, 0, 0, 0).to_string();
            let found = coming(series(&first, &rule), "2026-11-01T00:00:00Z");
            prop_assert!(found.len() <= MOST);
        }
    }
}
