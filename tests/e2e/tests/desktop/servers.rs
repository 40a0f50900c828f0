//! Saved servers: change, remove, bring back, take to another computer.

use launcher_e2e::wait::until;
use launcher_e2e::{App, Desktop};

use crate::steps::{MEETING, add_server_until_quit, open_settings};

/// What the system's dialog is called.
const SAVE: &str = "Save";

#[tokio::test(flavor = "multi_thread")]
async fn a_removed_server_comes_back_with_its_meetings() {
    let desktop = Desktop::start("removing").await;
    let server = launcher_e2e::server::quick().await;
    let app = App::open(&desktop).await;
    add_server_until_quit(&app, &server).await;
    open_settings(&app).await;
    app.click("127.0.0.1").await;
    app.click("Remove this server").await;
    app.shows("127.0.0.1 was removed").await;
    app.click("Undo").await;
    app.shows_no_more("was removed").await;
    app.close().await;
    let app = App::open(&desktop).await;
    app.shows(MEETING).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn servers_are_exported_without_secrets() {
    let desktop = Desktop::start("export").await;
    let server = launcher_e2e::server::quick().await;
    let app = App::open(&desktop).await;
    add_server_until_quit(&app, &server).await;
    open_settings(&app).await;
    app.click("Export").await;
    let dialog = until("dialog of the system", async || desktop.visible(SAVE).pop()).await;
    desktop.activate(&dialog);
    let file = desktop.home().join("servers.json");
    desktop.press("ctrl+a");
    desktop.type_text(&file.display().to_string());
    desktop.press("Return");
    let exported = until("exported file", async || {
        std::fs::read_to_string(&file)
            .ok()
            .filter(|text| text.ends_with('}'))
    })
    .await;
    assert!(exported.contains(&server.base_url()), "{exported}");
    assert!(!exported.contains(launcher_e2e::server::PASSWORD));
}
