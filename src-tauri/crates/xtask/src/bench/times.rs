//! What differs from run to run: times and memory, of the programs as people get them.

use super::row::Row;
use super::{Wanted, qt, sizes};
use crate::run::{self, build_released_programs, built, target};
use crate::{packages, ui};

type Part = fn(&Wanted) -> Result<Vec<Row>, String>;

/// What can be measured alone.
pub(super) const PARTS: [(&str, Part); 8] = [
    ("own", own),
    ("join", join),
    ("window", window),
    ("page", page),
    ("idle", idle),
    ("soak", soak),
    ("fleet", fleet),
    ("sizes", sizes),
];

/// Measures what is wanted, and hands over each part when it is there.
pub(super) fn each(wanted: &Wanted, mut show: impl FnMut(Vec<Row>)) -> Result<(), String> {
    packages::ensure("the bench of the programs", &packages::DESKTOP)?;
    packages::ensure("the bench of the programs", &[&packages::FOR_RIVALS])?;
    ui::build(&[])?;
    // With a thousand meetings on a bridge that is none.
    ui::build_for_tests()?;
    build_released_programs()?;
    // The programs that measure.
    run::build_programs()?;
    for (name, measure) in PARTS {
        if wanted.wants(name) {
            show(measure(wanted)?);
        }
    }
    Ok(())
}

/// What the core itself takes.
fn own(_: &Wanted) -> Result<Vec<Row>, String> {
    let times = ["-p", "launcher-bench", "--bin", "times"];
    run::cargo(&[&["build", "--locked", "--release"], &times[..]].concat())?;
    rows_of(&built("release", "times").display().to_string(), &[])
}

fn join(_: &Wanted) -> Result<Vec<Row>, String> {
    on_a_desktop("join-bench", &[])
}

fn window(_: &Wanted) -> Result<Vec<Row>, String> {
    on_a_desktop("window-bench", &[])
}

/// With the list of a thousand meetings and of ten thousand.
fn page(_: &Wanted) -> Result<Vec<Row>, String> {
    let folder = run::root().join("ui");
    Row::all(&run::output_in(&folder, "node", &["tests/e2e/bench.mjs"])?)
}

fn idle(wanted: &Wanted) -> Result<Vec<Row>, String> {
    let seconds = if wanted.long { "600" } else { "30" };
    on_a_desktop("idle-bench", &[seconds])
}

/// Refreshes and windows of a short day, or of a long one.
fn soak(wanted: &Wanted) -> Result<Vec<Row>, String> {
    let resident = built("release", "openmeetings").display().to_string();
    let counts = if wanted.long {
        ["10000", "1000"]
    } else {
        ["500", "50"]
    };
    let soak = built("debug", "soak").display().to_string();
    rows_of(&soak, &[&[resident.as_str()], &counts[..]].concat())
}

/// A thousand launchers and one server.
fn fleet(_: &Wanted) -> Result<Vec<Row>, String> {
    let example = ["-p", "launcher-core", "--example", "fleet"];
    let run = ["run", "--quiet", "--locked"];
    let all = [&run[..], &example, &["--", "--rows"]].concat();
    rows_of("cargo", &all)
}

fn sizes(_: &Wanted) -> Result<Vec<Row>, String> {
    sizes::of_packages()
}

/// By a program of `tests/e2e`, which makes a desktop of its own.
fn on_a_desktop(program: &str, arguments: &[&str]) -> Result<Vec<Row>, String> {
    let released = target("release").display().to_string();
    let program = built("debug", program).display().to_string();
    let python = qt::python().map(|python| python.display().to_string());
    let mut all = vec![released.as_str()];
    all.extend(arguments);
    all.extend(python.as_deref());
    rows_of(&program, &all)
}

fn rows_of(program: &str, arguments: &[&str]) -> Result<Vec<Row>, String> {
    Row::all(&run::output(program, arguments)?)
}
