//! [`Reach`]: how many days of appointments a list holds.

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

/// A server pays for each appointment it lists, so it is asked for a few days,
/// and for more when the person goes on reading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Reach {
    /// Four days: a Friday sees Monday.
    #[default]
    Near,
    /// Fourteen days.
    Fortnight,
    /// Twenty-eight days.
    FourWeeks,
    /// Fifty-six days; no list goes further.
    EightWeeks,
}

impl Reach {
    /// How far ahead of now that is.
    pub fn ahead(self) -> SignedDuration {
        let days = match self {
            Self::Near => 4,
            Self::Fortnight => 14,
            Self::FourWeeks => 28,
            Self::EightWeeks => 56,
        };
        SignedDuration::from_hours(days * 24)
    }

    /// The next one, if there is one.
    pub fn further(self) -> Option<Self> {
        match self {
            Self::Near => Some(Self::Fortnight),
            Self::Fortnight => Some(Self::FourWeeks),
            Self::FourWeeks => Some(Self::EightWeeks),
            Self::EightWeeks => None,
        }
    }
}
