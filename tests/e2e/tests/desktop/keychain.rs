//! Desktops whose keychain is locked, or that have none: nothing is ever
//! written down in plain text.

use launcher_e2e::server::{self, PASSWORD};
use launcher_e2e::wait::until;
use launcher_e2e::{App, Browser, Desktop, Keychain, traces};
use openmeetings_testserver::TestServer;

use crate::steps::{IN_MEETING, MEETING, end_resident, give_address, sign_in};

#[tokio::test(flavor = "multi_thread")]
async fn without_a_keychain_the_password_is_kept_until_the_person_quits() {
    let desktop = Desktop::start("keychain_absent").await;
    until_quit(&desktop, "This computer offers no keychain for passwords").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn with_a_locked_keychain_the_password_is_kept_until_the_person_quits() {
    let desktop = Desktop::start("keychain_locked").await;
    let keychain = Keychain::unlocked(&desktop).await;
    keychain.lock();
    until_quit(&desktop, "The keychain is locked").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_keychain_can_be_unlocked_when_it_asks() {
    let desktop = Desktop::start_with_services("keychain_asks").await;
    let keychain = Keychain::unlocked(&desktop).await;
    keychain.lock();
    let server = server::quick().await;
    let app = App::open(&desktop).await;
    give_address(&app, &server).await;
    sign_in(&app, PASSWORD).await;
    app.shows("Saving").await;

    let dialog = until("dialog of the keychain", async || {
        desktop.visible("Unlock").pop()
    })
    .await;
    desktop.activate(&dialog);
    desktop.type_text(launcher_e2e::keychain::PASSWORD);
    desktop.press("Return");
    app.click("Show meetings").await;
    app.shows(MEETING).await;
    assert_eq!(keychain.passwords(), [PASSWORD]);
}

async fn until_quit(desktop: &Desktop, sentence: &str) {
    let browser = Browser::install(desktop);
    let server = server::quick().await;
    let app = App::open(desktop).await;
    give_address(&app, &server).await;
    sign_in(&app, PASSWORD).await;
    app.shows(sentence).await;
    app.click("Keep until I quit").await;
    app.click("Show meetings").await;
    app.shows(MEETING).await;
    assert_nothing_is_written_down(desktop);

    // The password outlives the window, not the resident.
    app.close().await;
    let app = App::open(desktop).await;
    join(&app, &browser, &server).await;
    assert_nothing_is_written_down(desktop);
    app.close().await;

    // After that it is asked for, and can be kept in memory again.
    end_resident(desktop).await;
    let app = App::open(desktop).await;
    app.shows(MEETING).await;
    app.shows("password needed").await;
    app.click_in(MEETING, "Join").await;
    app.offers("Open in the browser").await;
    app.click("Change password").await;
    assert_eq!(server::keys_used(&server).len(), 1);
    app.fill("New password for anna", PASSWORD).await;
    app.click("Save").await;
    app.click("Keep until I quit").await;
    app.shows("Password saved").await;
    assert_nothing_is_written_down(desktop);
}

async fn join(app: &App<'_>, browser: &Browser, server: &TestServer) {
    app.click_in(MEETING, "Join").await;
    browser.shows(server, IN_MEETING).await;
    app.shows("Opened in your browser").await;
    app.click_in(MEETING, "Close").await;
}

fn assert_nothing_is_written_down(desktop: &Desktop) {
    let found = traces::holding(&desktop.home(), &[PASSWORD.to_owned()]);
    assert!(found.is_empty(), "{found:?}");
}
