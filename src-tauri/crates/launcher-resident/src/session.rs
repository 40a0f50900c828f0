//! The end of the person's session.
//!
//! Not every desktop ends what was started in it. A resident that outlived its
//! session would have a display and a bus that are gone, and would be in the way
//! of the next one.

use std::convert::Infallible;

#[cfg(target_os = "linux")]
use futures_util::StreamExt as _;

use crate::local::{Exit, Local};

/// Ends the resident with its session, where the system tells of that.
pub(crate) async fn end_with_it(local: &Local) -> Infallible {
    #[cfg(target_os = "linux")]
    if let Some(id) = std::env::var("XDG_SESSION_ID")
        .ok()
        .filter(|id| !id.is_empty())
    {
        match removed(&id).await {
            Ok(true) => {
                tracing::info!("the session has ended");
                local.end(Exit::Signal);
            }
            Ok(false) => tracing::info!("the system's bus has ended"),
            Err(error) => tracing::info!(%error, "the end of the session cannot be heard of"),
        }
    }
    #[cfg(not(target_os = "linux"))]
    let _ = (local, Exit::Signal);
    std::future::pending().await
}

/// Waits until logind has removed a session; `false` if the bus ends before.
#[cfg(target_os = "linux")]
async fn removed(session: &str) -> zbus::Result<bool> {
    let bus = zbus::Connection::system().await?;
    let logind = zbus::Proxy::new(
        &bus,
        "org.freedesktop.login1",
        "/org/freedesktop/login1",
        "org.freedesktop.login1.Manager",
    )
    .await?;
    let mut removals = logind.receive_signal("SessionRemoved").await?;
    while let Some(removal) = removals.next().await {
        let (id, _): (String, zbus::zvariant::OwnedObjectPath) = removal.body().deserialize()?;
        if id == session {
            return Ok(true);
        }
    }
    Ok(false)
}
