//! [`Slot`]: the place for one login ahead, and who has it in hand.

use std::mem;
use std::sync::atomic::{AtomicU64, Ordering};

use jiff::Timestamp;
use openmeetings_client::Session;
use tokio::sync::watch;

use super::Warmth;
use crate::error::LauncherError;
use crate::profile::{Profile, ProfileId};

/// Tells attempts apart.
static ATTEMPTS: AtomicU64 = AtomicU64::new(0);

/// What is in the place. Prints no SID: [`Session`] hides it.
#[derive(Debug, Default)]
pub(crate) enum Spare {
    #[default]
    None,
    /// Being made or shown to the server, by the attempt of that number.
    InHand {
        profile: ProfileId,
        attempt: u64,
    },
    Ready(Box<Ready>),
    /// Could not be made, and why.
    Failed {
        profile: ProfileId,
        error: LauncherError,
    },
}

/// A login that was not spent yet.
#[derive(Debug)]
pub(crate) struct Ready {
    /// The server as it was signed in to.
    pub(super) profile: Profile,
    pub(super) session: Session,
    /// When the server saw it last.
    pub(super) seen: Timestamp,
}

impl Ready {
    /// Whether the server is still as it was; what joins learn of it by the way is
    /// no change.
    pub(super) fn is_of(&self, saved: &Profile) -> bool {
        let known = Profile {
            route: saved.route,
            login_method: saved.login_method,
            server_version: saved.server_version.clone(),
            ..self.profile.clone()
        };
        known == *saved
    }
}

/// The one place there is.
#[derive(Debug, Default)]
pub(crate) struct Slot {
    spare: watch::Sender<Spare>,
}

impl Slot {
    pub(super) fn warmth(&self) -> Warmth {
        match &*self.spare.borrow() {
            Spare::None | Spare::Failed { .. } => Warmth::Cold,
            Spare::InHand { profile, .. } => Warmth::InHand(profile.clone()),
            Spare::Ready(ready) => Warmth::Warm {
                profile: ready.profile.id.clone(),
                seen: ready.seen,
            },
        }
    }

    /// Begins to make one for a server, unless there is one or will be.
    pub(super) fn begin(&self, id: &ProfileId) -> Option<Attempt<'_>> {
        let (attempt, ()) = self.hold(|spare| match spare {
            Spare::InHand { profile, .. } if profile == id => None,
            Spare::Ready(ready) if ready.profile.id == *id => None,
            Spare::None | Spare::InHand { .. } | Spare::Ready(_) | Spare::Failed { .. } => {
                Some((id.clone(), ()))
            }
        })?;
        Some(attempt)
    }

    /// Takes it into the hand, to put it back.
    pub(super) fn borrow(&self) -> Option<(Attempt<'_>, Box<Ready>)> {
        self.hold(|spare| match mem::take(spare) {
            Spare::Ready(ready) => Some((ready.profile.id.clone(), ready)),
            other @ (Spare::None | Spare::InHand { .. } | Spare::Failed { .. }) => {
                *spare = other;
                None
            }
        })
    }

    /// What there is for a server, once nobody has it in hand any more; then there
    /// is none. A failure is only of interest to who waited for it.
    pub(super) async fn take(&self, id: &ProfileId) -> Spare {
        let is_in_hand =
            |spare: &Spare| matches!(spare, Spare::InHand { profile, .. } if profile == id);
        let mut spares = self.spare.subscribe();
        let waits = is_in_hand(&spares.borrow());
        // The sender is here.
        drop(spares.wait_for(|spare| !is_in_hand(spare)).await);
        let mut taken = Spare::None;
        self.spare.send_if_modified(|spare| {
            let is_wanted = match spare {
                Spare::Ready(ready) => ready.profile.id == *id,
                Spare::Failed { profile, .. } => waits && profile == id,
                Spare::None | Spare::InHand { .. } => false,
            };
            if is_wanted {
                taken = mem::take(spare);
            }
            is_wanted
        });
        taken
    }

    pub(super) fn clear(&self) {
        self.spare.send_replace(Spare::None);
    }

    pub(super) fn keep_if(&self, is_good: impl FnOnce(&Ready) -> bool) {
        self.spare.send_if_modified(|spare| {
            let is_bad = matches!(spare, Spare::Ready(ready) if !is_good(ready));
            if is_bad {
                *spare = Spare::None;
            }
            is_bad
        });
    }

    /// Takes the place into a hand, if the closure gives a reason to.
    fn hold<T>(
        &self,
        reason: impl FnOnce(&mut Spare) -> Option<(ProfileId, T)>,
    ) -> Option<(Attempt<'_>, T)> {
        let mut held = None;
        self.spare.send_if_modified(|spare| {
            let Some((profile, value)) = reason(spare) else {
                return false;
            };
            let number = ATTEMPTS.fetch_add(1, Ordering::Relaxed);
            *spare = Spare::InHand {
                profile,
                attempt: number,
            };
            held = Some((number, value));
            true
        });
        let (number, value) = held?;
        let attempt = Attempt { slot: self, number };
        Some((attempt, value))
    }
}

/// The right to put a login into the place. One that is dropped leaves none, so
/// that nobody waits for ever.
#[derive(Debug)]
#[must_use]
pub(super) struct Attempt<'a> {
    slot: &'a Slot,
    number: u64,
}

impl Attempt<'_> {
    /// Puts it there, unless the place was cleared or taken over meanwhile.
    pub(super) fn end(self, with: Spare) {
        self.put(with);
    }

    fn put(&self, with: Spare) {
        self.slot.spare.send_if_modified(|spare| {
            let is_mine = matches!(spare, Spare::InHand { attempt, .. } if *attempt == self.number);
            if is_mine {
                *spare = with;
            }
            is_mine
        });
    }
}

impl Drop for Attempt<'_> {
    fn drop(&mut self) {
        self.put(Spare::None);
    }
}
