//! Waiting for a time of the clock, also across a sleep of the computer.
//!
//! The timers of the runtime stand still while the computer sleeps: a list that
//! was due during the night would be refreshed long after the morning.

#[cfg_attr(target_os = "linux", path = "alarm/linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "alarm/steps.rs")]
mod system;

use jiff::Timestamp;

use crate::local::Clock;

/// The earlier of two times to wake at, of which the first may be none.
pub(crate) fn sooner(wake: Option<Timestamp>, at: Timestamp) -> Timestamp {
    wake.map_or(at, |wake| wake.min(at))
}

/// Waits until the clock says `at`; for ever if there is no such time.
pub(crate) async fn until(at: Option<Timestamp>, clock: &Clock) {
    match at {
        Some(at) => system::until(at, clock).await,
        None => std::future::pending().await,
    }
}
