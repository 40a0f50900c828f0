//! `openmeetings tray` as a process: one of many stays, a killed one is
//! replaced, and nothing of it is left behind.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "tests may")]

use std::io::Read as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Barrier;
use std::time::Duration;

use launcher_core::intent::{Answer, Intent};
use launcher_resident::{Access, Build, Connection, Folders, Opened, Place, Start};

/// Longer than any of this takes on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

fn tray(home: &Path) -> Command {
    let mut command = program(home);
    command.arg("tray");
    command
}

/// The program in a place of its own.
fn program(home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_openmeetings"));
    command
        .env("OPENMEETINGS_LAUNCHER_HOME", home)
        .env("HOME", home)
        .env("LC_ALL", "C")
        .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

fn place(home: &Path) -> Place {
    Place::in_folder(Folders::in_one(home).runtime)
}

/// The window's way in. Its program is a script, because the environment of the
/// test's process cannot be changed.
fn start(home: &Path) -> Start {
    let program = home.join("openmeetings");
    let script = format!(
        "#!/bin/sh\nOPENMEETINGS_LAUNCHER_HOME='{home}' HOME='{home}' LC_ALL=C \
         DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent exec '{}' \"$@\"\n",
        env!("CARGO_BIN_EXE_openmeetings"),
        home = home.display(),
    );
    std::fs::write(&program, script).unwrap();
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    std::fs::set_permissions(&program, mode).unwrap();
    Start {
        program,
        argument: "tray",
        place: place(home),
        build: Build::this(),
        locale: None,
    }
}

async fn window(home: &Path) -> Access {
    let opened = tokio::time::timeout(PATIENCE, Access::connect_or_start(start(home)));
    match opened.await.unwrap().unwrap() {
        Opened::Access(access) => access,
        Opened::AlreadyOpen => panic!("there is a window already"),
    }
}

/// The process that holds the lock of the place.
fn resident(home: &Path) -> Option<i32> {
    let lock = Folders::in_one(home).runtime.join("lock");
    let inode = std::os::unix::fs::MetadataExt::ino(&std::fs::metadata(lock).ok()?);
    let locks = std::fs::read_to_string("/proc/locks").unwrap();
    locks.lines().find_map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let of_it = words.get(5)?.ends_with(&format!(":{inode}"));
        of_it.then(|| words[4].parse().ok())?
    })
}

fn end(process: i32, signal: &str) {
    let killed = Command::new("kill")
        .args([signal, &process.to_string()])
        .status();
    assert!(killed.unwrap().success());
}

async fn until(access: &Access, wanted: Connection) {
    let mut connection = access.connection();
    let reached = connection.wait_for(|now| *now == wanted);
    tokio::time::timeout(PATIENCE, reached)
        .await
        .unwrap()
        .unwrap();
}

#[test]
fn of_many_started_at_once_one_stays() {
    const MANY: usize = 20;
    let home = tempfile::tempdir().unwrap();
    let gate = Barrier::new(MANY);
    let mut children: Vec<Child> = std::thread::scope(|scope| {
        let starting: Vec<_> = (0..MANY)
            .map(|_| {
                scope.spawn(|| {
                    gate.wait();
                    tray(home.path()).spawn().unwrap()
                })
            })
            .collect();
        starting
            .into_iter()
            .map(|one| one.join().unwrap())
            .collect()
    });
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let access = runtime.block_on(window(home.path()));
    let staying = resident(home.path()).unwrap();
    let mut stayed = Vec::new();
    for mut child in children.drain(..) {
        if i32::try_from(child.id()).unwrap() == staying {
            stayed.push(child);
            continue;
        }
        let status = child.wait().unwrap();
        let mut said = String::new();
        let mut out = child.stdout.take().unwrap();
        out.read_to_string(&mut said).unwrap();
        assert!(status.success(), "{status}");
        assert_eq!(said, "OpenMeetings Launcher is running already\n");
    }
    let [resident] = stayed.as_mut_slice() else {
        panic!("{} stayed", stayed.len())
    };
    assert!(resident.try_wait().unwrap().is_none(), "it runs");
    let answer = runtime.block_on(access.ask(Intent::Quit));
    assert_eq!(answer.unwrap(), Answer::Done);
    assert!(resident.wait().unwrap().success());
    assert!(!Folders::in_one(home.path()).runtime.join("door").exists());
}

