//! [`SetupView`]: a server that is being added, layer by layer.

use serde::{Deserialize, Serialize};

use crate::error::ErrorView;
use crate::profile::AccountRoute;
use crate::profile::check::{Layer, Warning};

use super::TrustView;

/// The server that is being added.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SetupView {
    /// The address as the person gave it.
    pub given: String,
    /// Where the server answers, once that is known.
    pub address: Option<String>,
    pub host: String,
    /// The name a link suggests.
    pub name: Option<String>,
    /// The help contact of an introduction. Shown as it is.
    pub help: Option<String>,
    /// Whether the address found is https.
    pub encrypted: bool,
    /// The server takes the password in the address of a call (before 9.0): to
    /// be said before the first login.
    pub password_in_address: bool,
    /// What the person decided to trust of it.
    pub trust: Option<TrustView>,
    /// The layers that are done, in order.
    pub layers: Vec<LayerView>,
    pub stage: SetupStage,
}

/// How far adding a server has come.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(
    tag = "state",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
pub enum SetupStage {
    /// A check is going on.
    Checking {
        layer: Layer,
        #[cfg_attr(test, ts(type = "number"))]
        since: i64,
    },
    /// The server is fine: it is time for the account, or to save without one.
    Found,
    /// The account is fine: it can be saved. `route` says what it can do.
    Ready { login: String, route: AccountRoute },
    /// The layer that failed is the last one.
    Failed { error: ErrorView },
}

/// One finished layer of a check.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LayerView {
    pub layer: Layer,
    #[serde(flatten)]
    pub outcome: OutcomeView,
    /// How long it took.
    #[cfg_attr(test, ts(type = "number"))]
    pub milliseconds: u64,
    /// What was found, such as the address or the version.
    pub found: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub enum OutcomeView {
    Passed,
    /// Works, but the person should know.
    Warning {
        warning: Warning,
    },
    Failed {
        error: ErrorView,
    },
}
