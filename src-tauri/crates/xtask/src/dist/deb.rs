//! The package for Debian and its relatives, put together by its own tools.

use std::fs;
use std::path::{Path, PathBuf};

use super::stage::From::{self, Completions, File};
use super::stage::Stage;
use super::version::Version;
use super::{Build, NAME};
use crate::run;

const MAINTAINER: &str =
    "The OpenMeetings Launcher developers <openmeetings-launcher@users.noreply.github.com>";

/// What other formats have not, or elsewhere.
const OF_DEBIAN: [(From, &str); 3] = [
    (
        File("src-tauri/linux/copyright"),
        "usr/share/doc/openmeetings-launcher/copyright",
    ),
    (
        File("src-tauri/linux/lintian-overrides"),
        "usr/share/lintian/overrides/openmeetings-launcher",
    ),
    (
        Completions("zsh"),
        "usr/share/zsh/vendor-completions/_openmeetings",
    ),
];

const CHANGELOG: &str = "usr/share/doc/openmeetings-launcher/changelog.Debian.gz";

/// Needed, and not linked: xdg-utils open a browser; without desktop-file-utils nobody
/// would know that the launcher opens links.
const CALLED: &str = "xdg-utils, desktop-file-utils";

const CONTROL: &str = "\
Package: {name}
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {size}
Depends: {depends}
Recommends: firefox-esr | www-browser, gnome-keyring | keepassxc
Section: net
Priority: optional
Homepage: https://github.com/openmeetings-launcher/openmeetings-launcher
Description: join Apache OpenMeetings rooms with one click
 Signs in on your Apache OpenMeetings server, asks for a one-time key to the
 room and opens the room in the browser.
 .
 The window shows the meetings of all your servers in one list. A small part
 stays in the background, keeps the list fresh and opens links from mails and
 calendars. The command line does the same for terminals and scripts.
";

const CHANGES: &str = "\
{name} ({version}) unstable; urgency=medium

  * What has changed for people is in changelog.gz.

 -- {maintainer}  {date}
";

/// Packs what was built. Gives the path of the package.
pub(crate) fn pack(build: Build) -> Result<PathBuf, String> {
    let stage = Stage::new(build, &OF_DEBIAN)?;
    let version = Version::of(build).to_string();
    let date = date(&stage)?;
    let changes = filled(CHANGES, &[("version", &version), ("date", &date)]);
    stage.compress(CHANGELOG, changes)?;

    let architecture = run::output("dpkg", &["--print-architecture"])?;
    let architecture = architecture.trim();
    let control = filled(
        CONTROL,
        &[
            ("version", &version),
            ("architecture", architecture),
            ("size", &kibibytes(&stage)?.to_string()),
            ("depends", &depends(stage.root())?),
        ],
    );
    // Read before the folder with the control files is there.
    let sums = sums(&stage)?;
    stage.write("DEBIAN/control", control)?;
    stage.write("DEBIAN/md5sums", sums)?;
    stage.settle()?;
    let package = super::folder(build)?.join(format!("{NAME}_{version}_{architecture}.deb"));
    build_package(build, &stage, &package)?;
    Ok(package)
}

fn build_package(build: Build, stage: &Stage, package: &Path) -> Result<(), String> {
    let epoch = stage.epoch.to_string();
    let (tree, package) = (stage.root().display(), package.display());
    let (tree, package) = (tree.to_string(), package.to_string());
    let compression: &[&str] = match build {
        // Installed once, on this computer: time counts.
        Build::Debug | Build::Older => &["-Zgzip", "-z1"],
        Build::Release => &["-Zxz", "-z9", "-Sextreme"],
    };
    let build = ["--root-owner-group", "--build", &tree, &package];
    let environment = [("SOURCE_DATE_EPOCH", epoch.as_str())];
    run::quietly("dpkg-deb", &[compression, &build].concat(), &environment)
}

fn filled(template: &str, values: &[(&str, &str)]) -> String {
    let common = [("name", NAME), ("maintainer", MAINTAINER)];
    let mut text = template.to_owned();
    for (name, value) in common.iter().chain(values) {
        text = text.replace(&format!("{{{name}}}"), value);
    }
    text
}

/// The packages whose libraries the programs are linked with, in the versions
/// that have what is used of them.
fn depends(tree: &Path) -> Result<String, String> {
    let folder = tempfile::tempdir().map_err(|error| format!("no temporary folder: {error}"))?;
    let control = folder.path().join("debian/control");
    // It reads a source package, of which we have none.
    let source = format!("Source: {NAME}\n\nPackage: {NAME}\nArchitecture: any\n");
    fs::create_dir(folder.path().join("debian"))
        .and_then(|()| fs::write(&control, source))
        // By this folder it knows the top of a tree.
        .and_then(|()| fs::create_dir(tree.join("DEBIAN")))
        .map_err(|error| format!("{}: {error}", control.display()))?;
    let programs = ["openmeetings", "openmeetings-launcher"]
        .map(|name| tree.join("usr/bin").join(name).display().to_string());
    let [command_line, window] = &programs;
    let arguments = ["-O", "-e", command_line, "-e", window];
    let printed = run::output_in(folder.path(), "dpkg-shlibdeps", &arguments)?;
    let libraries = printed
        .lines()
        .find_map(|line| line.strip_prefix("shlibs:Depends="))
        .ok_or("dpkg-shlibdeps named no libraries")?;
    Ok(format!("{libraries}, {CALLED}"))
}

/// The size on disk, as Debian estimates it: files in whole KiB, one for the rest.
fn kibibytes(stage: &Stage) -> Result<u64, String> {
    let size = |entry: &PathBuf| match fs::metadata(entry) {
        Ok(metadata) if metadata.is_file() => Ok(metadata.len().div_ceil(1024)),
        Ok(_) => Ok(1),
        Err(error) => Err(format!("{}: {error}", entry.display())),
    };
    stage.entries()?.iter().map(size).sum()
}

/// What `dpkg --verify` compares installed files with.
fn sums(stage: &Stage) -> Result<String, String> {
    let entries = stage.entries()?;
    let files: Vec<String> = entries
        .iter()
        .filter(|entry| entry.is_file())
        .filter_map(|entry| entry.strip_prefix(stage.root()).ok())
        .map(|file| file.display().to_string())
        .collect();
    let arguments: Vec<&str> = files.iter().map(String::as_str).collect();
    run::output_in(stage.root(), "md5sum", &arguments)
}

/// As changelogs of Debian write it.
fn date(stage: &Stage) -> Result<String, String> {
    let time = format!("--date=@{}", stage.epoch);
    let date = run::output("date", &["--utc", "--rfc-email", &time])?;
    Ok(date.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_blank_of_the_control_file_is_filled() {
        let names = ["version", "architecture", "size", "depends"];
        let control = filled(CONTROL, &names.map(|name| (name, name)));
        assert!(!control.contains(['{', '}']), "{control}");
        let names = ["version", "date"];
        let changes = filled(CHANGES, &names.map(|name| (name, name)));
        assert!(!changes.contains(['{', '}']), "{changes}");
    }
}
