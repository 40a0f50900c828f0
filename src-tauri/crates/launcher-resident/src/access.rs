//! [`Access`]: the only way to the state, whoever holds it.

mod here;
mod remote;
mod start;

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use launcher_core::error::ErrorView;
use launcher_core::intent::{Intent, Outcome};
use launcher_core::secret::Password;
use launcher_core::texts::Texts;
use launcher_core::view::{Agenda, NoticeView, View};
use tokio::sync::{broadcast, watch};

use crate::door::Place;
use crate::knock::{Entered, Knocked, knock};
use crate::local::Local;
use crate::protocol::{Build, Viewer};
use crate::trouble;
use here::Here;
pub use start::Start;

/// The command line does not wait longer than this for a resident.
const QUICKLY: Duration = Duration::from_millis(100);

/// The way to the state. Clones are the same way.
///
/// What makes one decides what it leads to, so that only a program that holds a
/// resident carries one: the window of Linux does not.
#[derive(Clone, Debug)]
pub struct Access(Arc<dyn Way>);

/// What comes of asking, some time later.
type Later<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A way to the state: to a resident in this process, or behind the door.
trait Way: fmt::Debug + Send + Sync {
    fn ask(&self, intent: Intent) -> Later<'_, Outcome>;
    fn hold_password(&self, password: Password) -> Later<'_, Result<(), ErrorView>>;
    /// Where a window is always on the screen, its being there says so.
    fn window_shown(&self) {}
    fn window_gone(&self);
    fn view(&self) -> View;
    fn views(&self) -> Views;
    fn notices(&self) -> broadcast::Receiver<NoticeView>;
    fn connection(&self) -> watch::Receiver<Connection>;
    fn present(&self) -> watch::Receiver<u64>;

    /// Whether the resident is in this process.
    fn is_here(&self) -> bool {
        false
    }
}

/// What came of looking for the resident.
#[derive(Debug)]
pub enum Opened {
    Access(Access),
    /// There is a window already, and it was asked to come to the front: this
    /// one has nothing to do.
    AlreadyOpen,
}

/// How the way to the resident is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Connection {
    Connected,
    /// The resident is gone; a new one is looked for.
    Lost,
    /// A new one is being started.
    Restarting,
    /// It ended because somebody wanted it to: so should its viewers.
    Ended,
}

/// What there is to see, now and whenever it changes.
#[derive(Clone, Debug)]
pub struct Views {
    pub view: watch::Receiver<Arc<View>>,
    pub agenda: watch::Receiver<Arc<Agenda>>,
}

impl Access {
    /// The way to a resident in this process, for its window. There is none if
    /// another window has its seat.
    pub fn local(local: Local) -> Option<Self> {
        Here::sit_down(local).map(|here| Self(Arc::new(here)))
    }

    /// The way to the resident that runs, or to one that is started now.
    pub async fn connect_or_start(start: Start) -> Result<Opened, ErrorView> {
        match start.enter(Viewer::Window).await? {
            Some(entered) => Ok(Opened::Access(Self::remote(*entered, Some(start)))),
            None => Ok(Opened::AlreadyOpen),
        }
    }

    /// The way to the resident that runs, or to one that is started now, for a
    /// viewer that is no window. Shows the view, but no agenda.
    pub async fn visit(start: Start) -> Result<Self, ErrorView> {
        Self::visit_as(Viewer::CommandLine, start).await
    }

    /// The same for a reminder that floats above other windows.
    pub async fn remind(start: Start) -> Result<Self, ErrorView> {
        Self::visit_as(Viewer::Reminder, start).await
    }

    async fn visit_as(viewer: Viewer, start: Start) -> Result<Self, ErrorView> {
        match start.enter(viewer).await? {
            Some(entered) => Ok(Self::remote(*entered, None)),
            // Only a window is told that there is one already.
            None => Err(trouble::gone().view(&Texts::english())),
        }
    }

    /// The way to the resident if one runs, without delay. Shows the view, but
    /// no agenda.
    pub async fn connect(place: &Place, build: &Build) -> Option<Self> {
        let connecting = Self::connect_patiently(place, build);
        tokio::time::timeout(QUICKLY, connecting)
            .await
            .ok()
            .flatten()
    }

    /// As [`connect`](Self::connect), for who has to know whether one runs: it may
    /// be busy, as the whole computer is when people come to work.
    pub async fn connect_patiently(place: &Place, build: &Build) -> Option<Self> {
        match knock(place, build, Viewer::CommandLine).await {
            Ok(Knocked::Entered(entered)) => Some(Self::remote(*entered, None)),
            Ok(_) | Err(_) => None,
        }
    }

    /// The way through the door that was just opened; by the start another resident
    /// is found when this one is gone.
    fn remote(entered: Entered, start: Option<Start>) -> Self {
        Self(Arc::new(remote::keep(entered, start)))
    }

    /// Asks for something and waits for what comes of it. Never waits for a
    /// resident that is gone.
    pub async fn ask(&self, intent: Intent) -> Outcome {
        self.0.ask(intent).await
    }

    /// The window is on the screen.
    pub fn window_shown(&self) {
        self.0.window_shown();
    }

    /// The window was closed, and its process goes on: the resident may have
    /// something to say about that.
    pub fn window_gone(&self) {
        self.0.window_gone();
    }

    /// Holds a password for the check or save that is asked for next.
    pub async fn hold_password(&self, password: Password) -> Result<(), ErrorView> {
        self.0.hold_password(password).await
    }

    /// What there is to see now, for who does not look on. Needs no runtime.
    pub fn view(&self) -> View {
        self.0.view()
    }

    /// Needs a runtime.
    pub fn views(&self) -> Views {
        self.0.views()
    }

    /// Short messages to the person.
    pub fn notices(&self) -> broadcast::Receiver<NoticeView> {
        self.0.notices()
    }

    pub fn connection(&self) -> watch::Receiver<Connection> {
        self.0.connection()
    }

    /// Whether the resident is in this process, which then ends when that has ended:
    /// it may have a join to finish, and passwords to hand over.
    pub fn is_here(&self) -> bool {
        self.0.is_here()
    }

    /// Changes whenever the window should come to the front.
    pub fn present(&self) -> watch::Receiver<u64> {
        self.0.present()
    }
}
