//! [`Connector`]: makes clients that all have the same limits and trust.

use std::time::Duration;

use openmeetings_client::{BaseUrl, Client, ClientBuilder, KeyFingerprint, LoginMethod};

use crate::error::{Code, LauncherError};
use crate::policy::Policy;
use crate::profile::Profile;

/// Limits and trust of every connection the launcher makes.
#[derive(Clone, Debug, Default)]
pub struct Connector {
    /// Certificates trusted beside those of the computer, as PEM.
    pub trusted_pem: Option<Vec<u8>>,
    /// Shorter or longer limits than usual, for tests and slow lines.
    pub limits: Option<Limits>,
    gate: Gate,
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
        }
    }

    /// This one behind the gate of a policy.
    pub(crate) fn behind(&self, policy: Policy, saved: Vec<Profile>) -> Self {
        Self {
            gate: Gate { policy, saved },
            ..self.clone()
        }
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
        let mut builder = Client::builder(base)
            .user_agent(concat!("openmeetings-launcher/", env!("CARGO_PKG_VERSION")));
        let trusted = self.trusted_pem.as_deref();
        for pem in trusted.into_iter().chain([self.gate.policy.certificates()]) {
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
