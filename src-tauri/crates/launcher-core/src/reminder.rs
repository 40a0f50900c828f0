//! [`Reminder`]: a meeting the person is reminded of now.

pub mod plan;

use jiff::Timestamp;

use crate::error::LauncherError;
use crate::meeting::upcoming::Upcoming;
use crate::texts::Texts;

/// A reminder that is on screen, until it is answered or its meeting ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Reminder {
    pub meeting: Upcoming,
    pub preflight: Preflight,
    /// When it is joined without asking, unless that is stopped.
    pub joins_at: Option<Timestamp>,
}

impl Reminder {
    /// As it begins.
    pub fn of(meeting: Upcoming) -> Self {
        Self {
            meeting,
            preflight: Preflight::Unknown,
            joins_at: None,
        }
    }
}

/// Whether joining will work, as was found out shortly before.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Preflight {
    /// Not looked at yet.
    #[default]
    Unknown,
    Running,
    /// All is well.
    Green,
    /// It will work, but the person should know.
    Yellow(Caution),
    /// It will not work; the error says what to do next.
    Red(LauncherError),
}

impl Preflight {
    /// Whether another look may find something else without the person's doing.
    pub fn may_pass(&self) -> bool {
        matches!(self, Self::Red(error) if error.code.is_of_network())
    }

    /// What it says, where that is worth a line.
    pub fn text(&self, texts: &Texts) -> Option<String> {
        match self {
            Self::Unknown | Self::Running => None,
            Self::Green => Some(texts.text("preflight-green")),
            Self::Yellow(caution) => Some(caution.text(texts)),
            Self::Red(error) => {
                let (message, hint) = (error.message(texts), error.hint(texts));
                Some(format!("{message}\n{hint}"))
            }
        }
    }
}

/// What the person should know before joining. Of several the first is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Caution {
    /// Nobody is let in until somebody leaves.
    RoomFull,
    /// The page is not encrypted: the browser refuses camera and microphone.
    PlainHttp,
    /// The browser will ask to sign in.
    SignsInInBrowser,
}

impl Caution {
    pub fn text(self, texts: &Texts) -> String {
        texts.text(match self {
            Self::RoomFull => "caution-room-full",
            Self::PlainHttp => "caution-plain-http",
            Self::SignsInInBrowser => "caution-signs-in-in-browser",
        })
    }
}
