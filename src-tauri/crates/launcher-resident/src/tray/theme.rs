//! The icon by name, where it was installed with the launcher: themes give it
//! the colour of their panels.

use std::path::{Path, PathBuf};

use launcher_core::tray_menu::TrayIcon;

/// Where every theme looks in the end.
const FOLDER: &str = "icons/hicolor/symbolic/apps";

/// The name of the icon in themes, if it is installed in one of the folders.
pub(super) fn name(icon: TrayIcon, folders: &[PathBuf]) -> Option<&'static str> {
    let name = match icon {
        TrayIcon::Idle => "openmeetings-launcher-idle-symbolic",
        TrayIcon::Soon => "openmeetings-launcher-soon-symbolic",
        TrayIcon::Live => "openmeetings-launcher-live-symbolic",
        TrayIcon::Trouble => "openmeetings-launcher-trouble-symbolic",
    };
    let is_in = |folder: &PathBuf| folder.join(FOLDER).join(format!("{name}.svg")).is_file();
    folders.iter().any(is_in).then_some(name)
}

/// The folders of the system and the person that hold such files.
pub(super) fn folders() -> Vec<PathBuf> {
    let own = directories::BaseDirs::new().map(|base| base.data_dir().to_owned());
    let system = std::env::var_os("XDG_DATA_DIRS").filter(|value| !value.is_empty());
    let system = match &system {
        Some(value) => std::env::split_paths(value).collect(),
        None => vec!["/usr/local/share".into(), "/usr/share".into()],
    };
    let absolute = |folder: &PathBuf| Path::is_absolute(folder);
    own.into_iter().chain(system).filter(absolute).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_icon_is_named_only_where_a_theme_has_it() {
        let home = tempfile::tempdir().unwrap();
        let folders = [PathBuf::from("/nowhere"), home.path().to_owned()];
        assert_eq!(name(TrayIcon::Live, &folders), None);
        let folder = home.path().join(FOLDER);
        std::fs::create_dir_all(&folder).unwrap();
        let file = "openmeetings-launcher-live-symbolic.svg";
        std::fs::write(folder.join(file), "<svg/>").unwrap();
        let named = Some("openmeetings-launcher-live-symbolic");
        assert_eq!(name(TrayIcon::Live, &folders), named);
        assert_eq!(name(TrayIcon::Idle, &folders), None);
    }
}
