//! [`Door`]: where viewers of this computer's person come in, and nobody else.

mod guest;
mod pace;
mod place;
#[cfg_attr(unix, path = "door/unix.rs")]
#[cfg_attr(windows, path = "door/windows.rs")]
pub(crate) mod system;

use std::io;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;

use crate::local::Local;
use crate::protocol::Build;
use guest::Guest;
use system::Listener;

pub(crate) use place::Lock;
pub use place::Place;

/// As many viewers at once; the next one is told so.
const MOST_GUESTS: usize = 32;

/// A system that cannot give one more connection may be able to soon.
const RECOVERY: Duration = Duration::from_millis(100);

/// How long guests have for their farewell.
const FAREWELL: Duration = Duration::from_secs(1);

/// The open door of a resident.
pub(crate) struct Door {
    listener: Listener,
    house: Arc<House>,
    guests: JoinSet<()>,
}

/// What all guests share.
pub(crate) struct House {
    pub(crate) local: Local,
    build: Build,
    free: Arc<Semaphore>,
    /// Set when it is time to go.
    closing: watch::Sender<bool>,
    /// Set when a successor got what it needs.
    succeeded: watch::Sender<bool>,
}

impl Door {
    /// Opens it. Whoever calls this holds the lock of the place.
    pub(crate) fn open(place: &Place, local: Local, build: Build) -> io::Result<Self> {
        Ok(Self {
            listener: Listener::bind(place)?,
            house: Arc::new(House {
                local,
                build,
                free: Arc::new(Semaphore::new(MOST_GUESTS)),
                closing: watch::Sender::new(false),
                succeeded: watch::Sender::new(false),
            }),
            guests: JoinSet::new(),
        })
    }

    /// When a newer resident has taken what it needs.
    pub(crate) fn succeeded(&self) -> watch::Receiver<bool> {
        self.house.succeeded.subscribe()
    }

    /// Lets people in, for as long as this is awaited.
    pub(crate) async fn serve(&mut self) {
        loop {
            tokio::select! {
                accepted = self.listener.accept() => match accepted {
                    Ok(Some(stream)) => self.receive(stream),
                    Ok(None) => tracing::warn!("a stranger was sent away"),
                    Err(error) => {
                        tracing::warn!(%error, "nobody could be let in");
                        tokio::time::sleep(RECOVERY).await;
                    }
                },
                Some(_) = self.guests.join_next() => self.went(),
            }
        }
    }

    fn receive(&mut self, stream: system::ServerStream) {
        let house = Arc::clone(&self.house);
        match Arc::clone(&self.house.free).try_acquire_owned() {
            Ok(seat) => self.guests.spawn(async move {
                Guest::receive(stream, &house).await;
                drop(seat);
            }),
            Err(_) => self.guests.spawn(guest::send_away(stream, house)),
        };
    }

    fn went(&self) {
        if self.guests.is_empty() {
            self.house.local.pictures().forget();
        }
    }

    /// Says farewell to everybody and closes.
    pub(crate) async fn close(mut self) {
        self.house.closing.send_replace(true);
        drop(self.listener);
        let all_gone = async { while self.guests.join_next().await.is_some() {} };
        // Who does not take the farewell hears of the end from the system.
        let _ = tokio::time::timeout(FAREWELL, all_gone).await;
    }
}
