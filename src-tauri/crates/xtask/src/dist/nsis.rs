//! The installer for Windows, put together by NSIS from `src-tauri/windows`.
//!
//! What people get is built on Windows. Elsewhere the programs are cross-compiled,
//! and the installer is for tests.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::Build;
use super::stage::read;
use crate::cross;
use crate::run::{self, root, target};

const SCRIPT: &str = "src-tauri/windows";

const PROGRAMS: [&str; 2] = ["openmeetings.exe", "openmeetings-launcher.exe"];

/// Beside the programs where the compiler did not link it into them.
const WEB_VIEW: &str = "WebView2Loader.dll";

/// From the repository.
const FILES: [(&str, &str); 3] = [
    ("LICENSE", "LICENSE.txt"),
    ("src-tauri/licences.txt", "licences.txt"),
    ("icons/128x128.png", "openmeetings-launcher.png"),
];

/// What the release workflow tells the script, by the name of the variable: a
/// command that signs a file, and Microsoft's installer of its web view.
const FROM_OUTSIDE: [(&str, &str); 2] = [
    ("LAUNCHER_SIGN_COMMAND", "SIGN"),
    ("LAUNCHER_WEBVIEW2_SETUP", "WEBVIEW2"),
];

/// Packs what was compiled. Gives the path of the installer.
pub(crate) fn pack(build: Build) -> Result<PathBuf, String> {
    let programs = if cfg!(windows) {
        target(build.profile())
    } else {
        cross::windows()
    };
    let staged = Staged::with(&programs)?;
    let version = version(build);
    let installer = super::folder(build)?.join(name(build, version));
    let definitions = definitions(build, &staged, version, &installer);
    let mut arguments = vec!["-V2".to_owned(), "-WX".to_owned()];
    arguments.extend(["-INPUTCHARSET".to_owned(), "UTF8".to_owned()]);
    arguments.extend(
        definitions
            .iter()
            .map(|(name, value)| format!("-D{name}={value}")),
    );
    arguments.push("installer.nsi".to_owned());
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    run::output_in(&root().join(SCRIPT), "makensis", &arguments)?;
    Ok(installer)
}

/// What differs from build to build, under the names of the script.
fn definitions(
    build: Build,
    staged: &Staged,
    version: &str,
    installer: &Path,
) -> Vec<(&'static str, String)> {
    let text = |path: &Path| path.display().to_string();
    // Packed once, on this computer: time counts.
    let compression = match build {
        Build::Debug | Build::Older => "off",
        Build::Release => "/SOLID lzma",
    };
    // What NSIS comes with on Windows has 32 bits; both write the same.
    let stub = if cfg!(windows) {
        "x86-unicode"
    } else {
        "amd64-unicode"
    };
    let mut definitions = vec![
        ("STUB", stub.to_owned()),
        ("COMPRESSION", compression.to_owned()),
        ("FILES", text(&staged.folder.path().join(Staged::FILES))),
        ("FORGET", text(&staged.folder.path().join(Staged::FORGET))),
        ("OUTPUT", text(installer)),
        ("VERSION", version.to_owned()),
        ("QUAD", quad(version)),
        ("KIBIBYTES", staged.kibibytes.to_string()),
        ("ICON", text(&root().join("icons/icon.ico"))),
    ];
    for (variable, name) in FROM_OUTSIDE {
        if let Ok(value) = std::env::var(variable)
            && !value.is_empty()
        {
            definitions.push((name, value));
        }
    }
    definitions
}

/// The older one is below every version that was ever released.
fn version(build: Build) -> &'static str {
    match build {
        Build::Release | Build::Debug => env!("CARGO_PKG_VERSION"),
        Build::Older => "0.0.1",
    }
}

fn name(build: Build, version: &str) -> String {
    let of_tests = match build {
        Build::Debug | Build::Older => "-test",
        Build::Release => "",
    };
    format!("{}_{version}_x64{of_tests}-setup.exe", super::NAME)
}

/// Four numbers, as Windows counts versions: `1.0.0-rc.1` is 1.0.0.0, too.
fn quad(version: &str) -> String {
    let numbers = version.split(['-', '+']).next().unwrap_or_default();
    format!("{numbers}.0")
}

/// The files to be installed, with the lists of them that the script takes in; goes
/// with this value.
struct Staged {
    folder: TempDir,
    kibibytes: u64,
}

impl Staged {
    const FILES: &'static str = "files.nsh";
    const FORGET: &'static str = "forget.nsh";

