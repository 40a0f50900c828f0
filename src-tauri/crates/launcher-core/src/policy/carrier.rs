//! Where a policy stands on this computer.

#[cfg_attr(target_os = "linux", path = "carrier/linux.rs")]
#[cfg_attr(target_os = "macos", path = "carrier/macos.rs")]
#[cfg_attr(windows, path = "carrier/windows.rs")]
mod imp;
#[cfg(any(test, target_os = "macos"))]
pub(super) mod preferences;
#[cfg(any(test, windows))]
pub(super) mod registry;

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use openmeetings_client::is_pem;

use super::{Broken, Fault, LARGEST, Policy};

/// Reads another file instead. Only in builds for developers and tests: with it
/// a person could choose a policy.
#[cfg(debug_assertions)]
const OF_TESTS: &str = "OPENMEETINGS_LAUNCHER_POLICY";

pub(super) fn read() -> Policy {
    #[cfg(debug_assertions)]
    if let Some(path) = std::env::var_os(OF_TESTS) {
        return in_file_if_there(Path::new(&path));
    }
    imp::read()
}

/// The policy in a file; none without the file.
pub(super) fn in_file_if_there(path: &Path) -> Policy {
    match path.try_exists() {
        Ok(false) => Policy::Absent,
        Ok(true) | Err(_) => in_file(path),
    }
}

pub(super) fn in_file(path: &Path) -> Policy {
    let source = path.display().to_string();
    match text_of(path) {
        Ok(text) => Policy::read(&text, source),
        Err(error) => broken(source, &error.to_string()),
    }
}

pub(super) fn broken(source: String, why: &str) -> Policy {
    let fault = Fault::of("", why);
    Policy::Broken(Arc::new(Broken { source, fault }))
}

fn text_of(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    File::open(path)?
        .take(LARGEST + 1)
        .read_to_string(&mut text)?;
    if text.len() as u64 > LARGEST {
        return Err(io::Error::other("it is too large"));
    }
    Ok(text)
}

/// The certificates in the files that a policy names.
pub(super) fn certificates(paths: &[PathBuf]) -> Result<Vec<u8>, Fault> {
    let mut all = Vec::new();
    for (number, path) in paths.iter().enumerate() {
        let field = format!("certificateAuthorities[{number}]");
        let why = |why: String| Fault::of(&field, format!("{}: {why}", path.display()));
        let pem = fs::read(path).map_err(|error| why(error.to_string()))?;
        if !is_pem(&pem) {
            return Err(why("no certificate in PEM is in it".to_owned()));
        }
        all.extend(pem);
        all.push(b'\n');
    }
    Ok(all)
}

/// The person's name on this computer, or nothing.
pub(super) fn person() -> String {
    let named = ["USER", "LOGNAME", "USERNAME"].map(std::env::var_os);
    let name = named.into_iter().flatten().find(|name| !name.is_empty());
    let name = name.as_deref().and_then(OsStr::to_str).unwrap_or_default();
    name.to_owned()
}
