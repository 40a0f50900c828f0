//! Updates as the window shows them.

use serde::{Deserialize, Serialize};

use crate::error::ErrorView;
use crate::state::AppState;
use crate::texts::Texts;
use crate::update::{Release, Stage, WhyOff, off};

/// What there is to say about updates of the launcher.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct UpdatesView {
    /// Why this launcher is not updated by itself; `null` if it is.
    pub off: Option<WhyOff>,
    pub stage: UpdateView,
    /// Whether the person is asked without having looked for it.
    pub asks: bool,
    /// Until when meetings keep it waiting.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub waits_until: Option<i64>,
    /// When the server of updates was last asked.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub checked_at: Option<i64>,
}

/// How far an update has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum UpdateView {
    Unknown,
    Checking,
    /// There is nothing newer.
    Current,
    Available {
        release: Release,
    },
    Downloading {
        release: Release,
        /// 0 to 100, if the server says how long it is.
        percent: Option<u8>,
    },
    /// It is installed as soon as that disturbs nobody.
    Ready {
        release: Release,
    },
    Failed {
        release: Option<Release>,
        error: ErrorView,
    },
}

/// What there is to say about updates, as of this state.
pub(super) fn of_updates(state: &AppState, texts: &Texts) -> UpdatesView {
    let (updates, memory) = (&state.updates, &state.memory.updates);
    let off = off(updates.installation, &state.policy);
    UpdatesView {
        off,
        stage: of_stage(&updates.stage, texts),
        asks: off.is_none() && updates.asks(memory),
        waits_until: updates.waits_until.map(jiff::Timestamp::as_millisecond),
        checked_at: memory.checked_at.map(jiff::Timestamp::as_millisecond),
    }
}

fn of_stage(stage: &Stage, texts: &Texts) -> UpdateView {
    match stage.clone() {
        Stage::Unknown => UpdateView::Unknown,
        Stage::Checking => UpdateView::Checking,
        Stage::Current => UpdateView::Current,
        Stage::Available(release) => UpdateView::Available { release },
        Stage::Downloading { release, percent } => UpdateView::Downloading { release, percent },
        Stage::Ready(release) => UpdateView::Ready { release },
        Stage::Failed { release, error } => UpdateView::Failed {
            release,
            error: error.view(texts),
        },
    }
}
