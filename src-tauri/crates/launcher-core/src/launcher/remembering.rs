//! Invitations the person wants in the agenda.

use super::Launcher;
use crate::error::{Code, LauncherError};

impl Launcher {
    /// Puts a meeting of an invitation into the agenda, or brings the one there
    /// up to date.
    pub(super) fn remember(
        &self,
        _text: &str,
        _choice: Option<usize>,
    ) -> Result<(), LauncherError> {
        Err(LauncherError::new(Code::Interrupted))
    }

    /// Takes a remembered meeting out of the agenda.
    pub(super) fn forget(&self, key: &str) -> Result<(), LauncherError> {
        self.take_out(|state| {
            let at = state
                .remembered
                .iter()
                .position(|remembered| remembered.key() == key)?;
            state.forgotten = Some(state.remembered.remove(at));
            Some(())
        })
    }

    pub(super) fn undo_forget(&self) -> Result<(), LauncherError> {
        self.take_out(|state| {
            let forgotten = state.forgotten.take()?;
            state.remembered.push(forgotten);
            Some(())
        })
    }

    fn take_out(
        &self,
        change: impl FnOnce(&mut crate::state::AppState) -> Option<()>,
    ) -> Result<(), LauncherError> {
        let mut done = false;
        self.inner.store.update(|state| {
            done = change(state).is_some();
            if done {
                state.agenda_changed();
            }
            done
        });
        if done {
            Ok(())
        } else {
            Err(LauncherError::new(Code::MeetingGone))
        }
    }
}
