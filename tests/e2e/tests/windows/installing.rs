//! What the installer does, and what it does over an older launcher.

use launcher_e2e::{Desktop, server};

use crate::wine::{Setup, Wine, as_windows_writes};

const UNINSTALL: &str = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\OpenMeetingsLauncher";
const APP_PATHS: &str = r"Software\Microsoft\Windows\CurrentVersion\App Paths";
const COMMAND: &str = r"shell\open\command";

#[tokio::test(flavor = "multi_thread")]
async fn windows_knows_programs_links_and_invitations() {
    let desktop = Desktop::start("windows_installed").await;
    let wine = Wine::on(&desktop);
    wine.install(Setup::Newest);

    let version = wine.openmeetings(&["--version"]);
    let version = String::from_utf8_lossy(&version.stdout).trim().to_owned();
    let version = version.strip_prefix("openmeetings ").unwrap().to_owned();
    let registry = wine.registry();
    let text = |key: &str, name: &str| registry.text(key, name).unwrap_or_default();
    let folder = as_windows_writes(&wine.folder());
    let opens = format!(r#""{folder}\openmeetings-launcher.exe" --hidden -- "%1""#);
    let scheme = r"Software\Classes\openmeetings";
    assert_eq!(text(&format!(r"{scheme}\{COMMAND}"), "@"), opens);
    assert_eq!(registry.text(scheme, "URL Protocol"), Some(String::new()));
    let invitation = r"Software\Classes\OpenMeetingsLauncher.Invitation";
    assert_eq!(text(&format!(r"{invitation}\{COMMAND}"), "@"), opens);
    for program in ["openmeetings.exe", "openmeetings-launcher.exe"] {
        let key = format!(r"{APP_PATHS}\{program}");
        assert_eq!(text(&key, "@"), format!(r"{folder}\{program}"));
    }
    assert_eq!(text(UNINSTALL, "DisplayVersion"), version);
    assert_eq!(text(UNINSTALL, "InstallLocation"), folder);
    let menu = "AppData/Roaming/Microsoft/Windows/Start Menu/Programs";
    let entry = wine.person().join(menu).join("OpenMeetings Launcher.lnk");
    assert!(entry.is_file(), "{}", entry.display());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_calendar_of_the_person_stays_the_default() {
    let desktop = Desktop::start("windows_calendar").await;
    let wine = Wine::on(&desktop);
    let key = r"Software\Classes\.ics";
    wine.output(
        "reg",
        &[
            "add",
            &format!(r"HKCU\{key}"),
            "/ve",
            "/d",
            "Calendar",
            "/f",
        ],
    );
    wine.install(Setup::Newest);
    let registry = wine.registry();
    assert_eq!(registry.text(key, "@").as_deref(), Some("Calendar"));
    let handlers = format!(r"{key}\OpenWithProgids");
    let ours = registry.text(&handlers, "OpenMeetingsLauncher.Invitation");
    assert!(ours.is_some(), "it is among those that can open one");
    wine.uninstall(&[]).await;
    let registry = wine.registry();
    assert_eq!(registry.text(key, "@").as_deref(), Some("Calendar"));
    assert!(!registry.mentions("OpenMeetingsLauncher"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upgrade_ends_the_launcher_and_starts_it_again() {
    let desktop = Desktop::start("windows_upgrade").await;
    let wine = Wine::on(&desktop);
    let server = server::quick().await;
    wine.install(Setup::Older);
    let version = || wine.registry().text(UNINSTALL, "DisplayVersion");
    let older = version().unwrap();
    wine.save(&server);
    wine.start_resident().await;
    let before = wine.launchers();
    assert_eq!(before.len(), 1, "{before:?}");

    let so_far = wine.residents_so_far();
    wine.install(Setup::Newest);
    assert_ne!(version().unwrap(), older);
    wine.resident_begins(so_far).await;
    let after = wine.launchers();
    assert_eq!(after.len(), 1, "{after:?}");
    assert_ne!(after[0].id, before[0].id);
    let list = wine.openmeetings(&["profile", "list"]);
    let list = String::from_utf8_lossy(&list.stdout).into_owned();
    assert!(list.starts_with("Work "), "{list}");
}

#[tokio::test(flavor = "multi_thread")]
async fn where_nothing_ran_nothing_runs_after_an_upgrade() {
    let desktop = Desktop::start("windows_quiet_upgrade").await;
    let wine = Wine::on(&desktop);
    wine.install(Setup::Older);
    wine.install(Setup::Newest);
    assert_eq!(wine.launchers(), []);
}
