//! What `cargo xtask bench` measures of joins: from the call or click to the browser's
//! process, with a server as slow as real ones, and what it takes of the computer; beside
//! what people write who have no launcher. The argument is the folder of the programs to
//! measure.

#![expect(clippy::expect_used, reason = "it finds out something, or ends")]

use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use jiff::SignedDuration;
use launcher_e2e::bench::{
    BETWEEN, Began, Programs, Spent, be_between, mebibytes, milliseconds, row, row_with_goal,
};
use launcher_e2e::processes::Usage;
use launcher_e2e::programs::COMMAND_LINE;
use launcher_e2e::server::{ACCOUNT, PASSWORD, real_with};
use launcher_e2e::tray::TrayItem;
use launcher_e2e::wait::until;
use launcher_e2e::{Desktop, Keychain, StatusNotifier};
use openmeetings_testserver::TestServer;

const RUNS: usize = 11;

/// A login takes less, also of a server as slow as real ones.
const CALM: Duration = Duration::from_millis(1200);

const TIMES: &str = "join: click or call → browser's process, server of 415 + 7 ms";
const TAKEN: &str = "what a join takes of the computer";

/// What a warm join may take, in milliseconds.
const WARM: f64 = 25.0;

/// A room of the demo world.
const ROOM: &str = "2";

#[tokio::main]
async fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let first = arguments.next().expect("the folder of the programs");
    if first == BETWEEN {
        return be_between(arguments);
    }
    let desktop = Desktop::start("join-bench").await;
    let _keychain = Keychain::unlocked(&desktop).await;
    let tray = StatusNotifier::start(&desktop).await;
    // So near that each launcher has come to its moment for a login.
    let server = real_with("Weekly planning", SignedDuration::from_mins(1)).await;
    let programs = Programs::new(&desktop, Path::new(&first));
    programs.add_server(&server);
    let bench = Bench {
        began: Began::install(&desktop),
        programs,
        server,
    };
    bench.recipes();
    bench.cold().await;
    bench.warm(&tray).await;
    ExitCode::SUCCESS
}

struct Bench<'a> {
    programs: Programs<'a>,
    server: TestServer,
    began: Began,
}

impl Bench<'_> {
    /// Up to the end of the program, which has printed an address then.
    fn recipes(&self) {
        let recipes = Path::new(env!("CARGO_MANIFEST_DIR")).join("recipes");
        for (name, program, file) in [
            ("two curl calls, address printed", "sh", "join.sh"),
            ("a Node script, address printed", "node", "join.mjs"),
        ] {
            let recipe = || {
                let mut command = self.programs.desktop.command(program);
                command.arg(recipes.join(file));
                command.args([&self.server.base_url(), ACCOUNT, ROOM]);
                command.env("PASSWORD", PASSWORD);
                command
            };
            let times: Vec<f64> = (0..RUNS).map(|_| printed(recipe())).collect();
            row(TIMES, name, "ms", &times);
            let spent = || Spent::by(self.programs.desktop, &recipe());
            taken(name, &[spent(), spent(), spent()]);
        }
    }

    /// Without anything that stays: the whole of it in one call.
    async fn cold(&self) {
        self.programs.end_resident().await;
        let name = "cold: `openmeetings join 2`";
        let mut times = Vec::new();
        for _ in 0..RUNS {
            times.push(self.opened(&["join", ROOM]).await);
        }
        row(TIMES, name, "ms", &times);
        let mut all = Vec::new();
        for _ in 0..3 {
            let browser = self.began.next();
            let call = self.programs.call(COMMAND_LINE, &["join", ROOM]);
            all.push(Spent::by(self.programs.desktop, &call));
            browser.await.expect("it begins");
        }
        taken(name, &all);
    }

    /// With a resident that has a login ready, since a meeting is near. It makes one a
    /// minute at most, so that each round has a resident of its own.
    async fn warm(&self, tray: &StatusNotifier) {
        let link = link_to(&self.server);
        let click = async |item: TrayItem| item.middle_click().await;
        self.warmly("warm: click on the tray icon", tray, click)
            .await;
        let open = async |_| {
            let mut child = self.programs.start(COMMAND_LINE, &["open", &link]);
            assert!(child.wait().is_ok_and(|status| status.success()));
        };
        self.warmly("warm: `openmeetings open LINK`", tray, open)
            .await;
    }

    async fn warmly(&self, name: &str, tray: &StatusNotifier, join: impl AsyncFn(TrayItem)) {
        let (mut times, mut cpu, mut memory) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..RUNS {
            let mut child = self.programs.start(COMMAND_LINE, &["tray"]);
            let item = tray.item().await;
            self.calm().await;
            let resident = [self.programs.desktop.resident().expect("it runs")];
            let (logins, before) = (self.logins(), Usage::of(&resident));
            let browser = self.began.next();
            let began = Instant::now();
            join(item).await;
            times.push(since(began, browser.await.expect("it begins")));
            assert_eq!(self.logins(), logins, "no login was ready");
            self.calm().await;
            let taken = Usage::of(&resident).since(&before);
            cpu.push(milliseconds(taken.cpu));
            memory.push(mebibytes(resident[0].most_memory().expect("it runs")));
            self.programs.end_resident().await;
            // Nobody else takes its exit status.
            let _ = child.wait();
        }
        row_with_goal(TIMES, name, "ms", &times, WARM);
        row(TAKEN, &format!("{name}, CPU of the resident"), "ms", &cpu);
        row(
            TAKEN,
            &format!("{name}, the resident at most"),
            "MiB",
            &memory,
        );
    }

    /// One call of the command line, up to the browser.
    async fn opened(&self, arguments: &[&str]) -> f64 {
        let browser = self.began.next();
        let began = Instant::now();
        let mut child = self.programs.start(COMMAND_LINE, arguments);
        let browser = browser.await.expect("it begins");
        assert!(
            child.wait().is_ok_and(|status| status.success()),
            "{arguments:?}"
        );
        since(began, browser)
    }

    fn logins(&self) -> usize {
        let requests = self.server.requests();
        let logins = requests
            .iter()
            .filter(|one| one.path_and_query.contains("user/login"));
        logins.count()
    }

    /// Waits until nobody asks the server for anything any more, and what it was asked
    /// last is answered.
    async fn calm(&self) {
        let mut last = (self.server.requests().len(), Instant::now());
        until("calm at the server", async || {
            let now = self.server.requests().len();
            if now != last.0 {
                last = (now, Instant::now());
            }
            (last.1.elapsed() > CALM).then_some(())
        })
        .await;
    }
}

fn taken(name: &str, spent: &[Spent]) {
    let cpu: Vec<f64> = spent.iter().map(|one| milliseconds(one.cpu)).collect();
    let memory: Vec<f64> = spent.iter().map(|one| mebibytes(one.memory)).collect();
    row(TAKEN, &format!("{name}, CPU"), "ms", &cpu);
    row(TAKEN, &format!("{name}, at most"), "MiB", &memory);
}

/// How long a program takes that prints an address.
fn printed(mut command: Command) -> f64 {
    let began = Instant::now();
    let output = command.output().expect("the recipe starts");
    let took = milliseconds(began.elapsed());
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(text.contains("hash?secure="), "{output:?}");
    took
}

fn since(began: Instant, ended: Instant) -> f64 {
    milliseconds(ended.duration_since(began))
}

fn link_to(server: &TestServer) -> String {
    let base = server.base_url();
    let rest = base.split_once("://").expect("an address").1;
    format!("openmeetings://{rest}room/{ROOM}")
}
