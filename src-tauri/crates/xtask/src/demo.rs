//! `cargo xtask demo`: a server, its meetings, a room, without touching anything
//! of the person who runs it.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::run::{cargo, root};
use crate::say;

/// Password of every account of the demo world.
const PASSWORD: &str = "Demo-1234!";

/// The room that is joined.
const ROOM: &str = "2";

/// A browser that has not shown the page by then will not.
const PATIENCE: Duration = Duration::from_mins(1);

const BROWSERS: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

/// Flags for a page without a window, and without a word to anybody else.
const HEADLESS: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--dump-dom",
];

pub(crate) fn run(_: &[String]) -> Result<(), String> {
    say::line("Building the command line and the demo server …");
    cargo(&[
        "build",
        "--quiet",
        "--locked",
        "-p",
        "launcher-cli",
        "-p",
        "openmeetings-testserver",
    ])?;
    let folder = tempfile::tempdir().map_err(|error| format!("no temporary folder: {error}"))?;
    let server = Server::start()?;
    say::line(&format!("A demo server answers at {}", server.address));
    say::line("Settings are kept in a temporary folder; nothing of yours is touched.\n");
    let program = Program {
        folder: folder.path().to_owned(),
    };
    // The password is not kept: a demo has no business in your keychain.
    program.show(&[
        "profile",
        "add",
        "Demo",
        "--url",
        &server.address,
        "--user",
        "anna",
        "--password-stdin",
        "--no-password",
    ])?;
    program.show(&["meetings", "--profile", "Demo", "--password-stdin"])?;
    if has_display() {
        program.show(&["join", ROOM, "--profile", "Demo", "--password-stdin"])?;
        wait_for_person();
        say::line("\nDone: the system browser was given the address of the room.");
        return Ok(());
    }
    let url = program.show(&[
        "join",
        ROOM,
        "--profile",
        "Demo",
        "--password-stdin",
        "--print",
    ])?;
    match BROWSERS.into_iter().find_map(installed) {
        Some(browser) => {
            let page = load(&browser, url.trim(), folder.path())?;
            let seen =
                room_of(&page).ok_or("the browser loaded the address, but it was no room page")?;
            say::line(&format!(
                "There is no display, so a headless browser opened that address. It shows:\n  {seen}"
            ));
            say::line("\nDone: logged in, made a one-time key, and was let into the room.");
        }
        None => say::line(
            "\nDone: logged in and made a one-time key. There is no display and no browser here; \
             the address above lets a browser into the room, once, while the server runs.",
        ),
    }
    Ok(())
}

/// The demo server; ends with this value.
struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start() -> Result<Self, String> {
        let mut child = Command::new(built("openmeetings-testserver"))
            .args(["--demo", "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("the demo server could not be started: {error}"))?;
        let mut line = String::new();
        if let Some(out) = child.stdout.take() {
            let _ = BufReader::new(out).read_line(&mut line);
        }
        let address = line.trim().strip_prefix("listening on ").map(str::to_owned);
        if let Some(address) = address {
            return Ok(Self { child, address });
        }
        let _ = child.kill();
        Err("the demo server did not say where it listens".to_owned())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The command line with a folder of its own.
struct Program {
    folder: PathBuf,
}

impl Program {
    /// Runs it as a person would, and shows what was typed and what came out.
    fn show(&self, arguments: &[&str]) -> Result<String, String> {
        say::line(&format!("$ openmeetings {}", arguments.join(" ")));
        let mut child = Command::new(built("openmeetings"))
            .args(arguments)
            .env("OPENMEETINGS_LAUNCHER_HOME", &self.folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("openmeetings could not be started: {error}"))?;
        if let Some(mut input) = child.stdin.take() {
            let _ = writeln!(input, "{PASSWORD}");
        }
        let output = child
            .wait_with_output()
            .map_err(|error| error.to_string())?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        say::line(&text);
        if output.status.success() {
            return Ok(text);
        }
        Err(format!(
            "openmeetings {} ended with {}",
            arguments.join(" "),
            output.status
        ))
    }
}

/// Loads a page and gives back what it came to, within bounds.
fn load(browser: &Path, url: &str, folder: &Path) -> Result<String, String> {
    let profile = format!("--user-data-dir={}", folder.join("browser").display());
    let page = folder.join("page.html");
    let file = std::fs::File::create(&page).map_err(|error| error.to_string())?;
    let mut child = Command::new(browser)
        .args(HEADLESS)
        .args([profile.as_str(), url])
        .stdout(file)
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("the browser could not be started: {error}"))?;
    let began = Instant::now();
    while child
        .try_wait()
        .map_err(|error| error.to_string())?
        .is_none()
    {
        if began.elapsed() > PATIENCE {
            let _ = child.kill();
            return Err("the browser did not load the page in time".to_owned());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    std::fs::read_to_string(&page).map_err(|error| error.to_string())
}

fn room_of(page: &str) -> Option<&str> {
    let begin = page.find("You are in room")?;
    let rest = &page[begin..];
    Some(&rest[..rest.find('<').unwrap_or(rest.len())])
}

fn wait_for_person() {
    say::line("The room should be open in your browser. Press Enter to end the demo server.");
    let mut line = String::new();
    // Without anybody at the keyboard the browser gets a while to load the page.
    if std::io::stdin().read_line(&mut line).unwrap_or(0) == 0 {
        std::thread::sleep(Duration::from_secs(20));
    }
}

fn has_display() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

fn built(name: &str) -> PathBuf {
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    target
        .join("debug")
        .join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

fn installed(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}
