//! [`Scene`]: a launcher with saved accounts, and the server they are on.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use launcher_core::RoomRef;
use launcher_core::connect::Connector;
use launcher_core::join::Destination;
use launcher_core::launcher::{Keep, Launcher, Setup};
use launcher_core::meeting::cache::Cache;
use launcher_core::policy::Policy;
use launcher_core::profile::file::ProfilesFile;
use launcher_core::profile::{ProfileDraft, ProfileId};
use launcher_core::secret::{MemoryStore, Password, Secrets};
use launcher_core::view::Agenda;
use openmeetings_testserver::{
    Appointment, DEMO_PASSWORD, Delays, Member, TestClock, TestServer, World,
};
use tempfile::TempDir;
use tokio::runtime::Runtime;

/// An account has so many meetings. Ten thousand of one account are more than the
/// launcher reads of a server.
const ACCOUNTS: usize = 5;

/// All meetings begin within this.
const AHEAD: SignedDuration = SignedDuration::from_hours(7 * 24);

/// The room that is joined.
const ROOM: i64 = 2;

/// When everything happens.
pub fn now() -> Timestamp {
    Timestamp::constant(1_795_424_400, 0)
}

/// The launcher runs on the thread of the bench, the server on others.
#[derive(Debug)]
pub struct Scene {
    pub launcher: Launcher,
    pub server: TestServer,
    pub profiles: Vec<ProfileId>,
    now: Timestamp,
    runtime: Runtime,
    folder: PathBuf,
    /// The folder, if it is not somebody else's.
    _folder: Option<TempDir>,
    /// Ends after what runs on it.
    _of_server: Runtime,
}

impl Scene {
    /// Five accounts that know of so many meetings together. Nothing is loaded yet.
    pub fn with_meetings(count: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let scene = Self::in_folder(folder.path(), count, TestClock::fixed(now()));
        Self {
            _folder: Some(folder),
            ..scene
        }
    }

    /// The same at another time, kept where a launcher whose home this is looks for it.
    pub fn in_folder(folder: &Path, count: usize, clock: TestClock) -> Self {
        let now = clock.now();
        let of_server = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        let mut world = World::demo(now);
        world.appointments = (1..)
            .take(count / ACCOUNTS)
            .map(|id| appointment(id, now))
            .collect();
        let server = TestServer::builder()
            .delays(Delays::none())
            .clock(clock)
            .world(world);
        let server = of_server.block_on(server.start()).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let launcher = start(folder);
        let profiles = (1..=ACCOUNTS)
            .map(|number| add(&launcher, &runtime, number, &server.base_url()))
            .collect();
        Self {
            launcher,
            server,
            profiles,
            now,
            runtime,
            folder: folder.to_owned(),
            _folder: None,
            _of_server: of_server,
        }
    }

    /// Signs in, and loads calendar and rooms of one account.
    pub fn refresh_one(&self) {
        self.refresh(&self.profiles[0]);
    }

    /// The same of all accounts.
    pub fn refresh_all(&self) {
        self.profiles.iter().for_each(|id| self.refresh(id));
    }

    /// The lists of all accounts as one, as the page is given it.
    pub fn agenda(&self) -> Agenda {
        self.launcher.read(launcher_core::view::agenda)
    }

    /// Lets the first account into a room, up to the address for the browser.
    pub fn join(&self) {
        let room = Destination::Room {
            profile: self.profiles[0].clone(),
            room: RoomRef::Id(ROOM),
        };
        let joined = self.runtime.block_on(self.launcher.join(room, self.now));
        joined.unwrap().unwrap();
    }

    /// The launcher as the next start of the computer finds it: with the lists that were
    /// kept.
    pub fn start_again(&self) -> Launcher {
        start(&self.folder)
    }

    fn refresh(&self, id: &ProfileId) {
        let refreshing = self.launcher.refresh_meetings(id, self.now, AHEAD);
        self.runtime.block_on(refreshing).unwrap().unwrap();
    }
}

fn start(folder: &Path) -> Launcher {
    let setup = Setup {
        memory_file: None,
        remembered_file: None,
        cache: Some(Cache::in_folder(folder.join("cache"))),
        browsers: Vec::new(),
        file: ProfilesFile::in_folder(folder),
        keychain: Secrets::new(MemoryStore::default()),
        connector: Connector::default(),
        policy: Policy::Absent,
        open_url: Arc::new(|_, _| Ok(())),
        language: None,
    };
    let (launcher, said) = Launcher::start(setup).unwrap();
    assert_eq!(said, [], "nothing is wrong with the folder");
    launcher
}

fn add(launcher: &Launcher, runtime: &Runtime, number: usize, address: &str) -> ProfileId {
    let draft = ProfileDraft {
        name: format!("Account {number}"),
        address: address.to_owned(),
        login: "anna".to_owned(),
        ..ProfileDraft::default()
    };
    let id = launcher.add_profile(draft).unwrap().id;
    let password = Password::new(DEMO_PASSWORD.to_owned());
    let keeping = launcher.set_password(&id, password, Keep::UntilQuit);
    runtime.block_on(keeping).unwrap();
    // As after an account was added: its server is known.
    let report = runtime.block_on(launcher.check_profile(&id));
    launcher.learn(&id, &report.unwrap().unwrap()).unwrap();
    id
}

/// One of those that are spread over a week.
fn appointment(id: i64, now: Timestamp) -> Appointment {
    let start = now + SignedDuration::from_mins(5 * id);
    Appointment {
        id,
        title: format!("Meeting number {id} ☕"),
        start,
        end: start + SignedDuration::from_mins(30),
        owner: 2,
        room: ROOM,
        inserted: Some(now),
        members: vec![Member { id, user: 3 }],
        ..Appointment::default()
    }
}
