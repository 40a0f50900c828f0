//! Where the programs are that cargo built, and those that the system brings.

use std::path::PathBuf;

/// The window.
pub const WINDOW: &str = "openmeetings-launcher";

/// The command line, and with `tray` the process that stays.
pub const COMMAND_LINE: &str = "openmeetings";

/// A program that cargo built into the same folder as this one, or the folder
/// that holds it.
pub fn built(name: &str) -> PathBuf {
    let this = std::env::current_exe().expect("a program knows where it is");
    this.ancestors()
        .skip(1)
        .take(2)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
        .unwrap_or_else(|| {
            panic!(
                "{name} is not built beside {}: run `cargo xtask e2e`",
                this.display()
            )
        })
}

/// A program of the system.
pub(crate) fn installed(name: &str) -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
        .unwrap_or_else(|| panic!("{name} is not installed: `cargo xtask e2e` installs it"))
}
