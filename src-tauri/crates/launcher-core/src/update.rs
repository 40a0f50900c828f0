//! Updates of the launcher itself: what is known of the next version, and when
//! it may be looked for and installed (pure).
//!
//! The window's process does the work, since the updater belongs to its toolkit.
//! It reports each step; what is known stands here, with everything else.

mod quiet;
mod rule;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::error::{Code, LauncherError};
use crate::plain::plain;

pub use rule::{Permit, WhyOff, off, permit};

/// Notes that are longer are cut.
const MOST_LINES_OF_NOTES: usize = 80;

const LONGEST_LINE_OF_NOTES: usize = 400;

const LONGEST_VERSION: usize = 40;

/// What is known of updates in this session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Updates {
    pub installation: Installation,
    pub stage: Stage,
    /// Until when meetings keep a check or an installation waiting.
    pub waits_until: Option<Timestamp>,
    /// The person wants to be asked later.
    pub put_off: bool,
}

/// How this program came onto the computer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Installation {
    /// It was built without the address and key of updates.
    #[default]
    WithoutUpdates,
    /// A package manager keeps it up to date.
    Packaged,
    /// Its own file or folder, which it may replace: an `AppImage`, the installer of
    /// Windows, the bundle of macOS.
    Replaceable,
}

/// How far an update has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// Nobody has asked in this session.
    #[default]
    Unknown,
    Checking,
    /// There is nothing newer.
    Current,
    Available(Release),
    Downloading {
        release: Release,
        /// 0 to 100, if the server says how long it is.
        percent: Option<u8>,
    },
    /// It is here and its signature is good: it is installed as soon as that
    /// disturbs nobody.
    Ready(Release),
    Failed {
        /// What was to be installed, if it came that far.
        release: Option<Release>,
        error: LauncherError,
    },
}

/// A version that is newer than this one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Release {
    pub version: String,
    /// What is new, as lines of plain text; may be empty.
    pub notes: String,
}

/// What is kept of updates between starts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct UpdateMemory {
    /// When the server was last asked, with or without success.
    pub checked_at: Option<Timestamp>,
    /// The version the person does not want to be asked about.
    pub skipped: Option<String>,
}

/// A step that the window's process has made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "kebab-case")]
pub enum UpdateReport {
    /// A window is there: nothing that an earlier one did goes on.
    Began {
        installation: Installation,
    },
    Checking,
    Current,
    Available {
        release: Release,
    },
    Downloading {
        release: Release,
        percent: Option<u8>,
    },
    Ready {
        release: Release,
    },
    Failed {
        trouble: UpdateTrouble,
        /// The chain of causes, for a report.
        causes: Vec<String>,
    },
}

/// Why a step could not be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UpdateTrouble {
    /// The server of updates was not reached.
    Unreachable,
    /// It has no such file, or none for this kind of computer.
    NotFound,
    /// The download broke off.
    Cut,
    /// It is not signed by whoever makes the launcher, or for another version.
    NotGenuine,
    NoSpace,
    /// The person may not replace the program.
    NotWritable,
    /// Anything else.
    Failed,
}

/// What the person says to an update that is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum UpdateAnswer {
    /// Ask again tomorrow.
    Later,
    /// Never ask about this version again.
    Skip,
}

impl Release {
    /// A release as the server of updates describes it, made fit to be read.
    pub fn new(version: &str, notes: &str) -> Self {
        let lines = notes.trim().lines().take(MOST_LINES_OF_NOTES);
        let lines: Vec<String> = lines
            .map(|line| plain(line, LONGEST_LINE_OF_NOTES))
            .collect();
        Self {
            version: plain(version, LONGEST_VERSION),
            notes: lines.join("\n").trim_end().to_owned(),
        }
    }
}

impl UpdateTrouble {
    fn code(self) -> Code {
        match self {
            Self::Unreachable => Code::UpdateUnreachable,
            Self::NotFound => Code::UpdateNotFound,
            Self::Cut => Code::UpdateCut,
            Self::NotGenuine => Code::UpdateNotGenuine,
            Self::NoSpace => Code::UpdateNoSpace,
            Self::NotWritable => Code::UpdateNotWritable,
            Self::Failed => Code::UpdateFailed,
        }
    }
}

impl Stage {
    /// The version it is about.
    pub fn release(&self) -> Option<&Release> {
        match self {
            Self::Unknown | Self::Checking | Self::Current => None,
            Self::Available(release) | Self::Downloading { release, .. } | Self::Ready(release) => {
                Some(release)
            }
            Self::Failed { release, .. } => release.as_ref(),
        }
    }

