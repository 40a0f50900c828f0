//! [`Local`]: the resident in this process, as its viewers use it.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use launcher_core::doctor::Diagnosis;
use launcher_core::error::LauncherError;
use launcher_core::launcher::Launcher;
use launcher_core::state::Join;
use launcher_core::texts::Texts;
use launcher_core::view::{Level, NoticeView};
use tokio::sync::{Notify, mpsc, watch};

use crate::autostart::Autostart;
use crate::clipboard::Clipboard;
use crate::folders::Folders;
use crate::near::Signs;
use crate::notes::{Notes, Order};
use crate::pictures::Pictures;
use crate::reminders::Snoozed;
use crate::shown::Shown;
use crate::toolkit::Toolkit;

/// Reads the clock; tests set it.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// What the process around the launcher decides.
pub struct Surroundings {
    pub launcher: Launcher,
    /// What the person must be told about the start.
    pub said: Vec<LauncherError>,
    /// The locale of the person.
    pub locale: Option<String>,
    /// The folder of the logs, to show it.
    pub logs: PathBuf,
    /// Where everything is kept, to look whether it can be.
    pub folders: Folders,
    pub autostart: Autostart,
    /// The program of the window.
    pub window: PathBuf,
    /// What draws the tray, if this process has a toolkit.
    pub toolkit: Option<Arc<dyn Toolkit>>,
    pub clock: Clock,
}

/// Why the resident ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// The person wanted it to.
    Quit,
    /// The system wanted it to, as at the end of a session.
    Signal,
    /// A newer build takes over.
    HandOver,
}

/// The launcher with what belongs to this process; clones are the same.
#[derive(Clone)]
pub struct Local {
    inner: Arc<Inner>,
}

struct Inner {
    launcher: Launcher,
    pictures: Pictures,
    clipboard: Clipboard,
    autostart: Autostart,
    window: PathBuf,
    toolkit: Option<Arc<dyn Toolkit>>,
    notes: Notes,
    /// What is to be told outside of the window, until somebody does it.
    orders: Mutex<Option<Orders>>,
    snoozed: Snoozed,
    /// What the person does that may lead to a join.
    signs: watch::Sender<Signs>,
    /// Whose link is being joined.
    turn: tokio::sync::Mutex<()>,
    logs: PathBuf,
    folders: Folders,
    /// What the doctor found last, for the report.
    diagnosis: Mutex<Option<Diagnosis>>,
    clock: Clock,
    said: Mutex<Vec<LauncherError>>,
    exit: watch::Sender<Option<Exit>>,
    /// Counts the times the window was asked to come to the front. Who listens
    /// is a window.
    present: watch::Sender<u64>,
    /// Counts the windows that came.
    shown: Shown,
    /// Counts the changes of the network.
    network: watch::Sender<u64>,
    /// Whether nobody can be there.
    away: watch::Sender<bool>,
    /// Told when something was done that may change nothing.
    stirred: Notify,
}

/// What is to be shown outside of the window.
pub(crate) type Orders = mpsc::UnboundedReceiver<Order>;

/// The one place there is for a window.
pub(crate) type Seat = watch::Receiver<u64>;

impl Local {
    pub fn new(surroundings: Surroundings) -> Self {
        let Surroundings {
            launcher,
            said,
            locale,
            logs,
            folders,
            autostart,
            window,
            toolkit,
            clock,
        } = surroundings;
        let (notes, orders) = Notes::new();
        let inner = Inner {
            pictures: Pictures::new(launcher.clone(), locale),
            launcher,
            clipboard: Clipboard::default(),
            autostart,
            window,
            toolkit,
            notes,
            orders: Mutex::new(Some(orders)),
            snoozed: Snoozed::default(),
            signs: watch::Sender::default(),
            turn: tokio::sync::Mutex::default(),
            logs,
            folders,
            diagnosis: Mutex::default(),
            clock,
            said: Mutex::new(said),
            exit: watch::Sender::new(None),
            present: watch::Sender::new(0),
            shown: Shown::default(),
            network: watch::Sender::new(0),
            away: watch::Sender::new(false),
            stirred: Notify::new(),
        };
        Self {
            inner: Arc::new(inner),
        }
    }

    pub fn launcher(&self) -> &Launcher {
        &self.inner.launcher
    }

    pub(crate) fn pictures(&self) -> &Pictures {
        &self.inner.pictures
    }

    pub(crate) fn texts(&self) -> Texts {
        self.inner.pictures.texts()
    }

    pub(crate) fn clipboard(&self) -> &Clipboard {
        &self.inner.clipboard
    }

    pub(crate) fn autostart(&self) -> &Autostart {
        &self.inner.autostart
    }

    pub(crate) fn window_program(&self) -> &Path {
        &self.inner.window
    }

