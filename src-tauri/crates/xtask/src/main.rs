//! `cargo xtask`: every task of this repository, under the names CI uses.

mod bench;
mod checks;
mod cross;
mod demo;
mod dist;
mod fuzz;
mod icons;
mod licences;
mod package_test;
mod packages;
mod run;
mod say;
mod tidy;
mod ui;
mod windows_test;
mod workflows;

use std::process::ExitCode;

/// Name, what it does, and the task itself.
const TASKS: [(&str, &str, Task); 22] = [
    (
        "demo",
        "install what is missing, build, start the app with a demo server, join a room",
        demo::run,
    ),
    (
        "test",
        "run every test; with --full also those of packages and of other systems",
        checks::test,
    ),
    (
        "lint",
        "format, clippy, documentation and tidy, without changing anything",
        checks::lint,
    ),
    (
        "tidy",
        "check what is particular to this repository",
        tidy::run,
    ),
    ("page", "build the page into ui/dist", ui::build),
    ("page-test", "run the tests of the page", ui::test),
    (
        "e2e",
        "run the built programs on a desktop without a screen",
        checks::desktop,
    ),
    (
        "bindings",
        "renew the types that the page shares with the core",
        checks::bindings,
    ),
    (
        "templates",
        "renew what administrators deploy",
        checks::templates,
    ),
    (
        "licences",
        "renew the list of what is built in",
        licences::write,
    ),
    ("icons", "make every icon from its source", icons::make),
    (
        "conformance",
        "play recordings of real servers against the test server",
        checks::conformance,
    ),
    (
        "fuzz",
        "throw what strangers can send at what reads it: [SECONDS] [TARGET…]",
        fuzz::run,
    ),
    (
        "bench",
        "measure, beside what one would use instead: [--check | --renew | --json] [PART…]",
        bench::run,
    ),
    (
        "package",
        "build the publishable crate as it would be published",
        checks::package,
    ),
    (
        "dist",
        "pack the programs for people to install: deb|rpm|nsis|all [--debug]",
        dist::run,
    ),
    (
        "package-test",
        "install the package that people get, use it, remove it",
        package_test::run,
    ),
    (
        "windows-test",
        "install on a Windows that wine plays, use it, upgrade it, remove it",
        windows_test::run,
    ),
    (
        "cross",
        "compile for Windows, check for macOS: [windows|macos]",
        cross::run,
    ),
    (
        "audit",
        "licences, advisories, spelling and workflows, with cargo-deny, typos and others",
        checks::audit,
    ),
    (
        "workflows",
        "check what GitHub runs, with actionlint and zizmor",
        workflows::check,
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

fn ci(_: &[String]) -> Result<(), String> {
    checks::lint(&[])?;
    checks::test(&[])?;
    bench::run(&["--check".to_owned()])?;
    package_test::run(&[])?;
    windows_test::run(&[])?;
    let recordings = [
        "tests/fixtures/recordings/openmeetings-9.0.0.json",
        "tests/fixtures/recordings/openmeetings-8.1.0.json",
    ];
    checks::conformance(&recordings.map(str::to_owned))?;
    checks::package(&[])?;
    demo::run(&[])
}
