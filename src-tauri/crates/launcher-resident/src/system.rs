//! The resident as this computer has it: its folders, keychain, browsers, clock.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use launcher_core::LanguageId;
use launcher_core::browser;
use launcher_core::connect::Connector;
use launcher_core::error::LauncherError;
use launcher_core::launcher::{Launcher, Setup};
use launcher_core::meeting::cache::Cache;
use launcher_core::memory::MemoryFile;
use launcher_core::policy::Policy;
use launcher_core::profile::file::ProfilesFile;
use launcher_core::remembered::file::RememberedFile;
use launcher_core::secret::{Keychain, Secrets};

use crate::access::Start;
use crate::app_image;
use crate::autostart::Autostart;
use crate::door::Place;
use crate::folders::Folders;
use crate::local::{Clock, Surroundings};
use crate::locale::locale;
use crate::logging;
use crate::protocol::Build;
use crate::resident::Options;
use crate::toolkit::Toolkit;

/// The name of the window's program, beside the resident's.
const WINDOW: &str = "openmeetings-launcher";

impl Options {
    /// The resident of this computer's person. `program` is the one that becomes
    /// it when called with `tray`.
    pub fn of_system(folders: &Folders, program: &Path) -> Self {
        let kept = folders.clone();
        let autostart = Autostart {
            folder: folders.autostart.clone(),
            resident: program.to_owned(),
            window: sibling(program, WINDOW),
            image: app_image::around(program),
        };
        let window = autostart.window.clone();
        Self {
            place: Place::in_folder(&folders.runtime),
            build: Build::this(),
            start: Box::new(move |toolkit| surroundings(&kept, autostart, window, toolkit)),
            toolkit: None,
        }
    }
}

impl Start {
    /// For one of our programs, which lies at `this`.
    pub fn of_system(folders: &Folders, this: &Path) -> Self {
        let (program, argument) = if cfg!(target_os = "linux") {
            (sibling(this, "openmeetings"), "tray")
        } else {
            // Only a toolkit has a tray there.
            (sibling(this, WINDOW), "--hidden")
        };
        Self {
            program,
            argument,
            place: Place::in_folder(&folders.runtime),
            build: Build::this(),
            locale: locale(),
        }
    }
}

fn surroundings(
    folders: &Folders,
    autostart: Autostart,
    window: PathBuf,
    toolkit: Option<Arc<dyn Toolkit>>,
) -> Result<Surroundings, LauncherError> {
    let locale = locale();
    let (launcher, said) = Launcher::start(Setup {
        file: ProfilesFile::in_folder(&folders.config),
        memory_file: Some(MemoryFile::in_folder(&folders.config)),
        remembered_file: Some(RememberedFile::in_folder(&folders.config)),
        cache: Some(Cache::in_folder(&folders.cache)),
        browsers: browser::found(locale.as_deref()),
        keychain: Secrets::new(Keychain::new()),
        connector: Connector::default(),
        policy: Policy::of_system(),
        open_url: browser::system_browser(),
        language: locale.as_deref().and_then(LanguageId::for_locale),
    })?;
    Ok(Surroundings {
        launcher,
        said,
        locale,
        logs: logging::folder(&folders.state),
        folders: folders.clone(),
        autostart,
        window,
        toolkit,
        clock: clock(),
    })
}

/// The program of ours that lies beside another one of ours, or is found by its
/// name.
pub fn sibling(program: &Path, name: &str) -> PathBuf {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    let beside = program.with_file_name(&file);
    if beside.exists() {
        beside
    } else {
        PathBuf::from(file)
    }
}

/// The clock of this computer.
pub fn clock() -> Clock {
    #[expect(clippy::disallowed_methods, reason = "a host reads the clock")]
    Arc::new(Timestamp::now)
}

/// Makes a session of its own for this process, so that the end of a terminal or
/// of the window is not its end. Where a shell runs it in front, it stays there.
pub fn own_session() {
    #[cfg(unix)]
    let _ = rustix::process::setsid();
}
