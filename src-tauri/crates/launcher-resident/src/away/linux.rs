//! Linux: logind tells of sleep and of locked sessions, the desktop of its screen
//! saver. Who does not answer, or goes away, says that somebody is there.
//!
//! logind's `Lock` and `Unlock` are only wishes. Some lockers follow the first and
//! never send the second: believing them would be an absence without end.

use std::convert::Infallible;
use std::sync::{Mutex, PoisonError};

use futures_util::StreamExt as _;
use zbus::Proxy;
use zbus::connection::Builder;
use zbus::zvariant::OwnedObjectPath;

use crate::presence::patient;

const LOGIND: &str = "org.freedesktop.login1";
const SAVER: &str = "org.freedesktop.ScreenSaver";

/// Each is a reason to be away.
#[derive(Clone, Copy, Debug, Default)]
struct Reasons {
    sleeping: bool,
    locked: bool,
    covered: bool,
}

impl Reasons {
    fn any(self) -> bool {
        self.sleeping || self.locked || self.covered
    }
}

/// Tells whether nobody is there, now and after each word of the system.
pub(super) async fn follow(told: impl Fn(bool)) -> Infallible {
    follow_on(Builder::system(), Builder::session(), told).await
}

async fn follow_on(
    system: zbus::Result<Builder<'_>>,
    session: zbus::Result<Builder<'_>>,
    told: impl Fn(bool),
) -> Infallible {
    let reasons = Mutex::new(Reasons::default());
    let change = |change: fn(&mut Reasons, bool), value: bool| {
        let mut known = reasons.lock().unwrap_or_else(PoisonError::into_inner);
        change(&mut known, value);
        told(known.any());
    };
    let asleep = |value| change(|known, value| known.sleeping = value, value);
    let locked = |value| change(|known, value| known.locked = value, value);
    let covered = |value| change(|known, value| known.covered = value, value);
    let logind = async {
        if let Err(error) = follow_logind(system, asleep, locked).await {
            tracing::info!(%error, "sleep and locks cannot be heard of");
        }
        asleep(false);
        locked(false);
    };
    let saver = async {
        if let Err(error) = follow_saver(session, covered).await {
            tracing::info!(%error, "the screen saver cannot be heard of");
        }
        covered(false);
    };
    tokio::join!(logind, saver);
    std::future::pending().await
}

/// Follows logind until the bus ends.
async fn follow_logind(
    bus: zbus::Result<Builder<'_>>,
    asleep: impl Fn(bool),
    locked: impl Fn(bool),
) -> zbus::Result<()> {
    let bus = patient(bus?).await?;
    let logind = Proxy::new(
        &bus,
        LOGIND,
        "/org/freedesktop/login1",
        "org.freedesktop.login1.Manager",
    )
    .await?;
    let sleep = async {
        let mut signals = logind.receive_signal("PrepareForSleep").await?;
        while let Some(signal) = signals.next().await {
            asleep(signal.body().deserialize()?);
        }
        Ok(())
    };
    // A session that is not known can still fall asleep.
    let lock = async {
        if let Err(error) = follow_session(&logind, locked).await {
            tracing::info!(%error, "locks cannot be heard of");
        }
        Ok(())
    };
    tokio::try_join!(sleep, lock).map(|((), ())| ())
}

async fn follow_session(logind: &Proxy<'_>, locked: impl Fn(bool)) -> zbus::Result<()> {
    let path: OwnedObjectPath = logind.call("GetSession", &("auto")).await?;
    let bus = logind.connection();
    let session = Proxy::new(bus, LOGIND, path, "org.freedesktop.login1.Session").await?;
    let mut hints = session.receive_property_changed::<bool>("LockedHint").await;
    locked(session.get_property("LockedHint").await?);
    while let Some(hint) = hints.next().await {
        locked(hint.get().await?);
    }
    Ok(())
}

/// Follows the screen saver until the bus ends; it may come and go.
async fn follow_saver(bus: zbus::Result<Builder<'_>>, covered: impl Fn(bool)) -> zbus::Result<()> {
    let bus = patient(bus?).await?;
    let saver = Proxy::new(&bus, SAVER, "/org/freedesktop/ScreenSaver", SAVER).await?;
    let mut changes = saver.receive_signal("ActiveChanged").await?;
    let mut owners = saver.receive_owner_changed().await?;
    covered(saver.call("GetActive", &()).await.unwrap_or(false));
    loop {
        tokio::select! {
            change = changes.next() => match change {
                Some(change) => covered(change.body().deserialize()?),
                None => return Ok(()),
            },
            Some(owner) = owners.next() => if owner.is_none() {
                covered(false);
            },
        }
    }
}

#[cfg(test)]
mod tests;
