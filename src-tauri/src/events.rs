//! What the page hears: the state, the agenda, notices, the connection.

use std::sync::Arc;

use launcher_resident::{Access, Connection};
use serde::Serialize;
use tauri::{AppHandle, Emitter as _};
use tokio::sync::{broadcast, watch};

use crate::window;

/// Passes on whatever changes, for as long as the window lives.
pub(crate) fn pass_on(app: &AppHandle, access: &Access) {
    let views = access.views();
    tauri::async_runtime::spawn(newest(app.clone(), "state-changed", views.view));
    tauri::async_runtime::spawn(newest(app.clone(), "agenda-changed", views.agenda));
    tauri::async_runtime::spawn(notices(app.clone(), access.notices()));
    tauri::async_runtime::spawn(connection(app.clone(), access.connection()));
    tauri::async_runtime::spawn(present(app.clone(), access.present()));
}

/// Only ever the newest: what was overtaken on the way is not missed.
async fn newest<T: Serialize + Clone>(
    app: AppHandle,
    event: &'static str,
    mut values: watch::Receiver<Arc<T>>,
) {
    while values.changed().await.is_ok() {
        let value = Arc::clone(&values.borrow_and_update());
        // A page that cannot be told any more asks again when it is back.
        let _ = app.emit(event, value.as_ref());
    }
}

async fn notices(
    app: AppHandle,
    mut notices: broadcast::Receiver<launcher_core::view::NoticeView>,
) {
    loop {
        match notices.recv().await {
            Ok(notice) => {
                let _ = app.emit("notice", notice);
            }
            // The oldest are of the least interest.
            Err(broadcast::error::RecvError::Lagged(_)) => {}
            Err(broadcast::error::RecvError::Closed) => return,
        }
    }
}

async fn connection(app: AppHandle, mut connections: watch::Receiver<Connection>) {
    while connections.changed().await.is_ok() {
        let connection = *connections.borrow_and_update();
        let said = match connection {
            Connection::Connected => "restored",
            Connection::Lost | Connection::Restarting => "lost",
            // Somebody ended the launcher, all of it.
            Connection::Ended => return app.exit(0),
        };
        let _ = app.emit("connection", said);
    }
}

async fn present(app: AppHandle, mut wishes: watch::Receiver<u64>) {
    while wishes.changed().await.is_ok() {
        let front = app.clone();
        // A window that is closing has nothing to come to the front with.
        let _ = app.run_on_main_thread(move || window::present(&front));
    }
}
