//! Windows and macOS: notifications without buttons. What they would do stands in
//! the window and the tray.

use std::convert::Infallible;

use crate::local::{Local, Orders};
use crate::notes::{Note, Order};

/// As the installer makes it known to Windows, with a name and a picture.
#[cfg(all(windows, not(debug_assertions)))]
const SENDER: &str = "org.openmeetings.launcher";

pub(super) async fn carry_out(_local: &Local, mut orders: Orders) -> Infallible {
    while let Some(order) = orders.recv().await {
        match order {
            Order::Show(note) => show(&note),
            // These systems change nothing and take nothing back.
            Order::Update(_) | Order::TakeBack(_) => {}
        }
    }
    std::future::pending().await
}

/// Where the desktop shows none, there is nothing to do about it: the log says so.
fn show(note: &Note) {
    let (title, body) = (super::title(note), super::body(note));
    // The desktop may be slow to answer.
    tokio::task::spawn_blocking(move || {
        let mut shown = notify_rust::Notification::new();
        shown
            .appname("OpenMeetings Launcher")
            .summary(&title)
            .body(&body);
        // A sender that no installer made known is not shown at all: what was only
        // compiled borrows another's name.
        #[cfg(all(windows, not(debug_assertions)))]
        shown.app_id(SENDER);
        if shown.show().is_err() {
            tracing::warn!("the desktop shows no notifications");
        }
    });
}
