//! Passwords that the server refuses.

use launcher_e2e::server::{self, ACCOUNT, PASSWORD};
use launcher_e2e::{App, Desktop, Keychain};

use crate::steps::{MEETING, add_server, give_address, sign_in};

const SERVERS_WORDS: &str = "The server says: “Username/email and/or password are incorrect.”";

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_password_is_refused_in_the_servers_words() {
    let desktop = Desktop::start("wrong_password").await;
    let keychain = Keychain::unlocked(&desktop).await;
    let server = server::quick().await;
    let app = App::open(&desktop).await;
    give_address(&app, &server).await;

    sign_in(&app, "not the password").await;
    app.shows("as anna: name or password refused").await;
    app.shows(SERVERS_WORDS).await;
    assert!(keychain.passwords().is_empty(), "nothing is kept of it");

    sign_in(&app, PASSWORD).await;
    app.click("Show meetings").await;
    app.shows(MEETING).await;
    assert_eq!(keychain.passwords(), [PASSWORD]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_changed_on_the_server_is_asked_for() {
    const NEW: &str = "Changed-5678!";
    let desktop = Desktop::start("changed_password").await;
    let keychain = Keychain::unlocked(&desktop).await;
    let server = server::quick().await;
    let app = App::open(&desktop).await;
    add_server(&app, &server).await;

    server.change(|world| {
        let account = world.users.iter_mut().find(|user| user.login == ACCOUNT);
        NEW.clone_into(&mut account.unwrap().password);
    });
    app.click("Updated").await;
    app.shows("sign-in refused").await;
    app.shows(MEETING).await;
    app.click("Change password").await;
    app.fill("New password for anna", NEW).await;
    app.click("Save").await;
    app.shows("Password saved").await;
    assert_eq!(keychain.passwords(), [NEW]);
    app.click("Back").await;
    app.click("Back").await;
    app.shows(MEETING).await;
    app.shows_no_more("sign-in refused").await;
}
