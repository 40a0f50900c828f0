//! Joining without choosing: the next meeting, and the last room again.

use jiff::Timestamp;
use openmeetings_client::RoomRef;

use super::Launcher;
use crate::error::{Code, LauncherError};
use crate::join::{Asked, Destination};
use crate::meeting::upcoming::{self, upcoming};

impl Launcher {
    /// What "join next" means at this time.
    pub fn next_to_join(&self, now: Timestamp) -> Result<Asked, LauncherError> {
        let all = self.read(upcoming);
        let next = upcoming::next(&all, now).ok_or_else(|| LauncherError::new(Code::NothingNow))?;
        self.asked_on(&next.key)
    }

    /// The row of the agenda that a key names, as something to join.
    pub fn asked_on(&self, key: &str) -> Result<Asked, LauncherError> {
        match self.read(|state| state.remembered(key).cloned()) {
            Some(remembered) => Ok(Asked {
                title: Some(remembered.title).filter(|title| !title.is_empty()),
                key: Some(key.to_owned()),
                // Put into the agenda by the person, who saw its server.
                ..Asked::from(Destination::Link(remembered.link)).agreed()
            }),
            None => super::perform::asked_on(&self.meeting(key)?),
        }
    }

    /// What was joined last: in this process, else the room that was written
    /// down.
    pub fn last_joined(&self) -> Result<Asked, LauncherError> {
        if let Some(asked) = self.asked_last() {
            return Ok(Asked {
                by_page: false,
                ..asked
            });
        }
        let last = self.read(|state| {
            let room = state.memory.last_joined()?;
            Some(Asked {
                title: state.room_name(room),
                ..Asked::from(Destination::Room {
                    profile: room.profile.clone(),
                    room: RoomRef::Id(room.room),
                })
            })
        });
        last.ok_or_else(|| LauncherError::new(Code::NothingJoinedYet))
    }
}
