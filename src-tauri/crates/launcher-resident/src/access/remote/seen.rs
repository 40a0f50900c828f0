//! [`Seen`]: what the resident said last.

use std::sync::{Arc, Mutex, PoisonError};

use launcher_core::intent::Answer;
use launcher_core::view::{Agenda, Everything, NoticeView, View};
use tokio::sync::{broadcast, watch};

use crate::access::{Connection, Views};

/// Messages that wait for a viewer that is busy.
const WAITING: usize = 32;

/// What the resident said last: the keeper of the line writes, viewers read.
#[derive(Clone)]
pub(super) struct Seen {
    channels: Arc<Channels>,
}

struct Channels {
    view: watch::Sender<Arc<View>>,
    agenda: watch::Sender<Arc<Agenda>>,
    notices: broadcast::Sender<NoticeView>,
    /// Hears what is said before anybody listens: then it is theirs.
    early: Mutex<Option<broadcast::Receiver<NoticeView>>>,
    connection: watch::Sender<Connection>,
    present: watch::Sender<u64>,
}

/// What is added to the revisions of a resident, so that they go on from those
/// of the one before: viewers pass over what seems older.
#[derive(Clone, Copy, Default)]
pub(super) struct Base {
    view: u64,
    agenda: u64,
}

impl Seen {
    pub(super) fn new(view: View, agenda: Agenda) -> Self {
        let (notices, early) = broadcast::channel(WAITING);
        let channels = Channels {
            view: watch::Sender::new(Arc::new(view)),
            agenda: watch::Sender::new(Arc::new(agenda)),
            notices,
            early: Mutex::new(Some(early)),
            connection: watch::Sender::new(Connection::Connected),
            present: watch::Sender::new(0),
        };
        Self {
            channels: Arc::new(channels),
        }
    }

    /// Where the revisions of another resident go on.
    pub(super) fn next_base(&self) -> Base {
        Base {
            view: self.channels.view.borrow().revision + 1,
            agenda: self.channels.agenda.borrow().revision + 1,
        }
    }

    pub(super) fn show(&self, mut view: View, base: Base) {
        view.revision += base.view;
        self.channels.view.send_replace(Arc::new(view));
    }

    pub(super) fn list(&self, mut agenda: Agenda, base: Base) {
        agenda.revision += base.agenda;
        self.channels.agenda.send_replace(Arc::new(agenda));
    }

    pub(super) fn notice(&self, notice: NoticeView) {
        // Nobody may be listening.
        let _ = self.channels.notices.send(notice);
    }

    pub(super) fn come_to_front(&self) {
        self.channels.present.send_modify(|times| *times += 1);
    }

    pub(super) fn is(&self, connection: Connection) {
        self.channels.connection.send_replace(connection);
    }

    pub(super) fn view(&self) -> Arc<View> {
        Arc::clone(&self.channels.view.borrow())
    }

    pub(super) fn views(&self) -> Views {
        Views {
            view: self.channels.view.subscribe(),
            agenda: self.channels.agenda.subscribe(),
        }
    }

    pub(super) fn notices(&self) -> broadcast::Receiver<NoticeView> {
        let early = self.channels.early.lock();
        let early = early.unwrap_or_else(PoisonError::into_inner).take();
        early.unwrap_or_else(|| self.channels.notices.subscribe())
    }

    pub(super) fn connection(&self) -> watch::Receiver<Connection> {
        self.channels.connection.subscribe()
    }

    pub(super) fn present(&self) -> watch::Receiver<u64> {
        self.channels.present.subscribe()
    }
}

impl Base {
    /// An answer with revisions that go on.
    pub(super) fn of_answer(self, mut answer: Answer) -> Answer {
        if let Answer::Everything(everything) = &mut answer {
            let Everything { view, agenda } = everything.as_mut();
            view.revision += self.view;
            agenda.revision += self.agenda;
        }
        answer
    }
}
