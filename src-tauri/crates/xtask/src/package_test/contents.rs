//! What is in the packages: the same files, and what each system asks about them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::run;

/// What only Debian and its relatives have.
const OF_DEB: [&str; 4] = [
    "usr/share/doc/openmeetings-launcher/changelog.Debian.gz",
    "usr/share/doc/openmeetings-launcher/copyright",
    "usr/share/lintian/overrides/openmeetings-launcher",
    "usr/share/zsh/vendor-completions/_openmeetings",
];

/// What only Fedora, openSUSE and their relatives have.
const OF_RPM: [&str; 2] = [
    "usr/share/licenses/openmeetings-launcher/LICENSE",
    "usr/share/zsh/site-functions/_openmeetings",
];

/// What an rpm has to ask for: libraries by names that every distribution knows, in
/// the form of the architecture this is run on, and programs that are called.
const REQUIRED: [&str; 5] = [
    "libwebkit2gtk-4.1.so.0()(64bit)",
    "libgtk-3.so.0()(64bit)",
    "libc.so.6(",
    "xdg-utils",
    "desktop-file-utils",
];

/// Whether the two packages hold the same files, but for what only one of the systems
/// has a place for.
pub(super) fn same(deb: &Path, rpm: &Path) -> Result<(), String> {
    let trees = [unpacked_deb(deb)?, unpacked_rpm(rpm)?];
    let [of_deb, of_rpm] = trees.each_ref().map(|tree| files(tree.path()));
    let (of_deb, of_rpm) = (of_deb?, of_rpm?);
    let only = |these: &BTreeSet<PathBuf>, those: &BTreeSet<PathBuf>, ours: &[&str]| {
        let only: Vec<_> = these.difference(those).map(PathBuf::as_path).collect();
        let expected: Vec<_> = ours.iter().map(Path::new).collect();
        if only == expected {
            return Ok(());
        }
        Err(format!("one package has alone {only:?}, not {expected:?}"))
    };
    only(&of_deb, &of_rpm, &OF_DEB)?;
    only(&of_rpm, &of_deb, &OF_RPM)?;
    let [deb, rpm] = trees.each_ref().map(TempDir::path);
    for file in of_deb.intersection(&of_rpm) {
        if read(&deb.join(file))? != read(&rpm.join(file))? {
            return Err(format!("{} differs between the packages", file.display()));
        }
    }
    Ok(())
}

/// What rpm says about a package.
pub(super) fn rpm_is_well_made(package: &Path) -> Result<(), String> {
    let package = package.display().to_string();
    let ask = |question: &[&str]| {
        let all = [&["--query", "--package"], question, &[&package]].concat();
        run::output("rpm", &all)
    };
    let required = ask(&["--requires"])?;
    for name in REQUIRED {
        if !required.lines().any(|line| line.starts_with(name)) {
            return Err(format!("the rpm does not require {name}:\n{required}"));
        }
    }
    let provided = ask(&["--provides"])?;
    for kind in ["x-scheme-handler/openmeetings", "text/calendar"] {
        if !provided.contains(&format!("mimehandler({kind})")) {
            return Err(format!(
                "the rpm does not say that it opens {kind}:\n{provided}"
            ));
        }
    }
    nothing("scripts", &ask(&["--scripts"])?)?;
    nothing("settings", &ask(&["--configfiles"])?)?;
    let licences = ask(&["--licensefiles"])?;
    let named = |end: &str| licences.lines().any(|line| line.ends_with(end));
    if !(named("/LICENSE") && named("/licences.txt")) {
        return Err(format!("the rpm's licences are: {licences}"));
    }
    let of_computer = ask(&["--queryformat", "%{BUILDHOST} %{VENDOR} %{PACKAGER}"])?;
    if of_computer != "localhost (none) (none)" {
        return Err(format!("the rpm tells where it was made: {of_computer}"));
    }
    Ok(())
}

fn nothing(what: &str, found: &str) -> Result<(), String> {
    if found.trim().is_empty() {
        return Ok(());
    }
    Err(format!("the rpm has {what}: {found}"))
}

fn unpacked_deb(package: &Path) -> Result<TempDir, String> {
    let folder = temporary()?;
    let paths = [package, folder.path()].map(|path| path.display().to_string());
    let [package, to] = &paths;
    run::quietly("dpkg-deb", &["--extract", package, to], &[])?;
    Ok(folder)
}

fn unpacked_rpm(package: &Path) -> Result<TempDir, String> {
    let folder = temporary()?;
    let script = "rpm2cpio \"$1\" | cpio --extract --make-directories --quiet";
    let package = package.display().to_string();
    run::output_in(folder.path(), "sh", &["-c", script, "sh", &package])?;
    Ok(folder)
}

fn temporary() -> Result<TempDir, String> {
    tempfile::tempdir().map_err(|error| format!("no temporary folder: {error}"))
}

/// The files below a folder, by their paths in it.
fn files(folder: &Path) -> Result<BTreeSet<PathBuf>, String> {
    let printed = run::output_in(folder, "find", &[".", "!", "-type", "d"])?;
    Ok(printed
        .lines()
        .filter_map(|line| line.strip_prefix("./"))
        .map(PathBuf::from)
        .collect())
}

fn read(file: &Path) -> Result<Vec<u8>, String> {
    fs::read(file).map_err(|error| format!("{}: {error}", file.display()))
}
