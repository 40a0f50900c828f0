//! What the person is told once: that the launcher goes on when its window is
//! closed, and that a desktop without tray icons shows nothing of it.

use std::convert::Infallible;
use std::time::Duration;

use launcher_core::action::Action;
use launcher_core::intent::Intent;
use launcher_core::memory::Memory;
use launcher_core::state::Tray;
use launcher_core::texts::{Subject, Texts};
use launcher_core::view::Wanted;

use crate::local::Local;
use crate::notes::{About, Button, Note, Weight};

/// At the start of a session the tray may come later than the resident.
const TRAY_COMES_WITHIN: Duration = Duration::from_secs(30);

impl Local {
    /// The window is gone; the resident stays.
    pub fn window_gone(&self) {
        let is_first_time = self.launcher().read(|state| {
            let memory = &state.memory;
            state.settings.close_to_tray && state.tray == Tray::Shown && !memory.closing_said
        });
        if !is_first_time || self.exit().borrow().is_some() {
            return;
        }
        let texts = self.texts();
        self.notes().show(note("note-closing", &texts));
        self.keep(|memory| memory.closing_said = true);
    }

    /// Writes down what was said or done once. What cannot be written down may
    /// happen again after a restart, and stops nothing.
    pub(crate) fn keep(&self, mark: impl FnOnce(&mut Memory)) {
        if let Err(error) = self.launcher().say_once(mark) {
            tracing::warn!(code = error.code.name(), "a mark could not be written down");
        }
    }
}

/// Says once that there is no tray, where that is so.
pub(crate) async fn say_without_tray(local: &Local) -> Infallible {
    let mut states = local.launcher().subscribe();
    let is_due = |state: &launcher_core::state::AppState| {
        state.tray == Tray::NoHost && !state.memory.no_tray_said && !state.profiles.is_empty()
    };
    loop {
        // The launcher lives as long as the resident.
        drop(states.wait_for(is_due).await);
        let comes = states.wait_for(|state| !is_due(state));
        if tokio::time::timeout(TRAY_COMES_WITHIN, comes)
            .await
            .is_err()
        {
            local.notes().show(note("note-no-tray", &local.texts()));
            local.keep(|memory| memory.no_tray_said = true);
        }
    }
}

fn note(key: &'static str, texts: &Texts) -> Note {
    Note {
        about: About::Closing,
        weight: Weight::Normal,
        title: texts.text(key),
        body: texts.hint(key, &Subject::new()),
        click: Some(Action::Show(None)),
        dismissed: None,
        buttons: vec![
            Button {
                label: texts.text("note-settings"),
                action: Action::Show(Some(Wanted::Settings)),
            },
            Button {
                label: texts.text("note-quit"),
                action: Action::Ask(Intent::Quit),
            },
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_once_says_what_to_do_in_every_language() {
        for language in ["en", "de", "ar"] {
            for key in ["note-closing", "note-no-tray"] {
                let note = note(key, &Texts::new(language));
                assert!(!note.title.contains("note-"), "{}", note.title);
                assert!(
                    note.body.contains(' ') && note.body != note.title,
                    "{language}, {key}: {:?}",
                    note.body
                );
            }
        }
    }
}
