//! Where updates come from, who signs them, and whether this program may be
//! replaced at all.

use std::path::PathBuf;

use launcher_core::update::Installation;
use launcher_resident::app_image;
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
        match app_image::around(&program) {
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
