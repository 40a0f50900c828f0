//! The tasks that say whether everything is well.

use crate::run::{self, OF_ALL, build_programs, cargo};
use crate::{cross, package_test, packages, tidy, ui, windows_test, workflows};

/// Format, lints, documentation and our own rules; what fails fastest first.
pub(crate) fn lint(_: &[String]) -> Result<(), String> {
    packages::ensure("the window", &[&packages::FOR_WINDOW])?;
    cargo(&["fmt", "--all", "--check"])?;
    tidy::run(&[])?;
    ui::check()?;
    // The window is compiled with the page in it.
    ui::build(&[])?;
    cargo(&[
        "clippy",
        "--workspace",
        "--all-targets",
        "--locked",
        "--",
        "-D",
        "warnings",
    ])?;
    run::command(
        "cargo",
        &["doc", "--workspace", "--no-deps", "--locked"],
        &[("RUSTDOCFLAGS", "-D warnings")],
    )
}

/// With it, `cargo xtask test` also does what CI has no time for in each run.
const FULL: &str = "--full";

/// Every test: the page, the crates, the programs on a desktop; with [`FULL`] the
/// packages, and what can be tried of other systems, as well.
pub(crate) fn test(arguments: &[String]) -> Result<(), String> {
    if arguments == [FULL] {
        test(&[])?;
        kill_a_thousand()?;
        package_test::run(&[])?;
        windows_test::run(&[])?;
        return cross::run(&["macos".to_owned()]);
    }
    packages::ensure("the tests", &[&packages::FOR_WINDOW, &packages::FOR_TESTS])?;
    ui::build(&[])?;
    if !arguments.is_empty() {
        let mut all = [&["test"], &OF_ALL[..]].concat();
        all.extend(arguments.iter().map(String::as_str));
        return cargo(&all);
    }
    ui::test(&[])?;
    // A faster runner is used where it is installed, and not missed elsewhere.
    if run::works("cargo", &["nextest", "--version"]) {
        cargo(&[&["nextest", "run"], &OF_ALL[..]].concat())?;
        cargo(&[&["test", "--doc"], &OF_ALL[..]].concat())?;
    } else {
        cargo(&[&["test"], &OF_ALL[..]].concat())?;
    }
    desktop(&[])
}

/// What the tests do two hundred times.
fn kill_a_thousand() -> Result<(), String> {
    let kills = [
        "test",
        "--locked",
        "-p",
        "launcher-core",
        "--test",
        "files",
        "kills",
    ];
    run::command("cargo", &kills, &[("LAUNCHER_TEST_KILLS", "1000")])
}

/// The built programs on a desktop without a screen.
pub(crate) fn desktop(arguments: &[String]) -> Result<(), String> {
    packages::ensure("the desktop tests", &packages::DESKTOP)?;
    ui::build(&[])?;
    build_programs()?;
    run::test_programs("desktop", arguments, &[])
}

/// Renews the types that the page shares with the core.
pub(crate) fn bindings(_: &[String]) -> Result<(), String> {
    run::command(
        "cargo",
        &[
            "test",
            "--quiet",
            "-p",
            "launcher-core",
            "--lib",
            "bindings",
        ],
        &[("UPDATE_BINDINGS", "1")],
    )
}

/// Renews what administrators deploy.
pub(crate) fn templates(_: &[String]) -> Result<(), String> {
    let test = [
        "test",
        "--quiet",
        "-p",
        "launcher-core",
        "--lib",
        "policy::schema::current",
    ];
    run::command("cargo", &test, &[("UPDATE_TEMPLATES", "1")])
}

pub(crate) fn conformance(arguments: &[String]) -> Result<(), String> {
    if arguments.is_empty() {
        return Err("name at least one recording, for example tests/fixtures/recordings/openmeetings-9.0.0.json".to_owned());
    }
    let mut all = vec![
        "run",
        "--quiet",
        "--locked",
        "-p",
        "openmeetings-testserver",
        "--bin",
        "conformance",
        "--",
    ];
    all.extend(arguments.iter().map(String::as_str));
    cargo(&all)
}

/// The publishable crate as it would be published.
pub(crate) fn package(_: &[String]) -> Result<(), String> {
    cargo(&[
        "package",
        "-p",
        "openmeetings-client",
        "--allow-dirty",
        "--locked",
    ])
}

/// Beside CI: the tools take long to build, and advisories come from afar.
pub(crate) fn audit(_: &[String]) -> Result<(), String> {
    for (tool, install) in [
        ("cargo-deny", "cargo install --locked cargo-deny"),
        // Compiled by its makers, which saves minutes.
        ("typos", "pipx install typos"),
    ] {
        if !run::works(tool, &["--version"]) {
            return Err(format!("{tool} is missing: {install}"));
        }
    }
    cargo(&["deny", "--config", ".deny.toml", "check"])?;
    run::command("typos", &["--config", ".typos.toml"], &[])?;
    workflows::check(&[])
}
