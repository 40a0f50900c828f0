//! Updates of the launcher: offered, checked, put in place; or not, and why.

use jiff::SignedDuration;
use launcher_e2e::server::{self, PASSWORD};
use launcher_e2e::update_server::{AppImage, Serving, Signed, UpdateServer};
use launcher_e2e::wait::until;
use launcher_e2e::{App, Desktop};
use openmeetings_testserver::TestServer;

use crate::steps::{give_address, open_settings, sign_in};

const NEWER: &str = "99.0.0";

const OFFER: &str = "Version 99.0.0 is available";

/// From the first screen to the meetings, whichever they are.
async fn sign_in_to(app: &App<'_>, server: &TestServer) {
    give_address(app, server).await;
    sign_in(app, PASSWORD).await;
    app.click("Keep until I quit").await;
    app.click("Show meetings").await;
    app.offers("Settings").await;
}

/// A desktop with an installed `AppImage` and a server whose meetings are far away.
async fn installed(name: &str, updates: &UpdateServer) -> (Desktop, AppImage, TestServer) {
    let desktop = Desktop::start(name).await;
    updates.serves(&desktop);
    let app_image = AppImage::install(&desktop);
    (desktop, app_image, server::quick_without_meetings().await)
}

/// Downloads what is offered, up to the sentence that says why that failed.
async fn fails_to_install(name: &str, signed: Signed, serving: Serving, sentence: &str) {
    let updates = UpdateServer::start().await;
    updates.publish(NEWER, "", signed);
    updates.serve(serving);
    let (desktop, app_image, server) = installed(name, &updates).await;
    let app = App::open(&desktop).await;
    sign_in_to(&app, &server).await;
    app.shows(OFFER).await;
    app.click("Install and restart").await;
    app.shows(sentence).await;
    assert!(app_image.is_unchanged());
    app.offers("Try again").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newer_version_is_offered_with_its_notes_installed_and_started() {
    let updates = UpdateServer::start().await;
    let newer = updates.publish(NEWER, "Rooms open <b>faster</b>", Signed::ByTheMakers);
    let (desktop, app_image, server) = installed("update-newer", &updates).await;
    let app = App::open(&desktop).await;
    sign_in_to(&app, &server).await;
    app.shows(OFFER).await;
    app.shows("Rooms open <b>faster</b>").await;
    assert!(app_image.is_unchanged(), "nobody has said yes");
    app.click("Install and restart").await;
    until("newer version that runs", async || {
        let mut words = desktop.windows().into_iter().flat_map(|one| one.arguments);
        words.any(|word| word == "--newer-version").then_some(())
    })
    .await;
    assert!(app_image.content() == newer, "the file is what was served");
    assert!(app_image.is_executable());
    assert!(desktop.resident().is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_and_an_older_version_are_not_offered() {
    let updates = UpdateServer::start().await;
    updates.publish(env!("CARGO_PKG_VERSION"), "", Signed::ByTheMakers);
    let (desktop, app_image, server) = installed("update-older", &updates).await;
    let app = App::open(&desktop).await;
    sign_in_to(&app, &server).await;
    open_settings(&app).await;
    app.shows("This is the newest version").await;
    let asked = updates.asked().len();
    updates.publish("0.0.9", "", Signed::ByTheMakers);
    app.click("Check for updates").await;
    until("question for the older version", async || {
        (updates.asked().len() > asked).then_some(())
    })
    .await;
    app.shows("This is the newest version").await;
    assert!(app_image.is_unchanged());
    assert!(updates.asked().iter().all(|path| path == "/latest.json"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_stranger_signed_is_not_installed() {
    let sentence = "It was not installed; nothing was changed";
    fails_to_install(
        "update-stranger",
        Signed::ByAStranger,
        Serving::Well,
        sentence,
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_version_that_is_passed_off_as_new_is_not_installed() {
    let sentence = "It was not installed; nothing was changed";
    let signed = Signed::ForAnotherVersion;
    fails_to_install("update-replayed", signed, Serving::Well, sentence).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_download_that_breaks_off_changes_nothing_and_can_be_tried_again() {
    let updates = UpdateServer::start().await;
    let newer = updates.publish(NEWER, "", Signed::ByTheMakers);
    updates.serve(Serving::Cut);
    let (desktop, app_image, server) = installed("update-cut", &updates).await;
    let app = App::open(&desktop).await;
    sign_in_to(&app, &server).await;
    app.click("Install and restart").await;
    app.shows("broke off; nothing was changed").await;
    assert!(app_image.is_unchanged());
    updates.serve(Serving::Well);
    app.click("Try again").await;
    until("newer version", async || {
        (app_image.content() == newer).then_some(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_version_that_is_not_there_is_said_to_be_missing() {
    let sentence = "The server of updates has no update for this computer";
    let signed = Signed::ByTheMakers;
    fails_to_install("update-missing", signed, Serving::Missing, sentence).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_download_can_be_cancelled_and_the_version_be_skipped() {
    let updates = UpdateServer::start().await;
    updates.publish(NEWER, "", Signed::ByTheMakers);
    updates.serve(Serving::Stuck);
    let (desktop, app_image, server) = installed("update-skip", &updates).await;
    let app = App::open(&desktop).await;
    sign_in_to(&app, &server).await;
    app.click("Install and restart").await;
    app.shows("Downloading version 99.0.0").await;
    app.click("Cancel").await;
    app.shows(OFFER).await;
    app.click("Skip this version").await;
    app.shows_no_more(OFFER).await;
    assert!(app_image.is_unchanged());
    // Whoever looks for it finds it all the same.
    open_settings(&app).await;
    app.shows(OFFER).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_minutes_before_a_meeting_nobody_is_asked_and_nothing_installed() {
    const MEETING: &str = "Board meeting";

    let desktop = Desktop::start("update-meeting").await;
    let server = server::quick_with_only(MEETING, SignedDuration::from_mins(10)).await;
    let app = App::open(&desktop).await;
    sign_in_to(&app, &server).await;
    app.shows(MEETING).await;
    app.close().await;

    let updates = UpdateServer::start().await;
    updates.publish(NEWER, "", Signed::ByTheMakers);
    updates.serves(&desktop);
    let app_image = AppImage::install(&desktop);
    let app = App::open(&desktop).await;
    app.shows(MEETING).await;
    open_settings(&app).await;
    app.offers("Check for updates").await;
    assert_eq!(updates.asked(), [""; 0], "nothing is looked for by itself");
    app.click("Check for updates").await;
    app.shows("You are or soon will be in a meeting").await;
    app.click("Install and restart").await;
    app.shows("is installed after your meeting").await;
    assert_eq!(updates.asked().last().unwrap(), "/OpenMeetings.AppImage");
    assert!(app_image.is_unchanged());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_package_manager_installed_asks_for_no_updates_at_all() {
    let desktop = Desktop::start("update-package").await;
    let updates = UpdateServer::start().await;
    updates.publish(NEWER, "", Signed::ByTheMakers);
    updates.serves(&desktop);
    let server = server::quick_without_meetings().await;
    let app = App::open(&desktop).await;
    sign_in_to(&app, &server).await;
    open_settings(&app).await;
    app.shows("Updates come with the packages of this computer")
        .await;
    assert_eq!(updates.asked(), [""; 0]);
}
