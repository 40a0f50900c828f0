//! Which way into a room an account has (pure).

use openmeetings_client::{JoinKind, JoinLink, RoomRef};
use serde::{Deserialize, Serialize};

use crate::profile::{AccountRoute, Profile};

/// How a join reaches the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Route {
    /// A fresh login makes a one-time key; the browser is let in at once.
    RoomHash,
    /// `{base}#room/ID`: the browser signs the person in.
    RoomPage,
    /// An invitation or key somebody gave: untouched and never fetched.
    AsGiven,
}

/// The way into a room of a saved server.
pub fn to_room(profile: &Profile, room: &RoomRef) -> Route {
    // A key is made for a number; what a tag stands for only the page knows.
    let may_try = profile.login.is_some() && matches!(room, RoomRef::Id(_));
    match profile.route {
        AccountRoute::RoomHash | AccountRoute::Unknown if may_try => Route::RoomHash,
        AccountRoute::RoomHash | AccountRoute::Unknown | AccountRoute::RoomPage => Route::RoomPage,
    }
}

/// Which saved server a room page belongs to. Mails carry the server's own idea
/// of its address, so a single profile on the same host is enough; several need
/// the same address.
pub fn profile_of<'a>(link: &JoinLink, profiles: &'a [Profile]) -> Option<&'a Profile> {
    if !matches!(link.kind(), JoinKind::Room(_)) {
        return None;
    }
    let exact: Vec<&Profile> = profiles
        .iter()
        .filter(|profile| profile.base_url == *link.base())
        .collect();
    let same_host: Vec<&Profile> = profiles
        .iter()
        .filter(|profile| profile.base_url.same_host(link.base()))
        .collect();
    match (exact.as_slice(), same_host.as_slice()) {
        ([first, ..], _) => Some(first),
        ([], [only]) => Some(only),
        ([], _) => None,
    }
}
