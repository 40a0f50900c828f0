//! Use case "check a profile": layer by layer, so that the layer that failed
//! is the answer.

use serde::{Deserialize, Serialize};
use std::time::Duration;

use openmeetings_client::{
    BaseUrl, Client, Credentials, Error, KeyFingerprint, LanguageId, LoginMethod, ServerVersion,
};
use tokio::task::JoinSet;

use super::AccountRoute;
use crate::connect::Connector;
use crate::error::{Code, LauncherError};
use crate::secret::Password;
use crate::servers_words::in_the_servers_words;

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

    /// Runs it for an address as a person gave it.
    pub(crate) async fn run(
        mut self,
        address: &str,
        account: Option<Account<'_>>,
    ) -> Result<ProfileReport, LauncherError> {
        let began = tokio::time::Instant::now();
        let found = find(self.connector, address, self.key).await;
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

/// Why no server was found, and the layer that failed.
#[derive(Debug)]
pub(crate) struct NotFound {
    pub(crate) error: LauncherError,
    pub(crate) reached: Layer,
}

/// Finds the server an address means: asks all likely places at once and takes
/// the best that answers as OpenMeetings.
pub(crate) async fn find(
    connector: &Connector,
    address: &str,
    key: Option<KeyFingerprint>,
) -> Result<(Client, ServerVersion), Box<NotFound>> {
    let mut places = BaseUrl::candidates(address).map_err(|error| NotFound {
        error: LauncherError::new(Code::AddressMalformed).because(error),
        reached: Layer::Reach,
    })?;
    // Nobody shows a key on an open connection.
    places.retain(|place| key.is_none() || place.is_https());
    // Whoever was trusted at one of them is meant, and no other.
    if places.iter().any(|place| connector.trusts_unsaved(place)) {
        places.retain(|place| connector.trusts_unsaved(place));
    }
    let trusted = places.iter().map(|place| connector.trust(place).is_some());
    let trusted: Vec<bool> = trusted.collect();
    let mut asked = JoinSet::new();
    for (rank, place) in places.into_iter().enumerate() {
        let client = connector
            .client_expecting(place, key)
            .map_err(|error| NotFound {
                error,
                reached: Layer::Reach,
            })?;
        asked.spawn(async move {
            let answer = client.version().await;
            (rank, client, answer)
        });
    }
    first_of(asked, &trusted).await
}

type Asked = (usize, Client, Result<ServerVersion, Error>);

/// Waits no longer than the best answer needs: a place counts once every
/// better one has failed.
///
/// Where something is `trusted` of a place, whoever breaks that must not win elsewhere.
async fn first_of(
    mut asked: JoinSet<Asked>,
    trusted: &[bool],
) -> Result<(Client, ServerVersion), Box<NotFound>> {
    let mut answers: Vec<Option<Asked>> = (0..asked.len()).map(|_| None).collect();
    while let Some(Ok((rank, client, answer))) = asked.join_next().await {
        if let Some(slot) = answers.get_mut(rank) {
            *slot = Some((rank, client, answer));
        }
        let known = answers.iter().take_while(|slot| slot.is_some()).count();
        let best = answers
            .iter()
            .take(known)
            .flatten()
            .position(|(.., answer)| answer.is_ok());
        if let Some(best) = best {
            // Whoever breaks an encrypted connection must not win an open one.
            let is_open = answers[best]
                .as_ref()
                .is_some_and(|(_, client, _)| !client.base().is_https());
            let mut better = answers.iter().take(best).flatten();
            let is_stolen = better.any(|(rank, _, answer)| {
                let is_trusted = trusted.get(*rank).copied().unwrap_or_default();
                is_tls_failure(answer) && (is_open || is_trusted)
            });
            if is_stolen {
                break;
            }
            if let Some((_, client, Ok(version))) = answers.swap_remove(best) {
                return Ok((client, version));
            }
        }
    }
    let failed = answers
        .into_iter()
        .flatten()
        .filter_map(|(rank, client, answer)| answer.err().map(|error| (rank, client, error)))
        .min_by_key(|(rank, _, error)| (telling(error), *rank));
    Err(Box::new(match failed {
        Some((_, client, error)) => NotFound {
            reached: layer_of(&error),
            error: LauncherError::call(client.base().host(), None, &error).shown_at(client.base()),
        },
        None => NotFound {
            reached: Layer::Reach,
            error: LauncherError::new(Code::Interrupted),
        },
    }))
}

fn is_tls_failure(answer: &Result<ServerVersion, Error>) -> bool {
    matches!(answer, Err(error) if error.is_tls())
}

fn layer_of(error: &Error) -> Layer {
    if error.is_connect() || error.is_timeout() || is_of_proxy(error) {
        Layer::Reach
    } else if error.is_tls() {
        Layer::Encryption
    } else {
        Layer::Version
    }
}

fn is_of_proxy(error: &Error) -> bool {
    error.is_proxy_login() || error.is_proxy_refusal()
}

/// Of several failures the one that says most comes first.
fn telling(error: &Error) -> u8 {
    if error.certificate_problem().is_some() {
        0
    } else if error.is_server_failure() || is_of_proxy(error) {
        1
    } else if error.is_redirect() {
        2
    } else if error.is_not_openmeetings() || error.is_unreadable() {
        3
    } else if error.is_timeout() || error.is_cut() {
        4
    } else {
        5
    }
}
