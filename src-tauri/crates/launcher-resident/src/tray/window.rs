//! Windows and macOS: the window's toolkit has the tray, since the resident is
//! in its process there.

use std::convert::Infallible;

use launcher_core::tray_menu::TrayMenu;
use tokio::sync::watch;

use crate::local::Local;

pub(super) async fn show(_: &Local, _: watch::Receiver<TrayMenu>) -> Infallible {
    std::future::pending().await
}
