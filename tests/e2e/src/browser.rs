//! [`Browser`]: the default browser of a desktop, as `xdg-open` finds it. It is
//! the real Chromium, with what makes it readable from outside.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::time::Duration;

use openmeetings_testserver::TestServer;

use crate::desktop::Desktop;
use crate::devtools::DevTools;
use crate::programs::installed;
use crate::wait::{self, until};

const ENTRY: &str = "test-browser.desktop";

/// What keeps it from the network, from the keychain and from a first-run page.
const SWITCHES: &str = "--no-sandbox --disable-gpu --disable-quic --no-first-run \
    --no-default-browser-check --disable-background-networking --disable-component-update \
    --disable-sync --disable-dev-shm-usage --disable-search-engine-choice-screen \
    --password-store=basic --window-size=760,600 --window-position=510,60 \
    --remote-debugging-port=0";

/// The same, one by one.
pub(crate) fn switches() -> impl Iterator<Item = &'static str> {
    SWITCHES.split_whitespace()
}

/// Starts Chromium. While the first one is still starting it may lose what a second is
/// given, so that one waits for ten seconds at most.
const FOLLOW_THE_FIRST: &str = r#"#!/bin/sh
if ! mkdir '{profile}.begun' 2>/dev/null; then
    for _ in $(seq 200); do
        [ -s '{profile}/DevToolsActivePort' ] && break
        sleep 0.05
    done
fi
exec '{chromium}' {switches} --user-data-dir='{profile}' "$@"
"#;

/// A page of the browser answers within this, or is asked again.
const ANSWERS_WITHIN: Duration = Duration::from_secs(10);

/// The default browser.
#[derive(Debug)]
pub struct Browser {
    profile: PathBuf,
}

/// A page that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    pub title: String,
    pub url: String,
    /// What can be read on it.
    pub text: String,
}

/// Makes what an `Exec` line calls the default browser of a desktop.
pub fn make_default(desktop: &Desktop, exec: &str) {
    let types = [
        "x-scheme-handler/http",
        "x-scheme-handler/https",
        "text/html",
    ];
    let applications = desktop.home().join(".local/share/applications");
    fs::create_dir_all(&applications).unwrap();
    let entry = format!(
        "[Desktop Entry]\nType=Application\nName=Test browser\nExec={exec}\nMimeType={};\n",
        types.join(";")
    );
    fs::write(applications.join(ENTRY), entry).unwrap();
    let config = desktop.home().join(".config");
    fs::create_dir_all(&config).unwrap();
    let defaults = types.map(|kind| format!("{kind}={ENTRY}\n")).concat();
    let defaults = format!("[Default Applications]\n{defaults}");
    fs::write(config.join("mimeapps.list"), defaults).unwrap();
    let folder = applications.display().to_string();
    assert!(
        desktop
            .output("update-desktop-database", &[&folder])
            .is_some(),
        "the browser is not registered"
    );
}

impl Browser {
    /// Makes Chromium the default browser. It starts when the first link opens.
    pub fn install(desktop: &Desktop) -> Self {
        // Beside the home: what a browser keeps is its own affair.
        let profile = desktop.folder().join("browser");
        let wrapper = desktop.folder().join("test-browser");
        let chromium = installed("chromium");
        let script = FOLLOW_THE_FIRST
            .replace("{profile}", &profile.display().to_string())
            .replace("{chromium}", &chromium.display().to_string())
            .replace("{switches}", SWITCHES);
        fs::write(&wrapper, script).unwrap();
        fs::set_permissions(&wrapper, fs::Permissions::from_mode(0o755)).unwrap();

        make_default(desktop, &format!("{} %U", wrapper.display()));
        Self { profile }
    }

    /// The pages that are open now; none before the browser has started.
    pub async fn pages(&self) -> Vec<Page> {
        let reading = async {
            let file = fs::read_to_string(self.profile.join("DevToolsActivePort")).ok()?;
            DevTools::connect(&file).await?.pages().await
        };
        let pages = tokio::time::timeout(ANSWERS_WITHIN, reading).await;
        let pages = pages.ok().flatten().unwrap_or_default();
        let text = |page: &serde_json::Value, name: &str| {
            page[name].as_str().unwrap_or_default().to_owned()
        };
        pages
            .iter()
            .map(|page| Page {
                title: text(page, "title"),
                url: text(page, "url"),
                text: text(page, "text"),
            })
            .collect()
    }

    /// Waits for a page on which this can be read, on this server and no other.
    pub async fn shows(&self, server: &TestServer, words: &str) -> Page {
        let mut last = Vec::new();
        let mut look = async || {
            last = self.pages().await;
            let found = last
                .iter()
                .find(|page| page.text.contains(words) && page.url.starts_with(&server.base_url()));
            found.cloned()
        };
        if let Some(page) = wait::within(wait::LIMIT, &mut look).await {
            return page;
        }
        panic!("no page of the browser shows “{words}”, but these: {last:#?}");
    }

    /// Waits until so many pages show this.
    pub async fn shows_times(&self, times: usize, words: &str) {
        until(&format!("{times} pages with “{words}”"), async || {
            let pages = self.pages().await;
            let showing = pages.iter().filter(|page| page.text.contains(words));
            (showing.count() == times).then_some(())
        })
        .await;
    }
}
