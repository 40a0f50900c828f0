//! The times of an invitation, in whatever zone they were written (pure).

use std::collections::BTreeMap;

use calcard::common::PartialDateTime;
use calcard::common::timezone::Tz;
use calcard::icalendar::timezone::TzResolver;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarProperty,
    ICalendarValue,
};
use jiff::civil;
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp};

/// The zones an invitation speaks of.
pub(super) struct Zones<'a> {
    /// Zones with a name somebody knows, Windows' own names among them.
    named: TzResolver<&'a str>,
    /// Zones the file describes itself, of a single offset.
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
                Some((name, single_offset(calendar, zone)?))
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
        let value = entry.values.first()?.as_partial_date_time()?;
        let written = civil_of(value)?;
        let zone = match (value.tz_hour, entry.tz_id()) {
            (Some(_), _) => TimeZone::fixed(offset_of(value)?),
            (None, Some(name)) => self.zone(name),
            (None, None) => self.local.clone(),
        };
        zone.to_timestamp(written).ok()
    }

    /// DTEND, or DTSTART and DURATION.
    pub(super) fn end(&self, event: &ICalendarComponent) -> Option<Timestamp> {
        if let Some(end) = event.property(&ICalendarProperty::Dtend) {
            return self.instant(end);
        }
        let start = self.instant(event.property(&ICalendarProperty::Dtstart)?)?;
        let ICalendarValue::Duration(duration) = event
            .property(&ICalendarProperty::Duration)?
            .values
            .first()?
        else {
            return None;
        };
        start
            .checked_add(SignedDuration::from_secs(duration.as_seconds()))
            .ok()
    }

    fn zone(&self, name: &str) -> TimeZone {
        let known = self
            .named
            .resolve(name)
            .and_then(|zone: Tz| TimeZone::get(&zone.name()?).ok());
        known
            .or_else(|| self.described.get(name).cloned())
            .unwrap_or_else(|| self.local.clone())
    }
}

/// The offset of a zone that has only one.
fn single_offset(calendar: &ICalendar, zone: &ICalendarComponent) -> Option<TimeZone> {
    let mut offsets = zone
        .component_ids
        .iter()
        .filter_map(|id| calendar.component_by_id(*id))
        .filter(|part| {
            matches!(
                part.component_type,
                ICalendarComponentType::Standard | ICalendarComponentType::Daylight
            )
        })
        .filter_map(|part| {
            let value = part
                .property(&ICalendarProperty::Tzoffsetto)?
                .values
                .first()?;
            offset_of(value.as_partial_date_time()?)
        });
    let first = offsets.next()?;
    offsets
        .all(|offset| offset == first)
        .then(|| TimeZone::fixed(first))
}

fn offset_of(value: &PartialDateTime) -> Option<Offset> {
    let hours = i32::from(value.tz_hour?);
    let minutes = i32::from(value.tz_minute.unwrap_or_default());
    let seconds = hours * 3600 + minutes * 60;
    Offset::from_seconds(if value.tz_minus { -seconds } else { seconds }).ok()
}

/// A date without a time begins at midnight.
fn civil_of(value: &PartialDateTime) -> Option<civil::DateTime> {
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
