//! [`StatusNotifier`]: the part of a desktop that shows tray icons, as panels
//! have it: it keeps the list of items, and is the one host that shows them.

use std::sync::{Arc, Mutex};

use zbus::Connection;
use zbus::fdo::DBusProxy;
use zbus::message::Header;
use zbus::names::BusName;
use zbus::object_server::SignalEmitter;

use crate::desktop::Desktop;
use crate::tray::TrayItem;
use crate::wait::until;

const NAME: &str = "org.kde.StatusNotifierWatcher";
const PATH: &str = "/StatusNotifierWatcher";

/// The items that came, by the name on the bus, the newest last.
type Items = Arc<Mutex<Vec<String>>>;

/// Shows tray icons until it is dropped.
#[derive(Debug)]
pub struct StatusNotifier {
    connection: Connection,
    items: Items,
}

struct Watcher {
    items: Items,
}

#[expect(
    clippy::unused_self,
    reason = "the bus asks an object, whatever it says"
)]
#[zbus::interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    async fn register_status_notifier_item(
        &self,
        service: String,
        #[zbus(header)] header: Header<'_>,
        #[zbus(signal_emitter)] emitter: SignalEmitter<'_>,
    ) {
        // Some give a path instead of a name.
        let sender = header.sender().map(ToString::to_string).unwrap_or_default();
        let name = if service.starts_with('/') {
            sender
        } else {
            service
        };
        self.items.lock().unwrap().push(name.clone());
        Self::status_notifier_item_registered(&emitter, &name)
            .await
            .unwrap();
    }

    fn register_status_notifier_host(&self, service: String) {
        drop(service);
    }

    #[zbus(property)]
    fn registered_status_notifier_items(&self) -> Vec<String> {
        self.items.lock().unwrap().clone()
    }

    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn protocol_version(&self) -> i32 {
        0
    }

    #[zbus(signal)]
    async fn status_notifier_item_registered(
        emitter: &SignalEmitter<'_>,
        service: &str,
    ) -> zbus::Result<()>;
}

impl StatusNotifier {
    /// Comes to a desktop, as a panel does that starts.
    pub async fn start(desktop: &Desktop) -> Self {
        let items = Items::default();
        let watcher = Watcher {
            items: Arc::clone(&items),
        };
        let connection = desktop.serve(NAME, PATH, watcher).await;
        Self { connection, items }
    }

    /// Waits for the icon, and looks at it from then on.
    pub async fn item(&self) -> TrayItem {
        let bus = DBusProxy::new(&self.connection).await.unwrap();
        let name = until("icon in the tray", async || {
            let last = self.items.lock().unwrap().last().cloned()?;
            // That of a resident that has ended is none.
            let name = BusName::try_from(last.as_str()).unwrap();
            bus.name_has_owner(name).await.ok()?.then_some(last)
        })
        .await;
        TrayItem::new(&self.connection, name).await
    }

    /// How many times an item came.
    pub fn registrations(&self) -> usize {
        self.items.lock().unwrap().len()
    }

    /// Goes, as a panel that ends.
    pub async fn leave(self) {
        self.connection.close().await.unwrap();
    }
}
