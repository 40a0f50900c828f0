//! Keys by the `GlobalShortcuts` portal of Wayland desktops. The desktop asks its
//! person, who may choose other keys.

use ashpd::desktop::CreateSessionOptions;
use ashpd::desktop::global_shortcuts::{BindShortcutsOptions, GlobalShortcuts, NewShortcut};
use futures_util::StreamExt as _;
use tokio::sync::mpsc;
use tokio::task::AbortHandle;

use super::super::Refused;
use super::super::keys::Keys;

const JOIN_NEXT: &str = "join-next";

/// Ends when it is dropped.
#[derive(Debug)]
pub(in crate::shortcut) struct Session {
    listening: AbortHandle,
}

impl Drop for Session {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

pub(super) async fn bind(
    keys: &Keys,
    what: &str,
    pressed: mpsc::Sender<()>,
) -> Result<Session, Refused> {
    let bound = async {
        let portal = GlobalShortcuts::new().await?;
        let session = portal
            .create_session(CreateSessionOptions::default())
            .await?;
        let trigger = trigger(keys);
        let shortcut = NewShortcut::new(JOIN_NEXT, what).preferred_trigger(trigger.as_str());
        portal
            .bind_shortcuts(&session, &[shortcut], None, BindShortcutsOptions::default())
            .await?
            .response()?;
        let activations = portal.receive_activated().await?;
        Ok::<_, ashpd::Error>((session, activations))
    };
    let (session, activations) = bound.await.map_err(|error| refused(&error))?;
    let listening = tokio::spawn(async move {
        // The desktop takes the keys back when the session ends.
        let _session = session;
        let mut activations = std::pin::pin!(activations);
        while let Some(press) = activations.next().await {
            if press.shortcut_id() == JOIN_NEXT && pressed.send(()).await.is_err() {
                return;
            }
        }
    });
    Ok(Session {
        listening: listening.abort_handle(),
    })
}

fn refused(error: &ashpd::Error) -> Refused {
    tracing::info!(%error, "the portal gives no keys");
    // The person said no, or the desktop has given these keys away.
    if matches!(error, ashpd::Error::Response(_)) {
        Refused::Taken
    } else {
        Refused::Unsupported
    }
}

/// As the shortcuts specification of freedesktop.org writes keys.
fn trigger(keys: &Keys) -> String {
    let modifiers = [
        (keys.modifiers.ctrl, "CTRL+"),
        (keys.modifiers.alt, "ALT+"),
        (keys.modifiers.shift, "SHIFT+"),
        (keys.modifiers.logo, "LOGO+"),
    ];
    let held = modifiers
        .iter()
        .filter(|(is_held, _)| *is_held)
        .map(|(_, name)| *name);
    held.chain([keys.key.to_string().as_str()]).collect()
}
