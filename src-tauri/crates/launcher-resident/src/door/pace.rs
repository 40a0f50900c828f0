//! [`Pace`]: how fast one viewer may speak.

use std::time::Instant;

/// As many messages may come at once.
const BURST: f64 = 200.0;

/// And as many each second in the long run.
const PER_SECOND: f64 = 100.0;

/// A bucket of tokens: each message takes one, and they come back with time.
#[derive(Debug)]
pub(super) struct Pace {
    tokens: f64,
    counted: Instant,
}

impl Pace {
    pub(super) fn new(now: Instant) -> Self {
        Self {
            tokens: BURST,
            counted: now,
        }
    }

    /// Whether one more message is in order.
    pub(super) fn allows(&mut self, now: Instant) -> bool {
        let passed = now.saturating_duration_since(self.counted).as_secs_f64();
        self.tokens = (self.tokens + passed * PER_SECOND).min(BURST);
        self.counted = now;
        let allowed = self.tokens >= 1.0;
        if allowed {
            self.tokens -= 1.0;
        }
        allowed
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_burst_is_in_order_and_a_flood_is_not() {
        let now = Instant::now();
        let mut pace = Pace::new(now);
        assert_eq!((0..300).filter(|_| pace.allows(now)).count(), 200);
        let later = now + Duration::from_millis(500);
        assert_eq!((0..300).filter(|_| pace.allows(later)).count(), 50);
        let much_later = later + Duration::from_hours(1);
        assert_eq!((0..300).filter(|_| pace.allows(much_later)).count(), 200);
    }
}
