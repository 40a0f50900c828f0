//! The icon in the tray: its menu, its clicks, and panels that come and go.

use launcher_e2e::server;
use launcher_e2e::wait::until;
use launcher_e2e::{App, Browser, Desktop, StatusNotifier};

use crate::steps::{
    IN_MEETING, MEETING, add_server_until_quit, end_resident, open_settings, until_resident_ends,
};

#[tokio::test(flavor = "multi_thread")]
async fn the_menu_lists_today_and_joins_with_one_click() {
    let desktop = Desktop::start("tray_joins").await;
    let panel = StatusNotifier::start(&desktop).await;
    let browser = Browser::install(&desktop);
    let server = server::quick().await;
    let app = App::open(&desktop).await;
    let item = panel.item().await;
    item.says("No server is saved yet").await;
    let idle = item.pixels().await;
    add_server_until_quit(&app, &server).await;
    app.close().await;

    item.says(&format!("{MEETING} · now, until")).await;
    assert_ne!(item.pixels().await, idle, "a meeting that is on is seen");
    assert_eq!(item.status().await, "Active");
    item.entry("Rooms").await;
    let join = item.entry(&format!("Join {MEETING}")).await;
    assert!(join.access_key.is_some() && join.enabled, "{join:?}");
    item.choose(&format!("Join {MEETING}")).await;
    browser.shows(&server, IN_MEETING).await;

    item.choose(&format!("Rejoin {MEETING}")).await;
    browser.shows_times(2, IN_MEETING).await;
    item.middle_click().await;
    browser.shows_times(3, IN_MEETING).await;
    let keys = server::keys_used(&server);
    assert_eq!(keys.len(), 3, "each join has a key of its own: {keys:?}");
    assert_eq!(panel.registrations(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn entries_open_the_window_where_they_say() {
    let desktop = Desktop::start("tray_entries").await;
    let panel = StatusNotifier::start(&desktop).await;
    let server = server::quick().await;
    let app = App::open(&desktop).await;
    add_server_until_quit(&app, &server).await;
    let item = panel.item().await;
    item.choose("Settings").await;
    app.shows("This computer").await;
    item.choose("Join by link or number").await;
    app.shows(MEETING).await;
    app.shows_no_more("This computer").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_icon_opens_the_window_and_quits_all() {
    let desktop = Desktop::start("tray_window").await;
    let panel = StatusNotifier::start(&desktop).await;
    let app = App::open(&desktop).await;
    app.shows("Join your first meeting").await;
    app.close().await;
    assert!(desktop.windows().is_empty());

    let item = panel.item().await;
    item.click().await;
    until("window", async || desktop.windows().pop()).await;
    desktop.shows_window().await;
    item.choose("Quit").await;
    until_resident_ends(&desktop).await;
    until("end of the window", async || {
        desktop.windows().is_empty().then_some(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_panel_may_come_later_go_and_come_back() {
    let desktop = Desktop::start("tray_panel").await;
    let app = App::open(&desktop).await;
    app.shows("Join your first meeting").await;
    let resident = desktop.resident();

    let panel = StatusNotifier::start(&desktop).await;
    let item = panel.item().await;
    item.entry("Add a server").await;
    panel.leave().await;

    let panel = StatusNotifier::start(&desktop).await;
    let item = panel.item().await;
    item.entry("Add a server").await;
    assert_eq!(desktop.resident(), resident);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_settings_know_whether_there_is_a_panel() {
    const WITHOUT: &str = "Closing, without a tray icon";
    let desktop = Desktop::start("tray_no_panel").await;
    let server = server::quick().await;
    let app = App::open(&desktop).await;
    add_server_until_quit(&app, &server).await;
    open_settings(&app).await;
    app.shows(WITHOUT).await;
    let panel = StatusNotifier::start(&desktop).await;
    app.shows_no_more(WITHOUT).await;
    panel.leave().await;
    app.shows(WITHOUT).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn trouble_wants_attention_and_languages_change_the_menu() {
    let desktop = Desktop::start("tray_trouble").await;
    let panel = StatusNotifier::start(&desktop).await;
    let server = server::quick().await;
    let app = App::open(&desktop).await;
    add_server_until_quit(&app, &server).await;
    let item = panel.item().await;
    item.says(MEETING).await;
    open_settings(&app).await;
    app.choose("Language", "Deutsch").await;
    item.entry("Beenden").await;
    item.entry("Räume").await;
    app.close().await;
    end_resident(&desktop).await;

    // The password was kept until the end, and there is no keychain.
    let app = App::open(&desktop).await;
    app.shows("Passwort nötig").await;
    let item = panel.item().await;
    until("icon that wants attention", async || {
        (item.status().await == "NeedsAttention").then_some(())
    })
    .await;
    let said = "Die Besprechungen ließen sich nicht laden";
    item.says(said).await;
    item.entry(said).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bus_that_ends_takes_only_the_icon_and_brings_it_back() {
    let desktop = Desktop::start("tray_bus").await;
    let panel = StatusNotifier::start(&desktop).await;
    let app = App::open(&desktop).await;
    app.shows("Join your first meeting").await;
    app.close().await;
    panel.item().await.entry("Add a server").await;
    let resident = desktop.resident();
    assert!(resident.is_some());

    desktop.restart_bus().await;
    let panel = StatusNotifier::start(&desktop).await;
    panel.item().await.entry("Add a server").await;
    assert_eq!(desktop.resident(), resident);
}
