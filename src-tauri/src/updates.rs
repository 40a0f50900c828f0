//! Updates of the launcher: looked for once a day and when somebody wants it,
//! installed when the person said yes and no meeting is near.
//!
//! The updater belongs to the toolkit, so its work is done here. What is known of
//! it stands in the resident's state, which decides when it may be done.

mod next_program;
mod source;
mod trouble;

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use launcher_core::error::ErrorView;
use launcher_core::intent::{Answer, Intent};
use launcher_core::update::{Installation, Permit, Release, UpdateReport, WhyOff};
use launcher_core::view::Agenda;
use tauri::{AppHandle, Manager as _};
use tauri_plugin_updater::{Update, UpdaterExt as _};
use tokio::sync::{mpsc, watch};

use crate::looking::Looking;
pub(crate) use next_program::start_next;
use source::{Source, of_this_program};
use trouble::{Failure, Phase};

/// The server of updates answers within this, however long an answer is.
const ANSWERED_WITHIN: Duration = Duration::from_secs(30);

/// What comes of a download comes within this, or it broke off.
const SILENT_FOR: Duration = Duration::from_secs(30);

/// When the resident cannot be asked, it is tried again after this.
const LOOK_AGAIN: Duration = Duration::from_secs(600);

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
    let (installation, source) = of_this_program();
    let worker = Worker {
        app: app.clone(),
        looking,
        installation,
        source,
    };
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
            Some(Wish::Check) => {
                worker.report(UpdateReport::Checking).await;
                worker.check().await;
            }
            Some(Wish::Install) => worker.install(&mut wishes, &mut agendas).await,
            // There is nothing to cancel any more.
            Some(Wish::Cancel) => {}
            None => return,
        }
    }
}

struct Worker {
    app: AppHandle,
    looking: Looking,
    installation: Installation,
    source: Option<Source>,
}

/// What is ready to be put in place of this program.
struct Fetched {
    update: Update,
    bytes: Vec<u8>,
}

impl Worker {
    /// Says what there is to update. A resident that crashed is told again.
    async fn begin(&self) -> bool {
        let installation = self.installation;
        self.report(UpdateReport::Began { installation }).await
    }

    /// Looks for an update if that is due, and says how long nothing will be.
    async fn do_what_is_due(&self) -> Duration {
        match self.permit().await {
            Some(Permit::May { is_due: true, .. }) => {
                // If that cannot be written down, the server would be asked without end.
                if !self.report(UpdateReport::Checking).await {
                    return LOOK_AGAIN;
                }
                self.check().await;
                Duration::ZERO
            }
            Some(Permit::Off {
                why: WhyOff::WithoutUpdates,
            }) if self.installation != Installation::WithoutUpdates => {
                if self.begin().await {
                    Duration::ZERO
                } else {
                    LOOK_AGAIN
                }
            }
            Some(
                Permit::Wait { again_in, .. }
                | Permit::May {
                    is_due: false,
                    again_in,
                },
            ) => again_in,
            Some(Permit::Off { .. }) | None => LOOK_AGAIN,
        }
    }

    async fn check(&self) {
        match self.look_up().await {
            Ok(None) => self.report(UpdateReport::Current).await,
            Ok(Some(update)) => {
                let release = release(&update);
                self.report(UpdateReport::Available { release }).await
            }
            Err(failure) => self.report(failure.report()).await,
        };
    }

    /// Fetches what was offered and installs it as soon as that disturbs nobody.
    async fn install(&self, wishes: &mut Wishes, agendas: &mut watch::Receiver<Arc<Agenda>>) {
        let Some(offered) = self.offered() else {
            return;
        };
        let ready = async {
            let fetched = self.fetch(&offered).await?;
            if fetched.is_some() {
                self.quiet(agendas).await;
            }
            Ok(fetched)
        };
        let ready = tokio::select! {
            ready = ready => ready,
            () = cancelled(wishes) => {
                self.report(UpdateReport::Available { release: offered }).await;
                return;
            }
        };
        let installed = match ready {
            Ok(Some(fetched)) => put_in_place(fetched).await,
            // Something else was found, and said.
            Ok(None) => return,
            Err(failure) => Err(failure),
        };
        match installed {
            Ok(()) => {
                tracing::info!(version = %offered.version, "an update was installed");
                next_program::end_for(&self.app, self.source.as_ref());
            }
            Err(failure) => {
                self.report(failure.report()).await;
            }
        }
    }

    /// Downloads what was offered; its signature is good then. Nothing if that is not
    /// what the server has now.
    async fn fetch(&self, offered: &Release) -> Result<Option<Fetched>, Failure> {
        let release = offered.clone();
        let percent = None;
        self.report(UpdateReport::Downloading { release, percent })
            .await;
        let Some(update) = self.look_up().await? else {
            self.report(UpdateReport::Current).await;
            return Ok(None);
        };
        let found = release(&update);
        if found.version != offered.version {
            // Nobody was asked about that one.
            self.report(UpdateReport::Available { release: found })
                .await;
            return Ok(None);
        }
        let (progress, percents) = watch::channel(None);
        let mut so_far = 0;
        let download = update.download(
            move |length, total| {
                so_far += length as u64;
                let percent = percent(so_far, total);
                progress.send_if_modified(|last| std::mem::replace(last, percent) != percent);
            },
            || {},
        );
        let (downloaded, ()) = tokio::join!(download, self.tell(&found, percents));
        let bytes = downloaded.map_err(|error| Failure::of(error, Phase::Download))?;
        let release = found;
        self.report(UpdateReport::Ready { release }).await;
        Ok(Some(Fetched { update, bytes }))
    }

