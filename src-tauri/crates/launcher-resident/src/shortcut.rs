//! The shortcut that joins the next meeting from anywhere.
//!
//! X11 gives keys to whoever asks first; Wayland desktops give them through a
//! portal, where they have one. Where neither is there, the window shows the
//! command that a person can bind by hand.

mod keys;
#[cfg_attr(target_os = "linux", path = "shortcut/linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "shortcut/none.rs")]
mod system;

use std::convert::Infallible;

use launcher_core::action::Action;
use launcher_core::intent::Intent;
use launcher_core::state::{AppState, Shortcut};
use tokio::sync::mpsc;

use crate::local::Local;
use crate::toolkit::Grabbed;
pub(crate) use keys::Keys;

/// What can become of keys that are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// Another program has them.
    Taken,
    /// The keyboard has no such key.
    Invalid,
    /// The desktop gives none to programs.
    Unsupported,
}

/// Listens for the keys the person chose, for as long as it is awaited.
pub(crate) async fn listen(local: &Local) -> Infallible {
    let mut states = local.launcher().subscribe();
    let (pressed, mut heard) = mpsc::channel(1);
    loop {
        let wanted = local.launcher().read(wanted);
        let bound = match wanted.as_deref() {
            None => {
                local.launcher().set_shortcut(Shortcut::Off);
                None
            }
            Some(text) => bind(local, text, &pressed).await,
        };
        loop {
            tokio::select! {
                Ok(()) = states.changed() => {
                    if wanted != local.launcher().read(self::wanted) {
                        break;
                    }
                }
                Some(()) = heard.recv() => {
                    tracing::info!("the shortcut was pressed");
                    local.act(Action::Ask(Intent::JoinNext));
                }
            }
        }
        // Given back before the next are asked for: they may be the same.
        drop(bound);
    }
}

async fn bind(local: &Local, text: &str, pressed: &mpsc::Sender<()>) -> Option<Grabbed> {
    let bound = match text.parse::<Keys>() {
        Ok(keys) => grab(local, keys, pressed.clone()).await,
        Err(refused) => Err(refused),
    };
    let (shortcut, bound) = match bound {
        Ok(bound) => (Shortcut::Active, Some(bound)),
        Err(Refused::Taken) => (Shortcut::Taken, None),
        Err(Refused::Invalid) => (Shortcut::Invalid, None),
        Err(Refused::Unsupported) => (Shortcut::Unsupported, None),
    };
    local.launcher().set_shortcut(shortcut);
    bound
}

async fn grab(local: &Local, keys: Keys, pressed: mpsc::Sender<()>) -> Result<Grabbed, Refused> {
    let Some(toolkit) = local.toolkit() else {
        let what = local.texts().text("shortcut-join-next");
        let bound = system::bind(&keys, &what, pressed).await?;
        return Ok(Box::new(bound));
    };
    // The toolkit asks its own thread, and waits for it.
    let grabbed = tokio::task::spawn_blocking(move || {
        // A key that is held repeats: one press is enough.
        let pressed = Box::new(move || {
            let _ = pressed.try_send(());
        });
        toolkit.grab(&keys.to_string(), pressed)
    });
    grabbed.await.ok().flatten().ok_or(Refused::Taken)
}

fn wanted(state: &AppState) -> Option<String> {
    state.settings.shortcut.clone()
}
