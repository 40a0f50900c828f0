//! Windows and macOS: a look at the clock each minute while something is due.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use crate::local::Clock;

const STEP: Duration = Duration::from_mins(1);

pub(super) async fn until(at: Timestamp, clock: &Clock) {
    loop {
        let left = at.duration_since(clock());
        if left <= SignedDuration::ZERO {
            return;
        }
        tokio::time::sleep(left.unsigned_abs().min(STEP)).await;
    }
}
