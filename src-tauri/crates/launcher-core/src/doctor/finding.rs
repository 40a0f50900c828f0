//! [`Finding`]: one thing that was looked at, and what came of it.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use crate::error::{Code, LauncherError};
use crate::texts::{Audience, Subject, Texts, Value};

/// What was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    Address,
    Encryption,
    Version,
    Login,
    Rights,
    Speed,
    Clock,
    /// Whether browsers are told to come by encrypted connections only.
    StrictTransport,
    /// Whether an encrypted server also answers without encryption.
    OpenAddress,
    /// Whether pages of others may read what the server answers.
    ForeignPages,
    Path,
    Invitations,
    SavedServers,
    Policy,
    Keychain,
    Browser,
    /// Who opens links to the launcher.
    Links,
    Tray,
    Resident,
    Proxy,
    Folders,
    Disk,
}

impl Topic {
    fn label(self) -> &'static str {
        match self {
            Self::Address => "doctor-topic-address",
            Self::Encryption => "doctor-topic-encryption",
            Self::Version => "doctor-topic-version",
            Self::Login => "doctor-topic-login",
            Self::Rights => "doctor-topic-rights",
            Self::Speed => "doctor-topic-speed",
            Self::Clock => "doctor-topic-clock",
            Self::StrictTransport => "doctor-topic-strict-transport",
            Self::OpenAddress => "doctor-topic-open-address",
            Self::ForeignPages => "doctor-topic-foreign-pages",
            Self::Path => "doctor-topic-path",
            Self::Invitations => "doctor-topic-invitations",
            Self::SavedServers => "doctor-topic-saved-servers",
            Self::Policy => "doctor-topic-policy",
            Self::Keychain => "doctor-topic-keychain",
            Self::Browser => "doctor-topic-browser",
            Self::Links => "doctor-topic-links",
            Self::Tray => "doctor-topic-tray",
            Self::Resident => "doctor-topic-resident",
            Self::Proxy => "doctor-topic-proxy",
            Self::Folders => "doctor-topic-folders",
            Self::Disk => "doctor-topic-disk",
        }
    }
}

/// What came of it; the worse, the greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Grade {
    Good,
    /// Nothing is wrong with it, but it is not as usual.
    Note,
    /// It works, and somebody should do something about it.
    Warning,
    /// It does not work.
    Failed,
}

/// One thing that was looked at: the fact, and what to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub topic: Topic,
    pub grade: Grade,
    fact: Fact,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Fact {
    /// A text of the catalogue and what it speaks about.
    Said {
        key: &'static str,
        about: Vec<(&'static str, Detail)>,
    },
    Error(Box<LauncherError>),
}

/// A value in the sentence of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Detail {
    /// May be told to anybody.
    Public(String),
    /// Names a person, a server or a place: never in a report for others.
    Private(String),
    Number(u32),
}

impl Finding {
    pub(crate) fn new(topic: Topic, grade: Grade, key: &'static str) -> Self {
        let about = Vec::new();
        Self {
            topic,
            grade,
            fact: Fact::Said { key, about },
        }
    }

    /// What could not be done, in the words for it.
    pub(crate) fn of_error(topic: Topic, grade: Grade, error: LauncherError) -> Self {
        Self {
            topic,
            grade,
            fact: Fact::Error(Box::new(error)),
        }
    }

    /// Adds a value that anybody may be told, such as a version.
    #[must_use]
    pub(crate) fn public(self, name: &'static str, value: impl Into<String>) -> Self {
        self.about(name, Detail::Public(value.into()))
    }

    /// Adds a value that only the person may be shown.
    #[must_use]
    pub(crate) fn private(self, name: &'static str, value: impl Into<String>) -> Self {
        self.about(name, Detail::Private(value.into()))
    }

