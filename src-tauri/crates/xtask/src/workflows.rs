//! `cargo xtask workflows`: what GitHub runs, looked at before it does; and every script.

use crate::packages::{self, Sign};
use crate::run;

/// Without it, `actionlint` leaves the scripts in the workflows out and says nothing.
const FOR_SCRIPTS: [(Sign, &str); 1] = [(Sign::Program("shellcheck"), "shellcheck")];

/// Checkers that Debian does not have, and how they are had.
const CHECKERS: [(&str, &str); 2] = [
    (
        "actionlint",
        "go install github.com/rhysd/actionlint/cmd/actionlint@latest",
    ),
    ("zizmor", "pipx install zizmor"),
];

/// Grammar, expressions and scripts by `actionlint` and `shellcheck`; pins, permissions, secrets and
/// caches by `zizmor`.
pub(crate) fn check(_: &[String]) -> Result<(), String> {
    packages::ensure("the check of the workflows", &[&FOR_SCRIPTS])?;
    for (checker, install) in CHECKERS {
        if !run::works(checker, &["--version"]) {
            return Err(format!("{checker} is missing: {install}"));
        }
    }
    run::command("actionlint", &[], &[])?;
    let scripts = run::output("git", &["ls-files", "*.sh", ".ci/run"])?;
    run::command("shellcheck", &scripts.lines().collect::<Vec<_>>(), &[])?;
    // What it could ask GitHub for would make the answer depend on the day.
    run::command("zizmor", &["--offline", "--quiet", ".github"], &[])
}
