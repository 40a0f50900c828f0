//! Refreshing the list of meetings.

use jiff::{SignedDuration, Timestamp};

use super::Launcher;
use crate::error::{Code, LauncherError};
use crate::meeting::refresh;
use crate::profile::{Profile, ProfileId};
use crate::state::{Loaded, Meetings};
use crate::store::Work;

impl Launcher {
    /// Loads the meetings of a server anew; the old list stays until then, and
    /// if it fails. `None` if that is going on already.
    pub async fn refresh_meetings(
        &self,
        id: &ProfileId,
        now: Timestamp,
        ahead: SignedDuration,
    ) -> Option<Result<Loaded, LauncherError>> {
        let ticket = self.inner.store.begin(Work::Refresh(id.clone()), |state| {
            state.meetings.entry(id.clone()).or_default().begin();
        })?;
        let outcome = self.load_meetings(id, now, ahead).await;
        let committed = outcome.clone();
        ticket.commit(|state| match committed {
            Ok(loaded) => {
                let known = state.meetings.get(id).and_then(Meetings::loaded);
                if known.is_none_or(|known| known.list != loaded.list) {
                    state.agenda_changed();
                }
                state.next_tries.remove(id);
                state.meetings.insert(id.clone(), Meetings::Ready(loaded));
            }
            Err(error) => state.meetings.entry(id.clone()).or_default().fail(error),
        });
        if outcome.is_ok() {
            self.keep_lists().await;
        }
        Some(outcome)
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
        ahead: SignedDuration,
    ) -> Result<Loaded, LauncherError> {
        let profile = self.saved(id)?;
        let Some(login) = profile.login.as_deref() else {
            return Err(LauncherError::new(Code::AccountNeeded).about("server", &profile.name));
        };
        let loaded = self.load_as(&profile, login, now, ahead).await?;
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
            return self.load_as(&profile, login, now, ahead).await;
        }
        Ok(loaded)
    }

    async fn load_as(
        &self,
        profile: &Profile,
        login: &str,
        now: Timestamp,
        ahead: SignedDuration,
    ) -> Result<Loaded, LauncherError> {
        let session = self.log_in(profile, login).await?;
        match refresh::load(&session, profile, now, ahead).await {
            Ok(loaded) => Ok(loaded),
            Err(error) => Err(LauncherError::call(&profile.name, Some(login), &error)),
        }
    }
}
