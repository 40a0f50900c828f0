//! [`Keychain`]: the real one of a desktop, on the bus of a [`Desktop`].

use std::io::Write as _;
use std::process::Stdio;

use crate::desktop::Desktop;
use crate::wait::until;

const SERVICE: &str = "org.freedesktop.secrets";
const ROOT: &str = "/org/freedesktop/secrets";
const LOGIN: &str = "/org/freedesktop/secrets/collection/login";

/// What it is unlocked with.
pub const PASSWORD: &str = "keychain-password";

/// gnome-keyring. Without it there is no keychain on a desktop.
#[derive(Debug)]
pub struct Keychain<'a> {
    desktop: &'a Desktop,
}

impl<'a> Keychain<'a> {
    /// Starts it, unlocked, as at a login.
    pub async fn unlocked(desktop: &'a Desktop) -> Self {
        let mut command = desktop.command("gnome-keyring-daemon");
        command
            .args(["--foreground", "--unlock", "--components=secrets"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let (input, _) = desktop.start_for_good(&mut command);
        // Its password is all it reads; the end of the text ends that.
        let mut input = input.expect("is piped");
        input.write_all(PASSWORD.as_bytes()).unwrap();
        drop(input);
        let keychain = Self { desktop };
        until("unlocked keychain", async || {
            let default = keychain.call("Service.ReadAlias", &["default"])?;
            default.contains(LOGIN).then_some(())
        })
        .await;
        keychain
    }

    /// Locks it, as after a while away.
    pub fn lock(&self) {
        let locked = self.call("Service.Lock", &[&format!("['{LOGIN}']")]);
        assert!(
            locked.is_some_and(|answer| answer.contains(LOGIN)),
            "the keychain does not lock"
        );
    }

    /// Unlocked passwords of the launcher, as another program sees them.
    pub fn passwords(&self) -> Vec<String> {
        let attributes = ["search", "--all", "service", "org.openmeetings.launcher"];
        self.desktop
            .output("secret-tool", &attributes)
            .unwrap_or_default()
            .lines()
            .filter_map(|line| line.strip_prefix("secret = "))
            .map(str::to_owned)
            .collect()
    }

    fn call(&self, method: &str, arguments: &[&str]) -> Option<String> {
        let method = format!("org.freedesktop.Secret.{method}");
        let mut all = vec!["call", "--session", "--dest", SERVICE];
        all.extend(["--object-path", ROOT, "--method", &method]);
        all.extend(arguments);
        self.desktop.output("gdbus", &all)
    }
}
