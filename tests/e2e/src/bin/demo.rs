//! What `cargo xtask demo` shows where there is no display: the built programs on
//! a desktop of their own, from the first start to a room in a real browser.

#![expect(clippy::print_stdout, reason = "it tells what it does")]

use std::path::Path;

use jiff::SignedDuration;
use launcher_e2e::server::{self, ACCOUNT, PASSWORD};
use launcher_e2e::x11::Place;
use launcher_e2e::{App, Browser, Desktop, Notifications, StatusNotifier};
use openmeetings_testserver::TestServer;

const FIELD: &str = "Meeting link or your server’s address";
const MEETING: &str = "Team stand-up";
/// Begins two minutes after the demo, so that it is reminded of.
const SOON: &str = "Coffee with Paul";
const IN_MEETING: &str = "You are in room Stand-up as Anna Arends";

const BESIDE_THE_BROWSER: Place = Place {
    x: 20,
    y: 30,
    width: 460,
    height: 720,
};

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let pictures = tempfile::Builder::new()
        .prefix("openmeetings-launcher-demo-")
        .tempdir()?
        .keep();
    let server = server::real_with(SOON, SignedDuration::from_mins(2)).await;
    println!(
        "1. A demo server answers at {}, as slowly as real ones.",
        server.base_url()
    );
    let desktop = Desktop::start("demo").await;
    let browser = Browser::install(&desktop);
    let panel = StatusNotifier::start(&desktop).await;
    let notes = Notifications::start(&desktop).await;
    println!(
        "2. A desktop that nobody sees is up: no keychain, Chromium is its browser, a panel \
         shows tray icons and somebody notifications."
    );
    let app = App::open(&desktop).await;
    app.shows("Join your first meeting").await;
    // Beside it there is room for the browser.
    desktop.move_to(&app.window().await, BESIDE_THE_BROWSER);
    picture(&app, &desktop, &pictures.join("1-first-start.png")).await;
    println!("3. The launcher is open and asks for a link or an address.");

    add_server(&app, &server, &desktop, &pictures).await;
    join(&app, &server, &desktop, &browser, &pictures).await;
    without_window(app, &panel, &notes, &server, &browser).await;
    println!("\nThe pictures are in {}", pictures.display());
    Ok(())
}

async fn add_server(app: &App<'_>, server: &TestServer, desktop: &Desktop, pictures: &Path) {
    app.fill(FIELD, &server.base_url()).await;
    app.shows("Add the server").await;
    app.click("Continue").await;
    app.shows("Not encrypted").await;
    println!("4. The address was given; the server was found, its version too.");
    app.fill("Account", ACCOUNT).await;
    app.fill("Password", PASSWORD).await;
    app.click("Sign in unprotected").await;
    app.offers("Keep until I quit").await;
    picture(app, desktop, &pictures.join("2-no-keychain.png")).await;
    app.click("Keep until I quit").await;
    println!("5. {ACCOUNT} is signed in; the password is kept in memory until the end.");
    app.fill("First name", "Anna").await;
    app.fill("Last name", "Arends").await;
    app.click("Show meetings").await;
    app.shows(MEETING).await;
    app.shows("Updated").await;
    picture(app, desktop, &pictures.join("3-meetings.png")).await;
    println!("6. The meetings of the day are listed, and the rooms.");
}

async fn join(
    app: &App<'_>,
    server: &TestServer,
    desktop: &Desktop,
    browser: &Browser,
    pictures: &Path,
) {
    app.click_in(MEETING, "Join").await;
    println!("7. “Join” was pressed on “{MEETING}”.");
    app.shows("Opened in your browser").await;
    let page = browser.shows(server, IN_MEETING).await;
    println!("8. Chromium shows the room: “{}”.", page.text.trim());
    let keys = server::keys_used(server);
    assert_eq!(keys.len(), 1, "the server saw the key come in once");
    println!("9. The server let the browser in with a key that works once.");
    picture(app, desktop, &pictures.join("4-in-the-room.png")).await;
}

/// What goes on when the window is closed: the tray, and a reminder that joins.
async fn without_window(
    app: App<'_>,
    panel: &StatusNotifier,
    notes: &Notifications,
    server: &TestServer,
    browser: &Browser,
) {
    app.close().await;
    let tray = panel.item().await;
    tray.says(SOON).await;
    let menu = tray.menu().await;
    let menu: Vec<&str> = menu.iter().map(|entry| entry.label.as_str()).collect();
    println!(
        "10. The window is closed. The tray says “{}” and offers: {}.",
        tray.tooltip().await.replace('\n', " · "),
        menu.join(" | ")
    );
    let reminder = notes.shows(SOON).await;
    println!(
        "11. A notification reminds: “{}”, {}.",
        reminder.title,
        reminder.body.replace('\n', " · ")
    );
    notes.press(&reminder, "Join").await;
    browser.shows_times(2, IN_MEETING).await;
    let keys = server::keys_used(server);
    assert_eq!(keys.len(), 2, "the button joins with a key of its own");
    println!("12. Its “Join” was pressed: Chromium shows that room, too.");
}

async fn picture(app: &App<'_>, desktop: &Desktop, file: &Path) {
    app.is_drawn().await;
    desktop.picture(file);
}
