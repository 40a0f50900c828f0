//! The lists of all servers → the agenda that viewers see (pure).

use openmeetings_client::{RoomKind, RoomRef};

use super::millis;
use crate::join::{Route, route};
use crate::meeting::upcoming::{Source, Upcoming, with_sources};
use crate::meeting::{Door, Meeting, MeetingKind, Role};
use crate::memory::RoomOn;
use crate::profile::Profile;
use crate::remembered::Remembered;
use crate::state::{AppState, Meetings};
use crate::view::{Agenda, MeetingView, RoomKindView, RoomView, Way};

/// The lists of all servers and what is remembered, as of this state.
pub fn agenda(state: &AppState) -> Agenda {
    let lists = state.meetings.values().filter_map(Meetings::loaded);
    let mut rooms: Vec<RoomView> = lists
        .flat_map(|loaded| &loaded.list)
        .filter_map(|meeting| of_room(meeting, state.profile(&meeting.profile)?, state))
        .collect();
    rooms.sort_by_cached_key(|room| (!room.favourite, room.name.to_lowercase(), room.key.clone()));
    let meetings = with_sources(state).into_iter();
    let meetings = meetings.map(|(upcoming, source)| {
        let row = match source {
            Source::Listed(meeting) => of_meeting(meeting, state),
            Source::Remembered(remembered) => of_remembered(remembered),
        };
        row.in_view(upcoming, state)
    });
    let meetings = meetings.collect();
    Agenda {
        revision: state.agenda_revision,
        meetings,
        rooms,
    }
}

/// What only one of the two kinds of rows has.
#[derive(Default)]
struct Row {
    room_id: Option<i64>,
    room_name: String,
    own: bool,
    zone: Option<String>,
    way: Option<Way>,
    remembered: bool,
}

impl Row {
    fn in_view(self, upcoming: Upcoming, state: &AppState) -> MeetingView {
        MeetingView {
            armed: state.memory.armed.contains(&upcoming.key),
            key: upcoming.key,
            profile: upcoming.profile,
            place: upcoming.place,
            title: upcoming.title,
            room_id: self.room_id,
            room_name: self.room_name,
            start: millis(upcoming.start),
            end: millis(upcoming.end),
            organiser: upcoming.organiser,
            own: self.own,
            zone: self.zone,
            open_from: upcoming.open_from.map(millis),
            way: self.way.unwrap_or(Way::None),
            remembered: self.remembered,
        }
    }
}

fn of_meeting(meeting: &Meeting, state: &AppState) -> Row {
    let MeetingKind::Appointment { zone, role, .. } = &meeting.kind else {
        return Row::default();
    };
    Row {
        room_id: meeting.room_id,
        room_name: meeting.room_name.clone(),
        own: *role == Role::Owner,
        zone: zone.clone(),
        way: state
            .profile(&meeting.profile)
            .zip(meeting.room_id)
            .map(|(profile, id)| Way::to_room(profile, &RoomRef::Id(id))),
        remembered: false,
    }
}

fn of_remembered(remembered: &Remembered) -> Row {
    Row {
        zone: remembered.zone.clone(),
        way: Some(Way::Invitation),
        remembered: true,
        ..Row::default()
    }
}

fn of_room(meeting: &Meeting, profile: &Profile, state: &AppState) -> Option<RoomView> {
    let (MeetingKind::Room { kind, door }, Some(id)) = (&meeting.kind, meeting.room_id) else {
        return None;
    };
    let place = RoomOn {
        profile: meeting.profile.clone(),
        room: id,
    };
    Some(RoomView {
        key: meeting.key(),
        profile: meeting.profile.clone(),
        id,
        name: meeting.room_name.clone(),
        kind: of_kind(*kind),
        closed: *door == Door::Closed,
        favourite: state.memory.favourites.contains(&place),
        last_joined: state.memory.joined.get(&place).copied().map(millis),
        way: Way::to_room(profile, &RoomRef::Id(id)),
    })
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the enum grows with its crate"
)]
fn of_kind(kind: RoomKind) -> RoomKindView {
    match kind {
        RoomKind::Conference => RoomKindView::Conference,
        RoomKind::Presentation => RoomKindView::Presentation,
        RoomKind::Interview => RoomKindView::Interview,
        _ => RoomKindView::Other,
    }
}

impl Way {
    /// What *Join* will do for a room of a saved server.
    pub(crate) fn to_room(profile: &Profile, room: &RoomRef) -> Self {
        match route::to_room(profile, room) {
            Route::RoomHash => Self::RoomHash,
            Route::RoomPage | Route::AsGiven => Self::RoomPage,
        }
    }
}
