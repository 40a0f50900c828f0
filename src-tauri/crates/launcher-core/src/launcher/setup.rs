//! Adding a server step by step: its address, then an account, then saving.

use jiff::Timestamp;
use openmeetings_client::BaseUrl;

use super::{Keep, Launcher};
use crate::error::{Code, LauncherError};
use crate::introduction::Introduction;
use crate::profile::check::{Account, CheckedLayer, Layer, ProfileReport};
use crate::profile::{AccountRoute, Profile, ProfileDraft};
use crate::state::{Setup, SetupStage};
use crate::store::{Ticket, Work};

impl Launcher {
    /// Begins to add a server: checks whether the address leads to one. A check
    /// of an account that is still going on is given up. The same address again is
    /// another try: what its introduction said still holds.
    pub async fn check_server(&self, address: &str, name: Option<String>, now: Timestamp) {
        let given = address.trim().to_owned();
        let before = self.read(|state| state.setup.clone());
        let before = before.filter(|before| before.given == given);
        let begun = Setup::of(given, name);
        let begun = match before {
            Some(before) => Setup {
                key: before.key,
                help: before.help,
                trust: before.trust,
                ..begun
            },
            None => begun,
        };
        self.begin_setup(begun, now).await;
    }

    /// Begins to add a server that somebody recommended: only the one with the key of
    /// the introduction is found.
    pub async fn check_introduced(&self, introduced: Introduction, now: Timestamp) {
        let Introduction {
            address,
            name,
            key,
            help,
        } = introduced;
        let begun = Setup {
            key,
            help,
            ..Setup::of(address.to_string(), name)
        };
        self.begin_setup(begun, now).await;
    }

    /// Checks the address of a server that is being added, with what is known of it.
    pub(super) async fn begin_setup(&self, known: Setup, now: Timestamp) {
        let (given, key) = (known.given.clone(), known.key);
        self.inner.store.abandon(|work| *work == Work::Setup);
        let began = self.inner.store.begin(Work::Setup, |state| {
            let stage = SetupStage::Checking {
                layer: Layer::Reach,
                since: now,
            };
            state.setup = Some(Setup {
                given: without_user_info(&given),
                layers: Vec::new(),
                report: None,
                stage,
                ..known
            });
        });
        let Some(ticket) = began else { return };
        let clock = Clock::from(now);
        let report = |layer: &CheckedLayer| add_layer(&ticket, layer, clock.now());
        let outcome = self.check_expecting(key, &given, None, report).await;
        ticket.commit(|state| {
            if let Some(setup) = &mut state.setup {
                setup.stage = match outcome {
                    Ok(report) => {
                        setup.report = Some(report);
                        SetupStage::Found
                    }
                    Err(error) => SetupStage::Failed(error),
                };
            }
        });
    }

    /// Goes on with the account, whose password is held. A second click while it
    /// is checked changes nothing.
    pub async fn check_account(&self, login: &str, now: Timestamp) -> Result<(), LauncherError> {
        let login = login.trim();
        let found = self.read(|state| {
            let setup = state.setup.as_ref()?;
            Some((setup.report.clone()?, setup.key))
        });
        let Some((found, key)) = found else {
            return Err(LauncherError::new(Code::NoSetup));
        };
        let host = found.base_url.host().to_owned();
        let Some(password) = self.held_password().filter(|_| !login.is_empty()) else {
            return Err(LauncherError::new(Code::SecretMissing)
                .about("server", host)
                .about("login", login));
        };
        let began = self.inner.store.begin(Work::Setup, |state| {
            if let Some(setup) = &mut state.setup {
                setup.layers.retain(|checked| checked.layer < Layer::Login);
                setup.stage = SetupStage::Checking {
                    layer: Layer::Login,
                    since: now,
                };
            }
        });
        let Some(ticket) = began else { return Ok(()) };
        let account = Account {
            login,
            password: &password,
        };
        // The address as it was found: whoever signs in has seen whether it is
        // encrypted.
        let address = found.base_url.to_string();
        let clock = Clock::from(now);
        let report = |layer: &CheckedLayer| {
            if layer.layer >= Layer::Login {
                add_layer(&ticket, layer, clock.now());
            }
        };
        let outcome = self
            .check_expecting(key, &address, Some(account), report)
            .await;
        ticket.commit(|state| {
            if let Some(setup) = &mut state.setup {
                setup.stage = match outcome {
                    Ok(report) => {
                        setup.report = Some(report);
                        SetupStage::Ready {
                            login: login.to_owned(),
                        }
                    }
                    Err(error) => SetupStage::Failed(error),
                };
            }
        });
        Ok(())
    }

