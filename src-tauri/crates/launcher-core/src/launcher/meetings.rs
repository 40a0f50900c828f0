//! Refreshing the list of meetings.

use jiff::{SignedDuration, Timestamp};

use super::Launcher;
use super::lists::Unkept;
use crate::error::{Code, LauncherError};
use crate::meeting::refresh::{self, Ask};
use crate::profile::{Profile, ProfileId};
use crate::state::{AppState, Loaded, Meetings};
use crate::store::Work;

impl Launcher {
    /// Loads all there is on a server anew; the old list stays until then, and if
    /// it fails. `None` if that is going on already.
    pub async fn refresh_meetings(
        &self,
        id: &ProfileId,
        now: Timestamp,
        ahead: SignedDuration,
    ) -> Option<Result<Loaded, LauncherError>> {
        self.refresh_part(id, now, Ask::everything(ahead)).await
    }

    /// Loads a part of it; what was not asked for stays. The answer is what the
    /// server gave. Refreshes of one server wait for each other, joins for none.
    pub async fn refresh_part(
        &self,
        id: &ProfileId,
        now: Timestamp,
        ask: Ask,
    ) -> Option<Result<Loaded, LauncherError>> {
        let ticket = self.inner.store.begin(Work::Refresh(id.clone()), |state| {
            state.meetings.entry(id.clone()).or_default().begin();
        })?;
        let outcome = self.load_meetings(id, now, ask).await;
        let committed = outcome.clone();
        let mut unkept = Unkept::Nothing;
        ticket.commit(|state| match committed {
            Ok(loaded) => {
                let known = state.meetings.get(id).and_then(Meetings::loaded);
                let loaded = match known {
                    Some(known) => loaded.completed_by(known),
                    None => loaded,
                };
                unkept = Unkept::Age;
                if known.is_none_or(|known| known.list != loaded.list) {
                    unkept = Unkept::Lists;
                    state.agenda_changed();
                }
                state.next_tries.remove(id);
                state.meetings.insert(id.clone(), Meetings::Ready(loaded));
            }
            Err(error) => state.meetings.entry(id.clone()).or_default().fail(error),
        });
        self.keep_lists(unkept).await;
        Some(outcome)
    }

    /// Loads later appointments of all servers, once those there are have been
    /// loaded.
    pub(super) async fn show_later(&self, now: Timestamp) {
        self.inner.store.update(|state| {
            let ahead = state.reach.ahead();
            let is_there = state.profiles.iter().all(|profile| {
                let loaded = state.meetings.get(&profile.id).and_then(Meetings::loaded);
                profile.login.is_none()
                    || loaded.is_some_and(|loaded| loaded.until >= loaded.loaded_at + ahead)
            });
            match state.reach.further().filter(|_| is_there) {
                Some(further) => state.reach = further,
                None => return false,
            }
            true
        });
        let mut all = tokio::task::JoinSet::new();
        for id in self.read(with_account) {
            let launcher = self.clone();
            all.spawn(async move { launcher.show_later_of(&id, now).await });
        }
        // Each outcome stands in the state.
        while all.join_next().await.is_some() {}
    }

    /// A refresh that is going on looks less far: it is waited for.
    async fn show_later_of(&self, id: &ProfileId, now: Timestamp) {
        let ask = || self.read(|state| Ask::appointments(state.reach.ahead()));
        if self.refresh_part(id, now, ask()).await.is_none() {
            let mut states = self.subscribe();
            let is_over = |state: &AppState| {
                let list = state.meetings.get(id);
                !matches!(list, Some(Meetings::Loading { .. }))
            };
            // The launcher lives as long as this does.
            drop(states.wait_for(is_over).await);
            self.refresh_part(id, now, ask()).await;
        }
    }

    /// The window has gone: lists are as short as before it came.
    pub fn show_near(&self) {
        self.inner.store.update(|state| {
            let before = std::mem::take(&mut state.reach);
            before != state.reach
        });
    }

    /// Says when the lists of a server are tried again by themselves.
    pub fn set_next_try(&self, id: &ProfileId, at: Option<Timestamp>) {
        self.inner.store.update(|state| {
            let known = state.next_tries.get(id).copied();
            match at {
                Some(at) => state.next_tries.insert(id.clone(), at),
                None => state.next_tries.remove(id),
            };
            known != at
        });
    }

    async fn load_meetings(
        &self,
        id: &ProfileId,
        now: Timestamp,
        ask: Ask,
    ) -> Result<Loaded, LauncherError> {
        let profile = self.saved(id)?;
        let Some(login) = profile.login.as_deref() else {
            return Err(LauncherError::new(Code::AccountNeeded).about("server", &profile.name));
        };
        let turn = self.inner.turns.of(&profile.base_url);
        let _turn = turn.lock().await;
        let loaded = self.load_as(&profile, login, now, ask).await?;
        // A server that was restarted in between has forgotten the login, and answers
        // as if a right were missing: one that was there is asked for once more.
        let is_less = self.read(|state| {
            let known = state.meetings.get(id).and_then(Meetings::loaded);
            known.is_some_and(|known| {
                let mut refused = loaded.refused.iter();
                refused.any(|part| !known.refused.contains(part))
            })
        });
        if is_less {
            return self.load_as(&profile, login, now, ask).await;
        }
        Ok(loaded)
    }

    async fn load_as(
        &self,
        profile: &Profile,
        login: &str,
        now: Timestamp,
        ask: Ask,
    ) -> Result<Loaded, LauncherError> {
        let session = self.log_in(profile, login).await?;
        match refresh::load(&session, profile, now, ask).await {
            Ok(loaded) => Ok(loaded),
            Err(error) => Err(LauncherError::call(&profile.name, Some(login), &error)),
        }
    }
}

/// The servers whose lists can be loaded.
pub(super) fn with_account(state: &AppState) -> Vec<ProfileId> {
    let profiles = state.profiles.iter();
    let profiles = profiles.filter(|profile| profile.login.is_some());
    profiles.map(|profile| profile.id.clone()).collect()
}
