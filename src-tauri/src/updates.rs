//! Updates of the launcher: looked for once a day and when somebody wants it,
//! installed when the person said yes and no meeting is near.
//!
//! The updater belongs to the toolkit, so its work is done here. What is known of
//! it stands in the resident's state, which decides when it may be done.

mod fetched;
mod next_program;
mod source;
mod trouble;
mod worker;

use std::sync::{Arc, Mutex, PoisonError};

use launcher_core::view::Agenda;
use tauri::{AppHandle, Manager as _};
use tokio::sync::{mpsc, watch};

use crate::looking::Looking;
pub(crate) use fetched::wait_for_replacing;
pub(crate) use next_program::start_next;
use worker::Worker;

/// What the person wants of updates.
#[derive(Debug)]
pub(crate) struct Updates {
    wishes: mpsc::UnboundedSender<Wish>,
    /// Until somebody fulfils them.
    unheard: Mutex<Option<Wishes>>,
}

/// What the person wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    Check,
    Install,
    Cancel,
}

/// The wishes, in order, for the one who fulfils them.
type Wishes = mpsc::UnboundedReceiver<Wish>;

impl Updates {
    pub(crate) fn new() -> Self {
        let (wishes, unheard) = mpsc::unbounded_channel();
        Self {
            wishes,
            unheard: Mutex::new(Some(unheard)),
        }
    }

    /// What comes of it shows in the state.
    pub(crate) fn wish(&self, wish: Wish) {
        // The worker lives as long as the window.
        let _ = self.wishes.send(wish);
    }
}

/// Looks for updates and installs them, for as long as the process lives. The way
/// to the resident is there already.
pub(crate) fn begin(app: &AppHandle, looking: Looking, agendas: watch::Receiver<Arc<Agenda>>) {
    let wishes = {
        let updates = app.state::<Updates>();
        let unheard = updates.unheard.lock();
        unheard.unwrap_or_else(PoisonError::into_inner).take()
    };
    let Some(wishes) = wishes else {
        return;
    };
    let worker = Worker::new(app.clone(), looking);
    tauri::async_runtime::spawn(keep_up(worker, wishes, agendas));
}

async fn keep_up(worker: Worker, mut wishes: Wishes, mut agendas: watch::Receiver<Arc<Agenda>>) {
    worker.begin().await;
    loop {
        let pause = worker.do_what_is_due().await;
        let wish = tokio::select! {
            wish = wishes.recv() => wish,
            () = worker.moment(pause, &mut agendas) => continue,
        };
        match wish {
            // The page offers neither where that is so.
            Some(Wish::Check | Wish::Install) if worker.is_off().await => {}
            Some(Wish::Check) => worker.check_now().await,
            Some(Wish::Install) => worker.install(&mut wishes, &mut agendas).await,
            // There is nothing to cancel any more.
            Some(Wish::Cancel) => {}
            None => return,
        }
    }
}
