//! Two launchers write into one folder and are killed, again and again.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

use crate::support::{TestLauncher, server};
use crate::writer::Writer;

/// Set in the child that writes until it is killed.
const FOLDER: &str = "LAUNCHER_TEST_WRITES_INTO";

/// At once.
const WRITERS: usize = 2;

/// How many kills, where more are wanted than there is time for in each run.
const KILLS: &str = "LAUNCHER_TEST_KILLS";

/// Not a test of its own: the child of the next one.
#[tokio::test]
async fn writer_until_killed() {
    let Some(folder) = std::env::var_os(FOLDER) else {
        return;
    };
    let writer = Writer::start(Path::new(&folder)).await;
    // Says that it begins.
    drop(fs::File::create(
        Path::new(&folder).join(format!("{}.begun", std::process::id())),
    ));
    for turn in 0.. {
        writer.turn(turn).await.unwrap();
    }
}

#[tokio::test]
async fn kills_at_any_instant_leave_old_files_or_new_ones() {
    let kills = std::env::var(KILLS).map_or(200, |kills| kills.parse().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let mut survived = 0;
    for round in 0..kills / 2 {
        let mut writers: Vec<Child> = (0..WRITERS).map(|_| start(folder.path())).collect();
        for writer in &writers {
            begun(folder.path(), writer);
        }
        // Any instant of a turn, and of the next one.
        tokio::time::sleep(Duration::from_micros(round * 977 % 23_000)).await;
        for writer in &mut writers {
            writer.kill().unwrap();
            let ended = writer.wait().unwrap();
            assert!(
                was_killed(ended),
                "round {round}: it failed before: {ended}"
            );
        }
        survived += looked_at(folder.path(), round).await;
    }
    assert!(survived > 0, "some writes came through");
}

fn start(folder: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "kills::writer_until_killed"])
        .env(FOLDER, folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[cfg(unix)]
fn was_killed(ended: ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt as _;
    ended.signal() == Some(9)
}

/// Other systems do not tell a kill from a failure.
#[cfg(not(unix))]
fn was_killed(ended: ExitStatus) -> bool {
    !ended.success()
}

fn begun(folder: &Path, writer: &Child) {
    let sign = folder.join(format!("{}.begun", writer.id()));
    for _ in 0..10_000 {
        if sign.exists() {
            fs::remove_file(sign).unwrap();
            return;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    panic!("a writer does not begin");
}

/// The next start finds nothing to complain about. Gives how many writes it finds, and
/// clears away what the writers left, but for what a kill may leave.
async fn looked_at(folder: &Path, round: u64) -> usize {
    let (launcher, said) = TestLauncher::again(&server().start().await.unwrap(), folder);
    assert_eq!(said, [], "round {round}");
    let profiles = launcher.read(|state| state.profiles.clone());
    assert_eq!(profiles.len(), WRITERS, "round {round}: each added one");
    let written = profiles
        .iter()
        .filter(|profile| profile.first_name.is_some());
    let written = written.count();
    for profile in profiles {
        launcher.remove_profile(&profile.id).await.unwrap();
    }
    // Nothing of it is written later, beside the next two.
    launcher.write_lists();
    let mut left = Vec::new();
    for file in fs::read_dir(folder).unwrap().flatten() {
        let name = file.file_name().into_string().unwrap();
        let is_ours = ["invitations", "lists", "profiles", "settings"]
            .iter()
            .any(|ours| name == format!("{ours}.json") || name == format!(".{ours}.lock"));
        if !is_ours {
            left.push(name);
        }
    }
    // At most the file that each was writing.
    assert!(left.len() <= WRITERS, "round {round}: {left:?}");
    for name in left {
        assert!(name.starts_with('.'), "round {round}: {name}");
        fs::remove_file(folder.join(name)).unwrap();
    }
    written
}
