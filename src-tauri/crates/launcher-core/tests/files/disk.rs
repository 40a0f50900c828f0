//! A disk that is full, and one that nobody may write to. Both real: file systems in a
//! name space of a child.

use std::path::Path;
use std::process::Command;

use launcher_core::error::Code;

use crate::support::TestLauncher;
use crate::writer::Writer;

/// Set in the child: which disk it is to try.
const DISK: &str = "LAUNCHER_TEST_DISK";

/// Runs one of the tests below on a file system of a few pages. `None` where this
/// computer makes none for people.
#[cfg(target_os = "linux")]
fn on_a_small_disk(test: &str) -> Option<std::process::Output> {
    let folder = tempfile::tempdir().unwrap();
    let make = "mount -t tmpfs -o size=96k tmpfs \"$0\"";
    let in_name_space = |then: &str| {
        let mut command = Command::new("unshare");
        command.args(["--mount", "--map-root-user", "sh", "-c"]);
        command.arg(format!("{make} && {then}")).arg(folder.path());
        command
    };
    if !in_name_space("true")
        .status()
        .is_ok_and(|status| status.success())
    {
        return None;
    }
    let program = std::env::current_exe().unwrap();
    let output = in_name_space("exec \"$1\" --exact \"$2\" --nocapture")
        .arg(program)
        .arg(test)
        .env(DISK, folder.path())
        .output()
        .unwrap();
    Some(output)
}

#[cfg(target_os = "linux")]
#[expect(clippy::print_stderr, reason = "whoever runs it should know")]
fn passes_on_a_small_disk(test: &str) {
    let Some(output) = on_a_small_disk(test) else {
        eprintln!("not tried: no file system can be made here");
        return;
    };
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    assert!(output.status.success(), "{said}");
    assert!(said.contains("1 passed"), "{said}");
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_costs_nothing_that_was_saved() {
    passes_on_a_small_disk("disk::full");
}

#[test]
#[cfg(target_os = "linux")]
fn a_read_only_disk_is_said_and_the_launcher_goes_on() {
    passes_on_a_small_disk("disk::read_only");
}

/// Not a test of its own: what the first does on the small disk.
#[tokio::test]
async fn full() {
    let Some(folder) = std::env::var_os(DISK) else {
        return;
    };
    let folder = Path::new(&folder);
    let writer = Writer::start(folder).await;
    writer.turn(1).await.unwrap();
    let before = writer.profile();
    let kept = std::fs::read(folder.join("profiles.json")).unwrap();

    let mut filler = std::fs::File::create(folder.join("filler")).unwrap();
    while std::io::Write::write(&mut filler, &[0; 512]).is_ok_and(|written| written > 0) {}
    let error = writer.turn(2).await.unwrap_err();
    assert_eq!(error.code, Code::ProfilesFailed);
    assert!(error.to_string().contains("profiles"), "{error}");
    assert_eq!(writer.profile(), before, "what is shown is what is kept");
    assert_eq!(std::fs::read(folder.join("profiles.json")).unwrap(), kept);
    let (launcher, said) = TestLauncher::again(&writer.test.server, folder);
    assert_eq!(said, []);
    assert_eq!(launcher.read(|state| state.profiles.clone()), [before]);

    drop(filler);
    std::fs::remove_file(folder.join("filler")).unwrap();
    writer.turn(3).await.unwrap();
}

/// Not a test of its own: what the second does on the small disk.
#[tokio::test]
async fn read_only() {
    let Some(folder) = std::env::var_os(DISK) else {
        return;
    };
    let folder = Path::new(&folder);
    let writer = Writer::start(folder).await;
    writer.turn(1).await.unwrap();
    let remount = |how: &str| {
        let mount = Command::new("mount").args(["-o", how]).arg(folder).status();
        assert!(mount.unwrap().success());
    };
    remount("remount,ro");
    let error = writer.turn(2).await.unwrap_err();
    assert_eq!(error.code, Code::ProfilesFailed);
    let settings = writer.test.launcher.read(|state| state.settings.clone());
    let changed = launcher_core::settings::Settings {
        theme: launcher_core::settings::Theme::System,
        ..settings.clone()
    };
    assert_eq!(
        writer
            .test
            .launcher
            .change_settings(changed)
            .unwrap_err()
            .code,
        Code::SettingsFailed
    );
    assert_eq!(
        writer.test.launcher.read(|state| state.settings.clone()),
        settings
    );

    // It starts, and shows what was saved.
    let (launcher, said) = TestLauncher::again(&writer.test.server, folder);
    assert!(said.is_empty(), "{said:?}");
    assert_eq!(launcher.read(|state| state.profiles.len()), 1);
    remount("remount,rw");
    writer.turn(3).await.unwrap();
}
