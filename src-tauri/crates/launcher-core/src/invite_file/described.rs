//! Zones that an invitation describes itself, as Outlook does for those it has
//! no name for (pure).

use std::cmp::Reverse;

use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarFrequency, ICalendarProperty,
    ICalendarValue, ICalendarWeekday,
};
use jiff::civil;
use jiff::tz::{Offset, TimeZone};

use super::time::{civil_of, offset_of};

/// The zone of a VTIMEZONE, by the rules that hold last in it.
pub(super) fn zone(calendar: &ICalendar, zone: &ICalendarComponent) -> Option<TimeZone> {
    let part = |kind: &ICalendarComponentType| {
        let parts = zone.component_ids.iter();
        let parts = parts.filter_map(|id| calendar.component_by_id(*id));
        let parts = parts.filter(|part| part.component_type == *kind);
        parts
            .filter_map(Part::of)
            .min_by_key(|part| Reverse(part.since))
    };
    let standard = part(&ICalendarComponentType::Standard);
    let daylight = part(&ICalendarComponentType::Daylight);
    match (standard, daylight) {
        (Some(standard), Some(daylight)) if standard.offset != daylight.offset => {
            changing(&standard, &daylight)
        }
        (Some(only), _) | (None, Some(only)) => Some(TimeZone::fixed(only.offset)),
        (None, None) => None,
    }
}

/// One of the two times of a year.
struct Part {
    since: civil::DateTime,
    offset: Offset,
    /// When it begins each year, as POSIX writes that.
    begins: Option<String>,
}

impl Part {
    fn of(part: &ICalendarComponent) -> Option<Self> {
        let time = |property: &ICalendarProperty| {
            part.property(property)?
                .values
                .first()?
                .as_partial_date_time()
        };
        let since = civil_of(time(&ICalendarProperty::Dtstart)?)?;
        Some(Self {
            since,
            offset: offset_of(time(&ICalendarProperty::Tzoffsetto)?)?,
            begins: begins(part, since),
        })
    }
}

/// `M3.5.0/2`: the last Sunday of March, at two.
fn begins(part: &ICalendarComponent, since: civil::DateTime) -> Option<String> {
    let rule = part.property(&ICalendarProperty::Rrule)?;
    let ICalendarValue::RecurrenceRule(rule) = rule.values.first()? else {
        return None;
    };
    let ([month], [day]) = (rule.bymonth.as_slice(), rule.byday.as_slice()) else {
        return None;
    };
    if rule.freq != ICalendarFrequency::Yearly || rule.until.is_some() {
        return None;
    }
    let week = match day.ordwk? {
        -1 => 5,
        week @ 1..=4 => week,
        _ => return None,
    };
    let weekday = match day.weekday {
        ICalendarWeekday::Sunday => 0,
        ICalendarWeekday::Monday => 1,
        ICalendarWeekday::Tuesday => 2,
        ICalendarWeekday::Wednesday => 3,
        ICalendarWeekday::Thursday => 4,
        ICalendarWeekday::Friday => 5,
        ICalendarWeekday::Saturday => 6,
    };
    let time = since.time();
    let (hour, minute) = (time.hour(), time.minute());
    Some(format!(
        "M{}.{week}.{weekday}/{hour}:{minute:02}",
        month.month()
    ))
}

fn changing(standard: &Part, daylight: &Part) -> Option<TimeZone> {
    let (Some(to_standard), Some(to_daylight)) = (&standard.begins, &daylight.begins) else {
        // Neither says that it comes again: the last change holds.
        let last = if standard.since > daylight.since {
            standard
        } else {
            daylight
        };
        return Some(TimeZone::fixed(last.offset));
    };
    let (winter, summer) = (posix(standard.offset), posix(daylight.offset));
    TimeZone::posix(&format!(
        "STD{winter}DST{summer},{to_daylight},{to_standard}"
    ))
    .ok()
}

/// POSIX counts to the west.
fn posix(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds > 0 { "-" } else { "" };
    let minutes = seconds.abs() / 60;
    format!("{sign}{}:{:02}", minutes / 60, minutes % 60)
}
