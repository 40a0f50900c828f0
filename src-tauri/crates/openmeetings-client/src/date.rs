//! The date forms of the API, in and out.
//!
//! Answers carry `2021-09-23T11:31:00+1200` (calendar, no colon) or
//! `2021-09-19T10:43:39.123+12:00` and `…Z` (everything else), both in the
//! server's own zone. Requests are always sent as UTC with `+0000`: the server
//! silently reads `Z`, `+02:00` and fractions as its local time.

use jiff::Timestamp;
use serde::de::{self, Deserialize, Deserializer};

/// The only form a server reads right, wherever it stands.
pub(crate) fn for_server(instant: Timestamp) -> String {
    instant.strftime("%Y-%m-%dT%H:%M:%S+0000").to_string()
}

/// The start of the year 1. Years before it have no form that both sides read alike.
const FIRST: Timestamp = Timestamp::constant(-62_135_596_800, 0);

pub(crate) fn parse(text: &str) -> Option<Timestamp> {
    // The standard parser takes the offset with and without its colon.
    text.parse().ok().filter(|instant| *instant >= FIRST)
}

/// For `#[serde(deserialize_with)]` on a `Timestamp`.
pub(crate) fn instant<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Timestamp, D::Error> {
    let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
    parse(&text).ok_or_else(|| de::Error::custom("a date cannot be read"))
}

/// The same for an `Option<Timestamp>`; absent is `#[serde(default)]`.
pub(crate) fn optional_instant<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Timestamp>, D::Error> {
    instant(deserializer).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_are_read() {
        for (text, utc) in [
            ("2021-09-23T11:31:00+1200", "2021-09-22T23:31:00Z"),
            ("2026-11-23T21:00:00+0000", "2026-11-23T21:00:00Z"),
            ("2026-11-23T16:00:00-0500", "2026-11-23T21:00:00Z"),
            ("2021-09-19T10:43:39+12:00", "2021-09-18T22:43:39Z"),
            ("2021-09-18T22:19:20.123Z", "2021-09-18T22:19:20.123Z"),
            ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
        ] {
            assert_eq!(parse(text), Some(utc.parse().unwrap()), "{text}");
        }
        for text in [
            "2021-09-23T11:31:00",
            "2021-09-23",
            "yesterday",
            "",
            "2021-13-45T00:00:00+0000",
            "-002021-09-19T20:21-09",
            "0001-01-01T00:00:00+0100",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn dates_are_sent_as_utc_without_colon_and_fraction() {
        let instant = "2026-05-04T10:00:00.5+02:00".parse().unwrap();
        assert_eq!(for_server(instant), "2026-05-04T08:00:00+0000");
    }
}
