//! Ctrl-C on a real terminal: the end comes at once and leaves nothing behind.

use std::io::{Read as _, Write as _};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use openmeetings_testserver::{DEMO_PASSWORD, Delays};
use portable_pty::{CommandBuilder, PtyPair, PtySize, native_pty_system};

use crate::support::Program;

const CTRL_C: &[u8] = b"\x03";

/// What a shell reports for a program that Ctrl-C ended.
const INTERRUPTED: u32 = 130;

/// Longer than any of this takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// The program on a terminal of its own.
struct Terminal {
    pty: PtyPair,
    keys: Box<dyn std::io::Write + Send>,
    shown: Arc<Mutex<String>>,
    child: Box<dyn portable_pty::Child + Send + Sync>,
    /// The settings before anything ran on it.
    untouched: String,
}

impl Terminal {
    fn run(program: &Program, arguments: &[&str]) -> Self {
        let pty = native_pty_system().openpty(PtySize::default()).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_openmeetings"));
        command.args(arguments);
        command.env("OPENMEETINGS_LAUNCHER_HOME", program.home.path());
        command.env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        let untouched = settings(&pty);
        let child = pty.slave.spawn_command(command).unwrap();
        let keys = pty.master.take_writer().unwrap();
        let mut screen = pty.master.try_clone_reader().unwrap();
        let shown: Arc<Mutex<String>> = Arc::default();
        let writes = Arc::clone(&shown);
        std::thread::spawn(move || {
            let mut bytes = [0; 1024];
            while let Ok(length @ 1..) = screen.read(&mut bytes) {
                let text = String::from_utf8_lossy(&bytes[..length]);
                writes.lock().unwrap().push_str(&text);
            }
        });
        Self {
            pty,
            keys,
            shown,
            child,
            untouched,
        }
    }

    fn shown(&self) -> String {
        self.shown.lock().unwrap().clone()
    }

    fn wait_for(&self, text: &str) {
        self.wait_until(|shown| shown.contains(text));
    }

    /// What a program writes last may be read after its end.
    fn wait_until(&self, holds: impl Fn(&str) -> bool) {
        let began = Instant::now();
        while !holds(&self.shown()) {
            assert!(began.elapsed() < PATIENCE, "{:?}", self.shown());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    fn press(&mut self, keys: &[u8]) {
        self.keys.write_all(keys).unwrap();
        self.keys.flush().unwrap();
    }

    /// The question is asked before the terminal is told to hide the answer.
    fn wait_for_the_question(&self) {
        self.wait_for("Password of anna");
        self.wait_until(|_| settings(&self.pty) != self.untouched);
    }
}

/// The settings of a terminal, as text: their type belongs to a crate of its own.
fn settings(pty: &PtyPair) -> String {
    format!("{:?}", pty.master.get_termios().unwrap())
}

fn slow_server() -> Program {
    Program::with(|server| {
        server.delays(Delays {
            login: Duration::from_mins(1),
            ..Delays::none()
        })
    })
}

#[test]
fn ctrl_c_ends_a_question_and_gives_the_terminal_back() {
    let program = slow_server();
    let url = program.url();
    let mut terminal = Terminal::run(&program, &["join", "2", "--url", &url, "--user", "anna"]);
    terminal.wait_for_the_question();
    terminal.press(CTRL_C);
    assert_eq!(terminal.child.wait().unwrap().exit_code(), INTERRUPTED);
    assert_eq!(settings(&terminal.pty), terminal.untouched);
    terminal.wait_until(|shown| shown.ends_with("\r\n"));
}

#[test]
fn ctrl_c_ends_a_slow_login_and_takes_the_spinner_away() {
    let program = slow_server();
    let url = program.url();
    let mut terminal = Terminal::run(&program, &["join", "2", "--url", &url, "--user", "anna"]);
    terminal.wait_for_the_question();
    terminal.press(format!("{DEMO_PASSWORD}\r").as_bytes());
    terminal.wait_for("joining");
    terminal.press(CTRL_C);
    assert_eq!(terminal.child.wait().unwrap().exit_code(), INTERRUPTED);
    terminal.wait_until(|shown| shown.contains("^C") && shown.ends_with("\r\u{1b}[K"));
    assert!(!terminal.shown().contains(DEMO_PASSWORD));
}

#[test]
fn ctrl_c_while_a_server_is_being_saved_saves_nothing() {
    let program = slow_server();
    let url = program.url();
    let arguments = ["profile", "add", "Work", "--url", &url, "--user", "anna"];
    let mut terminal = Terminal::run(&program, &arguments);
    terminal.wait_for_the_question();
    terminal.press(format!("{DEMO_PASSWORD}\r").as_bytes());
    terminal.wait_for("checking the server");
    terminal.press(CTRL_C);
    assert_eq!(terminal.child.wait().unwrap().exit_code(), INTERRUPTED);
    let left: Vec<_> = std::fs::read_dir(program.home.path()).unwrap().collect();
    assert!(left.is_empty(), "{left:?}");
}
