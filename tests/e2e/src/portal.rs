//! [`Portal`]: the part of a Wayland desktop that gives keys to programs. It asks
//! nobody, and somebody presses them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use zbus::message::Header;
use zbus::object_server::SignalEmitter;
use zbus::zvariant::{ObjectPath, OwnedObjectPath, OwnedValue, Value};

use crate::desktop::Desktop;
use crate::wait::until;

const NAME: &str = "org.freedesktop.portal.Desktop";
const PATH: &str = "/org/freedesktop/portal/desktop";

/// What the person answers.
const YES: u32 = 0;
const NO: u32 = 1;

type Options = HashMap<String, OwnedValue>;

/// Keys that were given away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortcut {
    session: OwnedObjectPath,
    id: String,
    /// What the person is told it does.
    pub description: String,
    pub trigger: String,
}

#[derive(Debug, Default)]
struct Keys {
    given: Vec<Shortcut>,
    refuses: bool,
}

/// Gives keys until it is dropped.
#[derive(Debug)]
pub struct Portal {
    connection: zbus::Connection,
    keys: Arc<Mutex<Keys>>,
}

struct Server {
    keys: Arc<Mutex<Keys>>,
}

#[zbus::interface(name = "org.freedesktop.portal.GlobalShortcuts")]
impl Server {
    #[zbus(property, name = "version")]
    fn version(&self) -> u32 {
        // Nothing of it but the number.
        let _ = &self.keys;
        1
    }

    async fn create_session(
        &self,
        options: Options,
        #[zbus(header)] header: Header<'_>,
        #[zbus(connection)] connection: &zbus::Connection,
    ) -> OwnedObjectPath {
        let token = text(&options, "session_handle_token");
        let session = path("session", &header, &token);
        let answer = HashMap::from([("session_handle", Value::from(session.as_str()))]);
        respond(connection, &header, &options, YES, answer).await
    }

    async fn bind_shortcuts(
        &self,
        session: OwnedObjectPath,
        shortcuts: Vec<(String, Options)>,
        parent: String,
        options: Options,
        #[zbus(header)] header: Header<'_>,
        #[zbus(connection)] connection: &zbus::Connection,
    ) -> OwnedObjectPath {
        drop(parent);
        let wanted: Vec<Shortcut> = shortcuts
            .into_iter()
            .map(|(id, about)| Shortcut {
                session: session.clone(),
                id,
                description: text(&about, "description"),
                trigger: text(&about, "preferred_trigger"),
            })
            .collect();
        let given: Vec<(String, HashMap<&str, Value<'_>>)> = wanted
            .iter()
            .map(|one| {
                let about = HashMap::from([
                    ("description", one.description.clone().into()),
                    ("trigger_description", one.trigger.clone().into()),
                ]);
                (one.id.clone(), about)
            })
            .collect();
        let answer = HashMap::from([("shortcuts", Value::from(given))]);
        let refuses = {
            let mut keys = self.keys.lock().unwrap();
            if !keys.refuses {
                keys.given = wanted;
            }
            keys.refuses
        };
        let response = if refuses { NO } else { YES };
        respond(connection, &header, &options, response, answer).await
    }

    #[zbus(signal)]
    async fn activated(
        emitter: &SignalEmitter<'_>,
        session: ObjectPath<'_>,
        id: &str,
        timestamp: u64,
        options: HashMap<&str, Value<'_>>,
    ) -> zbus::Result<()>;
}

impl Portal {
    /// Comes to a desktop, which is a Wayland desktop from then on.
    pub async fn start(desktop: &Desktop) -> Self {
        Self::start_that(desktop, false).await
    }

    /// One whose person says no.
    pub async fn start_refusing(desktop: &Desktop) -> Self {
        Self::start_that(desktop, true).await
    }

    async fn start_that(desktop: &Desktop, refuses: bool) -> Self {
        let keys = Arc::new(Mutex::new(Keys {
            refuses,
            ..Keys::default()
        }));
        let server = Server {
            keys: Arc::clone(&keys),
        };
        desktop.set_wayland();
        let connection = desktop.serve(NAME, PATH, server).await;
        Self { connection, keys }
    }

    /// Waits for keys that were asked for.
    pub async fn given(&self) -> Shortcut {
        until("shortcut of the portal", async || {
            self.keys.lock().unwrap().given.first().cloned()
        })
        .await
    }

    /// Presses keys that were given.
    pub async fn press(&self, shortcut: &Shortcut) {
        let server = self.connection.object_server();
        let server = server.interface::<_, Server>(PATH).await.unwrap();
        let session = shortcut.session.as_ref();
        Server::activated(
            server.signal_emitter(),
            session,
            &shortcut.id,
            0,
            HashMap::new(),
        )
        .await
        .unwrap();
    }
}

/// The answer comes as a signal of a request, whose path both sides know.
async fn respond(
    connection: &zbus::Connection,
    header: &Header<'_>,
    options: &Options,
    response: u32,
    answer: HashMap<&str, Value<'_>>,
) -> OwnedObjectPath {
    let request = path("request", header, &text(options, "handle_token"));
    let interface = "org.freedesktop.portal.Request";
    connection
        .emit_signal(
            header.sender().cloned(),
            &request,
            interface,
            "Response",
            &(response, answer),
        )
        .await
        .unwrap();
    request
}

fn path(kind: &str, header: &Header<'_>, token: &str) -> OwnedObjectPath {
    let sender = header.sender().expect("the bus says who asks");
    let sender = sender.trim_start_matches(':').replace('.', "_");
    let path = format!("{PATH}/{kind}/{sender}/{token}");
    OwnedObjectPath::try_from(path).expect("it is a path")
}

fn text(options: &Options, name: &str) -> String {
    let value = options
        .get(name)
        .and_then(|value| value.downcast_ref::<&str>().ok());
    value.unwrap_or_default().to_owned()
}
