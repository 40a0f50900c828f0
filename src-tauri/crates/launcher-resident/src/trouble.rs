//! What can go wrong around the launcher, as errors with a sentence each.

use std::error::Error;
use std::path::Path;

use launcher_core::error::{Code, LauncherError};

/// The resident went away while it had something to do.
pub(crate) fn gone() -> LauncherError {
    LauncherError::new(Code::ResidentGone)
}

/// The resident could not be started, or its door cannot be used.
pub(crate) fn failed(cause: &(dyn Error + 'static)) -> LauncherError {
    LauncherError::new(Code::ResidentFailed).caused_by(cause)
}

/// There is a resident already.
pub(crate) fn running() -> LauncherError {
    LauncherError::new(Code::ResidentRunning)
}

/// A newer version runs: this one cannot talk to it.
pub(crate) fn newer_running() -> LauncherError {
    LauncherError::new(Code::NewerRunning)
}

/// More viewers than the door takes.
pub(crate) fn too_many() -> LauncherError {
    LauncherError::new(Code::TooManyViewers)
}

pub(crate) fn no_clipboard(cause: &(dyn Error + 'static)) -> LauncherError {
    LauncherError::new(Code::ClipboardFailed).caused_by(cause)
}

pub(crate) fn no_autostart(cause: &(dyn Error + 'static)) -> LauncherError {
    LauncherError::new(Code::AutostartFailed).caused_by(cause)
}

/// The window's program could not be started.
pub(crate) fn no_window(program: &Path, cause: &(dyn Error + 'static)) -> LauncherError {
    LauncherError::new(Code::WindowFailed)
        .about("path", program.display().to_string())
        .caused_by(cause)
}

pub(crate) fn no_folder(folder: &Path, cause: &(dyn Error + 'static)) -> LauncherError {
    LauncherError::new(Code::FolderFailed)
        .about("path", folder.display().to_string())
        .caused_by(cause)
}
