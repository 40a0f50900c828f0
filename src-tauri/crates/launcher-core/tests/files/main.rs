//! What is kept on disk, through kills, full and read-only disks: whatever happens, each
//! file is the old one or the new one, and what could not be kept is said.

#![expect(clippy::unwrap_used, reason = "a test may")]

mod disk;
mod kills;
#[path = "../support/mod.rs"]
mod support;
mod unread;
mod writer;
