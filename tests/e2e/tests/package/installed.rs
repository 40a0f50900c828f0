//! [`Installed`]: a desktop on which the package is installed.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};

use launcher_e2e::server::{ACCOUNT, PASSWORD};
use launcher_e2e::wait::until;
use launcher_e2e::{Desktop, server};
use openmeetings_testserver::{Room, TestServer};

/// The folder that holds `usr`, as `cargo xtask package-test` tells it.
const ROOT: &str = "LAUNCHER_INSTALLED";

/// The number of the first room of [`Installed::rooms`].
const FIRST_ROOM: i64 = 500;

/// How other programs hand over a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opener {
    /// What works on every desktop.
    Xdg,
    /// What GNOME, its portals and most browsers use.
    Gio,
}

/// A desktop whose programs and entries are those of the package.
#[derive(Debug)]
pub(crate) struct Installed<'a> {
    desktop: &'a Desktop,
    root: PathBuf,
}

impl<'a> Installed<'a> {
    pub(crate) fn on(desktop: &'a Desktop) -> Self {
        let root = std::env::var_os(ROOT).expect("this is run by `cargo xtask package-test`");
        Self {
            desktop,
            root: root.into(),
        }
    }

    /// The entries of the package.
    pub(crate) fn applications(&self) -> PathBuf {
        self.root.join("usr/share/applications")
    }

    /// A program that finds what is installed, and the rest of the system.
    pub(crate) fn command(&self, program: &str) -> Command {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = [self.root.join("usr/bin")].into_iter();
        let path = std::env::join_paths(folders.chain(std::env::split_paths(&path))).unwrap();
        let share = self.root.join("usr/share");
        let mut command = self.desktop.command(program);
        command.env("PATH", path).env(
            "XDG_DATA_DIRS",
            format!("{}:/usr/local/share:/usr/share", share.display()),
        );
        command
    }

    /// The command line of the package, run to its end.
    pub(crate) fn openmeetings(&self, arguments: &[&str]) -> Output {
        let mut command = self.command(&self.program("openmeetings"));
        command.args(arguments).output().unwrap()
    }

    /// Saves a server whose keys the account may make, with its password.
    pub(crate) fn save(&self, server: &TestServer) {
        let mut child = self
            .command(&self.program("openmeetings"))
            .args(["profile", "add", "Work", "--url", &server.base_url()])
            .args(["--user", ACCOUNT, "--password-stdin"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut input = child.stdin.take().unwrap();
        input.write_all(PASSWORD.as_bytes()).unwrap();
        drop(input);
        let saved = child.wait_with_output().unwrap();
        assert!(saved.status.success(), "{saved:?}");
    }

    /// Opens a link or a file, and says whether the system found who takes it.
    pub(crate) fn open(&self, opener: Opener, what: &str) {
        let child = self.start_to_open(opener, what);
        taken(child);
    }

    /// As [`Installed::open`], without waiting: see [`taken`].
    pub(crate) fn start_to_open(&self, opener: Opener, what: &str) -> Child {
        let mut command = match opener {
            Opener::Xdg => self.command("xdg-open"),
            Opener::Gio => self.command("gio"),
        };
        match opener {
            Opener::Xdg => command.arg(what),
            Opener::Gio => command.args(["open", what]),
        };
        command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    }

    /// Waits until the resident has ended by itself, with all that it began.
    pub(crate) async fn quit(&self) {
        let quit = self.openmeetings(&["quit"]);
        assert!(quit.status.success(), "{quit:?}");
        until("end of the resident", async || {
            self.desktop.resident().is_none().then_some(())
        })
        .await;
    }

    fn program(&self, name: &str) -> String {
        self.root.join("usr/bin").join(name).display().to_string()
    }
}

/// Waits until a link was handed over.
pub(crate) fn taken(mut opening: Child) {
    let status = opening.wait().unwrap();
    assert!(status.success(), "nobody took the link: {status}");
}

/// A server with as many more rooms as wanted; [`link_to`] and [`shown_in`] know them.
pub(crate) async fn server_with_rooms(count: usize) -> TestServer {
    let server = server::quick().await;
    server.change(|world| {
        let rooms = (0..count).map(|number| Room {
            id: FIRST_ROOM + i64::try_from(number).unwrap(),
            name: format!("Number {number}."),
            capacity: 10,
            is_public: true,
            ..Room::default()
        });
        world.rooms.extend(rooms);
    });
    server
}

/// What a calendar has, or a chat.
pub(crate) fn link_to(server: &TestServer, number: usize) -> String {
    let room = FIRST_ROOM + i64::try_from(number).unwrap();
    let address = server.address();
    format!("openmeetings://{address}/openmeetings/room/{room}")
}

/// What the browser says in the room.
pub(crate) fn shown_in(number: usize) -> String {
    format!("You are in room Number {number}. as {ACCOUNT}")
}
