//! [`Remote`]: the way to a resident behind the door.

mod keeper;
mod line;
mod seen;

use std::fmt;

use launcher_core::error::ErrorView;
use launcher_core::intent::{Intent, Outcome};
use launcher_core::secret::Password;
use launcher_core::texts::Texts;
use tokio::sync::{mpsc, oneshot};

use crate::trouble;

pub(super) use keeper::keep;
pub(super) use seen::Seen;

/// The way to a resident behind the door.
#[derive(Clone)]
pub struct Remote {
    questions: mpsc::Sender<Question>,
    seen: Seen,
}

/// Something to be said to the resident, and where its answer goes. One that is
/// dropped has its answer: the resident is gone.
struct Question {
    what: What,
    answer: oneshot::Sender<Outcome>,
}

enum What {
    Ask(Intent),
    HoldPassword(Password),
}

impl Remote {
    pub(super) async fn ask(&self, intent: Intent) -> Outcome {
        self.question(What::Ask(intent)).await
    }

    pub(super) async fn hold_password(&self, password: Password) -> Result<(), ErrorView> {
        self.question(What::HoldPassword(password))
            .await
            .map(|_| ())
    }

    pub(super) fn seen(&self) -> &Seen {
        &self.seen
    }

    async fn question(&self, what: What) -> Outcome {
        let (sender, answer) = oneshot::channel();
        let question = Question {
            what,
            answer: sender,
        };
        // If it cannot be sent, it is dropped with its answer.
        let _ = self.questions.send(question).await;
        answer.await.unwrap_or_else(|_| {
            // In the language the resident spoke.
            let texts = Texts::new(&self.seen.view().language);
            Err(trouble::gone().view(&texts))
        })
    }
}

impl fmt::Debug for Remote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Remote(…)")
    }
}
