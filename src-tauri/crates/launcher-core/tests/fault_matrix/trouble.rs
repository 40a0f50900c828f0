//! [`Trouble`]: what goes wrong with one call. [`Place`]: what goes wrong before there is
//! a server to call.

use std::time::Duration;

use openmeetings_testserver::Fault;

/// What goes wrong with one call, and how the table names it.
#[derive(Clone, Debug)]
pub(crate) struct Trouble {
    pub(crate) name: &'static str,
    pub(crate) fault: Fault,
}

impl Trouble {
    pub(crate) fn all() -> Vec<Self> {
        let elsewhere = "https://portal.example.org/login?sid=1".to_owned();
        // Relative: whatever is asked for, it leads to itself.
        let in_circles = "?again".to_owned();
        [
            ("no answer", Fault::Hang),
            ("slow drip", Fault::SlowDrip(Duration::from_millis(100))),
            ("cut before the head", Fault::Reset),
            ("cut in the head", Fault::CutHead),
            ("cut in the body", Fault::CutBody),
            ("page with 502", Fault::ProxyPage(502)),
            ("page with 503", Fault::ProxyPage(503)),
            ("page with 200", Fault::Html),
            ("a proxy wants a login (407)", Fault::ProxyPage(407)),
            ("a network wants a login (511)", Fault::ProxyPage(511)),
            ("not found", Fault::NotFound),
            ("redirect in circles", Fault::Redirect(in_circles)),
            ("redirect to another host", Fault::Redirect(elsewhere)),
            ("not JSON", Fault::Garbage),
            ("other types", Fault::WrongTypes),
            ("nested 100,000 deep", Fault::DeepNesting),
            ("100 MB", Fault::Huge),
            ("100 MB, compressed", Fault::GzipBomb),
            (
                "failure of the server",
                Fault::Text(500, "no row".to_owned()),
            ),
            ("restarted in between", Fault::Restarted),
            ("login ended in between", Fault::SessionsEnded),
            ("right withdrawn in between", Fault::RightWithdrawn),
        ]
        .map(|(name, fault)| Self { name, fault })
        .into()
    }

    /// How often a moment may sign in at most, and ask for a key: what is refused after
    /// a login that went well is asked for once more, since a server that forgot the
    /// login answers as if a right were missing.
    pub(crate) fn logins(&self) -> usize {
        if matches!(self.fault, Fault::SessionsEnded | Fault::RightWithdrawn) {
            2
        } else {
            1
        }
    }
}

/// What goes wrong before there is a server to call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Nobody listens.
    Refused,
    /// The name leads nowhere.
    UnknownHost,
    /// Packets vanish.
    BlackHole,
    /// Its clock is a year ahead.
    ClockAhead,
    /// Its clock is a year behind.
    ClockBehind,
}

impl Place {
    pub(crate) const ALL: [Self; 5] = [
        Self::Refused,
        Self::UnknownHost,
        Self::BlackHole,
        Self::ClockAhead,
        Self::ClockBehind,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Refused => "connection refused",
            Self::UnknownHost => "unknown host",
            Self::BlackHole => "packets vanish",
            Self::ClockAhead => "clock a year ahead",
            Self::ClockBehind => "clock a year behind",
        }
    }
}
