//! System packages that tests need, installed where that is possible.

use crate::{run, say};

/// A program, and the Debian package that brings it.
type Needed = (&'static str, &'static str);

/// The real keychain and its bus.
pub(crate) const FOR_TESTS: [Needed; 4] = [
    ("dbus-run-session", "dbus"),
    ("gnome-keyring-daemon", "gnome-keyring"),
    ("secret-tool", "libsecret-tools"),
    ("gdbus", "libglib2.0-bin"),
];

/// Makes sure the programs are there. On Debian's family they are installed,
/// after saying which; elsewhere they are named. Other systems need none.
pub(crate) fn ensure(needed: &[Needed]) -> Result<(), String> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let missing: Vec<&str> = needed
        .iter()
        .filter(|(program, _)| !is_installed(program))
        .map(|(_, package)| *package)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    if !run::works("apt-get", &["--version"]) {
        return Err(format!(
            "the tests need these programs, which are not installed: {names}"
        ));
    }
    let root = run::works("sh", &["-c", "test \"$(id -u)\" = 0"]);
    if !root && !run::works("sudo", &["-n", "true"]) {
        return Err(format!(
            "the tests need these packages; install them with: sudo apt-get install {names}"
        ));
    }
    say::line(&format!(
        "Installing the system packages the tests need: {names}"
    ));
    let install = format!(
        "apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends {names} > /dev/null"
    );
    let (program, arguments) = if root {
        ("sh", vec!["-c", &install])
    } else {
        ("sudo", vec!["-n", "sh", "-c", &install])
    };
    run::command(program, &arguments, &[])
}

fn is_installed(program: &str) -> bool {
    std::env::var_os("PATH").is_some_and(|path| {
        std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
    })
}
