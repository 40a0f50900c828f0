//! Windows and macOS: only a toolkit has a tray. A resident without one, started
//! by the command line, shows none.

use std::convert::Infallible;

use launcher_core::doctor::TraySign;
use launcher_core::state::Tray;
use launcher_core::tray_menu::TrayMenu;
use tokio::sync::watch;

use crate::local::Local;

/// There always is one there.
#[expect(clippy::unused_async, reason = "the same shape as on Linux")]
pub(super) async fn look() -> TraySign {
    TraySign::Shown
}

pub(super) async fn show(local: &Local, _: watch::Receiver<TrayMenu>) -> Infallible {
    local.launcher().set_tray(Tray::NoHost);
    std::future::pending().await
}