    /// Tells how far the download has come, until it has ended.
    async fn tell(&self, release: &Release, mut percents: watch::Receiver<Option<u8>>) {
        while percents.changed().await.is_ok() {
            let release = release.clone();
            let percent = *percents.borrow_and_update();
            self.report(UpdateReport::Downloading { release, percent })
                .await;
        }
    }

    /// Waits until no meeting is near.
    async fn quiet(&self, agendas: &mut watch::Receiver<Arc<Agenda>>) {
        loop {
            let pause = match self.permit().await {
                Some(Permit::May { .. }) => return,
                Some(Permit::Wait { again_in, .. }) => again_in,
                Some(Permit::Off { .. }) | None => LOOK_AGAIN,
            };
            self.moment(pause, agendas).await;
        }
    }

    /// A pause that ends early when meetings change.
    async fn moment(&self, pause: Duration, agendas: &mut watch::Receiver<Arc<Agenda>>) {
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            Ok(()) = agendas.changed() => {}
        }
    }

    /// Asks the server of updates for what is newer than this program.
    async fn look_up(&self) -> Result<Option<Update>, Failure> {
        let Some(source) = &self.source else {
            // Nobody is offered anything there.
            return Ok(None);
        };
        let failed = |error| Failure::of(error, Phase::Check);
        let mut builder = self
            .app
            .updater_builder()
            .pubkey(source.key.as_str())
            .endpoints(vec![source.address.clone()])
            .map_err(failed)?
            .timeout(ANSWERED_WITHIN)
            .configure_client(|client| {
                client
                    .connect_timeout(ANSWERED_WITHIN)
                    .read_timeout(SILENT_FOR)
            });
        if let Some(program) = &source.program {
            builder = builder.executable_path(program);
        }
        let updater = builder.build().map_err(failed)?;
        updater.check().await.map_err(failed)
    }

    fn offered(&self) -> Option<Release> {
        use launcher_core::view::UpdateView;

        match self.looking.there()?.view().updates.stage {
            UpdateView::Available { release }
            | UpdateView::Failed {
                release: Some(release),
                ..
            } => Some(release),
            UpdateView::Unknown
            | UpdateView::Checking
            | UpdateView::Current
            | UpdateView::Downloading { .. }
            | UpdateView::Ready { .. }
            | UpdateView::Failed { release: None, .. } => None,
        }
    }

    async fn permit(&self) -> Option<Permit> {
        match self.looking.ask(Intent::MayUpdate).await {
            Ok(Answer::Update(permit)) => Some(permit),
            Ok(
                Answer::Done
                | Answer::Everything(_)
                | Answer::Understood(_)
                | Answer::Text(_)
                | Answer::Joined(_)
                | Answer::Imported(_)
                | Answer::Received(_),
            ) => None,
            Err(error) => unheard(&error),
        }
    }

    /// Whether the resident has taken it in.
    async fn report(&self, report: UpdateReport) -> bool {
        let told = self.looking.done(Intent::ReportUpdate { report }).await;
        told.map_or_else(|error| unheard(&error), |()| Some(()))
            .is_some()
    }
}

/// A resident that is gone is started again, and asked then.
fn unheard<T>(error: &ErrorView) -> Option<T> {
    tracing::warn!(code = %error.code, "the resident could not be asked about updates");
    None
}

/// The plugin looks at the signature once more.
async fn put_in_place(fetched: Fetched) -> Result<(), Failure> {
    let Fetched { update, bytes } = fetched;
    let installing = move || update.install(bytes);
    let installed = tauri::async_runtime::spawn_blocking(installing).await;
    match installed {
        Ok(outcome) => outcome.map_err(|error| Failure::of(error, Phase::Install)),
        Err(error) => Err(Failure::of(error.into(), Phase::Install)),
    }
}

/// Waits until the person does not want it any more; all else can wait.
async fn cancelled(wishes: &mut Wishes) {
    loop {
        match wishes.recv().await {
            Some(Wish::Cancel) => return,
            Some(Wish::Check | Wish::Install) => {}
            // The window ends, and this with it.
            None => std::future::pending().await,
        }
    }
}

fn release(update: &Update) -> Release {
    Release::new(&update.version, update.body.as_deref().unwrap_or_default())
}

/// 0 to 100, if it is known how much there is.
fn percent(so_far: u64, total: Option<u64>) -> Option<u8> {
    let total = total.filter(|total| *total > 0)?;
    let percent = so_far.saturating_mul(100) / total;
    Some(u8::try_from(percent.min(100)).unwrap_or(100))
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn progress_is_known_only_of_what_has_a_length() {
        assert_eq!(percent(5, None), None);
        assert_eq!(percent(5, Some(0)), None);
        assert_eq!(percent(5, Some(10)), Some(50));
        assert_eq!(percent(20, Some(10)), Some(100), "a server that is wrong");
        assert_eq!(
            percent(u64::MAX, Some(u64::MAX)),
            Some(1),
            "and one that is mad"
        );
    }
}
