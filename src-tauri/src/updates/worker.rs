//! [`Worker`]: does one thing after the other, and reports each step.

use std::sync::Arc;
use std::time::Duration;

use launcher_core::error::{Code, ErrorView};
use launcher_core::intent::{Answer, Intent};
use launcher_core::update::{Installation, Permit, Release, UpdateReport, WhyOff};
use launcher_core::view::{Agenda, UpdateView};
use tauri::AppHandle;
use tauri_plugin_updater::Update;
use tokio::sync::watch;

use super::fetched::{self, Fetched, release};
use super::source::{Source, of_this_program};
use super::trouble::Failure;
use super::{Wish, Wishes, next_program};
use crate::looking::{Looking, failed};

/// When the resident cannot be asked, it is tried again after this.
const LOOK_AGAIN: Duration = Duration::from_mins(10);

pub(super) struct Worker {
    app: AppHandle,
    looking: Looking,
    installation: Installation,
    source: Option<Source>,
}

impl Worker {
    pub(super) fn new(app: AppHandle, looking: Looking) -> Self {
        let (installation, source) = of_this_program();
        Self {
            app,
            looking,
            installation,
            source,
        }
    }

    /// Says what there is to update. A resident that crashed is told again.
    pub(super) async fn begin(&self) -> bool {
        let installation = self.installation;
        self.report(UpdateReport::Began { installation }).await
    }

    /// Looks for an update if that is due, and says how long nothing will be.
    pub(super) async fn do_what_is_due(&self) -> Duration {
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

    /// Looks for an update because somebody wants to know, be it written down or not.
    pub(super) async fn check_now(&self) {
        self.report(UpdateReport::Checking).await;
        self.check().await;
    }

    /// Whether there is nothing to do here, whoever asks.
    pub(super) async fn is_off(&self) -> bool {
        match self.permit().await {
            Some(Permit::Off { .. }) => true,
            Some(Permit::May { .. } | Permit::Wait { .. }) | None => false,
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
    pub(super) async fn install(
        &self,
        wishes: &mut Wishes,
        agendas: &mut watch::Receiver<Arc<Agenda>>,
    ) {
        let Some(offered) = self.offered() else {
            return;
        };
        let ready = async {
            let fetched = self.fetch(&offered).await?;
            if fetched.is_some() {
                self.quiet(&offered, agendas).await;
            }
            Ok::<_, Failure>(fetched)
        };
        let ready = tokio::select! {
            ready = ready => ready,
            () = cancelled(wishes) => {
                self.report(UpdateReport::Available { release: offered }).await;
                return;
            }
        };
        let installed = match ready {
            Ok(Some(fetched)) => fetched.put_in_place().await,
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
        let begun = UpdateReport::Downloading {
            release: offered.clone(),
            percent: None,
        };
        self.report(begun).await;
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
        let download = fetched::download(update, progress);
        let (fetched, ()) = tokio::join!(download, self.tell(&found, percents));
        let fetched = fetched?;
        let release = found;
        self.report(UpdateReport::Ready { release }).await;
        Ok(Some(fetched))
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

    /// Waits until no meeting is near. A resident that was started meanwhile is told
    /// what waits.
    async fn quiet(&self, ready: &Release, agendas: &mut watch::Receiver<Arc<Agenda>>) {
        loop {
            let pause = match self.permit().await {
                Some(Permit::May { .. }) => return,
                Some(Permit::Wait { again_in, .. }) => again_in,
                Some(Permit::Off {
                    why: WhyOff::WithoutUpdates,
                }) if self.begin().await => {
                    let release = ready.clone();
                    if self.report(UpdateReport::Ready { release }).await {
                        continue;
                    }
                    LOOK_AGAIN
                }
                Some(Permit::Off { .. }) | None => LOOK_AGAIN,
            };
            self.moment(pause, agendas).await;
        }
    }

    /// A pause that ends early when meetings change.
    pub(super) async fn moment(&self, pause: Duration, agendas: &mut watch::Receiver<Arc<Agenda>>) {
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            Ok(()) = agendas.changed() => {}
        }
    }

    async fn look_up(&self) -> Result<Option<Update>, Failure> {
        match &self.source {
            Some(source) => fetched::look_up(&self.app, source).await,
            // Nobody is offered anything there.
            None => Ok(None),
        }
    }

    /// What the person has said yes to.
    fn offered(&self) -> Option<Release> {
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
            Ok(answer) => {
                let Answer::Update(permit) = answer else {
                    return unheard(&failed(Code::Interrupted));
                };
                Some(permit)
            }
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
