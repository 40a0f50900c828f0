//! What a program leaves behind that breaks. In a process of its own: the way to tell
//! of it is the same for all threads.

#![cfg(unix)]
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that breaks has failed, but for the one break that is its business"
)]

use launcher_resident::crash;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

#[test]
fn the_memory_of_a_program_that_breaks_is_not_written_to_a_file() {
    let limit = getrlimit(Resource::Core);
    let most = Rlimit {
        current: limit.maximum,
        maximum: limit.maximum,
    };
    setrlimit(Resource::Core, most).unwrap();
    crash::tell_only_where();
    let soft = || getrlimit(Resource::Core).current;
    // Where nobody may write it there is nothing to be seen.
    let written = limit.maximum != Some(0);
    assert_eq!(soft() != Some(0), written, "as long as nothing breaks");
    let broke = std::panic::catch_unwind(|| panic!("with a password, perhaps"));
    assert!(broke.is_err());
    assert_eq!(soft(), Some(0));
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, dumpable_behavior};

        assert_eq!(dumpable_behavior().unwrap(), DumpableBehavior::NotDumpable);
    }
}
