//! One link, by each way that desktops open it.

use launcher_e2e::wait::until;
use launcher_e2e::{Browser, Desktop, Keychain, server};

use crate::installed::{Installed, Opener, link_to, server_with_rooms, shown_in, taken};

#[tokio::test(flavor = "multi_thread")]
async fn xdg_open_brings_into_the_room_where_nothing_runs() {
    cold("package_cold_xdg", Opener::Xdg).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn gio_open_brings_into_the_room_where_nothing_runs() {
    cold("package_cold_gio", Opener::Gio).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn xdg_open_brings_into_the_room_by_what_runs() {
    warm("package_warm_xdg", Opener::Xdg).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn gio_open_brings_into_the_room_by_what_runs() {
    warm("package_warm_gio", Opener::Gio).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_that_comes_while_the_resident_starts_arrives_as_well() {
    let desktop = Desktop::start("package_starting").await;
    let _keychain = Keychain::unlocked(&desktop).await;
    let browser = Browser::install(&desktop);
    let server = server_with_rooms(2).await;
    let installed = Installed::on(&desktop);
    installed.save(&server);

    let first = installed.start_to_open(Opener::Gio, &link_to(&server, 0));
    // There is its process, and no door yet.
    until("resident", async || desktop.resident()).await;
    let second = installed.start_to_open(Opener::Xdg, &link_to(&server, 1));
    taken(first);
    taken(second);
    browser.shows(&server, &shown_in(0)).await;
    browser.shows(&server, &shown_in(1)).await;
    installed.quit().await;
    assert_eq!(server::keys_used(&server).len(), 2);
}

async fn cold(name: &str, opener: Opener) {
    let desktop = Desktop::start(name).await;
    let _keychain = Keychain::unlocked(&desktop).await;
    let browser = Browser::install(&desktop);
    let server = server_with_rooms(1).await;
    let installed = Installed::on(&desktop);
    installed.save(&server);
    assert_eq!(desktop.resident(), None);

    installed.open(opener, &link_to(&server, 0));
    browser.shows(&server, &shown_in(0)).await;
    assert!(desktop.resident().is_some(), "it stays for the next link");
    assert_eq!(desktop.windows(), [], "nobody was asked anything");
    installed.quit().await;
    assert_eq!(server::keys_used(&server).len(), 1);
}

async fn warm(name: &str, opener: Opener) {
    let desktop = Desktop::start(name).await;
    let _keychain = Keychain::unlocked(&desktop).await;
    let browser = Browser::install(&desktop);
    let server = server_with_rooms(2).await;
    let installed = Installed::on(&desktop);
    installed.save(&server);
    installed.open(opener, &link_to(&server, 0));
    browser.shows(&server, &shown_in(0)).await;
    let resident = desktop.resident();
    assert!(resident.is_some());

    installed.open(opener, &link_to(&server, 1));
    browser.shows(&server, &shown_in(1)).await;
    assert_eq!(desktop.resident(), resident, "the same one took both");
    installed.quit().await;
    assert_eq!(server::keys_used(&server).len(), 2);
}
