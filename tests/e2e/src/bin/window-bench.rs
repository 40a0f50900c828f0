//! What `cargo xtask bench` measures of starting: how long the window takes to come up,
//! and to show a list of a thousand meetings, and how long the command line takes, beside
//! what one would use instead. The arguments are the folder of the programs to measure,
//! and a Python with `QtWebEngine` if there is one.

#![expect(clippy::expect_used, reason = "it finds out something, or ends")]

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use launcher_e2e::bench::{Programs, Rival, milliseconds, row};
use launcher_e2e::programs::{COMMAND_LINE, WINDOW};
use launcher_e2e::server::quick_with_many;
use launcher_e2e::wait::until;
use launcher_e2e::{Desktop, Keychain, traces};

const RUNS: usize = 7;
const CALLED: usize = 21;
const TITLE: &str = "OpenMeetings Launcher";
const WORK: &str = "start, with 1,000 meetings from the cache";
const CALLS: &str = "a call of the command line, 1,000 meetings in the cache";

#[tokio::main]
async fn main() {
    let mut arguments = std::env::args().skip(1);
    let programs = arguments.next().expect("the folder of the programs");
    let python = arguments.next();
    let desktop = Desktop::start("window-bench").await;
    let _keychain = Keychain::unlocked(&desktop).await;
    let server = quick_with_many(1_000).await;
    let bench = Bench {
        programs: Programs::new(&desktop, Path::new(&programs)),
    };
    bench.programs.add_server(&server);
    // The first start loads the list, and fills the caches of the machine.
    bench.start().await;
    let mut starts = Vec::new();
    for _ in 0..RUNS {
        starts.push(bench.start().await);
    }
    report("the resident runs", &starts);
    starts.clear();
    for _ in 0..RUNS {
        bench.programs.end_resident().await;
        starts.push(bench.start().await);
    }
    report("the resident is started too", &starts);
    bench.programs.end_resident().await;
    bench.calls();
    for rival in Rival::all(&desktop, &server, python.as_deref()) {
        rival.start().await.end().await;
        rival.measure_starts(WORK, RUNS).await;
    }
}

/// One start: from the call to the window on the display, and to the list in it.
#[derive(Clone, Copy)]
struct Start {
    visible: Duration,
    painted: Duration,
}

struct Bench<'a> {
    programs: Programs<'a>,
}

impl Bench<'_> {
    async fn start(&self) -> Start {
        let painted_before = self.painted().len();
        let began = Instant::now();
        let window = self.programs.start(WINDOW, &[]);
        let visible = until("visible window", async || {
            let seen = !self.programs.desktop.visible(TITLE).is_empty();
            seen.then(|| began.elapsed())
        })
        .await;
        let painted = until("painted list", async || {
            self.painted().get(painted_before).copied()
        })
        .await;
        self.close(window).await;
        Start { visible, painted }
    }

    /// Calls that only read, taking turns. No resident runs.
    fn calls(&self) {
        let ours = |arguments: &[&str]| self.programs.call(COMMAND_LINE, arguments);
        let other = |program: &str| {
            let mut command = self.programs.desktop.command(program);
            command.arg("--version");
            command
        };
        let mut all = [
            ("`openmeetings --version`", ours(&["--version"])),
            (
                "`openmeetings meetings --cached`",
                ours(&["meetings", "--cached"]),
            ),
            ("`curl --version`", other("curl")),
            ("`node --version`", other("node")),
        ]
        .map(|(name, command)| (name, command, Vec::new()));
        for _ in 0..CALLED {
            for (_, command, times) in &mut all {
                times.push(called(command));
            }
        }
        for (name, _, times) in all {
            row(CALLS, name, "ms", &times);
        }
    }

    async fn close(&self, mut window: Child) {
        self.programs.close_window().await;
        // Nobody else takes its exit status.
        let _ = window.wait();
    }

    /// When lists were painted, after their start, as the window writes it into its log.
    fn painted(&self) -> Vec<Duration> {
        let mut found = Vec::new();
        for log in traces::files(&self.programs.desktop.home().join(".local/state")) {
            let text = std::fs::read_to_string(log).unwrap_or_default();
            for line in text.lines().filter(|line| line.contains("painted")) {
                let value = line.split("milliseconds=").nth(1).unwrap_or_default();
                let digits = value.split(|c: char| !c.is_ascii_digit()).next();
                let digits = digits.and_then(|digits| digits.parse().ok());
                found.extend(digits.map(Duration::from_millis));
            }
        }
        found
    }
}

/// How long a program takes that answers and ends.
fn called(command: &mut Command) -> f64 {
    let began = Instant::now();
    let output = command.stdout(Stdio::piped()).output().expect("it starts");
    let took = milliseconds(began.elapsed());
    assert!(
        output.status.success() && !output.stdout.is_empty(),
        "{output:?}"
    );
    took
}

fn report(what: &str, starts: &[Start]) {
    let row = |name: &str, value: fn(&Start) -> Duration| {
        let values: Vec<f64> = starts.iter().map(value).map(milliseconds).collect();
        row(WORK, &format!("{name}, {what}"), "ms", &values);
    };
    row("window visible", |start| start.visible);
    row("list painted", |start| start.painted);
}
