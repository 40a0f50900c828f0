//! [`Connector`]: makes clients that all have the same limits and trust.

use std::time::Duration;

use openmeetings_client::{BaseUrl, Client, LoginMethod};

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
        self.gate.policy.allows(&base, &self.gate.saved)?;
        let failed = |error: openmeetings_client::Error| {
            LauncherError::new(Code::TlsFailed).caused_by(&error)
        };
        let host = base.host().to_owned();
        let mut builder = Client::builder(base)
            .user_agent(concat!("openmeetings-launcher/", env!("CARGO_PKG_VERSION")));
        if let Some(method) = method {
            builder = builder.login_method(method);
        }
        let trusted = self.trusted_pem.as_deref();
        for pem in trusted.into_iter().chain([self.gate.policy.certificates()]) {
            builder = builder
                .trust_pem(pem)
                .map_err(|error| failed(error).about("server", &host))?;
        }
        if let Some(limits) = self.limits {
            builder = builder
                .connect_timeout(limits.connect)
                .call_timeout(limits.call)
                .login_timeout(limits.login);
        }
        builder
            .build()
            .map_err(|error| failed(error).about("server", &host))
    }
}
