//! [`Store`]: the only place that changes [`AppState`], and [`Ticket`], which
//! keeps work and state together.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::watch;

use crate::error::{Code, LauncherError};
use crate::profile::ProfileId;
use crate::state::{AppState, Check, Join, SetupStage};

/// Work of which at most one of a kind runs at a time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Work {
    Check(ProfileId),
    Refresh(ProfileId),
    /// Checks for a server that is being added.
    Setup,
    Join,
}

impl Work {
    /// Whether it is work for a saved server, other than a join.
    pub(crate) fn is_about(&self, id: &ProfileId) -> bool {
        match self {
            Self::Check(of) | Self::Refresh(of) => of == id,
            Self::Setup | Self::Join => false,
        }
    }
}

/// One state, many viewers. A viewer gets the present state at once and only
/// ever the newest.
#[derive(Clone)]
pub(crate) struct Store {
    sender: watch::Sender<AppState>,
    /// The number of the ticket that each work in progress belongs to.
    running: Arc<Mutex<Running>>,
}

#[derive(Default)]
struct Running {
    last: u64,
    tickets: BTreeMap<Work, u64>,
}

impl Store {
    pub(crate) fn new(state: AppState) -> Self {
        Self {
            sender: watch::Sender::new(state),
            running: Arc::default(),
        }
    }

    pub(crate) fn subscribe(&self) -> watch::Receiver<AppState> {
        self.sender.subscribe()
    }

    /// Reads from the state; nothing may wait inside.
    pub(crate) fn read<T>(&self, look: impl FnOnce(&AppState) -> T) -> T {
        look(&self.sender.borrow())
    }

    /// Changes the state. Counts as a change, and wakes viewers, only if the
    /// closure says so.
    pub(crate) fn update(&self, change: impl FnOnce(&mut AppState) -> bool) {
        self.sender.send_if_modified(|state| {
            let changed = change(state);
            if changed {
                state.revision += 1;
            }
            changed
        });
    }

    /// Begins a piece of work, or nothing if the same is already going on.
    pub(crate) fn begin(&self, work: Work, change: impl FnOnce(&mut AppState)) -> Option<Ticket> {
        let number = {
            let mut running = self.lock();
            if running.tickets.contains_key(&work) {
                return None;
            }
            running.last += 1;
            let number = running.last;
            running.tickets.insert(work.clone(), number);
            number
        };
        self.update(|state| {
            change(state);
            true
        });
        Some(Ticket {
            store: self.clone(),
            work,
            number,
        })
    }

    /// Forgets work in progress, for example because its profile was removed.
    /// Its result will be dropped.
    pub(crate) fn abandon(&self, matches: impl Fn(&Work) -> bool) {
        self.lock().tickets.retain(|work, _| !matches(work));
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Running> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store")
            .field("state", &*self.sender.borrow())
            .finish_non_exhaustive()
    }
}

/// The right to report the outcome of one piece of work.
///
/// A ticket that is dropped without an outcome, because its future was dropped
/// or panicked, ends the work as interrupted: nothing stays "loading" for ever.
#[must_use]
pub(crate) struct Ticket {
    store: Store,
    work: Work,
    number: u64,
}

impl Ticket {
    /// Reports on the way.
    pub(crate) fn progress(&self, change: impl FnOnce(&mut AppState)) {
        if self.store.lock().tickets.get(&self.work) == Some(&self.number) {
            self.store.update(|state| {
                change(state);
                true
            });
        }
    }

    /// Ends the work. Ignored if it was abandoned meanwhile.
    pub(crate) fn commit(self, change: impl FnOnce(&mut AppState)) {
        self.end(change);
    }

