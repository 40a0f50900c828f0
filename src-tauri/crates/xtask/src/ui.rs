//! The page: its packages, its checks, its tests and its build.

use std::path::Path;
use std::time::SystemTime;

use crate::run::{self, root};
use crate::{packages, say};

/// Says how far the packages are in: written by npm at the end of an install.
const INSTALLED: &str = "ui/node_modules/.package-lock.json";

/// A script on Windows, where it is only found by its whole name.
const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// Installs the page's packages if the lock file is newer than they are.
pub(crate) fn install() -> Result<(), String> {
    if !run::works(NPM, &["--version"]) {
        return Err("npm is missing: install Node.js 20.19 or newer".to_owned());
    }
    let changed = |path: &str| modified(&root().join(path));
    if changed(INSTALLED) > changed("ui/package-lock.json") {
        return Ok(());
    }
    say::aside("Installing the packages of the page …");
    npm(&["ci", "--no-audit", "--no-fund", "--loglevel=error"])
}

/// `None` for what is not there, which is older than everything.
fn modified(path: &Path) -> Option<SystemTime> {
    path.metadata().ok()?.modified().ok()
}

/// Builds the page into `ui/dist`, which the window is built with.
pub(crate) fn build(_: &[String]) -> Result<(), String> {
    install()?;
    npm(&["run", "--silent", "build", "--", "--logLevel", "warn"])
}

/// Builds it on a bridge that answers from states, into `ui/dist-e2e`.
pub(crate) fn build_for_tests() -> Result<(), String> {
    install()?;
    let mode = ["--mode", "e2e", "--logLevel", "warn"];
    npm(&[&["run", "--silent", "build", "--"], &mode[..]].concat())
}

/// Types, format and the rules of the page.
pub(crate) fn check() -> Result<(), String> {
    install()?;
    npm(&["run", "--silent", "check"])?;
    npm(&["run", "--silent", "format:check"])
}

/// The tests of the page: its parts, and all of it in a browser.
pub(crate) fn test(_: &[String]) -> Result<(), String> {
    packages::ensure("the page's tests", &[&packages::FOR_PAGE])?;
    install()?;
    npm(&["run", "--silent", "test"])?;
    npm(&["run", "--silent", "e2e"])
}

pub(crate) fn npm(arguments: &[&str]) -> Result<(), String> {
    let mut all = vec!["--prefix", "ui"];
    all.extend(arguments);
    run::command(NPM, &all, &[])
}
