//! [`Policy`]: what an organisation lays down for its computers. It wins over the
//! command line, the person and what is built in; everything that changes servers
//! or settings asks it first.

mod allowed;
mod browsers;
mod carrier;
mod document;
mod fault;
mod minutes;
mod object;
#[cfg(test)]
mod schema;
mod servers;
mod settings;

use std::borrow::Cow;
use std::fmt;
use std::path::Path;
use std::sync::Arc;

use openmeetings_client::BaseUrl;

use crate::error::{Code, LauncherError};
use crate::profile::Profile;
use crate::settings::Settings;

pub use allowed::ServerPattern;
pub use browsers::{Family, browser_policies};
pub use document::{Document, ManagedServer, Rules};
pub use fault::Fault;
pub use minutes::Minutes;
pub use settings::{Chosen, Origin, Setting};

/// A policy larger than this is none.
const LARGEST: u64 = 1 << 20;

/// What an organisation laid down for this computer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Policy {
    /// Nothing: everything is the person's own.
    #[default]
    Absent,
    InForce(Arc<InForce>),
    /// There is one, and nobody knows what it wants: what a policy can lock is
    /// locked, and as it is built in.
    Broken(Arc<Broken>),
}

/// A policy that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InForce {
    pub document: Document,
    /// Where it stands, for people.
    pub source: String,
    /// The certificates that it trusts, as PEM.
    certificates: Vec<u8>,
    /// Whom `{user}` means.
    person: String,
}

/// A policy that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// Where it stands, for people.
    pub source: String,
    pub fault: Fault,
}

impl Policy {
    /// The policy of this computer.
    pub fn of_system() -> Self {
        carrier::read()
    }

    /// The policy that stands in a file.
    pub fn in_file(path: &Path) -> Self {
        carrier::in_file(path)
    }

    fn read(text: &str, source: String) -> Self {
        Self::judged(fault::parse(text), source)
    }

    fn judged(document: Result<Document, Fault>, source: String) -> Self {
        let trusted = document.and_then(|document| {
            let certificates = carrier::certificates(&document.certificate_authorities)?;
            Ok((document, certificates))
        });
        match trusted {
            Ok((document, certificates)) => Self::InForce(Arc::new(InForce {
                document,
                source,
                certificates,
                person: carrier::person(),
            })),
            Err(fault) => Self::Broken(Arc::new(Broken { source, fault })),
        }
    }

    /// What is laid down, if anything is; a policy that cannot be used is a
    /// failure.
    pub fn laid_down(&self) -> Result<Option<&Document>, LauncherError> {
        match self {
            Self::Absent => Ok(None),
            Self::InForce(policy) => Ok(Some(&policy.document)),
            Self::Broken(broken) => Err(broken.error()),
        }
    }

    fn document(&self) -> Option<&Document> {
        match self {
            Self::Absent | Self::Broken(_) => None,
            Self::InForce(policy) => Some(&policy.document),
        }
    }

    /// Who laid it down, for people.
    pub fn organisation(&self) -> Option<&str> {
        self.document()?.organisation.as_deref()
    }

    /// Whom to ask about it.
    pub fn contact(&self) -> Option<&str> {
        self.document()?.contact.as_deref()
    }

    /// Whether the launcher may look for updates of itself.
    pub fn allows_updates(&self) -> bool {
        match self {
            Self::Absent => true,
            Self::InForce(policy) => policy.document.updates != Some(false),
            Self::Broken(_) => false,
        }
    }

    /// Whether passwords of accounts that can enter every room as anybody may be kept
    /// in the keychain.
    pub fn allows_soap_passwords(&self) -> bool {
        match self {
            Self::Absent => true,
            Self::InForce(policy) => policy.document.store_soap_passwords != Some(false),
            Self::Broken(_) => false,
        }
    }

    /// What the owner of an account is told whose password is not kept.
    pub(crate) fn refuses_soap_password(&self, profile: &Profile) -> LauncherError {
        let login = profile.login.as_deref().unwrap_or_default();
        self.about(LauncherError::new(Code::SoapPasswordNotKept))
            .about("server", &profile.name)
            .about("login", login)
    }

    /// The certificates it trusts beside those of the computer, as PEM.
    pub(crate) fn certificates(&self) -> &[u8] {
        match self {
            Self::Absent | Self::Broken(_) => &[],
            Self::InForce(policy) => &policy.certificates,
        }
    }

    /// The settings in force.
    pub(crate) fn settings(&self, chosen: &Chosen) -> Settings {
        settings::in_force(self.document(), &self.heard(chosen))
    }

    /// The settings in force, and from where each is.
    pub fn origins(&self, chosen: &Chosen) -> Vec<Setting> {
        settings::origins(self.document(), &self.heard(chosen))
    }

