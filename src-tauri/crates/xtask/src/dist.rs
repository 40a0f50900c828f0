//! `cargo xtask dist`: what people install.

mod deb;
mod nsis;
mod rpm;
mod sbom;
mod stage;
mod sums;
mod version;

use std::fs;
use std::path::{Path, PathBuf};

pub(crate) use stage::OF_OLDER;
pub(crate) use version::OF_TESTS;

use crate::packages::{self, Needed};
use crate::run::{build_programs, build_released_programs, target};
use crate::{cross, say, ui};

/// The package's, in every format.
pub(crate) const NAME: &str = "openmeetings-launcher";

/// Which package is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Build {
    /// What people install.
    Release,
    /// The programs as tests run them: already there after `cargo xtask test`.
    Debug,
    /// As [`Build::Debug`], in a lower version, to be upgraded.
    Older,
}

impl Build {
    /// How its programs are compiled: the folder into which cargo puts them.
    fn profile(self) -> &'static str {
        match self {
            Self::Debug | Self::Older => "debug",
            Self::Release => "release",
        }
    }
}

/// A way to pack the launcher.
pub(crate) struct Format {
    name: &'static str,
    /// What packing needs beside the compiler.
    needs: &'static [Needed],
    /// What the compiler calls the system it is for, where that is not this one.
    target: Option<&'static str>,
    /// What this machine can make of it.
    made_here: &'static [Build],
    /// Compiles the programs that it packs.
    compile: fn(Build) -> Result<(), String>,
    /// Packs what was compiled. Gives the path of the package.
    pub(crate) pack: fn(Build) -> Result<PathBuf, String>,
    /// What people download has at most so many bytes.
    limit: u64,
}

impl Format {
    /// Packs the programs as people get them, once they are compiled.
    pub(crate) fn pack_release(&self) -> Result<PathBuf, String> {
        packages::ensure("packing", &[self.needs])?;
        (self.pack)(Build::Release)
    }
}

const EVERY_BUILD: &[Build] = &[Build::Release, Build::Debug, Build::Older];
const OF_TESTS_ONLY: &[Build] = &[Build::Debug, Build::Older];
const NO_BUILD: &[Build] = &[];

const ON_LINUX: &[Build] = if cfg!(target_os = "linux") {
    EVERY_BUILD
} else {
    NO_BUILD
};

/// DESIGN.md says what weighs.
const MOST_FOR_LINUX: u64 = 5_000_000;

pub(crate) const DEB: Format = Format {
    name: "deb",
    needs: &packages::FOR_DEB,
    target: None,
    made_here: ON_LINUX,
    compile: compile_for_this_system,
    pack: deb::pack,
    limit: MOST_FOR_LINUX,
};

pub(crate) const RPM: Format = Format {
    name: "rpm",
    needs: &packages::FOR_RPM,
    target: None,
    made_here: ON_LINUX,
    compile: compile_for_this_system,
    pack: rpm::pack,
    limit: MOST_FOR_LINUX,
};

/// What people get is built on Windows. Linux compiles for it as well: for tests.
pub(crate) const NSIS: Format = Format {
    name: "nsis",
    needs: &packages::FOR_NSIS,
    target: if cfg!(windows) {
        None
    } else {
        Some(cross::WINDOWS)
    },
    made_here: if cfg!(windows) {
        EVERY_BUILD
    } else if cfg!(target_os = "linux") {
        OF_TESTS_ONLY
    } else {
        NO_BUILD
    },
    compile: if cfg!(windows) {
        compile_for_this_system
    } else {
        compile_for_windows
    },
    pack: nsis::pack,
    // With Microsoft's installer of its web view packed in, which may be all of it.
    limit: 250_000_000,
};

/// In the order in which `all` makes them.
const FORMATS: [Format; 3] = [DEB, RPM, NSIS];

pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        [which] => all_of(&wanted(which, Build::Release)?, Build::Release),
        [which, "--debug"] => all_of(&wanted(which, Build::Debug)?, Build::Debug),
        // The release workflow packs once with secrets: nothing of others is to run then.
        [which, "--built"] => {
            for format in wanted(which, Build::Release)? {
                packages::ensure("the package", &[format.needs])?;
                say::line(&packed(format, Build::Release)?.display().to_string());
            }
            Ok(())
        }
        _ => Err(usage()),
    }
}