    /// What is left when whoever worked on it is gone.
    fn interrupted(self) -> Self {
        match self {
            Self::Checking => Self::Unknown,
            Self::Downloading { release, .. } | Self::Ready(release) => Self::Available(release),
            Self::Unknown | Self::Current | Self::Available(_) | Self::Failed { .. } => self,
        }
    }
}

impl Updates {
    /// Takes in what the window's process reports.
    pub(crate) fn hear(&mut self, report: UpdateReport) {
        let before = std::mem::take(&mut self.stage);
        self.stage = match report {
            UpdateReport::Began { installation } => {
                self.installation = installation;
                before.interrupted()
            }
            UpdateReport::Checking => Stage::Checking,
            UpdateReport::Current => Stage::Current,
            UpdateReport::Available { release } => Stage::Available(release),
            UpdateReport::Downloading { release, percent } => Stage::Downloading {
                release,
                percent: percent.map(|percent| percent.min(100)),
            },
            UpdateReport::Ready { release } => Stage::Ready(release),
            UpdateReport::Failed { trouble, causes } => Stage::Failed {
                release: before.release().cloned(),
                error: LauncherError::new(trouble.code()).caused_by_texts(causes),
            },
        };
    }

    /// Whether the page asks about it by itself, and does not only tell in the
    /// settings.
    pub(crate) fn asks(&self, memory: &UpdateMemory) -> bool {
        let Some(release) = self.stage.release() else {
            return false;
        };
        let is_wanted = memory.skipped.as_ref() != Some(&release.version) && !self.put_off;
        match self.stage {
            Stage::Unknown | Stage::Checking | Stage::Current => false,
            Stage::Available(_) => is_wanted && self.waits_until.is_none(),
            // The person said yes.
            Stage::Downloading { .. } | Stage::Ready(_) => true,
            Stage::Failed { .. } => is_wanted,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn release(version: &str) -> Release {
        Release::new(version, "")
    }

    fn available(version: &str) -> Updates {
        Updates {
            stage: Stage::Available(release(version)),
            ..Updates::default()
        }
    }

    #[test]
    fn notes_are_lines_of_text_that_do_nothing() {
        let notes = "\n<b>New</b>\u{1b}[31m\r\n\r\n- one\u{202e}two\n\n";
        let release = Release::new("1.2.0\n", notes);
        assert_eq!(release.version, "1.2.0");
        assert_eq!(release.notes, "<b>New</b>[31m\n\n- onetwo");
        let endless = Release::new("1", &"line\n".repeat(10_000));
        assert_eq!(endless.notes.lines().count(), MOST_LINES_OF_NOTES);
    }

    #[test]
    fn a_window_that_is_gone_works_on_nothing() {
        let began = UpdateReport::Began {
            installation: Installation::Replaceable,
        };
        for (before, after) in [
            (Stage::Checking, Stage::Unknown),
            (
                Stage::Ready(release("2.0.0")),
                Stage::Available(release("2.0.0")),
            ),
            (Stage::Current, Stage::Current),
        ] {
            let mut updates = Updates {
                stage: before,
                ..Updates::default()
            };
            updates.hear(began.clone());
            assert_eq!(updates.stage, after);
            assert_eq!(updates.installation, Installation::Replaceable);
        }
    }

    #[test]
    fn a_failure_keeps_what_was_to_be_installed() {
        let mut updates = available("2.0.0");
        updates.hear(UpdateReport::Failed {
            trouble: UpdateTrouble::NotGenuine,
            causes: vec!["bad".to_owned()],
        });
        assert_eq!(updates.stage.release(), Some(&release("2.0.0")));
        let Stage::Failed { error, .. } = updates.stage else {
            panic!("{:?}", updates.stage);
        };
        assert_eq!(error.code, Code::UpdateNotGenuine);
    }

    #[test]
    fn nobody_is_asked_about_what_was_skipped_put_off_or_comes_near_a_meeting() {
        let nothing = UpdateMemory::default();
        let skipped = |version: &str| UpdateMemory {
            skipped: Some(version.to_owned()),
            ..UpdateMemory::default()
        };
        assert!(available("2.0.0").asks(&nothing));
        assert!(!available("2.0.0").asks(&skipped("2.0.0")));
        assert!(available("2.0.1").asks(&skipped("2.0.0")));
        let put_off = Updates {
            put_off: true,
            ..available("2.0.0")
        };
        assert!(!put_off.asks(&nothing));
        let waiting = Updates {
            waits_until: Some(Timestamp::UNIX_EPOCH),
            ..available("2.0.0")
        };
        assert!(!waiting.asks(&nothing));
        let agreed = Updates {
            stage: Stage::Ready(release("2.0.0")),
            ..waiting
        };
        assert!(agreed.asks(&nothing), "its card says what it waits for");
    }
}
