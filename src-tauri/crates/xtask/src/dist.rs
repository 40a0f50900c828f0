//! `cargo xtask dist`: what people install.

mod deb;
mod nsis;
mod stage;

use std::path::PathBuf;

pub(crate) use deb::{NAME, OF_TESTS, pack as pack_debian};
pub(crate) use nsis::{
    compile as compile_windows, pack as pack_windows, pack_as as pack_windows_as,
};

use crate::run::build_programs;
use crate::{packages, say, ui};

/// How the programs in a package were compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Build {
    /// As tests run them: already there after `cargo xtask test`.
    Debug,
    /// As they are shipped.
    Release,
}

impl Build {
    /// The folder into which cargo puts it.
    fn folder(self) -> &'static str {
        match self {
            Self::Debug => "debug",
            Self::Release => "release",
        }
    }
}

pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let package = match arguments[..] {
        ["deb"] => debian(Build::Release)?,
        ["deb", "--debug"] => debian(Build::Debug)?,
        ["nsis"] => windows(Build::Release)?,
        ["nsis", "--debug"] => windows(Build::Debug)?,
        // The release workflow packs once with secrets, which no compiler is to see.
        ["nsis", "--built"] => nsis::pack(Build::Release)?,
        _ => return Err("usage: cargo xtask dist deb|nsis [--debug|--built]".to_owned()),
    };
    say::line(&package.display().to_string());
    Ok(())
}

/// Builds the programs and packs them for Debian and its relatives. Gives the
/// path of the package.
pub(crate) fn debian(build: Build) -> Result<PathBuf, String> {
    packages::ensure("the package", &[&packages::FOR_WINDOW, &packages::FOR_DEB])?;
    ui::build(&[])?;
    match build {
        Build::Debug => build_programs(&[])?,
        Build::Release => build_programs(&["--release"])?,
    }
    deb::pack(build)
}

/// Builds the programs and packs them for Windows. Gives the path of the installer.
fn windows(build: Build) -> Result<PathBuf, String> {
    nsis::compile(build)?;
    nsis::pack(build)
}
