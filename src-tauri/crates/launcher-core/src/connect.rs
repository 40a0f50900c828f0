//! [`Connector`]: makes clients that all have the same limits and trust.

use std::time::Duration;

use openmeetings_client::{BaseUrl, Client, ClientBuilder, KeyFingerprint, LoginMethod};

use crate::error::{Code, LauncherError};
use crate::policy::Policy;
use crate::profile::Profile;
use crate::trust::{self, Endpoint, ServerTrust};

/// Limits and trust of every connection the launcher makes.
#[derive(Clone, Debug, Default)]
pub struct Connector {
    /// Certificates trusted beside those of the computer, as PEM.
    pub trusted_pem: Option<Vec<u8>>,
    /// Shorter or longer limits than usual, for tests and slow lines.
    pub limits: Option<Limits>,
    gate: Gate,
    /// What is trusted of a server that is not saved yet.
    unsaved: Option<(Endpoint, ServerTrust)>,
}

/// Whom the organisation lets the launcher talk to.
#[derive(Clone, Debug, Default)]
struct Gate {
    policy: Policy,
    saved: Vec<Profile>,
}

#[derive(Clone, Copy, Debug)]
pub struct Limits {
    pub connect: Duration,
    pub call: Duration,
    pub login: Duration,
}

impl Connector {
    /// With limits of its own, and certificates trusted beside those of the
    /// computer.
    pub fn new(trusted_pem: Option<Vec<u8>>, limits: Option<Limits>) -> Self {
        Self {
            trusted_pem,
            limits,
            gate: Gate::default(),
            unsaved: None,
        }
    }

    /// This one behind the gate of a policy.
    pub(crate) fn behind(&self, policy: Policy, saved: Vec<Profile>) -> Self {
        Self {
            gate: Gate { policy, saved },
            ..self.clone()
        }
    }

    /// This one with what is trusted of a server that is not saved yet.
    pub(crate) fn trusting(mut self, unsaved: Option<(Endpoint, ServerTrust)>) -> Self {
        self.unsaved = unsaved;
        self
    }

    /// Whether a server that is not saved yet is trusted there, and nowhere else.
    pub(crate) fn trusts_unsaved(&self, base: &BaseUrl) -> bool {
        let unsaved = self.unsaved.as_ref();
        unsaved.is_some_and(|(at, _)| *at == Endpoint::from(base))
    }

    /// What is trusted of a server. What is saved of it counts first, and where the
    /// organisation has an account nothing else.
    pub(crate) fn trust(&self, base: &BaseUrl) -> Option<&ServerTrust> {
        let unsaved = || {
            let (at, trust) = self.unsaved.as_ref()?;
            let is_here = *at == Endpoint::from(base);
            (is_here && !trust::is_managed(&self.gate.saved, at)).then_some(trust)
        };
        trust::of(&self.gate.saved, base).or_else(unsaved)
    }

    pub(crate) fn client(
        &self,
        base: BaseUrl,
        method: Option<LoginMethod>,
    ) -> Result<Client, LauncherError> {
        let host = base.host().to_owned();
        let mut builder = self.builder(base)?;
        if let Some(method) = method {
            builder = builder.login_method(method);
        }
        builder.build().map_err(|error| failed(&host, &error))
    }

    /// A client that accepts no other key than this one, if one is given.
    pub(crate) fn client_expecting(
        &self,
        base: BaseUrl,
        key: Option<KeyFingerprint>,
    ) -> Result<Client, LauncherError> {
        let host = base.host().to_owned();
        let mut builder = self.builder(base)?;
        if let Some(key) = key {
            builder = builder.expect_key(key);
        }
        builder.build().map_err(|error| failed(&host, &error))
    }

    fn builder(&self, base: BaseUrl) -> Result<ClientBuilder, LauncherError> {
        self.gate.policy.allows(&base, &self.gate.saved)?;
        let host = base.host().to_owned();
        let (pinned, authorities) = match self.trust(&base) {
            Some(ServerTrust::Key(key)) => (Some(*key), None),
            Some(ServerTrust::Authorities(authorities)) => (None, Some(authorities.as_pem())),
            None => (None, None),
        };
        let mut builder = Client::builder(base)
            .user_agent(concat!("openmeetings-launcher/", env!("CARGO_PKG_VERSION")));
        if let Some(key) = pinned {
            builder = builder.pin_key(key);
        }
        let trusted = self.trusted_pem.as_deref().into_iter();
        let of_server = authorities.map(str::as_bytes);
        for pem in trusted
            .chain([self.gate.policy.certificates()])
            .chain(of_server)
        {
            builder = builder
                .trust_pem(pem)
                .map_err(|error| failed(&host, &error))?;
        }
        if let Some(limits) = self.limits {
            builder = builder
                .connect_timeout(limits.connect)
                .call_timeout(limits.call)
                .login_timeout(limits.login);
        }
        Ok(builder)
    }
}

fn failed(host: &str, error: &openmeetings_client::Error) -> LauncherError {
    LauncherError::new(Code::TlsFailed)
        .about("server", host)
        .caused_by(error)
}
