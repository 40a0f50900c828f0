//! [`ReminderView`]: a reminder that is on screen.

use serde::{Deserialize, Serialize};

use crate::error::ErrorView;

/// A meeting the person is reminded of now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ReminderView {
    /// The row of the agenda.
    pub key: String,
    /// May be empty.
    pub title: String,
    #[cfg_attr(test, ts(type = "number"))]
    pub start: i64,
    #[cfg_attr(test, ts(type = "number"))]
    pub end: i64,
    pub organiser: String,
    /// The name of the saved server, or the host.
    pub place: String,
    /// From when on the server lets this person in; `null` is always.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub open_from: Option<i64>,
    pub preflight: PreflightView,
    /// When it is joined without asking, unless that is stopped.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub joins_at: Option<i64>,
}

/// Whether joining will work, as was found out shortly before.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum PreflightView {
    /// Not looked at yet.
    #[default]
    Unknown,
    Running,
    /// All is well.
    Green,
    /// It will work, but the person should know.
    Yellow {
        reason: String,
    },
    /// It will not work; the error says what to do next.
    Red {
        error: ErrorView,
    },
}
