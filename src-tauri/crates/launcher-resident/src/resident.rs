//! [`Resident`]: the process that stays. What it starts in which order, and how
//! it ends.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

use launcher_core::error::LauncherError;
use launcher_core::launcher::Keep;
use launcher_core::profile::ProfileId;
use launcher_core::secret::Password;
use launcher_core::state::Join;

use crate::door::{Door, Lock, Place};
use crate::knock::{Knocked, knock};
use crate::local::{Exit, Local, Surroundings};
use crate::protocol::{Build, Viewer};
use crate::toolkit::Toolkit;
use crate::trouble;
use crate::{
    away, closing, memory, network, notify, refresh, reminders, session, shortcut, tray, warm,
};

/// A resident that ends has ended after this.
const ENDED_WITHIN: Duration = Duration::from_secs(20);

/// Between two looks whether it has.
const LOOK_AGAIN: Duration = Duration::from_millis(20);

/// A join that is going on may take this long when the resident ends.
const JOIN_ENDS_WITHIN: Duration = Duration::from_secs(10);

/// A successor comes for the passwords within this.
const SUCCESSOR_WITHIN: Duration = Duration::from_secs(5);

/// What a resident needs to begin.
pub struct Options {
    pub place: Place,
    pub build: Build,
    /// Makes the launcher. Called when this process has become the resident and
    /// nobody else writes its files any more.
    pub start: Begin,
    /// What draws the tray, if this process has a toolkit.
    pub toolkit: Option<Arc<dyn Toolkit>>,
}

/// Makes the launcher and what is around it.
pub type Begin =
    Box<dyn FnOnce(Option<Arc<dyn Toolkit>>) -> Result<Surroundings, LauncherError> + Send>;

impl Options {
    /// The tray is drawn by the toolkit of this process.
    #[must_use]
    pub fn drawn_by(self, toolkit: Arc<dyn Toolkit>) -> Self {
        Self {
            toolkit: Some(toolkit),
            ..self
        }
    }
}

/// The one resident of a session.
pub struct Resident {
    // Dropped in this order: the door closes before another resident may begin.
    door: Door,
    local: Local,
    _lock: Lock,
}

impl Resident {
    /// Becomes the resident, or nothing if there is one already. One that is of
    /// an older build is waited for: it makes room.
    pub async fn become_it(options: Options) -> Result<Option<Self>, LauncherError> {
        let Options {
            place,
            build,
            start,
            toolkit,
        } = options;
        let Some((lock, kept)) = take_place(&place, &build).await? else {
            return Ok(None);
        };
        let local = Local::new(start(toolkit)?);
        for (profile, password) in kept {
            // What cannot be kept is asked for again.
            let kept = local
                .launcher()
                .set_password(&profile, password, Keep::UntilQuit);
            if kept.await.is_err() {
                tracing::warn!("a password did not survive the hand-over");
            }
        }
        let door =
            Door::open(&place, local.clone(), build).map_err(|error| trouble::failed(&error))?;
        tracing::info!("the resident has begun");
        Ok(Some(Self {
            door,
            local,
            _lock: lock,
        }))
    }

    /// What is in this process of it, for a window in the same process.
    pub fn local(&self) -> Local {
        self.local.clone()
    }

    /// Runs until somebody ends it, and says why it ended.
    pub async fn run(mut self) -> Exit {
        let local = self.local.clone();
        let ended = async {
            tokio::select! {
                why = wanted(&local) => why,
                () = signalled() => {
                    local.end(Exit::Signal);
                    Exit::Signal
                }
            }
        };
        local.follow_policy();
        let why = tokio::select! {
            why = self.serve_until(ended) => why,
            never = network::watch(&local) => match never {},
            never = away::watch(&local) => match never {},
            never = refresh::keep_fresh(&local) => match never {},
            never = warm::stand_ready(&local) => match never {},
            never = reminders::auto_join::join_armed(&local) => match never {},
            never = reminders::remind(&local) => match never {},
            never = reminders::preflight::look_ahead(&local) => match never {},
            never = reminders::floating::float(&local) => match never {},
            never = notify::show_notes(&local) => match never {},
            never = closing::say_without_tray(&local) => match never {},
            never = session::end_with_it(&local) => match never {},
            never = shortcut::listen(&local) => match never {},
            never = tray::show(&local) => match never {},
            never = memory::stay_light(&local) => match never {},
        };
        tracing::info!(?why, "the resident ends");
        local.launcher().cool_down();
        self.serve_until(joins_end(&local)).await;
        local.launcher().write_lists();
        if why == Exit::HandOver && !local.launcher().passwords_until_quit().await.is_empty() {
            let mut succeeded = self.door.succeeded();
            let successor = succeeded.wait_for(|succeeded| *succeeded);
            let successor = tokio::time::timeout(SUCCESSOR_WITHIN, successor);
            self.serve_until(async move { drop(successor.await) }).await;
        }
        self.door.close().await;
        why
    }

    /// Lets viewers in until something has happened.
    async fn serve_until<T>(&mut self, happened: impl Future<Output = T>) -> T {
        let door = &mut self.door;
        tokio::select! {
            value = happened => value,
            () = door.serve() => std::future::pending().await,
        }
    }
}

/// Takes the place of the resident, with the passwords an older one left. Nothing
/// if it is taken.
async fn take_place(
    place: &Place,
    build: &Build,
) -> Result<Option<(Lock, Vec<(ProfileId, Password)>)>, LauncherError> {
    let began = Instant::now();
    let mut kept = Vec::new();
    loop {
        let lock = Lock::try_take(place).map_err(|error| trouble::failed(&error))?;
        if let Some(lock) = lock {
            return Ok(Some((lock, kept)));
        }
        match knock(place, build, Viewer::Successor).await {
            Ok(Knocked::HandingOver(left)) => kept.extend(left),
            Ok(Knocked::Refused(_) | Knocked::AlreadyOpen | Knocked::Entered(_)) => {
                return Ok(None);
            }
            // It begins, or it ends.
            Ok(Knocked::Nobody | Knocked::Leaving) | Err(_) => {}
        }
        if began.elapsed() > ENDED_WITHIN {
            return Err(trouble::running());
        }
        tokio::time::sleep(LOOK_AGAIN).await;
    }
}

async fn wanted(local: &Local) -> Exit {
    let mut exit = local.exit();
    match exit.wait_for(Option::is_some).await.map(|why| *why) {
        Ok(Some(why)) => why,
        // The sender lives as long as `local`.
        Ok(None) | Err(_) => std::future::pending().await,
    }
}

/// Waits for the join that is going on, and stops it if it takes too long.
async fn joins_end(local: &Local) {
    let mut states = local.launcher().subscribe();
    let over = states.wait_for(|state| !matches!(state.join, Join::Preparing { .. }));
    if tokio::time::timeout(JOIN_ENDS_WITHIN, over).await.is_err() {
        local.launcher().cancel_join();
    }
}

/// The system wants the process to end.
#[cfg(unix)]
async fn signalled() {
    use tokio::signal::unix::{SignalKind, signal};

    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = terminate.recv() => {}
        Ok(()) = tokio::signal::ctrl_c() => {}
    }
}

#[cfg(not(unix))]
async fn signalled() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options").finish_non_exhaustive()
    }
}

impl fmt::Debug for Resident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Resident").finish_non_exhaustive()
    }
}
