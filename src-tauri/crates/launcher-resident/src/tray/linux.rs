//! Linux: an item of the `StatusNotifier` specification, for as long as somebody
//! on the session's bus shows such items.

mod host;
mod icon;
mod pixmap;
mod theme;

use std::convert::Infallible;
use std::path::Path;
use std::time::{Duration, Instant};

use ksni::TrayMethods as _;
use launcher_core::doctor::TraySign;
use launcher_core::state::Tray;
use launcher_core::tray_menu::TrayMenu;
use tokio::sync::watch;

use crate::local::Local;
use host::Host;
use icon::Icon;

/// Between two looks for a bus that is not there; doubled each time.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// And never longer than this: a bus may be started later, by hand.
const LOOK_AGAIN_AT_MOST: Duration = Duration::from_mins(1);

/// Why the icon is not shown any more.
enum Gone {
    /// Nobody shows icons.
    Host,
    /// The bus has ended, or is none.
    Bus,
}

pub(super) async fn show(local: &Local, mut menus: watch::Receiver<TrayMenu>) -> Infallible {
    let mut pause = LOOK_AGAIN;
    loop {
        let began = Instant::now();
        if let Ok(mut host) = Host::connect().await {
            while let Gone::Host = appear(local, &mut menus, &mut host).await {}
        }
        local.launcher().set_tray(Tray::NoHost);
        if began.elapsed() > LOOK_AGAIN_AT_MOST {
            pause = LOOK_AGAIN;
        }
        tokio::time::sleep(pause).await;
        pause = LOOK_AGAIN_AT_MOST.min(pause * 2);
    }
}

/// Whether somebody shows icons on this desktop now.
pub(super) async fn look() -> TraySign {
    match Host::connect().await {
        Ok(host) if host.is_there().await => TraySign::Shown,
        Ok(_) | Err(_) => TraySign::NoHost,
    }
}

/// Where it is, Flatpak keeps this program in a sandbox.
const SANDBOXED: &str = "/.flatpak-info";

/// Waits for a host, and shows the icon until it has gone.
async fn appear(local: &Local, menus: &mut watch::Receiver<TrayMenu>, host: &mut Host) -> Gone {
    while !host.is_there().await {
        local.launcher().set_tray(Tray::NoHost);
        if host.changed().await.is_none() {
            return Gone::Bus;
        }
    }
    let menu = menus.borrow_and_update().clone();
    let icon = Icon::new(local.clone(), menu);
    // The host may be gone again: this is noticed below.
    let item = icon
        .assume_sni_available(true)
        // A sandbox lets nobody have a name of that kind; the host takes it without.
        .disable_dbus_name(Path::new(SANDBOXED).exists());
    let Ok(item) = item.spawn().await else {
        return Gone::Bus;
    };
    local.launcher().set_tray(Tray::Shown);
    let gone = loop {
        tokio::select! {
            change = host.changed() => match change {
                Some(()) if host.is_there().await => {}
                Some(()) => break Gone::Host,
                None => break Gone::Bus,
            },
            Ok(()) = menus.changed() => {
                let menu = menus.borrow_and_update().clone();
                item.update(|icon| icon.show(menu)).await;
            }
        }
    };
    item.shutdown().await;
    gone
}
