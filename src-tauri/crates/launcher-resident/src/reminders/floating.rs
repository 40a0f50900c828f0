//! The reminder above all windows: a viewer of its own, which is started when it
//! is wanted and ends with the last reminder.

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::ffi::OsStr;

use launcher_core::state::AppState;

use crate::local::Local;
use crate::presence;
use crate::spawn::spawn;

const REMINDER: &str = "--reminder";

/// Works for as long as it is awaited.
pub(crate) async fn float(local: &Local) -> Infallible {
    let mut states = local.launcher().subscribe();
    // What was shown, or was not to be: a viewer that breaks is not started for
    // the same reminders again.
    let mut seen = BTreeSet::new();
    loop {
        let is_wanted = |state: &AppState| {
            let now = keys(state);
            // What went and comes again is another reminder.
            seen.retain(|key| now.contains(key));
            state.settings.floating_reminders && !now.is_subset(&seen)
        };
        // The launcher lives as long as the resident.
        drop(states.wait_for(is_wanted).await);
        // Those that come while a viewer ends are not in its window.
        let shown = local.launcher().read(keys);
        if !presence::wants_quiet().await {
            match spawn(local.window_program(), &[OsStr::new(REMINDER)]) {
                Ok(ended) => drop(ended.await),
                Err(error) => tracing::warn!(%error, "no reminder above the windows"),
            }
        }
        seen = shown;
    }
}

fn keys(state: &AppState) -> BTreeSet<String> {
    state.reminders.iter().map(super::key).collect()
}
