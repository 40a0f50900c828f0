//! [`Desktop`]: a home, a session bus, a display and a window manager that no
//! other test sees, and that all go with it.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::Mutex;

use tempfile::TempDir;
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::processes::{self, Process};
use crate::programs::{COMMAND_LINE, WINDOW, built};
use crate::wait::until;
use crate::{screen, x11};

/// A bus. With SERVICES empty it starts none by itself: what is there was put there.
const BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><keep_umask/><listen>unix:path=SOCKET</listen>SERVICES
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>"#;

/// Most of these desktops show no tray icons, and are closed without a question.
pub const SETTINGS: &str = r#"{"schema": 1, "settings": {"withoutTray": "keep-running"}}"#;

/// Two desktops keep two processors busy; more only get in each other's way.
static ROOM: Semaphore = Semaphore::const_new(2);

/// A desktop of its own. Everything on it ends with it, also if a test fails.
#[derive(Debug)]
pub struct Desktop {
    folder: TempDir,
    display: String,
    /// Where pictures of what went wrong are put.
    name: String,
    /// What programs are told beside the usual.
    environment: Mutex<Vec<(&'static str, String)>>,
    /// What runs until the end.
    children: Mutex<Vec<Child>>,
    _room: SemaphorePermit<'static>,
}

impl Desktop {
    /// Starts one, with nothing on its bus but what a test puts there. `name` is
    /// for the pictures of what went wrong.
    pub async fn start(name: &str) -> Self {
        Self::start_with(name, "").await
    }

    /// Starts one whose bus starts the services of this computer when they are
    /// wanted, such as the one that asks for the keychain's password.
    pub async fn start_with_services(name: &str) -> Self {
        Self::start_with(name, "<standard_session_servicedirs/>").await
    }

    async fn start_with(name: &str, services: &str) -> Self {
        let room = ROOM.acquire().await.expect("is never closed");
        let folder = tempfile::Builder::new()
            .prefix("launcher-")
            .tempdir()
            .expect("a temporary folder");
        for part in ["home", "run"] {
            let part = folder.path().join(part);
            fs::create_dir(&part).unwrap();
            fs::set_permissions(&part, fs::Permissions::from_mode(0o700)).unwrap();
        }
        let mut desktop = Self {
            folder,
            display: String::new(),
            name: name.to_owned(),
            environment: Mutex::default(),
            children: Mutex::default(),
            _room: room,
        };
        desktop.keep("settings.json", SETTINGS);
        // Services of the bus open their windows on the display.
        desktop.start_display();
        desktop.start_bus(services).await;
        desktop.start_window_manager().await;
        desktop
    }

    /// Where the person keeps everything.
    pub fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    /// The address of the session's bus.
    pub fn bus(&self) -> String {
        let socket = self.folder.path().join("run/bus");
        format!("unix:path={}", socket.display())
    }

    /// A program as it is started on this desktop, knowing nothing of any other.
    pub fn command(&self, program: impl AsRef<Path>) -> Command {
        let home = self.home();
        let run = self.folder.path().join("run");
        let mut command = Command::new(program.as_ref());
        command
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("LANG", "C.UTF-8")
            .env("TMPDIR", std::env::temp_dir())
            .env("HOME", &home)
            .env("XDG_CONFIG_HOME", home.join(".config"))
            .env("XDG_CACHE_HOME", home.join(".cache"))
            .env("XDG_DATA_HOME", home.join(".local/share"))
            .env("XDG_STATE_HOME", home.join(".local/state"))
            .env("XDG_RUNTIME_DIR", &run)
            .env("DBUS_SESSION_BUS_ADDRESS", self.bus())
            .env("DISPLAY", &self.display)
            .env("GDK_BACKEND", "x11")
            .env(processes::MARK, self.folder.path())
            .current_dir(&home)
            .envs(self.environment.lock().unwrap().iter().cloned())
            .stdin(Stdio::null());
        command
    }

    /// A Wayland desktop for programs that ask, though its windows are drawn by X.
    pub fn set_wayland(&self) {
        self.set("WAYLAND_DISPLAY", "wayland-of-the-tests");
    }

    /// What an organisation lays down for the computer of this desktop.
    pub fn lay_down(&self, policy: &str) {
        let file = self.folder().join("policy.json");
        fs::write(&file, policy).unwrap();
        self.set("OPENMEETINGS_LAUNCHER_POLICY", &file.display().to_string());
    }

    /// Programs that start from now on break at once, with this as the message.
    pub fn break_programs(&self, message: &str) {
        self.set("OPENMEETINGS_BREAK", message);
    }

    /// Tells programs that start from now on something more.
    pub(crate) fn set(&self, name: &'static str, value: &str) {
        let mut environment = self.environment.lock().unwrap();
        environment.push((name, value.to_owned()));
    }

    /// Runs a program to its end, with what it prints.
    pub fn run(&self, program: impl AsRef<Path>, arguments: &[&str]) -> std::process::Output {
        let program = program.as_ref();
        self.command(program)
            .args(arguments)
            .output()
            .unwrap_or_else(|error| panic!("{}: {error}", program.display()))
    }

