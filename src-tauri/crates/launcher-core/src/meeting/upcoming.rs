//! [`Upcoming`]: what is in the person's day, whichever list it is from (pure).
//! The agenda, the tray, reminders and "join next" all read this one.

use jiff::{SignedDuration, Timestamp};

use super::{DOORS_OPEN_BEFORE, Meeting, MeetingKind};
use crate::profile::ProfileId;
use crate::remembered::Remembered;
use crate::state::{AppState, Meetings};

/// What begins within this is what "join next" means, if nothing goes on.
const NEXT_WITHIN: SignedDuration = SignedDuration::from_mins(15);

/// An appointment of a saved server, or a remembered invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upcoming {
    /// Names the row for intents; stable through refreshes.
    pub key: String,
    /// What people call it; may be empty.
    pub title: String,
    pub start: Timestamp,
    pub end: Timestamp,
    pub organiser: String,
    /// The saved server it is on; a remembered invitation may be to any.
    pub profile: Option<ProfileId>,
    /// The name of the saved server, or the host.
    pub place: String,
    /// From when on the server lets this person in; `None` is always.
    pub open_from: Option<Timestamp>,
    /// Whether there is a room to join at all.
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

    fn of_meeting(meeting: &Meeting, state: &AppState) -> Option<Self> {
        let MeetingKind::Appointment {
            start,
            end,
            organiser,
            ..
        } = &meeting.kind
        else {
            return None;
        };
        let profile = state.profile(&meeting.profile)?;
        Some(Self {
            key: meeting.key(),
            title: meeting.name().trim().to_owned(),
            start: *start,
            end: *end,
            organiser: organiser.clone(),
            profile: Some(profile.id.clone()),
            place: profile.name.clone(),
            open_from: meeting.open_from().map(|(from, _)| from),
            has_room: meeting.room_id.is_some(),
        })
    }

    fn of_remembered(remembered: &Remembered, state: &AppState) -> Self {
        let base = remembered.link.base();
        let profile = state
            .profiles
            .iter()
            .find(|profile| profile.base_url == *base);
        Self {
            key: remembered.key(),
            title: remembered.title.clone(),
            start: remembered.start,
            end: remembered.end,
            organiser: remembered.organiser.clone().unwrap_or_default(),
            profile: profile.map(|profile| profile.id.clone()),
            place: profile.map_or_else(|| base.host().to_owned(), |profile| profile.name.clone()),
            open_from: Some(doors_open(remembered.start)),
            has_room: true,
        }
    }
}

/// Invited people are let in from then on, as guests of an appointment are.
fn doors_open(start: Timestamp) -> Timestamp {
    start.saturating_sub(DOORS_OPEN_BEFORE).unwrap_or(start)
}

/// Everything with a time, by start, then title. An invitation that is also an
/// appointment of a saved server is there once, as the appointment.
pub fn upcoming(state: &AppState) -> Vec<Upcoming> {
    let lists = state.meetings.values().filter_map(Meetings::loaded);
    let meetings: Vec<&Meeting> = lists.flat_map(|loaded| &loaded.list).collect();
    let is_listed = |remembered: &&Remembered| {
        !meetings.iter().any(|meeting| match &meeting.kind {
            MeetingKind::Appointment { uid, start, .. } => {
                uid.as_deref() == Some(&remembered.uid) && *start == remembered.start
            }
            MeetingKind::Room { .. } => false,
        })
    };
    let mut all: Vec<Upcoming> = meetings
        .iter()
        .filter_map(|meeting| Upcoming::of_meeting(meeting, state))
        .collect();
    let remembered = state.remembered.iter().filter(is_listed);
    all.extend(remembered.map(|remembered| Upcoming::of_remembered(remembered, state)));
    all.sort_by(|a, b| (a.start, &a.title, &a.key).cmp(&(b.start, &b.title, &b.key)));
    all
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
