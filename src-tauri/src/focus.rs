//! Tells the resident whether the window is in front: whoever looks at it may join
//! in a moment.

use launcher_core::intent::Intent;
use tauri::{WebviewWindow, WindowEvent};
use tokio::sync::watch;

use crate::looking::Looking;

/// Says so for as long as the window lives.
pub(crate) fn tell(window: &WebviewWindow, looking: Looking) {
    let (sender, mut focused) = watch::channel(false);
    window.on_window_event(move |event| {
        if let WindowEvent::Focused(focused) = event {
            sender.send_replace(*focused);
        }
    });
    tauri::async_runtime::spawn(async move {
        // Only ever the newest: a window that flickers is not told about twice.
        while focused.changed().await.is_ok() {
            let focused = *focused.borrow_and_update();
            // It changes nothing but how long the next join takes.
            let _ = looking.ask(Intent::Focus { focused }).await;
        }
    });
}
