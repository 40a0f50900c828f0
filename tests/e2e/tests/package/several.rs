//! Links that come together.

use std::process::Child;

use launcher_e2e::{Browser, Desktop, Keychain, server};

use crate::installed::{Installed, Opener, link_to, server_with_rooms, shown_in, taken};

const MANY: usize = 10;

#[tokio::test(flavor = "multi_thread")]
async fn ten_links_at_once_where_nothing_runs_arrive_once_each() {
    let desktop = Desktop::start("package_ten").await;
    let _keychain = Keychain::unlocked(&desktop).await;
    let browser = Browser::install(&desktop);
    let server = server_with_rooms(MANY + 1).await;
    let installed = Installed::on(&desktop);
    installed.save(&server);

    let openings: Vec<Child> = (0..MANY)
        .map(|number| {
            let opener = if number % 2 == 0 {
                Opener::Xdg
            } else {
                Opener::Gio
            };
            installed.start_to_open(opener, &link_to(&server, number))
        })
        .collect();
    openings.into_iter().for_each(taken);
    for number in 0..MANY {
        browser.shows(&server, &shown_in(number)).await;
    }
    // Fails if there are two: each of the ten looked for one to take its link.
    assert!(desktop.resident().is_some());
    // What came before this has been dealt with when this has.
    installed.open(Opener::Gio, &link_to(&server, MANY));
    browser.shows(&server, &shown_in(MANY)).await;
    installed.quit().await;
    assert_eq!(server::keys_used(&server).len(), MANY + 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_link_twice_opens_one_page() {
    let desktop = Desktop::start("package_twice").await;
    let _keychain = Keychain::unlocked(&desktop).await;
    let browser = Browser::install(&desktop);
    let server = server_with_rooms(3).await;
    let installed = Installed::on(&desktop);
    installed.save(&server);
    // It runs already: two starts would take longer than a double click.
    installed.open(Opener::Gio, &link_to(&server, 0));
    browser.shows(&server, &shown_in(0)).await;

    let link = link_to(&server, 1);
    let twice = [(); 2].map(|()| installed.start_to_open(Opener::Gio, &link));
    twice.into_iter().for_each(taken);
    browser.shows(&server, &shown_in(1)).await;
    // What came before this has been dealt with when this has.
    installed.open(Opener::Gio, &link_to(&server, 2));
    browser.shows(&server, &shown_in(2)).await;
    installed.quit().await;
    assert_eq!(server::keys_used(&server).len(), 3);
    browser.shows_times(1, &shown_in(1)).await;
}
