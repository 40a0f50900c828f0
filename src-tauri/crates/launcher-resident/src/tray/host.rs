//! [`Host`]: whether somebody shows tray icons on this bus.
//!
//! On a connection of its own: the item's does not say when the bus has ended.

use futures_util::StreamExt as _;
use zbus::fdo::{DBusProxy, NameOwnerChangedStream};
use zbus::names::BusName;
use zbus::proxy::{CacheProperties, SignalStream};
use zbus::{Connection, Proxy};

const NAME: &str = "org.kde.StatusNotifierWatcher";
const PATH: &str = "/StatusNotifierWatcher";

/// What shows icons, there or not.
pub(super) struct Host {
    bus: DBusProxy<'static>,
    watcher: Proxy<'static>,
    owners: NameOwnerChangedStream,
    signals: SignalStream<'static>,
}

impl Host {
    /// Connects to the session's bus and listens from then on.
    pub(super) async fn connect() -> zbus::Result<Self> {
        let connection = Connection::session().await?;
        let bus = DBusProxy::new(&connection).await?;
        let owners = bus
            .receive_name_owner_changed_with_args(&[(0, NAME)])
            .await?;
        let watcher: Proxy<'static> = zbus::proxy::Builder::new(&connection)
            .destination(NAME)?
            .path(PATH)?
            .interface(NAME)?
            .cache_properties(CacheProperties::No)
            .build()
            .await?;
        let signals = watcher.receive_all_signals().await?;
        Ok(Self {
            bus,
            watcher,
            owners,
            signals,
        })
    }

    /// Whether icons are shown now. Who keeps the list of them without saying
    /// whether somebody shows it, is believed to.
    pub(super) async fn is_there(&self) -> bool {
        let Ok(name) = BusName::try_from(NAME) else {
            return false;
        };
        if !self.bus.name_has_owner(name).await.unwrap_or(false) {
            return false;
        }
        let shows = self.watcher.get_property("IsStatusNotifierHostRegistered");
        shows.await.unwrap_or(true)
    }

    /// Waits until it may be otherwise; nothing when the bus has ended.
    pub(super) async fn changed(&mut self) -> Option<()> {
        tokio::select! {
            change = self.owners.next() => change.map(drop),
            signal = self.signals.next() => signal.map(drop),
        }
    }
}
