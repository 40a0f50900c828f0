//! [`Looking`]: the window's way to the resident, which may still be starting.

use std::sync::Arc;
use std::time::Instant;

use launcher_core::error::{Code, ErrorView, LauncherError};
use launcher_core::intent::{Answer, Intent};
use launcher_core::secret::Password;
use launcher_core::texts::Texts;
use launcher_core::view::Everything;
use launcher_resident::{Access, Folders, Opened, Start, for_resident};
use tokio::sync::{Notify, OnceCell};

/// The way to the resident. Clones are the same way.
#[derive(Clone, Debug)]
pub(crate) struct Looking {
    /// Empty while the resident starts, and after that failed: the next who
    /// needs it tries again.
    access: Arc<OnceCell<Access>>,
    /// Tells those who wait for it that it is there.
    made: Arc<Notify>,
    part: Part,
    began: Instant,
}

/// Which of its windows this program is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Window,
    Reminder,
}

/// Why there is no way.
#[derive(Debug)]
pub(crate) enum NoWay {
    /// Another window shows it all already, and has come to the front.
    AlreadyOpen,
    Failed(ErrorView),
}

impl Looking {
    /// Connects to the resident in the background, and starts it if there is
    /// none. `began` is when the program started.
    pub(crate) fn begin(part: Part, began: Instant) -> Self {
        let looking = Self {
            part,
            access: Arc::default(),
            made: Arc::default(),
            began,
        };
        // Where the resident is in this process, it needs the toolkit first.
        if !cfg!(hosted) {
            let early = looking.clone();
            // What comes of it is told to whoever asks first.
            tauri::async_runtime::spawn(async move { drop(early.access().await) });
        }
        looking
    }

    /// The way, once it is there.
    pub(crate) async fn access(&self) -> Result<&Access, NoWay> {
        let access = self.access.get_or_try_init(|| reach(self.part)).await?;
        self.made.notify_waiters();
        Ok(access)
    }

    /// The way, as soon as somebody who needed it has got it.
    pub(crate) async fn reached(&self) -> &Access {
        loop {
            let made = self.made.notified();
            if let Some(access) = self.there() {
                return access;
            }
            made.await;
        }
    }

    /// Holds the resident in this process from now on, if nobody else does.
    #[cfg(hosted)]
    pub(crate) async fn host(
        &self,
        app: &tauri::AppHandle,
        given: Vec<String>,
        front: crate::window::Front,
    ) -> Result<(), NoWay> {
        let hosting = || crate::hosting::host(app, given, front);
        self.access.get_or_try_init(hosting).await.map(drop)
    }

    /// The way, if it is there.
    pub(crate) fn there(&self) -> Option<&Access> {
        self.access.get()
    }

    pub(crate) async fn ask(&self, intent: Intent) -> Result<Answer, ErrorView> {
        self.way().await?.ask(intent).await
    }

    /// Asks for something whose outcome the state shows.
    pub(crate) async fn done(&self, intent: Intent) -> Result<(), ErrorView> {
        self.ask(intent).await.map(drop)
    }

    /// Asks for a text.
    pub(crate) async fn text(&self, intent: Intent) -> Result<String, ErrorView> {
        let Answer::Text(text) = self.ask(intent).await? else {
            return Err(failed(Code::Interrupted));
        };
        Ok(text)
    }

    pub(crate) async fn hold_password(&self, password: Password) -> Result<(), ErrorView> {
        self.way().await?.hold_password(password).await
    }

    /// All there is to see, as this process has it already.
    pub(crate) async fn everything(&self) -> Result<Everything, ErrorView> {
        let views = self.way().await?.views();
        let (view, agenda) = (views.view.borrow(), views.agenda.borrow());
        Ok(Everything {
            view: view.as_ref().clone(),
            agenda: agenda.as_ref().clone(),
        })
    }

    /// Milliseconds since the program started.
    pub(crate) fn age_in_millis(&self) -> u64 {
        u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    async fn way(&self) -> Result<&Access, ErrorView> {
        self.access().await.map_err(|no_way| match no_way {
            NoWay::Failed(error) => error,
            // This window is about to end, and nobody reads its errors.
            NoWay::AlreadyOpen => failed(Code::Interrupted),
        })
    }
}

/// The resident is a program of its own, beside this one.
pub(crate) async fn reach(part: Part) -> Result<Access, NoWay> {
    let start = start().map_err(NoWay::Failed)?;
    let opened = match part {
        Part::Window => Access::connect_or_start(start).await,
        Part::Reminder => Access::remind(start).await.map(Opened::Access),
    };
    match opened {
        Ok(Opened::Access(access)) => Ok(access),
        Ok(Opened::AlreadyOpen) => Err(NoWay::AlreadyOpen),
        Err(error) => Err(NoWay::Failed(error)),
    }
}

/// Gives links and files to the resident. What comes of each it tells the person
/// itself.
pub(crate) async fn hand_over(given: Vec<String>) {
    let access = match start() {
        Ok(start) => Access::visit(start).await,
        Err(error) => Err(error),
    };
    match access {
        Ok(access) => {
            for text in given {
                // What is wrong with it the resident says, where a person sees it.
                let text = for_resident(&text).unwrap_or(text);
                if let Err(error) = access.ask(Intent::Receive { text }).await {
                    tracing::warn!(code = %error.code, "what was handed over was refused");
                }
            }
        }
        // The window that is opened next says so.
        Err(error) => tracing::error!(code = %error.code, "nothing could be handed over"),
    }
}

fn start() -> Result<Start, ErrorView> {
    let folders = Folders::of_system().ok_or_else(|| failed(Code::SettingsFailed))?;
    // Without a path of its own it is looked for by name.
    let this = std::env::current_exe().unwrap_or_default();
    Ok(Start::of_system(&folders, &this))
}

pub(crate) fn failed(code: Code) -> ErrorView {
    LauncherError::new(code).view(&Texts::english())
}
