//! Whatever comes in by whatever way: what reaches the browser is http or https,
//! names no user, and lies on a saved server, unless the person said yes to it.

#![expect(clippy::unwrap_used, reason = "a test may")]

mod support;

use jiff::{SignedDuration, Timestamp};
use launcher_core::intent::{Intent, LinkAnswer};
use launcher_core::join::Asked;
use launcher_core::launcher::LinkOutcome;
use launcher_core::profile::ProfileDraft;
use launcher_core::texts::Texts;
use proptest::prelude::*;
use support::{TestLauncher, now};
use url::Url;

const SAVED: &str = "https://meet.example.org/openmeetings/";
const SAVED_OPEN: &str = "http://open.example.org:5080/openmeetings/";

/// What comes after a host.
const PATHS: [&str; 14] = [
    "/openmeetings/#room/2",
    "/#room/5",
    "/om/hash?invitation=167793f8",
    "/hash?secure=18535a86",
    "/room/2",
    "/openmeetings/room/2",
    "/hash?invitation=1",
    "&room=2",
    "",
    "/",
    "/#room/a<b>",
    "/#room/standup",
    "/hash?invitation=a%0d%0ab",
    "/;jsessionid=1#room/2",
];

/// Parts of addresses, good and bad, put together in every way.
fn address() -> impl Strategy<Value = String> {
    let scheme = prop::sample::select(vec![
        "https://",
        "http://",
        "HTTPS://",
        "",
        "//",
        "openmeetings://",
        "openmeetings:",
        "file://",
        "javascript:",
        "data:text/html,",
        "ftp://",
        "https:\\\\",
        "https:/",
        "view-source:https://",
        "openmeetings://join?server=",
        "openmeetings://add-server?url=https://",
        "blob:https://",
    ]);
    let user = prop::sample::select(vec![
        "",
        "",
        "",
        "",
        "anna@",
        "anna:pl4nted@",
        ":@",
        "meet.example.org@",
        "a%40b:c@",
    ]);
    let host = prop_oneof![
        4 => prop::sample::select(vec![
            "meet.example.org", "MEET.example.org", "meet.example.org.", "open.example.org:5080",
            "open.example.org", "meet.example.org:8443",
        ]).prop_map(str::to_owned),
        4 => prop::sample::select(vec![
            "stranger.example", "meet.example.org.stranger.example", "meet.example.orgx",
            "xn--mt-yiaa.example.org", "mеet.example.org", "[::1]", "127.1", "meet.example.org%2f.stranger.example",
            "meet.example.org\\.stranger.example", "meet.example.org#@stranger.example",
            "stranger.example:80@meet.example.org", "meet.example.org\t.stranger.example",
        ]).prop_map(str::to_owned),
        1 => "[a-z.@:%\\\\/?#\\[\\]-]{0,20}",
    ];
    let path = prop::sample::select(&PATHS[..]);
    (scheme, user, host, path)
        .prop_map(|(scheme, user, host, path)| format!("{scheme}{user}{host}{path}"))
}

/// An address by itself, in a mail, in an invitation, or any text.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => address(),
        1 => address().prop_map(|link| format!("Please come:\n> {link}\nsee you")),
        2 => (address(), address()).prop_map(|(first, last)| format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:x\r\n\
             DTSTART:20261126T100000Z\r\nDTEND:20301126T110000Z\r\nURL:{first}\r\n\
             DESCRIPTION:{last}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        )),
        1 => ".{0,40}",
    ]
}

struct Ways {
    runtime: tokio::runtime::Runtime,
    test: TestLauncher,
    now: std::cell::Cell<Timestamp>,
}

impl Ways {
    fn new() -> Self {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let test = runtime.block_on(TestLauncher::new());
        // Without an account there is nothing to ask a server for.
        for address in [SAVED, SAVED_OPEN] {
            let draft = ProfileDraft {
                address: address.to_owned(),
                ..ProfileDraft::default()
            };
            test.launcher.add_profile(draft).unwrap();
        }
        Self {
            runtime,
            test,
            now: std::cell::Cell::new(now()),
        }
    }

    /// To the question that stands.
    fn answer(&self, answer: LinkAnswer) -> Intent {
        self.test.answer(answer)
    }

    fn perform(&self, intent: Intent) {
        let now = self.now.get();
        let texts = Texts::english();
        let performed = self.test.launcher.perform(intent, &texts, now);
        // What is refused opens nothing.
        let _ = self.runtime.block_on(performed);
    }

    /// As the desktop hands it over: what can be joined at once is joined.
    fn receive(&self, text: &str) -> Option<LinkOutcome> {
        self.now.set(self.now.get() + SignedDuration::from_secs(10));
        let launcher = &self.test.launcher;
        let outcome = launcher.receive_link(text, self.now.get()).ok()?;
        if let LinkOutcome::Join(destination) = &outcome {
            let _ = self
                .runtime
                .block_on(launcher.join(Asked::from(destination.clone()), self.now.get()));
        }
        Some(outcome)
    }

    /// What was opened since the last look.
    fn opened(&self, before: usize) -> Vec<Url> {
        let opened = self.test.opened().split_off(before);
        opened.iter().map(|url| Url::parse(url).unwrap()).collect()
    }
}

fn is_saved(url: &Url) -> bool {
    let saved = [SAVED, SAVED_OPEN].map(|address| Url::parse(address).unwrap());
    let mut saved = saved.iter();
    saved.any(|saved| {
        saved.host() == url.host() && (url.scheme() == "https" || saved.scheme() == "http")
    })
}

fn is_sound(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https")
        && url.username().is_empty()
        && url.password().is_none()
        && url.host_str().is_some_and(|host| !host.is_empty())
}

#[test]
fn what_nobody_said_yes_to_is_opened_on_saved_servers_only() {
    let ways = Ways::new();
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(2000));
    let run = runner.run(&text(), |text| {
        let before = ways.test.opened().len();
        ways.receive(&text);
        for intent in [
            Intent::Understand { text: text.clone() },
            ways.answer(LinkAnswer::Dismiss),
        ] {
            ways.perform(intent);
        }
        // What is wrong with it as an import is the business of other tests.
        let _ = ways.test.launcher.plan_import(&text);
        for url in ways.opened(before) {
            prop_assert!(is_sound(&url), "{url} for {text:?}");
            prop_assert!(is_saved(&url), "{url} for {text:?}");
        }
        Ok(())
    });
    run.unwrap();
    let opened = ways.test.opened().len();
    assert!(
        opened >= 10,
        "only {opened} were opened: this proves nothing"
    );
}

#[test]
fn what_the_person_said_yes_to_is_sound() {
    let ways = Ways::new();
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(1000));
    let run = runner.run(&text(), |text| {
        let before = ways.test.opened().len();
        ways.perform(Intent::JoinText {
            text: text.clone(),
            profile: None,
            choice: None,
        });
        if let Some(LinkOutcome::Asked(_)) = ways.receive(&text) {
            ways.perform(ways.answer(LinkAnswer::JoinAsGiven));
        }
        ways.perform(Intent::JoinAgain);
        for url in ways.opened(before) {
            prop_assert!(is_sound(&url), "{url} for {text:?}");
        }
        Ok(())
    });
    run.unwrap();
    let opened = ways.opened(0);
    let strangers = opened.iter().filter(|url| !is_saved(url)).count();
    assert!(strangers >= 50, "only {strangers}: this proves nothing");
}
