//! Windows and macOS: notifications without buttons. What they would do stands in
//! the window and the tray.

use std::convert::Infallible;

use crate::local::{Local, Orders};
use crate::notes::{Note, Order};

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
        let shown = notify_rust::Notification::new()
            .appname("OpenMeetings Launcher")
            .summary(&title)
            .body(&body)
            .show();
        if shown.is_err() {
            tracing::warn!("the desktop shows no notifications");
        }
    });
}
