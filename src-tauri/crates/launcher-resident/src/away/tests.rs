//! On a bus of its own, with a logind and a screen saver that do as they are told.

use tokio::sync::watch;
use zbus::Connection;
use zbus::zvariant::ObjectPath;

use super::*;
use crate::test_bus::Bus;

const MANAGER: &str = "/org/freedesktop/login1";
const SESSION: &str = "/org/freedesktop/login1/session/_31";
const SAVER_PATH: &str = "/org/freedesktop/ScreenSaver";

struct Logind {
    session: &'static str,
}

#[zbus::interface(name = "org.freedesktop.login1.Manager")]
impl Logind {
    fn get_session(&self, id: &str) -> ObjectPath<'static> {
        assert_eq!(id, "auto");
        ObjectPath::from_static_str_unchecked(self.session)
    }
}

struct Session {
    locked: bool,
}

#[zbus::interface(name = "org.freedesktop.login1.Session")]
impl Session {
    #[zbus(property)]
    fn locked_hint(&self) -> bool {
        self.locked
    }
}

struct Saver {
    active: bool,
}

#[zbus::interface(name = "org.freedesktop.ScreenSaver")]
impl Saver {
    fn get_active(&self) -> bool {
        self.active
    }
}

async fn logind(bus: &Bus, locked: bool) -> Connection {
    let manager = Logind { session: SESSION };
    let builder = bus.builder().serve_at(MANAGER, manager).unwrap();
    let builder = builder.serve_at(SESSION, Session { locked }).unwrap();
    builder.name(LOGIND).unwrap().build().await.unwrap()
}

async fn saver(bus: &Bus, active: bool) -> Connection {
    let builder = bus.builder();
    let builder = builder.serve_at(SAVER_PATH, Saver { active }).unwrap();
    builder.name(SAVER).unwrap().build().await.unwrap()
}

async fn sleep(logind: &Connection, begins: bool) {
    let name = "org.freedesktop.login1.Manager";
    let body = (begins,);
    let sent = logind.emit_signal(None::<&str>, MANAGER, name, "PrepareForSleep", &body);
    sent.await.unwrap();
}

async fn lock(logind: &Connection, locked: bool) {
    let session = logind
        .object_server()
        .interface::<_, Session>(SESSION)
        .await;
    let session = session.unwrap();
    session.get_mut().await.locked = locked;
    let told = session.get().await;
    let told = told.locked_hint_changed(session.signal_emitter());
    told.await.unwrap();
}

/// Does something while it is followed what becomes known.
async fn followed(bus: &Bus, done: impl AsyncFnOnce(watch::Receiver<Option<bool>>)) {
    let (away, known) = watch::channel(None);
    let told = |value| {
        away.send_replace(Some(value));
    };
    tokio::select! {
        never = follow_on(Ok(bus.builder()), Ok(bus.builder()), told) => match never {},
        () = done(known) => {}
    }
}

async fn becomes(known: &mut watch::Receiver<Option<bool>>, away: bool) {
    let wanted = known.wait_for(|known| *known == Some(away));
    let within = std::time::Duration::from_secs(20);
    let came = tokio::time::timeout(within, wanted).await;
    assert!(came.is_ok(), "it did not become {away}");
}

#[tokio::test]
async fn a_computer_that_falls_asleep_is_left_until_it_wakes() {
    let bus = Bus::start();
    let logind = logind(&bus, true).await;
    followed(&bus, async |mut known| {
        // Whoever has heard of the lock hears of sleep, too.
        becomes(&mut known, true).await;
        lock(&logind, false).await;
        becomes(&mut known, false).await;
        sleep(&logind, true).await;
        becomes(&mut known, true).await;
        sleep(&logind, false).await;
        becomes(&mut known, false).await;
    })
    .await;
}

#[tokio::test]
async fn a_session_that_is_locked_stays_so_through_a_sleep() {
    let bus = Bus::start();
    let logind = logind(&bus, true).await;
    followed(&bus, async |mut known| {
        becomes(&mut known, true).await;
        lock(&logind, false).await;
        becomes(&mut known, false).await;
        lock(&logind, true).await;
        becomes(&mut known, true).await;
        sleep(&logind, true).await;
        sleep(&logind, false).await;
        known.mark_unchanged();
        known.changed().await.unwrap();
        assert_eq!(*known.borrow(), Some(true), "awake, and locked");
        lock(&logind, false).await;
        becomes(&mut known, false).await;
    })
    .await;
}

#[tokio::test]
async fn a_screen_saver_that_goes_away_takes_its_word_along() {
    let bus = Bus::start();
    let first = saver(&bus, true).await;
    followed(&bus, async |mut known| {
        becomes(&mut known, true).await;
        drop(first);
        becomes(&mut known, false).await;
        let second = saver(&bus, false).await;
        let body = (true,);
        let sent = second.emit_signal(None::<&str>, SAVER_PATH, SAVER, "ActiveChanged", &body);
        sent.await.unwrap();
        becomes(&mut known, true).await;
    })
    .await;
}

#[tokio::test]
async fn without_a_bus_somebody_is_there() {
    let nowhere = || Builder::address("unix:path=/nowhere/at/all");
    let (away, mut known) = watch::channel(None);
    let told = |value| {
        away.send_replace(Some(value));
    };
    tokio::select! {
        never = follow_on(nowhere(), nowhere(), told) => match never {},
        () = becomes(&mut known, false) => {}
    }
}
