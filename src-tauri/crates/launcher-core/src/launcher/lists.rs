//! Writing the lists down for the next start.
//!
//! The file holds the lists of all servers. Fifty that answer at the same time
//! are one write, and a list that only grew newer is hardly one at all.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use super::Launcher;
use crate::state::Meetings;

/// Between two writes.
const GATHER: Duration = Duration::from_secs(1);

/// Between two writes when nothing but the age of lists has changed.
const SELDOM: Duration = Duration::from_mins(30);

/// What the file does not know yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unkept {
    #[default]
    Nothing,
    /// How old the lists are.
    Age,
    Lists,
}

/// How far the file is behind.
#[derive(Default)]
pub(super) struct ListsFile {
    behind: Mutex<Behind>,
    /// One writes at a time: what is written last is what was known last.
    writing: Mutex<()>,
}

#[derive(Default)]
struct Behind {
    unkept: Unkept,
    written: Option<Instant>,
    /// Somebody waits to write it.
    awaited: bool,
}

enum Turn {
    Now,
    After(Duration),
    /// A later one brings it along, or the end of the launcher.
    Later,
}

impl ListsFile {
    fn behind(&self) -> MutexGuard<'_, Behind> {
        self.behind.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Behind {
    fn turn(&mut self, unkept: Unkept) -> Turn {
        self.unkept = self.unkept.max(unkept);
        let since = self.written.map(|written| written.elapsed());
        match (self.unkept, since) {
            (Unkept::Nothing, _) | (Unkept::Age, None) => Turn::Later,
            (Unkept::Age, Some(since)) if since < SELDOM => Turn::Later,
            (Unkept::Lists, Some(since)) if since < GATHER => {
                if std::mem::replace(&mut self.awaited, true) {
                    Turn::Later
                } else {
                    Turn::After(GATHER.saturating_sub(since))
                }
            }
            (Unkept::Age | Unkept::Lists, _) => Turn::Now,
        }
    }
}

impl Launcher {
    /// Sees to it that the file holds the lists soon, off the threads that wait for
    /// servers.
    pub(super) async fn keep_lists(&self, unkept: Unkept) {
        if self.inner.cache.is_none() {
            return;
        }
        let turn = self.inner.lists_file.behind().turn(unkept);
        let launcher = self.clone();
        match turn {
            Turn::Later => {}
            Turn::Now => {
                // What could not be written is loaded again at the next start.
                let _ = tokio::task::spawn_blocking(move || launcher.write_lists()).await;
            }
            Turn::After(wait) => {
                tokio::spawn(async move {
                    tokio::time::sleep(wait).await;
                    let _ = tokio::task::spawn_blocking(move || launcher.write_lists()).await;
                });
            }
        }
    }

    /// Writes what the file does not hold yet, as before the end. Waits for the
    /// disk.
    pub fn write_lists(&self) {
        let Some(cache) = &self.inner.cache else {
            return;
        };
        let file = &self.inner.lists_file;
        let _turn = file.writing.lock().unwrap_or_else(PoisonError::into_inner);
        {
            let mut behind = file.behind();
            behind.awaited = false;
            if std::mem::take(&mut behind.unkept) == Unkept::Nothing {
                return;
            }
            behind.written = Some(Instant::now());
        }
        let lists = self.read(|state| {
            let lists = state.meetings.iter();
            let lists = lists.filter_map(|(id, meetings)| {
                Some((id.clone(), Meetings::loaded(meetings)?.clone()))
            });
            lists.collect()
        });
        cache.write(lists);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written_before(time: Duration) -> Behind {
        Behind {
            written: Some(Instant::now()),
            ..Behind::default()
        }
        .after(time)
    }

    impl Behind {
        fn after(mut self, time: Duration) -> Self {
            self.written = self.written.and_then(|written| written.checked_sub(time));
            self
        }
    }

    #[test]
    fn fifty_lists_at_once_are_two_writes() {
        let mut behind = Behind::default();
        assert!(matches!(behind.turn(Unkept::Lists), Turn::Now));
        behind.written = Some(Instant::now());
        assert!(matches!(behind.turn(Unkept::Lists), Turn::After(_)));
        for _ in 0..48 {
            assert!(matches!(behind.turn(Unkept::Lists), Turn::Later));
        }
    }

    #[test]
    fn lists_that_only_grew_newer_are_seldom_written() {
        let mut behind = written_before(Duration::from_mins(1));
        assert!(matches!(behind.turn(Unkept::Age), Turn::Later));
        let mut behind = behind.after(SELDOM);
        assert!(matches!(behind.turn(Unkept::Age), Turn::Now));
        let mut first = Behind::default();
        assert!(matches!(first.turn(Unkept::Age), Turn::Later));
        assert!(matches!(first.turn(Unkept::Lists), Turn::Now));
    }
}
