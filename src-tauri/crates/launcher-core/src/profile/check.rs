//! Use case "check a profile": layer by layer, so that the layer that failed
//! is the answer.

mod search;

use serde::{Deserialize, Serialize};
use std::time::Duration;

use openmeetings_client::{
    BaseUrl, Client, Credentials, Error, KeyFingerprint, LanguageId, LoginMethod, ServerVersion,
};

use super::{AccountRoute, Profile};
use crate::connect::Connector;
use crate::error::{Code, LauncherError};
use crate::secret::Password;
use crate::servers_words::in_the_servers_words;
use search::{NotFound, find};

/// What a check looks at, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Layer {
    /// The host is there and something answers.
    Reach,
    /// The connection is encrypted and the certificate good.
    Encryption,
    /// What answers is an OpenMeetings server.
    Version,
    /// The account is let in.
    Login,
    /// What the account may do.
    Rights,
}

impl Layer {
    /// The layer that is looked at next, within what goes on without a person:
    /// after the version the account is asked for.
    pub(crate) fn next(self) -> Option<Self> {
        match self {
            Self::Reach => Some(Self::Encryption),
            Self::Encryption => Some(Self::Version),
            Self::Login => Some(Self::Rights),
            Self::Version | Self::Rights => None,
        }
    }
}

/// One finished layer.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckedLayer {
    pub layer: Layer,
    pub outcome: Outcome,
    pub took: Duration,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    Passed,
    /// Works, but the person should know.
    Warning(Warning),
    Failed(LauncherError),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Warning {
    /// Everything, the password included, can be read on the way.
    NotEncrypted,
    /// Servers up to 8.1.0 take the password in the address of a call.
    PasswordInAddress,
}

/// What a check found out.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileReport {
    /// Where the server answers.
    pub base_url: BaseUrl,
    pub version: String,
    pub login_method: Option<LoginMethod>,
    /// The key of its certificate; none without encryption.
    pub key: Option<KeyFingerprint>,
    pub layers: Vec<CheckedLayer>,
    /// `Unknown` if no account was given.
    pub route: AccountRoute,
}

impl ProfileReport {
    /// Whether it is a server before 9.0: its logins are addresses with the password
    /// in them, which is to be said before the first.
    pub fn takes_password_in_address(&self) -> bool {
        self.login_method == Some(LoginMethod::Get)
    }
}

/// An account to check.
#[derive(Debug)]
pub struct Account<'a> {
    pub login: &'a str,
    pub password: &'a Password,
}

/// The check of a server, reported layer by layer while it runs.
#[derive(Debug)]
pub(crate) struct CheckRun<'a, R> {
    connector: &'a Connector,
    /// In which the server explains what it refuses.
    language: LanguageId,
    /// The one key the server may have.
    key: Option<KeyFingerprint>,
    report: R,
    layers: Vec<CheckedLayer>,
}

impl<'a, R: FnMut(&CheckedLayer)> CheckRun<'a, R> {
    pub(crate) fn new(connector: &'a Connector, language: LanguageId, report: R) -> Self {
        Self {
            connector,
            language,
            key: None,
            report,
            layers: Vec::new(),
        }
    }

    /// Finds no other server than the one with this key, if one is given.
    pub(crate) fn expecting(mut self, key: Option<KeyFingerprint>) -> Self {
        self.key = key;
        self
    }

    /// Runs it for a saved server. One that was found once is there or nowhere: its
    /// password, and what is trusted of it, are for no other place.
    pub(crate) async fn of_saved(
        self,
        profile: &Profile,
        account: Option<Account<'_>>,
    ) -> Result<ProfileReport, LauncherError> {
        if profile.server_version.is_none() && profile.trust.is_none() {
            return self.run(&profile.base_url.to_string(), account).await;
        }
        self.at(&profile.base_url, account).await
    }

    /// Runs it for a server that is at this place, or nowhere.
    pub(crate) async fn at(
        self,
        place: &BaseUrl,
        account: Option<Account<'_>>,
    ) -> Result<ProfileReport, LauncherError> {
        let places = Ok(vec![place.clone()]);
        self.among(&place.to_string(), places, account).await
    }

