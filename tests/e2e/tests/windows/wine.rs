//! [`Wine`]: a Windows of its own for each test, on the desktop of the test.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use launcher_e2e::Desktop;
use launcher_e2e::processes::Process;
use launcher_e2e::server::{ACCOUNT, PASSWORD};
use launcher_e2e::wait::until;
use openmeetings_testserver::TestServer;

use crate::registry::Registry;

const PROGRAM: &str = "/usr/lib/wine/wine64";

/// In seconds; longer than anything takes that does not hang.
const LIMIT: &str = "120";

/// What the resident's log says first.
const BEGUN: &str = "the resident has begun";

/// Notes the addresses that it is to open.
const BROWSER: &str = "#!/bin/sh\nprintf '%s\\n' \"$1\" >>\"$HOME/opened.txt\"\n";

/// A Windows that nobody has used yet.
#[derive(Debug)]
pub(crate) struct Wine<'a> {
    desktop: &'a Desktop,
    prefix: PathBuf,
}

/// One of the installers that `cargo xtask windows-test` made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Setup {
    Newest,
    Older,
}

impl Setup {
    fn file(self) -> PathBuf {
        given(match self {
            Self::Newest => "LAUNCHER_SETUP",
            Self::Older => "LAUNCHER_OLDER_SETUP",
        })
    }
}

fn given(variable: &str) -> PathBuf {
    std::env::var_os(variable)
        .expect("this is run by `cargo xtask windows-test`")
        .into()
}

impl<'a> Wine<'a> {
    pub(crate) fn on(desktop: &'a Desktop) -> Self {
        let template = given("LAUNCHER_WINE_TEMPLATE");
        let prefix = desktop.folder().join("wine");
        // The system itself is large, and only read.
        let copy = r#"mkdir "$2" && cd "$1" &&
            tar -c --exclude ./drive_c/windows . | tar -x -C "$2" &&
            cp -as "$1/drive_c/windows" "$2/drive_c/""#;
        let folders = [&template, &prefix].map(|folder| folder.display().to_string());
        let [from, to] = &folders;
        desktop
            .output("sh", &["-c", copy, "sh", from, to])
            .expect("a Windows to copy");
        let wine = Self { desktop, prefix };
        wine.install_browser();
        wine
    }

    /// A program of Windows, by its path or its name.
    fn command(&self, program: &str) -> Command {
        let mut command = self.desktop.command("timeout");
        command
            .args([LIMIT, PROGRAM, program])
            .env("WINEPREFIX", &self.prefix)
            .env("WINEDEBUG", "-all")
            // It would write menus, which no Windows does.
            .env("WINEDLLOVERRIDES", "winemenubuilder.exe=d");
        command
    }

    /// Runs a program to its end.
    ///
    /// What it prints goes through files: wine gives a pipe on to whatever a program
    /// starts, so that its end would be that of the resident.
    pub(crate) fn run(&self, program: &str, arguments: &[&str]) -> Output {
        let file = || tempfile::NamedTempFile::new().unwrap().into_parts();
        let ((out, printed), (err, complaints)) = (file(), file());
        let mut command = self.command(program);
        let status = command.args(arguments).stdout(out).stderr(err).status();
        Output {
            status: status.unwrap(),
            stdout: fs::read(printed).unwrap(),
            stderr: fs::read(complaints).unwrap(),
        }
    }

    /// Runs a program that has to end well, and gives what it prints.
    pub(crate) fn output(&self, program: &str, arguments: &[&str]) -> String {
        let output = self.run(program, arguments);
        let [out, err] = [&output.stdout, &output.stderr].map(|text| String::from_utf8_lossy(text));
        assert!(
            output.status.success(),
            "{program} {arguments:?}: {}, {out} {err}",
            output.status
        );
        out.replace('\r', "")
    }

    /// Installs without a question.
    pub(crate) fn install(&self, setup: Setup) {
        self.output(&setup.file().display().to_string(), &["/S"]);
    }

    /// Removes without a question, to the end.
    pub(crate) async fn uninstall(&self, switches: &[&str]) {
        let program = self.installed("uninstall.exe");
        self.output(&program, &[&["/S"], switches].concat());
        // What removes is a copy of that program, which nobody waits for.
        let folder = self.folder();
        until("end of the installed files", async || {
            (!folder.exists()).then_some(())
        })
        .await;
    }

    /// The folder with the programs.
    pub(crate) fn folder(&self) -> PathBuf {
        self.person()
            .join("AppData/Local/Programs/OpenMeetings Launcher")
    }

    /// The path of an installed file.
    pub(crate) fn installed(&self, name: &str) -> String {
        self.folder().join(name).display().to_string()
    }

    /// The installed command line, to its end.
    pub(crate) fn openmeetings(&self, arguments: &[&str]) -> Output {
        self.run(&self.installed("openmeetings.exe"), arguments)
    }

