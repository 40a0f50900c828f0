//! What a program of ours tells when it breaks: where, and never about what.
//!
//! The message of a panic may hold anything: a text that was cut in the middle of a
//! letter, the value that was not expected. It goes to terminals, journals and reports,
//! so it is left out; and the memory it is about is not written to a file either.

use std::io::Write as _;
use std::panic::{self, PanicHookInfo};

use launcher_core::texts::Texts;

use crate::locale::locale;

/// Breaks at once, with its value as the message: only while it is developed and tested.
#[cfg(debug_assertions)]
const BREAK: &str = "OPENMEETINGS_BREAK";

/// For all threads of this process, from its start on.
///
/// # Panics
///
/// In programs that are not built for people: where the environment asks for it.
pub fn tell_only_where() {
    panic::set_hook(Box::new(broke));
    #[cfg(debug_assertions)]
    if let Ok(message) = std::env::var(BREAK) {
        #[expect(clippy::panic, reason = "it is what is to be seen")]
        {
            panic!("{message}");
        }
    }
}

fn broke(panic: &PanicHookInfo<'_>) {
    let place = panic.location().map(ToString::to_string);
    let place = place.unwrap_or_default();
    tracing::error!(place, "the program broke");
    keep_no_memory();
    let texts = Texts::for_locale(&locale().unwrap_or_default());
    let told = texts.with("program-broke", &[("place", place.as_str().into())]);
    // Where nobody listens there is nobody to tell.
    let _ = writeln!(std::io::stderr(), "{told}");
}

/// A program that breaks is ended by the system, which may keep all of its memory in a
/// file: passwords, too. Only now, so that nothing it started is concerned.
#[cfg(unix)]
fn keep_no_memory() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

    let nothing = Rlimit {
        current: Some(0),
        maximum: getrlimit(Resource::Core).maximum,
    };
    // It is asked for less than there was, which is never refused.
    let _ = setrlimit(Resource::Core, nothing);
    // The limit is for files; what the system hands to a program knows none.
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};

        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}

/// Windows keeps no memory of a program unless somebody has asked it to.
#[cfg(not(unix))]
fn keep_no_memory() {}
