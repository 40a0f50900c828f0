//! [`Document`]: what an administrator can lay down. The doc comments are the
//! descriptions in the schema and in the templates for administrators.

use std::path::PathBuf;

use openmeetings_client::{BaseUrl, KeyFingerprint, LanguageId};
#[cfg(test)]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::allowed::ServerPattern;
use super::fault;
use super::minutes::Minutes;
use super::object;
#[cfg(test)]
use super::schema::shape;
use crate::profile::Colour;
use crate::settings::{Language, Theme, WithoutTray};

/// The number of the schema that this version reads.
pub(super) const SCHEMA: u32 = 1;

/// What an organisation lays down for its computers. What it leaves out is the
/// person's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Document {
    /// Where the schema stands, for editors. The launcher passes it over.
    #[serde(
        rename = "$schema",
        default,
        deserialize_with = "fault::given",
        skip_serializing_if = "Option::is_none"
    )]
    pub for_editors: Option<String>,
    /// The number of this schema: 1.
    #[serde(deserialize_with = "fault::schema")]
    #[cfg_attr(test, schemars(schema_with = "shape::number"))]
    pub schema: u32,
    /// Who laid this down; shown beside everything that is locked.
    #[serde(
        default,
        deserialize_with = "fault::line",
        skip_serializing_if = "Option::is_none"
    )]
    #[cfg_attr(test, schemars(schema_with = "shape::line"))]
    pub organisation: Option<String>,
    /// Whom to ask: an e-mail address, a telephone number or a web page.
    #[serde(
        default,
        deserialize_with = "fault::line",
        skip_serializing_if = "Option::is_none"
    )]
    #[cfg_attr(test, schemars(schema_with = "shape::line"))]
    pub contact: Option<String>,
    /// Servers that everybody has. What is given of them cannot be changed, and
    /// they cannot be removed.
    #[serde(
        default,
        deserialize_with = "object::list",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub servers: Vec<ManagedServer>,
    /// The only servers that may be added or joined, beside those of `servers`:
    /// `meet.example.org`, `meet.example.org:5443` or `*.example.org`. An empty
    /// list allows no others.
    #[serde(
        default,
        deserialize_with = "fault::given",
        skip_serializing_if = "Option::is_none"
    )]
    pub allowed_servers: Option<Vec<ServerPattern>>,
    /// PEM files with certificates to trust beside those of the computer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(schema_with = "shape::paths"))]
    pub certificate_authorities: Vec<PathBuf>,
    /// Whether the launcher looks for updates of itself.
    #[serde(
        default,
        deserialize_with = "fault::given",
        skip_serializing_if = "Option::is_none"
    )]
    pub updates: Option<bool>,
    /// Whether passwords of accounts with the right `SOAP` may be kept in the keychain.
    /// Whoever has such a password can enter every room as anybody.
    #[serde(
        default,
        deserialize_with = "fault::given",
        skip_serializing_if = "Option::is_none"
    )]
    pub store_soap_passwords: Option<bool>,
    /// Settings that the person cannot change.
    #[serde(
        default,
        deserialize_with = "object::one",
        skip_serializing_if = "Rules::is_empty"
    )]
    pub settings: Rules,
    /// Settings as they are until the person changes them.
    #[serde(
        default,
        deserialize_with = "object::one",
        skip_serializing_if = "Rules::is_empty"
    )]
    pub defaults: Rules,
}

