//! [`Rival`]: what one would use instead of the window.

use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use openmeetings_testserver::TestServer;

use super::{milliseconds, row};
use crate::browser;
use crate::desktop::Desktop;
use crate::processes::{self, Process};
use crate::wait::until;

const SHELL_TITLE: &str = "Stand-in for an Electron application";

/// A program with a window of its own, started anew each time.
#[derive(Debug)]
pub struct Rival<'a> {
    pub name: &'static str,
    desktop: &'a Desktop,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    /// Chromium, with the server's page as an application.
    Browser { page: String },
    /// The launcher's own page in `QtWebEngine`.
    Shell { python: String, page: String },
}

/// One that runs.
#[derive(Debug)]
pub struct Running<'a> {
    child: Child,
    desktop: &'a Desktop,
    /// From the call to the window.
    pub visible: Duration,
    /// From the call to a list of a thousand meetings, if it shows one.
    pub painted: Option<Duration>,
}

impl<'a> Rival<'a> {
    /// Those there are: the shell only with a Python that has `QtWebEngine`.
    pub fn all(desktop: &'a Desktop, server: &TestServer, python: Option<&str>) -> Vec<Self> {
        let browser = Self {
            name: "`chromium --app=` on the server's page",
            desktop,
            kind: Kind::Browser {
                page: server.base_url(),
            },
        };
        let shell = python.map(|python| Self {
            name: "QtWebEngine with our page, in place of an Electron application",
            desktop,
            kind: Kind::Shell {
                python: python.to_owned(),
                page: serve_page(desktop),
            },
        });
        std::iter::once(browser).chain(shell).collect()
    }

    /// Starts it, and waits for what it has to show.
    pub async fn start(&self) -> Running<'a> {
        let began = Instant::now();
        let mut child = crate::desktop::spawn(&mut self.command());
        let (title, painted) = match &self.kind {
            Kind::Browser { .. } => ("OpenMeetings", None),
            Kind::Shell { .. } => (SHELL_TITLE, child.stdout.take()),
        };
        let visible = until("visible window of a rival", async || {
            (!self.desktop.visible(title).is_empty()).then(|| began.elapsed())
        })
        .await;
        let painted = match painted {
            Some(out) => Some(said(out).await.duration_since(began)),
            None => None,
        };
        Running {
            child,
            desktop: self.desktop,
            visible,
            painted,
        }
    }

    /// Starts it so many times, and says how long that took.
    pub async fn measure_starts(&self, work: &str, runs: usize) {
        let (mut visible, mut painted) = (Vec::new(), Vec::new());
        for _ in 0..runs {
            let running = self.start().await;
            visible.push(milliseconds(running.visible));
            painted.extend(running.painted.map(milliseconds));
            running.end().await;
        }
        row(
            work,
            &format!("window visible, {}", self.name),
            "ms",
            &visible,
        );
        if !painted.is_empty() {
            row(
                work,
                &format!("list painted, {}", self.name),
                "ms",
                &painted,
            );
        }
    }

    fn command(&self) -> Command {
        match &self.kind {
            Kind::Browser { page } => {
                let mut command = self.desktop.command("chromium");
                let profile = self.desktop.folder().join("rival");
                command
                    .args(browser::switches())
                    .arg(format!("--user-data-dir={}", profile.display()))
                    .arg(format!("--app={page}"))
                    .stdout(Stdio::null())
                    .stderr(Stdio::null());
                command
            }
            Kind::Shell { python, page } => {
                let shell = Path::new(env!("CARGO_MANIFEST_DIR")).join("recipes/shell.py");
                let mut command = self.desktop.command(python);
                command
                    .arg(shell)
                    .arg(page)
                    // As for Chromium: there is no other display, and root has no sandbox.
                    .env("QTWEBENGINE_CHROMIUM_FLAGS", "--no-sandbox --disable-gpu")
                    .env("QTWEBENGINE_DISABLE_SANDBOX", "1")
                    .stdout(Stdio::piped())
                    .stderr(Stdio::null());
                command
            }
        }
    }
}

impl Running<'_> {
    /// All of its processes.
    pub fn processes(&self) -> Vec<Process> {
        processes::with_children(self.child.id())
    }

    /// Ends it, and all that it started.
    pub async fn end(mut self) {
        let all = self.processes();
        for process in &all {
            process.kill();
        }
        // Nobody else takes its exit status.
        let _ = self.child.wait();
        until("end of a rival", async || {
            (!all.iter().any(Process::is_running)).then_some(())
        })
        .await;
        // Its window goes a moment later than it.
        until("display without a rival", async || {
            let titles = [SHELL_TITLE, "OpenMeetings"];
            let left = titles
                .iter()
                .any(|title| !self.desktop.visible(title).is_empty());
            (!left).then_some(())
        })
        .await;
    }
}

/// The page as it was built for tests, with a thousand meetings, over HTTP: programs of
/// pages do not run from files.
fn serve_page(desktop: &Desktop) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/dist-e2e");
    assert!(
        folder.is_dir(),
        "the page is not built for tests: cargo xtask page-test"
    );
    let free = TcpListener::bind("127.0.0.1:0").and_then(|one| one.local_addr());
    let port = free.expect("a free port").port().to_string();
    let mut server = desktop.command("python3");
    server
        .args(["-m", "http.server", "--bind", "127.0.0.1", "--directory"])
        .arg(folder)
        .arg(&port)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    desktop.start_for_good(&mut server);
    format!("http://127.0.0.1:{port}/mock.html?meetings=1000")
}

/// When a program says something for the first time.
async fn said(out: std::process::ChildStdout) -> Instant {
    let heard = tokio::task::spawn_blocking(move || {
        let mut line = String::new();
        let length = BufReader::new(out).read_line(&mut line);
        assert!(
            length.is_ok_and(|length| length > 0),
            "it ended without a word"
        );
        Instant::now()
    });
    heard.await.expect("it is listened to")
}
