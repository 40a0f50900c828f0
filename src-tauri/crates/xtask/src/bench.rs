//! `cargo xtask bench`: figures, never part of a test.

use crate::run::{build_programs, build_released_programs, cargo, on_a_desktop, target};
use crate::{packages, say, ui};

/// With arguments only the benches of the crates, which take them.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let mut all = vec!["bench", "--locked", "--benches"];
    all.extend(arguments.iter().map(String::as_str));
    cargo(&all)?;
    if arguments.is_empty() {
        programs()
    } else {
        Ok(())
    }
}

/// The programs as they are shipped, on a desktop without a screen.
fn programs() -> Result<(), String> {
    packages::ensure("the bench of the programs", &packages::DESKTOP)?;
    ui::build(&[])?;
    say::line("Building the programs as they are shipped …");
    build_released_programs()?;
    // The programs that measure.
    build_programs()?;
    let programs = target("release").display().to_string();
    for bench in ["window-bench", "link-bench"] {
        on_a_desktop(bench, &[&programs])?;
    }
    Ok(())
}
