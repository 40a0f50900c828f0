//! [`Autostart`]: starting with the session of the person.

#[cfg_attr(target_os = "linux", path = "autostart/linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "autostart/native.rs")]
mod system;

use std::path::{Path, PathBuf};

use launcher_core::error::LauncherError;
use launcher_core::settings::Settings;

use crate::trouble;

/// What starts with the session, and where that is written down.
#[derive(Clone, Debug)]
pub struct Autostart {
    /// Where the desktop looks for what to start; used on Linux.
    pub folder: PathBuf,
    /// The program that becomes the resident when called with `tray`.
    pub resident: PathBuf,
    /// The program of the window.
    pub window: PathBuf,
    /// The `AppImage` that both are in, if they are in one. It starts the window's.
    pub image: Option<PathBuf>,
}

impl Autostart {
    /// Writes down what the person chose.
    pub(crate) fn set(&self, settings: &Settings) -> Result<(), LauncherError> {
        let outcome = if settings.start_at_login {
            let (program, arguments) = self.start(settings.start_hidden);
            system::write(self, program, arguments)
        } else {
            system::remove(self)
        };
        outcome.map_err(|error| trouble::no_autostart(error.as_ref()))
    }

    /// What starts with the session.
    fn start(&self, hidden: bool) -> (&Path, &[&str]) {
        match (hidden, &self.image) {
            (true, Some(image)) => (image, &["--hidden"]),
            (false, Some(image)) => (image, &[]),
            (true, None) => (&self.resident, &["tray"]),
            (false, None) => (&self.window, &[]),
        }
    }
}

/// Whether a change of the settings is one of these.
pub(crate) fn differs(before: &Settings, after: &Settings) -> bool {
    (before.start_at_login, before.start_hidden) != (after.start_at_login, after.start_hidden)
}