    fn end(&self, change: impl FnOnce(&mut AppState)) {
        let current = {
            let mut running = self.store.lock();
            let current = running.tickets.get(&self.work) == Some(&self.number);
            if current {
                running.tickets.remove(&self.work);
            }
            current
        };
        if current {
            self.store.update(|state| {
                change(state);
                true
            });
        }
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        self.end(|state| {
            let interrupted = LauncherError::new(Code::Interrupted);
            match &self.work {
                Work::Refresh(id) => state
                    .meetings
                    .entry(id.clone())
                    .or_default()
                    .fail(interrupted),
                Work::Check(id) => {
                    let layers = match state.checks.remove(id) {
                        Some(Check::Running(layers) | Check::Done { layers, .. }) => layers,
                        None => Vec::new(),
                    };
                    let outcome = Err(interrupted);
                    state
                        .checks
                        .insert(id.clone(), Check::Done { layers, outcome });
                }
                Work::Setup => {
                    if let Some(setup) = &mut state.setup {
                        setup.stage = SetupStage::Failed(interrupted);
                    }
                }
                Work::Join => {
                    if let Join::Preparing { subject, .. } = &state.join {
                        state.join = Join::Failed {
                            subject: subject.clone(),
                            error: interrupted,
                        };
                    }
                }
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::{Loaded, Meetings};

    fn id() -> ProfileId {
        "p1".parse().unwrap()
    }

    fn ready() -> Meetings {
        Meetings::Ready(Loaded {
            list: Vec::new(),
            loaded_at: jiff::Timestamp::UNIX_EPOCH,
            until: jiff::Timestamp::UNIX_EPOCH,
            rooms_loaded_at: Some(jiff::Timestamp::UNIX_EPOCH),
            refused: Vec::new(),
        })
    }

    fn refresh(store: &Store) -> Option<Ticket> {
        store.begin(Work::Refresh(id()), |state| {
            state.meetings.entry(id()).or_default().begin();
        })
    }

    fn set_ready(state: &mut AppState) {
        state.meetings.insert(id(), ready());
    }

    #[test]
    fn the_same_work_begins_once_and_can_begin_again_after_its_end() {
        let store = Store::new(AppState::default());
        let ticket = refresh(&store).unwrap();
        let revision = store.read(|state| state.revision);
        assert!(refresh(&store).is_none());
        assert_eq!(
            store.read(|state| state.revision),
            revision,
            "a refused beginning changes nothing"
        );
        ticket.commit(set_ready);
        assert_eq!(store.read(|state| state.meetings[&id()].clone()), ready());
        assert!(refresh(&store).is_some());
    }

    #[test]
    fn the_result_of_abandoned_work_is_dropped() {
        let store = Store::new(AppState::default());
        let ticket = refresh(&store).unwrap();
        store.abandon(|work| *work == Work::Refresh(id()));
        store.update(|state| state.meetings.remove(&id()).is_some());
        ticket.commit(set_ready);
        assert!(store.read(|state| state.meetings.is_empty()));
    }

    #[test]
    fn a_failure_keeps_the_old_list() {
        let store = Store::new(AppState::default());
        store.update(|state| {
            set_ready(state);
            true
        });
        let ticket = refresh(&store).unwrap();
        assert!(store.read(|state| state.meetings[&id()].loaded().is_some()));
        ticket.commit(|state| {
            let error = LauncherError::new(Code::TimedOut);
            state.meetings.entry(id()).or_default().fail(error);
        });
        store.read(|state| {
            let Meetings::Stale { last, error } = &state.meetings[&id()] else {
                panic!("not stale")
            };
            assert_eq!((last.is_some(), error.code), (true, Code::TimedOut));
        });
    }

    #[test]
    fn dropped_work_ends_as_interrupted() {
        let store = Store::new(AppState::default());
        drop(refresh(&store));
        store.read(|state| {
            let Meetings::Stale { last, error } = &state.meetings[&id()] else {
                panic!("not stale")
            };
            assert_eq!((last.is_some(), error.code), (false, Code::Interrupted));
        });
        assert!(refresh(&store).is_some());
    }

    #[test]
    fn viewers_are_woken_by_changes_only() {
        let store = Store::new(AppState::default());
        let mut viewer = store.subscribe();
        store.update(|_| false);
        assert!(!viewer.has_changed().unwrap());
        store.update(|_| true);
        assert!(viewer.has_changed().unwrap());
        assert_eq!(viewer.borrow_and_update().revision, 1);
    }
}
