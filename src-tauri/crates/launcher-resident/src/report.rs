//! The report for whoever helps. Says what runs and how it fares; no names,
//! hosts, logins, paths or secrets. It stays in English: who reads it is not
//! who sends it.

use std::fmt::Write as _;

use launcher_core::doctor::Diagnosis;
use launcher_core::profile::{AccountRoute, Profile};
use launcher_core::state::{AppState, Check, Join, Meetings};

/// Longer words of others are cut.
const LONGEST: usize = 60;

/// What the report says about the computer.
#[derive(Clone, Debug, Default)]
pub(crate) struct Computer {
    pub(crate) system: String,
    pub(crate) desktop: String,
    pub(crate) session: String,
    pub(crate) locale: String,
}

impl Computer {
    pub(crate) fn this(locale: Option<&str>) -> Self {
        let variable = |name| std::env::var(name).unwrap_or_default();
        Self {
            system: system(),
            desktop: variable("XDG_CURRENT_DESKTOP"),
            session: variable("XDG_SESSION_TYPE"),
            locale: locale.unwrap_or_default().to_owned(),
        }
    }
}

/// The report, as lines of text, with what the doctor found if it was asked.
pub(crate) fn report(
    state: &AppState,
    language: &str,
    computer: &Computer,
    diagnosis: Option<&Diagnosis>,
) -> String {
    let mut lines = vec![
        format!("OpenMeetings Launcher {}", env!("CARGO_PKG_VERSION")),
        format!("System: {}", plain(&computer.system)),
        format!("Desktop: {}", plain(&computer.desktop)),
        format!("Session: {}", plain(&computer.session)),
        format!("Locale: {}, texts: {language}", plain(&computer.locale)),
        format!("Servers: {}", state.profiles.len()),
    ];
    for (number, profile) in (1..).zip(&state.profiles) {
        lines.push(of_server(number, profile, state));
    }
    lines.push(format!("Join: {}", of_join(&state.join)));
    lines.extend(diagnosis.map(Diagnosis::anonymous).unwrap_or_default());
    lines.push(String::new());
    lines.join("\n")
}

fn of_server(number: usize, profile: &Profile, state: &AppState) -> String {
    let version = profile.server_version.as_deref().unwrap_or("unknown");
    let connection = if profile.base_url.is_https() {
        "encrypted"
    } else {
        "not encrypted"
    };
    let account = match (&profile.login, profile.route) {
        (None, _) => "no account",
        (Some(_), AccountRoute::Unknown) => "account not tried yet",
        (Some(_), AccountRoute::RoomHash) => "account enters rooms directly",
        (Some(_), AccountRoute::RoomPage) => "account signs in in the browser",
    };
    let mut line = format!(
        "Server {number}: OpenMeetings {}, {connection}, {account}",
        plain(version)
    );
    // Writing to a text cannot fail.
    let _ = write!(line, ", list {}", of_list(state.meetings.get(&profile.id)));
    if let Some(Check::Done {
        outcome: Err(error),
        ..
    }) = state.checks.get(&profile.id)
    {
        let _ = write!(line, ", check failed: {}", error.code.name());
    }
    line
}

fn of_list(meetings: Option<&Meetings>) -> String {
    match meetings {
        None | Some(Meetings::NotLoaded) => "not loaded".to_owned(),
        Some(Meetings::Loading { .. }) => "loading".to_owned(),
        Some(Meetings::Ready(loaded)) => {
            format!(
                "ready: {}, refused: {:?}",
                loaded.list.len(),
                loaded.refused
            )
        }
        Some(Meetings::Stale { error, .. }) => format!("failed: {}", error.code.name()),
    }
}

fn of_join(join: &Join) -> String {
    match join {
        Join::Idle => "none".to_owned(),
        Join::Preparing { step, .. } => format!("going on: {step:?}"),
        Join::Opened { joined, .. } => format!("opened: {:?}", joined.route),
        Join::Failed { error, .. } => format!("failed: {}", error.code.name()),
    }
}

/// Words of others, without anything that could pass for a line of ours.
fn plain(text: &str) -> String {
    let visible = text.chars().filter(|c| !c.is_control());
    visible.take(LONGEST).collect()
}

fn system() -> String {
    let named = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    let name = named
        .lines()
        .find_map(|line| line.strip_prefix("PRETTY_NAME="))
        .map_or(std::env::consts::OS, |name| name.trim_matches('"'));
    let kernel = std::fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    let parts = [name, std::env::consts::ARCH, kernel.trim()];
    let known: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    known.join(", ")
}
