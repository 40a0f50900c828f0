//! Invitations as mails carry them: `.ics` → meetings with their join links (pure).
//!
//! OpenMeetings puts the link at the end of DESCRIPTION, which is HTML source,
//! and nowhere else. Other calendars that pass an invitation on move it about,
//! so the other properties are looked at when DESCRIPTION has none.

mod described;
pub(crate) mod link;
pub(crate) mod series;
mod text;
mod time;

use std::borrow::Cow;

use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarMethod,
    ICalendarParameterName, ICalendarParameterValue, ICalendarProperty, ICalendarStatus,
    ICalendarValue, Uri,
};
use calcard::{Entry, Parser};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use openmeetings_client::{JoinLink, JoinLinkError};

use crate::plain::plain;
use crate::repeats::Repeats;
use time::Zones;
pub(crate) use time::civil_of;

/// Larger files are no invitations.
pub const LARGEST: usize = 1 << 20;

/// More events than this are a calendar, not an invitation.
pub(crate) const MOST_EVENTS: usize = 200;

/// Longer titles are no titles.
const LONGEST_NAME: usize = 500;

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
    /// How it repeats; `None` also for what no agenda can hold.
    pub series: Option<Repeats>,
    pub link: Option<JoinLink>,
    /// What is wrong with an address that should have been the link.
    pub link_trouble: Option<JoinLinkError>,
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
    /// What somebody answered to an invitation, or proposes instead of it.
    Answer,
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
    let text = text::of(bytes);
    let upper = text.to_ascii_uppercase();
    if !upper.contains("BEGIN:VCALENDAR") {
        return Err(InviteError::NotACalendar);
    }
    if upper.matches("BEGIN:VEVENT").count() > MOST_EVENTS {
        return Err(InviteError::TooManyEvents);
    }
    let mut parser = Parser::new(&text);
    let mut meetings = Vec::new();
    let mut is_answer = false;
    loop {
        match parser.entry() {
            Entry::ICalendar(calendar) => match Method::of(&calendar) {
                Method::Answers => is_answer = true,
                method => meetings.extend(of_calendar(&calendar, method, local)),
            },
            Entry::Eof | Entry::TooManyComponents => break,
            // What cannot be read is passed over; the parser moves on each time.
            _ => {}
        }
    }
    match meetings.len() {
        0 if is_answer => Err(InviteError::Answer),
        0 => Err(InviteError::NoEvent),
        1..=MOST_EVENTS => Ok(meetings),
        // Written in a way that was not counted above.
        _ => Err(InviteError::TooManyEvents),
    }
}

/// What a calendar does with its events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Method {
    /// Invites to them or publishes them, as files without a method do.
    Invites,
    /// Adds times to a series.
    Adds,
    Cancels,
    /// Comes from somebody who was invited, or asks for a newer version: none of
    /// that says how the meeting is.
    Answers,
}

impl Method {
    #[expect(clippy::wildcard_enum_match_arm, reason = "others invite")]
    fn of(calendar: &ICalendar) -> Self {
        let mut components = calendar.components.iter();
        let value = components.find_map(|component| {
            let method = component.property(&ICalendarProperty::Method)?;
            method.values.first()
        });
        match value {
            Some(ICalendarValue::Method(method)) => match method {
                ICalendarMethod::Cancel => Self::Cancels,
                ICalendarMethod::Add => Self::Adds,
                ICalendarMethod::Reply
                | ICalendarMethod::Counter
                | ICalendarMethod::Declinecounter
                | ICalendarMethod::Refresh => Self::Answers,
                _ => Self::Invites,
            },
            _ => Self::Invites,
        }
    }
}

fn of_calendar(calendar: &ICalendar, method: Method, local: &TimeZone) -> Vec<InvitedMeeting> {
    let zones = Zones::of(calendar, local);
    calendar
        .components
        .iter()
        .filter(|component| component.component_type == ICalendarComponentType::VEvent)
        .map(|event| {
            let state = if method == Method::Cancels || is_called_off(event) {
                InviteState::Cancelled
            } else {
                InviteState::Standing
            };
            let mut meeting = of_event(event, &zones, state);
            if method == Method::Adds && meeting.recurrence.is_none() {
                // It is about this time only, not about those of the series.
                meeting.recurrence = meeting.start;
            }
            meeting
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
    let (link, link_trouble) = match state {
        InviteState::Standing => link_of(event),
        InviteState::Cancelled => (None, None),
    };
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
        repeats: event.has_property(&ICalendarProperty::Rrule)
            || event.has_property(&ICalendarProperty::Rdate),
        series: series::of(event, zones),
        link,
        link_trouble,
    }
}

/// Where programs that pass an invitation on put the link, the likeliest first.
/// The rest of the event is looked at after these.
fn places() -> [ICalendarProperty; 9] {
    let other = |name: &str| ICalendarProperty::Other(name.to_owned());
    [
        ICalendarProperty::Description,
        ICalendarProperty::Url,
        other("X-ALT-DESC"),
        ICalendarProperty::Location,
        ICalendarProperty::Conference,
        other("X-GOOGLE-CONFERENCE"),
        ICalendarProperty::Attach,
        ICalendarProperty::Comment,
        ICalendarProperty::StyledDescription,
    ]
}

/// The link of an event, or what is wrong with it.
fn link_of(event: &ICalendarComponent) -> (Option<JoinLink>, Option<JoinLinkError>) {
    let places = places();
    let named = places.iter().flat_map(|place| event.properties(place));
    let rest = event
        .entries
        .iter()
        .filter(|entry| !places.contains(&entry.name));
    let mut trouble = None;
    for entry in named.chain(rest) {
        for text in [text_in(entry), parameters_of(entry)] {
            match link::last_in(&text) {
                Ok(link) => return (Some(link), None),
                Err(found) => trouble = trouble.or(found),
            }
        }
    }
    (None, trouble)
}

/// Thunderbird keeps the HTML of a text in its parameter ALTREP.
fn parameters_of(entry: &ICalendarEntry) -> String {
    let values = entry.params.iter().map(|parameter| &parameter.value);
    let texts = values.filter_map(|value| {
        if let ICalendarParameterValue::Uri(Uri::Data(data)) = value {
            return Some(String::from_utf8_lossy(&data.data));
        }
        value.as_text().map(Cow::Borrowed)
    });
    let texts: Vec<Cow<'_, str>> = texts.collect();
    texts.join("\n")
}

fn text_of(event: &ICalendarComponent, property: &ICalendarProperty) -> String {
    event.property(property).map(text_in).unwrap_or_default()
}

/// The text of a property; a list of texts is one text with its separators back.
fn text_in(entry: &ICalendarEntry) -> String {
    let texts = entry.values.iter().filter_map(ICalendarValue::as_text);
    let texts: Vec<&str> = texts.collect();
    // So the parser takes apart what it does not know.
    let is_unknown = matches!(entry.name, ICalendarProperty::Other(_));
    texts.join(if is_unknown { ";" } else { "," })
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

/// Titles and names as whatever shows them may have them.
fn one_line(text: &str) -> String {
    plain(text, LONGEST_NAME)
}
