//! [`Looking`]: the window's way to the resident, which may still be starting.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use launcher_core::error::{Code, ErrorView, LauncherError};
use launcher_core::intent::{Answer, Intent};
use launcher_core::secret::Password;
use launcher_core::texts::Texts;
use launcher_core::view::Everything;
use launcher_resident::{Access, Build, Folders, Opened, Place, Start};
use tokio::sync::OnceCell;

/// The way to the resident. Clones are the same way.
#[derive(Clone, Debug)]
pub(crate) struct Looking {
    /// Empty while the resident starts, and after that failed: the next who
    /// needs it tries again.
    access: Arc<OnceCell<Access>>,
    began: Instant,
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
    pub(crate) fn begin(began: Instant) -> Self {
        let looking = Self {
            access: Arc::default(),
            began,
        };
        let early = looking.clone();
        // What comes of it is told to whoever asks first.
        tauri::async_runtime::spawn(async move { drop(early.access().await) });
        looking
    }

    /// The way, once it is there.
    pub(crate) async fn access(&self) -> Result<&Access, NoWay> {
        self.access.get_or_try_init(reach).await
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
        match self.ask(intent).await? {
            Answer::Text(text) => Ok(text),
            Answer::Done
            | Answer::Everything(_)
            | Answer::Understood(_)
            | Answer::Joined(_)
            | Answer::Imported(_)
            | Answer::Received(_) => Ok(String::new()),
        }
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

/// Linux: the resident is a program of its own, beside this one. Elsewhere it
/// will be in this process.
async fn reach() -> Result<Access, NoWay> {
    let no_home = || NoWay::Failed(failed(Code::SettingsFailed));
    let start = Start {
        program: program(),
        place: Place::in_folder(Folders::of_system().ok_or_else(no_home)?.runtime),
        build: Build::this(),
        locale: launcher_resident::locale::locale(),
    };
    match Access::connect_or_start(start).await {
        Ok(Opened::Access(access)) => Ok(access),
        Ok(Opened::AlreadyOpen) => Err(NoWay::AlreadyOpen),
        Err(error) => Err(NoWay::Failed(error)),
    }
}

fn failed(code: Code) -> ErrorView {
    LauncherError::new(code).view(&Texts::english())
}

/// The command line: in the folder of this program, else on the path.
fn program() -> PathBuf {
    let name = format!("openmeetings{}", std::env::consts::EXE_SUFFIX);
    std::env::current_exe()
        .ok()
        .map(|this| this.with_file_name(&name))
        .filter(|beside| beside.is_file())
        .unwrap_or_else(|| PathBuf::from(name))
}