/// The formats of a name; of `all`, those that this machine can make, after saying
/// which it cannot.
fn wanted(which: &str, build: Build) -> Result<Vec<&'static Format>, String> {
    let named: Vec<&Format> = FORMATS
        .iter()
        .filter(|format| which == "all" || which == format.name)
        .collect();
    if named.is_empty() {
        return Err(usage());
    }
    let (here, elsewhere): (Vec<&Format>, Vec<&Format>) = named
        .into_iter()
        .partition(|format| format.made_here.contains(&build));
    let complaints: Vec<String> = elsewhere.iter().map(|format| format.elsewhere()).collect();
    if here.is_empty() {
        return Err(complaints.join("\n"));
    }
    for complaint in complaints {
        say::line(&complaint);
    }
    Ok(here)
}

impl Format {
    fn elsewhere(&self) -> String {
        let name = self.name;
        if self.made_here.is_empty() {
            format!("{name}: not made on this system; the release workflow makes it on its own")
        } else {
            format!(
                "{name}: what people install is made on its own system, by the release \
                 workflow; here there is one for tests: cargo xtask dist {name} --debug"
            )
        }
    }
}

/// Compiles and packs, with the bills of materials and the sums.
fn all_of(formats: &[&Format], build: Build) -> Result<(), String> {
    let folder = folder(build)?;
    let mut made = make(formats, build)?;
    made.extend(bills(formats, &folder)?);
    made.push(sums::write(&folder, &made)?);
    for file in made {
        say::line(&file.display().to_string());
    }
    Ok(())
}

/// One bill of materials for each system that the formats are for.
fn bills(formats: &[&Format], folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut targets: Vec<_> = formats.iter().map(|format| format.target).collect();
    targets.sort_unstable();
    targets.dedup();
    let bills = targets.iter().map(|target| sbom::write(*target, folder));
    bills.collect()
}

fn usage() -> String {
    let names = FORMATS.map(|format| format.name).join("|");
    format!("usage: cargo xtask dist {names}|all [--debug|--built]")
}

/// Builds the programs, for each system once, and packs them. Gives the paths of the
/// packages.
pub(crate) fn make(formats: &[&Format], build: Build) -> Result<Vec<PathBuf>, String> {
    let mut compiled = Vec::new();
    let mut made = Vec::new();
    for format in formats {
        packages::ensure("the package", &[&packages::FOR_WINDOW, format.needs])?;
        if !compiled.contains(&format.target) {
            (format.compile)(build)?;
            compiled.push(format.target);
        }
        made.push(packed(format, build)?);
    }
    Ok(made)
}

fn packed(format: &Format, build: Build) -> Result<PathBuf, String> {
    let package = (format.pack)(build)?;
    match build {
        Build::Release => small_enough(&package, format.limit)?,
        // With all that a debugger wants, it is never small.
        Build::Debug | Build::Older => (),
    }
    Ok(package)
}

fn compile_for_this_system(build: Build) -> Result<(), String> {
    ui::build(&[])?;
    match build {
        Build::Debug | Build::Older => build_programs(),
        Build::Release => build_released_programs(),
    }
}

fn compile_for_windows(_: Build) -> Result<(), String> {
    cross::run(&["windows".to_owned()])
}

/// Where the packages of a build go.
fn folder(build: Build) -> Result<PathBuf, String> {
    let folder = target("dist").join(build.profile());
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}

fn small_enough(package: &Path, limit: u64) -> Result<(), String> {
    let size = fs::metadata(package)
        .map_err(|error| format!("{}: {error}", package.display()))?
        .len();
    if size <= limit {
        return Ok(());
    }
    Err(format!(
        "{} has {size} bytes, and {limit} are the most: see what grew in it",
        package.display()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_may_have_its_limit_and_no_byte_more() {
        let folder = tempfile::tempdir().unwrap();
        let package = folder.path().join("a.deb");
        fs::write(&package, [0; 10]).unwrap();
        assert_eq!(small_enough(&package, 10), Ok(()));
        assert!(small_enough(&package, 9).unwrap_err().contains("10 bytes"));
    }

    #[test]
    fn what_cannot_be_made_is_answered_with_what_can() {
        for wrong in [&["msi"][..], &[], &["deb", "--fast"]] {
            let wrong: Vec<String> = wrong.iter().map(ToString::to_string).collect();
            assert_eq!(
                run(&wrong),
                Err("usage: cargo xtask dist deb|rpm|nsis|all [--debug|--built]".to_owned())
            );
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn what_another_system_makes_is_named_and_left_out() {
        let names = |which, build| {
            wanted(which, build).map(|formats| formats.iter().map(|one| one.name).collect())
        };
        assert_eq!(names("all", Build::Release), Ok(vec!["deb", "rpm"]));
        assert_eq!(names("all", Build::Debug), Ok(vec!["deb", "rpm", "nsis"]));
        assert!(
            names("nsis", Build::Release)
                .unwrap_err()
                .contains("--debug")
        );
    }
}
