//! What `cargo xtask bench` measures of a link: from the call of its handler to
//! the browser's process, and what the resident takes while nobody does anything.
//! The argument is the folder of the programs to measure; the table on standard
//! output is Markdown.

#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "it prints what it measured, or ends"
)]

use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::time::{Duration, Instant};

use launcher_e2e::bench::Programs;
use launcher_e2e::programs::COMMAND_LINE;
use launcher_e2e::{Desktop, Keychain, server};
use openmeetings_testserver::TestServer;

const RUNS: usize = 15;

/// How many minutes the resident is watched while nobody does anything, unless a
/// second argument says otherwise.
const IDLE_MINUTES: u64 = 1;

#[tokio::main]
async fn main() {
    let mut arguments = std::env::args().skip(1);
    let first = arguments.next().expect("the folder of the programs");
    if first == "--began" {
        return say_began(&arguments.next().expect("where to say it"));
    }
    let minutes = arguments.next().map_or(IDLE_MINUTES, |minutes| {
        minutes.parse().expect("a number of minutes")
    });
    let desktop = Desktop::start("link-bench").await;
    let _keychain = Keychain::unlocked(&desktop).await;
    let server = server::quick().await;
    let began = install_browser(&desktop);
    let bench = Bench {
        programs: Programs::new(&desktop, Path::new(&first)),
        link: link_to(&server),
        began,
    };
    bench.programs.add_server(&server);
    // Fills the caches of the machine.
    bench.open().await;

    println!("| link → browser's process, ms | median | least | most |\n| --- | --- | --- | --- |");
    let mut times = Vec::new();
    for _ in 0..RUNS {
        times.push(bench.open().await);
    }
    report("the resident runs", &mut times);
    times.clear();
    for _ in 0..RUNS {
        bench.programs.end_resident().await;
        times.push(bench.open().await);
    }
    report("the resident is started too", &mut times);
    bench.measure_idle(Duration::from_mins(minutes)).await;
}

struct Bench<'a> {
    programs: Programs<'a>,
    link: String,
    /// Where the stand-in for the browser says that it began.
    began: TcpListener,
}

impl Bench<'_> {
    /// One link, in microseconds.
    async fn open(&self) -> u128 {
        let listener = self.began.try_clone().expect("a listener");
        let heard = tokio::task::spawn_blocking(move || {
            listener.accept().expect("the browser");
            Instant::now()
        });
        let began = Instant::now();
        let mut child = self.programs.start(COMMAND_LINE, &["open", &self.link]);
        let heard = heard.await.expect("it is heard");
        assert!(child.wait().is_ok_and(|status| status.success()));
        // The same link a moment later is taken for a double.
        tokio::time::sleep(Duration::from_millis(1600)).await;
        heard.duration_since(began).as_micros()
    }

    async fn measure_idle(&self, idle: Duration) {
        let resident = self.programs.desktop.resident().expect("it runs");
        let before = resident.usage().expect("it runs");
        tokio::time::sleep(idle).await;
        let after = resident.usage().expect("it still runs");
        println!("\n| idle resident, {} s | |\n| --- | --- |", idle.as_secs());
        println!(
            "| CPU, ms | {} |",
            (after.cpu.saturating_sub(before.cpu)).as_millis()
        );
        println!(
            "| wake-ups of all threads | {} |",
            after.wake_ups.saturating_sub(before.wake_ups)
        );
        let memory = resident.share_of_memory().unwrap_or_default();
        println!("| memory, PSS in MiB | {:.1} |", mebibytes(memory));
    }
}

/// A browser that says that it began, and ends.
fn install_browser(desktop: &Desktop) -> TcpListener {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("it has one").port();
    let this = std::env::current_exe().expect("this program");
    let exec = format!("{} --began {port} %U", this.display());
    launcher_e2e::browser::make_default(desktop, &exec);
    listener
}

fn say_began(port: &str) {
    let port: u16 = port.parse().expect("a port");
    drop(TcpStream::connect(("127.0.0.1", port)));
}

fn link_to(server: &TestServer) -> String {
    let base = server.base_url();
    let rest = base.split_once("://").expect("an address").1;
    format!("openmeetings://{rest}room/2")
}

fn report(what: &str, times: &mut [u128]) {
    times.sort_unstable();
    let shown = |micros: u128| format!("{}.{}", micros / 1000, micros % 1000 / 100);
    println!(
        "| {what} | {} | {} | {} |",
        shown(times[times.len() / 2]),
        shown(times[0]),
        shown(times[times.len() - 1])
    );
}

#[expect(clippy::cast_precision_loss, reason = "one digit is shown")]
fn mebibytes(bytes: u64) -> f64 {
    bytes as f64 / 1024.0 / 1024.0
}
