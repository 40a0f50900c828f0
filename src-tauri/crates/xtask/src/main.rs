//! `cargo xtask`: every task of this repository, under the names CI uses.

mod demo;
mod packages;
mod run;
mod say;
mod tidy;

use std::process::ExitCode;

use run::cargo;

/// Name, what it does, and the task itself.
const TASKS: [(&str, &str, Task); 9] = [
    (
        "demo",
        "start a demo server, list its meetings and join a room",
        demo::run,
    ),
    (
        "test",
        "run every test; installs the system packages that tests need",
        test,
    ),
    (
        "lint",
        "format, clippy, documentation and tidy, without changing anything",
        lint,
    ),
    (
        "tidy",
        "check what is particular to this repository",
        tidy::run,
    ),
    (
        "conformance",
        "play recordings of real servers against the test server",
        conformance,
    ),
    (
        "bench",
        "measure; figures belong into the closing note",
        bench,
    ),
    (
        "package",
        "build the publishable crate as it would be published",
        package,
    ),
    (
        "audit",
        "licences, advisories and spelling, with cargo-deny and typos",
        audit,
    ),
    ("ci", "everything that CI runs, in its order", ci),
];

type Task = fn(&[String]) -> Result<(), String>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let task = arguments
        .first()
        .and_then(|name| TASKS.iter().find(|(known, ..)| known == name));
    let Some((_, _, task)) = task else {
        say::line("usage: cargo xtask TASK\n");
        for (name, what, _) in TASKS {
            say::line(&format!("  {name:<12} {what}"));
        }
        return if arguments.is_empty() {
            ExitCode::SUCCESS
        } else {
            ExitCode::from(2)
        };
    };
    match task(arguments.get(1..).unwrap_or_default()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            say::complaint(&why);
            ExitCode::FAILURE
        }
    }
}

fn test(arguments: &[String]) -> Result<(), String> {
    packages::ensure(&packages::FOR_TESTS)?;
    // A faster runner is used where it is installed, and not missed elsewhere.
    if arguments.is_empty() && run::works("cargo", &["nextest", "--version"]) {
        cargo(&["nextest", "run", "--workspace", "--locked"])?;
        return cargo(&["test", "--workspace", "--locked", "--doc"]);
    }
    let mut all = vec!["test", "--workspace", "--locked"];
    all.extend(arguments.iter().map(String::as_str));
    cargo(&all)
}

fn lint(_: &[String]) -> Result<(), String> {
    cargo(&["fmt", "--all", "--check"])?;
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
    )?;
    tidy::run(&[])
}

fn conformance(arguments: &[String]) -> Result<(), String> {
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

fn bench(arguments: &[String]) -> Result<(), String> {
    let mut all = vec!["bench", "--workspace", "--locked", "--benches"];
    all.extend(arguments.iter().map(String::as_str));
    cargo(&all)
}

fn package(_: &[String]) -> Result<(), String> {
    cargo(&[
        "package",
        "-p",
        "openmeetings-client",
        "--allow-dirty",
        "--locked",
    ])
}

/// Beside CI: the tools take long to build, and advisories come from afar.
fn audit(_: &[String]) -> Result<(), String> {
    for (tool, package) in [("cargo-deny", "cargo-deny"), ("typos", "typos-cli")] {
        if !run::works(tool, &["--version"]) {
            return Err(format!(
                "{tool} is missing: cargo install --locked {package}"
            ));
        }
    }
    cargo(&["deny", "--config", ".deny.toml", "check"])?;
    run::command("typos", &["--config", ".typos.toml"], &[])
}

fn ci(_: &[String]) -> Result<(), String> {
    lint(&[])?;
    test(&[])?;
    let recordings = [
        "tests/fixtures/recordings/openmeetings-9.0.0.json",
        "tests/fixtures/recordings/openmeetings-8.1.0.json",
    ];
    conformance(&recordings.map(str::to_owned))?;
    package(&[])?;
    demo::run(&[])
}
