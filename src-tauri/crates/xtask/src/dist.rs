//! `cargo xtask dist`: what people install.

mod deb;
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
use crate::run::{build_programs, target};
use crate::{say, ui};

/// The package's, in every format.
pub(crate) const NAME: &str = "openmeetings-launcher";

/// Which package is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Build {
    /// What people install.
    Release,
    /// The programs as tests run them: already there after `cargo xtask test`.
    Debug,
    /// As [`Build::Debug`], in a lower version and with a file more, to be upgraded.
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
    /// Compiles the programs that it packs.
    compile: fn(Build) -> Result<(), String>,
    /// Packs what was compiled. Gives the path of the package.
    pub(crate) pack: fn(Build) -> Result<PathBuf, String>,
    /// What people download has at most so many bytes.
    limit: u64,
}

pub(crate) const DEB: Format = Format {
    name: "deb",
    needs: &packages::FOR_DEB,
    target: None,
    compile: compile_for_this_system,
    pack: deb::pack,
    limit: 5_000_000,
};

pub(crate) const RPM: Format = Format {
    name: "rpm",
    needs: &packages::FOR_RPM,
    target: None,
    compile: compile_for_this_system,
    pack: rpm::pack,
    limit: 5_000_000,
};

/// In the order in which `all` makes them.
const FORMATS: [Format; 2] = [DEB, RPM];

pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (which, build) = match arguments[..] {
        [which] => (which, Build::Release),
        [which, "--debug"] => (which, Build::Debug),
        _ => return Err(usage()),
    };
    let wanted: Vec<&Format> = FORMATS
        .iter()
        .filter(|format| which == "all" || which == format.name)
        .collect();
    if wanted.is_empty() {
        return Err(usage());
    }
    let folder = folder(build)?;
    let mut made = make(&wanted, build)?;
    made.extend(bills(&wanted, &folder)?);
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
    format!("usage: cargo xtask dist {names}|all [--debug]")
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
        let package = (format.pack)(build)?;
        match build {
            Build::Release => small_enough(&package, format.limit)?,
            // With all that a debugger wants, it is never small.
            Build::Debug | Build::Older => (),
        }
        made.push(package);
    }
    Ok(made)
}

fn compile_for_this_system(build: Build) -> Result<(), String> {
    ui::build(&[])?;
    match build {
        Build::Debug | Build::Older => build_programs(&[]),
        Build::Release => build_programs(&["--release"]),
    }
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
                Err("usage: cargo xtask dist deb|rpm|all [--debug]".to_owned())
            );
        }
    }
}
