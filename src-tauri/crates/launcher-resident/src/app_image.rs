//! The `AppImage` that a program of ours may be in: a file that is mounted while the
//! program runs. What is to be found again later is the file, never what is in it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The file of the `AppImage` that `program` is in, as its environment tells.
pub fn around(program: &Path) -> Option<PathBuf> {
    if !cfg!(target_os = "linux") {
        return None;
    }
    named(program, ["APPIMAGE", "APPDIR"].map(std::env::var_os))
}

/// The variables alone do not say so: whatever is started from another `AppImage`
/// inherits those of that one.
fn named(program: &Path, [file, folder]: [Option<OsString>; 2]) -> Option<PathBuf> {
    let folder = folder.map(PathBuf::from)?;
    let is_inside =
        folder.is_absolute() && folder.parent().is_some() && program.starts_with(folder);
    file.map(PathBuf::from)
        .filter(|file| is_inside && file.is_absolute())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_one_that_the_program_is_in_and_no_other() {
        let named = |program: &str, file: Option<&str>, folder: Option<&str>| {
            let variables = [file, folder].map(|value| value.map(OsString::from));
            named(Path::new(program), variables)
        };
        let ours = "/mnt/ours/usr/bin/openmeetings-launcher";
        let file = "/home/jo/OpenMeetings.AppImage";
        assert_eq!(
            named(ours, Some(file), Some("/mnt/ours")),
            Some(PathBuf::from(file))
        );
        // Started from the terminal of another one, for example.
        let installed = "/usr/bin/openmeetings-launcher";
        assert_eq!(named(installed, Some(file), Some("/mnt/ours")), None);
        assert_eq!(named(ours, Some(file), Some("/mnt/our")), None);
        assert_eq!(named(installed, Some(file), Some("/")), None);
        assert_eq!(named(ours, Some(file), Some("")), None);
        assert_eq!(named(ours, Some("a.AppImage"), Some("/mnt/ours")), None);
        assert_eq!(named(ours, Some(file), None), None);
        assert_eq!(named(ours, None, Some("/mnt/ours")), None);
    }
}
