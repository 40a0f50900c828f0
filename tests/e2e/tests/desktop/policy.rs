//! A computer of an organisation: its servers are there, and what it has set
//! cannot be changed.

use launcher_e2e::server::{self, PASSWORD};
use launcher_e2e::{App, Desktop};

use crate::steps::{MEETING, open_settings};

#[tokio::test(flavor = "multi_thread")]
async fn the_first_start_shows_the_organisations_server_and_asks_for_the_password() {
    let desktop = Desktop::start("policy").await;
    let server = server::quick().await;
    let url = server.base_url();
    desktop.lay_down(&format!(
        r#"{{"schema": 1, "organisation": "Example University",
        "servers": [{{"address": "{url}", "name": "Campus", "login": "anna"}}],
        "settings": {{"theme": "dark"}}}}"#
    ));
    let app = App::open(&desktop).await;
    app.shows("Campus").await;
    assert!(app.source().await.contains("data-theme=\"dark\""));
    open_settings(&app).await;
    app.shows("Set by Example University").await;
    app.click("Campus").await;
    app.shows("Check now").await;
    assert!(!app.text().await.contains("Remove this server"));
    app.click("Change password").await;
    app.fill("New password for anna", PASSWORD).await;
    app.click("Save").await;
    app.click("Keep until I quit").await;
    app.click("Back").await;
    app.click("Back").await;
    app.shows(MEETING).await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_broken_policy_is_said_on_the_first_screen() {
    let desktop = Desktop::start("policy_broken").await;
    desktop.lay_down("{\"schema\": 1,\n\"autoJoin\": false}");
    let app = App::open(&desktop).await;
    app.shows("Join your first meeting").await;
    app.shows("line 2").await;
    app.shows("autoJoin").await;
}
