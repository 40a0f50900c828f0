//! Two starts, and programs that are killed: nothing is lost, and nothing is
//! there twice.

use launcher_e2e::programs::{WINDOW, built};
use launcher_e2e::server;
use launcher_e2e::wait::until;
use launcher_e2e::{App, Browser, Desktop, Keychain};

use crate::steps::{IN_MEETING, MEETING, add_server, add_server_until_quit};

#[tokio::test(flavor = "multi_thread")]
async fn a_second_start_brings_the_first_window_to_the_front() {
    let desktop = Desktop::start("second_start").await;
    let app = App::open(&desktop).await;
    app.shows("Join your first meeting").await;
    let window = app.window().await;
    desktop.minimise(&window);
    until("minimised window", async || {
        (desktop.active().as_ref() != Some(&window)).then_some(())
    })
    .await;

    let second = desktop.run(built(WINDOW), &[]);
    assert!(second.status.success(), "{second:?}");
    until("first window at the front", async || {
        (desktop.active().as_ref() == Some(&window)).then_some(())
    })
    .await;
    // A web view that is being started looks like its window for a moment.
    until("the first window alone", async || {
        (desktop.windows() == [app.process()]).then_some(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_window_that_is_killed_takes_nothing_with_it() {
    let desktop = Desktop::start("window_killed").await;
    let browser = Browser::install(&desktop);
    let server = server::quick().await;
    let app = App::open(&desktop).await;
    add_server_until_quit(&app, &server).await;
    let resident = desktop.resident();

    let window = app.process();
    window.kill();
    drop(app);
    until("end of the window", async || {
        (!window.is_running()).then_some(())
    })
    .await;
    assert!(resident.is_some());
    assert_eq!(desktop.resident(), resident);

    let app = App::open(&desktop).await;
    app.click_in(MEETING, "Join").await;
    browser.shows(&server, IN_MEETING).await;
    assert_eq!(desktop.resident(), resident);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_resident_that_is_killed_is_started_again() {
    let desktop = Desktop::start("resident_killed").await;
    let _keychain = Keychain::unlocked(&desktop).await;
    let browser = Browser::install(&desktop);
    let server = server::quick().await;
    let app = App::open(&desktop).await;
    add_server(&app, &server).await;

    let first = desktop.resident().unwrap();
    app.remember().await;
    first.kill();
    app.showed("The background part of the launcher has ended")
        .await;
    app.shows_no_more("The background part of the launcher has ended")
        .await;
    let second = desktop.resident().unwrap();
    assert_ne!(first, second);

    app.shows(MEETING).await;
    app.click_in(MEETING, "Join").await;
    browser.shows(&server, IN_MEETING).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_window_that_reaches_the_resident_at_another_try_hears_of_changes() {
    let desktop = Desktop::start("another_try").await;
    // Where the door would be.
    let obstacle = desktop.folder().join("run/openmeetings-launcher");
    std::fs::write(&obstacle, "").unwrap();
    let app = App::open(&desktop).await;
    app.offers("Try again").await;
    std::fs::remove_file(&obstacle).unwrap();
    app.click("Try again").await;
    app.shows("Join your first meeting").await;

    // Each step of it is shown by what the resident tells.
    let server = server::quick().await;
    add_server_until_quit(&app, &server).await;
}
