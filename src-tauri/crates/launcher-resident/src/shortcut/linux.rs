//! Linux: by the portal on Wayland, from the X server elsewhere.

mod portal;
mod x11;

use tokio::sync::mpsc;

use super::{Keys, Refused};

/// Keys that are listened for, until this is dropped.
#[derive(Debug)]
pub(super) enum Bound {
    X11(#[expect(dead_code, reason = "held for its end")] x11::Grab),
    Portal(#[expect(dead_code, reason = "held for its end")] portal::Session),
}

pub(super) async fn bind(
    keys: &Keys,
    what: &str,
    pressed: mpsc::Sender<()>,
) -> Result<Bound, Refused> {
    // The X server of a Wayland desktop hears only what is typed into its windows.
    if std::env::var_os("WAYLAND_DISPLAY").is_some() {
        return portal::bind(keys, what, pressed).await.map(Bound::Portal);
    }
    let keys = *keys;
    // The X server may be slow or far away.
    let grabbed = tokio::task::spawn_blocking(move || x11::grab(keys, pressed)).await;
    grabbed.unwrap_or(Err(Refused::Unsupported)).map(Bound::X11)
}
