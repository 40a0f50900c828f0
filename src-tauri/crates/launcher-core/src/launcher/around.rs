//! What the host knows of the desktop around it, and what the window is asked to
//! show.

use super::Launcher;
use crate::reminder::Reminder;
use crate::state::{Shortcut, Tray};
use crate::view::Wanted;

impl Launcher {
    /// Says whether the desktop shows the tray icon.
    pub fn set_tray(&self, tray: Tray) {
        self.inner.store.update(|state| {
            let changed = state.tray != tray;
            state.tray = tray;
            changed
        });
    }

    /// Says whether the shortcut works.
    pub fn set_shortcut(&self, shortcut: Shortcut) {
        self.inner.store.update(|state| {
            let changed = state.shortcut != shortcut;
            state.shortcut = shortcut;
            changed
        });
    }

    /// Changes what the person is reminded of now.
    pub fn change_reminders(&self, change: impl FnOnce(&mut Vec<Reminder>)) {
        self.inner.store.update(|state| {
            let before = state.reminders.clone();
            change(&mut state.reminders);
            state.reminders != before
        });
    }

    /// Leaves word for the window of what it is to show.
    pub fn want(&self, wanted: Wanted) {
        self.inner.store.update(|state| {
            let changed = state.wanted.as_ref() != Some(&wanted);
            state.wanted = Some(wanted);
            changed
        });
    }

    /// The window has gone there.
    pub(crate) fn close_wanted(&self) {
        self.inner
            .store
            .update(|state| state.wanted.take().is_some());
    }
}
