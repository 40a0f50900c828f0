//! Linux: a timer of the system's clock that comes due at once when the computer
//! wakes up too late for it, and when the clock is set. Nothing is awake before.

use std::io;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use rustix::time::{
    ClockId, Itimerspec, TimerfdClockId, TimerfdFlags, TimerfdTimerFlags, Timespec, clock_gettime,
    timerfd_create, timerfd_settime,
};
use tokio::net::unix::pipe::Receiver;

use crate::local::Clock;

/// Never longer than this without a look at the clock.
const AT_MOST: Duration = Duration::from_hours(24);

pub(super) async fn until(at: Timestamp, clock: &Clock) {
    let left = at.duration_since(clock());
    if left <= SignedDuration::ZERO {
        return;
    }
    let rung = async {
        match timer(left) {
            Ok(timer) => drop(timer.readable().await),
            // No such timer: the runtime's has to do.
            Err(_) => tokio::time::sleep(left.unsigned_abs()).await,
        }
    };
    // Whoever waits looks at the clock again anyway.
    let _ = tokio::time::timeout(AT_MOST, rung).await;
}

/// A timer that rings when the system's clock has gone on by this, awake or
/// asleep, and when somebody sets it.
///
/// It becomes readable when it rings, as a pipe does: so it is waited for as
/// one, since tokio has no safe way for other files.
fn timer(left: SignedDuration) -> io::Result<Receiver> {
    let timer = timerfd_create(
        TimerfdClockId::Realtime,
        TimerfdFlags::CLOEXEC | TimerfdFlags::NONBLOCK,
    )?;
    let now = clock_gettime(ClockId::Realtime);
    let now = SignedDuration::new(now.tv_sec, i32::try_from(now.tv_nsec).unwrap_or_default());
    let at = now.saturating_add(left);
    let zero = Timespec {
        tv_sec: 0,
        tv_nsec: 0,
    };
    let once = Itimerspec {
        it_interval: zero,
        it_value: Timespec {
            tv_sec: at.as_secs(),
            tv_nsec: at.subsec_nanos().into(),
        },
    };
    timerfd_settime(
        &timer,
        TimerfdTimerFlags::ABSTIME | TimerfdTimerFlags::CANCEL_ON_SET,
        &once,
    )?;
    Receiver::from_owned_fd_unchecked(timer)
}
