//! What many tests begin with.

use launcher_e2e::server::{ACCOUNT, PASSWORD};
use launcher_e2e::wait::until;
use launcher_e2e::{App, Desktop};
use openmeetings_testserver::TestServer;

/// The one field of the first screen.
pub(crate) const FIRST_FIELD: &str = "Meeting link or your server’s address";

/// The meeting of the demo world that is on.
pub(crate) const MEETING: &str = "Team stand-up";

/// What the browser says in it.
pub(crate) const IN_MEETING: &str = "You are in room Stand-up as anna";

/// Gives the address of a server, up to the question for the account.
pub(crate) async fn give_address(app: &App<'_>, server: &TestServer) {
    app.fill(FIRST_FIELD, &server.base_url()).await;
    app.shows("Add the server 127.0.0.1").await;
    app.click("Continue").await;
    app.shows("Account").await;
}

/// Signs in to the server just found.
pub(crate) async fn sign_in(app: &App<'_>, password: &str) {
    app.fill("Account", ACCOUNT).await;
    app.fill("Password", password).await;
    app.click("Sign in unprotected").await;
}

/// From the first screen to the meetings, with a keychain that takes the password.
pub(crate) async fn add_server(app: &App<'_>, server: &TestServer) {
    give_address(app, server).await;
    sign_in(app, PASSWORD).await;
    app.click("Show meetings").await;
    app.shows(MEETING).await;
}

/// As [`add_server`] where there is no keychain: kept until the person quits.
pub(crate) async fn add_server_until_quit(app: &App<'_>, server: &TestServer) {
    give_address(app, server).await;
    sign_in(app, PASSWORD).await;
    app.click("Keep until I quit").await;
    app.click("Show meetings").await;
    app.shows(MEETING).await;
}

/// A desktop whose resident has a server, and no window any more.
pub(crate) async fn leave_with_server(desktop: &Desktop, server: &TestServer) {
    let app = App::open(desktop).await;
    add_server_until_quit(&app, server).await;
    app.close().await;
}

/// A desktop with a saved server and its password, on which nothing runs.
pub(crate) async fn save_server(desktop: &Desktop, server: &TestServer) {
    let app = App::open(desktop).await;
    add_server(&app, server).await;
    app.close().await;
    end_resident(desktop).await;
}

/// Opens the settings.
pub(crate) async fn open_settings(app: &App<'_>) {
    app.click("Settings").await;
    app.shows("This computer").await;
}

/// Ends the resident, as the end of the person's session does.
pub(crate) async fn end_resident(desktop: &Desktop) {
    desktop.resident().expect("it runs").end();
    until_resident_ends(desktop).await;
}

pub(crate) async fn until_resident_ends(desktop: &Desktop) {
    until("end of the resident", async || {
        desktop.resident().is_none().then_some(())
    })
    .await;
}
