//! [`Client`]: one server, its limits and its trust; the calls without a login.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;

use crate::error::Kind;
use crate::info::LoginMethod;
use crate::tls::{self, SeenKey, Trust};
use crate::{BaseUrl, Error, JoinLink, KeyFingerprint, LanguageId, RoomHash};

/// Speaks to one OpenMeetings server. Cheap to clone; clones share connections.
///
/// ```no_run
/// use openmeetings_client::{BaseUrl, Client};
///
/// # async fn run() -> Result<(), Box<dyn std::error::Error>> {
/// let client = Client::new(BaseUrl::parse("https://meet.example.org/openmeetings")?)?;
/// println!("OpenMeetings {}", client.version().await?);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client {
    pub(crate) base: BaseUrl,
    pub(crate) http: reqwest::Client,
    pub(crate) limits: Limits,
    /// How this server wants a login, once that is known; see [`LoginMethod`].
    login_method: Arc<AtomicU8>,
    seen_key: SeenKey,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    pub(crate) call: Duration,
    pub(crate) login: Duration,
    pub(crate) body: usize,
}

impl Client {
    /// A client with the limits that suit real servers.
    pub fn new(base: BaseUrl) -> Result<Self, Error> {
        Self::builder(base).build()
    }

    /// Sets limits and trust before the client is made.
    pub fn builder(base: BaseUrl) -> ClientBuilder {
        ClientBuilder {
            base,
            limits: Limits {
                call: Duration::from_secs(25),
                login: Duration::from_secs(40),
                body: 8 << 20,
            },
            connect: Duration::from_secs(10),
            user_agent: concat!("openmeetings-client/", env!("CARGO_PKG_VERSION")).to_owned(),
            login_method: None,
            trust: Trust::default(),
        }
    }

    /// The address of the server.
    pub fn base(&self) -> &BaseUrl {
        &self.base
    }

    /// The address that lets a browser into the room of a hash, once.
    pub fn secure_url(&self, hash: &RoomHash, language: Option<LanguageId>) -> JoinLink {
        JoinLink::secure(&self.base, hash, language)
    }

    /// The public key that the server showed last, in a certificate that was
    /// accepted. None before the first encrypted call.
    pub fn server_key(&self) -> Option<KeyFingerprint> {
        self.seen_key.get()
    }

    /// How this server takes a login, once one worked or it was said before.
    pub fn login_method(&self) -> Option<LoginMethod> {
        LoginMethod::from_code(self.login_method.load(Ordering::Relaxed))
    }

    pub(crate) fn remember_login_method(&self, method: LoginMethod) {
        self.login_method.store(method.code(), Ordering::Relaxed);
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base", &self.base)
            .field("limits", &self.limits)
            .finish_non_exhaustive()
    }
}

/// Limits and trust of a [`Client`].
#[derive(Clone, Debug)]
#[must_use]
pub struct ClientBuilder {
    base: BaseUrl,
    limits: Limits,
    connect: Duration,
    user_agent: String,
    login_method: Option<LoginMethod>,
    trust: Trust,
}

impl ClientBuilder {
    /// How long a call may take in all. Default: 25 s.
    pub fn call_timeout(mut self, limit: Duration) -> Self {
        self.limits.call = limit;
        self
    }

    /// How long a login may take in all. Default: 40 s. A server since 9.0
    /// answers a wrong password after 6 to 15 s: with less than 20 s here, a
    /// wrong password looks like a dead network.
    pub fn login_timeout(mut self, limit: Duration) -> Self {
        self.limits.login = limit;
        self
    }

    /// How long a connection may take to come about. Default: 10 s.
    pub fn connect_timeout(mut self, limit: Duration) -> Self {
        self.connect = limit;
        self
    }

    /// The largest answer that is read, in bytes. Default: 8 MiB; 1,000
    /// appointments take 1.1 MB.
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.limits.body = bytes;
        self
    }

    /// The `User-Agent` of every call.
    pub fn user_agent(mut self, text: impl Into<String>) -> Self {
        self.user_agent = text.into();
        self
    }

    /// The login method this server took last time: spares the question for its
    /// version. If it has changed meanwhile, the client finds out.
    pub fn login_method(mut self, method: LoginMethod) -> Self {
        self.login_method = Some(method);
        self
    }

    /// Also trusts the certificates of a PEM text, beside what the computer trusts.
    pub fn trust_pem(mut self, pem: &[u8]) -> Result<Self, Error> {
        for certificate in CertificateDer::pem_slice_iter(pem) {
            let certificate = certificate
                .map_err(|error| Error::caused("trusted certificates", Kind::Setup, error))?;
            self.trust.extra_roots.push(certificate);
        }
        Ok(self)
    }

    /// Never accepts the server certificate with this SHA-256 fingerprint,
    /// whoever signed it, because its private key is public. The one that
    /// OpenMeetings ships with is always refused, and whoever calls itself like it.
    pub fn refuse_certificate(mut self, sha256: [u8; 32]) -> Self {
        self.trust.public_certificates.push(sha256);
        self
    }

    /// Never accepts a certificate with this key, whoever signed it, because its
    /// private half is public.
    pub fn refuse_key(mut self, key: KeyFingerprint) -> Self {
        self.trust.public_keys.push(key);
        self
    }

    /// Accepts this public key of the server and no other, whoever signed its
    /// certificate, whatever name is in it and whenever it ends. That the server
    /// has the key is proved all the same. Connections without encryption show no
    /// key: this says nothing about them.
    pub fn pin_key(mut self, key: KeyFingerprint) -> Self {
        self.trust.pinned_key = Some(key);
        self
    }

    /// Accepts no other public key than this one of the server, and that only in a
    /// certificate that is good besides. Connections without encryption show no
    /// key: this says nothing about them.
    pub fn expect_key(mut self, key: KeyFingerprint) -> Self {
        self.trust.expected_key = Some(key);
        self
    }

    /// Makes the client. Nothing is sent yet.
    pub fn build(self) -> Result<Client, Error> {
        let setup = |error| Error::from_http("setup", error);
        let seen_key = SeenKey::default();
        let tls = tls::config(self.trust, seen_key.clone())
            .map_err(|error| Error::caused("setup", Kind::Setup, error))?;
        let http = reqwest::Client::builder()
            .tls_backend_preconfigured(tls)
            // The API never redirects: whoever does is somebody else.
            .redirect(reqwest::redirect::Policy::none())
            // The default repeats requests that a server may have acted on.
            .retry(reqwest::retry::never())
            .connect_timeout(self.connect)
            .user_agent(self.user_agent)
            .build()
            .map_err(setup)?;
        Ok(Client {
            base: self.base,
            http,
            limits: self.limits,
            login_method: Arc::new(AtomicU8::new(
                self.login_method.map_or(0, LoginMethod::code),
            )),
            seen_key,
        })
    }
}
