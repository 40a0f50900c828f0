//! The times of an invitation, in whatever zone they were written (pure).

use std::collections::BTreeMap;

use calcard::common::PartialDateTime;
use calcard::common::timezone::Tz;
use calcard::icalendar::timezone::TzResolver;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarEntry, ICalendarPeriod, ICalendarProperty,
    ICalendarValue,
};
use jiff::civil;
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp, ToSpan as _};

use super::described;

/// No zone has a longer name.
const LONGEST_NAME: usize = 100;

/// The zones an invitation speaks of.
pub(super) struct Zones<'a> {
    /// Zones with a name somebody knows, Windows' own names among them.
    named: TzResolver<&'a str>,
    /// Zones the file describes itself.
    described: BTreeMap<&'a str, TimeZone>,
    local: &'a TimeZone,
}

impl<'a> Zones<'a> {
    pub(super) fn of(calendar: &'a ICalendar, local: &'a TimeZone) -> Self {
        let described = calendar
            .timezones()
            .filter_map(|zone| {
                let name = zone
                    .property(&ICalendarProperty::Tzid)?
                    .values
                    .first()?
                    .as_text()?;
                Some((name, described::zone(calendar, zone)?))
            })
            .collect();
        Self {
            named: calendar.build_tz_resolver(),
            described,
            local,
        }
    }

    /// The instant of a property such as DTSTART.
    pub(super) fn instant(&self, entry: &ICalendarEntry) -> Option<Timestamp> {
        self.instants(entry).next()
    }

    /// The instants of a property with several, such as EXDATE.
    pub(super) fn instants(&self, entry: &ICalendarEntry) -> impl Iterator<Item = Timestamp> {
        let zone = self.zone_of(entry);
        let values = entry.values.iter().filter_map(beginning);
        values.filter_map(move |value| {
            zone_of_value(value, &zone)?
                .to_timestamp(civil_of(value)?)
                .ok()
        })
    }

    /// DTSTART as the clock on the wall shows it, and where that clock hangs.
    pub(super) fn on_the_wall(
        &self,
        start: &ICalendarEntry,
    ) -> Option<(civil::DateTime, TimeZone)> {
        let value = start.values.first()?.as_partial_date_time()?;
        Some((
            civil_of(value)?,
            zone_of_value(value, &self.zone_of(start))?,
        ))
    }

    /// DTEND, or DTSTART and DURATION, or the day of an event for whole days.
    pub(super) fn end(&self, event: &ICalendarComponent) -> Option<Timestamp> {
        if let Some(end) = event.property(&ICalendarProperty::Dtend) {
            return self.instant(end);
        }
        let entry = event.property(&ICalendarProperty::Dtstart)?;
        let start = self.instant(entry)?;
        if let Some(duration) = event.property(&ICalendarProperty::Duration) {
            let ICalendarValue::Duration(duration) = duration.values.first()? else {
                return None;
            };
            let duration = SignedDuration::from_secs(duration.as_seconds());
            return start.checked_add(duration).ok();
        }
        let is_whole_day = entry.values.first()?.as_partial_date_time()?.hour.is_none();
        if !is_whole_day {
            return None;
        }
        let (day, zone) = self.on_the_wall(entry)?;
        zone.to_timestamp(day.checked_add(1.day()).ok()?).ok()
    }

    fn zone_of(&self, entry: &ICalendarEntry) -> TimeZone {
        entry
            .tz_id()
            .map_or_else(|| self.local.clone(), |name| self.zone(name))
    }

    fn zone(&self, name: &str) -> TimeZone {
        let windows_or_other = || {
            let zone: Tz = self.named.resolve(name)?;
            TimeZone::get(&zone.name()?).ok()
        };
        after_prefixes(name)
            .or_else(windows_or_other)
            .or_else(|| self.described.get(name).cloned())
            .unwrap_or_else(|| self.local.clone())
    }
}

/// `/freeassociation.sourceforge.net/Europe/Berlin` and the like: the name of a
/// zone after those of whoever keeps the list.
fn after_prefixes(name: &str) -> Option<TimeZone> {
    let name = name.trim().trim_matches('"');
    if name.len() > LONGEST_NAME {
        return None;
    }
    let mut rest = name.trim_start_matches('/');
    loop {
        if let Ok(zone) = TimeZone::get(rest) {
            return Some(zone);
        }
        (_, rest) = rest.split_once('/')?;
    }
}

/// A time, or the beginning of a period.
fn beginning(value: &ICalendarValue) -> Option<&PartialDateTime> {
    if let ICalendarValue::Period(
        ICalendarPeriod::Range { start, .. } | ICalendarPeriod::Duration { start, .. },
    ) = value
    {
        return Some(start);
    }
    value.as_partial_date_time()
}

/// The zone of a time that may name its own offset.
fn zone_of_value(value: &PartialDateTime, zone: &TimeZone) -> Option<TimeZone> {
    match value.tz_hour {
        Some(_) => Some(TimeZone::fixed(offset_of(value)?)),
        None => Some(zone.clone()),
    }
}

pub(super) fn offset_of(value: &PartialDateTime) -> Option<Offset> {
    let hours = i32::from(value.tz_hour?);
    let minutes = i32::from(value.tz_minute.unwrap_or_default());
    let seconds = hours * 3600 + minutes * 60;
    Offset::from_seconds(if value.tz_minus { -seconds } else { seconds }).ok()
}

/// A date without a time begins at midnight.
pub(crate) fn civil_of(value: &PartialDateTime) -> Option<civil::DateTime> {
    let part = |part: Option<u8>| i8::try_from(part.unwrap_or_default()).ok();
    civil::DateTime::new(
        i16::try_from(value.year?).ok()?,
        i8::try_from(value.month?).ok()?,
        i8::try_from(value.day?).ok()?,
        part(value.hour)?,
        part(value.minute)?,
        part(value.second)?.min(59),
        0,
    )
    .ok()
}
