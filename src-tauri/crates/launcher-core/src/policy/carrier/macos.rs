//! macOS: managed preferences, which device management writes.

use std::path::Path;

use super::broken;
use crate::policy::{Policy, fault};

/// Where the system keeps what was laid down for a computer; for a person it is
/// in a folder with the person's name there.
const FOLDER: &str = "/Library/Managed Preferences";

const FILE: &str = "org.openmeetings.launcher.plist";

pub(super) fn read() -> Policy {
    let folder = Path::new(FOLDER);
    let of_person = folder.join(super::person()).join(FILE);
    let of_computer = folder.join(FILE);
    let found = [of_person, of_computer]
        .into_iter()
        .find(|file| file.exists());
    let Some(file) = found else {
        return Policy::Absent;
    };
    let source = file.display().to_string();
    match plist::from_file::<_, serde_json::Value>(&file) {
        Ok(value) => Policy::judged(fault::from_value(&value), source),
        Err(error) => broken(source, &error.to_string()),
    }
}
