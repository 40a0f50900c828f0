//! Notifications of the desktop.

use std::convert::Infallible;

use crate::local::Local;
use crate::notes::{Note, Order};

/// Shows what is told outside of the window, for as long as it is awaited.
pub(crate) async fn show_notes(local: &Local) -> Infallible {
    let Some(mut orders) = local.take_orders() else {
        return std::future::pending().await;
    };
    while let Some(order) = orders.recv().await {
        match order {
            Order::Show(note) => show(note),
            // It goes by itself.
            Order::TakeBack(_) => {}
        }
    }
    std::future::pending().await
}

/// Where the desktop shows none, there is nothing to do about it: the log says so.
fn show(note: Note) {
    // The desktop may be slow to answer.
    tokio::task::spawn_blocking(move || {
        let shown = notify_rust::Notification::new()
            .appname("OpenMeetings Launcher")
            .icon("openmeetings-launcher")
            .summary(&note.title)
            .body(&note.body)
            .show();
        if shown.is_err() {
            tracing::warn!("the desktop shows no notifications");
        }
    });
}
