//! The real keychain of a Linux desktop, on a bus of its own: present, locked,
//! absent, and there only after the first try.

#![cfg(target_os = "linux")]
#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may; its children report by printing"
)]

use std::process::{Command, Stdio};

use launcher_core::profile::ProfileId;
use launcher_core::secret::{Keychain, Password, SecretError, SecretStore as _};

/// Says which part the child of a test plays.
const PART: &str = "LAUNCHER_TEST_KEYCHAIN";

const UNLOCK: &str = "eval \"$(printf test-password | gnome-keyring-daemon --unlock --components=secrets --daemonize 2>/dev/null)\"; sleep 0.5;";

const LOCK: &str = "gdbus call --session --dest org.freedesktop.secrets --object-path /org/freedesktop/secrets \
     --method org.freedesktop.Secret.Service.Lock \"['/org/freedesktop/secrets/collection/login']\" >/dev/null;";

/// A bus that starts no services by itself, so that none is there.
const BARE_BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><keep_umask/><listen>unix:tmpdir=/tmp</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>"#;

/// Runs a shell script on a private bus, with a home of its own. `CHILD part`
/// in it is this program, playing that part.
fn on_private_bus(script: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("bus.conf");
    std::fs::write(&config, BARE_BUS).unwrap();
    let runtime = folder.path().join("run");
    std::fs::create_dir(&runtime).unwrap();
    let this = std::env::current_exe().unwrap();
    let child = format!(
        "CHILD() {{ {PART}=$1 '{}' --exact --nocapture part 2>&1; }};",
        this.display()
    );
    let output = Command::new("timeout")
        .args(["60", "dbus-run-session", "--config-file"])
        .arg(&config)
        .args(["--", "bash", "-c", &format!("{child} {script}")])
        .env("HOME", folder.path())
        .env("XDG_RUNTIME_DIR", &runtime)
        .env_remove("XDG_DATA_HOME")
        .env_remove("XDG_CONFIG_HOME")
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("DBUS_SESSION_BUS_ADDRESS")
        .stdin(Stdio::null())
        .output()
        .expect("this test needs dbus-run-session, gnome-keyring-daemon, secret-tool and gdbus: `cargo xtask test` installs them");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{text}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    text
}

/// Lines that the parts reported, in order.
fn reports(text: &str) -> Vec<&str> {
    text.lines()
        .filter_map(|line| line.split_once("REPORT ").map(|(_, report)| report))
        .collect()
}

fn report(what: &str, outcome: Result<String, SecretError>) {
    let text = match outcome {
        Ok(text) => text,
        Err(SecretError::Missing(_)) => "missing".to_owned(),
        Err(SecretError::Locked(_)) => "locked".to_owned(),
        Err(SecretError::Failed(error)) => format!("failed: {error}"),
    };
    println!("\nREPORT {what}: {text}");
}

/// Not a test of its own: the parts that the children of the others play.
#[test]
fn part() {
    let Some(part) = std::env::var_os(PART) else {
        return;
    };
    let keychain = Keychain::new();
    let profile: ProfileId = "5b8e2a54-test".parse().unwrap();
    let load = |keychain: &Keychain| {
        keychain
            .load(&profile)
            .map(|found| found.map_or("none".to_owned(), |password| password.expose().to_owned()))
    };
    let save = |text: &str| {
        keychain
            .save(&profile, &Password::new(text.to_owned()))
            .map(|()| "saved".to_owned())
    };
    match part.to_str().unwrap() {
        "load" => report("load", load(&keychain)),
        "save" => report("save", save("Pl4nted ü")),
        "forget" => {
            report(
                "forget",
                keychain.forget(&profile).map(|()| "forgotten".to_owned()),
            );
            report(
                "again",
                keychain.forget(&profile).map(|()| "forgotten".to_owned()),
            );
            report("load", load(&keychain));
        }
        "leave" => {
            report("save", save("Pl4nted ü"));
            let runtime = tokio::runtime::Builder::new_current_thread().build();
            runtime.unwrap().block_on(async move { drop(keychain) });
            report("left", Ok("well".to_owned()));
        }
        "wait" => {
            report("early", save("x"));
            // The service starts while this process goes on.
            std::fs::write(
                std::env::temp_dir().join(std::env::var("MARK").unwrap()),
                "",
            )
            .unwrap();
            let ready = std::time::Instant::now();
            while save("Pl4nted ü").is_err() && ready.elapsed().as_secs() < 20 {
                std::thread::sleep(std::time::Duration::from_millis(100));
            }
            report("later", load(&keychain));
        }
        other => panic!("no part {other}"),
    }
}

#[test]
fn a_password_is_kept_found_and_forgotten() {
    let text = on_private_bus(&format!(
        "{UNLOCK} CHILD load; CHILD save; CHILD load; secret-tool search --all service org.openmeetings.launcher 2>&1 | grep -E 'secret|username'; CHILD forget"
    ));
    assert_eq!(
        reports(&text),
        [
            "load: none",
            "save: saved",
            "load: Pl4nted ü",
            "forget: forgotten",
            "again: forgotten",
            "load: none"
        ]
    );
    assert!(
        text.contains("secret = Pl4nted ü"),
        "seen from outside: {text}"
    );
    assert!(text.contains("username = 5b8e2a54-test"), "{text}");
}

#[test]
fn a_keychain_is_left_where_a_runtime_is_driven() {
    let text = on_private_bus(&format!("{UNLOCK} CHILD leave"));
    assert_eq!(reports(&text), ["save: saved", "left: well"], "{text}");
}

#[test]
fn a_locked_keychain_says_so() {
    let text = on_private_bus(&format!(
        "{UNLOCK} CHILD save; {LOCK} CHILD load; CHILD save"
    ));
    assert_eq!(
        reports(&text),
        ["save: saved", "load: locked", "save: locked"]
    );
}

#[test]
fn no_keychain_says_so() {
    let text = on_private_bus("CHILD load; CHILD save");
    assert_eq!(reports(&text), ["load: missing", "save: missing"]);
}

#[test]
fn a_keychain_that_comes_later_is_found() {
    let text = on_private_bus(&format!(
        "export MARK=launcher-mark-$$; CHILD wait & child=$!; until test -e \"${{TMPDIR:-/tmp}}/$MARK\"; do sleep 0.05; done; rm \"${{TMPDIR:-/tmp}}/$MARK\"; {UNLOCK} wait $child"
    ));
    assert_eq!(reports(&text), ["early: missing", "later: Pl4nted ü"]);
}
