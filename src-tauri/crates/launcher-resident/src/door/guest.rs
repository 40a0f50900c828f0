//! [`Guest`]: one viewer, from its `Hello` to its end. Whatever it does wrong
//! ends its own visit and nothing else.

use std::cmp::Ordering;
use std::fmt;
use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant};

use launcher_core::error::LauncherError;
use launcher_core::intent::{Answer, Outcome};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, broadcast, mpsc, watch};

use super::House;
use crate::local::{Exit, Seat};
use crate::pictures::Seen;
use crate::protocol::{
    Frame, FromResident, FromViewer, Hello, LONGEST_FROM_VIEWER, Reader, Sealed, Unreadable,
    Viewer, send,
};
use crate::shown::Window;
use crate::trouble;

/// Who comes in says who it is at once.
const HELLO_WITHIN: Duration = Duration::from_secs(5);

/// As many questions of one viewer are worked on at once; the next one waits
/// outside.
const MOST_QUESTIONS: usize = 32;

/// A viewer that may stay.
pub(super) struct Guest<'a> {
    house: &'a House,
    viewer: Viewer,
    seat: Option<Seat>,
    /// It has a window on the screen from its first word to its last.
    _window: Option<Window>,
}

/// Why a visit ended.
enum End {
    Left,
    Silent,
    Unreadable(Unreadable),
    Flood,
    /// It could not be written to, or took nothing.
    Deaf(io::Error),
    /// It was told something that ends the visit.
    Told(&'static str),
}

/// An answer, and the place in the queue that it frees when it is out.
type Answered = (Frame, OwnedSemaphorePermit);

/// Tells somebody for whom there is no room.
pub(super) async fn send_away(stream: impl AsyncWrite + Unpin, house: Arc<House>) {
    let mut stream = stream;
    let refused = FromResident::Refused(trouble::too_many().view(&house.local.texts()));
    tracing::warn!("too many viewers: one was sent away");
    for message in [house.hello(), refused] {
        // It hears the reason or it does not.
        if say(&mut stream, &message).await.is_err() {
            break;
        }
    }
}

impl<'a> Guest<'a> {
    /// Receives one viewer; comes back when it is gone.
    pub(super) async fn receive(stream: impl AsyncRead + AsyncWrite, house: &'a House) {
        let (reader, mut writer) = tokio::io::split(stream);
        let mut reader = Reader::new(reader, LONGEST_FROM_VIEWER);
        let mut who = None;
        let end = match Self::greet(&mut reader, &mut writer, house, &mut who).await {
            Ok(guest) => {
                let is_window = guest.seat.is_some();
                let end = guest.stay(reader, writer).await;
                if is_window {
                    house.local.focus(false);
                }
                end
            }
            Err(end) => end,
        };
        tracing::info!(viewer = ?who, %end, "a viewer went");
        house.local.stirred().notify_one();
        if who == Some(Viewer::Window) && !matches!(end, End::Told(_)) {
            house.local.window_gone();
        }
    }

    async fn greet(
        reader: &mut Reader<impl AsyncRead + Unpin>,
        writer: &mut (impl AsyncWrite + Unpin),
        house: &'a House,
        who: &mut Option<Viewer>,
    ) -> Result<Self, End> {
        say(writer, &house.hello()).await?;
        let hello = tokio::time::timeout(HELLO_WITHIN, reader.next())
            .await
            .map_err(|_| End::Silent)?
            .map_err(End::Unreadable)?
            .ok_or(End::Left)?;
        let FromViewer::Hello(Hello { build, viewer }) = hello else {
            return Err(End::Unreadable(Unreadable::Garbage));
        };
        let viewer = viewer.unwrap_or(Viewer::Unknown);
        *who = Some(viewer);
        tracing::info!(?viewer, build = %build.version, "a viewer came");
        match build.cmp(&house.build) {
            Ordering::Greater => return Err(house.hand_over(writer, viewer).await?),
            Ordering::Less => return Err(house.refuse(writer, &trouble::newer_running()).await?),
            Ordering::Equal => {}
        }
        if house.local.exit().borrow().is_some() {
            say(writer, &FromResident::Leaving).await?;
            return Err(End::Told("farewell"));
        }
        let seat = match viewer {
            Viewer::Window => {
                let Some(seat) = house.local.seat_window() else {
                    say(writer, &FromResident::AlreadyOpen).await?;
                    return Err(End::Told("already open"));
                };
                Some(seat)
            }
            Viewer::Successor => {
                return Err(house.refuse(writer, &trouble::running()).await?);
            }
            Viewer::Reminder | Viewer::CommandLine | Viewer::Unknown => None,
        };
        say(writer, &FromResident::Welcome).await?;
        let window = seat.as_ref().map(|_| house.local.shown().window());
        Ok(Self {
            house,
            viewer,
            seat,
            _window: window,
        })
    }

