//! Whether the resident is as light after a day of use: its memory after many refreshes
//! and many windows that came and went. The arguments are the program to measure, how
//! many refreshes, and how many windows.

#![expect(clippy::expect_used, reason = "it finds out something, or ends")]

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use launcher_bench::{Scene, row};
use launcher_core::intent::{Intent, Keep};
use launcher_core::profile::ProfileId;
use launcher_core::secret::Password;
use launcher_core::view::{ListView, View};
use launcher_resident::{Access, Build, Folders, Opened, Place, Start};
use openmeetings_testserver::{DEMO_PASSWORD, TestClock};

const WORK: &str = "the resident after a day: 5 accounts, 1,000 meetings";

/// A refresh takes less, on the busiest machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// A resident gives back what it does not need when nothing happens for less than this.
const CALM: Duration = Duration::from_secs(8);

/// Between two looks for the door.
const LOOK_AGAIN: Duration = Duration::from_millis(20);

fn main() {
    let mut arguments = std::env::args().skip(1);
    let program = PathBuf::from(arguments.next().expect("the program to measure"));
    let mut number = || -> usize {
        let number = arguments.next().and_then(|number| number.parse().ok());
        number.expect("how many refreshes, and how many windows")
    };
    let (refreshes, windows) = (number(), number());
    let home = tempfile::tempdir().expect("a folder");
    let scene = Scene::in_folder(home.path(), 1_000, TestClock::system());
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let resident = begin(&program, home.path());
    let soak = Soak {
        start: start(home.path()),
        accounts: scene.profiles.clone(),
        resident,
    };
    runtime.block_on(soak.run(refreshes, windows));
}

/// The program as it is, without anything of this computer's desktop.
fn begin(program: &Path, home: &Path) -> Child {
    Command::new(program)
        .arg("tray")
        .env_clear()
        .env("HOME", home)
        .env("OPENMEETINGS_LAUNCHER_HOME", home)
        .env("LC_ALL", "C")
        .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the resident starts")
}

/// The way to that one. No other is started, which would be that of whoever measures.
fn start(home: &Path) -> Start {
    Start {
        program: home.join("none"),
        argument: "tray",
        place: Place::in_folder(Folders::in_one(home).runtime),
        build: Build::this(),
        locale: None,
    }
}

/// When the list that is there was loaded; nothing while there is none, or trouble.
fn loaded_at(view: &View, account: &ProfileId) -> Option<i64> {
    let profile = view.profiles.iter().find(|one| one.id == *account)?;
    match &profile.list {
        ListView::Ready { loaded_at, .. } => Some(*loaded_at),
        ListView::NotLoaded | ListView::Loading { .. } | ListView::Stale { .. } => None,
    }
}

struct Soak {
    start: Start,
    accounts: Vec<ProfileId>,
    resident: Child,
}

impl Drop for Soak {
    /// Also if something went wrong.
    fn drop(&mut self) {
        // What has ended by itself need not be ended.
        let _ = self.resident.kill();
        let _ = self.resident.wait();
    }
}

impl Soak {
    async fn run(self, refreshes: usize, windows: usize) {
        let access = self.arrive().await;
        for account in &self.accounts {
            // One resident holds one password at a time, on its way to be kept.
            let password = Password::new(DEMO_PASSWORD.to_owned());
            access.hold_password(password).await.expect("it is held");
            let set = Intent::SetPassword {
                id: account.clone(),
                keep: Keep::UntilQuit,
            };
            access.ask(set).await.expect("it is kept");
        }
        self.refresh(&access, self.accounts.len()).await;
        let before = self.report("each list loaded once").await;
        self.refresh(&access, refreshes).await;
        self.report(&format!("{refreshes} refreshes later")).await;
        for _ in 0..windows {
            self.open_window().await;
        }
        let after = self.report(&format!("{windows} windows later")).await;
        row(WORK, "grown by", "MiB, PSS", &[after - before]);
        // Its answer may be lost with it.
        drop(access.ask(Intent::Quit).await);
    }

    /// Once its door is open.
    async fn arrive(&self) -> Access {
        let arriving = async {
            loop {
                let Start { place, build, .. } = &self.start;
                if let Some(access) = Access::connect_patiently(place, build).await {
                    return access;
                }
                tokio::time::sleep(LOOK_AGAIN).await;
            }
        };
        let arrived = tokio::time::timeout(PATIENCE, arriving).await;
        arrived.expect("the resident opens its door")
    }

    /// One after the other: the answer comes when a refresh has begun, and its end is
    /// seen, as a window sees it.
    async fn refresh(&self, access: &Access, times: usize) {
        let mut views = access.views().view;
        for account in self.accounts.iter().cycle().take(times) {
            let before = loaded_at(&access.view(), account);
            let refresh = Intent::Refresh {
                profile: Some(account.clone()),
            };
            access.ask(refresh).await.expect("it begins");
            let is_new = |view: &Arc<View>| {
                let now = loaded_at(view, account);
                now.is_some() && now != before
            };
            let loaded = tokio::time::timeout(PATIENCE, views.wait_for(is_new)).await;
            assert!(loaded.is_ok_and(|seen| seen.is_ok()), "it is loaded");
        }
    }

    /// As the window does: takes the seat, looks at everything, and goes.
    async fn open_window(&self) {
        let opened = Access::connect_or_start(self.start.clone()).await;
        // The one before may not have left its seat yet.
        if let Opened::Access(access) = opened.expect("it lets a window in") {
            let mut agenda = access.views().agenda;
            let seen = agenda.wait_for(|agenda| !agenda.meetings.is_empty()).await;
            assert!(seen.is_ok(), "the window sees the lists");
        }
    }

    /// Gives its memory as well, in MiB.
    async fn report(&self, when: &str) -> f64 {
        tokio::time::sleep(CALM).await;
        let memory = self.memory();
        row(WORK, &format!("memory, {when}"), "MiB, PSS", &[memory]);
        memory
    }

    /// Its share of memory, in MiB.
    fn memory(&self) -> f64 {
        let file = format!("/proc/{}/smaps_rollup", self.resident.id());
        let text = std::fs::read_to_string(file).expect("it runs");
        let pss = text.lines().find_map(|line| line.strip_prefix("Pss:"));
        let kilobytes = pss.and_then(|pss| pss.split_whitespace().next()?.parse::<u32>().ok());
        f64::from(kilobytes.expect("the system tells")) / 1024.0
    }
}
