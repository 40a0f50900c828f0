//! [`Agenda`]: the meetings and rooms of all servers as one list.

use serde::{Deserialize, Serialize};

use crate::profile::ProfileId;

/// The meetings and rooms of all servers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Agenda {
    /// Counts changes of the lists, apart from those of the view.
    #[cfg_attr(test, ts(type = "number"))]
    pub revision: u64,
    /// By start, then name.
    pub meetings: Vec<MeetingView>,
    /// Favourites first, then by name.
    pub rooms: Vec<RoomView>,
}

/// One appointment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MeetingView {
    /// Names the row for intents; stable through refreshes.
    pub key: String,
    /// The saved server it is on; `null` for an invitation to another one.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub profile: Option<ProfileId>,
    /// The name of the saved server, or the host.
    pub place: String,
    pub title: String,
    #[cfg_attr(test, ts(type = "number | null"))]
    pub room_id: Option<i64>,
    pub room_name: String,
    #[cfg_attr(test, ts(type = "number"))]
    pub start: i64,
    #[cfg_attr(test, ts(type = "number"))]
    pub end: i64,
    pub organiser: String,
    /// Whether the account of the server owns it.
    pub own: bool,
    /// IANA name of the organiser's zone.
    pub zone: Option<String>,
    /// From when on the server lets this account in; `null` is always.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub open_from: Option<i64>,
    pub way: Way,
    /// It is here because the person wanted to remember an invitation.
    pub remembered: bool,
    /// It will be joined by itself when it begins.
    pub armed: bool,
}

/// One public room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RoomView {
    /// Names the row for intents; stable through refreshes.
    pub key: String,
    #[cfg_attr(test, ts(type = "string"))]
    pub profile: ProfileId,
    #[cfg_attr(test, ts(type = "number"))]
    pub id: i64,
    /// May be empty: servers allow it.
    pub name: String,
    pub kind: RoomKindView,
    /// The administrator closed it.
    pub closed: bool,
    pub favourite: bool,
    /// When it was last joined from this launcher.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub last_joined: Option<i64>,
    pub way: Way,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum RoomKindView {
    Conference,
    Presentation,
    Interview,
    Other,
}

/// What *Join* will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// The browser is let in at once.
    RoomHash,
    /// The browser opens the room page and asks the person to sign in.
    RoomPage,
    /// The browser opens the invitation, which lets in whoever has it.
    Invitation,
    /// Nothing can be joined: an appointment without a room.
    None,
}
