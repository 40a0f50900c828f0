//! The series an event of an invitation begins, and which events are about single
//! times of it (pure).

use std::collections::BTreeSet;

use calcard::icalendar::{ICalendarComponent, ICalendarProperty, ICalendarValue};
use jiff::Timestamp;

use super::InvitedMeeting;
use super::time::Zones;
use crate::repeats::{MOST_DATES, MOST_RULES, Repeats, is_bearable};

/// How an event comes again. `None` if it does not, or in a way that nobody
/// meets.
pub(super) fn of(event: &ICalendarComponent, zones: &Zones<'_>) -> Option<Repeats> {
    let entries = |property: &ICalendarProperty| {
        let property = property.clone();
        event
            .entries
            .iter()
            .filter(move |entry| entry.name == property)
    };
    let rules = entries(&ICalendarProperty::Rrule)
        .flat_map(|entry| &entry.values)
        .filter_map(|value| {
            if let ICalendarValue::RecurrenceRule(rule) = value {
                return is_bearable(rule).then(|| rule.to_string());
            }
            None
        })
        .take(MOST_RULES);
    let rules: Vec<String> = rules.collect();
    let instants = |property: &ICalendarProperty| -> BTreeSet<Timestamp> {
        let instants = entries(property).flat_map(|entry| zones.instants(entry));
        instants.take(MOST_DATES).collect()
    };
    let added = instants(&ICalendarProperty::Rdate);
    if rules.is_empty() && added.is_empty() {
        return None;
    }
    let (first, zone) = zones.on_the_wall(event.property(&ICalendarProperty::Dtstart)?)?;
    let left_out = instants(&ICalendarProperty::Exdate);
    Some(Repeats::new(first, zone, rules, added, left_out))
}

/// Puts the events that are about single times of a series in the same file to
/// the end.
pub(crate) fn sort(meetings: &mut [InvitedMeeting]) {
    let series: BTreeSet<String> = meetings
        .iter()
        .filter(|one| one.recurrence.is_none())
        .map(|one| one.uid.clone())
        .collect();
    meetings.sort_by_key(|one| one.recurrence.is_some() && series.contains(&one.uid));
}

/// What a person chooses from in a sorted file: single times of a series that is
/// there itself are no choice.
pub(crate) fn choices(meetings: &[InvitedMeeting]) -> &[InvitedMeeting] {
    let is_part = |one: &InvitedMeeting| {
        let mut all = meetings.iter();
        one.recurrence.is_some()
            && all.any(|series| series.recurrence.is_none() && series.uid == one.uid)
    };
    let count = meetings.iter().take_while(|one| !is_part(one)).count();
    &meetings[..count]
}

/// A meeting and, of a series, what the file says about single times of it.
pub(crate) fn whole<'a>(
    meeting: &'a InvitedMeeting,
    all: &'a [InvitedMeeting],
) -> impl Iterator<Item = &'a InvitedMeeting> {
    let parts = all.iter().filter(|one| {
        meeting.recurrence.is_none() && one.recurrence.is_some() && one.uid == meeting.uid
    });
    std::iter::once(meeting).chain(parts)
}

/// What of a series is on now, or comes next: the series itself with the start
/// of that time, or the event that changed the time.
pub(crate) fn at<'a>(
    series: &'a InvitedMeeting,
    all: &'a [InvitedMeeting],
    now: Timestamp,
) -> (&'a InvitedMeeting, Option<Timestamp>) {
    let Some(repeats) = &series.series else {
        return (series, series.start);
    };
    let parts = || whole(series, all).skip(1);
    let mut repeats = repeats.clone();
    for start in parts().filter_map(|part| part.recurrence) {
        repeats.leave_out(start);
    }
    let length = series.start.zip(series.end);
    let length = length.map_or_else(Default::default, |(start, end)| end.duration_since(start));
    // Ends after now.
    let from = now.saturating_sub(length).unwrap_or(now);
    let next = repeats.next(from).map(|start| (series, Some(start)));
    let changed = parts()
        .filter(|change| !change.is_cancelled() && change.end.or(change.start) > Some(now))
        .map(|change| (change, change.start));
    let first = changed.chain(next).min_by_key(|(_, start)| *start);
    first.unwrap_or((series, series.start))
}