    pub(crate) fn toolkit(&self) -> Option<Arc<dyn Toolkit>> {
        self.inner.toolkit.clone()
    }

    /// The way to tell something outside of the window.
    pub(crate) fn notes(&self) -> &Notes {
        &self.inner.notes
    }

    /// What was told there: for the one who shows it.
    pub(crate) fn take_orders(&self) -> Option<Orders> {
        let orders = self.inner.orders.lock();
        orders.unwrap_or_else(PoisonError::into_inner).take()
    }

    /// The reminders that come again.
    pub(crate) fn snoozed(&self) -> &Snoozed {
        &self.inner.snoozed
    }

    /// Told when something was done that may have changed nothing.
    pub(crate) fn stirred(&self) -> &Notify {
        &self.inner.stirred
    }

    pub(crate) fn signs(&self) -> &watch::Sender<Signs> {
        &self.inner.signs
    }

    /// Waits until it is one's turn to join.
    pub(crate) async fn turn(&self) -> tokio::sync::MutexGuard<'_, ()> {
        self.inner.turn.lock().await
    }

    /// Waits until no join is going on.
    pub(crate) async fn join_is_over(&self) {
        let mut states = self.launcher().subscribe();
        let over = states.wait_for(|state| !matches!(state.join, Join::Preparing { .. }));
        // The launcher lives as long as this does.
        drop(over.await);
    }

    pub(crate) fn logs(&self) -> &PathBuf {
        &self.inner.logs
    }

    pub(crate) fn folders(&self) -> &Folders {
        &self.inner.folders
    }

    pub(crate) fn keep_diagnosis(&self, found: Diagnosis) {
        let diagnosis = self.inner.diagnosis.lock();
        *diagnosis.unwrap_or_else(PoisonError::into_inner) = Some(found);
    }

    /// What the doctor found last, if it was asked.
    pub(crate) fn diagnosis(&self) -> Option<Diagnosis> {
        let diagnosis = self.inner.diagnosis.lock();
        diagnosis.unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn clock(&self) -> &Clock {
        &self.inner.clock
    }

    pub(crate) fn now(&self) -> Timestamp {
        (self.inner.clock)()
    }

    /// A message to the person, worded.
    pub(crate) fn notice(&self, notice: &LauncherError) -> NoticeView {
        NoticeView {
            level: Level::Warning,
            text: notice.message(&self.texts()),
        }
    }

    /// What was to be said when nobody was there yet.
    pub(crate) fn take_said(&self) -> Vec<LauncherError> {
        let mut said = self
            .inner
            .said
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut said)
    }

    /// Ends the resident; the first reason counts.
    pub fn end(&self, why: Exit) {
        self.inner.exit.send_if_modified(|exit| {
            let first = exit.is_none();
            if first {
                *exit = Some(why);
            }
            first
        });
    }

    /// Why it ends, if it does.
    pub(crate) fn exit(&self) -> watch::Receiver<Option<Exit>> {
        self.inner.exit.subscribe()
    }

    /// Gives the window its seat. If there is a window already, that one is
    /// asked to the front.
    pub(crate) fn seat_window(&self) -> Option<Seat> {
        let mut seat = None;
        self.inner.present.send_if_modified(|times| {
            let is_taken = self.inner.present.receiver_count() > 0;
            if is_taken {
                *times += 1;
            } else {
                // Taken here, so that two windows cannot both find it free.
                seat = Some(self.inner.present.subscribe());
            }
            is_taken
        });
        seat
    }

    /// Asks the window to the front; `false` if there is none.
    pub(crate) fn call_window(&self) -> bool {
        self.inner.present.send_if_modified(|times| {
            let there = self.inner.present.receiver_count() > 0;
            *times += u64::from(there);
            there
        })
    }

    /// The windows that somebody has before him.
    pub(crate) fn shown(&self) -> &Shown {
        &self.inner.shown
    }

    /// The number of changes of the network so far, and whenever there is one.
    pub(crate) fn network(&self) -> watch::Receiver<u64> {
        self.inner.network.subscribe()
    }

    pub(crate) fn network_changed(&self) {
        self.inner.network.send_modify(|count| *count += 1);
    }

    /// Whether the screen is locked or the computer is about to sleep, and
    /// whenever that changes. Where the system does not say, somebody is there.
    pub(crate) fn away(&self) -> watch::Receiver<bool> {
        self.inner.away.subscribe()
    }

    pub(crate) fn set_away(&self, away: bool) {
        self.inner.away.send_if_modified(|known| {
            let changed = *known != away;
            *known = away;
            changed
        });
    }
}

impl fmt::Debug for Surroundings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Surroundings").finish_non_exhaustive()
    }
}

impl fmt::Debug for Local {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Local").finish_non_exhaustive()
    }
}