    /// Runs it for an address as a person gave it.
    pub(crate) async fn run(
        self,
        address: &str,
        account: Option<Account<'_>>,
    ) -> Result<ProfileReport, LauncherError> {
        let places = BaseUrl::candidates(address)
            .map_err(|error| LauncherError::new(Code::AddressMalformed).because(error));
        self.among(address, places, account).await
    }

    async fn among(
        mut self,
        address: &str,
        places: Result<Vec<BaseUrl>, LauncherError>,
        account: Option<Account<'_>>,
    ) -> Result<ProfileReport, LauncherError> {
        let began = tokio::time::Instant::now();
        let found = match places {
            Ok(places) => find(self.connector, places, self.key).await,
            Err(error) => Err(Box::new(NotFound {
                error,
                reached: Layer::Reach,
            })),
        };
        let took = began.elapsed();
        let (client, version) = match found {
            Ok(found) => found,
            Err(failed) => return Err(self.not_found(address, *failed, took)),
        };
        let base_url = client.base().clone();
        self.add(Layer::Reach, Outcome::Passed, took);
        let plain = !base_url.is_https();
        let encryption = if plain {
            Outcome::Warning(Warning::NotEncrypted)
        } else {
            Outcome::Passed
        };
        self.add(Layer::Encryption, encryption, took);
        self.add(Layer::Version, Outcome::Passed, took);
        let mut route = AccountRoute::Unknown;
        if let Some(account) = account {
            if plain && !is_written_open(address) {
                let error =
                    LauncherError::new(Code::NotEncrypted).about("target", base_url.to_string());
                self.add(Layer::Login, Outcome::Failed(error.clone()), Duration::ZERO);
                return Err(error);
            }
            route = self.log_in(&client, &version, &account).await?;
        }
        Ok(ProfileReport {
            base_url,
            version: version.to_string(),
            login_method: version.login_method(),
            key: client.server_key(),
            layers: self.layers,
            route,
        })
    }

    async fn log_in(
        &mut self,
        client: &Client,
        version: &ServerVersion,
        account: &Account<'_>,
    ) -> Result<AccountRoute, LauncherError> {
        let server = client.base().host();
        let failed = |error: &Error| LauncherError::call(server, Some(account.login), error);
        let began = tokio::time::Instant::now();
        let credentials = Credentials::new(account.login, account.password.expose());
        let session = match client.login(&credentials).await {
            Ok(session) => session,
            Err(error) => {
                let failed =
                    in_the_servers_words(failed(&error), client, &error, self.language).await;
                self.add(
                    Layer::Login,
                    Outcome::Failed(failed.clone()),
                    began.elapsed(),
                );
                return Err(failed);
            }
        };
        let in_address = version.login_method() == Some(LoginMethod::Get);
        let outcome = if in_address {
            Outcome::Warning(Warning::PasswordInAddress)
        } else {
            Outcome::Passed
        };
        self.add(Layer::Login, outcome, began.elapsed());
        let began = tokio::time::Instant::now();
        match session.can_make_hashes().await {
            Ok(can) => {
                self.add(Layer::Rights, Outcome::Passed, began.elapsed());
                Ok(AccountRoute::found(can))
            }
            Err(error) => {
                let failed = failed(&error);
                self.add(
                    Layer::Rights,
                    Outcome::Failed(failed.clone()),
                    began.elapsed(),
                );
                Err(failed)
            }
        }
    }

    /// Says how far the search came before it failed.
    fn not_found(&mut self, address: &str, failed: NotFound, took: Duration) -> LauncherError {
        let NotFound { error, reached } = failed;
        for layer in [Layer::Reach, Layer::Encryption, Layer::Version] {
            let is_open = layer == Layer::Encryption && is_written_open(address);
            if layer < reached {
                let outcome = if is_open {
                    Outcome::Warning(Warning::NotEncrypted)
                } else {
                    Outcome::Passed
                };
                self.add(layer, outcome, took);
            }
        }
        self.add(reached, Outcome::Failed(error.clone()), took);
        error
    }

    fn add(&mut self, layer: Layer, outcome: Outcome, took: Duration) {
        let checked = CheckedLayer {
            layer,
            outcome,
            took,
        };
        (self.report)(&checked);
        self.layers.push(checked);
    }
}

/// Whether somebody wrote out that the connection is open.
fn is_written_open(address: &str) -> bool {
    address.trim().to_ascii_lowercase().starts_with("http://")
}
