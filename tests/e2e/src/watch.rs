//! What passes by while programs run: messages of the bus, and the arguments of
//! processes that may live for a moment only.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::desktop::Desktop;
use crate::processes;
use crate::wait::until;

/// Shorter than any program of ours lives.
const OFTEN: Duration = Duration::from_millis(5);

/// Writes down every message of a desktop's bus.
#[derive(Debug)]
pub struct BusMonitor {
    file: PathBuf,
}

impl BusMonitor {
    /// Listens from now on.
    pub async fn start(desktop: &Desktop) -> Self {
        let file = desktop.folder().join("bus.txt");
        let out = File::create(&file).unwrap();
        let mut command = desktop.command("dbus-monitor");
        command.args(["--address", &desktop.bus()]);
        desktop.start_for_good(command.stdout(out).stderr(Stdio::null()));
        let monitor = Self { file };
        // Asked again and again: the first questions may be too early to be heard.
        until("bus monitor", async || {
            let arguments = ["call", "--session", "--dest", "org.freedesktop.DBus"];
            let what = [
                "--object-path",
                "/",
                "--method",
                "org.freedesktop.DBus.GetId",
            ];
            desktop.output("gdbus", &[arguments, what].concat())?;
            monitor.text().contains("member=GetId").then_some(())
        })
        .await;
        monitor
    }

    /// What was said so far. Byte arrays without a letter are written as numbers.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&fs::read(&self.file).unwrap()).into_owned()
    }
}

/// Looks at the processes of a desktop all the time.
#[derive(Debug)]
pub struct ArgumentsWatch {
    over: Arc<AtomicBool>,
    seen: JoinHandle<BTreeSet<(String, Vec<String>)>>,
}

impl ArgumentsWatch {
    /// Looks from now on.
    pub fn start(desktop: &Desktop) -> Self {
        let over = Arc::new(AtomicBool::new(false));
        let (mark, ended) = (desktop.folder().to_owned(), Arc::clone(&over));
        let seen = std::thread::spawn(move || {
            let mut seen = BTreeSet::new();
            while !ended.load(Ordering::Relaxed) {
                let now = processes::marked(&mark).into_iter();
                seen.extend(now.map(|process| (process.program, process.arguments)));
                std::thread::sleep(OFTEN);
            }
            seen
        });
        Self { over, seen }
    }

    /// Programs and the arguments each was seen with.
    pub fn end(self) -> BTreeSet<(String, Vec<String>)> {
        self.over.store(true, Ordering::Relaxed);
        self.seen.join().unwrap()
    }
}
