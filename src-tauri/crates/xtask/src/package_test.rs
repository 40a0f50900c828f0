//! `cargo xtask package-test`: the packages as people get them: looked at, installed,
//! used, upgraded, removed.

mod clean_root;
mod contents;
mod life;
mod place;

use std::fs;
use std::path::{Path, PathBuf};

use crate::dist::{self, Build, DEB, Format, RPM};
use crate::run;
use crate::{packages, say};
use clean_root::CleanRoot;
use place::Place;

/// Where the tests find what was installed: the folder that holds `usr`.
const INSTALLED: &str = "LAUNCHER_INSTALLED";

const ENTRIES: [&str; 3] = [
    "openmeetings-launcher.desktop",
    "openmeetings-launcher-open.desktop",
    "zz-openmeetings-launcher-invitation.desktop",
];

/// With arguments, those of the tests on a desktop, the name of one, for example: only
/// these are run then.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    if !cfg!(target_os = "linux") {
        return Err("there is no package to test on this system yet".to_owned());
    }
    let what = "the test of the package";
    packages::ensure(what, &[&packages::FOR_DEB, &packages::FOR_PACKAGE_TEST])?;
    packages::ensure(what, &packages::DESKTOP)?;
    // Compiled before anything is installed.
    let made = dist::make(&[&DEB, &RPM], Build::Debug)?;
    let [deb, rpm] = &made[..] else {
        return Err(format!("a deb and an rpm were to be made, not {made:?}"));
    };
    if arguments.is_empty() {
        looked_at(deb, rpm)?;
        lived_with(deb, rpm)?;
    }
    let place = Place::with(deb)?;
    let outcome = registered(&place).and_then(|()| used(&place, arguments));
    // Whatever was found out: nothing stays behind.
    let removed = place.remove();
    outcome.and(removed)
}

/// What can be said of packages without installing them.
fn looked_at(deb: &Path, rpm: &Path) -> Result<(), String> {
    say::line("Looking at the packages …");
    well_made(deb)?;
    contents::rpm_is_well_made(rpm)?;
    contents::same(deb, rpm)?;
    packed_again_it_is_the_same(&DEB, deb)?;
    packed_again_it_is_the_same(&RPM, rpm)
}

/// From the first installation to the last trace, where a clean root can be made.
fn lived_with(deb: &Path, rpm: &Path) -> Result<(), String> {
    if !CleanRoot::is_possible() {
        say::line(
            "Root's rights and namespaces are needed to make a clean root: \
             no upgrade is tested.",
        );
        return Ok(());
    }
    packages::ensure("the clean root", &[&packages::FOR_CLEAN_ROOT])?;
    let [older_deb, older_rpm] = [older(&DEB)?, older(&RPM)?];
    let root = CleanRoot::make()?;
    let outcome = life::of_deb(&root, &older_deb, deb)
        // What the deb needed is still there.
        .and_then(|()| life::of_rpm(&root, &older_rpm, rpm));
    let removed = root.remove();
    outcome.and(removed)
}

fn older(format: &Format) -> Result<PathBuf, String> {
    (format.pack)(Build::Older)
}

fn packed_again_it_is_the_same(format: &Format, package: &Path) -> Result<(), String> {
    let read = || fs::read(package).map_err(|error| format!("{}: {error}", package.display()));
    let first = read()?;
    (format.pack)(Build::Debug)?;
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
    run::test_programs("package", arguments, &[(INSTALLED, &root)])
}