#[tokio::test]
async fn a_killed_resident_is_replaced_and_the_view_is_back() {
    let home = tempfile::tempdir().unwrap();
    let access = window(home.path()).await;
    let first = resident(home.path()).unwrap();
    let revision = access.views().view.borrow().revision;
    end(first, "-KILL");
    let mut connection = access.connection();
    let lost = connection.wait_for(|now| *now != Connection::Connected);
    tokio::time::timeout(PATIENCE, lost).await.unwrap().unwrap();
    until(&access, Connection::Connected).await;
    assert!(access.views().view.borrow().revision > revision);
    let second = resident(home.path()).unwrap();
    assert_ne!(first, second);
    assert!(matches!(
        access.ask(Intent::Look).await.unwrap(),
        Answer::Everything(_)
    ));
    access.ask(Intent::Quit).await.unwrap();
    until(&access, Connection::Ended).await;
}

#[tokio::test]
async fn it_outlives_the_window_and_ends_when_the_system_says_so() {
    let home = tempfile::tempdir().unwrap();
    drop(window(home.path()).await);
    let access = loop {
        if let Some(access) = Access::connect(&place(home.path()), &Build::this()).await {
            break access;
        }
    };
    let process = resident(home.path()).unwrap();
    // A session of its own: the end of a terminal does not concern it.
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap();
    let session = stat.rsplit(')').next().unwrap().split(' ').nth(4).unwrap();
    assert_eq!(session, process.to_string());
    end(process, "-TERM");
    until(&access, Connection::Ended).await;
}

#[tokio::test]
async fn its_log_says_what_happened_and_names_nobody() {
    let home = tempfile::tempdir().unwrap();
    let access = window(home.path()).await;
    let secret = "the secret of this test";
    let password = launcher_core::secret::Password::new(secret.to_owned());
    access.hold_password(password).await.unwrap();
    let text = "https://meet.example.org/openmeetings/hash?secure=abcdef".to_owned();
    access.ask(Intent::Understand { text }).await.unwrap();
    access.ask(Intent::Quit).await.unwrap();
    until(&access, Connection::Ended).await;
    let mut log = String::new();
    for file in std::fs::read_dir(Folders::in_one(home.path()).state.join("logs")).unwrap() {
        log.push_str(&std::fs::read_to_string(file.unwrap().path()).unwrap());
    }
    assert!(log.contains("the resident has begun"), "{log}");
    assert!(log.contains("intent=Understand"), "{log}");
    for private in [secret, "meet.example", "abcdef"] {
        assert!(!log.contains(private), "{log}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_command_line_trusts_counts_at_once_and_what_it_takes_back_no_more() {
    const KEY: &str = "sha256//BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=";
    let home = tempfile::tempdir().unwrap();
    let access = window(home.path()).await;
    let run = |arguments: &[&str]| {
        let output = program(home.path()).args(arguments).output().unwrap();
        assert!(output.status.success(), "{output:?}");
    };
    let trusts = async |wanted: bool| {
        let mut views = access.views().view;
        let told = views.wait_for(|view| {
            let saved = view.profiles.first();
            saved.is_some_and(|saved| saved.trust.is_some() == wanted)
        });
        tokio::time::timeout(PATIENCE, told).await.unwrap().unwrap();
    };
    let url = "https://127.0.0.1:9/om";
    run(&["profile", "add", "Work", "--url", url, "--no-check"]);
    trusts(false).await;
    run(&["profile", "trust", "Work", "--key", KEY]);
    trusts(true).await;
    run(&["profile", "trust", "Work", "--remove"]);
    trusts(false).await;
    end(resident(home.path()).unwrap(), "-TERM");
}
