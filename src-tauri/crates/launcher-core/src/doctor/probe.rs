//! Asks a server what the doctor wants to know. Only reads, and signs in only
//! where it is told to.

use openmeetings_client::{BaseUrl, Client, LanguageId};

use super::examination::Clock;
use super::server::{AnswerSigns, FoundServer, LoginSign, ServerSigns, StrictTransport, TwinSign};
use crate::connect::Connector;
use crate::profile::Profile;
use crate::profile::check::{Account, CheckRun, CheckedLayer, Layer, ProfileReport};
use crate::secret::Password;

/// A server to look at.
#[derive(Debug)]
pub(super) struct Patient {
    pub(super) address: String,
    /// What is saved of it.
    pub(super) profile: Option<Profile>,
    pub(super) login: LoginOf,
    /// The browser chosen for it that is not on this computer.
    pub(super) browser_gone: Option<String>,
}

/// With what to sign in.
#[derive(Debug)]
pub(super) enum LoginOf {
    Nobody(LoginSign),
    Account { login: String, password: Password },
}

/// How servers are asked.
#[derive(Clone)]
pub(super) struct Probe {
    pub(super) connector: Connector,
    pub(super) language: LanguageId,
    pub(super) clock: Clock,
}

impl Probe {
    /// Looks at a server. What cannot be seen is left out of the signs; nothing
    /// that fails keeps the rest from being looked at.
    pub(super) async fn look(&self, patient: Patient) -> ServerSigns {
        let mut signs = ServerSigns {
            browser_gone: patient.browser_gone,
            ..ServerSigns::default()
        };
        let (account, login) = match &patient.login {
            LoginOf::Nobody(sign) => (None, *sign),
            LoginOf::Account { login, password } => {
                (Some(Account { login, password }), LoginSign::Made)
            }
        };
        signs.login = login;
        let (report, layers) = self.check(&patient.address, None).await;
        signs.layers = layers;
        let Some(report) = report else {
            signs.address = BaseUrl::parse(&patient.address).ok();
            self.look_around(&mut signs).await;
            return signs;
        };
        let mut route = report.route;
        // A login that is refused hides nothing of what was seen without one.
        if account.is_some() {
            let (report, layers) = self.check(&patient.address, account).await;
            let of_account = layers
                .into_iter()
                .filter(|checked| matches!(checked.layer, Layer::Login | Layer::Rights));
            signs.layers.extend(of_account);
            route = report.map_or(route, |report| report.route);
        }
        signs.address = Some(report.base_url.clone());
        signs.found = Some(FoundServer {
            base_url: report.base_url,
            version: report.version,
            route,
        });
        self.look_around(&mut signs).await;
        signs
    }

    /// A check and its layers, finished or not.
    async fn check(
        &self,
        address: &str,
        account: Option<Account<'_>>,
    ) -> (Option<ProfileReport>, Vec<CheckedLayer>) {
        let mut layers = Vec::new();
        let run = CheckRun::new(&self.connector, self.language, |layer| {
            layers.push(layer.clone());
        });
        let report = run.run(address, account).await.ok();
        (report, layers)
    }

    /// What needs no login, also where the check failed.
    async fn look_around(&self, signs: &mut ServerSigns) {
        let Some(address) = &signs.address else {
            return;
        };
        let Ok(client) = self.connector.client(address.clone(), None) else {
            return;
        };
        let twin = address.open_twin();
        let (answers, strict_transport, open_twin) =
            tokio::join!(self.answers(&client), strict_transport(&client), async {
                match twin {
                    Some(twin) => self.open_twin(twin).await,
                    None => TwinSign::NotLooked,
                }
            });
        // Of what is not OpenMeetings it means nothing.
        if signs.found.is_some() {
            signs.answers = answers;
            signs.strict_transport = strict_transport;
        }
        signs.open_twin = open_twin;
    }

    /// The second answer counts: the first one may have waited for a connection.
    async fn answers(&self, client: &Client) -> Option<AnswerSigns> {
        client.api_head().await.ok()?;
        let head = client.api_head().await.ok()?;
        let now = (self.clock)();
        let ahead = head.date.map(|date| date.as_second() - now.as_second());
        Some(AnswerSigns {
            took: head.took,
            ahead,
            readers: head.readers,
        })
    }

    async fn open_twin(&self, twin: BaseUrl) -> TwinSign {
        let Ok(client) = self.connector.client(twin.clone(), None) else {
            return TwinSign::NotLooked;
        };
        let is_twin = |to: &BaseUrl| to.is_https() && to.same_host(&twin);
        match client.version().await {
            Ok(_) => TwinSign::Answers,
            Err(error) if error.redirect_target().is_some_and(is_twin) => TwinSign::Redirects,
            Err(error) if error.is_connect() && !error.is_proxy_refusal() => TwinSign::Closed,
            // Somebody else, or nobody who could be asked.
            Err(_) => TwinSign::NotLooked,
        }
    }
}

async fn strict_transport(client: &Client) -> StrictTransport {
    match client.page_head().await.map(|head| head.encrypted_only) {
        Ok(Some(time)) => StrictTransport::On(time),
        Ok(None) => StrictTransport::Off,
        Err(_) => StrictTransport::NotLooked,
    }
}
