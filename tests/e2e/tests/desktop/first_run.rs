//! From nothing to a room.

use launcher_e2e::server::{self, PASSWORD};
use launcher_e2e::{App, Browser, Desktop, Keychain};

use crate::steps::{MEETING, give_address, sign_in};

#[tokio::test(flavor = "multi_thread")]
async fn first_run_to_room() {
    let desktop = Desktop::start("first_run_to_room").await;
    let keychain = Keychain::unlocked(&desktop).await;
    let browser = Browser::install(&desktop);
    let server = server::quick().await;

    let app = App::open(&desktop).await;
    app.shows("Join your first meeting").await;
    give_address(&app, &server).await;
    for step in ["Found", "Not encrypted", "OpenMeetings"] {
        app.shows(step).await;
    }
    sign_in(&app, PASSWORD).await;
    app.shows("anna can enter rooms directly.").await;
    app.shows("Server added").await;
    assert_eq!(keychain.passwords(), [PASSWORD], "seen from outside");
    // What others in the room see.
    app.fill("First name", "Anna").await;
    app.fill("Last name", "Arends").await;
    app.click("Show meetings").await;
    app.shows("Planning: spring release").await;
    app.shows("as Anna Arends").await;

    assert!(browser.pages().await.is_empty(), "nothing was opened yet");
    app.click_in(MEETING, "Join").await;
    app.shows("Opened in your browser").await;
    app.shows("The link works once").await;
    let words = "You are in room Stand-up as Anna Arends";
    let page = browser.shows(&server, words).await;

    let keys = server::keys_used(&server);
    assert_eq!(keys.len(), 1, "{keys:?}");
    assert!(page.url.contains(&keys[0]), "{page:?}");
}
