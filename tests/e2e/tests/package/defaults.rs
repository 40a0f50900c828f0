//! For what the launcher is opened without anybody having chosen it.

use std::fs;
use std::path::Path;

use launcher_e2e::Desktop;

use crate::installed::Installed;

const LINKS: &str = "x-scheme-handler/openmeetings";
const INVITATIONS: &str = "text/calendar";

/// Names that calendars have; the last of them comes late in any order.
const CALENDARS: [&str; 4] = [
    "org.gnome.Calendar.desktop",
    "org.kde.korganizer.desktop",
    "thunderbird.desktop",
    "xfce4-orage.desktop",
];

#[tokio::test(flavor = "multi_thread")]
async fn links_are_opened_by_the_launcher() {
    let desktop = Desktop::start("package_default_links").await;
    let installed = Installed::on(&desktop);
    let ask = installed.command("xdg-mime");
    assert_eq!(default(ask, LINKS), "openmeetings-launcher-open.desktop");
    let mut gio = installed.command("gio");
    let answer = gio.args(["mime", LINKS]).output().unwrap();
    let answer = String::from_utf8_lossy(&answer.stdout).into_owned();
    let first = answer.lines().next().unwrap_or_default();
    assert!(
        first.ends_with("openmeetings-launcher-open.desktop"),
        "{answer}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_calendar_stays_the_default_for_invitation_files() {
    let desktop = Desktop::start("package_default_files").await;
    let installed = Installed::on(&desktop);
    for calendar in CALENDARS {
        let share = desktop.folder().join(calendar);
        let applications = share.join("applications");
        fs::create_dir_all(&applications).unwrap();
        for entry in fs::read_dir(installed.applications()).unwrap().flatten() {
            let name = entry.file_name();
            if name.to_string_lossy().contains("openmeetings-launcher") {
                fs::copy(entry.path(), applications.join(name)).unwrap();
            }
        }
        register(&installed, &applications, calendar);

        let mut ask = installed.command("xdg-mime");
        ask.env("XDG_DATA_DIRS", &share);
        assert_eq!(default(ask, INVITATIONS), calendar);
        let mut gio = installed.command("gio");
        gio.env("XDG_DATA_DIRS", &share);
        let answer = gio.args(["mime", INVITATIONS]).output().unwrap();
        let answer = String::from_utf8_lossy(&answer.stdout).into_owned();
        let first = answer.lines().next().unwrap_or_default();
        assert!(first.ends_with(calendar), "{answer}");
        assert!(
            answer.contains("zz-openmeetings-launcher-invitation.desktop"),
            "the launcher can be chosen: {answer}"
        );
    }
}

/// Installs a calendar into a folder of entries, as its package does.
fn register(installed: &Installed<'_>, applications: &Path, calendar: &str) {
    let entry = format!(
        "[Desktop Entry]\nType=Application\nName=Calendar\nExec=/bin/true %U\nMimeType={INVITATIONS};\n"
    );
    fs::write(applications.join(calendar), entry).unwrap();
    let status = installed
        .command("update-desktop-database")
        .arg(applications)
        .status()
        .unwrap();
    assert!(status.success(), "the calendar is not registered");
}

/// What `xdg-mime` says, which `xdg-open` goes by.
fn default(mut ask: std::process::Command, kind: &str) -> String {
    let answer = ask.args(["query", "default", kind]).output().unwrap();
    String::from_utf8_lossy(&answer.stdout).trim().to_owned()
}
