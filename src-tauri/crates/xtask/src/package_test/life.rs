//! The life of a package in a clean root: an older one is installed and used, the new
//! one takes its place, and when that is removed nothing is left.

use std::path::Path;

use super::clean_root::{CleanRoot, Files};
use crate::dist::{NAME, OF_OLDER};
use crate::packages::as_root;
use crate::{run, say};

/// What a package manager writes about itself, and may keep; where we put packages, and
/// where sockets are of whoever has signed in.
const KEPT: [&str; 10] = [
    CleanRoot::PACKAGES,
    "/tmp/",
    "/var/cache/apt/",
    "/var/cache/ldconfig/",
    "/var/lib/apt/",
    "/var/lib/dpkg/available",
    "/var/lib/dpkg/status",
    "/var/lib/dpkg/triggers/",
    "/var/lib/rpm/",
    "/var/log/",
];

/// Folders that belong to the package `filesystem` of Fedora and openSUSE, and that a
/// Debian does not have.
const OF_FILESYSTEM: [&str; 2] = ["/usr/share/licenses", "/usr/share/metainfo"];

/// What the person has, of which a package must not touch anything.
const HOME: &str = CleanRoot::HOME;

/// A browser that only notes what it is to show.
const BROWSER: &str = "#!/bin/sh\nprintf '%s\\n' \"$1\" >> \"$HOME/shown\"\n";
const BROWSER_ENTRY: &str = "\
[Desktop Entry]
Type=Application
Name=Browser
Exec=/home/person/browser %u
MimeType=x-scheme-handler/http;x-scheme-handler/https;
";
const DEFAULTS: &str = "\
[Default Applications]
x-scheme-handler/http=browser.desktop
x-scheme-handler/https=browser.desktop
";

const LINK: &str = "openmeetings://meet.example.org/openmeetings/room/5";
const PAGE: &str = "https://meet.example.org/openmeetings/#room/5";

