//! [`JoinView`]: the join that is going on, or the last one.

use serde::{Deserialize, Serialize};

use crate::error::ErrorView;
use crate::join::Route;
use crate::profile::ProfileId;
use crate::state::JoinStep;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(
    tag = "state",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
pub enum JoinView {
    #[default]
    Idle,
    /// On the way; can be cancelled.
    Preparing {
        /// What is joined, for people.
        target: String,
        /// The row it was asked for on, if on one.
        key: Option<String>,
        step: JoinStep,
        #[cfg_attr(test, ts(type = "number"))]
        since: i64,
    },
    /// The browser has the address.
    Opened {
        target: String,
        key: Option<String>,
        route: Route,
        #[cfg_attr(test, ts(type = "number"))]
        at: i64,
        /// The address holds a key that works once.
        works_once: bool,
    },
    Failed {
        target: String,
        key: Option<String>,
        /// The server it failed on, if it is a saved one.
        #[cfg_attr(test, ts(type = "string | null"))]
        profile: Option<ProfileId>,
        /// Whether the room page can be opened instead.
        has_page: bool,
        error: ErrorView,
    },
}
