//! The programs as people use them, on desktops that nobody sees.

#![cfg(target_os = "linux")]
#![expect(clippy::expect_used, reason = "a test may")]

mod agenda;
mod caret;
mod closing;
mod command_line;
mod first_run;
mod invitation;
mod keychain;
mod no_window;
mod passwords;
mod policy;
mod reminders;
mod secrets;
mod server_gone;
mod servers;
mod settings;
mod steps;
mod survival;
mod tray;
mod updates;
mod warm;
