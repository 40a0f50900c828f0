//! [`ProfileView`]: a saved server as viewers see it.

use serde::{Deserialize, Serialize};

use crate::error::ErrorView;
use crate::profile::{AccountRoute, Colour, ProfileId};
use crate::state::Part;

use super::{LayerView, TrustView};

/// A saved server and what is known of it.
#[expect(clippy::struct_excessive_bools, reason = "each is a field of the form")]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ProfileView {
    #[cfg_attr(test, ts(type = "string"))]
    pub id: ProfileId,
    pub name: String,
    pub address: String,
    pub host: String,
    /// Whether the address is https.
    pub encrypted: bool,
    /// Without one the browser signs in, and no list can be loaded.
    pub login: Option<String>,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub email: Option<String>,
    /// The server's number of the language of room pages; `null`: that of the
    /// computer.
    pub language: Option<u32>,
    pub moderator: bool,
    pub audio_video_test: bool,
    pub colour: Colour,
    /// The browser for its rooms; `null`: the system's choice.
    pub browser: Option<String>,
    /// Whom to ask for help. Shown as it is.
    pub help: Option<String>,
    pub server_version: Option<String>,
    pub route: AccountRoute,
    /// The server takes the password in the address of a call (before 9.0).
    pub password_in_address: bool,
    /// What is trusted of it beside what the computer trusts.
    pub trust: Option<TrustView>,
    /// Handed out by the organisation: it cannot be removed.
    pub managed: bool,
    /// The names of the fields that cannot be changed.
    pub locked: Vec<String>,
    pub list: ListView,
    pub check: Option<CheckView>,
}

/// How fresh the lists of a server are. What was once good is kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(
    tag = "state",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
pub enum ListView {
    /// There is nothing yet, and nobody asked.
    NotLoaded,
    Loading {
        /// The age of the list that is still shown.
        #[cfg_attr(test, ts(type = "number | null"))]
        loaded_at: Option<i64>,
        /// Up to when it holds all appointments.
        #[cfg_attr(test, ts(type = "number | null"))]
        until: Option<i64>,
    },
    Ready {
        #[cfg_attr(test, ts(type = "number"))]
        loaded_at: i64,
        /// Up to when it holds all appointments.
        #[cfg_attr(test, ts(type = "number"))]
        until: i64,
        /// What this account was not allowed to read.
        refused: Vec<Part>,
    },
    Stale {
        #[cfg_attr(test, ts(type = "number | null"))]
        loaded_at: Option<i64>,
        /// Up to when it holds all appointments.
        #[cfg_attr(test, ts(type = "number | null"))]
        until: Option<i64>,
        error: ErrorView,
        /// When it is tried again by itself.
        #[cfg_attr(test, ts(type = "number | null"))]
        next_try: Option<i64>,
    },
}

/// The check of a saved server.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum CheckView {
    Running {
        layers: Vec<LayerView>,
    },
    Passed {
        layers: Vec<LayerView>,
    },
    Failed {
        layers: Vec<LayerView>,
        error: ErrorView,
    },
}
