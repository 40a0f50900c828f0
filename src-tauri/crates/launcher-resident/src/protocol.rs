//! What is said at the door. The payload is the core's: intents, views and
//! answers; this adds who speaks, and numbers that tell answers apart.
//!
//! Each message is JSON behind its length. Both sides begin with a `Hello`,
//! whose shape never changes: it is what builds of different ages understand of
//! each other.

mod frame;
mod sealed;

use launcher_core::error::ErrorView;
use launcher_core::intent::{Intent, Outcome};
use launcher_core::profile::ProfileId;
use launcher_core::view::{Agenda, NoticeView, View};
use semver::Version;
use serde::{Deserialize, Serialize};

pub(crate) use frame::{Frame, Reader, Unreadable, send};
pub(crate) use sealed::Sealed;

/// Counts changes of the messages that an older or newer build would not
/// understand.
const PROTOCOL: u32 = 5;

/// The longest message a viewer may send: an invitation that was dropped on the
/// window.
pub(crate) const LONGEST_FROM_VIEWER: usize = 2 << 20;

/// The longest message a viewer takes: the agenda of a very large server.
pub(crate) const LONGEST_FROM_RESIDENT: usize = 64 << 20;

/// Who stands at the door.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Viewer {
    /// The window: there is one.
    Window,
    /// A reminder that floats above the other windows.
    Reminder,
    /// One call of the command line.
    CommandLine,
    /// A resident that starts while another one runs.
    Successor,
    /// One that only a newer build knows.
    #[serde(other)]
    Unknown,
}

/// Which build speaks; the protocol decides between two of the same version.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Build {
    pub version: Version,
    pub protocol: u32,
}

impl Build {
    /// This build.
    pub fn this() -> Self {
        // The version of a package is one; if it were not, any other is newer.
        let version = Version::parse(env!("CARGO_PKG_VERSION")).unwrap_or(Version::new(0, 0, 0));
        Self::of(version)
    }

    /// A build of another version, for tests of what two of them do.
    pub fn of(version: Version) -> Self {
        Self {
            version,
            protocol: PROTOCOL,
        }
    }
}

/// The first message of both sides.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Hello {
    pub(crate) build: Build,
    /// Who comes; the resident has no need to say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) viewer: Option<Viewer>,
}

/// What comes in. Cannot be printed: it may hold a password.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum FromViewer {
    Hello(Hello),
    Ask { number: u64, intent: Intent },
    HoldPassword { number: u64, password: Sealed },
}

/// What goes out. Cannot be printed: to a successor it may hold a password.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum FromResident {
    Hello(Hello),
    /// The viewer may stay: what follows are views and answers.
    Welcome,
    /// It may not, and why.
    Refused(ErrorView),
    /// The viewer is of a newer build: the resident ends and makes room.
    HandingOver,
    /// There is a window already; it was asked to come to the front.
    AlreadyOpen,
    /// To the window: come to the front.
    Present,
    View(Box<View>),
    Agenda(Box<Agenda>),
    Notice(NoticeView),
    Answer {
        number: u64,
        outcome: Box<Outcome>,
    },
    /// To a successor: a password the person wanted kept until the end.
    KeepPassword {
        profile: ProfileId,
        password: Sealed,
    },
    /// The resident ends, because somebody wanted it to.
    Leaving,
}
