//! The command line as scripts and people meet it: what is printed where, and
//! the exit status.

#![expect(clippy::unwrap_used, reason = "a test may")]

mod broken;
mod cached;
mod canary;
mod doctor;
mod hostile;
#[cfg(unix)]
mod interrupt;
mod join;
mod language;
mod moving;
mod policy;
mod proxy;
mod saved;
mod support;
mod terminal;
mod trust;
