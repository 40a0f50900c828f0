//! What differs from run to run: times and memory, of the programs as people get them.

use super::row::Row;
use super::{Wanted, qt};
use crate::run::{self, build_released_programs, built, target};
use crate::{packages, ui};

type Part = fn(&Wanted) -> Result<Vec<Row>, String>;

/// What can be measured alone.
pub(super) const PARTS: [(&str, Part); 4] = [
    ("own", own),
    ("join", join),
    ("window", window),
    ("idle", idle),
];

/// Measures what is wanted, and hands over each part when it is there.
pub(super) fn each(wanted: &Wanted, mut show: impl FnMut(Vec<Row>)) -> Result<(), String> {
    packages::ensure("the bench of the programs", &packages::DESKTOP)?;
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

fn idle(wanted: &Wanted) -> Result<Vec<Row>, String> {
    on_a_desktop("idle-bench", &[&wanted.seconds.to_string()])
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
