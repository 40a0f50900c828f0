//! The installed package, as a desktop finds it: links and files that come from
//! other programs. `cargo xtask package-test` installs it and runs these.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may")]

mod defaults;
mod files;
mod installed;
mod links;
mod several;
