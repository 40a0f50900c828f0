//! [`TestHouse`]: a real resident with the real launcher, the real test server
//! and a real door; only the browser is replaced, by a recorder.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::allow_attributes,
    reason = "each test binary uses its own part"
)]
#![allow(clippy::unwrap_used, reason = "tests may")]

pub mod raw;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use launcher_core::connect::{Connector, Limits};
use launcher_core::intent::{Answer, Intent};
use launcher_core::launcher::{Keep, Launcher, Setup};
use launcher_core::meeting::cache::Cache;
use launcher_core::memory::MemoryFile;
use launcher_core::policy::Policy;
use launcher_core::profile::file::ProfilesFile;
use launcher_core::profile::{ProfileDraft, ProfileId};
use launcher_core::remembered::file::RememberedFile;
use launcher_core::secret::{MemoryStore, Password, Secrets};
use launcher_core::state::AppState;
use launcher_resident::{
    Access, Autostart, Build, Exit, Folders, Local, Opened, Options, Place, Resident, Start,
    Surroundings,
};
use openmeetings_testserver::{
    DEMO_PASSWORD, Delays, TestClock, TestServer, TestServerBuilder, World,
};
use tokio::task::JoinHandle;

/// Longer than anything takes on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

pub fn now() -> jiff::Timestamp {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

pub fn server() -> TestServerBuilder {
    TestServer::builder()
        .delays(Delays::none())
        .world(World::demo(now()))
        .clock(TestClock::fixed(now()))
}

pub fn password() -> Password {
    Password::new(DEMO_PASSWORD.to_owned())
}

/// A build of another version than this one.
pub fn build(version: &str) -> Build {
    Build::of(version.parse().unwrap())
}

/// What outlives a resident: a server, a folder, a clock.
pub struct TestHouse {
    pub server: TestServer,
    pub home: tempfile::TempDir,
    pub clock: TestClock,
    pub opened: Arc<Mutex<Vec<String>>>,
}

/// A resident that runs.
pub struct Running {
    pub local: Local,
    task: JoinHandle<Exit>,
}

impl TestHouse {
    pub async fn new() -> Self {
        Self::with(server().start().await.unwrap())
    }

    pub fn with(server: TestServer) -> Self {
        Self {
            server,
            home: tempfile::tempdir().unwrap(),
            clock: TestClock::fixed(now()),
            opened: Arc::default(),
        }
    }

    pub fn place(&self) -> Place {
        Place::in_folder(self.folder())
    }

    /// The folder of the door.
    pub fn folder(&self) -> PathBuf {
        self.home.path().join("run")
    }

    /// A resident of this build.
    pub async fn resident(&self) -> Running {
        self.resident_of(Build::this()).await
    }

    pub async fn resident_of(&self, build: Build) -> Running {
        self.try_resident_of(build).await.unwrap()
    }

    /// Nothing if another one runs already.
    pub async fn try_resident_of(&self, build: Build) -> Option<Running> {
        let resident = Resident::become_it(self.options(build)).await.unwrap()?;
        Some(Running {
            local: resident.local(),
            task: tokio::spawn(resident.run()),
        })
    }

    /// A resident that starts while an older one still runs: it waits for it.
    pub async fn try_resident_when_free(&self, build: Build) -> Running {
        soon(async {
            loop {
                if let Some(running) = self.try_resident_of(build.clone()).await {
                    return running;
                }
            }
        })
        .await
    }

    pub fn options(&self, build: Build) -> Options {
        let (pem, home) = (self.server.authority_pem(), self.home.path().to_owned());
        let pem = pem.map(|pem| pem.as_bytes().to_vec());
        let (opened, clock) = (Arc::clone(&self.opened), self.clock.clone());
        Options {
            place: self.place(),
            build,
            toolkit: None,
            start: Box::new(move |toolkit| {
                let launcher = launcher(&home, pem, opened);
                Ok(Surroundings {
                    launcher,
                    said: Vec::new(),
                    locale: None,
                    logs: home.join("logs"),
                    folders: Folders::in_one(&home),
                    autostart: Autostart {
                        folder: home.join("autostart"),
                        resident: "openmeetings".into(),
                        window: "openmeetings-launcher".into(),
                        image: None,
                    },
                    window: std::path::PathBuf::from("openmeetings-launcher"),
                    toolkit,
                    clock: Arc::new(move || clock.now()),
                })
            }),
        }
    }

    /// How a window would come in. The program it would start is one that only
    /// says that another resident runs: the tests start that one themselves.
    pub fn start(&self, build: Build) -> Start {
        Start {
            program: "/bin/true".into(),
            argument: "tray",
            place: self.place(),
            build,
            locale: None,
        }
    }

    /// A window of this build.
    pub async fn window(&self) -> Access {
        self.window_of(Build::this()).await
    }

    pub async fn window_of(&self, build: Build) -> Access {
        match Access::connect_or_start(self.start(build)).await.unwrap() {
            Opened::Access(access) => access,
            Opened::AlreadyOpen => panic!("there is a window already"),
        }
    }

    /// Addresses the browser was given.
    pub fn opened(&self) -> Vec<String> {
        self.opened.lock().unwrap().clone()
    }
}

impl Running {
    pub fn launcher(&self) -> &Launcher {
        self.local.launcher()
    }

    /// Ends it as the system would with SIGKILL: nothing is said or tidied up.
    pub async fn kill(self) {
        self.task.abort();
        assert!(self.task.await.unwrap_err().is_cancelled());
    }

    /// How it ended.
    pub async fn ended(self) -> Exit {
        soon(self.task).await.unwrap()
    }

    /// A saved account on the server, its password known until the end.
    pub async fn account(&self, house: &TestHouse, login: &str) -> ProfileId {
        let id = self.server(house, login);
        let kept = self
            .launcher()
            .set_password(&id, password(), Keep::UntilQuit);
        kept.await.unwrap();
        id
    }

    /// A saved account whose password is not known.
    pub fn server(&self, house: &TestHouse, login: &str) -> ProfileId {
        let draft = ProfileDraft {
            name: login.to_owned(),
            address: house.server.base_url(),
            login: login.to_owned(),
            ..ProfileDraft::default()
        };
        self.launcher().add_profile(draft).unwrap().id
    }

    /// A saved server that is asked for nothing by itself.
    pub fn without_account(&self, house: &TestHouse) -> ProfileId {
        self.server(house, "")
    }

    /// Waits until the state is as wanted.
    pub async fn until(&self, is: impl FnMut(&AppState) -> bool) {
        let mut states = self.launcher().subscribe();
        soon(states.wait_for(is)).await.unwrap();
    }
}

/// Between two tries of something that nobody announces.
pub async fn a_moment() {
    tokio::time::sleep(Duration::from_millis(2)).await;
}

/// A test that waits for what never comes fails instead of hanging.
pub async fn soon<T>(work: impl Future<Output = T>) -> T {
    let value = tokio::time::timeout(PATIENCE, work).await;
    value.unwrap_or_else(|_| panic!("nothing came of it"))
}

fn launcher(home: &Path, pem: Option<Vec<u8>>, opened: Arc<Mutex<Vec<String>>>) -> Launcher {
    let limit = Duration::from_secs(20);
    let (launcher, said) = Launcher::start(Setup {
        file: ProfilesFile::in_folder(home),
        memory_file: Some(MemoryFile::in_folder(home)),
        remembered_file: Some(RememberedFile::in_folder(home)),
        cache: Some(Cache::in_folder(home)),
        browsers: Vec::new(),
        keychain: Secrets::new(MemoryStore::default()),
        connector: Connector::new(
            pem,
            Some(Limits {
                connect: limit,
                call: limit,
                login: limit,
            }),
        ),
        policy: Policy::Absent,
        open_url: Arc::new(move |link, _| {
            opened.lock().unwrap().push(link.expose_url().to_owned());
            Ok(())
        }),
        language: None,
    })
    .unwrap();
    assert_eq!(said, []);
    launcher
}

/// A house with a resident and a window that looks on.
pub async fn inhabited() -> (TestHouse, Running, Access) {
    let house = TestHouse::new().await;
    let running = house.resident().await;
    let window = house.window().await;
    (house, running, window)
}

/// Whoever did wrong before, this viewer is served.
pub async fn assert_served(access: &Access) {
    let understood = access.ask(Intent::Understand { text: "12".into() });
    assert!(matches!(
        soon(understood).await.unwrap(),
        Answer::Understood(_)
    ));
}

/// A window that takes the seat as soon as it is free.
pub async fn next_window(house: &TestHouse) -> Access {
    loop {
        let opened = Access::connect_or_start(house.start(Build::this())).await;
        if let Opened::Access(access) = opened.unwrap() {
            return access;
        }
        a_moment().await;
    }
}

/// A command line that comes in as soon as there is room.
pub async fn enter(house: &TestHouse) -> Access {
    loop {
        if let Some(access) = Access::connect(&house.place(), &Build::this()).await {
            return access;
        }
        a_moment().await;
    }
}
