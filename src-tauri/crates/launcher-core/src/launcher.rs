//! [`Launcher`]: the one way to everything the launcher does.

mod around;
mod copying;
mod exchange;
mod importing;
mod introducing;
mod joining;
mod kept;
mod links;
mod lists;
mod meetings;
mod next;
mod passwords;
mod perform;
mod policy;
mod preflight;
mod profiles;
mod remembering;
mod removing;
mod setup;
mod soap;
mod trusting;
mod turns;
mod understanding;
mod updating;
mod warm;

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use openmeetings_client::{Client, Credentials, JoinLink, LanguageId, Session};
use tokio::sync::{Notify, broadcast, watch};

use crate::browser::{Browser, OpenUrl};
use crate::connect::Connector;
use crate::deep_link::inbox::Inbox;
use crate::error::{Code, LauncherError};
use crate::join::Asked;
use crate::meeting::cache::Cache;
use crate::memory::MemoryFile;
use crate::policy::Policy;
use crate::profile::Profile;
use crate::profile::file::ProfilesFile;
use crate::remembered::file::RememberedFile;
use crate::secret::{Password, SecretError, Secrets};
use crate::servers_words::in_the_servers_words;
use crate::state::AppState;
use crate::store::Store;

pub use crate::intent::Keep;
pub use copying::Copied;
pub use exchange::LARGEST as LARGEST_IMPORT;
pub use importing::{Arrival, Fate, Moving};
pub use joining::Opening;
pub use links::LinkOutcome;
pub use warm::Warmth;

/// A handle to the launcher; clones are the same launcher.
///
/// Hosts read the state by [`subscribe`](Self::subscribe) and never keep a copy
/// of their own. Every use case has three beats: begin (the state says so, and
/// the same work cannot begin twice), work, commit.
#[derive(Clone)]
pub struct Launcher {
    inner: Arc<Inner>,
}

struct Inner {
    store: Store,
    file: ProfilesFile,
    memory_file: Option<MemoryFile>,
    remembered_file: Option<RememberedFile>,
    cache: Option<Cache>,
    lists_file: lists::ListsFile,
    turns: turns::Turns,
    keychain: Secrets,
    /// Passwords the person wants kept until the program ends; asked first.
    memory: Secrets,
    connector: Connector,
    open_url: OpenUrl,
    language: Option<LanguageId>,
    inbox: Mutex<Inbox>,
    /// Address of the last join. Not state: it may hold a key.
    last_link: Mutex<Option<JoinLink>>,
    /// What was joined last. Not state: it may hold an invitation.
    last_asked: Mutex<Option<Asked>>,
    cancel_join: Notify,
    /// A login ahead of its join.
    spare: warm::Slot,
    /// What is kept in files changes one at a time, there and here.
    keeping: Mutex<()>,
    /// A password on its way from a form to a check and the keychain.
    held: Mutex<kept::Held>,
    /// The server removed a moment ago, with its password.
    removed: Mutex<Option<removing::Removed>>,
    notices: broadcast::Sender<LauncherError>,
}

/// What a host decides when the launcher starts.
pub struct Setup {
    pub file: ProfilesFile,
    /// Settings, favourites and what was joined lately; without one they end
    /// with the process.
    pub memory_file: Option<MemoryFile>,
    /// Meetings of invitations; without one they end with the process.
    pub remembered_file: Option<RememberedFile>,
    /// The last good lists; without one each start begins without any.
    pub cache: Option<Cache>,
    /// The browsers that can be chosen.
    pub browsers: Vec<Browser>,
    pub keychain: Secrets,
    pub connector: Connector,
    /// What the organisation laid down.
    pub policy: Policy,
    pub open_url: OpenUrl,
    /// The language of the person, for room pages and the server's texts.
    pub language: Option<LanguageId>,
}

