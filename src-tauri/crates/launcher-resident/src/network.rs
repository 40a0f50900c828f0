//! Changes of the network: a cable, another Wi-Fi, a VPN, the end of a sleep.

#[cfg_attr(target_os = "linux", path = "network/linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "network/none.rs")]
mod system;

use std::convert::Infallible;

use crate::local::Local;

/// Counts the changes of the network for as long as it is awaited.
pub(crate) async fn watch(local: &Local) -> Infallible {
    let Err(error) = system::follow(|| local.network_changed()).await;
    tracing::info!(%error, "changes of the network cannot be heard of");
    std::future::pending().await
}
