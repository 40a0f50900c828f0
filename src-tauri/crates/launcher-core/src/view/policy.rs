//! What viewers see of the organisation's policy.

use serde::{Deserialize, Serialize};

use crate::error::ErrorView;
use crate::policy::Policy;
use crate::texts::Texts;

/// What the organisation laid down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PolicyView {
    pub organisation: Option<String>,
    /// Whom to ask.
    pub contact: Option<String>,
    /// The names of the settings that cannot be changed.
    pub locked: Vec<String>,
    /// The policy cannot be used: what it could lock is locked.
    pub error: Option<ErrorView>,
}

impl PolicyView {
    /// Nothing where nothing was laid down.
    pub(super) fn of(policy: &Policy, texts: &Texts) -> Option<Self> {
        let view = || Self {
            organisation: policy.organisation().map(str::to_owned),
            contact: policy.contact().map(str::to_owned),
            locked: policy.locked_settings(),
            error: policy.trouble().map(|error| error.view(texts)),
        };
        match policy {
            Policy::Absent => None,
            Policy::InForce(_) | Policy::Broken(_) => Some(view()),
        }
    }
}
