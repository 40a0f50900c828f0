//! [`TestServer`]: a running server, and what tests can see and change of it.

use std::collections::BTreeMap;
use std::io;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::tz::TimeZone;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;

use crate::clock::TestClock;
use crate::connection;
use crate::fault::{Fault, Plan};
use crate::state::{Delays, Headers, Invitation, InvitationRule, State};
use crate::tls::TlsCertificate;
use crate::world::World;

/// A running server. Ends when it is dropped.
#[derive(Debug)]
pub struct TestServer {
    pub(crate) shared: Arc<Shared>,
    address: SocketAddr,
    host: String,
    authority_pem: Option<String>,
    task: JoinHandle<()>,
}

/// What connections share.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) state: Mutex<State>,
    pub(crate) faults: Mutex<Vec<Plan>>,
    pub(crate) seen: Mutex<Vec<SeenRequest>>,
    /// Connections that were accepted.
    pub(crate) connections: AtomicUsize,
    /// Begins and ends in `/`.
    pub(crate) base_path: String,
}

/// A request that arrived, for tests to count and look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenRequest {
    /// GET, POST, …
    pub method: String,
    /// As it stood in the request line.
    pub path_and_query: String,
    /// The body as text.
    pub body: String,
    /// Names in lower case.
    pub headers: BTreeMap<String, String>,
}

/// What a server is to be like.
#[derive(Debug)]
#[must_use]
pub struct TestServerBuilder {
    world: World,
    version: String,
    zone: TimeZone,
    clock: TestClock,
    delays: Delays,
    base_path: String,
    headers: Headers,
    certificate: Option<TlsCertificate>,
    listen: SocketAddr,
}

impl TestServer {
    /// A server like a fresh installation of the newest version, and as slow: tests
    /// ask for [`Delays::none`].
    pub fn builder() -> TestServerBuilder {
        TestServerBuilder {
            world: World::default_install(),
            version: "9.1.0".to_owned(),
            zone: TimeZone::UTC,
            clock: TestClock::system(),
            delays: Delays::real(),
            base_path: "/openmeetings/".to_owned(),
            headers: Headers::default(),
            certificate: None,
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
        }
    }

    /// `http://127.0.0.1:PORT/openmeetings/`, or `https://localhost:…`.
    pub fn base_url(&self) -> String {
        let scheme = if self.authority_pem.is_some() {
            "https"
        } else {
            "http"
        };
        format!(
            "{scheme}://{}:{}{}",
            self.host,
            self.address.port(),
            self.shared.base_path
        )
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The authority to trust, if it speaks TLS.
    pub fn authority_pem(&self) -> Option<&str> {
        self.authority_pem.as_deref()
    }

    /// From now on requests whose path contains `path` go wrong, `times` times
    /// or always.
    pub fn go_wrong(&self, fault: Fault, path: &str, times: Option<u32>) {
        lock(&self.shared.faults).push(Plan {
            fault,
            path: path.to_owned(),
            left: times,
        });
    }

    /// Nothing goes wrong any more.
    pub fn heal(&self) {
        lock(&self.shared.faults).clear();
    }

    /// Every request so far.
    pub fn requests(&self) -> Vec<SeenRequest> {
        lock(&self.shared.seen).clone()
    }

    /// How many connections were made so far.
    pub fn connections(&self) -> usize {
        self.shared.connections.load(Ordering::Relaxed)
    }

    /// Every SID and hash given so far, to search outputs for.
    pub fn secrets(&self) -> Vec<String> {
        self.state().secrets.clone()
    }

    /// Changes the world of the running server.
    pub fn change<T>(&self, change: impl FnOnce(&mut World) -> T) -> T {
        change(&mut self.state().world)
    }

    /// Changes the version it states and behaves like, as an upgrade does.
    pub fn upgrade(&self, version: &str) {
        version.clone_into(&mut self.state().version);
    }

    /// Invites a guest to a room, for ever, and gives the hash of the link.
    pub fn invite(&self, room: i64, guest: &str) -> String {
        let mut state = self.state();
        let hash = state.secret();
        let invitation = Invitation {
            room,
            guest: guest.to_owned(),
            rule: InvitationRule::Endless,
            used: false,
        };
        state.invitations.insert(hash.clone(), invitation);
        hash
    }

    /// Forgets all sessions, as after half an hour.
    pub fn forget_sessions(&self) {
        self.state().sessions.clear();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.shared.state)
    }
}

impl Drop for TestServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl TestServerBuilder {
    /// What it knows at the start.
    pub fn world(mut self, world: World) -> Self {
        self.world = world;
        self
    }

    /// The version it states; 9 and newer take logins by POST, older ones by GET.
    pub fn version(mut self, version: &str) -> Self {
        version.clone_into(&mut self.version);
        self
    }

    /// The zone the server's machine is in.
    pub fn time_zone(mut self, zone: TimeZone) -> Self {
        self.zone = zone;
        self
    }

    /// Its clock.
    pub fn clock(mut self, clock: TestClock) -> Self {
        self.clock = clock;
        self
    }

    /// How long it takes.
    pub fn delays(mut self, delays: Delays) -> Self {
        self.delays = delays;
        self
    }

    /// The context path.
    pub fn base_path(mut self, path: &str) -> Self {
        let path = path.trim_matches('/');
        self.base_path = if path.is_empty() {
            "/".to_owned()
        } else {
            format!("/{path}/")
        };
        self
    }

    /// What the API says about the pages that may read its answers, as the setting
    /// `rest.allow.origin` has it; servers say nothing unless it is set.
    pub fn allow_origin(mut self, origin: &str) -> Self {
        self.headers.allow_origin = Some(origin.to_owned());
        self
    }

    /// Its pages do not tell browsers to come by encrypted connections only, as
    /// behind a proxy that takes this off.
    pub fn without_strict_transport(mut self) -> Self {
        self.headers.strict_transport = false;
        self
    }

    /// Speaks TLS with this certificate.
    pub fn tls(mut self, certificate: TlsCertificate) -> Self {
        self.certificate = Some(certificate);
        self
    }

    /// Where to listen; a free port of the loopback unless told otherwise.
    pub fn listen(mut self, address: SocketAddr) -> Self {
        self.listen = address;
        self
    }

    /// Starts it.
    pub async fn start(self) -> io::Result<TestServer> {
        let listener = TcpListener::bind(self.listen).await?;
        let address = listener.local_addr()?;
        let acceptor = match &self.certificate {
            Some(certificate) => {
                let config = certificate.config().map_err(io::Error::other)?;
                Some(TlsAcceptor::from(Arc::new(config)))
            }
            None => None,
        };
        let shared = Arc::new(Shared {
            state: Mutex::new(State {
                world: self.world,
                version: self.version,
                zone: self.zone,
                clock: self.clock,
                headers: self.headers,
                delays: self.delays,
                sessions: BTreeMap::new(),
                hashes: BTreeMap::new(),
                invitations: BTreeMap::new(),
                browsers: BTreeMap::new(),
                secrets: Vec::new(),
            }),
            faults: Mutex::default(),
            seen: Mutex::default(),
            connections: AtomicUsize::default(),
            base_path: self.base_path,
        });
        let task = tokio::spawn(connection::accept(listener, acceptor, Arc::clone(&shared)));
        let host = if self.certificate.is_some() {
            "localhost".to_owned()
        } else {
            address.ip().to_string()
        };
        Ok(TestServer {
            shared,
            address,
            host,
            authority_pem: self
                .certificate
                .map(|certificate| certificate.authority_pem),
            task,
        })
    }
}

pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
