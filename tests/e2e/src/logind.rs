//! [`Logind`]: the part of the system that knows the person's session: whether its
//! screen is locked, and when it ends.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use zbus::object_server::SignalEmitter;
use zbus::zvariant::{ObjectPath, OwnedObjectPath};

use crate::desktop::Desktop;

const NAME: &str = "org.freedesktop.login1";
const MANAGER: &str = "/org/freedesktop/login1";
const SESSION: &str = "/org/freedesktop/login1/session/auto";
const ID: &str = "7";

/// Knows of a session until it is dropped.
#[derive(Debug)]
pub struct Logind {
    connection: zbus::Connection,
    screen: Arc<Screen>,
}

#[derive(Debug, Default)]
struct Screen {
    locked: AtomicBool,
    asked: AtomicUsize,
}

struct Manager;

#[zbus::interface(name = "org.freedesktop.login1.Manager")]
impl Manager {
    #[expect(clippy::unused_self, reason = "as the interface has it")]
    fn get_session(&self, id: &str) -> zbus::fdo::Result<OwnedObjectPath> {
        if !["auto", ID].contains(&id) {
            return Err(zbus::fdo::Error::Failed(format!("no session {id}")));
        }
        Ok(ObjectPath::from_static_str_unchecked(SESSION).into())
    }

    #[zbus(signal)]
    async fn prepare_for_sleep(emitter: &SignalEmitter<'_>, begins: bool) -> zbus::Result<()>;

    #[zbus(signal)]
    async fn session_removed(
        emitter: &SignalEmitter<'_>,
        id: &str,
        path: ObjectPath<'_>,
    ) -> zbus::Result<()>;
}

struct Session {
    screen: Arc<Screen>,
}

#[zbus::interface(name = "org.freedesktop.login1.Session")]
impl Session {
    #[zbus(property)]
    fn locked_hint(&self) -> bool {
        self.screen.asked.fetch_add(1, Ordering::SeqCst);
        self.screen.locked.load(Ordering::SeqCst)
    }
}

impl Logind {
    /// Comes to a desktop, before anything on it starts. The bus of the session is
    /// that of the system, too.
    pub async fn start(desktop: &Desktop) -> Self {
        desktop.set("DBUS_SYSTEM_BUS_ADDRESS", &desktop.bus());
        desktop.set("XDG_SESSION_ID", ID);
        let connection = desktop.serve(NAME, MANAGER, Manager).await;
        let screen = Arc::<Screen>::default();
        let session = Session {
            screen: Arc::clone(&screen),
        };
        let objects = connection.object_server();
        assert!(objects.at(SESSION, session).await.unwrap());
        Self { connection, screen }
    }

    /// Locks the screen, or unlocks it.
    pub async fn lock(&self, locked: bool) {
        self.screen.locked.store(locked, Ordering::SeqCst);
        let objects = self.connection.object_server();
        let session = objects.interface::<_, Session>(SESSION).await.unwrap();
        let known = session.get().await;
        known
            .locked_hint_changed(session.signal_emitter())
            .await
            .unwrap();
    }

    /// The computer falls asleep, or is awake again.
    pub async fn sleep(&self, begins: bool) {
        let objects = self.connection.object_server();
        let manager = objects.interface::<_, Manager>(MANAGER).await.unwrap();
        Manager::prepare_for_sleep(manager.signal_emitter(), begins)
            .await
            .unwrap();
    }

    /// How often somebody wanted to know whether it is locked.
    pub fn asked(&self) -> usize {
        self.screen.asked.load(Ordering::SeqCst)
    }

    /// Ends the person's session, or another one.
    pub async fn end(&self, is_theirs: bool) {
        let objects = self.connection.object_server();
        let manager = objects.interface::<_, Manager>(MANAGER).await.unwrap();
        let id = if is_theirs { ID } else { "8" };
        let path = ObjectPath::try_from(SESSION).unwrap();
        Manager::session_removed(manager.signal_emitter(), id, path)
            .await
            .unwrap();
    }
}