    /// Saves the server that is being added, with the password held if its
    /// account was checked. What fails leaves the form as it was.
    pub async fn save_server(
        &self,
        mut draft: ProfileDraft,
        keep: Keep,
    ) -> Result<Profile, LauncherError> {
        let setup = self.read(|state| state.setup.clone());
        if let Some(help) = setup.as_ref().and_then(|setup| setup.help.as_ref())
            && draft.help.trim().is_empty()
        {
            draft.help = help.to_string();
        }
        let checked = setup.as_ref().is_some_and(|setup| {
            matches!(&setup.stage, SetupStage::Ready { login } if *login == draft.login.trim())
        });
        let trust = setup.as_ref().and_then(|setup| setup.trust.clone());
        let report = setup
            .and_then(|setup| setup.report)
            .filter(|report| is_of(report, &draft))
            .map(|report| ProfileReport {
                // What another account may do says nothing.
                route: if checked {
                    report.route
                } else {
                    AccountRoute::Unknown
                },
                ..report
            });
        let password = self
            .held_password()
            .filter(|_| checked)
            .map(|password| (password, keep));
        let profile = self
            .add_trusted_profile(draft, report.as_ref(), trust, password)
            .await?;
        self.close_setup();
        Ok(profile)
    }

    /// Stops adding a server, and forgets what was typed for it.
    pub fn close_setup(&self) {
        self.let_go_of_password();
        self.inner.store.abandon(|work| *work == Work::Setup);
        self.inner
            .store
            .update(|state| state.setup.take().is_some());
    }
}

/// The address without what stands before an “@”, which may be a password. It is
/// refused because of it, and shown while it is put right.
fn without_user_info(address: &str) -> String {
    let Some((before, rest)) = address.rsplit_once('@') else {
        return address.to_owned();
    };
    // It stands in the path.
    if BaseUrl::parse(address).is_ok() {
        return address.to_owned();
    }
    let scheme = before.find("://").map_or("", |end| &before[..end + 3]);
    format!("{scheme}{rest}")
}

/// The time of a caller, going on.
struct Clock {
    from: Timestamp,
    began: tokio::time::Instant,
}

impl From<Timestamp> for Clock {
    fn from(from: Timestamp) -> Self {
        let began = tokio::time::Instant::now();
        Self { from, began }
    }
}

impl Clock {
    fn now(&self) -> Timestamp {
        let passed = jiff::SignedDuration::try_from(self.began.elapsed()).unwrap_or_default();
        self.from.saturating_add(passed).unwrap_or(self.from)
    }
}

/// A report is about the address it was made for.
fn is_of(report: &ProfileReport, draft: &ProfileDraft) -> bool {
    openmeetings_client::BaseUrl::parse(&draft.address)
        .is_ok_and(|address| address == report.base_url)
}

fn add_layer(ticket: &Ticket, checked: &CheckedLayer, now: Timestamp) {
    ticket.progress(|state| {
        let Some(setup) = &mut state.setup else {
            return;
        };
        setup.layers.push(checked.clone());
        if let (SetupStage::Checking { layer, since }, Some(next)) =
            (&mut setup.stage, checked.layer.next())
        {
            *layer = next;
            *since = now;
        }
    });
}
