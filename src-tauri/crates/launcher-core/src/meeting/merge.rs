//! A refresh that asked for a part, and what is known of the rest (pure).

use std::collections::HashSet;

use super::{MeetingKind, by_time_and_name};
use crate::state::{Loaded, Part};

impl Loaded {
    /// Completes a list with what it was not asked for: later appointments, and
    /// rooms if there are none in it.
    pub(crate) fn completed_by(mut self, known: &Self) -> Self {
        let keeps_rooms = self.rooms_loaded_at.is_none();
        let fresh: HashSet<String> = self.list.iter().map(super::Meeting::key).collect();
        let is_kept = |meeting: &&super::Meeting| match meeting.kind {
            MeetingKind::Room { .. } => keeps_rooms,
            MeetingKind::Appointment { start, .. } => {
                start >= self.until && !fresh.contains(&meeting.key())
            }
        };
        let kept: Vec<_> = known.list.iter().filter(is_kept).cloned().collect();
        if !kept.is_empty() {
            self.list.extend(kept);
            self.list.sort_by(by_time_and_name);
        }
        if keeps_rooms {
            self.rooms_loaded_at = known.rooms_loaded_at;
            let refused = |loaded: &Self| loaded.refused.contains(&Part::PublicRooms);
            if refused(known) && !refused(&self) {
                self.refused.push(Part::PublicRooms);
            }
        }
        self
    }
}

#[cfg(test)]
mod tests;
