//! Waiting for what is going to be: looked for again and again, never slept for.

use std::time::{Duration, Instant};

/// Longer than anything takes, on the slowest machine that tests this.
pub const LIMIT: Duration = Duration::from_mins(1);

/// Between two looks.
const PAUSE: Duration = Duration::from_millis(30);

/// Waits until `look` finds something. `what` completes "there is no …".
pub async fn until<T, F>(what: &str, mut look: F) -> T
where
    F: AsyncFnMut() -> Option<T>,
{
    match within(LIMIT, &mut look).await {
        Some(found) => found,
        None => panic!("after {} s there is no {what}", LIMIT.as_secs()),
    }
}

/// As [`until`], for what a test wants to describe better when it never comes.
pub async fn within<T, F>(limit: Duration, look: &mut F) -> Option<T>
where
    F: AsyncFnMut() -> Option<T>,
{
    let began = Instant::now();
    loop {
        if let Some(found) = look().await {
            return Some(found);
        }
        if began.elapsed() > limit {
            return None;
        }
        tokio::time::sleep(PAUSE).await;
    }
}
