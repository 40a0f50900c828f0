//! `cargo xtask demo`: a server, the window, a room, without touching anything
//! of the person who runs it.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use crate::run::{build_programs, built, on_a_desktop, root};
use crate::{packages, say, ui};

/// Password of every account of the demo world.
const PASSWORD: &str = "Demo-1234!";

const NO_BUS: &str = "unix:path=/nonexistent";

pub(crate) fn run(_: &[String]) -> Result<(), String> {
    let display = has_display();
    if display {
        packages::ensure("the demo", &[&packages::FOR_WINDOW])?;
    } else {
        packages::ensure("the demo", &packages::DESKTOP)?;
    }
    say::line("Building the page …");
    ui::build(&[])?;
    say::line("Building the launcher and the demo server; the first time takes some minutes …");
    build_programs()?;
    if display {
        with_a_person()
    } else {
        say::line("There is no display, so a virtual one is used, and nobody but this demo.\n");
        on_a_desktop("demo", &[])
    }
}

/// Opens the window for somebody to try.
fn with_a_person() -> Result<(), String> {
    let folder = tempfile::tempdir().map_err(|error| format!("no temporary folder: {error}"))?;
    let server = Server::start()?;
    say::line(&format!(
        "A demo server answers at {}\n\
         The window asks for an address: give it this one.\n\
         Sign in as `anna` (enters rooms directly) or `paul` (signs in in the browser).\n\
         The password of both is `{PASSWORD}`. Your keychain is kept out of it: choose\n\
         “Keep until I quit” where the window says that there is none.\n\
         Settings are kept in a temporary folder; nothing of yours is touched.\n\
         The demo ends when you close the window.",
        server.address
    ));
    let status = Command::new(built("debug", "openmeetings-launcher"))
        .env("OPENMEETINGS_LAUNCHER_HOME", folder.path())
        // Where there is no bus, there is no keychain to put a demo's password into.
        .env("DBUS_SESSION_BUS_ADDRESS", NO_BUS)
        .current_dir(root())
        .status()
        .map_err(|error| format!("the window could not be started: {error}"))?;
    // The part that stays would stay: it is asked to go.
    let _ = Command::new(built("debug", "openmeetings"))
        .arg("quit")
        .env("OPENMEETINGS_LAUNCHER_HOME", folder.path())
        .status();
    if status.success() {
        return Ok(());
    }
    Err(format!("the window ended with {status}"))
}

/// The demo server; ends with this value.
struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start() -> Result<Self, String> {
        let mut child = Command::new(built("debug", "openmeetings-testserver"))
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

fn has_display() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
