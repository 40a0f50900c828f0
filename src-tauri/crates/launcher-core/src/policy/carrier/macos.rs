//! macOS: managed preferences, which device management writes.

use std::path::Path;

use super::broken;
use super::preferences::{self, DOMAIN};
use crate::policy::{Policy, fault};

/// Where the system keeps what was laid down for a computer; for a person it is
/// in a folder with the person's name there.
const FOLDER: &str = "/Library/Managed Preferences";

pub(super) fn read() -> Policy {
    let folder = Path::new(FOLDER);
    let file = format!("{DOMAIN}.plist");
    let of_person = folder.join(super::person()).join(&file);
    let of_computer = folder.join(&file);
    let found = [of_person, of_computer]
        .into_iter()
        .find(|file| file.exists());
    let Some(file) = found else {
        return Policy::Absent;
    };
    let source = file.display().to_string();
    match plist::from_file(&file) {
        Ok(domain) => {
            let document = fault::from_value(&preferences::policy(domain));
            Policy::judged(document, source)
        }
        Err(error) => broken(source, &error.to_string()),
    }
}
