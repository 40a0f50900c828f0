//! [`Folders`]: where things are kept on this computer.

use std::path::{Path, PathBuf};

use directories::{BaseDirs, ProjectDirs};

/// Keeps everything of the launcher in one folder, for tests and for trying.
const HOME: &str = "OPENMEETINGS_LAUNCHER_HOME";

const NAME: &str = "openmeetings-launcher";

/// Where things are kept. None of them exists before something is kept there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folders {
    /// Saved servers and settings.
    pub config: PathBuf,
    /// The last good lists.
    pub cache: PathBuf,
    /// Logs.
    pub state: PathBuf,
    /// Where the desktop looks for what to start with the session.
    pub autostart: PathBuf,
    /// The door; for this session of the person only.
    pub runtime: PathBuf,
}

impl Folders {
    /// As the system and the environment say; nothing if there is no home
    /// folder at all.
    pub fn of_system() -> Option<Self> {
        let variable = |name| std::env::var_os(name).filter(|value| !value.is_empty());
        if let Some(home) = variable(HOME) {
            return Some(Self::in_one(Path::new(&home)));
        }
        let project = ProjectDirs::from("org", "openmeetings", NAME)?;
        let state = project.state_dir().unwrap_or(project.data_local_dir());
        let session = variable("XDG_RUNTIME_DIR").map(PathBuf::from);
        Some(Self {
            config: project.config_dir().to_owned(),
            cache: project.cache_dir().to_owned(),
            state: state.to_owned(),
            autostart: BaseDirs::new()?.config_dir().join("autostart"),
            runtime: runtime(session.filter(|folder| folder.is_absolute())),
        })
    }

    /// All in one folder.
    pub fn in_one(home: &Path) -> Self {
        Self {
            config: home.to_owned(),
            cache: home.join("cache"),
            state: home.join("state"),
            autostart: home.join("autostart"),
            runtime: home.join("run"),
        }
    }
}

/// The private folder of the session; without one, a folder with the name of
/// the person where all can write. Whether it really is the person's own, is
/// looked at before it is used.
#[cfg(unix)]
fn runtime(session: Option<PathBuf>) -> PathBuf {
    if let Some(folder) = session {
        return folder.join(NAME);
    }
    let shared = if cfg!(target_os = "macos") {
        std::env::temp_dir()
    } else {
        PathBuf::from("/tmp")
    };
    shared.join(format!("{NAME}-{}", rustix::process::getuid().as_raw()))
}

/// Windows: a pipe has a name and no folder; the lock lies with the caches.
#[cfg(not(unix))]
fn runtime(_session: Option<PathBuf>) -> PathBuf {
    ProjectDirs::from("org", "openmeetings", NAME).map_or_else(std::env::temp_dir, |project| {
        project.cache_dir().join("run")
    })
}
