//! A login that is ready before the click.

use jiff::SignedDuration;
use launcher_e2e::server;
use launcher_e2e::wait::until;
use launcher_e2e::{App, Browser, Desktop, Keychain, Logind, StatusNotifier};
use openmeetings_testserver::TestServer;

use crate::steps::{IN_MEETING, MEETING, leave_with_server, open_settings, save_server};

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

#[tokio::test(flavor = "multi_thread")]
async fn a_meeting_that_begins_has_one_ready_where_no_window_is_open() {
    let desktop = Desktop::start("warm_near").await;
    desktop.keep("settings.json", ONLY_BY_HAND);
    let _keychain = Keychain::unlocked(&desktop).await;
    let browser = Browser::install(&desktop);
    // For each launcher it is near by now, however late it takes note of it.
    let begun = SignedDuration::from_mins(-4);
    let server = server::quick_with("Just begun", begun).await;
    save_server(&desktop, &server).await;
    let before = count(&server, "user/login");

    let started = desktop.window(&["--hidden"]);
    assert!(started.status.success(), "{started:?}");
    until_logins(&server, before + 1).await;
    let joined = desktop.openmeetings(&["join-next"]);
    assert!(joined.status.success(), "{joined:?}");
    browser.shows_times(1, "You are in room").await;
    assert_eq!(count(&server, "user/login"), before + 1);
    assert_eq!(server::keys_used(&server).len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_before_the_screen_has_one_ready_nor_who_turned_it_off() {
    let desktop = Desktop::start("warm_away").await;
    let logind = Logind::start(&desktop).await;
    desktop.keep("settings.json", ONLY_BY_HAND);
    let _keychain = Keychain::unlocked(&desktop).await;
    let browser = Browser::install(&desktop);
    let server = server::quick().await;
    save_server(&desktop, &server).await;
    let before = count(&server, "user/login");

    let app = App::open(&desktop).await;
    until_logins(&server, before + 1).await;
    // By when the resident has answered somebody, it has heard of what came before.
    let heard = || desktop.openmeetings(&["meetings", "--cached"]);
    // What was ready is dropped: whoever is back has another one.
    logind.lock(true).await;
    heard();
    logind.lock(false).await;
    until_logins(&server, before + 2).await;
    logind.sleep(true).await;
    heard();
    logind.sleep(false).await;
    until_logins(&server, before + 3).await;

    open_settings(&app).await;
    app.switch("Sign in ahead").await;
    app.click("Back").await;
    app.click_in(MEETING, "Join").await;
    browser.shows(&server, IN_MEETING).await;
    assert_eq!(count(&server, "user/login"), before + 4);
    assert_eq!(server::keys_used(&server).len(), 1);
}
