//! Where updates come from, who signs them, and whether this program may be
//! replaced at all.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use launcher_core::update::Installation;
use tauri::Url;

/// Where updates come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Source {
    /// The public key of whoever signs them, as Tauri's signer writes it.
    pub(super) key: String,
    /// Describes the newest version.
    pub(super) address: Url,
    /// The file that is replaced, where that is not the program itself.
    pub(super) program: Option<PathBuf>,
}

/// How this program is kept up to date, and from where, if it does that itself.
pub(super) fn of_this_program() -> (Installation, Option<Source>) {
    let key = setting(
        "OPENMEETINGS_UPDATE_KEY",
        option_env!("OPENMEETINGS_UPDATE_KEY"),
    );
    let address = setting(
        "OPENMEETINGS_UPDATE_URL",
        option_env!("OPENMEETINGS_UPDATE_URL"),
    );
    let address = address.and_then(|address| Url::parse(&address).ok());
    let (Some(key), Some(address)) = (key, address) else {
        return (Installation::WithoutUpdates, None);
    };
    let program = if cfg!(target_os = "linux") {
        let program = std::env::current_exe().unwrap_or_default();
        let variables = ["APPIMAGE", "APPDIR"].map(std::env::var_os);
        match app_image(&program, variables) {
            Some(file) => Some(file),
            None => return (Installation::Packaged, None),
        }
    } else {
        None
    };
    let source = Source {
        key,
        address,
        program,
    };
    (Installation::Replaceable, Some(source))
}

/// What was built in. While it is developed and tested, the environment says it too;
/// a program that people install does not listen to that.
fn setting(name: &str, built_in: Option<&str>) -> Option<String> {
    let given = if cfg!(debug_assertions) {
        std::env::var(name).ok()
    } else {
        None
    };
    given
        .or_else(|| built_in.map(str::to_owned))
        .filter(|value| !value.is_empty())
}

/// The file of the `AppImage` that this program is in. The variables alone do not say
/// so: whatever is started from another `AppImage` inherits those of that one.
fn app_image(program: &Path, [file, folder]: [Option<OsString>; 2]) -> Option<PathBuf> {
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
    fn only_the_app_image_that_this_program_is_in_is_replaced() {
        let app_image = |program: &str, file: Option<&str>, folder: Option<&str>| {
            let variables = [file, folder].map(|value| value.map(OsString::from));
            app_image(Path::new(program), variables)
        };
        let ours = "/mnt/ours/usr/bin/openmeetings-launcher";
        let file = "/home/jo/OpenMeetings.AppImage";
        assert_eq!(
            app_image(ours, Some(file), Some("/mnt/ours")),
            Some(PathBuf::from(file))
        );
        // Started from the terminal of another one, for example.
        let installed = "/usr/bin/openmeetings-launcher";
        assert_eq!(app_image(installed, Some(file), Some("/mnt/ours")), None);
        assert_eq!(app_image(ours, Some(file), Some("/mnt/our")), None);
        assert_eq!(app_image(installed, Some(file), Some("/")), None);
        assert_eq!(app_image(ours, Some(file), Some("")), None);
        assert_eq!(app_image(ours, Some("a.AppImage"), Some("/mnt/ours")), None);
        assert_eq!(app_image(ours, Some(file), None), None);
        assert_eq!(app_image(ours, None, Some("/mnt/ours")), None);
    }
}
