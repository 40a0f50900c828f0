//! How the server reads and writes dates: three patterns in turn, anything
//! after them ignored, and everything that does not fit silently its own time.

use jiff::civil::{self, DateTime};
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp};

/// Reads a date as the server does, misreadings included; `None` only where
/// not even the shortest pattern fits.
pub(crate) fn read(text: &str, zone: &TimeZone) -> Option<Timestamp> {
    let mut rest = text;
    let year = number(&mut rest)?;
    let month = after(&mut rest, '-')?;
    let day = after(&mut rest, '-')?;
    let (hour, minute, second) = time(&mut rest).unwrap_or_default();
    let written = roll(year, month, day, hour, minute, second)?;
    let offset = if hour.is_some() { offset(rest) } else { None };
    let zone = offset.map_or_else(|| zone.clone(), TimeZone::fixed);
    zone.to_timestamp(written).ok()
}

/// `2021-09-23T11:31:00+1200`, in the server's zone.
pub(crate) fn write(instant: Timestamp, zone: &TimeZone) -> String {
    instant
        .to_zoned_datetime(zone.clone())
        .strftime("%Y-%m-%dT%H:%M:%S%z")
        .to_string()
}

type Time = (Option<i64>, i64, i64);

/// `T10:00:00`, whole or not at all.
fn time(rest: &mut &str) -> Option<Time> {
    let mut ahead = *rest;
    let hour = after(&mut ahead, 'T')?;
    let minute = after(&mut ahead, ':')?;
    let second = after(&mut ahead, ':')?;
    *rest = ahead;
    Some((Some(hour), minute, second))
}

fn after(rest: &mut &str, separator: char) -> Option<i64> {
    let mut ahead = rest.strip_prefix(separator)?;
    let value = number(&mut ahead)?;
    *rest = ahead;
    Some(value)
}

fn number(rest: &mut &str) -> Option<i64> {
    let end = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    let value = rest[..end].parse().ok()?;
    *rest = &rest[end..];
    Some(value)
}

/// Month 13 is January of the next year, day 45 a day of the next month.
fn roll(
    year: i64,
    month: i64,
    day: i64,
    hour: Option<i64>,
    minute: i64,
    second: i64,
) -> Option<DateTime> {
    let months = month.checked_sub(1)?;
    let year = year.checked_add(months.div_euclid(12))?;
    let first = civil::Date::new(
        i16::try_from(year).ok()?,
        i8::try_from(months.rem_euclid(12) + 1).ok()?,
        1,
    )
    .ok()?;
    let seconds = (hour
        .unwrap_or_default()
        .checked_mul(60)?
        .checked_add(minute)?)
    .checked_mul(60)?
    .checked_add(second)?
    .checked_add(day.checked_sub(1)?.checked_mul(86_400)?)?;
    first
        .at(0, 0, 0, 0)
        .checked_add(SignedDuration::from_secs(seconds))
        .ok()
}

/// `+0200`, `UTC`, `GMT`, `GMT+02:00`. Not `Z` and not `+02:00`.
fn offset(rest: &str) -> Option<Offset> {
    if let Some(rest) = rest
        .strip_prefix("GMT")
        .or_else(|| rest.strip_prefix("UTC"))
    {
        return Some(signed(rest, true).unwrap_or(Offset::UTC));
    }
    signed(rest, false)
}

fn signed(text: &str, colon: bool) -> Option<Offset> {
    let negative = match text.chars().next()? {
        '+' => false,
        '-' => true,
        _ => return None,
    };
    let digits = text.get(1..)?;
    let minutes = if colon {
        digits.get(2..)?.strip_prefix(':')?
    } else {
        digits.get(2..)?
    };
    let two = |text: &str| -> Option<i32> {
        let text = text.get(..2)?;
        text.chars()
            .all(|c| c.is_ascii_digit())
            .then(|| text.parse().ok())?
    };
    let seconds = (two(digits)? * 60 + two(minutes)?) * 60;
    Offset::from_seconds(if negative { -seconds } else { seconds }).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_and_misread_as_the_reference_says() {
        let tokyo = TimeZone::get("Asia/Tokyo").unwrap();
        for (sent, understood) in [
            ("2017-01-20T20:30:03+0300", "2017-01-20T17:30:03Z"),
            ("2017-01-20T20:30:03+0000", "2017-01-20T20:30:03Z"),
            ("2017-01-20T20:30:03UTC", "2017-01-20T20:30:03Z"),
            ("2017-01-20T20:30:03GMT", "2017-01-20T20:30:03Z"),
            ("2017-01-20T20:30:03GMT+03:00", "2017-01-20T17:30:03Z"),
            ("2017-01-20T20:30:03Z", "2017-01-20T11:30:03Z"),
            ("2017-01-20T20:30:03+03:00", "2017-01-20T11:30:03Z"),
            ("2017-01-20T20:30:03.000+0300", "2017-01-20T11:30:03Z"),
            ("2017-01-20T20:30:03.000Z", "2017-01-20T11:30:03Z"),
            ("2017-01-20T20:30", "2017-01-19T15:00:00Z"),
            ("2017-01-20 20:30:03", "2017-01-19T15:00:00Z"),
            ("2017-13-45", "2018-02-13T15:00:00Z"),
            ("2017-1-2", "2017-01-01T15:00:00Z"),
        ] {
            assert_eq!(
                read(sent, &tokyo),
                Some(understood.parse().unwrap()),
                "{sent}"
            );
        }
        for refused in ["20170120", "yesterday", "", "2017-01", "-1-2-3"] {
            assert_eq!(read(refused, &tokyo), None, "{refused}");
        }
    }

    #[test]
    fn dates_are_written_in_the_servers_zone_without_a_colon() {
        let zone = TimeZone::get("America/New_York").unwrap();
        assert_eq!(
            write("2026-11-23T21:00:00Z".parse().unwrap(), &zone),
            "2026-11-23T16:00:00-0500"
        );
    }
}
