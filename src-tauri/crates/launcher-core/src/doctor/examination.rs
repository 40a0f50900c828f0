//! [`Doctor`]: looks at everything that was asked for, all at once.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;
use openmeetings_client::{BaseUrl, JoinLink, LanguageId};
use tokio::task::JoinSet;

use super::computer::{self, ComputerSigns};
use super::diagnosis::{About, Diagnosis, Section};
use super::finding::{Finding, Grade, Topic};
use super::invitations;
use super::probe::{LoginOf, Patient, Probe};
use super::server::{self, LoginSign, ServerSigns};
use crate::connect::Connector;
use crate::error::LauncherError;
use crate::launcher::Launcher;
use crate::policy::Policy;
use crate::profile::Profile;
use crate::target::link_of_invitation;

/// Reads the clock.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// A server that nobody has, to ask for the proxy of servers.
const SOME_SERVER: &str = "https://some-server.invalid/";

/// What is looked at, beside this computer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Every saved server.
    Saved,
    /// One server, by an address of it. An invitation is not fetched.
    Address(String),
    /// An invitation file, and the server it leads to.
    InvitationFile(PathBuf),
}

/// Whether the doctor may sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoginWish {
    Never,
    /// Where a password is saved. Servers before 9.0 write it to their logs.
    WithSavedPassword,
}

/// Looks at servers, invitations and this computer.
pub struct Doctor {
    connector: Connector,
    language: LanguageId,
    profiles: Vec<Profile>,
    /// Where remembered invitations lead.
    remembered: Vec<BaseUrl>,
    /// The browsers of this computer, by what the system calls them.
    browsers: Vec<String>,
    /// Who knows passwords.
    launcher: Option<Launcher>,
    clock: Clock,
}

impl Doctor {
    /// With everything the launcher knows.
    pub fn of(launcher: &Launcher, clock: Clock) -> Self {
        let (connector, language) = launcher.ways();
        launcher.read(|state| Self {
            connector,
            language,
            profiles: state.profiles.clone(),
            remembered: state
                .remembered
                .iter()
                .map(|meeting| meeting.link.base().clone())
                .collect(),
            browsers: state
                .browsers
                .iter()
                .map(|browser| browser.id.clone())
                .collect(),
            launcher: Some(launcher.clone()),
            clock,
        })
    }

    /// Where the launcher cannot start, for example because a file of a newer
    /// version is in the way.
    pub fn without_launcher(connector: &Connector, policy: Policy, clock: Clock) -> Self {
        Self {
            connector: connector.behind(policy, Vec::new()),
            language: LanguageId::ENGLISH,
            profiles: Vec::new(),
            remembered: Vec::new(),
            browsers: Vec::new(),
            launcher: None,
            clock,
        }
    }

    /// Looks at everything. Takes as long as the slowest server.
    pub async fn examine(
        &self,
        scope: &Scope,
        login: LoginWish,
        computer: &ComputerSigns,
    ) -> Diagnosis {
        let saved: Vec<BaseUrl> = self.profiles.iter().map(|it| it.base_url.clone()).collect();
        let (patients, invitations) = self.patients(scope, login, &saved).await;
        let some = [SOME_SERVER];
        let asked = patients.iter().map(|patient| patient.address.as_str());
        let asked = asked.chain(some.into_iter().filter(|_| patients.is_empty()));
        let proxy = asked
            .filter_map(|address| BaseUrl::parse(address).ok())
            .find_map(|server| server.proxy_host());
        let mut sections = self.servers(patients).await;
        if !invitations.is_empty() {
            sections.push(Section {
                about: About::Invitations,
                findings: invitations,
            });
        }
        sections.push(Section {
            about: About::Computer,
            findings: computer::findings(computer, self.profiles.len(), proxy),
        });
        Diagnosis { sections }
    }

