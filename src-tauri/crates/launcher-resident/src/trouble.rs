//! What can go wrong around the launcher, as sentences of the catalogue.

use std::error::Error;

use launcher_core::error::{Code, ErrorView, LauncherError};
use launcher_core::texts::Texts;

/// The resident went away while it had something to do.
pub(crate) fn gone(texts: &Texts) -> ErrorView {
    LauncherError::new(Code::Interrupted).view(texts)
}

/// The resident could not be started.
pub(crate) fn not_started(cause: &(dyn Error + 'static)) -> LauncherError {
    LauncherError::new(Code::Interrupted).caused_by(cause)
}

/// The folder of the door is not the person's own, or cannot be used.
pub(crate) fn no_door(cause: &(dyn Error + 'static)) -> LauncherError {
    LauncherError::new(Code::Interrupted).caused_by(cause)
}

/// A newer version runs: this one cannot talk to it.
pub(crate) fn newer_runs() -> LauncherError {
    LauncherError::new(Code::Interrupted)
}

/// There is a resident already.
pub(crate) fn runs_already() -> LauncherError {
    LauncherError::new(Code::Interrupted)
}

pub(crate) fn no_clipboard(cause: &(dyn Error + 'static)) -> LauncherError {
    LauncherError::new(Code::Interrupted).caused_by(cause)
}

pub(crate) fn no_autostart(cause: &(dyn Error + 'static)) -> LauncherError {
    LauncherError::new(Code::Interrupted).caused_by(cause)
}

pub(crate) fn no_folder(cause: &(dyn Error + 'static)) -> LauncherError {
    LauncherError::new(Code::Interrupted).caused_by(cause)
}

/// More viewers than the door takes.
pub(crate) fn too_many() -> LauncherError {
    LauncherError::new(Code::Interrupted)
}
