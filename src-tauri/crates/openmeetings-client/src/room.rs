//! Rooms: the public ones, a single one, who is in it, and the rights probe.

use serde::{Deserialize, Serialize};

use crate::error::Kind;
use crate::wire;
use crate::{Error, Session};

/// The three kinds of rooms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "UPPERCASE")]
#[non_exhaustive]
pub enum RoomKind {
    /// Everybody can be seen and heard.
    Conference,
    /// Few speak to many.
    Presentation,
    /// Two people, recorded.
    Interview,
    /// A kind newer than this crate.
    #[serde(other)]
    Unknown,
}

impl RoomKind {
    /// The kinds that can be asked for.
    pub const ALL: [Self; 3] = [Self::Conference, Self::Presentation, Self::Interview];

    /// As the path of the call wants it: case matters.
    fn as_str(self) -> &'static str {
        match self {
            Self::Conference => "CONFERENCE",
            Self::Presentation => "PRESENTATION",
            Self::Interview => "INTERVIEW",
            Self::Unknown => "UNKNOWN",
        }
    }
}

/// A room, as both writers of the server show it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
#[expect(clippy::struct_excessive_bools, reason = "the server's own fields")]
pub struct Room {
    /// The number in `#room/ID`.
    pub id: i64,
    /// Its name; may be empty.
    #[serde(default, deserialize_with = "wire::text")]
    pub name: String,
    /// The word in `#room/TAG`, if it has one.
    #[serde(default, deserialize_with = "wire::text")]
    pub tag: String,
    /// May hold HTML.
    #[serde(default, deserialize_with = "wire::text")]
    pub comment: String,
    /// Its kind.
    #[serde(rename = "type")]
    pub kind: RoomKind,
    /// Seats.
    #[serde(default)]
    pub capacity: i64,
    /// Belongs to one calendar entry.
    #[serde(default)]
    pub appointment: bool,
    /// Open to every account of the server.
    #[serde(default, alias = "public")]
    pub is_public: bool,
    /// Closes by itself after `demo_time` seconds.
    #[serde(default)]
    pub demo: bool,
    /// Seconds a demo room stays open.
    #[serde(default)]
    pub demo_time: Option<i64>,
    /// Nobody gets in; people are sent to `redirect_url`.
    #[serde(default)]
    pub closed: bool,
    /// Where people go when it is closed.
    #[serde(default, deserialize_with = "wire::text")]
    pub redirect_url: String,
    /// Number for telephones.
    #[serde(default, rename = "confno", deserialize_with = "wire::text")]
    pub telephone_number: String,
    /// Its id to an external application.
    #[serde(default, deserialize_with = "wire::optional_text")]
    pub external_id: Option<String>,
    /// The external application.
    #[serde(default, deserialize_with = "wire::optional_text")]
    pub external_type: Option<String>,
    /// A moderator decides who speaks.
    #[serde(default)]
    pub moderated: bool,
    /// People wait outside until a moderator is there.
    #[serde(default)]
    pub wait_moderator: bool,
    /// Visitors may ask to speak.
    #[serde(default)]
    pub allow_user_questions: bool,
    /// Recording is possible.
    #[serde(default)]
    pub allow_recording: bool,
    /// Recording starts by a button only.
    #[serde(default)]
    pub wait_recording: bool,
    /// No video.
    #[serde(default)]
    pub audio_only: bool,
    /// Parts of the page that are not shown, by the server's names.
    #[serde(default, deserialize_with = "wire::list")]
    pub hidden_elements: Vec<String>,
}

/// Somebody who is in a room now.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct RoomUser {
    /// The number of the account.
    #[serde(default)]
    pub id: Option<i64>,
    /// The login name.
    #[serde(default, deserialize_with = "wire::text")]
    pub login: String,
    /// First name.
    #[serde(default, rename = "firstname", deserialize_with = "wire::text")]
    pub first_name: String,
    /// Last name.
    #[serde(default, rename = "lastname", deserialize_with = "wire::text")]
    pub last_name: String,
}

#[derive(Deserialize)]
pub(crate) struct RoomsBody {
    #[serde(rename = "roomDTO", deserialize_with = "wire::list")]
    rooms: Vec<Room>,
}

#[derive(Deserialize)]
pub(crate) struct RoomBody {
    #[serde(rename = "roomDTO")]
    room: Room,
}

#[derive(Deserialize)]
pub(crate) struct UsersBody {
    #[serde(rename = "userDTO", deserialize_with = "wire::list")]
    users: Vec<RoomUser>,
}

/// For a room that does not exist the server stumbles over its own null pointer
/// instead of saying 404. Old Java virtual machines give that no text at all.
fn is_null_pointer(error: &Error) -> bool {
    matches!(error.kind(), Kind::Server(message)
        if message.as_ref().is_none_or(|message| message.contains("null")))
}

impl Session {
    /// The public rooms of one kind. Every account with the right `ROOM` may ask.
    pub async fn public_rooms(&self, kind: RoomKind) -> Result<Vec<Room>, Error> {
        let call = self.call("room/public", &["room", "public", kind.as_str()]);
        let body: RoomsBody = call.get_some().await?;
        Ok(body.rooms)
    }

    /// One room. Needs the right to make hashes.
    pub async fn room(&self, id: i64) -> Result<Room, Error> {
        const NAME: &str = "room";
        let call = self.call(NAME, &["room", &id.to_string()]);
        match call.get_some::<RoomBody>().await {
            Ok(body) => Ok(body.room),
            Err(error) if is_null_pointer(&error) => Err(Error::new(NAME, Kind::NoSuchRoom)),
            Err(error) => Err(error),
        }
    }

    /// How many people are in a room; 0 for a room that does not exist. Needs
    /// the right to make hashes.
    pub async fn room_count(&self, id: i64) -> Result<u64, Error> {
        const NAME: &str = "room/count";
        let call = self.call(NAME, &["room", "count", &id.to_string()]);
        let count = call.get_result().await?;
        count
            .parse()
            .map_err(|_| Error::new(NAME, Kind::Unreadable("it holds no number")))
    }

    /// Who is in a room. Needs the right to make hashes.
    pub async fn room_users(&self, id: i64) -> Result<Vec<RoomUser>, Error> {
        let call = self.call("room/users", &["room", "users", &id.to_string()]);
        let body: UsersBody = call.get_some().await?;
        Ok(body.users)
    }

    /// Whether this account may make keys to rooms. Asks something harmless
    /// that needs the same right; with a fresh login a refusal can mean nothing
    /// else.
    pub async fn can_make_hashes(&self) -> Result<bool, Error> {
        match self.room_count(0).await {
            Ok(_) => Ok(true),
            Err(error) if error.is_not_allowed() => Ok(false),
            Err(error) => Err(error),
        }
    }
}
