//! A login that is ready before the click.

use launcher_e2e::server;
use launcher_e2e::wait::until;
use launcher_e2e::{App, Browser, Desktop, Keychain, StatusNotifier};
use openmeetings_testserver::TestServer;

use crate::steps::{IN_MEETING, MEETING, leave_with_server, save_server};

const ONLY_BY_HAND: &str = r#"{"schema": 1, "settings": {
    "refreshMinutes": null, "withoutTray": "keep-running"}}"#;

fn count(server: &TestServer, path: &str) -> usize {
    let requests = server.requests();
    let asked = requests.iter();
    asked
        .filter(|one| one.path_and_query.contains(path))
        .count()
}

async fn until_logins(server: &TestServer, times: usize) {
    until("logins", async || {
        (count(server, "user/login") == times).then_some(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_window_in_front_has_one_ready_and_the_click_spends_it() {
    let desktop = Desktop::start("warm_window").await;
    // So that each login is of one kind.
    desktop.keep("settings.json", ONLY_BY_HAND);
    let _keychain = Keychain::unlocked(&desktop).await;
    let browser = Browser::install(&desktop);
    let server = server::quick().await;
    save_server(&desktop, &server).await;
    let before = count(&server, "user/login");

    let app = App::open(&desktop).await;
    until_logins(&server, before + 1).await;
    app.click_in(MEETING, "Join").await;
    browser.shows(&server, IN_MEETING).await;
    assert_eq!(count(&server, "user/login"), before + 1);
    assert_eq!(server::keys_used(&server).len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_open_menu_has_one_ready_and_the_entry_spends_it() {
    let desktop = Desktop::start("warm_menu").await;
    let panel = StatusNotifier::start(&desktop).await;
    let browser = Browser::install(&desktop);
    let server = server::quick().await;
    leave_with_server(&desktop, &server).await;
    let item = panel.item().await;
    item.entry(&format!("Join {MEETING}")).await;
    // The one that the window had ready, if it had: the first join spends it.
    item.choose(&format!("Join {MEETING}")).await;
    browser.shows(&server, IN_MEETING).await;
    let before = count(&server, "user/login");

    item.open_menu().await;
    until_logins(&server, before + 1).await;
    item.choose(&format!("Rejoin {MEETING}")).await;
    browser.shows_times(2, IN_MEETING).await;
    assert_eq!(count(&server, "user/login"), before + 1);
    assert_eq!(server::keys_used(&server).len(), 2);
}
