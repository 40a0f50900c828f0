//! What is kept beside the servers: settings and rooms in their file, and for a
//! moment the password somebody is typing.

use std::sync::{MutexGuard, PoisonError};
use std::time::Duration;

use super::Launcher;
use crate::error::LauncherError;
use crate::meeting::{Meeting, MeetingKind};
use crate::memory::{Memory, RoomOn};
use crate::profile::ProfileId;
use crate::secret::Password;

/// A password that was typed and not used is forgotten after this.
const HELD_FOR: Duration = Duration::from_mins(5);

/// The password held, and the number of the time it was given.
#[derive(Default)]
pub(super) struct Held {
    password: Option<Password>,
    time: u64,
}

impl Launcher {
    /// Holds a password for the check or save that comes next. It is wiped when
    /// it is saved, when adding a server is given up, or after five minutes.
    pub fn hold_password(&self, password: Password) {
        let time = {
            let mut held = self.held();
            held.time += 1;
            held.password = Some(password);
            held.time
        };
        let launcher = self.clone();
        tokio::spawn(async move {
            tokio::time::sleep(HELD_FOR).await;
            let mut held = launcher.held();
            if held.time == time {
                held.password = None;
            }
        });
    }

    pub(super) fn held_password(&self) -> Option<Password> {
        self.held().password.clone()
    }

    pub(super) fn let_go_of_password(&self) {
        self.held().password = None;
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.inner
            .held
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// The passwords that are nowhere but in memory, for the process that takes
    /// over from this one.
    pub async fn passwords_until_quit(&self) -> Vec<(ProfileId, Password)> {
        let ids: Vec<ProfileId> =
            self.read(|state| state.profiles.iter().map(|p| p.id.clone()).collect());
        let mut kept = Vec::new();
        for id in ids {
            if let Ok(Some(password)) = self.inner.memory.load(&id).await {
                kept.push((id, password));
            }
        }
        kept
    }

    /// Marks a room of the agenda as a favourite, or not.
    pub fn set_favourite(&self, key: &str, favourite: bool) -> Result<(), LauncherError> {
        let meeting = self.meeting(key)?;
        let (MeetingKind::Room { .. }, Some(room)) = (&meeting.kind, meeting.room_id) else {
            return Ok(());
        };
        let room = RoomOn {
            profile: meeting.profile,
            room,
        };
        self.change_memory(|memory| {
            if favourite {
                memory.favourites.insert(room);
            } else {
                memory.favourites.remove(&room);
            }
        })
    }

    /// Whether a meeting is joined by itself when it begins.
    pub(super) fn arm_auto_join(&self, key: String, armed: bool) -> Result<(), LauncherError> {
        self.change_memory(|memory| {
            if armed {
                memory.armed.insert(key);
            } else {
                memory.armed.remove(&key);
            }
        })
    }

    /// Changes what is kept of what was said to the person, or done, once. Also where
    /// it cannot be written down, which is said: it must not be said or done again as
    /// long as this process lives.
    pub fn say_once(&self, mark: impl FnOnce(&mut Memory)) -> Result<(), LauncherError> {
        self.alter_memory(mark, |_| true)
    }

    /// The row of the agenda that a key names.
    pub(super) fn meeting(&self, key: &str) -> Result<Meeting, LauncherError> {
        self.read(|state| state.meeting(key).cloned())
            .ok_or_else(|| {
                // It was on the list a moment ago; its key means nothing to people.
                LauncherError::new(crate::error::Code::MeetingGone)
            })
    }

    /// One change of what is kept in files at a time: of two at once, the later
    /// would not know of the earlier.
    pub(super) fn keeping(&self) -> MutexGuard<'_, ()> {
        let turn = &self.inner.keeping;
        turn.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes what is remembered, if the file can be changed.
    pub(super) fn change_memory(
        &self,
        change: impl FnOnce(&mut Memory),
    ) -> Result<(), LauncherError> {
        self.alter_memory(change, Result::is_ok)
    }

    /// Changes what is remembered, in the file first; `counts` tells whether it does
    /// after that.
    fn alter_memory(
        &self,
        change: impl FnOnce(&mut Memory),
        counts: impl FnOnce(&Result<(), LauncherError>) -> bool,
    ) -> Result<(), LauncherError> {
        let _turn = self.keeping();
        let mut memory = self.read(|state| state.memory.clone());
        change(&mut memory);
        if self.read(|state| state.memory == memory) {
            return Ok(());
        }
        let file = self.inner.memory_file.as_ref();
        let written = file.map_or(Ok(()), |file| file.write(&memory));
        if !counts(&written) {
            return written;
        }
        self.inner.store.update(|state| {
            let same_rows = state.memory.favourites == memory.favourites
                && state.memory.joined == memory.joined
                && state.memory.armed == memory.armed;
            state.memory = memory;
            state.settings = state.policy.settings(&state.memory.settings);
            if !same_rows {
                state.agenda_changed();
            }
            true
        });
        written
    }
}
