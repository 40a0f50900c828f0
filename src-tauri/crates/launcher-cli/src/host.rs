//! What the command line decides for the launcher: folders, language, clock.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;
use launcher_core::LanguageId;
use launcher_core::browser::{OpenUrl, system_browser};
use launcher_core::connect::Connector;
use launcher_core::error::{Code, LauncherError};
use launcher_core::launcher::{Launcher, Setup};
use launcher_core::meeting::cache::Cache;
use launcher_core::policy::Policy;
use launcher_core::profile::ProfileId;
use launcher_core::profile::file::ProfilesFile;
use launcher_core::reason::Reason;
use launcher_core::secret::{Keychain, Secrets};
use launcher_core::texts::Texts;
use launcher_core::view::ProfileView;
use launcher_resident::locale::locale;
use launcher_resident::{Access, Build, Folders, Place, Start};

use crate::failure::{Failure, Saying};
use crate::output::Output;

/// Whether addresses are opened or only shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opening {
    Browser,
    PrintOnly,
}

pub(crate) fn start(
    opening: Opening,
    trust: Option<&PathBuf>,
    output: &mut Output,
) -> Result<Launcher, Failure> {
    let trusted_pem = trusted(trust, output)?;
    let setup = Setup {
        connector: Connector::new(trusted_pem, None),
        ..setup(opening, &folders()?)
    };
    begin(setup, output)
}

/// A launcher that only knows what was loaded last.
pub(crate) fn start_with_lists(output: &mut Output) -> Result<Launcher, Failure> {
    let folders = folders()?;
    let setup = Setup {
        cache: Some(Cache::in_folder(&folders.cache)),
        ..setup(Opening::PrintOnly, &folders)
    };
    begin(setup, output)
}

fn setup(opening: Opening, folders: &Folders) -> Setup {
    let open_url: OpenUrl = match opening {
        Opening::Browser => system_browser(),
        Opening::PrintOnly => Arc::new(|_, _| Ok(())),
    };
    Setup {
        file: ProfilesFile::in_folder(&folders.config),
        memory_file: None,
        remembered_file: None,
        cache: None,
        browsers: Vec::new(),
        keychain: Secrets::new(Keychain::new()),
        connector: Connector::default(),
        policy: Policy::of_system(),
        open_url,
        language: locale().as_deref().and_then(LanguageId::for_locale),
    }
}

fn begin(setup: Setup, output: &mut Output) -> Result<Launcher, Failure> {
    let (launcher, said) = Launcher::start(setup)?;
    for said in said {
        output.warn(&said);
    }
    Ok(launcher)
}

/// The certificates in the file that a person names.
pub(crate) fn trusted(
    trust: Option<&PathBuf>,
    output: &Output,
) -> Result<Option<Vec<u8>>, Failure> {
    let Some(path) = trust else {
        return Ok(None);
    };
    let read = std::fs::read(path).map_err(|error| {
        let reason = Reason::from(&error).text(&output.texts());
        Failure::Usage(Saying::new(
            "cli-trust-unread",
            [("path", path.display().to_string()), ("reason", reason)],
        ))
    });
    read.map(Some)
}

/// Where things are kept on this computer.
pub(crate) fn folders() -> Result<Folders, Failure> {
    Folders::of_system().ok_or_else(|| Failure::Other(Saying::new("cli-no-folder", [])))
}

/// Where the door of the resident is.
fn door() -> Result<Place, Failure> {
    Ok(Place::in_folder(folders()?.runtime))
}

/// The way to the resident, if one runs and answers at once.
pub(crate) async fn resident() -> Result<Option<Access>, Failure> {
    Ok(Access::connect(&door()?, &Build::this()).await)
}

/// The way to the resident, if one runs.
pub(crate) async fn resident_for_certain() -> Result<Option<Access>, Failure> {
    Ok(Access::connect_patiently(&door()?, &Build::this()).await)
}

/// The way to the resident, which is started if there is none.
pub(crate) async fn resident_or_start() -> Result<Access, Failure> {
    let this = std::env::current_exe().map_err(|error| {
        let reason = [("reason", error.to_string())];
        Failure::Other(Saying::new("cli-runtime-failed", reason))
    })?;
    let start = Start::of_system(&folders()?, &this);
    Access::visit(start).await.map_err(Failure::Shown)
}

/// The saved server a person names, as the resident knows it.
pub(crate) fn profile_at(access: &Access, name: &str) -> Result<ProfileId, Failure> {
    let views = access.views();
    let view = views.view.borrow();
    let called = |profile: &&ProfileView| profile.name.to_lowercase() == name.trim().to_lowercase();
    let found = view.profiles.iter().find(called);
    found.map(|profile| profile.id.clone()).ok_or_else(|| {
        LauncherError::new(Code::ProfileUnknown)
            .about("profile", name)
            .into()
    })
}

/// The texts in the person's language.
pub(crate) fn texts() -> Texts {
    Texts::for_locale(&locale().unwrap_or_default())
}

#[expect(clippy::disallowed_methods, reason = "a host reads the clock")]
pub(crate) fn now() -> Timestamp {
    Timestamp::now()
}
