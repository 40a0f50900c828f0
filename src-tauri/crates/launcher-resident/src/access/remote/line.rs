//! One connection to the resident: questions out, answers and views in.

use std::collections::BTreeMap;
use std::io;
use std::sync::{Mutex, MutexGuard, PoisonError};

use launcher_core::intent::Outcome;
use tokio::io::{ReadHalf, WriteHalf};
use tokio::sync::{mpsc, oneshot};

use super::seen::Base;
use super::{Question, Seen, What};
use crate::door::system::ClientStream;
use crate::knock::Entered;
use crate::protocol::{Frame, FromResident, FromViewer, Reader, Sealed, send};

/// Why a line ended.
pub(super) enum End {
    /// Nobody is left who could ask.
    NobodyAsks,
    /// The resident ended because somebody wanted it to.
    Left,
    /// It is gone, or makes no sense.
    Lost,
}

/// Who waits for which answer. Dropped with the line: whoever still waits then
/// hears that the resident is gone.
#[derive(Default)]
struct Waiting(Mutex<BTreeMap<u64, oneshot::Sender<Outcome>>>);

pub(super) async fn serve(
    line: Entered,
    questions: &mut mpsc::Receiver<Question>,
    seen: &Seen,
    base: Base,
) -> End {
    let waiting = Waiting::default();
    // Two things at once, so that a resident that writes is never waited for by
    // one who does not read.
    tokio::select! {
        end = listen(line.reader, seen, base, &waiting) => end,
        end = speak(line.writer, questions, &waiting) => end,
    }
}

async fn listen(
    mut reader: Reader<ReadHalf<ClientStream>>,
    seen: &Seen,
    base: Base,
    waiting: &Waiting,
) -> End {
    loop {
        let Ok(Some(message)) = reader.next().await else {
            return End::Lost;
        };
        match message {
            FromResident::View(view) => seen.show(*view, base),
            FromResident::Agenda(agenda) => seen.list(*agenda, base),
            FromResident::Notice(notice) => seen.notice(notice),
            FromResident::Present => seen.come_to_front(),
            FromResident::Answer { number, outcome } => {
                let outcome = outcome.map(|answer| base.of_answer(answer));
                if let Some(answer) = waiting.take(number) {
                    // Who asked may have gone away.
                    let _ = answer.send(outcome);
                }
            }
            FromResident::Leaving => return End::Left,
            // It leaves as well when it hands over, and its viewers go on with
            // the next one. The others do not belong here.
            FromResident::HandingOver
            | FromResident::Hello(_)
            | FromResident::Welcome
            | FromResident::Refused(_)
            | FromResident::AlreadyOpen
            | FromResident::KeepPassword { .. } => return End::Lost,
        }
    }
}

async fn speak(
    mut writer: WriteHalf<ClientStream>,
    questions: &mut mpsc::Receiver<Question>,
    waiting: &Waiting,
) -> End {
    let mut number = 0;
    while let Some(question) = questions.recv().await {
        number += 1;
        waiting.put(number, question.answer);
        if say(&mut writer, number, question.what).await.is_err() {
            return End::Lost;
        }
    }
    End::NobodyAsks
}

async fn say(writer: &mut WriteHalf<ClientStream>, number: u64, what: What) -> io::Result<()> {
    let message = match what {
        What::Ask(intent) => FromViewer::Ask { number, intent },
        What::HoldPassword(password) => FromViewer::HoldPassword {
            number,
            password: Sealed(password),
        },
    };
    send(writer, &Frame::of(&message)?).await
}

impl Waiting {
    fn put(&self, number: u64, answer: oneshot::Sender<Outcome>) {
        self.lock().insert(number, answer);
    }

    fn take(&self, number: u64) -> Option<oneshot::Sender<Outcome>> {
        self.lock().remove(&number)
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<u64, oneshot::Sender<Outcome>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
