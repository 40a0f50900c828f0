//! [`Notes`]: what the person is told outside of the window. The desktop shows
//! them as notifications; `notify` does that.

use launcher_core::action::Action;
use launcher_core::error::ErrorView;
use tokio::sync::mpsc;

/// What a note is about: a newer one about the same takes its place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum About {
    /// The join that is going on, or the last one.
    Join,
    /// A meeting, by the key of its row.
    Meeting(String),
    /// Many meetings that begin at once.
    Meetings,
    /// How the launcher goes on when its window is closed.
    Closing,
    /// Something that went wrong.
    Trouble,
}

/// How loudly a note is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    /// Goes by itself, and is kept in no list.
    Passing,
    Normal,
    /// Stays until it is answered.
    Urgent,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Note {
    pub(crate) about: About,
    pub(crate) weight: Weight,
    pub(crate) title: String,
    /// Plain text; may be empty.
    pub(crate) body: String,
    /// A click on the note itself.
    pub(crate) click: Option<Action>,
    /// The person closed it without an answer.
    pub(crate) dismissed: Option<Action>,
    pub(crate) buttons: Vec<Button>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Button {
    pub(crate) label: String,
    pub(crate) action: Action,
}

impl Note {
    /// Something went wrong: what, and what to do next.
    pub(crate) fn of_error(about: About, error: ErrorView) -> Self {
        Self {
            about,
            weight: Weight::Normal,
            title: error.message,
            body: error.hint,
            click: Some(Action::Show(None)),
            dismissed: None,
            buttons: Vec::new(),
        }
    }
}

/// What is to happen on the desktop.
#[derive(Debug)]
#[cfg_attr(
    not(target_os = "linux"),
    expect(dead_code, reason = "other desktops take nothing back")
)]
pub(crate) enum Order {
    Show(Box<Note>),
    /// Only if a note about the same is still on screen.
    Update(Box<Note>),
    TakeBack(About),
}

/// The way to the desktop's notifications; clones are the same.
#[derive(Clone, Debug)]
pub(crate) struct Notes {
    orders: mpsc::UnboundedSender<Order>,
}

impl Notes {
    pub(crate) fn new() -> (Self, mpsc::UnboundedReceiver<Order>) {
        let (orders, receiver) = mpsc::unbounded_channel();
        (Self { orders }, receiver)
    }

    /// Shows a note. Where the desktop shows none, the log says so.
    pub(crate) fn show(&self, note: Note) {
        // Nobody listens any more only at the end.
        let _ = self.orders.send(Order::Show(Box::new(note)));
    }

    /// Changes a note, unless the person has put it away.
    pub(crate) fn update(&self, note: Note) {
        let _ = self.orders.send(Order::Update(Box::new(note)));
    }

    pub(crate) fn take_back(&self, about: About) {
        let _ = self.orders.send(Order::TakeBack(about));
    }
}
