//! [`Desktop`]: the one who shows notifications.

use std::collections::HashMap;
use std::time::Duration;

use futures_util::StreamExt as _;
use zbus::connection::Builder;
use zbus::fdo::{DBusProxy, NameOwnerChangedStream};
use zbus::zvariant::Value;

use crate::notes::{Note, Weight};
use crate::notify::book::{Edition, Id, keys_and_labels};

const APP: &str = "OpenMeetings Launcher";

/// The name of our icon and of our entry in the desktop's menu.
const ENTRY: &str = "openmeetings-launcher";

const NAME: &str = "org.freedesktop.Notifications";

/// Who takes longer to show a note is not there.
const ANSWERS_WITHIN: Duration = Duration::from_secs(10);

/// The reason a notification gives that was closed by the person.
const BY_HAND: u32 = 2;

#[zbus::proxy(
    interface = "org.freedesktop.Notifications",
    default_service = "org.freedesktop.Notifications",
    default_path = "/org/freedesktop/Notifications"
)]
trait Notifications {
    fn get_capabilities(&self) -> zbus::Result<Vec<String>>;

    #[expect(clippy::too_many_arguments, reason = "the specification has as many")]
    fn notify(
        &self,
        app_name: &str,
        replaces_id: u32,
        app_icon: &str,
        summary: &str,
        body: &str,
        actions: &[&str],
        hints: HashMap<&str, Value<'_>>,
        expire_timeout: i32,
    ) -> zbus::Result<u32>;

    fn close_notification(&self, id: u32) -> zbus::Result<()>;

    #[zbus(signal)]
    fn action_invoked(&self, id: u32, action_key: String) -> zbus::Result<()>;

    #[zbus(signal)]
    fn notification_closed(&self, id: u32, reason: u32) -> zbus::Result<()>;
}

pub(super) enum Event {
    Pressed {
        id: Id,
        key: String,
    },
    Closed {
        id: Id,
        by_hand: bool,
    },
    /// What was on its screen is not any more.
    Gone,
}

pub(super) struct Desktop {
    proxy: NotificationsProxy<'static>,
    has_buttons: bool,
    reads_markup: bool,
    pressed: ActionInvokedStream,
    closed: NotificationClosedStream,
    owners: NameOwnerChangedStream,
}

impl Desktop {
    /// Finds the one who shows notifications, or has it started.
    pub(super) async fn connect(bus: Builder<'_>) -> zbus::Result<Self> {
        let bus = bus.method_timeout(ANSWERS_WITHIN).build().await?;
        let proxy = NotificationsProxy::builder(&bus)
            .cache_properties(zbus::proxy::CacheProperties::No)
            .build()
            .await?;
        let can = proxy.get_capabilities().await?;
        let has = |what: &str| can.iter().any(|capability| capability == what);
        // Asked for last: that it was started just now is no news.
        let owners = DBusProxy::new(&bus)
            .await?
            .receive_name_owner_changed_with_args(&[(0, NAME)])
            .await?;
        Ok(Self {
            has_buttons: has("actions"),
            reads_markup: has("body-markup"),
            pressed: proxy.receive_action_invoked().await?,
            closed: proxy.receive_notification_closed().await?,
            owners,
            proxy,
        })
    }

    /// Shows a note, in the place of another one if `replaced` is not 0.
    pub(super) async fn show(
        &self,
        note: &Note,
        edition: Edition,
        replaced: Id,
    ) -> zbus::Result<Id> {
        let title = crate::notify::title(note);
        let body = crate::notify::body(note);
        let body = if self.reads_markup {
            escaped(&body)
        } else {
            body
        };
        let actions = if self.has_buttons {
            keys_and_labels(note, edition)
        } else {
            Vec::new()
        };
        let actions: Vec<&str> = actions.iter().map(String::as_str).collect();
        let (urgency, lasts) = match note.weight {
            Weight::Passing => (0_u8, BY_ITS_OWN_MEASURE),
            Weight::Normal => (1, BY_ITS_OWN_MEASURE),
            // Never the highest: that one breaks in on who wants no disturbance.
            Weight::Urgent => (1, FOR_GOOD),
        };
        let hints = HashMap::from([
            ("desktop-entry", Value::from(ENTRY)),
            ("urgency", Value::from(urgency)),
            ("transient", Value::from(note.weight == Weight::Passing)),
        ]);
        self.proxy
            .notify(APP, replaced, ENTRY, &title, &body, &actions, hints, lasts)
            .await
    }

    pub(super) async fn close(&self, id: Id) {
        // It may be gone already, which some call an error.
        let _ = self.proxy.close_notification(id).await;
    }

    pub(super) async fn event(&mut self) -> Event {
        loop {
            tokio::select! {
                biased;
                pressed = self.pressed.next() => match pressed.as_ref().map(ActionInvoked::args) {
                    Some(Ok(pressed)) => return Event::Pressed {
                        id: pressed.id,
                        key: pressed.action_key,
                    },
                    Some(Err(_)) => {}
                    None => return Event::Gone,
                },
                closed = self.closed.next() => match closed.as_ref().map(NotificationClosed::args) {
                    Some(Ok(closed)) => return Event::Closed {
                        id: closed.id,
                        by_hand: closed.reason == BY_HAND,
                    },
                    Some(Err(_)) => {}
                    None => return Event::Gone,
                },
                _ = self.owners.next() => return Event::Gone,
            }
        }
    }
}

/// As long as the desktop shows such notes.
const BY_ITS_OWN_MEASURE: i32 = -1;

/// Until it is answered.
const FOR_GOOD: i32 = 0;

/// The text as its letters, where the desktop reads markup.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests;
