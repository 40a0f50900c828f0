//! The program through which a web view is looked at and clicked.

use std::net::TcpListener;
use std::process::{Child, Stdio};

use serde_json::json;
use thirtyfour::{Capabilities, WebDriver};

use crate::desktop::{Desktop, spawn};
use crate::programs::{WINDOW, built, installed};
use crate::wait::{LIMIT, until};

/// Starts the window by the driver of its web view, and waits for its page.
/// The driver belongs to this one window.
pub(crate) async fn open_window(desktop: &Desktop) -> (WebDriver, Child) {
    let port = free_port();
    let mut command = desktop.command(installed("WebKitWebDriver"));
    command
        .arg(format!("--port={port}"))
        // The window lets itself be driven only with these.
        .env("TAURI_AUTOMATION", "true")
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let child = spawn(&mut command);
    until("driver that answers", async || {
        let answer = tokio::net::TcpStream::connect(("127.0.0.1", port)).await;
        answer.ok().map(drop)
    })
    .await;
    // Its client is compiled with the launcher's, which brings no cryptography of its
    // own. Another test may have been first.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let mut wanted = Capabilities::new();
    let window = json!({ "binary": built(WINDOW), "args": [] });
    wanted
        .set("webkitgtk:browserOptions", window)
        .expect("it is JSON");
    let driver = WebDriver::builder(format!("http://127.0.0.1:{port}"), wanted)
        .request_timeout(LIMIT)
        .connect()
        .await
        .unwrap_or_else(|error| panic!("the window does not start: {error}"));
    (driver, child)
}

/// Nobody has it now; between here and its use somebody might, in theory.
fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port is free");
    listener.local_addr().expect("it is bound").port()
}