/// Opens a link as other programs do. `xdg-open` asks for a handler only where there is
/// a display; nobody has to be there.
const OPEN: &str = "\
rm -f \"$HOME/shown\"
DISPLAY=:7 xdg-open \"$1\" || exit
until [ -s \"$HOME/shown\" ]; do sleep 0.1; done
cat \"$HOME/shown\"
openmeetings quit";

/// Installs, uses, upgrades and purges the package for Debian.
pub(super) fn of_deb(root: &CleanRoot, older: &Path, newer: &Path) -> Result<(), String> {
    say::line("Installing, upgrading and purging the deb in a clean root …");
    let depends = run::output(
        "dpkg-deb",
        &["--field", &newer.display().to_string(), "Depends"],
    )?;
    // A session has a bus of its own.
    root.apt_get(&["satisfy", depends.trim(), "dbus"])?;
    let before = root.files("")?;
    let [older, newer] = [root.take(older)?, root.take(newer)?];

    apt_installs(root, &older)?;
    programs_start(root)?;
    settle_in(root)?;
    a_link_opens_its_room(root)?;
    let home = root.files(HOME)?;

    apt_installs(root, &newer)?;
    is_the_new_one(root)?;
    nothing_said("dpkg --verify", &root.run(&["dpkg", "--verify", NAME])?)?;
    same(
        "an upgrade touches the person's files",
        &home,
        &root.files(HOME)?,
    )?;
    a_server_is_still_saved(root)?;
    a_link_opens_its_room(root)?;
    let home = root.files(HOME)?;

    root.run(&["dpkg", "--purge", NAME])?;
    same(
        "a purge touches the person's files",
        &home,
        &root.files(HOME)?,
    )?;
    nothing_is_left(&before, &root.files("")?)
}

/// Installs, upgrades and erases the package for Fedora and openSUSE. What it needs is
/// in the root, but rpm does not know of it.
pub(super) fn of_rpm(root: &CleanRoot, older: &Path, newer: &Path) -> Result<(), String> {
    say::line("Installing, upgrading and erasing the rpm in a clean root …");
    let path = root.path();
    let rpm = |what: &[&str]| {
        let rpm = ["rpm", "--root", &path, "--dbpath", "/var/lib/rpm"];
        as_root(&[&rpm[..], what].concat())
    };
    rpm(&["--initdb"])?;
    root.run(&[&["mkdir", "--parents"], &OF_FILESYSTEM[..]].concat())?;
    let before = root.files("")?;
    let home = root.files(HOME)?;
    let [older, newer] = [older, newer].map(|package| package.display().to_string());
    rpm(&["--install", "--nodeps", &older])?;
    programs_start(root)?;
    rpm(&["--upgrade", "--nodeps", &newer])?;
    is_the_new_one(root)?;
    nothing_said("rpm --verify", &rpm(&["--verify", "--nodeps", NAME])?)?;
    a_server_is_still_saved(root)?;
    rpm(&["--erase", "--nodeps", NAME])?;
    same("rpm touches the person's files", &home, &root.files(HOME)?)?;
    nothing_is_left(&before, &root.files("")?)
}

/// Installs a package where apt has nowhere to fetch another from: what it depends on
/// was installed by what it says of itself.
fn apt_installs(root: &CleanRoot, package: &str) -> Result<(), String> {
    let nowhere = [
        "Dir::Etc::SourceList=/dev/null",
        "Dir::Etc::SourceParts=/dev/null",
    ];
    let [list, parts] = nowhere;
    root.apt_get(&["--option", list, "--option", parts, "install", package])
}

fn programs_start(root: &CleanRoot) -> Result<(), String> {
    for program in ["openmeetings", "openmeetings-launcher"] {
        let said = root.run_as_person(&[program, "--version"])?;
        let expected = format!("{program} {}", env!("CARGO_PKG_VERSION"));
        if said.trim() != expected {
            return Err(format!("{program} --version says {said}"));
        }
    }
    Ok(())
}

/// A person saves a server, and has a browser.
fn settle_in(root: &CleanRoot) -> Result<(), String> {
    let below = |path: &str| format!("{HOME}/{path}");
    let entry = below(".local/share/applications/browser.desktop");
    root.write(&below("browser"), "755", BROWSER)?;
    root.write(&entry, "644", BROWSER_ENTRY)?;
    root.write(&below(".config/mimeapps.list"), "644", DEFAULTS)?;
    root.run(&["chown", "--recursive", "person:person", HOME])?;
    let server = [
        "--url",
        "https://meet.example.org/openmeetings",
        "--no-check",
    ];
    let add = ["openmeetings", "profile", "add", "Work"];
    root.run_as_person(&[&add[..], &server].concat()).map(drop)
}

fn a_server_is_still_saved(root: &CleanRoot) -> Result<(), String> {
    let saved = root.run_as_person(&["openmeetings", "profile", "list"])?;
    if saved.contains("Work") {
        return Ok(());
    }
    Err(format!("the saved server is gone: {saved}"))
}

/// The link goes to the resident, which has the browser show the room.
fn a_link_opens_its_room(root: &CleanRoot) -> Result<(), String> {
    let session = ["timeout", "60", "dbus-run-session", "--"];
    let open = ["sh", "-c", OPEN, "sh", LINK];
    let shown = root.run_as_person(&[&session[..], &open].concat())?;
    if shown.lines().any(|line| line == PAGE) {
        return Ok(());
    }
    Err(format!(
        "{LINK} was to bring the browser to {PAGE}: {shown}"
    ))
}

fn is_the_new_one(root: &CleanRoot) -> Result<(), String> {
    programs_start(root)?;
    let old = format!("/{OF_OLDER}");
    root.run(&["test", "!", "-e", &old])
        .map(drop)
        .map_err(|_| format!("{old} is still there after the upgrade"))
}

fn nothing_said(command: &str, said: &str) -> Result<(), String> {
    if said.trim().is_empty() {
        return Ok(());
    }
    Err(format!("{command} is not content: {said}"))
}

fn nothing_is_left(before: &Files, after: &Files) -> Result<(), String> {
    let system = |files: &Files| {
        let mut files = files.clone();
        files.retain(|path, _| {
            let belongs_to = |owner: &&str| path.starts_with(*owner);
            !KEPT.iter().chain(&[HOME]).any(belongs_to)
        });
        files
    };
    same("the package leaves traces", &system(before), &system(after))
}

/// Compares files, and tells which came, went or changed.
fn same(otherwise: &str, before: &Files, after: &Files) -> Result<(), String> {
    let missing = |these: &Files, those: &Files| {
        let other = |(path, content): &(&String, &String)| those.get(*path) != Some(*content);
        these
            .iter()
            .filter(other)
            .map(|(path, _)| path.clone())
            .collect::<Vec<_>>()
    };
    let (gone, come) = (missing(before, after), missing(after, before));
    if gone.is_empty() && come.is_empty() {
        return Ok(());
    }
    Err(format!(
        "{otherwise}: gone or changed {gone:?}, come or changed {come:?}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(pairs: &[(&str, &str)]) -> Files {
        let owned = |(path, content): &(&str, &str)| ((*path).to_owned(), (*content).to_owned());
        pairs.iter().map(owned).collect()
    }

    #[test]
    fn what_is_left_or_changed_is_named() {
        let before = files(&[("/usr/bin/sh", "1"), ("/var/log/dpkg.log", "1")]);
        let with = |path, content| {
            let mut after = before.clone();
            after.insert(String::from(path), String::from(content));
            nothing_is_left(&before, &after)
        };
        assert_eq!(with("/var/log/dpkg.log", "2"), Ok(()));
        assert_eq!(with("/home/person/shown", "1"), Ok(()));
        assert!(
            with("/usr/share/x", "1")
                .unwrap_err()
                .contains("/usr/share/x")
        );
        assert!(
            with("/usr/bin/sh", "2")
                .unwrap_err()
                .contains("/usr/bin/sh")
        );
    }
}
