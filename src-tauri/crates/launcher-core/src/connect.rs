//! [`Connector`]: makes clients that all have the same limits and trust.

use std::time::Duration;

use openmeetings_client::{BaseUrl, Client, LoginMethod};

use crate::error::{Code, LauncherError};

/// Limits and trust of every connection the launcher makes.
#[derive(Clone, Debug, Default)]
pub struct Connector {
    /// Certificates trusted beside those of the computer, as PEM.
    pub trusted_pem: Option<Vec<u8>>,
    /// Shorter or longer limits than usual, for tests and slow lines.
    pub limits: Option<Limits>,
}

#[derive(Clone, Copy, Debug)]
pub struct Limits {
    pub connect: Duration,
    pub call: Duration,
    pub login: Duration,
}

impl Connector {
    pub(crate) fn client(
        &self,
        base: BaseUrl,
        method: Option<LoginMethod>,
    ) -> Result<Client, LauncherError> {
        let failed = |error: openmeetings_client::Error| {
            LauncherError::new(Code::TlsFailed).caused_by(&error)
        };
        let host = base.host().to_owned();
        let mut builder = Client::builder(base)
            .user_agent(concat!("openmeetings-launcher/", env!("CARGO_PKG_VERSION")));
        if let Some(method) = method {
            builder = builder.login_method(method);
        }
        if let Some(pem) = &self.trusted_pem {
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
