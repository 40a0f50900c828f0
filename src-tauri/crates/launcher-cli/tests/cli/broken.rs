//! A fault of ours, whose message is what it was about.

use openmeetings_testserver::planted::{self, PLANTED};

use crate::support::{command, run_to_end};

#[test]
fn a_command_that_breaks_tells_where_and_never_about_what() {
    let home = tempfile::tempdir().unwrap();
    for planted in PLANTED {
        let mut command = command("C", home.path());
        command
            .arg("meetings")
            .env("OPENMEETINGS_BREAK", planted.secret);
        let run = run_to_end(&mut command, "");
        assert_ne!(run.status, 0);
        assert!(
            run.err.contains("has a fault and broke, at "),
            "{}",
            run.err
        );
        assert!(run.err.contains("crash.rs:"), "{}", run.err);
        let told = format!("{}{}", run.out, run.err);
        let found = planted::found_in(&told, [planted.secret]);
        assert!(found.is_empty(), "{found:?} in {told}");
    }
}
