//! Settings: each takes effect at once, and is there at the next start.

use launcher_e2e::update_server::AppImage;
use launcher_e2e::wait::until;
use launcher_e2e::{App, Desktop};

use crate::steps::{add_server_until_quit, end_resident, open_settings};

#[tokio::test(flavor = "multi_thread")]
async fn language_and_theme_follow_at_once_and_stay() {
    let desktop = Desktop::start("settings").await;
    let server = launcher_e2e::server::quick().await;
    let app = App::open(&desktop).await;
    add_server_until_quit(&app, &server).await;
    open_settings(&app).await;
    app.choose("Theme", "Dark").await;
    holds(&app, "data-theme=\"dark\"").await;
    app.choose("Language", "Deutsch").await;
    app.shows("Einstellungen").await;
    app.choose("Sprache", "العربية").await;
    holds(&app, "dir=\"rtl\"").await;
    app.close().await;

    let app = App::open(&desktop).await;
    holds(&app, "dir=\"rtl\"").await;
    holds(&app, "data-theme=\"dark\"").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn starting_with_the_session_is_an_entry_there() {
    let desktop = Desktop::start("autostart").await;
    let server = launcher_e2e::server::quick().await;
    let app = App::open(&desktop).await;
    add_server_until_quit(&app, &server).await;
    open_settings(&app).await;
    app.switch("Start at login").await;
    let entry = until("entry", async || entry(&desktop)).await;
    assert!(entry.contains("tray"), "hidden: {entry}");
    app.switch("Start without a window").await;
    until("entry for the window", async || {
        entry_of_window(&desktop).then_some(())
    })
    .await;
    app.switch("Start at login").await;
    until("no entry", async || entry_gone(&desktop).then_some(())).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_an_app_image_it_is_the_file_that_starts_with_the_session() {
    let desktop = Desktop::start("autostart-image").await;
    let image = AppImage::install(&desktop);
    let server = launcher_e2e::server::quick().await;
    let app = App::open(&desktop).await;
    add_server_until_quit(&app, &server).await;
    open_settings(&app).await;
    app.switch("Start at login").await;
    let entry = until("entry", async || entry(&desktop)).await;
    let start = format!("Exec=\"{}\" \"--hidden\"\n", image.file().display());
    assert!(entry.contains(&start), "{entry}");

    app.close().await;
    end_resident(&desktop).await;
    let started = desktop.window(&["--hidden"]);
    assert!(started.status.success(), "{started:?}");
    assert!(desktop.resident().is_some());
    assert_eq!(desktop.windows(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_report_says_what_helps_and_nothing_about_the_person() {
    let desktop = Desktop::start("report").await;
    let server = launcher_e2e::server::quick().await;
    let app = App::open(&desktop).await;
    add_server_until_quit(&app, &server).await;
    open_settings(&app).await;
    app.click("Copy report").await;
    let report = until("report on the clipboard", async || desktop.clipboard()).await;
    assert!(report.contains(env!("CARGO_PKG_VERSION")), "{report}");
    for private in [
        "127.0.0.1",
        launcher_e2e::server::ACCOUNT,
        launcher_e2e::server::PASSWORD,
    ] {
        assert!(!report.contains(private), "{private} in {report}");
    }
}

async fn holds(app: &App<'_>, words: &str) {
    until(words, async || {
        app.source().await.contains(words).then_some(())
    })
    .await;
}

/// What a desktop starts; what is beside it, being written, is none of its business.
fn entry(desktop: &Desktop) -> Option<String> {
    let folder = desktop.home().join(".config/autostart");
    std::fs::read_to_string(folder.join("openmeetings-launcher.desktop")).ok()
}

fn entry_of_window(desktop: &Desktop) -> bool {
    entry(desktop).is_some_and(|entry| {
        entry.contains("openmeetings-launcher\n") || entry.contains("openmeetings-launcher\"\n")
    })
}

fn entry_gone(desktop: &Desktop) -> bool {
    entry(desktop).is_none()
}
