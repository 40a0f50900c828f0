//! [`Pictures`]: the state as viewers see it, drawn once for all of them.

use std::io;
use std::sync::{Mutex, MutexGuard, PoisonError};

use launcher_core::launcher::Launcher;
use launcher_core::texts::Texts;
use launcher_core::view::{self, Everything};

use crate::protocol::{Frame, FromResident};

/// Draws when somebody looks, and remembers the last picture.
pub(crate) struct Pictures {
    launcher: Launcher,
    locale: Option<String>,
    drawn: Mutex<Drawn>,
}

#[derive(Default)]
struct Drawn {
    view: Option<(u64, Frame)>,
    agenda: Option<(u64, Frame)>,
}

/// What a viewer has seen already.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    view: Option<u64>,
    agenda: Option<u64>,
}

impl Pictures {
    pub(crate) fn new(launcher: Launcher, locale: Option<String>) -> Self {
        Self {
            launcher,
            locale,
            drawn: Mutex::default(),
        }
    }

    pub(crate) fn locale(&self) -> Option<&str> {
        self.locale.as_deref()
    }

    /// The texts in the language that is in force.
    pub(crate) fn texts(&self) -> Texts {
        let language = self.launcher.read(|state| state.settings.language);
        Texts::for_settings(language, self.locale())
    }

    /// Everything, for who asks for it at once.
    pub(crate) fn everything(&self) -> Everything {
        let texts = self.texts();
        self.launcher.read(|state| Everything {
            view: view::view(state, &texts),
            agenda: view::agenda(state),
        })
    }

    /// The messages a viewer needs to see the present.
    pub(crate) fn since(&self, seen: &mut Seen, with_agenda: bool) -> io::Result<Vec<Frame>> {
        let texts = self.texts();
        let mut frames = Vec::new();
        let mut drawn = self.drawn();
        let (now, of_agenda) = self
            .launcher
            .read(|state| (state.revision, state.agenda_revision));
        if seen.view != Some(now) {
            let draw = || {
                let view = self.launcher.read(|state| view::view(state, &texts));
                Frame::of(&FromResident::View(Box::new(view)))
            };
            frames.push(remembered(&mut drawn.view, now, draw)?);
            seen.view = Some(now);
        }
        if with_agenda && seen.agenda != Some(of_agenda) {
            let draw = || {
                let agenda = self.launcher.read(view::agenda);
                Frame::of(&FromResident::Agenda(Box::new(agenda)))
            };
            frames.push(remembered(&mut drawn.agenda, of_agenda, draw)?);
            seen.agenda = Some(of_agenda);
        }
        Ok(frames)
    }

    /// Nobody looks any more: what was drawn need not be kept.
    pub(crate) fn forget(&self) {
        let mut drawn = self.drawn();
        drawn.view = None;
        drawn.agenda = None;
    }

    fn drawn(&self) -> MutexGuard<'_, Drawn> {
        self.drawn.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn remembered(
    last: &mut Option<(u64, Frame)>,
    revision: u64,
    draw: impl FnOnce() -> io::Result<Frame>,
) -> io::Result<Frame> {
    match last {
        Some((known, frame)) if *known == revision => Ok(frame.clone()),
        Some(_) | None => {
            let frame = draw()?;
            *last = Some((revision, frame.clone()));
            Ok(frame)
        }
    }
}
