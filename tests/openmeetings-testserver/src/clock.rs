//! [`TestClock`]: the server's time, which a test may set.

use std::sync::{Arc, Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};

/// Real time, or a time that only moves when told to. Clones show the same time.
#[derive(Clone, Debug, Default)]
pub struct TestClock(Arc<Mutex<Option<Timestamp>>>);

impl TestClock {
    /// Real time.
    pub fn system() -> Self {
        Self::default()
    }

    /// Stands still at `now`.
    pub fn fixed(now: Timestamp) -> Self {
        Self(Arc::new(Mutex::new(Some(now))))
    }

    /// Stands still at `now` from here on.
    pub fn set(&self, now: Timestamp) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(now);
    }

    /// Moves a standing clock, or stops a running one that much later.
    pub fn advance(&self, by: SignedDuration) {
        let now = self.now();
        self.set(now.saturating_add(by).unwrap_or(now));
    }

    /// The time.
    pub fn now(&self) -> Timestamp {
        let fixed = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        fixed.unwrap_or_else(system_now)
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place where real time comes in"
)]
fn system_now() -> Timestamp {
    Timestamp::now()
}
