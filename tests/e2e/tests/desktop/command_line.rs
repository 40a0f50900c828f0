//! The command line beside the window, and without it.

use launcher_e2e::server;
use launcher_e2e::{App, Browser, Desktop, Keychain};

use crate::steps::{IN_MEETING, MEETING, add_server_until_quit, save_server};

#[tokio::test(flavor = "multi_thread")]
async fn join_goes_through_the_running_resident() {
    let desktop = Desktop::start("command_line_with_resident").await;
    let browser = Browser::install(&desktop);
    let server = server::quick().await;
    let app = App::open(&desktop).await;
    // Only the resident has the password.
    add_server_until_quit(&app, &server).await;
    let resident = desktop.resident();

    let joined = desktop.openmeetings(&["join", MEETING]);
    assert!(joined.status.success(), "{joined:?}");
    browser.shows(&server, IN_MEETING).await;
    app.shows("Opened in your browser").await;
    app.shows(MEETING).await;
    assert_eq!(desktop.resident(), resident);
    assert_eq!(server::keys_used(&server).len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn join_works_without_a_resident_and_leaves_none() {
    let desktop = Desktop::start("command_line_alone").await;
    let _keychain = Keychain::unlocked(&desktop).await;
    let browser = Browser::install(&desktop);
    let server = server::quick().await;
    save_server(&desktop, &server).await;

    let joined = desktop.openmeetings(&["join", "Stand-up"]);
    assert!(joined.status.success(), "{joined:?}");
    browser.shows(&server, IN_MEETING).await;
    assert_eq!(desktop.resident(), None);
}
