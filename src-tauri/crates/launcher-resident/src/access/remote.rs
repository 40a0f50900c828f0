//! [`Remote`]: the way to a resident behind the door.

mod keeper;
mod line;
mod seen;

use std::fmt;

use launcher_core::error::ErrorView;
use launcher_core::intent::{Intent, Outcome};
use launcher_core::secret::Password;
use launcher_core::texts::Texts;
use launcher_core::view::{NoticeView, View};
use tokio::sync::{broadcast, mpsc, oneshot, watch};

use super::{Connection, Later, Views, Way};
use crate::trouble;

pub(super) use keeper::keep;
use seen::Seen;

/// The way to a resident behind the door.
pub(super) struct Remote {
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

impl Way for Remote {
    fn ask(&self, intent: Intent) -> Later<'_, Outcome> {
        Box::pin(self.question(What::Ask(intent)))
    }

    fn hold_password(&self, password: Password) -> Later<'_, Result<(), ErrorView>> {
        let holding = self.question(What::HoldPassword(password));
        Box::pin(async { holding.await.map(|_| ()) })
    }

    /// The resident sees for itself.
    fn window_gone(&self) {}

    fn view(&self) -> View {
        self.seen.view().as_ref().clone()
    }

    fn views(&self) -> Views {
        self.seen.views()
    }

    fn notices(&self) -> broadcast::Receiver<NoticeView> {
        self.seen.notices()
    }

    fn connection(&self) -> watch::Receiver<Connection> {
        self.seen.connection()
    }

    fn present(&self) -> watch::Receiver<u64> {
        self.seen.present()
    }
}

impl fmt::Debug for Remote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Remote(…)")
    }
}
