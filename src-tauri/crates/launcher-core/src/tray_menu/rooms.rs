//! The rooms that the menu offers: those one is most likely to enter.

use std::cmp::Reverse;

use jiff::Timestamp;

use super::plain;
use super::{Item, MenuAction};
use crate::join::JoinTarget;
use crate::meeting::{Door, Meeting, MeetingKind};
use crate::memory::RoomOn;
use crate::plain::isolated;
use crate::profile::Profile;
use crate::state::{AppState, Meetings};
use crate::texts::Texts;

/// More than these are looked for in the window.
const MOST: usize = 10;

/// The rooms one can enter: favourites, those joined lately, then by name.
pub(super) fn rooms(state: &AppState, texts: &Texts) -> Vec<Item> {
    let lists = state.meetings.values().filter_map(Meetings::loaded);
    let rooms = lists.flat_map(|loaded| &loaded.list);
    let mut known: Vec<(Rank, &Meeting, &Profile)> = rooms
        .filter(|room| is_open(room))
        .filter_map(|room| {
            let profile = state.profile(&room.profile)?;
            Some((rank(room, state)?, room, profile))
        })
        .collect();
    known.sort_by(|a, b| a.0.cmp(&b.0));
    let left_out = known.len() > MOST;
    let mut items: Vec<Item> = known
        .into_iter()
        .take(MOST)
        .map(|(_, room, profile)| {
            let join = MenuAction::Join { key: room.key() };
            let name = name(room, profile, state, texts);
            Item::naming(&name.clone(), name, join)
        })
        .collect();
    if left_out {
        items.push(Item::ours("tray-more", MenuAction::Open, texts));
    }
    items
}

/// What was joined last, to be joined again; what cannot be named is not offered.
pub(super) fn joined_last(state: &AppState, texts: &Texts) -> Option<Item> {
    let action = match (&state.asked_last, state.last_room()) {
        (None, Some((last, _))) => MenuAction::JoinRoom(last.clone()),
        (Some(_), _) | (None, None) => MenuAction::Rejoin,
    };
    let name = plain(&state.rejoined()?.text(texts));
    let name = isolated(&name, texts);
    let text = texts.with("tray-rejoin", &[("room", (*name).into())]);
    Some(Item::naming(&name, text, action))
}

/// Favourites first, then by the last join, then by name.
type Rank = (bool, Reverse<Option<Timestamp>>, String, i64);

fn rank(room: &Meeting, state: &AppState) -> Option<Rank> {
    let number = room.room_id?;
    let on = RoomOn {
        profile: room.profile.clone(),
        room: number,
    };
    let favourite = state.memory.favourites.contains(&on);
    let joined = state.memory.joined.get(&on).copied();
    Some((
        !favourite,
        Reverse(joined),
        room.room_name.to_lowercase(),
        number,
    ))
}

fn is_open(room: &Meeting) -> bool {
    match room.kind {
        MeetingKind::Room { door, .. } => door == Door::Open,
        MeetingKind::Appointment { .. } => false,
    }
}

/// With its server where there are several.
fn name(room: &Meeting, profile: &Profile, state: &AppState, texts: &Texts) -> String {
    let name = plain(&room.room_name);
    if name.is_empty() {
        return plain(&numbered(room.room_id.unwrap_or_default(), profile).text(texts));
    }
    let name = isolated(&name, texts);
    if state.profiles.len() < 2 {
        return name.into_owned();
    }
    let server = plain(&profile.name);
    let values = [
        ("room", (*name).into()),
        ("server", isolated(&server, texts).into_owned().into()),
    ];
    texts.with("tray-room", &values)
}

fn numbered(room: i64, profile: &Profile) -> JoinTarget {
    JoinTarget::Room {
        room: room.to_string(),
        server: profile.name.clone(),
    }
}
