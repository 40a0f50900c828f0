//! When a meeting is, in words.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::day::{Day, Moment};
use super::plain;
use crate::meeting::upcoming::Upcoming;
use crate::plain::isolated;
use crate::texts::Texts;

/// What a meeting is called, fit for a line of the menu.
pub(super) fn title(meeting: &Upcoming, texts: &Texts) -> String {
    let title = plain(&meeting.title);
    if title.is_empty() {
        return texts.text("tray-untitled");
    }
    isolated(&title, texts).into_owned()
}

/// “Team stand-up · in 12 min”.
pub(super) fn with_moment(title: &str, meeting: &Upcoming, day: &Day<'_>, texts: &Texts) -> String {
    let values = [
        ("meeting", title.into()),
        ("when", moment(meeting, day, texts).into()),
    ];
    texts.with("tray-next", &values)
}

/// “now, until 10:30”, “in 12 min”, “at 14:00”, “tomorrow at 09:00”.
fn moment(meeting: &Upcoming, day: &Day<'_>, texts: &Texts) -> String {
    match day.moment(meeting) {
        Moment::On => {
            let until = time(meeting.end, day.zone);
            texts.with("tray-when-on", &[("time", until.into())])
        }
        Moment::InMinutes(minutes) => {
            let values = [("minutes", minutes.to_string().into())];
            texts.with("tray-when-minutes", &values)
        }
        Moment::Later => later(meeting, day, texts),
    }
}

fn later(meeting: &Upcoming, day: &Day<'_>, texts: &Texts) -> String {
    let start = time(meeting.start, day.zone);
    match day.days_until(meeting) {
        ..=0 => texts.with("tray-when-at", &[("time", start.into())]),
        1 => texts.with("tray-when-tomorrow", &[("time", start.into())]),
        2.. => {
            let date = day_of(meeting.start, day.zone, texts);
            let values = [("day", date.into()), ("time", start.into())];
            texts.with("tray-when-day", &values)
        }
    }
}

/// The time of a clock on the wall: “09:05”.
pub(super) fn time(at: Timestamp, zone: &TimeZone) -> String {
    at.to_zoned_datetime(zone.clone())
        .strftime("%H:%M")
        .to_string()
}

fn day_of(at: Timestamp, zone: &TimeZone, texts: &Texts) -> String {
    let date = zone.to_datetime(at).date();
    let number = |number: i8| u32::try_from(number).unwrap_or_default();
    let values = [
        (
            "weekday",
            number(date.weekday().to_monday_one_offset()).into(),
        ),
        ("day", date.day().to_string().into()),
        ("month", number(date.month()).into()),
        ("year", date.year().to_string().into()),
    ];
    texts.with("date-day", &values)
}
