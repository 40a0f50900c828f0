//! What the command line decides for the launcher: folders, language, clock.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;
use launcher_core::LanguageId;
use launcher_core::browser::{OpenUrl, system_browser};
use launcher_core::connect::Connector;
use launcher_core::launcher::{Launcher, Setup};
use launcher_core::profile::file::ProfilesFile;
use launcher_core::reason::Reason;
use launcher_core::secret::{Keychain, Secrets};
use launcher_core::texts::Texts;

use crate::failure::{Failure, Saying};
use crate::output::Output;

/// Keeps everything of the launcher in one folder, for tests and for trying.
const HOME: &str = "OPENMEETINGS_LAUNCHER_HOME";

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
    let trusted_pem = match trust {
        Some(path) => Some(std::fs::read(path).map_err(|error| {
            let reason = Reason::from(&error).text(&output.texts());
            Failure::Usage(Saying::new(
                "cli-trust-unread",
                [("path", path.display().to_string()), ("reason", reason)],
            ))
        })?),
        None => None,
    };
    let open_url: OpenUrl = match opening {
        Opening::Browser => system_browser(),
        Opening::PrintOnly => Arc::new(|_, _| Ok(())),
    };
    let (launcher, said) = Launcher::start(Setup {
        file: ProfilesFile::in_folder(config_folder()?),
        memory_file: None,
        cache: None,
        browsers: Vec::new(),
        keychain: Secrets::new(Keychain::new()),
        connector: Connector {
            trusted_pem,
            limits: None,
        },
        open_url,
        language: locale().and_then(|locale| LanguageId::for_locale(&locale)),
    })?;
    for said in said {
        output.warn(&said);
    }
    Ok(launcher)
}

fn config_folder() -> Result<PathBuf, Failure> {
    if let Some(home) = std::env::var_os(HOME).filter(|home| !home.is_empty()) {
        return Ok(PathBuf::from(home));
    }
    directories::ProjectDirs::from("org", "openmeetings", "openmeetings-launcher")
        .map(|folders| folders.config_dir().to_owned())
        .ok_or_else(|| Failure::Other(Saying::new("cli-no-folder", [])))
}

/// The person's locale, as the system names it.
fn locale() -> Option<String> {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
}

/// The texts in the person's language.
pub(crate) fn texts() -> Texts {
    Texts::for_locale(&locale().unwrap_or_default())
}

#[expect(clippy::disallowed_methods, reason = "a host reads the clock")]
pub(crate) fn now() -> Timestamp {
    Timestamp::now()
}
