//! What the uninstaller takes away, and what it leaves where that is wanted.

use launcher_e2e::{Desktop, server};

use crate::wine::{Setup, Wine};

const RUN: &str = r"Software\Microsoft\Windows\CurrentVersion\Run";

#[tokio::test(flavor = "multi_thread")]
async fn uninstalling_leaves_nothing() {
    let desktop = Desktop::start("windows_nothing").await;
    let wine = Wine::on(&desktop);
    let server = server::quick().await;
    // Every real Windows has it.
    wine.output("reg", &["add", r"HKCU\Software\Classes", "/f"]);
    let (registry, files) = (wine.registry().of_windows(), wine.files());
    wine.install(Setup::Newest);
    wine.save(&server);
    wine.start_resident().await;
    let program = wine.installed("openmeetings-launcher.exe");
    wine.write(RUN, "OpenMeetings Launcher", &program);

    wine.uninstall(&[]).await;
    assert_eq!(wine.launchers(), [], "it was asked to end");
    let after = wine.registry();
    assert!(!after.mentions("org.openmeetings"), "a password is left");
    let left = registry.differences(&after.of_windows());
    assert_eq!(left, [] as [&str; 0]);
    let left: Vec<_> = wine.files().difference(&files).cloned().collect();
    assert!(left.is_empty(), "{left:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn servers_and_passwords_are_kept_for_the_next_time() {
    let desktop = Desktop::start("windows_kept").await;
    let wine = Wine::on(&desktop);
    let server = server::quick().await;
    wine.install(Setup::Newest);
    wine.save(&server);
    wine.uninstall(&["/KEEPSETTINGS"]).await;
    let local = wine.person().join("AppData/Local/openmeetings");
    assert!(!local.exists(), "lists and logs are no settings");

    wine.install(Setup::Newest);
    let joined = wine.openmeetings(&["join", "2", "--print"]);
    let printed = String::from_utf8_lossy(&joined.stdout).into_owned();
    assert!(printed.contains("hash?secure="), "{joined:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_else_put_beside_the_programs_stays() {
    let desktop = Desktop::start("windows_beside").await;
    let wine = Wine::on(&desktop);
    wine.install(Setup::Newest);
    let notes = wine.folder().join("notes.txt");
    std::fs::write(&notes, "mine").unwrap();
    let program = wine.installed("uninstall.exe");
    wine.output(&program, &["/S"]);
    launcher_e2e::wait::until("end of the uninstaller", async || {
        (!wine.folder().join("uninstall.exe").exists()).then_some(())
    })
    .await;
    let left = std::fs::read_dir(wine.folder()).unwrap().count();
    assert_eq!(left, 1, "only what is not ours");
    assert_eq!(std::fs::read_to_string(notes).unwrap(), "mine");
}
