//! [`Notifications`]: the part of a desktop that shows notifications. It keeps
//! them in a list, and somebody presses their buttons.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use zbus::Connection;
use zbus::zvariant::OwnedValue;

use crate::desktop::Desktop;
use crate::wait::{self, until};

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// The action of a click beside the buttons.
const CLICK: &str = "default";

/// The reason of one that the person closed.
const BY_HAND: u32 = 2;

/// The reason of one that its program took back.
const TAKEN_BACK: u32 = 3;

/// One that is on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notification {
    id: u32,
    pub title: String,
    pub body: String,
    /// What is called on a press, and the words on it.
    buttons: Vec<(String, String)>,
}

/// What was shown so far.
#[derive(Debug, Default)]
struct Screen {
    shown: Vec<Notification>,
    last: u32,
    /// How many came, those that took the place of others aside.
    came: usize,
}

/// Shows notifications until it is dropped.
#[derive(Debug)]
pub struct Notifications {
    connection: Connection,
    screen: Arc<Mutex<Screen>>,
}

struct Server {
    screen: Arc<Mutex<Screen>>,
}

#[expect(
    clippy::unused_self,
    reason = "the bus asks an object, whatever it says"
)]
#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Server {
    fn get_capabilities(&self) -> Vec<&'static str> {
        vec!["actions", "body", "body-markup"]
    }

    fn get_server_information(&self) -> (&'static str, &'static str, &'static str, &'static str) {
        ("of the tests", "launcher-e2e", "1", "1.2")
    }

    #[expect(clippy::too_many_arguments, reason = "the specification has as many")]
    fn notify(
        &self,
        app_name: &str,
        replaces: u32,
        app_icon: &str,
        summary: String,
        body: String,
        actions: Vec<String>,
        hints: HashMap<String, OwnedValue>,
        expires: i32,
    ) -> u32 {
        // What only changes how it looks.
        drop((app_name, app_icon, hints, expires));
        let mut screen = self.screen.lock().unwrap();
        let before = screen.shown.len();
        screen.shown.retain(|shown| shown.id != replaces);
        let is_new = screen.shown.len() == before;
        if is_new {
            screen.last += 1;
            screen.came += 1;
        }
        let id = if is_new { screen.last } else { replaces };
        let mut words = actions.into_iter();
        let buttons = std::iter::from_fn(|| Some((words.next()?, words.next()?)));
        screen.shown.push(Notification {
            id,
            title: summary,
            body,
            buttons: buttons.collect(),
        });
        id
    }

    async fn close_notification(
        &self,
        id: u32,
        #[zbus(signal_emitter)] emitter: zbus::object_server::SignalEmitter<'_>,
    ) {
        self.screen
            .lock()
            .unwrap()
            .shown
            .retain(|shown| shown.id != id);
        Self::notification_closed(&emitter, id, TAKEN_BACK)
            .await
            .unwrap();
    }

    #[zbus(signal)]
    async fn notification_closed(
        emitter: &zbus::object_server::SignalEmitter<'_>,
        id: u32,
        reason: u32,
    ) -> zbus::Result<()>;

    #[zbus(signal)]
    async fn action_invoked(
        emitter: &zbus::object_server::SignalEmitter<'_>,
        id: u32,
        key: &str,
    ) -> zbus::Result<()>;
}

impl Notifications {
    /// Comes to a desktop.
    pub async fn start(desktop: &Desktop) -> Self {
        let screen = Arc::<Mutex<Screen>>::default();
        let server = Server {
            screen: Arc::clone(&screen),
        };
        let connection = desktop.serve(NAME, PATH, server).await;
        Self { connection, screen }
    }

    /// What is on the screen now, the newest last.
    pub fn shown(&self) -> Vec<Notification> {
        self.screen.lock().unwrap().shown.clone()
    }

    /// How many came so far.
    pub fn came(&self) -> usize {
        self.screen.lock().unwrap().came
    }

    /// Waits for one whose title has these words.
    pub async fn shows(&self, words: &str) -> Notification {
        self.says(words, "").await
    }

    /// Waits until the one whose title has these words says this.
    pub async fn says(&self, title: &str, words: &str) -> Notification {
        let mut look = async || {
            let mut shown = self.shown().into_iter();
            shown.find(|shown| shown.title.contains(title) && shown.body.contains(words))
        };
        let found = wait::within(wait::LIMIT, &mut look).await;
        found.unwrap_or_else(|| {
            let shown = self.shown();
            panic!("no note “{title}” says “{words}”, but: {shown:?}")
        })
    }

    /// Waits until no title begins with this any more.
    pub async fn shows_no_more(&self, words: &str) {
        until("end of the note", async || {
            let shown = self.shown();
            let mut shown = shown.iter();
            (!shown.any(|shown| shown.title.starts_with(words))).then_some(())
        })
        .await;
    }

    /// Presses a button of one.
    pub async fn press(&self, notification: &Notification, words: &str) {
        let mut buttons = notification.buttons.iter();
        let button = buttons.find(|(_, label)| label == words);
        let (key, _) = button.unwrap_or_else(|| panic!("no “{words}” in {notification:?}"));
        self.invoke(notification.id, key).await;
    }

    /// Clicks one beside its buttons.
    pub async fn click(&self, notification: &Notification) {
        self.invoke(notification.id, CLICK).await;
    }

    async fn invoke(&self, id: u32, key: &str) {
        let server = self.connection.object_server();
        let server = server.interface::<_, Server>(PATH).await.unwrap();
        let emitter = server.signal_emitter();
        Server::action_invoked(emitter, id, key).await.unwrap();
        // What was answered goes.
        self.screen
            .lock()
            .unwrap()
            .shown
            .retain(|shown| shown.id != id);
        Server::notification_closed(emitter, id, BY_HAND)
            .await
            .unwrap();
    }
}
