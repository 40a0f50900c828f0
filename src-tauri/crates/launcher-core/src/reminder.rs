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

/// What the person should know before joining.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caution {
    /// The page is not encrypted: the browser refuses camera and microphone.
    PlainHttp,
    /// The browser will ask to sign in.
    SignsInInBrowser,
}

impl Caution {
    pub fn text(self, texts: &Texts) -> String {
        texts.text(match self {
            Self::PlainHttp => "caution-plain-http",
            Self::SignsInInBrowser => "caution-signs-in-in-browser",
        })
    }
}
