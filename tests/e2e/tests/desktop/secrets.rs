//! Passwords, session ids and keys stay where they belong.

use std::fs;

use launcher_e2e::programs::{COMMAND_LINE, WINDOW};
use launcher_e2e::server::{self, PASSWORD};
use launcher_e2e::{App, Browser, Desktop, Keychain, traces};

use crate::steps::{IN_MEETING, MEETING, add_server};

#[tokio::test(flavor = "multi_thread")]
async fn no_secret_is_left_anywhere() {
    let desktop = Desktop::start("secrets").await;
    let _keychain = Keychain::unlocked(&desktop).await;
    let browser = Browser::install(&desktop);
    let server = server::quick().await;
    let app = App::open(&desktop).await;
    add_server(&app, &server).await;
    app.click_in(MEETING, "Join").await;
    browser.shows(&server, IN_MEETING).await;
    app.shows("Opened in your browser").await;
    app.click("Updated").await;
    app.shows("Updated").await;
    let joined = desktop.openmeetings(&["join", "Quiet room"]);
    assert!(joined.status.success(), "{joined:?}");
    browser.shows(&server, "You are in room Quiet room").await;

    let mut secrets = server.secrets();
    assert!(
        secrets.len() >= 4,
        "SIDs and keys of all flows: {secrets:?}"
    );
    secrets.push(PASSWORD.to_owned());

    let found = traces::holding(&desktop.home(), &secrets);
    assert!(found.is_empty(), "in files: {found:?}");
    let logs = traces::files(&desktop.home().join(".local/state"));
    assert!(!logs.is_empty(), "the search sees the logs");

    let source = app.source().await;
    let printed = String::from_utf8_lossy(&joined.stdout).into_owned();
    for secret in &secrets {
        assert!(!source.contains(secret), "{secret} in the page");
        assert!(!printed.contains(secret), "{secret} printed");
    }
    for process in desktop.processes() {
        if ![WINDOW, COMMAND_LINE].contains(&process.program.as_str()) {
            continue;
        }
        let environment = fs::read(format!("/proc/{}/environ", process.id)).unwrap_or_default();
        let environment = String::from_utf8_lossy(&environment).into_owned();
        for secret in &secrets {
            let arguments = process.arguments.join(" ");
            assert!(!arguments.contains(secret), "{secret} in {process:?}");
            assert!(!environment.contains(secret), "{secret} in the environment");
        }
    }
}
