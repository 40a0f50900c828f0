//! [`Wanted`]: what the window was asked to show when it was called.

use serde::{Deserialize, Serialize};

/// What the window goes to. It stays in the view until the window says that it
/// went there, so that one that is only starting finds it, too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Wanted {
    /// The settings.
    Settings,
    /// The field of the meetings, to type or paste into.
    Query,
    /// A text for the field, as if it had been pasted: the path of an invitation
    /// that was opened.
    Text { text: String },
}
