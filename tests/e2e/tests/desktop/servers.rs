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

#[tokio::test(flavor = "multi_thread")]
async fn a_server_can_have_a_browser_of_its_own() {
    let desktop = Desktop::start("own_browser").await;
    let given = desktop.home().join("given");
    install_other_browser(&desktop, &given);
    let server = launcher_e2e::server::quick().await;
    let app = App::open(&desktop).await;
    add_server_until_quit(&app, &server).await;
    open_settings(&app).await;
    app.click("127.0.0.1").await;
    app.choose("Browser", "Other Browser").await;
    app.click("Save").await;
    app.click("Back").await;
    app.click("Back").await;
    app.click_in(MEETING, "Join").await;
    let address = until("address given to the other browser", async || {
        std::fs::read_to_string(&given)
            .ok()
            .filter(|text| text.contains("secure="))
    })
    .await;
    assert!(address.starts_with(&server.base_url()), "{address}");
}

/// A browser that only writes down what it was given.
fn install_other_browser(desktop: &Desktop, given: &std::path::Path) {
    let folder = desktop.home().join(".local/share/applications");
    std::fs::create_dir_all(&folder).expect("the home is there");
    let script = desktop.home().join("other-browser");
    std::fs::write(
        &script,
        format!("#!/bin/sh\nprintf %s \"$1\" > {}\n", given.display()),
    )
    .expect("the home can be written");
    let runs = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    std::fs::set_permissions(&script, runs).expect("the home can be written");
    let entry = format!(
        "[Desktop Entry]\nType=Application\nName=Other Browser\nExec={} %u\n\
         MimeType=x-scheme-handler/https;x-scheme-handler/http;\n",
        script.display()
    );
    std::fs::write(folder.join("other.desktop"), entry).expect("the home can be written");
}
