//! Asks a server what the doctor wants to know. Only reads, and signs in only
//! where it is told to.

use openmeetings_client::{BaseUrl, Client, LanguageId};

use super::examination::Clock;
use super::server::{AnswerSigns, FoundServer, LoginSign, ServerSigns, StrictTransport, TwinSign};
use crate::connect::Connector;
use crate::profile::Profile;
use crate::profile::check::{Account, CheckRun, CheckedLayer, Layer};
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
        signs.login = match &patient.login {
            LoginOf::Nobody(sign) => *sign,
            LoginOf::Account { .. } => LoginSign::Made,
        };
        let mut layers = Vec::new();
        let run = self.check(&mut layers);
        let report = match &patient.profile {
            Some(saved) if saved.base_url.to_string() == patient.address => {
                run.of_saved(saved, None).await
            }
            Some(_) | None => run.run(&patient.address, None).await,
        };
        signs.layers = layers;
        let Ok(report) = report else {
            signs.address = BaseUrl::parse(&patient.address).ok();
            self.look_around(&mut signs).await;
            return signs;
        };
        let mut route = report.route;
        // A login that is refused hides nothing of what was seen without one.
        if let LoginOf::Account { login, password } = &patient.login {
            let saved = patient.profile.as_ref();
            if saved.is_some_and(|saved| saved.base_url == report.base_url) {
                let mut layers = Vec::new();
                let account = Account { login, password };
                let run = self.check(&mut layers);
                let made = run.at(&report.base_url, Some(account)).await;
                let of_account = layers
                    .into_iter()
                    .filter(|checked| matches!(checked.layer, Layer::Login | Layer::Rights));
                signs.layers.extend(of_account);
                route = made.map_or(route, |report| report.route);
            } else {
                // It was found at another place than the account is for.
                signs.login = LoginSign::NoAccount;
            }
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

    /// A check that tells its layers, finished or not.
    fn check<'a>(
        &'a self,
        layers: &'a mut Vec<CheckedLayer>,
    ) -> CheckRun<'a, impl FnMut(&CheckedLayer)> {
        CheckRun::new(&self.connector, self.language, |layer| {
            layers.push(layer.clone());
        })
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
