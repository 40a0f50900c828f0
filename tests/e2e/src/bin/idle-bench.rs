//! What `cargo xtask bench` measures while nobody does anything: memory, wake-ups and the
//! processors' time, of the launcher with five accounts and a thousand meetings, and of
//! what one would use instead. The arguments are the folder of the programs to measure,
//! for how many seconds to watch, and a Python with `QtWebEngine` if there is one.

#![expect(clippy::expect_used, reason = "it finds out something, or ends")]

use std::path::Path;
use std::time::{Duration, Instant};

use launcher_e2e::bench::{
    Programs, Rival, is_of_window, mebibytes, milliseconds, row, row_with_goal,
};
use launcher_e2e::processes::{Process, Usage};
use launcher_e2e::programs::{COMMAND_LINE, WINDOW};
use launcher_e2e::server::quick_with_many;
use launcher_e2e::wait::until;
use launcher_e2e::{Desktop, Keychain, StatusNotifier};

const ACCOUNTS: usize = 5;
const MEETINGS: usize = 1_000;

/// What may be taken of memory, in MiB.
const RESIDENT: Option<f64> = Some(10.0);
const WINDOW_OPEN: Option<f64> = Some(200.0);

#[tokio::main]
async fn main() {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().expect("the folder of the programs");
    let seconds = arguments.next().and_then(|number| number.parse().ok());
    let seconds = Duration::from_secs(seconds.expect("a number of seconds"));
    let python = arguments.next();
    let desktop = Desktop::start("idle-bench").await;
    let _keychain = Keychain::unlocked(&desktop).await;
    let tray = StatusNotifier::start(&desktop).await;
    let server = quick_with_many(MEETINGS / ACCOUNTS).await;
    let programs = Programs::new(&desktop, Path::new(&folder));
    for number in 1..=ACCOUNTS {
        programs.add_account(&server, &format!("Account {number}"));
    }
    let watch = Watch { seconds };

    let mut started = programs.start(COMMAND_LINE, &["tray"]);
    tray.item().await;
    let resident = || desktop.resident().into_iter().collect();
    watch
        .report("tray, before any window", RESIDENT, resident)
        .await;
    let mut window = programs.start(WINDOW, &[]);
    desktop.shows_window().await;
    let all = || {
        let mut all = desktop.processes();
        all.retain(|one| is_of_window(one) || one.program == COMMAND_LINE);
        all
    };
    watch
        .report("window open, with the resident", WINDOW_OPEN, all)
        .await;
    for process in all() {
        let memory = process.share_of_memory().unwrap_or_default();
        row(
            &watch.work(),
            &format!("of these `{}`: memory", process.program),
            "MiB, PSS",
            &[mebibytes(memory)],
        );
    }
    programs.close_window().await;
    watch
        .report("tray, after the window was closed", RESIDENT, resident)
        .await;
    programs.end_resident().await;
    // Nobody else takes their exit status.
    let _ = (started.wait(), window.wait());
    for rival in Rival::all(&desktop, &server, python.as_deref()) {
        let running = rival.start().await;
        watch.report(rival.name, None, || running.processes()).await;
        running.end().await;
    }
}

struct Watch {
    seconds: Duration,
}

impl Watch {
    fn work(&self) -> String {
        format!(
            "while nobody does anything, watched for {} s",
            self.seconds.as_secs()
        )
    }

    /// Watches some processes, once their memory has stopped to change.
    async fn report(&self, state: &str, goal: Option<f64>, processes: impl Fn() -> Vec<Process>) {
        settled(&processes).await;
        let before = Usage::of(&processes());
        tokio::time::sleep(self.seconds).await;
        let taken = Usage::of(&processes()).since(&before);
        let minutes = self.seconds.as_secs_f64() / 60.0;
        let cpu = milliseconds(taken.cpu);
        let wake_ups = f64::from(u32::try_from(taken.wake_ups).expect("not that many"));
        let name = format!("{state}: memory");
        let used = [mebibytes(memory(&processes()))];
        match goal {
            Some(goal) => row_with_goal(&self.work(), &name, "MiB, PSS", &used, goal),
            None => row(&self.work(), &name, "MiB, PSS", &used),
        }
        let row = |what: &str, unit: &str, value: f64| {
            row(&self.work(), &format!("{state}: {what}"), unit, &[value]);
        };
        row("wake-ups", "per minute", wake_ups / minutes);
        row("CPU", "ms per minute", cpu / minutes);
    }
}

fn memory(processes: &[Process]) -> u64 {
    processes.iter().filter_map(Process::share_of_memory).sum()
}

/// Waits until memory has stopped to change.
async fn settled(processes: &impl Fn() -> Vec<Process>) {
    const CALM: Duration = Duration::from_secs(7);
    let mut last = (memory(&processes()), Instant::now());
    until("calm in memory", async || {
        let now = memory(&processes());
        if now.abs_diff(last.0) > last.0 / 100 {
            last = (now, Instant::now());
        }
        (last.1.elapsed() > CALM && now > 0).then_some(())
    })
    .await;
}
