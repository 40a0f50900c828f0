//! Saved servers as a file for another computer: everything but secrets.

use serde::{Deserialize, Serialize};

use super::Launcher;
use crate::error::{Code, LauncherError};
use crate::introduction::HelpContact;
use crate::profile::{Colour, Profile, ProfileDraft, Wishes};
use crate::reason::Reason;

/// Says what the file is, to people and to the import.
const KIND: &str = "openmeetings-launcher-servers";

const SCHEMA: u64 = 1;

/// Larger files hold no servers, in bytes.
pub const LARGEST: usize = 1 << 20;

#[derive(Serialize, Deserialize)]
struct Exchange {
    kind: String,
    schema: u64,
    servers: Vec<Server>,
}

/// A server without its id, which names its password on this computer, and
/// without what was found out about it.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Server {
    name: String,
    address: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    login: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    first_name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    last_name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    language: Option<openmeetings_client::LanguageId>,
    #[serde(default)]
    wishes: Wishes,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    colour: Option<Colour>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    help: Option<HelpContact>,
}

impl From<&Profile> for Server {
    fn from(profile: &Profile) -> Self {
        Self {
            name: profile.name.clone(),
            address: profile.base_url.to_string(),
            login: profile.login.clone(),
            first_name: profile.first_name.clone(),
            last_name: profile.last_name.clone(),
            email: profile.email.clone(),
            language: profile.language,
            wishes: profile.wishes,
            colour: Some(profile.colour),
            help: profile.help.clone(),
        }
    }
}

impl From<Server> for ProfileDraft {
    fn from(server: Server) -> Self {
        Self {
            name: server.name,
            address: server.address,
            login: server.login.unwrap_or_default(),
            first_name: server.first_name.unwrap_or_default(),
            last_name: server.last_name.unwrap_or_default(),
            email: server.email.unwrap_or_default(),
            language: server.language,
            wishes: server.wishes,
            colour: server.colour,
            browser: None,
            help: server.help.map(|help| help.to_string()).unwrap_or_default(),
        }
    }
}

impl Launcher {
    /// The saved servers as text, without ids, passwords and browsers.
    pub fn export_servers(&self) -> Result<String, LauncherError> {
        let servers: Vec<Server> =
            self.read(|state| state.profiles.iter().map(Server::from).collect());
        if servers.is_empty() {
            return Err(LauncherError::new(Code::NoProfiles));
        }
        let exchange = Exchange {
            kind: KIND.to_owned(),
            schema: SCHEMA,
            servers,
        };
        serde_json::to_string_pretty(&exchange)
            .map_err(|error| LauncherError::new(Code::Interrupted).caused_by(&error))
    }
}

/// The servers of such a text.
pub(super) fn exported(content: &str) -> Result<Vec<ProfileDraft>, LauncherError> {
    let unreadable = |reason: Reason| LauncherError::new(Code::ImportUnreadable).because(reason);
    // Where it is wrong is no secret. What stands there may be one, and the parser
    // would quote it.
    let exchange: Exchange = serde_json::from_str(content).map_err(|error| {
        let place = format!("line {}, column {}", error.line(), error.column());
        unreadable(Reason::ImportFormat).caused_by_texts(vec![place])
    })?;
    if exchange.kind != KIND || exchange.schema > SCHEMA {
        return Err(unreadable(Reason::ImportKind));
    }
    Ok(exchange
        .servers
        .into_iter()
        .map(ProfileDraft::from)
        .collect())
}
