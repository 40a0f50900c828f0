//! The log: a file a day in the state folder, a week of them.
//!
//! What is written: starts and ends, who came to the door, what was asked for
//! with its outcome and duration. Never names, texts, addresses or passwords:
//! only this project's own events are written, and none of them has any.

use std::io;
use std::path::{Path, PathBuf};

use tracing::Level;
use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::Layer as _;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

/// Files kept, of a day each.
const DAYS: usize = 7;

/// The folder of the logs in the state folder.
pub fn folder(state: &Path) -> PathBuf {
    state.join("logs")
}

/// Begins to log, for the whole process. `program` names the files: each
/// process has its own.
pub fn start(state: &Path, program: &str) -> io::Result<()> {
    make_private(&folder(state))?;
    let appender = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix(program)
        .filename_suffix("log")
        .max_log_files(DAYS)
        .build(folder(state))
        .map_err(io::Error::other)?;
    let ours = Targets::new()
        .with_target("launcher", Level::INFO)
        .with_target("openmeetings", Level::INFO);
    let file = tracing_subscriber::fmt::layer()
        .with_ansi(false)
        .with_target(false)
        .with_writer(appender)
        .with_filter(ours);
    tracing_subscriber::registry()
        .with(file)
        .try_init()
        .map_err(io::Error::other)
}

/// What was asked for and when concerns the person only.
fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