    /// Adds a number; one that is too large is said as large as it can be.
    #[must_use]
    pub(crate) fn number(self, name: &'static str, value: impl TryInto<u32>) -> Self {
        self.about(name, Detail::Number(value.try_into().unwrap_or(u32::MAX)))
    }

    fn about(mut self, name: &'static str, value: Detail) -> Self {
        match &mut self.fact {
            Fact::Said { about, .. } => about.push((name, value)),
            // Says itself what it is about.
            Fact::Error(_) => {}
        }
        self
    }

    /// What was looked at, in a word or two.
    pub fn label(&self, texts: &Texts) -> String {
        texts.text(self.topic.label())
    }

    /// The stable name of the fact, for scripts and reports.
    pub fn name(&self) -> String {
        match &self.fact {
            Fact::Said { key, .. } => key.trim_start_matches("doctor-").to_owned(),
            Fact::Error(error) => error.code.name(),
        }
    }

    /// The code of what failed, if it has one.
    pub fn code(&self) -> Option<Code> {
        match &self.fact {
            Fact::Said { .. } => None,
            Fact::Error(error) => Some(error.code),
        }
    }

    /// The fact as a sentence.
    pub fn message(&self, texts: &Texts) -> String {
        match &self.fact {
            Fact::Said { key, about } => {
                let values: Vec<(&str, Value<'_>)> = about
                    .iter()
                    .map(|(name, value)| (*name, value.value()))
                    .collect();
                texts.with(key, &values)
            }
            Fact::Error(error) => error.message(texts),
        }
    }

    /// What to do next; nothing where nothing has to be done.
    pub fn hint(&self, texts: &Texts, audience: Audience) -> Option<String> {
        let hint = match &self.fact {
            Fact::Said { key, about } => {
                let subject: Subject = about
                    .iter()
                    .map(|(name, value)| (*name, value.text()))
                    .collect();
                texts.hint_for(key, &subject, audience)
            }
            Fact::Error(error) => error.hint_for(texts, audience),
        };
        Some(hint).filter(|hint| !hint.is_empty())
    }

    /// The finding as one line in English that names nobody and nothing.
    pub(crate) fn anonymous(&self) -> String {
        let grade = match self.grade {
            Grade::Good => "ok",
            Grade::Note => "note",
            Grade::Warning => "warning",
            Grade::Failed => "failed",
        };
        let mut line = format!("{grade}: {}", self.name());
        let about = match &self.fact {
            Fact::Said { about, .. } => about.as_slice(),
            Fact::Error(_) => &[],
        };
        for (name, value) in about {
            match value {
                Detail::Public(_) | Detail::Number(_) => {
                    // Writing to a text cannot fail.
                    let _ = write!(line, ", {name} {}", value.text());
                }
                Detail::Private(_) => {}
            }
        }
        line
    }
}

impl Detail {
    fn value(&self) -> Value<'_> {
        match self {
            Self::Public(text) | Self::Private(text) => Value::Text(text),
            Self::Number(number) => Value::Number(*number),
        }
    }

    fn text(&self) -> String {
        match self {
            Self::Public(text) | Self::Private(text) => text.clone(),
            Self::Number(number) => number.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_names_somebody_is_shown_and_not_reported() {
        let finding = Finding::new(Topic::Proxy, Grade::Note, "doctor-proxy")
            .private("host", "proxy.example.org");
        assert!(
            finding
                .message(&Texts::english())
                .contains("proxy.example.org")
        );
        assert_eq!(finding.anonymous(), "note: proxy");
    }

    #[test]
    fn an_error_has_its_own_words_and_only_its_code_in_a_report() {
        let error = LauncherError::new(Code::HostUnknown).about("server", "meet.example.org");
        let finding = Finding::of_error(Topic::Address, Grade::Failed, error);
        assert!(
            finding
                .message(&Texts::english())
                .contains("meet.example.org")
        );
        assert_eq!(finding.anonymous(), "failed: host-unknown");
        assert_eq!(finding.code(), Some(Code::HostUnknown));
    }
}
