//! Starting another program of ours, which outlives this one.

use std::ffi::OsStr;
use std::io;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

use tokio::sync::oneshot;

/// How a started program ended, when it has.
pub(crate) type Ended = oneshot::Receiver<io::Result<ExitStatus>>;

/// Starts a program by itself: without a terminal, and with nobody waiting for it.
pub(crate) fn spawn(program: &Path, arguments: &[&OsStr]) -> io::Result<Ended> {
    let mut command = Command::new(program);
    command
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    if cfg!(unix) {
        // Holds no folder that may be unmounted.
        command.current_dir("/");
    }
    let mut child = command.spawn()?;
    let (ends, ended) = oneshot::channel();
    // Somebody has to take its exit status, or it stays behind as a zombie.
    std::thread::Builder::new()
        .name("child".to_owned())
        .stack_size(64 << 10)
        .spawn(move || ends.send(child.wait()))?;
    Ok(ended)
}

/// As [`spawn`], for a program that whoever started this one need not wait for. How
/// it ends is not known everywhere.
///
/// On Windows every handle that this process was given goes on to what it starts,
/// unless the shell starts it. Somebody who reads what the command line prints would
/// wait until the resident has ended.
pub(crate) fn spawn_apart(program: &Path, argument: &OsStr) -> io::Result<Option<Ended>> {
    if cfg!(windows) {
        open::with_detached(argument, program.display().to_string())?;
        Ok(None)
    } else {
        spawn(program, &[argument]).map(Some)
    }
}
