//! Joining while no window is there: by a command, by keys, by a link.

use launcher_e2e::wait::until;
use launcher_e2e::{App, Browser, Desktop, Keychain, Logind, Portal, server};

use crate::steps::{
    IN_MEETING, MEETING, add_server_until_quit, end_resident, leave_with_server, open_settings,
    save_server, until_resident_ends,
};

const WITH_KEYS: &str = r#"{"schema": 1, "settings": {
    "shortcut": "Super+Shift+J", "withoutTray": "keep-running"}}"#;

#[tokio::test(flavor = "multi_thread")]
async fn join_next_and_rejoin_start_what_they_need() {
    let desktop = Desktop::start("join_next").await;
    let _keychain = Keychain::unlocked(&desktop).await;
    let browser = Browser::install(&desktop);
    let server = server::quick().await;
    save_server(&desktop, &server).await;

    let joined = desktop.openmeetings(&["join-next"]);
    assert!(joined.status.success(), "{joined:?}");
    assert!(String::from_utf8_lossy(&joined.stdout).contains(MEETING));
    browser.shows(&server, IN_MEETING).await;
    end_resident(&desktop).await;

    // Written down: the one that starts now has joined nothing itself.
    let again = desktop.openmeetings(&["rejoin"]);
    assert!(again.status.success(), "{again:?}");
    browser.shows_times(2, IN_MEETING).await;
    let keys = server::keys_used(&server);
    assert!(keys.len() == 2 && keys[0] != keys[1], "{keys:?}");
    assert_eq!(desktop.windows(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_shortcut_joins_what_goes_on() {
    let desktop = Desktop::start("shortcut").await;
    desktop.keep("settings.json", WITH_KEYS);
    let browser = Browser::install(&desktop);
    let server = server::quick().await;
    leave_with_server(&desktop, &server).await;

    desktop.press("super+shift+j");
    browser.shows(&server, IN_MEETING).await;
    assert_eq!(server::keys_used(&server).len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn on_wayland_the_desktop_gives_the_keys() {
    let desktop = Desktop::start("shortcut_portal").await;
    let portal = Portal::start(&desktop).await;
    desktop.keep("settings.json", WITH_KEYS);
    let server = server::quick().await;
    leave_with_server(&desktop, &server).await;

    let keys = portal.given().await;
    assert_eq!(keys.trigger, "SHIFT+LOGO+j");
    assert_eq!(keys.description, "Join the next meeting");
    portal.press(&keys).await;
    until("key for the room", async || {
        let mut asked = server.requests().into_iter();
        asked
            .any(|one| one.path_and_query.contains("user/hash"))
            .then_some(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_that_wayland_does_not_give_are_said() {
    let desktop = Desktop::start("shortcut_refused").await;
    let _portal = Portal::start_refusing(&desktop).await;
    desktop.keep("settings.json", WITH_KEYS);
    let server = server::quick().await;
    let app = App::open(&desktop).await;
    add_server_until_quit(&app, &server).await;
    open_settings(&app).await;
    app.shows("another program").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_portal_the_window_shows_the_command_to_bind() {
    let desktop = Desktop::start("shortcut_by_hand").await;
    desktop.set_wayland();
    desktop.keep("settings.json", WITH_KEYS);
    let server = server::quick().await;
    let app = App::open(&desktop).await;
    add_server_until_quit(&app, &server).await;
    open_settings(&app).await;
    app.shows("Bind this command").await;
    app.click("Copy").await;
    until("copied command", async || {
        let copied = desktop.clipboard()?;
        (copied.trim() == "openmeetings join-next").then_some(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_resident_ends_with_its_session_and_no_other() {
    let desktop = Desktop::start("logout").await;
    let logind = Logind::start(&desktop).await;
    let server = server::quick().await;
    leave_with_server(&desktop, &server).await;
    let resident = desktop.resident().unwrap();
    logind.end(false).await;
    // It still takes what is handed over.
    assert!(desktop.window(&["--hidden"]).status.success());
    assert!(resident.is_running());
    logind.end(true).await;
    until_resident_ends(&desktop).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_start_hands_its_link_over_and_shows_the_window_unless_told_not_to() {
    let desktop = Desktop::start("second_start_with_link").await;
    let browser = Browser::install(&desktop);
    let server = server::quick().await;
    leave_with_server(&desktop, &server).await;
    let link = format!(
        "openmeetings://{}room/2",
        server.base_url().trim_start_matches("http://")
    );

    let hidden = desktop.window(&["--hidden", &link]);
    assert!(hidden.status.success(), "{hidden:?}");
    browser.shows(&server, "You are in room").await;
    assert_eq!(desktop.windows(), []);

    // To a server that is not saved: the window asks.
    let unknown = desktop.openmeetings(&["open", "openmeetings://xn--mnchen-3ya.example/room/2"]);
    assert!(unknown.status.success(), "{unknown:?}");
    desktop.shows_window().await;
    assert_eq!(server::keys_used(&server).len(), 1);
}