    /// What of the person's choice counts.
    fn heard<'a>(&self, chosen: &'a Chosen) -> Cow<'a, Chosen> {
        match self {
            Self::Absent | Self::InForce(_) => Cow::Borrowed(chosen),
            Self::Broken(_) => Cow::Owned(Chosen::default()),
        }
    }

    /// The names of the settings that nobody can change.
    pub fn locked_settings(&self) -> Vec<String> {
        match self {
            Self::Absent => Vec::new(),
            Self::InForce(policy) => settings::names(&policy.document.settings),
            Self::Broken(_) => settings::every_name(),
        }
    }

    /// The names of the settings it says anything about, locked or not.
    pub fn named_settings(&self) -> Vec<String> {
        let Self::InForce(policy) = self else {
            return Vec::new();
        };
        let document = &policy.document;
        let mut names = settings::names(&document.settings);
        names.extend(settings::names(&document.defaults));
        names
    }

    /// The names of the fields of a server that nobody can change.
    pub fn locked_fields(&self, profile: &Profile) -> Vec<&'static str> {
        match self {
            Self::Absent => Vec::new(),
            Self::InForce(policy) => servers::locked(&policy.document, profile),
            Self::Broken(_) => servers::every_field(),
        }
    }

    /// Brings the saved servers in line with it. Says whether they changed.
    pub(crate) fn settle(&self, profiles: &mut Vec<Profile>) -> bool {
        let before = profiles.clone();
        match self {
            Self::Absent => servers::give_back(profiles, &Document::default()),
            Self::InForce(policy) => {
                servers::give_back(profiles, &policy.document);
                servers::hand_out(profiles, &policy.document, &policy.person);
            }
            // Nobody knows which are the organisation's.
            Self::Broken(_) => {}
        }
        *profiles != before
    }

    /// Whether the saved servers may become others.
    pub(crate) fn permits(
        &self,
        before: &[Profile],
        after: &[Profile],
    ) -> Result<(), LauncherError> {
        match self {
            Self::Absent => Ok(()),
            Self::InForce(policy) => {
                let changed = servers::changed(&policy.document, before, after);
                if let Some(field) = changed {
                    return Err(self.locks(field));
                }
                let new = after.iter().filter(|profile| {
                    let same = |old: &&Profile| old.base_url == profile.base_url;
                    !before.iter().any(|old| same(&old))
                });
                for profile in new {
                    self.allows(&profile.base_url, &[])?;
                }
                Ok(())
            }
            Self::Broken(_) => match servers::different(before, after) {
                Some(field) => Err(self.locks(field)),
                None => Ok(()),
            },
        }
    }

    /// Whether a server may be talked to and opened. `saved` are those there are.
    pub fn allows(&self, server: &BaseUrl, saved: &[Profile]) -> Result<(), LauncherError> {
        let allowed = match self {
            Self::Absent => true,
            Self::InForce(policy) => servers::is_allowed(&policy.document, server),
            // They were let in when somebody knew.
            Self::Broken(_) => saved.iter().any(|known| known.base_url.same_host(server)),
        };
        if allowed {
            return Ok(());
        }
        let host = server.host();
        Err(self.about(LauncherError::new(Code::ServerNotAllowed).about("server", host)))
    }

    /// That a field cannot be changed.
    pub(crate) fn locks(&self, field: impl Into<String>) -> LauncherError {
        self.about(LauncherError::new(Code::PolicyLocked).about("field", field))
    }

    /// What the person must be told about it.
    pub fn trouble(&self) -> Option<LauncherError> {
        self.laid_down().err()
    }

    fn about(&self, error: LauncherError) -> LauncherError {
        let none = String::from("none");
        let or_none = |text: Option<&str>| text.map_or_else(|| none.clone(), str::to_owned);
        error
            .about("organisation", or_none(self.organisation()))
            .about("contact", or_none(self.contact()))
    }
}

impl Broken {
    fn error(&self) -> LauncherError {
        let line = self
            .fault
            .line
            .map_or_else(|| "none".to_owned(), |line| line.to_string());
        let field = Some(self.fault.field.as_str()).filter(|field| !field.is_empty());
        LauncherError::new(Code::PolicyUnreadable)
            .about("path", &self.source)
            .about("line", line)
            .about("field", field.unwrap_or("none"))
            .caused_by(&self.fault)
    }
}

impl fmt::Display for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Absent => f.write_str("no policy"),
            Self::InForce(policy) => f.write_str(&policy.source),
            Self::Broken(broken) => f.write_str(&broken.source),
        }
    }
}

#[cfg(test)]
mod tests;
