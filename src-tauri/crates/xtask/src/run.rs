//! Running other programs from the top of the repository.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The top of the repository.
pub(crate) fn root() -> PathBuf {
    let mut root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    for _ in 0..3 {
        root.pop();
    }
    root
}

pub(crate) fn cargo(arguments: &[&str]) -> Result<(), String> {
    command("cargo", arguments, &[])
}

/// Whatever is built for tests is built as part of the whole workspace: cargo chooses the
/// features of a dependency for all that it builds at once, and another choice would
/// compile most of them again.
pub(crate) const OF_ALL: [&str; 2] = ["--workspace", "--locked"];

/// Compiles what people run, for tests, with the page that was built.
pub(crate) fn build_programs() -> Result<(), String> {
    cargo(&[&["build", "--bins"], &OF_ALL[..]].concat())
}

/// Compiles what people run, as they get it.
pub(crate) fn build_released_programs() -> Result<(), String> {
    let programs = ["-p", "launcher-cli", "-p", "openmeetings-launcher"];
    cargo(&[&["build", "--locked", "--release"], &programs[..]].concat())
}

/// Runs tests of the crate that uses the built programs; `arguments` are those of the
/// tests.
pub(crate) fn test_programs(
    test: &str,
    arguments: &[String],
    environment: &[(&str, &str)],
) -> Result<(), String> {
    let mut all = [&["test", "--test", test], &OF_ALL[..]].concat();
    if !arguments.is_empty() {
        all.push("--");
        all.extend(arguments.iter().map(String::as_str));
    }
    command("cargo", &all, environment)
}

/// Runs a program of `tests/e2e`, which makes a desktop of its own and was built with the
/// others.
pub(crate) fn on_a_desktop(program: &str, arguments: &[&str]) -> Result<(), String> {
    let program = built("debug", program).display().to_string();
    command(&program, arguments, &[])
}

/// Runs a program to its end; anything but success is a reason to stop.
pub(crate) fn command(
    program: &str,
    arguments: &[&str],
    environment: &[(&str, &str)],
) -> Result<(), String> {
    let status = started(program)
        .args(arguments)
        .envs(environment.iter().copied())
        .current_dir(root())
        .status()
        .map_err(|error| format!("{program} could not be started: {error}"))?;
    if status.success() {
        return Ok(());
    }
    Err(format!(
        "{program} {} ended with {status}",
        arguments.join(" ")
    ))
}

/// What cargo told this program about itself is not passed on: build scripts look at it,
/// and would compile anew what was compiled without `cargo xtask`.
fn started(program: &str) -> Command {
    let mut command = Command::new(program);
    for (name, _) in std::env::vars_os() {
        let is_of_this_crate = name.to_str().is_some_and(|name| {
            name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")
        });
        if is_of_this_crate {
            command.env_remove(name);
        }
    }
    command
}

/// As [`command`], for a program that tells what nobody asked.
pub(crate) fn quietly(
    program: &str,
    arguments: &[&str],
    environment: &[(&str, &str)],
) -> Result<(), String> {
    let mut command = started(program);
    command
        .args(arguments)
        .envs(environment.iter().copied())
        .current_dir(root());
    printed(program, &mut command).map(drop)
}

/// What a program prints, run at the top of the repository.
pub(crate) fn output(program: &str, arguments: &[&str]) -> Result<String, String> {
    output_in(&root(), program, arguments)
}

/// What a program prints, run in a folder.
pub(crate) fn output_in(
    folder: &Path,
    program: &str,
    arguments: &[&str],
) -> Result<String, String> {
    let mut command = started(program);
    command.args(arguments).current_dir(folder);
    printed(program, &mut command)
}

fn printed(program: &str, command: &mut Command) -> Result<String, String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("{program} could not be started: {error}"))?;
    if !output.status.success() {
        return Err(format!("{program} ended with {}", output.status));
    }
    String::from_utf8(output.stdout).map_err(|_| format!("{program} printed no text"))
}

/// Where a program is.
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

/// The folder into which cargo builds.
pub(crate) fn target(profile: &str) -> PathBuf {
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    target.join(profile)
}

/// A program that cargo built.
pub(crate) fn built(profile: &str, name: &str) -> PathBuf {
    target(profile).join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// Whether a program is there and content.
pub(crate) fn works(program: &str, arguments: &[&str]) -> bool {
    Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}
