//! The start of the program that was just installed, in place of this one.

use std::path::PathBuf;
use std::sync::OnceLock;

use tauri::{AppHandle, Manager as _};

use super::source::Source;

/// The program that begins when this one has ended.
#[derive(Debug, Default)]
struct NextProgram(OnceLock<PathBuf>);

/// Ends this process for the new one. A resident of its own makes room by itself when a
/// newer build comes, and leaves it the passwords it holds; where this process is the
/// resident they end with it, and are asked for again.
pub(super) fn end_for(app: &AppHandle, source: Option<&Source>) {
    let Some(program) = source.and_then(|source| source.program.clone()) else {
        return app.request_restart();
    };
    app.manage(NextProgram::default());
    // Empty until now: it was made a line above, or holds the same.
    let _ = app.state::<NextProgram>().0.set(program);
    app.exit(0);
}

/// Becomes the program that was installed, if one was. A process that became
/// another has let go of its window's seat, so the new window always finds it free.
pub(crate) fn start_next(app: &AppHandle) {
    let next = app.try_state::<NextProgram>();
    let Some(program) = next.as_ref().and_then(|next| next.0.get()) else {
        return;
    };
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt as _;

        let error = std::process::Command::new(program).exec();
        tracing::error!(%error, "the new version could not be started");
    }
    #[cfg(not(unix))]
    tracing::error!(program = %program.display(), "only the system starts it");
}