    fn with(programs: &Path) -> Result<Self, String> {
        let folder =
            tempfile::tempdir().map_err(|error| format!("no temporary folder: {error}"))?;
        let mut staged = Self {
            folder,
            kibibytes: 0,
        };
        let mut names = Vec::new();
        for program in PROGRAMS {
            let file = staged.copy(&programs.join(program), program)?;
            if !cfg!(windows) {
                let file = file.display().to_string();
                run::quietly("x86_64-w64-mingw32-strip", &[&file], &[])?;
            }
            names.push(program);
        }
        if programs.join(WEB_VIEW).exists() {
            staged.copy(&programs.join(WEB_VIEW), WEB_VIEW)?;
            names.push(WEB_VIEW);
        }
        for (from, to) in FILES {
            staged.write(to, &read(from)?)?;
            names.push(to);
        }
        for name in &names {
            staged.kibibytes += staged.size(name)?.div_ceil(1024);
        }
        let (files, forget) = lists(staged.folder.path(), &names);
        staged.write(Self::FILES, files.as_bytes())?;
        staged.write(Self::FORGET, forget.as_bytes())?;
        Ok(staged)
    }

    fn copy(&self, from: &Path, name: &str) -> Result<PathBuf, String> {
        let to = self.folder.path().join(name);
        fs::copy(from, &to).map_err(|error| format!("{}: {error}", from.display()))?;
        Ok(to)
    }

    fn write(&self, name: &str, content: &[u8]) -> Result<(), String> {
        fs::write(self.folder.path().join(name), content)
            .map_err(|error| format!("{name}: {error}"))
    }

    fn size(&self, name: &str) -> Result<u64, String> {
        let metadata = fs::metadata(self.folder.path().join(name));
        metadata
            .map(|metadata| metadata.len())
            .map_err(|error| format!("{name}: {error}"))
    }
}

/// What takes the files in, and what the uninstaller deletes: the same. Programs are
/// signed before they are taken in, as the installer is after it.
fn lists(folder: &Path, names: &[&str]) -> (String, String) {
    let file = |name: &&str| {
        let path = folder.join(name).display().to_string();
        let taken = format!("File \"{path}\"\n");
        if PROGRAMS.contains(name) {
            format!("!ifdef SIGN\n  !system '${{SIGN}} \"{path}\"' = 0\n!endif\n{taken}")
        } else {
            taken
        }
    };
    let forgotten = |name| format!("Delete \"$INSTDIR\\{name}\"\n");
    let files: Vec<String> = names.iter().map(file).collect();
    let forget: Vec<String> = names.iter().map(forgotten).collect();
    (files.concat(), forget.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_installer_of_tests_is_named_so() {
        assert_eq!(
            [Build::Debug, Build::Release].map(|build| name(build, "1.2.3")),
            [
                "openmeetings-launcher_1.2.3_x64-test-setup.exe",
                "openmeetings-launcher_1.2.3_x64-setup.exe"
            ]
        );
    }

    #[test]
    fn our_programs_are_signed_before_they_are_packed() {
        let (files, _) = lists(Path::new("stage"), &["openmeetings.exe", "LICENSE.txt"]);
        let lines: Vec<&str> = files.lines().map(str::trim).collect();
        let signing = lines.iter().filter(|line| line.starts_with("!system"));
        assert_eq!(signing.count(), 1, "{files}");
        let signed = lines.iter().position(|line| line.starts_with("!system"));
        let packed = lines.iter().position(|line| line.starts_with("File "));
        assert!(signed < packed, "{files}");
    }

    #[test]
    fn windows_gets_four_numbers() {
        assert_eq!(
            ["1.2.3", "1.0.0-rc.1", "1.0.0+7"].map(quad),
            ["1.2.3.0", "1.0.0.0", "1.0.0.0"]
        );
    }

    #[test]
    fn what_is_installed_is_deleted() {
        let (files, forget) = lists(Path::new("stage"), &["a.exe", "b.txt"]);
        assert_eq!(files.lines().filter(|l| l.starts_with("File ")).count(), 2);
        assert_eq!(
            forget,
            "Delete \"$INSTDIR\\a.exe\"\nDelete \"$INSTDIR\\b.txt\"\n"
        );
    }

    /// A language without a text would show nothing in its place.
    #[test]
    fn every_language_has_every_text_of_the_installer() {
        let folder = root().join(SCRIPT);
        let names = |language: &str| -> Vec<String> {
            let file = folder.join("texts").join(format!("{language}.nsh"));
            let text = fs::read_to_string(file).unwrap();
            let lines = text.lines().filter_map(|l| l.strip_prefix("LangString "));
            lines
                .filter_map(|line| line.split(' ').next().map(str::to_owned))
                .collect()
        };
        let english = names("en");
        assert!(!english.is_empty());
        assert_eq!(names("de"), english);
        assert_eq!(names("ar"), english);
        let script: String = fs::read_dir(&folder)
            .unwrap()
            .flatten()
            .filter(|entry| entry.path().is_file())
            .map(|entry| fs::read_to_string(entry.path()).unwrap())
            .collect();
        for name in english {
            assert!(script.contains(&format!("$({name})")), "{name} is unused");
        }
    }
}