    async fn stay(
        self,
        reader: Reader<impl AsyncRead + Unpin>,
        writer: impl AsyncWrite + Unpin,
    ) -> End {
        let (answers, outbox) = mpsc::channel(MOST_QUESTIONS);
        let house = self.house;
        // Two things at once, so that a viewer is heard while it is written to.
        tokio::select! {
            end = listen(reader, answers, house) => end,
            end = self.speak(writer, outbox) => end.unwrap_or_else(End::Deaf),
        }
    }

    /// Shows the state whenever it changes, and brings answers.
    async fn speak(
        mut self,
        mut writer: impl AsyncWrite + Unpin,
        mut outbox: mpsc::Receiver<Answered>,
    ) -> io::Result<End> {
        let local = &self.house.local;
        let mut states = local.launcher().subscribe();
        let mut notices = local.launcher().notices();
        let mut closing = self.house.closing.subscribe();
        let mut seen = Seen::default();
        self.show(&mut writer, &mut seen).await?;
        if self.viewer == Viewer::Window {
            for said in local.take_said() {
                self.notice(&mut writer, &said).await?;
            }
        }
        loop {
            tokio::select! {
                Some((answer, _queued)) = outbox.recv() => {
                    // What the answer speaks of is seen before it.
                    self.show(&mut writer, &mut seen).await?;
                    send(&mut writer, &answer).await?;
                }
                Ok(()) = states.changed() => {
                    states.mark_unchanged();
                    self.show(&mut writer, &mut seen).await?;
                }
                notice = notices.recv() => match notice {
                    Ok(notice) => self.notice(&mut writer, &notice).await?,
                    // Older ones are lost: it is too slow for them.
                    Err(broadcast::error::RecvError::Lagged(_)) => {}
                    Err(broadcast::error::RecvError::Closed) => return Ok(End::Left),
                },
                () = called(&mut self.seat) => say(&mut writer, &FromResident::Present).await?,
                () = set(&mut closing) => {
                    self.show(&mut writer, &mut seen).await?;
                    while let Ok((answer, _queued)) = outbox.try_recv() {
                        send(&mut writer, &answer).await?;
                    }
                    say(&mut writer, &self.house.farewell()).await?;
                    return Ok(End::Told("farewell"));
                }
            }
        }
    }

    async fn show(
        &self,
        writer: &mut (impl AsyncWrite + Unpin),
        seen: &mut Seen,
    ) -> io::Result<()> {
        let with_agenda = self.viewer == Viewer::Window;
        for frame in self.house.local.pictures().since(seen, with_agenda)? {
            send(writer, &frame).await?;
        }
        Ok(())
    }

    async fn notice(
        &self,
        writer: &mut (impl AsyncWrite + Unpin),
        notice: &LauncherError,
    ) -> io::Result<()> {
        say(
            writer,
            &FromResident::Notice(self.house.local.notice(notice)),
        )
        .await
    }
}

impl House {
    fn hello(&self) -> FromResident {
        FromResident::Hello(Hello {
            build: self.build.clone(),
            viewer: None,
        })
    }

