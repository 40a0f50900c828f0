//! [`Upcoming`]: the appointments of all servers in one list.

use jiff::{SignedDuration, Timestamp};

use crate::meeting::{Meeting, MeetingKind};
use crate::profile::ProfileId;
use crate::state::{AppState, Meetings};

/// What begins within this is what "join next" means, if nothing goes on.
const NEXT_WITHIN: SignedDuration = SignedDuration::from_mins(15);

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
    pub has_room: bool,
}

impl Upcoming {
    /// Whether the server lets the person in at this time.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.has_room && self.open_from.is_none_or(|from| from <= now)
    }

    pub fn is_live(&self, now: Timestamp) -> bool {
        self.start <= now && now < self.end
    }
}

/// What "join next" means now: what began last and still goes on, else what
/// begins soon. An open door is preferred to a closed one.
pub fn next(all: &[Upcoming], now: Timestamp) -> Option<&Upcoming> {
    let live = all
        .iter()
        .filter(|meeting| meeting.has_room && meeting.is_live(now));
    let soon = || {
        all.iter().find(|meeting| {
            meeting.has_room
                && meeting.start > now
                && meeting.start.duration_since(now) <= NEXT_WITHIN
        })
    };
    let open_soon = || soon().filter(|meeting| meeting.is_open(now));
    // Back to back, the one that is about to begin is meant, once it lets in.
    open_soon()
        .or_else(|| live.max_by_key(|meeting| meeting.start))
        .or_else(soon)
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
            has_room: meeting.room_id.is_some(),
        }),
    }
}