    /// What a program prints that ends well.
    pub fn output(&self, program: impl AsRef<Path>, arguments: &[&str]) -> Option<String> {
        let output = self.run(program, arguments);
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        output.status.success().then_some(text)
    }

    /// The command line, as somebody calls it in a terminal.
    pub fn openmeetings(&self, arguments: &[&str]) -> std::process::Output {
        self.run(built(COMMAND_LINE), arguments)
    }

    /// The window's program, as a desktop entry calls it, to its end.
    pub fn window(&self, arguments: &[&str]) -> std::process::Output {
        self.run(built(WINDOW), arguments)
    }

    /// Puts a file where the launcher keeps its settings, before it starts. Settings
    /// replace those that a desktop begins with.
    pub fn keep(&self, name: &str, content: &str) {
        let folder = self.home().join(".config/openmeetings-launcher");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(name), content).unwrap();
    }

    /// Puts an object onto the bus, under a name that programs look for.
    pub(crate) async fn serve<I: zbus::object_server::Interface>(
        &self,
        name: &'static str,
        path: &'static str,
        object: I,
    ) -> zbus::Connection {
        zbus::connection::Builder::address(self.bus().as_str())
            .unwrap()
            .serve_at(path, object)
            .unwrap()
            .name(name)
            .unwrap()
            .build()
            .await
            .expect("the bus is there")
    }

    /// The running processes of a program.
    pub fn running(&self, program: &str) -> Vec<Process> {
        let mut all = processes::marked(self.folder.path());
        all.retain(|process| process.program == program);
        all
    }

    /// The running windows' processes.
    pub fn windows(&self) -> Vec<Process> {
        self.running(WINDOW)
    }

    /// The process that stays, if there is one.
    pub fn resident(&self) -> Option<Process> {
        let mut all = self.running(COMMAND_LINE);
        all.retain(|process| process.arguments.get(1).is_some_and(|word| word == "tray"));
        assert!(all.len() < 2, "there are two residents: {all:?}");
        all.pop()
    }

    /// Everything that runs here, for looking at arguments and memory.
    pub fn processes(&self) -> Vec<Process> {
        processes::marked(self.folder.path())
    }

    /// The folder that goes with the desktop; for what tests put beside the home.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Starts what runs until the desktop ends, and gives its ends of pipes.
    pub(crate) fn start_for_good(
        &self,
        command: &mut Command,
    ) -> (Option<ChildStdin>, Option<ChildStdout>) {
        let mut child = spawn(command);
        let ends = (child.stdin.take(), child.stdout.take());
        self.children.lock().unwrap().push(child);
        ends
    }

    /// Ends the bus, as a crash does, and starts another one in its place.
    pub async fn restart_bus(&self) {
        let buses = self.running("dbus-daemon");
        assert_eq!(buses.len(), 1, "{buses:?}");
        buses[0].kill();
        until("end of the bus", async || {
            (!buses[0].is_running()).then_some(())
        })
        .await;
        fs::remove_file(self.folder.path().join("run/bus")).unwrap();
        self.start_bus("").await;
    }

    async fn start_bus(&self, services: &str) {
        let socket = self.folder.path().join("run/bus");
        let config = self.folder.path().join("bus.conf");
        let text = BUS.replace("SOCKET", &socket.display().to_string());
        fs::write(&config, text.replace("SERVICES", services)).unwrap();
        let mut command = self.command("dbus-daemon");
        command.arg("--nofork").arg("--config-file").arg(&config);
        self.start_for_good(command.stdout(Stdio::null()).stderr(Stdio::null()));
        // Its file is there a moment before anybody may connect.
        until("session bus", async || UnixStream::connect(&socket).ok()).await;
    }

    /// The display server chooses a free number and says which.
    fn start_display(&mut self) {
        let mut command = self.command("Xvfb");
        command
            .args(["-displayfd", "1", "-screen", "0", "1280x800x24"])
            .args(["-nolisten", "tcp", "-noreset"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let (_, out) = self.start_for_good(&mut command);
        let mut number = String::new();
        let out = out.expect("is piped");
        BufReader::new(out).read_line(&mut number).unwrap();
        assert!(!number.trim().is_empty(), "Xvfb found no free display");
        self.display = format!(":{}", number.trim());
    }

    async fn start_window_manager(&self) {
        let mut command = self.command("openbox");
        self.start_for_good(command.stdout(Stdio::null()).stderr(Stdio::null()));
        until("window manager", async || {
            x11::is_managed(self).then_some(())
        })
        .await;
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        if std::thread::panicking() {
            screen::keep_what_went_wrong(self, &self.name);
        }
        processes::end_marked(self.folder.path());
        let children = self.children.get_mut();
        for child in children.into_iter().flatten() {
            let _ = child.wait();
        }
    }
}

pub(crate) fn spawn(command: &mut Command) -> Child {
    let program = command.get_program().to_owned();
    command
        .spawn()
        .unwrap_or_else(|error| panic!("{}: {error}", program.display()))
}
