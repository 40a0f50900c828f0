//! [`Start`]: starting a resident where there is none.

use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use launcher_core::error::ErrorView;
use launcher_core::settings::Language;
use launcher_core::texts::Texts;

use crate::door::Place;
use crate::knock::{Entered, Knocked, knock};
use crate::protocol::{Build, Viewer};
use crate::spawn::{Ended, spawn_apart};
use crate::trouble;

/// A resident has opened its door after this.
const STARTED_WITHIN: Duration = Duration::from_secs(5);

/// One that hands over may finish a join first.
const HANDED_OVER_WITHIN: Duration = Duration::from_secs(20);

/// Between two looks for the door.
const LOOK_AGAIN: Duration = Duration::from_millis(10);

/// How the window gets its resident.
#[derive(Clone, Debug)]
pub struct Start {
    /// The program that becomes the resident, and what it is called with.
    pub program: PathBuf,
    pub argument: &'static str,
    pub place: Place,
    pub build: Build,
    /// The locale of the person, for what is said before a resident answers.
    pub locale: Option<String>,
}

/// A resident that was started and may end too soon.
struct Started {
    /// Nothing where that cannot be known.
    ended: Option<Ended>,
}

impl Start {
    /// Comes in, by a resident that is started if need be. Nothing if there is a
    /// window already.
    pub(super) async fn enter(&self, viewer: Viewer) -> Result<Option<Box<Entered>>, ErrorView> {
        let began = Instant::now();
        let mut patience = STARTED_WITHIN;
        let mut started: Option<Started> = None;
        loop {
            let mut trouble = io::Error::from(io::ErrorKind::TimedOut);
            match knock(&self.place, &self.build, viewer).await {
                Ok(Knocked::Entered(entered)) => return Ok(Some(entered)),
                Ok(Knocked::AlreadyOpen) => return Ok(None),
                Ok(Knocked::Refused(why)) => return Err(why),
                Ok(Knocked::HandingOver(_) | Knocked::Leaving) => patience = HANDED_OVER_WITHIN,
                Ok(Knocked::Nobody) => {}
                Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                    return Err(self.failed(&error));
                }
                Err(error) => trouble = error,
            }
            let running = match started.take() {
                None => start(&self.program, self.argument),
                Some(running) => running.still(),
            };
            started = Some(running.map_err(|error| self.failed(&error))?);
            if began.elapsed() > patience {
                return Err(self.failed(&trouble));
            }
            tokio::time::sleep(LOOK_AGAIN).await;
        }
    }

    fn failed(&self, cause: &io::Error) -> ErrorView {
        let texts = Texts::for_settings(Language::System, self.locale.as_deref());
        trouble::failed(cause).view(&texts)
    }
}

fn start(program: &Path, argument: &str) -> io::Result<Started> {
    let ended = spawn_apart(program, argument.as_ref())?;
    Ok(Started { ended })
}

impl Started {
    /// Whether all is well: it runs, or found another resident. That one may end
    /// at this moment, so it is looked for as long as one that was started.
    fn still(mut self) -> io::Result<Self> {
        match self.ended.as_mut().map(Ended::try_recv) {
            Some(Ok(Ok(status))) if !status.success() => {
                Err(io::Error::other(format!("it ended with {status}")))
            }
            Some(Ok(Err(error))) => Err(error),
            Some(Ok(Ok(_)) | Err(_)) | None => Ok(self),
        }
    }
}