/// A server that everybody has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ManagedServer {
    /// The address, as from a browser.
    #[serde(deserialize_with = "fault::address")]
    #[cfg_attr(test, schemars(schema_with = "shape::address"))]
    pub address: BaseUrl,
    /// What it is called; without a name as its host.
    #[serde(
        default,
        deserialize_with = "fault::line",
        skip_serializing_if = "Option::is_none"
    )]
    #[cfg_attr(test, schemars(schema_with = "shape::line"))]
    pub name: Option<String>,
    /// The account; `{user}` stands for the person's name on the computer.
    #[serde(
        default,
        deserialize_with = "fault::line",
        skip_serializing_if = "Option::is_none"
    )]
    #[cfg_attr(test, schemars(schema_with = "shape::line"))]
    pub login: Option<String>,
    /// The server's number of the language of its room pages: 1 English, 2 German, …
    #[serde(
        default,
        deserialize_with = "fault::given",
        skip_serializing_if = "Option::is_none"
    )]
    #[cfg_attr(test, schemars(schema_with = "shape::language_of_server"))]
    pub language: Option<LanguageId>,
    /// Its colour in lists.
    #[serde(
        default,
        deserialize_with = "fault::given",
        skip_serializing_if = "Option::is_none"
    )]
    pub colour: Option<Colour>,
    /// The browser for its rooms, by the name the system has for it.
    #[serde(
        default,
        deserialize_with = "fault::line",
        skip_serializing_if = "Option::is_none"
    )]
    #[cfg_attr(test, schemars(schema_with = "shape::line"))]
    pub browser: Option<String>,
    /// The only public key it may have, whoever signed its certificate: `sha256//`
    /// and 44 characters, as `openmeetings check` shows it.
    #[serde(
        default,
        deserialize_with = "fault::given",
        skip_serializing_if = "Option::is_none"
    )]
    #[cfg_attr(test, schemars(schema_with = "shape::key"))]
    pub public_key: Option<KeyFingerprint>,
    /// Enter its rooms as moderator.
    #[serde(
        default,
        deserialize_with = "fault::given",
        skip_serializing_if = "Option::is_none"
    )]
    pub moderator: Option<bool>,
    /// Show the test of camera and microphone before its rooms.
    #[serde(
        default,
        deserialize_with = "fault::given",
        skip_serializing_if = "Option::is_none"
    )]
    pub audio_video_test: Option<bool>,
}

/// Some of the settings; each means what it means in the settings' form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Rules {
    /// Light, dark, or as the desktop has it.
    #[serde(
        default,
        deserialize_with = "fault::given",
        skip_serializing_if = "Option::is_none"
    )]
    pub theme: Option<Theme>,
    /// The language of texts.
    #[serde(
        default,
        deserialize_with = "fault::given",
        skip_serializing_if = "Option::is_none"
    )]
    pub language: Option<Language>,
    /// Start with the session of the person.
    #[serde(
        default,
        deserialize_with = "fault::given",
        skip_serializing_if = "Option::is_none"
    )]
    pub start_at_login: Option<bool>,
    /// At the start of the session show no window.
    #[serde(
        default,
        deserialize_with = "fault::given",
        skip_serializing_if = "Option::is_none"
    )]
    pub start_hidden: Option<bool>,
    /// Closing the window leaves the background part running.
    #[serde(
        default,
        deserialize_with = "fault::given",
        skip_serializing_if = "Option::is_none"
    )]
    pub close_to_tray: Option<bool>,
    /// Minutes before a meeting, 0 to 60, or `never`.
    #[serde(
        default,
        deserialize_with = "fault::reminding",
        skip_serializing_if = "Option::is_none"
    )]
    #[cfg_attr(test, schemars(schema_with = "shape::reminding"))]
    pub remind_minutes: Option<Minutes>,
    /// Minutes between refreshes of the lists, 1 to 1440, or `never`.
    #[serde(
        default,
        deserialize_with = "fault::refreshing",
        skip_serializing_if = "Option::is_none"
    )]
    #[cfg_attr(test, schemars(schema_with = "shape::refreshing"))]
    pub refresh_minutes: Option<Minutes>,
    /// Reminders also float above all windows.
    #[serde(
        default,
        deserialize_with = "fault::given",
        skip_serializing_if = "Option::is_none"
    )]
    pub floating_reminders: Option<bool>,
    /// Meetings may be armed to be joined without a click.
    #[serde(
        default,
        deserialize_with = "fault::given",
        skip_serializing_if = "Option::is_none"
    )]
    pub auto_join: Option<bool>,
    /// A login is made ahead while a join is near, so that the click need not wait.
    #[serde(
        default,
        deserialize_with = "fault::given",
        skip_serializing_if = "Option::is_none"
    )]
    pub login_ahead: Option<bool>,
    /// What joins the next meeting from anywhere, such as `Super+Shift+J`.
    #[serde(
        default,
        deserialize_with = "fault::line",
        skip_serializing_if = "Option::is_none"
    )]
    #[cfg_attr(test, schemars(schema_with = "shape::line"))]
    pub shortcut: Option<String>,
    /// What closing the window does on a desktop that shows no tray icons.
    #[serde(
        default,
        deserialize_with = "fault::given",
        skip_serializing_if = "Option::is_none"
    )]
    pub without_tray: Option<WithoutTray>,
}

impl Rules {
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
