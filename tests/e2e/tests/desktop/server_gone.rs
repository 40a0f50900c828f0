//! A server that goes away and comes back.

use launcher_e2e::server;
use launcher_e2e::{App, Browser, Desktop, Keychain};

use crate::steps::{IN_MEETING, MEETING, add_server};

#[tokio::test(flavor = "multi_thread")]
async fn the_list_is_kept_until_the_server_is_back() {
    let desktop = Desktop::start("server_gone").await;
    let _keychain = Keychain::unlocked(&desktop).await;
    let browser = Browser::install(&desktop);
    let server = server::quick().await;
    let app = App::open(&desktop).await;
    add_server(&app, &server).await;

    let address = server.address();
    drop(server);
    app.click("Updated").await;
    app.shows("could not be reached").await;
    app.shows("Showing what was known at").await;
    app.shows("As of").await;
    app.shows("not reachable").await;
    app.shows(MEETING).await;

    // A join that fails says so, and the list is still there.
    app.click_in(MEETING, "Join").await;
    app.offers("Try again").await;
    app.shows("Copy details").await;

    let server = server::quick_at(address).await;
    app.click("Try now").await;
    app.shows_no_more("Showing what was known at").await;
    app.shows("Updated").await;
    app.click("Try again").await;
    browser.shows(&server, IN_MEETING).await;
    app.shows("Opened in your browser").await;
}