impl Launcher {
    /// Reads what is kept and starts. The second value is what the person must
    /// be told, such as a damaged file that was set aside.
    pub fn start(setup: Setup) -> Result<(Self, Vec<LauncherError>), LauncherError> {
        let mut read = setup.file.read()?;
        let mut said: Vec<LauncherError> = read.set_aside.into_iter().collect();
        said.extend(setup.policy.trouble());
        if setup.policy.settle(&mut read.profiles) {
            // What cannot be written is settled again at the next start.
            if let Ok(settled) = setup.file.settle(&read.profiles, &setup.policy) {
                read.profiles = settled.profiles;
            }
        }
        let (memory, trouble) = setup
            .memory_file
            .as_ref()
            .map(MemoryFile::read)
            .unwrap_or_default();
        said.extend(trouble);
        let file = setup.remembered_file.as_ref();
        let (remembered, trouble) = file.map(RememberedFile::read).unwrap_or_default();
        said.extend(trouble);
        let meetings = setup
            .cache
            .as_ref()
            .map(|cache| cache.read(&read.profiles))
            .unwrap_or_default();
        let state = AppState {
            profiles: read.profiles,
            meetings,
            settings: setup.policy.settings(&memory.settings),
            policy: setup.policy,
            memory,
            remembered,
            browsers: setup.browsers,
            ..AppState::default()
        };
        let inner = Inner {
            store: Store::new(state),
            file: setup.file,
            memory_file: setup.memory_file,
            remembered_file: setup.remembered_file,
            keeping: Mutex::default(),
            cache: setup.cache,
            lists_file: lists::ListsFile::default(),
            turns: turns::Turns::default(),
            keychain: setup.keychain,
            memory: Secrets::new(crate::secret::MemoryStore::default()),
            connector: setup.connector,
            open_url: setup.open_url,
            language: setup.language,
            inbox: Mutex::default(),
            last_link: Mutex::default(),
            last_asked: Mutex::default(),
            cancel_join: Notify::new(),
            spare: warm::Slot::default(),
            held: Mutex::default(),
            removed: Mutex::default(),
            notices: broadcast::Sender::new(16),
        };
        let launcher = Self {
            inner: Arc::new(inner),
        };
        Ok((launcher, said))
    }

    /// What the person should be told beside the answers to what was asked.
    pub fn notices(&self) -> broadcast::Receiver<LauncherError> {
        self.inner.notices.subscribe()
    }

    /// Tells the person something that no answer tells. Lost if nobody listens.
    pub fn tell(&self, notice: LauncherError) {
        let _ = self.inner.notices.send(notice);
    }

    /// The state, now and whenever it changes.
    pub fn subscribe(&self) -> watch::Receiver<AppState> {
        self.inner.store.subscribe()
    }

    /// Looks at the state; nothing may wait inside.
    pub fn read<T>(&self, look: impl FnOnce(&AppState) -> T) -> T {
        self.inner.store.read(look)
    }

    fn client(&self, profile: &Profile) -> Result<Client, LauncherError> {
        self.connector()
            .client(profile.base_url.clone(), profile.login_method)
    }

    /// The password of a profile, wherever it is kept.
    pub(crate) async fn password(
        &self,
        profile: &Profile,
        login: &str,
    ) -> Result<Password, LauncherError> {
        let missing = || {
            LauncherError::new(Code::SecretMissing)
                .about("server", &profile.name)
                .about("login", login)
        };
        let known = self.known_password(&profile.id).await?;
        let (password, _) = known.ok_or_else(missing)?;
        self.settle_password_openly(&profile.id).await;
        Ok(password)
    }

    /// How servers are reached, and the language they are asked in.
    pub(crate) fn ways(&self) -> (Connector, LanguageId) {
        let language = self.inner.language.unwrap_or(LanguageId::ENGLISH);
        (self.connector(), language)
    }

    /// Signs in with what is known of an account.
    async fn log_in(&self, profile: &Profile, login: &str) -> Result<Session, LauncherError> {
        let password = self.password(profile, login).await?;
        let client = self.client(profile)?;
        let credentials = Credentials::new(login, password.expose());
        match client.login(&credentials).await {
            Ok(session) => {
                self.learn_login_method(profile, &client);
                Ok(session)
            }
            Err(error) => Err(self.explained(&client, profile, login, &error).await),
        }
    }

    /// A failed call, with the server's own words where it has some.
    async fn explained(
        &self,
        client: &Client,
        profile: &Profile,
        login: &str,
        error: &openmeetings_client::Error,
    ) -> LauncherError {
        let failed = LauncherError::call(&profile.name, Some(login), error);
        let language = self.language_of(profile).unwrap_or(LanguageId::ENGLISH);
        in_the_servers_words(failed, client, error, language).await
    }

    fn language_of(&self, profile: &Profile) -> Option<LanguageId> {
        profile.language.or(self.inner.language)
    }

    fn inbox(&self) -> std::sync::MutexGuard<'_, Inbox> {
        self.inner
            .inbox
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Launcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Launcher")
            .field("store", &self.inner.store)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Setup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Setup")
            .field("file", &self.file)
            .finish_non_exhaustive()
    }
}

fn keychain_error(error: &SecretError) -> LauncherError {
    let code = match error {
        SecretError::Missing(_) => Code::KeychainMissing,
        SecretError::Locked(_) => Code::KeychainLocked,
        SecretError::Failed(_) => Code::KeychainFailed,
    };
    LauncherError::new(code).caused_by(error)
}