    /// The servers to look at, and what invitations say.
    async fn patients(
        &self,
        scope: &Scope,
        login: LoginWish,
        saved: &[BaseUrl],
    ) -> (Vec<Patient>, Vec<Finding>) {
        match scope {
            Scope::Saved => {
                let mut patients = Vec::new();
                for profile in &self.profiles {
                    let address = profile.base_url.to_string();
                    patients.push(self.patient(address, Some(profile), login).await);
                }
                let invitations = invitations::of_remembered(&self.remembered, saved);
                (patients, invitations.into_iter().collect())
            }
            Scope::Address(address) => {
                let link = JoinLink::parse(address).ok();
                let given = link.map(|link| invitations::of_given(link.base(), saved));
                let patient = self.at(address, login).await;
                (vec![patient], given.into_iter().collect())
            }
            Scope::InvitationFile(path) => match link_of_invitation(path, (self.clock)()) {
                Ok(link) => {
                    let given = invitations::of_given(link.base(), saved);
                    let patient = self.at(&link.base().to_string(), login).await;
                    (vec![patient], vec![given])
                }
                Err(error) => (Vec::new(), vec![unreadable(error)]),
            },
        }
    }

    async fn at(&self, address: &str, login: LoginWish) -> Patient {
        let places = BaseUrl::candidates(address).unwrap_or_default();
        let is_meant = |profile: &&Profile| places.contains(&profile.base_url);
        let profile = self.profiles.iter().find(is_meant);
        self.patient(address.to_owned(), profile, login).await
    }

    async fn patient(
        &self,
        address: String,
        profile: Option<&Profile>,
        login: LoginWish,
    ) -> Patient {
        let chosen = profile.and_then(|profile| profile.browser.clone());
        Patient {
            address,
            profile: profile.cloned(),
            login: match login {
                LoginWish::Never => LoginOf::Nobody(LoginSign::NotAsked),
                LoginWish::WithSavedPassword => self.login_of(profile).await,
            },
            browser_gone: chosen.filter(|id| !self.browsers.contains(id)),
        }
    }

    async fn login_of(&self, profile: Option<&Profile>) -> LoginOf {
        let account = profile.and_then(|profile| Some((profile, profile.login.as_deref()?)));
        let (Some((profile, login)), Some(launcher)) = (account, &self.launcher) else {
            return LoginOf::Nobody(LoginSign::NoAccount);
        };
        match launcher.known_password(&profile.id).await {
            Ok(Some((password, _))) => LoginOf::Account {
                login: login.to_owned(),
                password,
            },
            Ok(None) | Err(_) => LoginOf::Nobody(LoginSign::NoPassword),
        }
    }

    /// All at once, and shown in their order.
    async fn servers(&self, patients: Vec<Patient>) -> Vec<Section> {
        let probe = Probe {
            connector: self.connector.clone(),
            language: self.language,
            clock: Arc::clone(&self.clock),
        };
        let mut looks = JoinSet::new();
        for (place, patient) in patients.into_iter().enumerate() {
            let probe = probe.clone();
            looks.spawn(async move {
                let name = patient.profile.as_ref().map(|it| it.name.clone());
                let given = patient.address.clone();
                let signs = probe.look(patient).await;
                (place, section(name, &given, &signs))
            });
        }
        let mut sections = Vec::new();
        while let Some(look) = looks.join_next().await {
            sections.extend(look);
        }
        sections.sort_by_key(|(place, _)| *place);
        sections.into_iter().map(|(_, section)| section).collect()
    }
}

/// What is given may be an invitation, and what cannot be read anything at all:
/// neither is repeated.
fn section(name: Option<String>, given: &str, signs: &ServerSigns) -> Section {
    let parsed = || BaseUrl::parse(given).ok();
    let base = signs.address.clone().or_else(parsed);
    let host = base.as_ref().map(|base| base.host().to_owned());
    Section {
        about: About::Server {
            name: name.or(host).unwrap_or_default(),
            address: base.map(|base| base.to_string()).unwrap_or_default(),
        },
        findings: server::findings(signs),
    }
}

fn unreadable(error: LauncherError) -> Finding {
    Finding::of_error(Topic::Invitations, Grade::Failed, error)
}

impl fmt::Debug for Doctor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Doctor")
            .field("profiles", &self.profiles.len())
            .finish_non_exhaustive()
    }
}
