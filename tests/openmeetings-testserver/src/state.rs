//! [`State`]: the world, and the sessions and keys that come and go.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::time::Duration;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use crate::clock::TestClock;
use crate::http::Reply;
use crate::world::{Right, World};

/// A session ends this long after its last use.
const SESSION_LIFETIME: SignedDuration = SignedDuration::from_mins(30);

/// How long the server takes; real ones are slow on purpose at logins.
#[derive(Clone, Debug)]
pub struct Delays {
    /// A login that is let in.
    pub login: Duration,
    /// A login that is refused for its password, since 9.0.
    pub wrong_password: RangeInclusive<Duration>,
    /// Making a key to a room.
    pub hash: Duration,
    /// Anything else.
    pub other: Duration,
}

impl Delays {
    /// As measured on real servers.
    pub fn real() -> Self {
        Self {
            login: Duration::from_millis(415),
            wrong_password: Duration::from_secs(6)..=Duration::from_secs(15),
            hash: Duration::from_millis(7),
            other: Duration::from_millis(2),
        }
    }

    /// As fast as it can.
    pub fn none() -> Self {
        Self {
            login: Duration::ZERO,
            wrong_password: Duration::ZERO..=Duration::ZERO,
            hash: Duration::ZERO,
            other: Duration::ZERO,
        }
    }
}

/// Headers that depend on how a server is set up.
#[derive(Clone, Debug)]
pub(crate) struct Headers {
    /// Whether pages tell browsers to come by encrypted connections only.
    pub(crate) strict_transport: bool,
    /// Whose pages may read answers of the API.
    pub(crate) allow_origin: Option<String>,
}

impl Default for Headers {
    fn default() -> Self {
        Self {
            strict_transport: true,
            allow_origin: None,
        }
    }
}

/// Everything a running server knows.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) world: World,
    pub(crate) version: String,
    pub(crate) zone: TimeZone,
    pub(crate) clock: TestClock,
    pub(crate) headers: Headers,
    pub(crate) delays: Delays,
    pub(crate) sessions: BTreeMap<String, Session>,
    pub(crate) hashes: BTreeMap<String, RoomKey>,
    pub(crate) invitations: BTreeMap<String, Invitation>,
    /// Who is signed in on pages, by cookie.
    pub(crate) browsers: BTreeMap<String, Browser>,
    /// Every SID and hash ever given, to search outputs for.
    pub(crate) secrets: Vec<String>,
}

/// A REST login.
#[derive(Clone, Debug)]
pub(crate) struct Session {
    pub(crate) user: i64,
    pub(crate) last_used: Timestamp,
    /// The person of the last hash: belongs to the session, not to the hash.
    pub(crate) visitor: Option<Visitor>,
    /// Never ends, because a hash for ever was made with it.
    pub(crate) permanent: bool,
}

/// Who a hash lets in.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Visitor {
    pub(crate) external_id: Option<String>,
    pub(crate) external_type: Option<String>,
    pub(crate) login: Option<String>,
    pub(crate) firstname: Option<String>,
    pub(crate) lastname: Option<String>,
    pub(crate) email: Option<String>,
}

/// A one-time key to a room.
#[derive(Clone, Debug)]
pub(crate) struct RoomKey {
    pub(crate) sid: String,
    pub(crate) room: Option<i64>,
    pub(crate) moderator: bool,
    pub(crate) for_ever: bool,
    /// The browser session that used it; it may reload.
    pub(crate) used_by: Option<String>,
}

#[derive(Clone, Debug)]
pub(crate) struct Invitation {
    pub(crate) room: i64,
    pub(crate) guest: String,
    pub(crate) rule: InvitationRule,
    pub(crate) used: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum InvitationRule {
    Endless,
    OneTime,
    Period { from: Timestamp, to: Timestamp },
}

#[derive(Clone, Debug)]
pub(crate) struct Browser {
    pub(crate) name: String,
    pub(crate) user: Option<i64>,
}

impl State {
    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Whether the login is POST, as since 9.0.
    pub(crate) fn posts_login(&self) -> bool {
        let major = self.version.split('.').next().unwrap_or_default();
        major.parse::<u32>().is_ok_and(|major| major >= 9)
    }

    pub(crate) fn secret(&mut self) -> String {
        let secret = uuid::Uuid::new_v4().to_string();
        self.secrets.push(secret.clone());
        secret
    }

    /// The account of a SID, if it has a right. Looking renews the session,
    /// also where the right is missing.
    pub(crate) fn authorise(&mut self, sid: Option<&str>, right: Right) -> Result<i64, Reply> {
        let user = self.user_of(sid).ok_or_else(Reply::not_allowed)?;
        let has = self
            .world
            .user(user)
            .is_some_and(|user| user.rights.contains(&right));
        if has {
            Ok(user)
        } else {
            Err(Reply::not_allowed())
        }
    }

    /// The account of a SID, renewed.
    pub(crate) fn user_of(&mut self, sid: Option<&str>) -> Option<i64> {
        let now = self.now();
        self.sessions.retain(|_, session| {
            session.permanent || now.duration_since(session.last_used) <= SESSION_LIFETIME
        });
        let session = self.sessions.get_mut(sid?)?;
        session.last_used = now;
        Some(session.user)
    }
}
