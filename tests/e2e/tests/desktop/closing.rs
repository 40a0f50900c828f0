//! What ends with the window, and what it remembers.

use launcher_e2e::wait::until;
use launcher_e2e::x11::Place;
use launcher_e2e::{App, Desktop};

use crate::steps::{add_server_until_quit, open_settings, until_resident_ends};

#[tokio::test(flavor = "multi_thread")]
async fn closing_the_window_leaves_the_resident_unless_told_otherwise() {
    let desktop = Desktop::start("closing").await;
    let server = launcher_e2e::server::quick().await;
    let app = App::open(&desktop).await;
    add_server_until_quit(&app, &server).await;
    let resident = desktop.resident();
    assert!(resident.is_some());
    app.close().await;
    assert_eq!(desktop.resident(), resident);

    let app = App::open(&desktop).await;
    open_settings(&app).await;
    app.switch("Keep running when the window is closed").await;
    app.close().await;
    until_resident_ends(&desktop).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn quitting_ends_both() {
    let desktop = Desktop::start("quitting").await;
    let server = launcher_e2e::server::quick().await;
    let app = App::open(&desktop).await;
    add_server_until_quit(&app, &server).await;
    open_settings(&app).await;
    let window = app.process();
    app.click_last("Quit the launcher").await;
    until("end of the window", async || {
        (!window.is_running()).then_some(())
    })
    .await;
    until_resident_ends(&desktop).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn size_and_place_are_remembered() {
    let wanted = Place {
        x: 300,
        y: 150,
        width: 700,
        height: 500,
    };
    let desktop = Desktop::start("size_and_place").await;
    let app = App::open(&desktop).await;
    app.shows("Join your first meeting").await;
    let window = app.window().await;
    desktop.move_to(&window, wanted);
    let put = until("window where it was put", async || {
        let place = desktop.place(&window)?;
        (place.width == wanted.width
            && place.height == wanted.height
            && place.x.abs_diff(wanted.x) < 40)
            .then_some(place)
    })
    .await;
    app.close().await;

    let app = App::open(&desktop).await;
    app.shows("Join your first meeting").await;
    let window = app.window().await;
    until("window at its old place", async || {
        (desktop.place(&window)? == put).then_some(())
    })
    .await;
}
