//! Every call to a server, everything that can go wrong with it, at each moment of a
//! launcher's life. What comes of each is in `tests/fault-matrix.md`, which is renewed
//! by `UPDATE_FAULT_MATRIX=1`.

#![expect(clippy::unwrap_used, reason = "a test may")]

mod cell;
mod moment;
#[path = "../support/mod.rs"]
mod support;
mod table;
mod trouble;

use std::path::PathBuf;

use cell::Cell;
use moment::{Call, Moment};
use trouble::{Place, Trouble};

/// On top of what the test itself holds, while a cell runs.
#[cfg(target_os = "linux")]
const MEMORY: u64 = 32 * 1024 * 1024;

fn file() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fault-matrix.md")
}

/// One after the other: memory is that of the whole process.
#[tokio::test]
async fn every_fault_of_every_call_at_every_moment_comes_to_a_known_end() {
    // First what goes well, so that all code that is used is in memory.
    has_every_call_that_is_made().await;
    let mut cells = Vec::new();
    for moment in Moment::ALL {
        for &call in moment.calls() {
            for trouble in Trouble::all() {
                cells.push(Cell::run(moment, call, &trouble).await);
            }
        }
        for place in Place::ALL {
            cells.push(Cell::run_at(moment, place).await);
        }
    }
    let table = table::of(&cells);
    if std::env::var_os("UPDATE_FAULT_MATRIX").is_some() {
        std::fs::write(file(), &table).unwrap();
    }
    let kept = std::fs::read_to_string(file()).unwrap_or_default();
    assert!(
        kept == table,
        "tests/fault-matrix.md says something else; UPDATE_FAULT_MATRIX=1 renews it, and \
         every line that changes wants to be read:\n{table}"
    );
}

/// The columns are what a launcher does, and not what somebody believed it does.
async fn has_every_call_that_is_made() {
    for moment in Moment::ALL {
        let made = moment::made(moment).await;
        let known: Vec<&str> = moment
            .calls()
            .iter()
            .filter(|call| **call != Call::ErrorText)
            .map(|call| call.path())
            .collect();
        for path in &made {
            assert!(
                known.iter().any(|known| path.contains(known)),
                "{moment:?} also asks for {path}"
            );
        }
        for known in known {
            assert!(
                made.iter().any(|path| path.contains(known)),
                "{moment:?} never asks for {known}: {made:?}"
            );
        }
    }
}
