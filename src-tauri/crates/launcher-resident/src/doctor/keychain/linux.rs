//! The Secret Service, as far as it tells without being opened: what reads a
//! password may ask the person for another one.

use launcher_core::doctor::KeychainSign;
use zbus::proxy::{Builder, CacheProperties};
use zbus::zvariant::OwnedObjectPath;
use zbus::{Connection, Proxy};

const NAME: &str = "org.freedesktop.secrets";
const SERVICE: (&str, &str) = ("/org/freedesktop/secrets", "org.freedesktop.Secret.Service");
const COLLECTION: &str = "org.freedesktop.Secret.Collection";

/// What the service says where nothing is.
const NOWHERE: &str = "/";

pub(super) async fn look() -> KeychainSign {
    default_collection().await.unwrap_or(KeychainSign::Missing)
}

async fn default_collection() -> zbus::Result<KeychainSign> {
    let bus = Connection::session().await?;
    let (path, interface) = SERVICE;
    let service = proxy(&bus, path, interface).await?;
    let collection: OwnedObjectPath = service.call("ReadAlias", &("default",)).await?;
    if collection.as_str() == NOWHERE {
        return Ok(KeychainSign::Empty);
    }
    let collection = proxy(&bus, collection.as_str(), COLLECTION).await?;
    let is_locked: bool = collection.get_property("Locked").await?;
    Ok(if is_locked {
        KeychainSign::Locked
    } else {
        KeychainSign::Open
    })
}

async fn proxy<'a>(
    bus: &Connection,
    path: &'a str,
    interface: &'static str,
) -> zbus::Result<Proxy<'a>> {
    Builder::new(bus)
        .destination(NAME)?
        .path(path)?
        .interface(interface)?
        .cache_properties(CacheProperties::No)
        .build()
        .await
}