    /// Opens a link as Windows does, by what is registered for the person: wine looks
    /// only at what is registered for everybody.
    pub(crate) fn open(&self, link: &str) {
        let key = r"Software\Classes\openmeetings\shell\open\command";
        let command = self.registry().text(key, "@").expect("it is registered");
        let (program, arguments) = command
            .strip_prefix('"')
            .and_then(|rest| rest.split_once('"'))
            .expect("the program stands in quotes");
        let arguments: Vec<String> = arguments
            .split_whitespace()
            .map(|word| word.trim_matches('"').replace("%1", link))
            .collect();
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let mut command = self.command(program);
        command.args(arguments);
        // One that becomes the resident goes on, until the desktop ends.
        let quiet = command.stdout(Stdio::null()).stderr(Stdio::null());
        drop(quiet.spawn().unwrap());
    }

    /// Saves a server with a password.
    pub(crate) fn save(&self, server: &TestServer) {
        let mut child = self
            .command(&self.installed("openmeetings.exe"))
            .args(["profile", "add", "Work", "--url", &server.base_url()])
            .args(["--user", ACCOUNT, "--password-stdin"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let mut input = child.stdin.take().unwrap();
        input.write_all(PASSWORD.as_bytes()).unwrap();
        drop(input);
        assert!(child.wait().unwrap().success(), "the server was not saved");
    }

    /// Starts the resident as the session does, until it can be reached.
    pub(crate) async fn start_resident(&self) {
        let before = self.log().matches(BEGUN).count();
        let mut command = self.command(&self.installed("openmeetings-launcher.exe"));
        let output = || Stdio::null();
        command.arg("--hidden").stdout(output()).stderr(output());
        // Ends with the desktop.
        drop(command.spawn().unwrap());
        self.resident_begins(before).await;
    }

    /// Waits until one more resident has begun than those before.
    pub(crate) async fn resident_begins(&self, before: usize) {
        until("resident", async || {
            (self.log().matches(BEGUN).count() > before).then_some(())
        })
        .await;
    }

    /// How many residents the log knows of.
    pub(crate) fn residents_so_far(&self) -> usize {
        self.log().matches(BEGUN).count()
    }

    /// The running processes of the window's program.
    pub(crate) fn launchers(&self) -> Vec<Process> {
        let mut all = self.desktop.processes();
        all.retain(|process| {
            let path = process.arguments.first();
            // Whoever starts it has its name as well, but not in front.
            path.is_some_and(|path| path.ends_with("openmeetings-launcher.exe"))
        });
        all
    }

    /// What the launcher has logged.
    pub(crate) fn log(&self) -> String {
        let folder = "AppData/Local/openmeetings/openmeetings-launcher/data/logs";
        let logs = fs::read_dir(self.person().join(folder));
        let logs = logs.into_iter().flatten().flatten();
        logs.map(|log| fs::read_to_string(log.path()).unwrap_or_default())
            .collect()
    }

    /// The addresses that were opened, in order.
    pub(crate) fn opened(&self) -> Vec<String> {
        let text = fs::read_to_string(self.desktop.home().join("opened.txt"));
        text.unwrap_or_default()
            .lines()
            .map(str::to_owned)
            .collect()
    }

    /// The person's part of the registry.
    pub(crate) fn registry(&self) -> Registry {
        self.output("reg", &["export", "HKCU", r"C:\export.reg", "/y"]);
        let file = self.prefix.join("drive_c/export.reg");
        let registry = Registry::read(&file);
        fs::remove_file(file).unwrap();
        registry
    }

    /// Writes a text into the person's part of the registry.
    pub(crate) fn write(&self, key: &str, name: &str, text: &str) {
        let key = format!(r"HKCU\{key}");
        self.output("reg", &["add", &key, "/v", name, "/d", text, "/f"]);
    }

    /// Everything that is kept for the person, but what is temporary.
    pub(crate) fn files(&self) -> BTreeSet<PathBuf> {
        let mut found = BTreeSet::new();
        let mut folders = vec![self.person()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap().flatten() {
                let path = entry.path();
                if entry.file_type().unwrap().is_dir() && !path.ends_with("Temp") {
                    folders.push(path.clone());
                }
                found.insert(path);
            }
        }
        found
    }

    /// The person's own folder.
    pub(crate) fn person(&self) -> PathBuf {
        let users = fs::read_dir(self.prefix.join("drive_c/users")).unwrap();
        let mut users = users.flatten().map(|entry| entry.path());
        users.find(|user| !user.ends_with("Public")).unwrap()
    }

    fn install_browser(&self) {
        let browser = self.desktop.folder().join("browser");
        fs::write(&browser, BROWSER).unwrap();
        fs::set_permissions(&browser, fs::Permissions::from_mode(0o755)).unwrap();
        let path = browser.display().to_string();
        self.write(r"Software\Wine\WineBrowser", "Browsers", &path);
    }
}

/// A path as Windows writes it.
pub(crate) fn as_windows_writes(path: &Path) -> String {
    let text = path.display().to_string();
    let (_, below) = text.split_once("/drive_c/").expect("on its disk");
    format!(r"C:\{}", below.replace('/', r"\"))
}
