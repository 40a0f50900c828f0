//! Invitations as mails carry them: `.ics` → meetings with their join links (pure).
//!
//! OpenMeetings puts the link at the end of DESCRIPTION, which is HTML source,
//! and nowhere else. Other calendars that pass an invitation on move it about,
//! so the other properties are looked at when DESCRIPTION has none.

pub(crate) mod link;
mod time;

use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarMethod, ICalendarParameterName,
    ICalendarProperty, ICalendarStatus, ICalendarValue,
};
use calcard::{Entry, Parser};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use openmeetings_client::JoinLink;

use time::Zones;

/// Larger files are no invitations.
pub const LARGEST: usize = 1 << 20;

/// More events than this are a calendar, not an invitation.
pub(crate) const MOST_EVENTS: usize = 200;

/// One event of an invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvitedMeeting {
    /// Names the meeting through all its changes; OpenMeetings uses a bare UUID.
    pub uid: String,
    /// OpenMeetings always sends 0: compare `last_modified`.
    pub sequence: i64,
    /// LAST-MODIFIED; where there is none, DTSTAMP.
    pub last_modified: Option<Timestamp>,
    /// Which time of a series it is about: the start that time first had.
    pub recurrence: Option<Timestamp>,
    /// Whether the event is taken back, by METHOD or STATUS: OpenMeetings cancels
    /// with `STATUS:CONFIRMED`.
    pub state: InviteState,
    pub title: String,
    pub start: Option<Timestamp>,
    pub end: Option<Timestamp>,
    /// The zone the times were written in.
    pub zone: Option<String>,
    pub organiser: Option<String>,
    /// The mail address of the organiser.
    pub organiser_mail: Option<String>,
    pub location: String,
    /// It repeats; `start` and `end` are those of the first time.
    pub repeats: bool,
    pub link: Option<JoinLink>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InviteState {
    Standing,
    Cancelled,
}

impl InvitedMeeting {
    pub fn is_cancelled(&self) -> bool {
        self.state == InviteState::Cancelled
    }
}

/// Why a file is no invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InviteError {
    /// Larger than any invitation.
    TooLarge,
    NotACalendar,
    NoEvent,
    /// A whole calendar, where a single invitation is needed.
    TooManyEvents,
}

/// Reads an invitation. Times without a zone are those of `local`.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "whatever else the parser finds is passed over"
)]
pub fn read(bytes: &[u8], local: &TimeZone) -> Result<Vec<InvitedMeeting>, InviteError> {
    if bytes.len() > LARGEST {
        return Err(InviteError::TooLarge);
    }
    let text = unfold(bytes);
    if !text.to_ascii_uppercase().contains("BEGIN:VCALENDAR") {
        return Err(InviteError::NotACalendar);
    }
    let events = text.matches("BEGIN:VEVENT").count();
    if events > MOST_EVENTS {
        return Err(InviteError::TooManyEvents);
    }
    let mut parser = Parser::new(&text);
    let mut meetings = Vec::new();
    loop {
        match parser.entry() {
            Entry::ICalendar(calendar) => meetings.extend(of_calendar(&calendar, local)),
            Entry::Eof | Entry::TooManyComponents => break,
            // What cannot be read is passed over; the parser moves on each time.
            _ => {}
        }
    }
    if meetings.is_empty() {
        Err(InviteError::NoEvent)
    } else {
        Ok(meetings)
    }
}

/// Joins folded lines while they are still bytes: a fold may stand inside a
/// character.
fn unfold(bytes: &[u8]) -> String {
    let mut joined = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let [first, after @ ..] = rest {
        rest = match rest {
            [b'\r', b'\n', b' ' | b'\t', after @ ..] | [b'\n', b' ' | b'\t', after @ ..] => after,
            _ => {
                joined.push(*first);
                after
            }
        };
    }
    String::from_utf8_lossy(&joined).into_owned()
}

fn of_calendar(calendar: &ICalendar, local: &TimeZone) -> Vec<InvitedMeeting> {
    let zones = Zones::of(calendar, local);
    let cancelled = calendar.components.iter().any(|component| {
        component
            .property(&ICalendarProperty::Method)
            .and_then(|entry| entry.values.first())
            .is_some_and(|value| *value == ICalendarValue::Method(ICalendarMethod::Cancel))
    });
    calendar
        .components
        .iter()
        .filter(|component| component.component_type == ICalendarComponentType::VEvent)
        .map(|event| {
            let state = if cancelled || is_called_off(event) {
                InviteState::Cancelled
            } else {
                InviteState::Standing
            };
            of_event(event, &zones, state)
        })
        .collect()
}

fn is_called_off(event: &ICalendarComponent) -> bool {
    event.status() == Some(&ICalendarStatus::Cancelled)
}

fn of_event(event: &ICalendarComponent, zones: &Zones<'_>, state: InviteState) -> InvitedMeeting {
    let start = event.property(&ICalendarProperty::Dtstart);
    let text = |property: ICalendarProperty| text_of(event, &property);
    let time = |property: ICalendarProperty| zones.instant(event.property(&property)?);
    InvitedMeeting {
        uid: one_line(event.uid().unwrap_or_default()),
        sequence: event
            .property(&ICalendarProperty::Sequence)
            .and_then(|entry| entry.values.first()?.as_integer())
            .unwrap_or_default(),
        last_modified: time(ICalendarProperty::LastModified)
            .or_else(|| time(ICalendarProperty::Dtstamp)),
        recurrence: time(ICalendarProperty::RecurrenceId),
        state,
        title: one_line(&text(ICalendarProperty::Summary)),
        start: start.and_then(|entry| zones.instant(entry)),
        end: zones.end(event),
        zone: start.and_then(|entry| entry.tz_id()).map(one_line),
        organiser: organiser(event),
        organiser_mail: event
            .property(&ICalendarProperty::Organizer)
            .and_then(|entry| entry.calendar_address())
            .map(one_line),
        location: one_line(&text(ICalendarProperty::Location)),
        repeats: event.has_property(&ICalendarProperty::Rrule),
        link: link_of(event, state),
    }
}

fn link_of(event: &ICalendarComponent, state: InviteState) -> Option<JoinLink> {
    if state == InviteState::Cancelled {
        return None;
    }
    let places = [
        ICalendarProperty::Description,
        ICalendarProperty::Url,
        ICalendarProperty::Other("X-ALT-DESC".to_owned()),
        ICalendarProperty::Location,
    ];
    places
        .iter()
        .find_map(|property| link::last_in(&text_of(event, property)))
}

/// The text of a property; a list of texts is one text with its commas back.
fn text_of(event: &ICalendarComponent, property: &ICalendarProperty) -> String {
    let Some(entry) = event.property(property) else {
        return String::new();
    };
    let texts: Vec<&str> = entry
        .values
        .iter()
        .filter_map(ICalendarValue::as_text)
        .collect();
    texts.join(",")
}

fn organiser(event: &ICalendarComponent) -> Option<String> {
    let entry = event.property(&ICalendarProperty::Organizer)?;
    let name = entry
        .parameters(&ICalendarParameterName::Cn)
        .find_map(|value| value.as_text())
        .map(one_line)
        .filter(|name| !name.is_empty());
    name.or_else(|| entry.calendar_address().map(one_line))
}

/// Titles and names on one line, without control characters, of bearable length.
fn one_line(text: &str) -> String {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ").chars().take(500).collect()
}
