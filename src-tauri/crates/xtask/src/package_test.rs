//! `cargo xtask package-test`: the package as people get it: installed, looked at,
//! used, removed.

mod place;

use std::fs;
use std::path::Path;

use crate::dist::{self, Build};
use crate::run;
use crate::{packages, say};
use place::Place;

/// Where the tests find what was installed: the folder that holds `usr`.
const INSTALLED: &str = "LAUNCHER_INSTALLED";

const ENTRIES: [&str; 3] = [
    "openmeetings-launcher.desktop",
    "openmeetings-launcher-open.desktop",
    "zz-openmeetings-launcher-invitation.desktop",
];

/// With arguments, those of the tests: the name of one, for example.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    if !cfg!(target_os = "linux") {
        return Err("there is no package to test on this system yet".to_owned());
    }
    let what = "the test of the package";
    packages::ensure(what, &[&packages::FOR_DEB, &packages::FOR_PACKAGE_TEST])?;
    packages::ensure(what, &packages::DESKTOP)?;
    // Compiled before anything is installed.
    let package = dist::make(&dist::DEB, Build::Debug)?;
    packed_again_it_is_the_same(&package)?;
    well_made(&package)?;
    let place = Place::with(&package)?;
    let outcome = registered(&place).and_then(|()| used(&place, arguments));
    // Whatever was found out: nothing stays behind.
    let removed = place.remove();
    outcome.and(removed)
}

fn packed_again_it_is_the_same(package: &Path) -> Result<(), String> {
    let read = || fs::read(package).map_err(|error| format!("{}: {error}", package.display()));
    let first = read()?;
    (dist::DEB.pack)(Build::Debug)?;
    if first == read()? {
        return Ok(());
    }
    Err(format!(
        "{} is not the same when it is packed twice",
        package.display()
    ))
}

/// What Debian's own test of packages says; errors only.
fn well_made(package: &Path) -> Result<(), String> {
    let package = package.display().to_string();
    let arguments = ["--allow-root", "--fail-on", "error", &package];
    run::command("lintian", &arguments, &[])
}

/// What a desktop reads about the launcher.
fn registered(place: &Place) -> Result<(), String> {
    let applications = place.root().join("usr/share/applications");
    for entry in ENTRIES {
        let entry = applications.join(entry).display().to_string();
        run::command("desktop-file-validate", &[&entry], &[])?;
    }
    let metainfo = place.root().join("usr/share/metainfo");
    let file = "io.github.openmeetings_launcher.openmeetings_launcher.metainfo.xml";
    let metainfo = metainfo.join(file).display().to_string();
    run::quietly("appstreamcli", &["validate", "--no-net", &metainfo], &[])
}

fn used(place: &Place, arguments: &[String]) -> Result<(), String> {
    say::line("Using what was installed …");
    let root = place.root().display().to_string();
    let mut all = vec![
        "test",
        "--locked",
        "-p",
        "launcher-e2e",
        "--test",
        "package",
    ];
    if !arguments.is_empty() {
        all.push("--");
        all.extend(arguments.iter().map(String::as_str));
    }
    run::command("cargo", &all, &[(INSTALLED, &root)])
}
