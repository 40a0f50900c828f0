//! [`Stage`]: the files of the installed launcher, in the tree in which they are
//! installed. Every format of package is made from one.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use tempfile::TempDir;

use super::Build;
use crate::run::{self, built, cargo, root};

/// Where an installed file comes from.
pub(super) enum From {
    /// A program that cargo built.
    Program(&'static str),
    /// A file of the repository.
    File(&'static str),
    /// A manual page of the repository.
    Page(&'static str),
    /// The completions that the command line prints for a shell.
    Completions(&'static str),
}

use From::{Completions, File, Page, Program};

const COMMAND_LINE: &str = "openmeetings";

/// What is in every package, but for the manual pages of the command line, which it
/// has as many of as it has commands.
const FILES: [(From, &str); 26] = [
    (Program(COMMAND_LINE), "usr/bin/openmeetings"),
    (
        Program("openmeetings-launcher"),
        "usr/bin/openmeetings-launcher",
    ),
    (
        File("src-tauri/linux/openmeetings-launcher.desktop"),
        "usr/share/applications/openmeetings-launcher.desktop",
    ),
    (
        File("src-tauri/linux/openmeetings-launcher-open.desktop"),
        "usr/share/applications/openmeetings-launcher-open.desktop",
    ),
    (
        File("src-tauri/linux/zz-openmeetings-launcher-invitation.desktop"),
        "usr/share/applications/zz-openmeetings-launcher-invitation.desktop",
    ),
    (
        File("src-tauri/linux/metainfo.xml"),
        "usr/share/metainfo/io.github.openmeetings_launcher.openmeetings_launcher.metainfo.xml",
    ),
    (
        File("icons/source.svg"),
        "usr/share/icons/hicolor/scalable/apps/openmeetings-launcher.svg",
    ),
    (
        File("icons/32x32.png"),
        "usr/share/icons/hicolor/32x32/apps/openmeetings-launcher.png",
    ),
    (
        File("icons/128x128.png"),
        "usr/share/icons/hicolor/128x128/apps/openmeetings-launcher.png",
    ),
    (
        File("icons/128x128@2x.png"),
        "usr/share/icons/hicolor/256x256/apps/openmeetings-launcher.png",
    ),
    (
        File("icons/icon.png"),
        "usr/share/icons/hicolor/512x512/apps/openmeetings-launcher.png",
    ),
    (
        File("icons/tray/openmeetings-launcher-idle-symbolic.svg"),
        "usr/share/icons/hicolor/symbolic/apps/openmeetings-launcher-idle-symbolic.svg",
    ),
    (
        File("icons/tray/openmeetings-launcher-soon-symbolic.svg"),
        "usr/share/icons/hicolor/symbolic/apps/openmeetings-launcher-soon-symbolic.svg",
    ),
    (
        File("icons/tray/openmeetings-launcher-live-symbolic.svg"),
        "usr/share/icons/hicolor/symbolic/apps/openmeetings-launcher-live-symbolic.svg",
    ),
    (
        File("icons/tray/openmeetings-launcher-trouble-symbolic.svg"),
        "usr/share/icons/hicolor/symbolic/apps/openmeetings-launcher-trouble-symbolic.svg",
    ),
    (
        Page("src-tauri/linux/openmeetings-launcher.1"),
        "usr/share/man/man1/openmeetings-launcher.1.gz",
    ),
    (
        Completions("bash"),
        "usr/share/bash-completion/completions/openmeetings",
    ),
    (
        Completions("fish"),
        "usr/share/fish/vendor_completions.d/openmeetings.fish",
    ),
    (
        File("src-tauri/licences.txt"),
        "usr/share/doc/openmeetings-launcher/licences.txt",
    ),
    (
        Page("src-tauri/CHANGELOG.md"),
        "usr/share/doc/openmeetings-launcher/changelog.gz",
    ),
    // For administrators, of whatever systems they have.
    (
        File("src-tauri/policy/policy.json"),
        "usr/share/doc/openmeetings-launcher/examples/policy.json",
    ),
    (
        File("src-tauri/policy/policy.schema.json"),
        "usr/share/doc/openmeetings-launcher/examples/policy.schema.json",
    ),
    (
        File("src-tauri/policy/OpenMeetingsLauncher.admx"),
        "usr/share/doc/openmeetings-launcher/examples/OpenMeetingsLauncher.admx",
    ),
    (
        File("src-tauri/policy/de-DE/OpenMeetingsLauncher.adml"),
        "usr/share/doc/openmeetings-launcher/examples/de-DE/OpenMeetingsLauncher.adml",
    ),
    (
        File("src-tauri/policy/en-US/OpenMeetingsLauncher.adml"),
        "usr/share/doc/openmeetings-launcher/examples/en-US/OpenMeetingsLauncher.adml",
    ),
    (
        File("src-tauri/policy/openmeetings-launcher.mobileconfig"),
        "usr/share/doc/openmeetings-launcher/examples/openmeetings-launcher.mobileconfig",
    ),
];

/// What only [`Build::Older`] has: an upgrade takes it away.
pub(crate) const OF_OLDER: &str = "usr/share/man/man1/openmeetings-of-an-older-version.1";

/// A tree to be packed; goes with this value.
#[derive(Debug)]
pub(super) struct Stage {
    folder: TempDir,
    build: Build,
    /// The time of the last commit, which everything in it carries: in seconds since
    /// 1970, as `SOURCE_DATE_EPOCH` has it.
    pub(super) epoch: u64,
}

impl Stage {
    /// Stages what was built, with what one format has beside the others.
    pub(super) fn new(build: Build, of_format: &[(From, &str)]) -> Result<Self, String> {
        let stage = Self {
            folder: tempfile::tempdir().map_err(|error| format!("no temporary folder: {error}"))?,
            build,
            epoch: epoch_of_last_commit()?,
        };
        for (from, to) in FILES.iter().chain(of_format) {
            stage.put(from, to)?;
        }
        stage.put_pages()?;
        match build {
            Build::Older => stage.write(OF_OLDER, "Gone with an upgrade.\n").map(drop)?,
            Build::Debug | Build::Release => (),
        }
        Ok(stage)
    }

    /// The top of the tree.
    pub(super) fn root(&self) -> &Path {
        self.folder.path()
    }

    /// Puts a file into the tree.
    pub(super) fn write(&self, to: &str, content: impl AsRef<[u8]>) -> Result<PathBuf, String> {
        let file = self.place(to)?;
        fs::write(&file, content).map_err(|error| format!("{}: {error}", file.display()))?;
        Ok(file)
    }

    /// Puts a text into the tree, compressed to the same bytes each time.
    pub(super) fn compress(&self, to: &str, content: impl AsRef<[u8]>) -> Result<(), String> {
        let plain = to.strip_suffix(".gz").unwrap_or(to);
        let file = self.write(plain, content)?.display().to_string();
        run::command("gzip", &["--best", "--no-name", &file], &[])
    }

    /// Everything in the tree, folders first, sorted by path.
    pub(super) fn entries(&self) -> Result<Vec<PathBuf>, String> {
        let mut found = vec![self.root().to_owned()];
        let mut next = 0;
        while let Some(folder) = found.get(next).cloned() {
            next += 1;
            if !folder.is_dir() {
                continue;
            }
            let entries =
                fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
            found.extend(entries.flatten().map(|entry| entry.path()));
        }
        found.sort();
        Ok(found)
    }

    /// Gives everything the modes and the time that it is installed with, whatever
    /// the umask and the clock of who packs it.
    pub(super) fn settle(&self) -> Result<(), String> {
        let root = self.root().display().to_string();
        run::command("chmod", &["--recursive", "u=rwX,go=rX", &root], &[])?;
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(self.epoch);
        for entry in self.entries()? {
            fs::File::open(&entry)
                .and_then(|file| file.set_modified(time))
                .map_err(|error| format!("{}: {error}", entry.display()))?;
        }
        Ok(())
    }

    /// Where a file of the tree goes, in a folder that is there.
    fn place(&self, to: &str) -> Result<PathBuf, String> {
        let file = self.root().join(to);
        let folder = file.parent().unwrap_or(self.root());
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        Ok(file)
    }

    fn put(&self, from: &From, to: &str) -> Result<(), String> {
        match from {
            File(path) => self.write(to, read(path)?).map(drop),
            Page(path) => self.compress(to, read(path)?),
            Program(name) => {
                let program = built(self.build.profile(), name);
                let staged = self.place(to)?;
                // With its mode: it can be executed.
                fs::copy(&program, &staged)
                    .map_err(|error| format!("{}: {error}", program.display()))?;
                let staged = staged.display().to_string();
                // What is shipped was stripped by cargo, and is not changed by this.
                run::command("strip", &["--strip-unneeded", &staged], &[])
            }
            Completions(shell) => {
                let program = built(self.build.profile(), COMMAND_LINE)
                    .display()
                    .to_string();
                let text = run::output(&program, &["completions", shell])?;
                self.write(to, text).map(drop)
            }
        }
    }

    fn put_pages(&self) -> Result<(), String> {
        let made = tempfile::tempdir().map_err(|error| format!("no temporary folder: {error}"))?;
        let folder = made.path().display().to_string();
        let example = ["--package", "launcher-cli", "--example", "man"];
        let run = ["run", "--quiet", "--locked"];
        cargo(&[&run[..], &example, &["--", &folder]].concat())?;
        let pages = fs::read_dir(made.path()).map_err(|error| format!("{folder}: {error}"))?;
        for page in pages.flatten() {
            let content =
                fs::read(page.path()).map_err(|error| format!("a manual page: {error}"))?;
            let name = page.file_name().to_string_lossy().into_owned();
            self.compress(&format!("usr/share/man/man1/{name}.gz"), content)?;
        }
        Ok(())
    }
}

/// A file of the repository.
pub(super) fn read(path: &str) -> Result<Vec<u8>, String> {
    fs::read(root().join(path)).map_err(|error| format!("{path}: {error}"))
}

/// In seconds since 1970, as `SOURCE_DATE_EPOCH` has it.
pub(super) fn epoch_of_last_commit() -> Result<u64, String> {
    let seconds = run::output("git", &["log", "-1", "--format=%ct"])?;
    seconds
        .trim()
        .parse()
        .map_err(|error| format!("git log gave no time: {error}"))
}
