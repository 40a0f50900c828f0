//! The schedule as it was, to compare with: every list about every quarter of an
//! hour, whoever is there, and at once when a launcher starts.

use jiff::{SignedDuration, Timestamp};
use launcher_core::meeting::schedule::{Around, Known, Person};

/// How far ahead each refresh looked.
pub(crate) const AHEAD: SignedDuration = SignedDuration::from_hours(14 * 24);

/// A window sees a list that is not older than this.
const FRESH: SignedDuration = SignedDuration::from_mins(1);

/// When a list was loaded next.
pub(crate) fn next(around: &Around, known: &Known, now: Timestamp) -> Timestamp {
    let (Some(last), Some(every)) = (known.tried, around.every) else {
        return now;
    };
    // Up to a tenth longer or shorter.
    let mixed = around.seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ last.as_second().unsigned_abs();
    let tenths = i64::try_from(mixed.wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 33).unwrap_or_default();
    let usual = last + every - every / 10 + SignedDuration::from_secs(tenths % 180);
    match around.person {
        Person::Looking { since } if since > last => usual.min(since.max(last + FRESH)),
        Person::Looking { .. } | Person::Elsewhere | Person::Away => usual,
    }
}
