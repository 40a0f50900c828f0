//! Removing a server, and bringing it back for a while.

use std::sync::PoisonError;
use std::time::Duration;

use super::{Keep, Launcher};
use crate::error::{Code, LauncherError};
use crate::memory::Memory;
use crate::profile::{Profile, ProfileId};
use crate::secret::Password;
use crate::state::Meetings;
use crate::trust::{self, Endpoint};

/// How long a removed server can be brought back.
const UNDO_FOR: Duration = Duration::from_secs(30);

/// A server that was removed, with all that belongs to it.
pub(super) struct Removed {
    profile: Profile,
    place: usize,
    meetings: Option<Meetings>,
    memory: Memory,
    password: Option<(Password, Keep)>,
}

impl Launcher {
    /// Removes a server and its password, and can bring both back for half a
    /// minute.
    pub async fn remove_with_undo(&self, id: &ProfileId) -> Result<(), LauncherError> {
        let (place, meetings, memory) = self.read(|state| {
            let place = state.profiles.iter().position(|profile| profile.id == *id);
            (place, state.meetings.get(id).cloned(), state.memory.clone())
        });
        // If it can be had without a question.
        let password = self.known_password(id).await.ok().flatten();
        let profile = self.take_profile(id).await?;
        if let Err(error) = self.forget_password(id).await {
            // The server is gone all the same; that its password is not must be said.
            self.tell(error);
        }
        let _ = self.change_memory(|memory| memory.forget_profile(id));
        self.inner.store.update(|state| {
            state.removed = Some((profile.id.clone(), profile.name.clone()));
            true
        });
        *self.removed() = Some(Removed {
            profile,
            place: place.unwrap_or_default(),
            meetings,
            memory,
            password,
        });
        let (launcher, id) = (self.clone(), id.clone());
        tokio::spawn(async move {
            tokio::time::sleep(UNDO_FOR).await;
            launcher.forget_removed(&id);
        });
        Ok(())
    }

    /// Brings the server back that was removed last, to its place.
    pub async fn undo_remove(&self) -> Result<(), LauncherError> {
        let removed = self.removed().take();
        let Some(removed) = removed else {
            return Err(LauncherError::new(Code::NothingRemoved));
        };
        let id = removed.profile.id.clone();
        self.change_profiles(|profiles| {
            let place = removed.place.min(profiles.len());
            let mut profile = removed.profile;
            // What was decided meanwhile about its server holds.
            let at = Endpoint::from(&profile.base_url);
            if profiles.iter().any(|other| at.has(other)) {
                profile.trust = trust::of(profiles, &profile.base_url).cloned();
            }
            profiles.insert(place, profile);
            Ok(())
        })?;
        self.inner.store.update(|state| {
            state.removed = None;
            if let Some(meetings) = removed.meetings {
                state.meetings.insert(id.clone(), meetings);
            }
            state.agenda_changed();
            true
        });
        self.change_memory(|memory| {
            let of_it = |room: &&crate::memory::RoomOn| room.profile == id;
            memory
                .favourites
                .extend(removed.memory.favourites.iter().filter(of_it).cloned());
            let joined = removed.memory.joined.into_iter();
            memory
                .joined
                .extend(joined.filter(|(room, _)| of_it(&room)));
        })?;
        match removed.password {
            Some((password, keep)) => self.set_password(&id, password, keep).await,
            None => Ok(()),
        }
    }

    fn forget_removed(&self, id: &ProfileId) {
        let mut removed = self.removed();
        if removed
            .as_ref()
            .is_some_and(|removed| removed.profile.id == *id)
        {
            *removed = None;
            drop(removed);
            self.inner.store.update(|state| {
                state.removed = None;
                true
            });
        }
    }

    fn removed(&self) -> std::sync::MutexGuard<'_, Option<Removed>> {
        self.inner
            .removed
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}
