//! The icon in the tray: what it shows follows the state and the clock.

#[cfg_attr(target_os = "linux", path = "tray/linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "tray/none.rs")]
mod desktop;

use std::convert::Infallible;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use launcher_core::doctor::TraySign;
use launcher_core::tray_menu::{TrayMenu, next_change, tray_menu};
use tokio::sync::watch;

use crate::alarm;
use crate::local::Local;

/// Whether this desktop shows icons, for the doctor.
pub(crate) async fn look() -> TraySign {
    desktop::look().await
}

/// Shows the icon for as long as it is awaited. Nothing is awake until the state
/// changes, or the time changes what is shown.
pub(crate) async fn show(local: &Local) -> Infallible {
    let (menu, _) = now(local);
    let (menus, shown) = watch::channel(menu);
    tokio::select! {
        never = keep_current(local, &menus) => match never {},
        never = draw(local, shown) => match never {},
    }
}

async fn draw(local: &Local, mut menus: watch::Receiver<TrayMenu>) -> Infallible {
    let Some(toolkit) = local.toolkit() else {
        return desktop::show(local, menus).await;
    };
    loop {
        let menu = menus.borrow_and_update().clone();
        toolkit.draw_tray(&menu);
        // Its sender lives as long as this does.
        drop(menus.changed().await);
    }
}

async fn keep_current(local: &Local, menus: &watch::Sender<TrayMenu>) -> Infallible {
    let mut states = local.launcher().subscribe();
    loop {
        let (menu, wake) = now(local);
        menus.send_if_modified(|shown| {
            let differs = *shown != menu;
            if differs {
                *shown = menu;
            }
            differs
        });
        tokio::select! {
            Ok(()) = states.changed() => {}
            () = alarm::until(wake, local.clock()) => {}
        }
    }
}

/// The menu, and when it is another one if the state stays.
fn now(local: &Local) -> (TrayMenu, Option<Timestamp>) {
    let now = local.now();
    let zone = TimeZone::system();
    let texts = local.texts();
    local.launcher().read(|state| {
        let menu = tray_menu(state, now, &zone, &texts);
        (menu, next_change(state, now, &zone))
    })
}
