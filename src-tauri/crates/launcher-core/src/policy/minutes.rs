//! [`Minutes`]: a number of minutes, or never.

use std::fmt;
use std::ops::RangeInclusive;

use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize, Serializer};

pub(super) const NEVER: &str = "never";

/// How long before a meeting.
pub(super) const REMINDING: RangeInclusive<u16> = 0..=60;

/// How long between refreshes: at most a day.
pub(super) const REFRESHING: RangeInclusive<u16> = 1..=1440;

/// A number of minutes, or `never`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Minutes {
    Number(u16),
    Never,
}

impl From<Minutes> for Option<u16> {
    fn from(minutes: Minutes) -> Self {
        match minutes {
            Minutes::Number(number) => Some(number),
            Minutes::Never => None,
        }
    }
}

impl Serialize for Minutes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(number) => serializer.serialize_u16(*number),
            Self::Never => serializer.serialize_str(NEVER),
        }
    }
}

impl<'de> Deserialize<'de> for Minutes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl Visitor<'_> for Reader {
    type Value = Minutes;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number of minutes or `never`")
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Minutes, E> {
        let number = u16::try_from(number)
            .map_err(|_| E::invalid_value(de::Unexpected::Unsigned(number), &self))?;
        Ok(Minutes::Number(number))
    }

    /// The registry of Windows has texts where people type into a field.
    fn visit_str<E: de::Error>(self, text: &str) -> Result<Minutes, E> {
        if text == NEVER {
            return Ok(Minutes::Never);
        }
        text.parse()
            .map(Minutes::Number)
            .map_err(|_| E::invalid_value(de::Unexpected::Str(text), &self))
    }
}
