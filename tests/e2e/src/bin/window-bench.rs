//! What `cargo xtask bench` measures of the window: how long it takes to come up,
//! and what memory all of it takes. The argument is the folder of the programs to
//! measure; the table on standard output is Markdown.

#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "it prints what it measured, or ends"
)]

use std::path::Path;
use std::process::Child;
use std::time::{Duration, Instant};

use launcher_e2e::bench::Programs;
use launcher_e2e::processes::Process;
use launcher_e2e::programs::{COMMAND_LINE, WINDOW};
use launcher_e2e::wait::until;
use launcher_e2e::{Desktop, Keychain, server, traces};

const RUNS: usize = 5;
const TITLE: &str = "OpenMeetings Launcher";

#[tokio::main]
async fn main() {
    let programs = std::env::args().nth(1).expect("the folder of the programs");
    let desktop = Desktop::start("bench").await;
    let _keychain = Keychain::unlocked(&desktop).await;
    let server = server::quick().await;
    let bench = Bench {
        programs: Programs::new(&desktop, Path::new(&programs)),
    };
    bench.programs.add_server(&server);
    // The first start loads the list, and fills the caches of the machine.
    bench.measure_start().await;

    println!("| start of the window, ms | median | least | most |\n| --- | --- | --- | --- |");
    let mut starts = Vec::new();
    for _ in 0..RUNS {
        starts.push(bench.measure_start().await);
    }
    report("the resident runs", &starts);
    starts.clear();
    for _ in 0..RUNS {
        bench.programs.end_resident().await;
        starts.push(bench.measure_start().await);
    }
    report("the resident is started too", &starts);

    println!("\n| memory, PSS in MiB | |\n| --- | --- |");
    bench.measure_memory().await;
    println!("\n| size, gzip in kB | |\n| --- | --- |");
    println!(
        "| page: scripts and styles | {} |",
        tenths(page_size() / 100)
    );
}

/// One start: from the call to the window on the display, and to the list in it.
#[derive(Clone, Copy)]
struct Start {
    visible: u64,
    painted: u64,
}

struct Bench<'a> {
    programs: Programs<'a>,
}

impl Bench<'_> {
    async fn measure_start(&self) -> Start {
        let painted_before = self.painted().len();
        let began = Instant::now();
        let window = self.programs.start(WINDOW, &[]);
        let visible = until("visible window", async || {
            let seen = !self.programs.desktop.visible(TITLE).is_empty();
            seen.then(|| milliseconds(began.elapsed()))
        })
        .await;
        let painted = until("painted list", async || {
            self.painted().get(painted_before).copied()
        })
        .await;
        self.close(window).await;
        Start { visible, painted }
    }

    async fn measure_memory(&self) {
        self.programs.end_resident().await;
        let mut started = self.programs.start(COMMAND_LINE, &["tray"]);
        until("resident", async || self.programs.desktop.resident()).await;
        let resident = || self.settled(|| self.programs.desktop.resident().into_iter().collect());
        let line = |what: &str, bytes: u64| {
            println!("| {what} | {} |", tenths(bytes * 10 / 1024 / 1024));
        };
        line("resident, before any window", resident().await);
        let window = self.programs.start(WINDOW, &[]);
        self.programs.desktop.shows_window().await;
        let ours = || {
            let mut all = self.programs.desktop.processes();
            all.retain(|one| is_of_window(one) || one.program == COMMAND_LINE);
            all
        };
        let open = self.settled(ours).await;
        for process in ours() {
            line(
                &format!("window open: `{}`", process.program),
                process.share_of_memory().unwrap_or_default(),
            );
        }
        line("window open, all", open);
        self.close(window).await;
        line("resident, after the window was closed", resident().await);
        self.programs.end_resident().await;
        // Nobody else takes its exit status.
        let _ = started.wait();
    }

    /// The memory of some processes, once it has stopped to change.
    async fn settled(&self, processes: impl Fn() -> Vec<Process>) -> u64 {
        const CALM: Duration = Duration::from_secs(3);
        let sum = || -> u64 {
            let shares = processes();
            let shares = shares.iter().filter_map(Process::share_of_memory);
            shares.sum()
        };
        let mut last = (sum(), Instant::now());
        until("calm in memory", async || {
            let now = sum();
            if now.abs_diff(last.0) > last.0 / 100 {
                last = (now, Instant::now());
            }
            (last.1.elapsed() > CALM).then_some(now)
        })
        .await
    }

    async fn close(&self, mut window: Child) {
        let seen = self.programs.desktop.shows_window().await;
        self.programs.desktop.close(&seen);
        until("end of the window", async || {
            window.try_wait().ok().flatten()
        })
        .await;
        // What it started ends a little later, and would be in the way of the next.
        until("end of all of it", async || {
            let left = self.programs.desktop.processes();
            let mut left = left.iter().filter(|one| is_of_window(one));
            left.next().is_none().then_some(())
        })
        .await;
    }

    /// When lists were painted, in milliseconds after their start, as the window
    /// writes it into its log.
    fn painted(&self) -> Vec<u64> {
        let mut found = Vec::new();
        for log in traces::files(&self.programs.desktop.home().join(".local/state")) {
            let text = std::fs::read_to_string(log).unwrap_or_default();
            for line in text.lines().filter(|line| line.contains("painted")) {
                let value = line.split("milliseconds=").nth(1).unwrap_or_default();
                let digits = value.split(|c: char| !c.is_ascii_digit()).next();
                found.extend(digits.and_then(|digits| digits.parse::<u64>().ok()));
            }
        }
        found
    }
}

fn is_of_window(process: &Process) -> bool {
    process.program == WINDOW || process.program.starts_with("WebKit")
}

fn report(what: &str, starts: &[Start]) {
    let row = |name: &str, value: fn(&Start) -> u64| {
        let mut values: Vec<u64> = starts.iter().map(value).collect();
        values.sort_unstable();
        let (least, most) = (values[0], values[values.len() - 1]);
        println!(
            "| {name}, {what} | {} | {least} | {most} |",
            values[values.len() / 2]
        );
    };
    row("window visible", |start| start.visible);
    row("list painted", |start| start.painted);
}

fn milliseconds(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

/// A number of tenths, as people write it.
fn tenths(number: u64) -> String {
    format!("{}.{}", number / 10, number % 10)
}

/// What of the page is loaded as program and style, compressed, in bytes.
fn page_size() -> u64 {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/dist");
    let compressed = traces::files(&dist)
        .into_iter()
        .filter(|file| {
            let kind = file.extension().and_then(|kind| kind.to_str());
            matches!(kind, Some("js" | "css"))
        })
        .map(|file| {
            let output = std::process::Command::new("gzip")
                .args(["-9", "-c"])
                .arg(file)
                .output();
            output.map_or(0, |output| output.stdout.len())
        });
    let sum: usize = compressed.sum();
    u64::try_from(sum).unwrap_or(u64::MAX)
}
