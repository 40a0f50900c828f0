//! Tomorrow: the list is there at once, and a meeting is joined from it.

use jiff::SignedDuration;
use launcher_e2e::server;
use launcher_e2e::{App, Browser, Desktop, Keychain};
use openmeetings_testserver::Fault;

use crate::steps::{IN_MEETING, MEETING, add_server_until_quit, save_server};

const NOTHING_AHEAD: &str = r#"{"schema": 1, "settings": {
    "loginAhead": false, "withoutTray": "keep-running"}}"#;

#[tokio::test(flavor = "multi_thread")]
async fn the_list_is_there_at_once_and_each_join_has_a_fresh_key() {
    let desktop = Desktop::start("agenda").await;
    // Only the list is to wait for a login.
    desktop.keep("settings.json", NOTHING_AHEAD);
    let _keychain = Keychain::unlocked(&desktop).await;
    let browser = Browser::install(&desktop);
    let server = server::quick().await;
    save_server(&desktop, &server).await;

    // No login comes back, so that what is shown was kept.
    server.go_wrong(Fault::Hang, "user/login", None);
    let app = App::open(&desktop).await;
    app.shows(MEETING).await;
    app.shows("Updating").await;
    server.heal();

    app.click_in(MEETING, "Join").await;
    app.shows("Opened in your browser").await;
    browser.shows(&server, IN_MEETING).await;
    app.click_in(MEETING, "Copy link").await;
    app.shows("Copied").await;
    let copied = desktop.clipboard().unwrap();
    let keys = server::keys_used(&server);
    assert_eq!(keys.len(), 1, "{keys:?}");
    assert!(copied.ends_with(&format!("hash?secure={}", keys[0])) || copied.contains(&keys[0]));
    assert!(copied.starts_with(&server.base_url()), "{copied}");

    app.click_in(MEETING, "Join again").await;
    browser.shows_times(2, IN_MEETING).await;
    let keys = server::keys_used(&server);
    assert_eq!(keys.len(), 2, "{keys:?}");
    assert_ne!(keys[0], keys[1]);
    app.click_in(MEETING, "Close").await;
    app.shows_no_more("Opened in your browser").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_reads_on_sees_what_is_later() {
    let desktop = Desktop::start("later").await;
    let in_ten_days = SignedDuration::from_hours(10 * 24);
    let server = server::quick_with("Yearly review", in_ten_days).await;
    let app = App::open(&desktop).await;
    add_server_until_quit(&app, &server).await;
    assert!(!app.source().await.contains("Yearly review"));
    app.click("Show later meetings").await;
    app.shows("Yearly review").await;
}
