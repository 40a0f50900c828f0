//! Invitation files, opened from a file manager or a mail.

use std::fs;
use std::path::PathBuf;

use launcher_e2e::wait::until;
use launcher_e2e::{Browser, Desktop};

use crate::installed::{Installed, Opener};

/// As a real server mailed it.
const RECORDED: &str = include_str!("../../../fixtures/ics/request-guest.ics");

const ENTRY: &str = "zz-openmeetings-launcher-invitation.desktop";

/// As the entry of the menu names it.
const CLASS: &str = "^openmeetings-launcher$";

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_file_asks_in_the_window_whoever_chose_the_launcher_for_it() {
    let desktop = Desktop::start("package_file_chosen").await;
    let _browser = Browser::install(&desktop);
    let installed = Installed::on(&desktop);
    // What “always open with” writes.
    let chosen = installed
        .command("gio")
        .args(["mime", "text/calendar", ENTRY])
        .output()
        .unwrap();
    assert!(chosen.status.success(), "{chosen:?}");
    installed.open(Opener::Gio, &invitation(&desktop).display().to_string());
    the_window_asks(&desktop).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_file_asks_in_the_window_when_opened_with_the_launcher_once() {
    let desktop = Desktop::start("package_file_once").await;
    let installed = Installed::on(&desktop);
    let launched = installed
        .command("gio")
        .arg("launch")
        .arg(installed.applications().join(ENTRY))
        .arg(invitation(&desktop))
        .output()
        .unwrap();
    assert!(launched.status.success(), "{launched:?}");
    the_window_asks(&desktop).await;
}

/// The window is there, and nothing was opened behind the person's back.
async fn the_window_asks(desktop: &Desktop) {
    desktop.shows_window().await;
    // By this docks know that the window is that of the menu's entry.
    let of_class = ["search", "--onlyvisible", "--class", CLASS];
    until("window of that class", async || {
        let known = desktop.output("xdotool", &of_class)?;
        (!known.is_empty()).then_some(())
    })
    .await;
    // A web view that is being started looks like its window for a moment.
    until("one window", async || {
        (desktop.windows().len() == 1).then_some(())
    })
    .await;
    assert!(desktop.running("chromium").is_empty());
}

/// With blanks and letters that paths have.
fn invitation(desktop: &Desktop) -> PathBuf {
    let file = desktop.home().join("Einladung für Gwen.ics");
    fs::write(&file, RECORDED).unwrap();
    file
}
