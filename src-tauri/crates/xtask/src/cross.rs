//! `cargo xtask cross`: the code for Windows and macOS, compiled on Linux.
//!
//! Windows is linked; of macOS the types are checked, since nobody but Apple may
//! pass its system's libraries on. What is shipped is built on those systems.

mod toolchain;

use std::path::PathBuf;

use toolchain::Toolchain;

use crate::{run, ui};

/// Everything that people run; the other crates are in it.
const PROGRAMS: [&str; 6] = [
    "-p",
    "openmeetings-client",
    "-p",
    "launcher-cli",
    "-p",
    "openmeetings-launcher",
];

/// No standard library of these systems is packaged for this one: it is built,
/// too.
const WITH_STD: &str = "build-std=std,panic_abort,panic_unwind";

pub(crate) const WINDOWS: &str = "x86_64-pc-windows-gnu";
const MACOS: &str = "aarch64-apple-darwin";

/// The folder with the programs for Windows, once they are compiled.
pub(crate) fn windows() -> PathBuf {
    run::target("cross")
        .join("build")
        .join(WINDOWS)
        .join("debug")
}

pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let systems: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (windows, macos) = match systems[..] {
        [] => (true, true),
        ["windows"] => (true, false),
        ["macos"] => (false, true),
        _ => return Err("usage: cargo xtask cross [windows|macos]".to_owned()),
    };
    let toolchain = Toolchain::ensure()?;
    // The window is compiled with the page in it.
    ui::build(&[])?;
    if windows {
        compile(&toolchain, "build", WINDOWS)?;
    }
    if macos {
        compile(&toolchain, "check", MACOS)?;
    }
    Ok(())
}

fn compile(toolchain: &Toolchain, verb: &str, target: &str) -> Result<(), String> {
    let how = [verb, "--locked", "-Z", WITH_STD, "--target", target];
    let environment = toolchain.environment();
    let environment: Vec<(&str, &str)> = environment
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let cargo = toolchain.cargo();
    run::command(&cargo, &[&how[..], &PROGRAMS].concat(), &environment)
}
