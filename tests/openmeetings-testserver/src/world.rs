//! [`World`]: what a server knows when it starts, and what it learns.

mod demo;
mod install;

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub use demo::DEMO_PASSWORD;

/// Groups, accounts, rooms and appointments.
///
/// Read from TOML or JSON of this shape; everything but the ids, logins and
/// names may be left out.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct World {
    /// Groups of accounts.
    pub groups: Vec<Group>,
    /// Accounts of every kind, deleted ones included.
    pub users: Vec<User>,
    /// Rooms, public and not.
    pub rooms: Vec<Room>,
    /// Entries of all calendars.
    pub appointments: Vec<Appointment>,
    /// What the server says of its own state.
    pub health: Health,
}

/// What the server's periodic job found last. It lags, so that a server that
/// has just started may say anything.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the server's own names")]
pub struct Health {
    pub inited: bool,
    pub installed: bool,
    #[serde(rename = "dbOk")]
    pub db_ok: bool,
}

impl Default for Health {
    fn default() -> Self {
        Self {
            inited: true,
            installed: true,
            db_ok: true,
        }
    }
}

/// A group of accounts.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Group {
    /// Its number.
    pub id: i64,
    /// Its name.
    pub name: String,
}

/// What an account may do. `ADMIN` does not include `SOAP`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[expect(missing_docs, reason = "the server's own names")]
pub enum Right {
    Admin,
    GroupAdmin,
    AdminConfig,
    AdminConnections,
    AdminBackup,
    AdminLabel,
    Room,
    Dashboard,
    Login,
    Soap,
}

/// Where an account comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
#[expect(missing_docs, reason = "the server's own names")]
pub enum UserKind {
    #[default]
    User,
    Ldap,
    Oauth,
    External,
    Contact,
}

/// An account.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct User {
    /// Its number.
    pub id: i64,
    /// Login name.
    pub login: String,
    /// Its password; a test server has nothing to protect.
    pub password: String,
    /// First name.
    pub firstname: String,
    /// Last name.
    pub lastname: String,
    /// E-mail address.
    pub email: String,
    /// What it may do.
    pub rights: Vec<Right>,
    /// Where it comes from.
    #[serde(rename = "type")]
    pub kind: UserKind,
    /// IANA name of its zone.
    #[serde(rename = "timeZoneId")]
    pub time_zone_id: String,
    /// Its language.
    #[serde(rename = "languageId")]
    pub language_id: i64,
    /// The group it is in; none is refused at login.
    pub group: Option<i64>,
    /// When it was made.
    pub inserted: Option<Timestamp>,
    /// Country of its address; contacts have none.
    pub country: Option<String>,
    /// Taken away.
    pub deleted: bool,
    /// Half of the identity of an external account.
    #[serde(rename = "externalId")]
    pub external_id: Option<String>,
    /// The other half.
    #[serde(rename = "externalType")]
    pub external_type: Option<String>,
}

/// The three kinds of rooms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
#[expect(missing_docs, reason = "the server's own names")]
pub enum RoomKind {
    #[default]
    Conference,
    Presentation,
    Interview,
}

impl RoomKind {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Conference => "CONFERENCE",
            Self::Presentation => "PRESENTATION",
            Self::Interview => "INTERVIEW",
        }
    }

    pub(crate) fn parse(text: &str) -> Option<Self> {
        [Self::Conference, Self::Presentation, Self::Interview]
            .into_iter()
            .find(|kind| kind.name() == text)
    }
}

