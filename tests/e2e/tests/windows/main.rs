//! The installer for Windows and what it installs, on a Windows that wine plays.
//! `cargo xtask windows-test` builds the installer and runs these.
//!
//! There is no web view in it: everything but the window is tested here.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may")]

mod installing;
mod registry;
mod removing;
mod using;
mod wine;
