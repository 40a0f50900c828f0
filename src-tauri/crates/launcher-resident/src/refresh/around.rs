//! [`Surroundings`]: what the desktop and the person do, as the schedule wants to
//! know it.

use std::hash::{BuildHasher as _, Hasher as _, RandomState};

use jiff::{SignedDuration, Timestamp};
use launcher_core::meeting::schedule::{Around, Person};
use launcher_core::state::AppState;
use tokio::sync::watch;

use crate::local::Local;
use crate::shown::Follower;

/// What is followed, and since when it is as it is.
pub(super) struct Surroundings {
    /// No two launchers have the same.
    seed: u64,
    windows: Follower,
    network: watch::Receiver<u64>,
    away: watch::Receiver<bool>,
    /// Since when there has been a window.
    window: Option<Timestamp>,
    returned: Timestamp,
}

impl Surroundings {
    pub(super) fn of(local: &Local) -> Self {
        let now = local.now();
        let windows = local.shown().follow();
        Self {
            seed: RandomState::new().build_hasher().finish(),
            network: local.network(),
            away: local.away(),
            window: windows.has_window().then_some(now),
            windows,
            returned: now,
        }
    }

    pub(super) fn around(&self, local: &Local) -> Around {
        let minutes = |state: &AppState| state.settings.refresh_minutes;
        let every = local.launcher().read(minutes);
        let person = match self.window {
            _ if *self.away.borrow() => Person::Away,
            Some(since) => Person::Looking { since },
            None => Person::Elsewhere,
        };
        Around {
            seed: self.seed,
            every: every.map(|minutes| SignedDuration::from_mins(minutes.into())),
            person,
            returned: self.returned,
        }
    }

    /// Waits until something is different; whether a window came.
    pub(super) async fn changed(&mut self, local: &Local) -> bool {
        let has_window = self.window.is_some();
        let windows = self.windows.clone();
        let gone = async {
            if has_window {
                windows.gone().await;
            } else {
                std::future::pending::<()>().await;
            }
        };
        tokio::select! {
            biased;
            () = self.windows.came() => {
                self.window = Some(local.now());
                true
            }
            () = gone => {
                self.window = None;
                local.launcher().show_near();
                false
            }
            Ok(()) = self.network.changed() => {
                self.returned = local.now();
                false
            }
            Ok(()) = self.away.changed() => {
                if !*self.away.borrow_and_update() {
                    self.returned = local.now();
                }
                false
            }
            else => std::future::pending().await,
        }
    }
}

#[cfg(test)]
mod tests;
