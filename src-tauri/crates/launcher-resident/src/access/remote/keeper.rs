//! [`Keeper`]: keeps the line to the resident, and finds another one when it is
//! gone.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use launcher_core::error::ErrorView;
use launcher_core::view::{Level, NoticeView};
use tokio::sync::mpsc;

use super::line::{self, End};
use super::seen::Base;
use super::{Question, Remote, Seen};
use crate::access::{Connection, Start};
use crate::knock::Entered;
use crate::protocol::Viewer;

/// Questions that wait to be sent.
const WAITING: usize = 16;

/// A resident that ends again and again is not started more often than this…
const MOST_STARTS: usize = 3;

/// … in this time.
const STARTS_WITHIN: Duration = Duration::from_mins(1);

/// Takes care of a line for as long as somebody holds the [`Remote`]. Without a
/// `start` the first loss is the last.
pub(in crate::access) fn keep(entered: Entered, start: Option<Start>) -> Remote {
    let (sender, questions) = mpsc::channel(WAITING);
    let seen = Seen::new(entered.view.clone(), entered.agenda.clone());
    let keeper = Keeper {
        questions,
        seen: seen.clone(),
        start,
        starts: VecDeque::new(),
    };
    tokio::spawn(keeper.run(entered));
    Remote {
        questions: sender,
        seen,
    }
}

struct Keeper {
    questions: mpsc::Receiver<Question>,
    seen: Seen,
    start: Option<Start>,
    /// When residents were started lately.
    starts: VecDeque<Instant>,
}

impl Keeper {
    async fn run(mut self, entered: Entered) {
        let mut entered = entered;
        let mut base = Base::default();
        loop {
            match line::serve(entered, &mut self.questions, &self.seen, base).await {
                End::NobodyAsks => return,
                End::Left => return self.seen.is(Connection::Ended),
                End::Lost => self.seen.is(Connection::Lost),
            }
            let Some(again) = self.again().await else {
                return;
            };
            entered = *again;
            base = self.seen.next_base();
            self.seen.list(entered.agenda.clone(), base);
            self.seen.show(entered.view.clone(), base);
            self.seen.is(Connection::Connected);
        }
    }

    /// A line to another resident. Nothing if there is none to be had.
    async fn again(&mut self) -> Option<Box<Entered>> {
        let start = self.start.as_ref()?;
        tokio::select! {
            entered = look(start, &mut self.starts, &self.seen) => entered,
            () = turn_down(&mut self.questions) => None,
        }
    }
}

async fn look(start: &Start, starts: &mut VecDeque<Instant>, seen: &Seen) -> Option<Box<Entered>> {
    loop {
        tokio::time::sleep(pause(starts)).await;
        starts.push_back(Instant::now());
        seen.is(Connection::Restarting);
        match start.enter(Viewer::Window).await {
            Ok(Some(entered)) => return Some(entered),
            Ok(None) => {
                // Another window took the place of this one.
                seen.is(Connection::Ended);
                return None;
            }
            Err(why) => {
                seen.notice(complaint(why));
                seen.is(Connection::Lost);
            }
        }
    }
}

/// How long to wait before the next start: at first not at all.
fn pause(starts: &mut VecDeque<Instant>) -> Duration {
    let is_old = |start: &Instant| start.elapsed() >= STARTS_WITHIN;
    while starts.front().is_some_and(is_old) {
        starts.pop_front();
    }
    match (starts.len(), starts.front()) {
        (0, _) | (_, None) => Duration::ZERO,
        (MOST_STARTS.., Some(first)) => STARTS_WITHIN.saturating_sub(first.elapsed()),
        (1, _) => Duration::from_secs(1),
        (_, _) => Duration::from_secs(4),
    }
}

/// Whoever asks meanwhile is answered at once: that the resident is gone. Comes
/// back when nobody can ask any more.
async fn turn_down(questions: &mut mpsc::Receiver<Question>) {
    while questions.recv().await.is_some() {}
}

fn complaint(why: ErrorView) -> NoticeView {
    NoticeView {
        level: Level::Error,
        text: why.message,
    }
}
