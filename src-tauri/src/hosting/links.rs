//! macOS gives links and files to the running application, not to a new process
//! of it.

use launcher_core::intent::Intent;
use launcher_resident::Local;
use tauri::AppHandle;
use tauri_plugin_deep_link::DeepLinkExt as _;

/// Hands on what the system opens with the launcher, from the start on.
pub(super) fn pass_on(app: &AppHandle, local: &Local) {
    let links = app.deep_link();
    // What it was started with came before anybody listened.
    for url in links.get_current().ok().flatten().unwrap_or_default() {
        receive(local, url.into());
    }
    let local = local.clone();
    links.on_open_url(move |event| {
        for url in event.urls() {
            receive(&local, url.into());
        }
    });
}

fn receive(local: &Local, text: String) {
    let local = local.clone();
    tauri::async_runtime::spawn(async move {
        // What comes of it the resident tells the person itself.
        let _ = local.ask(Intent::Receive { text }).await;
    });
}
