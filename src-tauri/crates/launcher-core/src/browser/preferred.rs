//! Which browser the person prefers, from the lists the desktop keeps (the
//! "MIME applications" specification of freedesktop.org).
//!
//! `xdg-open` finds the same, but starts a dozen programs to do so: on the way
//! from a click to the browser it took longer than all the rest together.

use std::path::PathBuf;

use freedesktop_desktop_entry::{
    DecodeError, DesktopEntry, Iter, current_desktop, group_entry_from_path,
};
use xdg::BaseDirectories;

const LIST: &str = "mimeapps.list";
const DEFAULTS: &str = "Default Applications";

/// Where a desktop keeps its lists and its programs' entries, the person's own
/// before those of the system.
#[derive(Debug)]
pub(super) struct Places {
    lists: Vec<PathBuf>,
    applications: Vec<PathBuf>,
}

impl Places {
    pub(super) fn of_desktop() -> Self {
        let folders = BaseDirectories::new();
        let applications = applications(&folders);
        let configs = folders.get_config_home().into_iter();
        let configs = configs.chain(folders.get_config_dirs());
        Self {
            lists: lists_in(configs.chain(applications.iter().cloned())),
            applications,
        }
    }

    /// The entry of the program for addresses of a scheme. `None` where no list
    /// says so, or one cannot be read: then nobody knows better than the system.
    pub(super) fn handler_of(&self, scheme: &str) -> Option<DesktopEntry> {
        let kind = format!("x-scheme-handler/{scheme}");
        for list in &self.lists {
            let chosen = match group_entry_from_path(list, DEFAULTS, &kind) {
                Ok(chosen) => chosen.unwrap_or_default(),
                Err(DecodeError::Io(_)) => continue,
                Err(_) => return None,
            };
            let ids = chosen.split(';').map(str::trim);
            // What is not installed any more does not count.
            let mut ids = ids.filter_map(|id| id.strip_suffix(".desktop"));
            if let Some(entry) = ids.find_map(|id| self.entry(id)) {
                return Some(entry);
            }
        }
        None
    }

    /// The entry of a program by its id, which stands for its path: a `-` may be
    /// a folder.
    pub(super) fn entry(&self, id: &str) -> Option<DesktopEntry> {
        // An id is a name, never a way out of the folders.
        if id.contains('/') {
            return None;
        }
        self.applications.iter().find_map(|folder| {
            let inside = id.replacen('-', "/", 1);
            let names = [id, inside.as_str()];
            let mut files = names
                .iter()
                .map(|name| folder.join(format!("{name}.desktop")));
            files.find_map(|file| DesktopEntry::from_path::<&str>(file, None).ok())
        })
    }
}

/// Every entry of these folders.
pub(super) fn entries() -> Iter {
    Iter::new(applications(&BaseDirectories::new()).into_iter())
}

fn applications(folders: &BaseDirectories) -> Vec<PathBuf> {
    let data = folders.get_data_home().into_iter();
    data.chain(folders.get_data_dirs())
        .map(|folder| folder.join("applications"))
        .collect()
}

/// In each folder the list of the running desktop counts before the common one.
fn lists_in(folders: impl Iterator<Item = PathBuf>) -> Vec<PathBuf> {
    let desktops = current_desktop().unwrap_or_default();
    let of_desktops = desktops.iter().map(|desktop| format!("{desktop}-{LIST}"));
    let names: Vec<String> = of_desktops.chain([LIST.to_owned()]).collect();
    folders
        .flat_map(|folder| {
            names
                .iter()
                .map(move |name| folder.join(name))
                .collect::<Vec<_>>()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    struct Home {
        folder: tempfile::TempDir,
        places: Places,
    }

    impl Home {
        fn new() -> Self {
            let folder = tempfile::tempdir().unwrap();
            let [own, system] = ["own", "system"].map(|name| folder.path().join(name));
            for place in [&own, &system] {
                fs::create_dir_all(place.join("applications/vendor")).unwrap();
            }
            let applications = vec![own.join("applications"), system.join("applications")];
            let lists = vec![own.join(LIST), system.join(LIST)];
            let places = Places {
                lists,
                applications,
            };
            Self { folder, places }
        }

        fn write(&self, file: impl AsRef<Path>, text: &str) {
            fs::write(self.folder.path().join(file), text).unwrap();
        }

        fn install(&self, file: &str) {
            let entry = "[Desktop Entry]\nType=Application\nName=B\nExec=b %u\n";
            self.write(format!("system/applications/{file}.desktop"), entry);
        }

        fn prefers(&self, list: &str, chosen: &str) {
            let text = format!(
                "[Added Associations]\nx-scheme-handler/https=no.desktop\n[{DEFAULTS}]\n\n# by hand\nx-scheme-handler/https={chosen}\n"
            );
            self.write(list, &text);
        }

        fn found(&self) -> Option<String> {
            let entry = self.places.handler_of("https")?;
            Some(entry.id().to_owned())
        }
    }

    #[test]
    fn the_persons_choice_counts_before_the_systems() {
        let home = Home::new();
        home.install("firefox");
        home.install("chromium");
        assert_eq!(home.found(), None);
        home.prefers("system/mimeapps.list", "firefox.desktop");
        assert_eq!(home.found().as_deref(), Some("firefox"));
        home.prefers("own/mimeapps.list", "chromium.desktop;");
        assert_eq!(home.found().as_deref(), Some("chromium"));
    }

    #[test]
    fn what_is_not_installed_does_not_count() {
        let home = Home::new();
        home.install("firefox");
        home.prefers("own/mimeapps.list", "gone.desktop; firefox.desktop");
        assert_eq!(home.found().as_deref(), Some("firefox"));
        home.prefers("own/mimeapps.list", "gone.desktop");
        home.prefers("system/mimeapps.list", "firefox.desktop");
        assert_eq!(home.found().as_deref(), Some("firefox"));
    }

    #[test]
    fn an_id_may_stand_for_a_folder_and_never_leads_out() {
        let home = Home::new();
        home.install("vendor/browser-two");
        home.prefers("own/mimeapps.list", "vendor-browser-two.desktop");
        assert!(home.found().is_some());
        home.write("evil.desktop", "[Desktop Entry]\nExec=evil\n");
        home.prefers("own/mimeapps.list", "../../evil.desktop");
        assert_eq!(home.found(), None);
    }

    #[test]
    fn a_list_that_cannot_be_read_leaves_the_choice_to_the_system() {
        let home = Home::new();
        home.install("firefox");
        home.prefers("system/mimeapps.list", "firefox.desktop");
        home.write("own/mimeapps.list", "this is no list\n");
        assert_eq!(home.found(), None);
    }
}
