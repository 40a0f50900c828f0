//! The built program, a folder of its own, and a test server.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use openmeetings_testserver::{
    DEMO_PASSWORD, Delays, TestClock, TestServer, TestServerBuilder, World,
};
use tempfile::TempDir;

pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

pub(crate) struct Program {
    pub(crate) server: TestServer,
    pub(crate) home: TempDir,
    runtime: tokio::runtime::Runtime,
}

impl Program {
    pub(crate) fn new() -> Self {
        Self::with(|server| server)
    }

    pub(crate) fn with(change: impl FnOnce(TestServerBuilder) -> TestServerBuilder) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        let server = change(
            TestServer::builder()
                .delays(Delays::none())
                .world(World::demo(TestClock::system().now())),
        );
        let server = runtime.block_on(server.start()).unwrap();
        Self {
            server,
            home: tempfile::tempdir().unwrap(),
            runtime,
        }
    }

    pub(crate) fn url(&self) -> String {
        self.server.base_url()
    }

    /// Runs it with a line on standard input, without any keychain.
    pub(crate) fn run(&self, arguments: &[&str], input: &str) -> Run {
        let _running = self.runtime.enter();
        run_in(self.home.path(), arguments, input)
    }

    /// As [`with_password`](Self::with_password), for a person with another locale.
    pub(crate) fn speaking(&self, locale: &str, arguments: &[&str]) -> Run {
        let _running = self.runtime.enter();
        let mut all = arguments.to_vec();
        all.push("--password-stdin");
        run_speaking(locale, self.home.path(), &all, DEMO_PASSWORD)
    }

    /// As [`run`](Self::run), for a person with another locale.
    pub(crate) fn speaking_alone(&self, locale: &str, arguments: &[&str]) -> Run {
        let _running = self.runtime.enter();
        run_speaking(locale, self.home.path(), arguments, "")
    }

    /// With the right password on standard input, and the answer searched for
    /// everything that must not be in it.
    pub(crate) fn with_password(&self, arguments: &[&str]) -> Run {
        let mut all = arguments.to_vec();
        all.push("--password-stdin");
        self.run(&all, DEMO_PASSWORD)
    }

    /// Saves an account without its password.
    pub(crate) fn add(&self, name: &str, login: &str) {
        let added = self.with_password(&[
            "profile",
            "add",
            name,
            "--url",
            &self.url(),
            "--user",
            login,
            "--no-password",
        ]);
        assert_eq!(added.status, 0, "{}", added.err);
    }

    /// Nothing of what was said or written holds a secret, but the address that
    /// was asked for.
    pub(crate) fn assert_discreet(&self, run: &Run, asked_for_address: bool) {
        let mut secrets = self.server.secrets();
        secrets.push(DEMO_PASSWORD.to_owned());
        let mut texts = vec![run.err.clone()];
        if !asked_for_address {
            texts.push(run.out.clone());
        }
        for file in std::fs::read_dir(self.home.path()).unwrap() {
            texts.push(
                String::from_utf8_lossy(&std::fs::read(file.unwrap().path()).unwrap()).into_owned(),
            );
        }
        for secret in &secrets {
            for text in &texts {
                assert!(!text.contains(secret), "{secret} in {text}");
            }
        }
    }
}

pub(crate) fn run_in(home: &Path, arguments: &[&str], input: &str) -> Run {
    run_speaking("C", home, arguments, input)
}

/// As [`run_in`], for a person with another locale.
pub(crate) fn run_speaking(locale: &str, home: &Path, arguments: &[&str], input: &str) -> Run {
    run_to_end(command(locale, home).args(arguments), input)
}

/// The program as somebody with this home and locale calls it.
pub(crate) fn command(locale: &str, home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_openmeetings"));
    command
        .env("LC_ALL", locale)
        .env("OPENMEETINGS_LAUNCHER_HOME", home)
        .env("HOME", home)
        // There or not, as a test has it; never that of this computer.
        .env("OPENMEETINGS_LAUNCHER_POLICY", home.join("policy.json"))
        .env("USER", "anna")
        .env("TZ", "Europe/Berlin")
        // Of the browsers and keychains of whoever runs the tests none is used.
        .env("PATH", home)
        .env_remove("BROWSER")
        .env_remove("XDG_DATA_HOME")
        .env_remove("XDG_CONFIG_HOME")
        .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// As [`run_in`], with more in the environment.
pub(crate) fn run_with(
    environment: &[(&str, &str)],
    home: &Path,
    arguments: &[&str],
    input: &str,
) -> Run {
    let mut command = command("C", home);
    command.args(arguments).envs(environment.iter().copied());
    run_to_end(&mut command, input)
}

/// Runs it with a line on standard input.
pub(crate) fn run_to_end(command: &mut Command, input: &str) -> Run {
    let mut child = command.spawn().unwrap();
    // A program that does not read its input closes it: no failure of the test.
    let _ = writeln!(child.stdin.take().unwrap(), "{input}");
    let output = child.wait_with_output().unwrap();
    Run {
        status: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

pub(crate) fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

pub(crate) fn fixture(name: &str) -> String {
    format!(
        "{}/../../../tests/fixtures/ics/{name}",
        env!("CARGO_MANIFEST_DIR")
    )
}