    /// What viewers hear last: whether to go on with the next resident.
    fn farewell(&self) -> FromResident {
        match *self.local.exit().borrow() {
            Some(Exit::HandOver) => FromResident::HandingOver,
            Some(Exit::Quit | Exit::Signal) | None => FromResident::Leaving,
        }
    }

    async fn refuse(
        &self,
        writer: &mut (impl AsyncWrite + Unpin),
        why: &LauncherError,
    ) -> Result<End, End> {
        let why = why.view(&self.local.texts());
        say(writer, &FromResident::Refused(why)).await?;
        Ok(End::Told("refused"))
    }

    /// A newer build is there: the resident ends. A successor gets the passwords
    /// that are nowhere else.
    async fn hand_over(
        &self,
        writer: &mut (impl AsyncWrite + Unpin),
        viewer: Viewer,
    ) -> Result<End, End> {
        self.local.end(Exit::HandOver);
        say(writer, &FromResident::HandingOver).await?;
        if viewer == Viewer::Successor {
            for (profile, password) in self.local.launcher().passwords_until_quit().await {
                let password = Sealed(password);
                say(writer, &FromResident::KeepPassword { profile, password }).await?;
            }
            self.succeeded.send_replace(true);
        }
        Ok(End::Told("handing over"))
    }
}

/// Hears what the viewer asks for; each question is worked on by itself.
async fn listen(
    mut reader: Reader<impl AsyncRead + Unpin>,
    answers: mpsc::Sender<Answered>,
    house: &House,
) -> End {
    let queue = Arc::new(Semaphore::new(MOST_QUESTIONS));
    let mut pace = super::pace::Pace::new(Instant::now());
    loop {
        let Ok(turn) = Arc::clone(&queue).acquire_owned().await else {
            return End::Left;
        };
        let message = match reader.next().await {
            Ok(Some(message)) => message,
            Ok(None) => return End::Left,
            Err(unreadable) => return End::Unreadable(unreadable),
        };
        if !pace.allows(Instant::now()) {
            return End::Flood;
        }
        match message {
            FromViewer::Hello(_) => return End::Unreadable(Unreadable::Garbage),
            FromViewer::HoldPassword { number, password } => {
                house.local.launcher().hold_password(password.0);
                answer(number, Ok(Answer::Done), turn, &answers).await;
            }
            FromViewer::Ask { number, intent } => {
                let (local, answers) = (house.local.clone(), answers.clone());
                // Goes on when the viewer goes: closing the window stops no join.
                tokio::spawn(async move {
                    let outcome = local.ask(intent).await;
                    answer(number, outcome, turn, &answers).await;
                });
            }
        }
    }
}

async fn answer(
    number: u64,
    outcome: Outcome,
    turn: OwnedSemaphorePermit,
    answers: &mpsc::Sender<Answered>,
) {
    let outcome = Box::new(outcome);
    if let Ok(frame) = Frame::of(&FromResident::Answer { number, outcome }) {
        // Nobody is left to be answered if this fails.
        let _ = answers.send((frame, turn)).await;
    }
}

/// When a flag is set.
async fn set(flag: &mut watch::Receiver<bool>) {
    // A house that is gone is closed.
    drop(flag.wait_for(|set| *set).await);
}

/// When the window is asked to the front; never for who has no seat.
async fn called(seat: &mut Option<Seat>) {
    match seat {
        // The other end lives as long as the house.
        Some(seat) => drop(seat.changed().await),
        None => std::future::pending().await,
    }
}

async fn say(writer: &mut (impl AsyncWrite + Unpin), message: &FromResident) -> io::Result<()> {
    send(writer, &Frame::of(message)?).await
}

impl From<io::Error> for End {
    fn from(error: io::Error) -> Self {
        Self::Deaf(error)
    }
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Left => f.write_str("left"),
            Self::Silent => f.write_str("said nothing"),
            Self::Unreadable(unreadable) => unreadable.fmt(f),
            Self::Flood => f.write_str("asked too fast"),
            Self::Deaf(error) => write!(f, "took nothing: {error}"),
            Self::Told(what) => f.write_str(what),
        }
    }
}
