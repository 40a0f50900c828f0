//! What keeps the window light on Linux: it is open all day.

use tauri::WebviewWindow;
use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt as _, WebViewExt as _};

/// Draws without a graphics driver, whose compiler and buffers take more memory than the
/// page.
pub(crate) fn keep_light(window: &WebviewWindow) {
    let lightened = window.with_webview(|webview| {
        if let Some(settings) = webview.inner().settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
            settings.set_enable_webgl(false);
            settings.set_enable_media(false);
            settings.set_enable_webaudio(false);
        }
    });
    if let Err(error) = lightened {
        // It works all the same.
        tracing::warn!(%error, "the window could not be made lighter");
    }
}