/// A room. `None` is the server's null, which shows.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "the server's own fields")]
#[expect(missing_docs, reason = "the server's own names")]
pub struct Room {
    pub id: i64,
    pub name: String,
    pub tag: Option<String>,
    pub comment: Option<String>,
    #[serde(rename = "type")]
    pub kind: RoomKind,
    pub capacity: i64,
    pub appointment: bool,
    pub confno: Option<String>,
    #[serde(alias = "public")]
    pub is_public: bool,
    pub demo: bool,
    pub demo_time: Option<i64>,
    pub closed: bool,
    pub external_id: Option<String>,
    pub external_type: Option<String>,
    pub redirect_url: Option<String>,
    pub moderated: bool,
    pub wait_moderator: bool,
    pub allow_user_questions: bool,
    pub allow_recording: bool,
    pub wait_recording: bool,
    pub audio_only: bool,
    #[serde(deserialize_with = "one_or_many")]
    pub hidden_elements: Vec<String>,
    /// Who is in it now, by account number.
    pub present: Vec<i64>,
    pub deleted: bool,
}

/// An entry of a calendar.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[expect(missing_docs, reason = "the server's own names")]
pub struct Appointment {
    pub id: i64,
    pub title: String,
    pub location: Option<String>,
    pub description: Option<String>,
    pub start: Timestamp,
    pub end: Timestamp,
    pub owner: i64,
    pub room: i64,
    pub inserted: Option<Timestamp>,
    pub updated: Option<Timestamp>,
    pub deleted: bool,
    pub reminder: Option<String>,
    pub ical_id: Option<String>,
    pub language_id: Option<i64>,
    pub members: Vec<Member>,
    pub password: Option<String>,
    /// Set for everybody, and kept, once an invited person has listed it.
    pub connected_event: bool,
}

/// Somebody invited to an appointment.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Member {
    /// The number of the invitation to it.
    pub id: i64,
    /// The account or contact.
    pub user: i64,
}

/// A world file that cannot be read.
#[derive(Debug)]
pub struct WorldError(String);

impl std::fmt::Display for WorldError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the world cannot be read: {}", self.0)
    }
}

impl std::error::Error for WorldError {}

impl World {
    /// Reads a world from TOML.
    pub fn from_toml(text: &str) -> Result<Self, WorldError> {
        toml::from_str(text).map_err(|error| WorldError(error.to_string()))
    }

    /// Reads a world from JSON.
    pub fn from_json(text: &str) -> Result<Self, WorldError> {
        serde_json::from_str(text).map_err(|error| WorldError(error.to_string()))
    }

    pub(crate) fn user(&self, id: i64) -> Option<&User> {
        self.users.iter().find(|user| user.id == id)
    }

    pub(crate) fn room(&self, id: i64) -> Option<&Room> {
        self.rooms
            .iter()
            .find(|room| room.id == id && !room.deleted)
    }

    pub(crate) fn room_mut(&mut self, id: i64) -> Option<&mut Room> {
        self.rooms
            .iter_mut()
            .find(|room| room.id == id && !room.deleted)
    }

    pub(crate) fn next_user_id(&self) -> i64 {
        self.users.iter().map(|user| user.id).max().unwrap_or(0) + 1
    }

    pub(crate) fn next_room_id(&self) -> i64 {
        self.rooms.iter().map(|room| room.id).max().unwrap_or(0) + 1
    }

    pub(crate) fn next_appointment_id(&self) -> i64 {
        self.appointments
            .iter()
            .map(|entry| entry.id)
            .max()
            .unwrap_or(0)
            + 1
    }

    pub(crate) fn next_member_id(&self) -> i64 {
        let members = self.appointments.iter().flat_map(|entry| &entry.members);
        members.map(|member| member.id).max().unwrap_or(0) + 1
    }

    /// Sets a room's visitors, for counts and lists.
    pub fn set_present(&mut self, present: &BTreeMap<i64, Vec<i64>>) {
        for (room, users) in present {
            if let Some(room) = self.room_mut(*room) {
                room.present.clone_from(users);
            }
        }
    }
}

/// A world file may use the list as the server writes it.
fn one_or_many<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum OneOrMany {
        One(String),
        Many(Vec<String>),
    }
    Ok(match OneOrMany::deserialize(deserializer)? {
        OneOrMany::One(one) => vec![one],
        OneOrMany::Many(many) => many,
    })
}
