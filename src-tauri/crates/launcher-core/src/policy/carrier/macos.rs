//! macOS: managed preferences, which device management writes.

use std::os::unix::fs::MetadataExt as _;
use std::path::{Component, Path};

use super::broken;
use super::preferences::{self, DOMAIN};
use crate::policy::{Policy, fault};

/// Where the system keeps what was laid down for a computer; for a person it is
/// in a folder with the person's name there.
const FOLDER: &str = "/Library/Managed Preferences";

pub(super) fn read() -> Policy {
    let folder = Path::new(FOLDER);
    let file = format!("{DOMAIN}.plist");
    let of_person = person().map(|person| folder.join(person).join(&file));
    let of_computer = folder.join(&file);
    let found = [of_person, Some(of_computer)]
        .into_iter()
        .flatten()
        .find(|file| is_laid_down(file));
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

/// The name of the person's folder. It comes from the environment, so it must not lead
/// anywhere else.
fn person() -> Option<String> {
    let person = super::person();
    let mut parts = Path::new(&person).components();
    let is_one_name = matches!(parts.next(), Some(Component::Normal(_))) && parts.next().is_none();
    is_one_name.then_some(person)
}

/// Only the system writes there, so what is somebody else's is no policy.
fn is_laid_down(file: &Path) -> bool {
    file.metadata().is_ok_and(|found| found.uid() == 0)
}
