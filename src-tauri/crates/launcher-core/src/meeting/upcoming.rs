//! [`Upcoming`]: the appointments of all servers in one list.

use jiff::Timestamp;

use crate::meeting::{Meeting, MeetingKind};
use crate::profile::ProfileId;
use crate::state::{AppState, Meetings};

/// A meeting with a time, wherever it is known from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upcoming {
    /// Names the row of the agenda.
    pub key: String,
    pub title: String,
    pub start: Timestamp,
    pub end: Timestamp,
    pub organiser: String,
    pub profile: Option<ProfileId>,
    /// The name of the server, or its host.
    pub place: String,
    /// From when on the server lets this account in; `None` is always.
    pub open_from: Option<Timestamp>,
    /// Whether there is a room to join.
    pub joinable: bool,
}

/// All of them, by start.
pub fn upcoming(state: &AppState) -> Vec<Upcoming> {
    let lists = state.meetings.values().filter_map(Meetings::loaded);
    let mut all: Vec<Upcoming> = lists
        .flat_map(|loaded| &loaded.list)
        .filter_map(|meeting| of_meeting(meeting, state))
        .collect();
    all.sort_by(|a, b| (a.start, &a.title, &a.key).cmp(&(b.start, &b.title, &b.key)));
    all
}

fn of_meeting(meeting: &Meeting, state: &AppState) -> Option<Upcoming> {
    let profile = state.profile(&meeting.profile)?;
    match &meeting.kind {
        MeetingKind::Room { .. } => None,
        MeetingKind::Appointment {
            start,
            end,
            organiser,
            ..
        } => Some(Upcoming {
            key: meeting.key(),
            title: meeting.name().to_owned(),
            start: *start,
            end: *end,
            organiser: organiser.clone(),
            profile: Some(meeting.profile.clone()),
            place: profile.name.clone(),
            open_from: meeting.open_from().map(|(from, _)| from),
            joinable: meeting.room_id.is_some(),
        }),
    }
}
