//! The file of a recording, and the server it asks for.

use std::fmt;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Deserialize;
use serde_json::Value;

use crate::clock::TestClock;
use crate::server::TestServer;
use crate::state::Delays;
use crate::world::{Group, Health, Room, User, World};

/// Answers of one real server, in order.
#[derive(Debug, Deserialize)]
pub struct Recording {
    server: String,
    base: String,
    #[serde(default = "utc")]
    server_time_zone: String,
    world: RecordedWorld,
    pub(super) exchanges: Vec<Exchange>,
}

/// What was there before the first request. Rooms may be a sentence, which
/// means the default ones.
#[derive(Debug, Deserialize)]
struct RecordedWorld {
    #[serde(default)]
    groups: Vec<Group>,
    users: Vec<User>,
    #[serde(default)]
    rooms: Value,
}

#[derive(Debug, Deserialize)]
pub(super) struct Exchange {
    pub(super) name: String,
    pub(super) at: Timestamp,
    pub(super) request: Sent,
    pub(super) response: Received,
}

#[derive(Debug, Deserialize)]
pub(super) struct Sent {
    pub(super) method: String,
    pub(super) path: String,
    #[serde(default)]
    pub(super) headers: Headers,
    #[serde(default)]
    pub(super) body: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Received {
    pub(super) status: u16,
    #[serde(default)]
    pub(super) headers: Headers,
    #[serde(default)]
    pub(super) body: Option<String>,
}

/// An object or a list of pairs.
#[derive(Debug, Default)]
pub(super) struct Headers(pub(super) Vec<(String, String)>);

impl Headers {
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }
}

impl<'de> Deserialize<'de> for Headers {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Form {
            Pairs(Vec<(String, String)>),
            Object(std::collections::BTreeMap<String, String>),
        }
        Ok(Self(match Form::deserialize(deserializer)? {
            Form::Pairs(pairs) => pairs,
            Form::Object(object) => object.into_iter().collect(),
        }))
    }
}

impl Exchange {
    /// The health this exchange reports, if it is about that.
    pub(super) fn health(&self) -> Option<Health> {
        if !self.request.path.ends_with("/services/info/health") {
            return None;
        }
        let body: Value = serde_json::from_str(self.response.body.as_deref()?).ok()?;
        serde_json::from_value(body.get("health")?.clone()).ok()
    }
}

/// A recording that cannot be read or asks for the impossible.
#[derive(Debug)]
pub struct RecordingError(String);

impl fmt::Display for RecordingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the recording cannot be played: {}", self.0)
    }
}

impl std::error::Error for RecordingError {}

impl Recording {
    /// Reads a recording from its JSON.
    pub fn from_json(text: &str) -> Result<Self, RecordingError> {
        serde_json::from_str(text).map_err(|error| RecordingError(error.to_string()))
    }

    /// A fresh server as the recording describes it, and its clock.
    pub(super) async fn server(
        &self,
    ) -> Result<(TestServer, TestClock), Box<dyn std::error::Error>> {
        let version = self.server.rsplit(' ').next().unwrap_or_default();
        let base = url::Url::parse(&self.base)?;
        let began = self
            .exchanges
            .first()
            .map_or(Timestamp::UNIX_EPOCH, |exchange| exchange.at);
        let clock = TestClock::fixed(began);
        let server = TestServer::builder()
            .delays(Delays::none())
            .world(self.world(began)?)
            .version(version)
            .time_zone(TimeZone::get(&self.server_time_zone)?)
            .base_path(base.path())
            .clock(clock.clone())
            .start()
            .await?;
        Ok((server, clock))
    }

    fn world(&self, began: Timestamp) -> Result<World, RecordingError> {
        let mut world = World {
            groups: self.world.groups.clone(),
            ..World::default_install()
        };
        world.users.clone_from(&self.world.users);
        for user in &mut world.users {
            user.inserted.get_or_insert(began);
            user.country.get_or_insert_default();
        }
        if let Value::Array(rooms) = &self.world.rooms {
            let rooms: Result<Vec<Room>, _> = rooms
                .iter()
                .map(|room| serde_json::from_value(room.clone()))
                .collect();
            world.rooms = rooms.map_err(|error| RecordingError(error.to_string()))?;
        }
        Ok(world)
    }
}

fn utc() -> String {
    "UTC".to_owned()
}
