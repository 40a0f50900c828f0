//! Which programs of this computer open what the launcher hands on, and what is
//! handed to it.

use super::finding::{Finding, Grade, Topic};
use crate::browser::{Handler, handler_of};
use crate::deep_link::SCHEME;

/// What packages call the launcher's entry on a desktop.
const OUR_ENTRIES: [&str; 2] = [
    "openmeetings-launcher",
    "io.github.openmeetings_launcher.openmeetings_launcher",
];

/// What our programs are called; an `AppImage` has its version behind that.
const OUR_PROGRAMS: [&str; 2] = ["openmeetings", "openmeetings-launcher"];

/// The browser that opens rooms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum BrowserSign {
    /// This system does not say.
    #[default]
    NotLooked,
    Found {
        name: String,
    },
    /// It is chosen, and its program is not there.
    Gone {
        name: String,
    },
    /// No browser is.
    Nobody,
}

/// The program that opens `openmeetings://` links.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum LinkSign {
    /// This system does not say.
    #[default]
    NotLooked,
    Ours,
    Other {
        entry: String,
    },
    /// It is ours, and its program is not there.
    Gone,
    Nobody,
}

impl BrowserSign {
    /// The browser of this computer's settings.
    pub fn of_system() -> Self {
        match handler_of("https") {
            Handler::NotLooked => Self::NotLooked,
            Handler::Nobody => Self::Nobody,
            Handler::Entry(entry) if entry.is_there => Self::Found { name: entry.name },
            Handler::Entry(entry) => Self::Gone { name: entry.name },
        }
    }
}

impl LinkSign {
    /// Who opens links to the launcher on this computer.
    pub fn of_system() -> Self {
        let entry = match handler_of(SCHEME) {
            Handler::NotLooked => return Self::NotLooked,
            Handler::Nobody => return Self::Nobody,
            Handler::Entry(entry) => entry,
        };
        if !is_ours(&entry.id, &entry.program) {
            return Self::Other { entry: entry.id };
        }
        if entry.is_there {
            Self::Ours
        } else {
            Self::Gone
        }
    }
}

fn is_ours(id: &str, program: &str) -> bool {
    let called = |name: &str| {
        let rest = program.strip_prefix(name);
        rest.is_some_and(|rest| rest.is_empty() || (rest.starts_with('_') && is_app_image(rest)))
    };
    OUR_ENTRIES.iter().any(|ours| id.starts_with(ours)) || OUR_PROGRAMS.into_iter().any(called)
}

fn is_app_image(name: &str) -> bool {
    std::path::Path::new(name)
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("AppImage"))
}

pub(super) fn of_browser(sign: &BrowserSign) -> Finding {
    let finding = |grade, key| Finding::new(Topic::Browser, grade, key);
    match sign {
        BrowserSign::NotLooked => finding(Grade::Note, "doctor-not-looked-at"),
        BrowserSign::Found { name } => {
            finding(Grade::Good, "doctor-browser-found").private("browser", name)
        }
        BrowserSign::Gone { name } => {
            finding(Grade::Failed, "doctor-browser-gone").private("browser", name)
        }
        BrowserSign::Nobody => finding(Grade::Warning, "doctor-browser-none"),
    }
}

pub(super) fn of_links(sign: &LinkSign) -> Finding {
    let finding = |grade, key| Finding::new(Topic::Links, grade, key);
    match sign {
        LinkSign::NotLooked => finding(Grade::Note, "doctor-not-looked-at"),
        LinkSign::Ours => finding(Grade::Good, "doctor-links-ours"),
        LinkSign::Other { entry } => {
            finding(Grade::Warning, "doctor-links-other").private("entry", entry)
        }
        LinkSign::Gone => finding(Grade::Warning, "doctor-links-gone"),
        LinkSign::Nobody => finding(Grade::Note, "doctor-links-nobody"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_of_every_package_are_ours_and_lookalikes_are_not() {
        for (id, program) in [
            ("openmeetings-launcher-open", "openmeetings"),
            (
                "io.github.openmeetings_launcher.openmeetings_launcher.open",
                "flatpak",
            ),
            (
                "appimagekit_0815",
                "openmeetings-launcher_1.2.0_amd64.AppImage",
            ),
            ("chosen-by-hand", "openmeetings"),
        ] {
            assert!(is_ours(id, program), "{id} {program}");
        }
        for (id, program) in [
            ("openmeetings-fake", "openmeetings-fake"),
            ("evil", "openmeetings_steals"),
            ("firefox", "firefox"),
        ] {
            assert!(!is_ours(id, program), "{id} {program}");
        }
    }
}
