//! Keys that the system gives to the toolkit.

use launcher_resident::{Grabbed, Pressed};
use tauri::AppHandle;
use tauri_plugin_global_shortcut::{GlobalShortcutExt as _, Shortcut, ShortcutState};

/// The keys are given back when this is dropped.
struct Grab {
    app: AppHandle,
    shortcut: Shortcut,
}

/// Takes the keys, and tells of each press.
pub(crate) fn grab(app: &AppHandle, keys: &str, pressed: Pressed) -> Option<Grabbed> {
    let shortcut: Shortcut = keys.parse().ok()?;
    let given = app
        .global_shortcut()
        .on_shortcut(shortcut, move |_, _, event| {
            if event.state() == ShortcutState::Pressed {
                pressed();
            }
        });
    if let Err(error) = given {
        tracing::info!(%error, "the system gives no keys");
        return None;
    }
    let app = app.clone();
    Some(Box::new(Grab { app, shortcut }))
}

impl Drop for Grab {
    fn drop(&mut self) {
        // At the end of the program they go back by themselves.
        let _ = self.app.global_shortcut().unregister(self.shortcut);
    }
}
