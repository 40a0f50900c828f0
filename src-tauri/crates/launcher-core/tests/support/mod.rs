//! [`TestLauncher`]: the real launcher with the real client and the real test
//! server; only the browser is replaced, by a recorder.

#![allow(
    dead_code,
    clippy::allow_attributes,
    reason = "each test binary uses its own part"
)]
#![allow(clippy::unwrap_used, reason = "tests may")]

use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use launcher_core::connect::{Connector, Limits};
use launcher_core::error::LauncherError;
use launcher_core::intent::{Answer, Intent, LinkAnswer};
use launcher_core::launcher::{Keep, Launcher, Setup};
use launcher_core::meeting::cache::Cache;
use launcher_core::memory::MemoryFile;
use launcher_core::policy::Policy;
use launcher_core::profile::file::ProfilesFile;
use launcher_core::profile::{Profile, ProfileDraft};
use launcher_core::remembered::file::RememberedFile;
use launcher_core::secret::{MemoryStore, Password, SecretStore, Secrets};
use launcher_core::state::{AppState, Meetings};
use launcher_core::texts::Texts;
use launcher_core::view;
use openmeetings_testserver::{
    DEMO_PASSWORD, Delays, TestClock, TestServer, TestServerBuilder, World,
};

type Opened = Arc<Mutex<Vec<String>>>;

pub(crate) struct TestLauncher {
    pub(crate) launcher: Launcher,
    pub(crate) server: TestServer,
    pub(crate) folder: tempfile::TempDir,
    opened: Opened,
    /// What the computer trusts beside what it comes with.
    trusted_pem: Option<Vec<u8>>,
}

pub(crate) fn now() -> jiff::Timestamp {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

pub(crate) fn server() -> TestServerBuilder {
    TestServer::builder()
        .delays(Delays::none())
        .world(World::demo(now()))
        .clock(TestClock::fixed(now()))
}

pub(crate) fn password() -> Password {
    Password::new(DEMO_PASSWORD.to_owned())
}

impl TestLauncher {
    pub(crate) async fn new() -> Self {
        Self::with(server().start().await.unwrap())
    }

    pub(crate) fn with(server: TestServer) -> Self {
        let trusted_pem = authority(&server);
        Self::trusting(trusted_pem, server)
    }

    /// On a computer that does not know who signed the server's certificate.
    pub(crate) fn with_unknown(server: TestServer) -> Self {
        Self::trusting(None, server)
    }

    fn trusting(trusted_pem: Option<Vec<u8>>, server: TestServer) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let opened = Opened::default();
        let (launcher, said) = start(trusted_pem.clone(), folder.path(), &opened);
        assert_eq!(said, []);
        Self {
            launcher,
            server,
            folder,
            opened,
            trusted_pem,
        }
    }

    /// One that waits as long as people do, for servers with very much to tell.
    pub(crate) fn unhurried(server: TestServer) -> Self {
        let mut test = Self::with(server);
        let mut setup = setup(test.trusted_pem.clone(), test.folder.path(), &test.opened);
        setup.connector.limits = None;
        test.launcher = Launcher::start(setup).unwrap().0;
        test
    }

    /// One whose keychain is this one.
    pub(crate) fn with_keychain(server: TestServer, store: impl SecretStore + 'static) -> Self {
        let mut test = Self::with(server);
        let mut setup = setup(test.trusted_pem.clone(), test.folder.path(), &test.opened);
        setup.keychain = Secrets::new(store);
        test.launcher = Launcher::start(setup).unwrap().0;
        test
    }

    /// One that keeps its files in a folder of somebody else.
    pub(crate) fn in_folder(server: TestServer, folder: &Path) -> Self {
        let mut test = Self::with(server);
        let (launcher, said) = start(test.trusted_pem.clone(), folder, &test.opened);
        assert_eq!(said, []);
        test.launcher = launcher;
        test
    }

    /// The launcher as the next start finds it in a folder.
    pub(crate) fn again(server: &TestServer, folder: &Path) -> (Launcher, Vec<LauncherError>) {
        start(authority(server), folder, &Opened::default())
    }

    /// The launcher as it is after the next start of the computer.
    pub(crate) fn start_again(&self) -> (Launcher, Vec<LauncherError>) {
        self.launcher.write_lists();
        start(self.trusted_pem.clone(), self.folder.path(), &self.opened)
    }

    /// A saved account on the server, its password known.
    pub(crate) async fn profile(&self, login: &str) -> Profile {
        let draft = ProfileDraft {
            name: login.to_owned(),
            address: self.server.base_url(),
            login: login.to_owned(),
            ..ProfileDraft::default()
        };
        let profile = self.launcher.add_profile(draft).unwrap();
        self.launcher
            .set_password(&profile.id, password(), Keep::InKeychain)
            .await
            .unwrap();
        profile
    }

    /// Addresses the browser was given.
    pub(crate) fn opened(&self) -> Vec<String> {
        self.opened.lock().unwrap().clone()
    }

    /// How often a path was asked for.
    pub(crate) fn count(&self, path: &str) -> usize {
        self.server
            .requests()
            .iter()
            .filter(|seen| seen.path_and_query.contains(path))
            .count()
    }

    /// Nothing a viewer can see holds a secret.
    pub(crate) fn assert_discreet(&self) {
        let state = self.launcher.read(|state: &AppState| format!("{state:?}"));
        let launcher = format!("{:?}", self.launcher);
        // No file comes and goes while they are read.
        self.launcher.write_lists();
        let mut files = String::new();
        for file in std::fs::read_dir(self.folder.path()).unwrap() {
            files.push_str(&String::from_utf8_lossy(
                &std::fs::read(file.unwrap().path()).unwrap(),
            ));
        }
        let mut secrets = self.server.secrets();
        secrets.push(DEMO_PASSWORD.to_owned());
        for secret in secrets {
            for text in [&state, &launcher, &files] {
                assert!(!text.contains(&secret), "{secret} in {text}");
            }
        }
    }
}

impl TestLauncher {
    /// Does what a viewer asks for.
    pub(crate) async fn perform(&self, intent: Intent) -> Result<Answer, LauncherError> {
        self.launcher
            .perform(intent, &Texts::english(), now())
            .await
    }

    /// Waits until the state is as wanted.
    pub(crate) async fn until(&self, is: impl FnMut(&AppState) -> bool) {
        let mut state = self.launcher.subscribe();
        tokio::time::timeout(Duration::from_secs(10), state.wait_for(is))
            .await
            .unwrap()
            .unwrap();
    }

    /// To the question about a link that stands.
    pub(crate) fn answer(&self, answer: LinkAnswer) -> Intent {
        let to = self.view().question.map_or(0, |asked| asked.number);
        Intent::AnswerLink { to, answer }
    }

    pub(crate) fn view(&self) -> view::View {
        self.launcher
            .read(|state| view::view(state, &Texts::english()))
    }

    pub(crate) fn agenda(&self) -> view::Agenda {
        self.launcher.read(view::agenda)
    }

    pub(crate) fn draft(&self, login: &str) -> ProfileDraft {
        ProfileDraft {
            name: "Work".into(),
            address: self.server.base_url(),
            login: login.into(),
            ..ProfileDraft::default()
        }
    }

    /// Adds a server as a person does, up to the check of the account.
    pub(crate) async fn check(&self, login: &str, password: Password) {
        let address = self.server.base_url();
        let check = Intent::CheckServer {
            address,
            name: None,
        };
        self.perform(check).await.unwrap();
        self.launcher.hold_password(password);
        let login = login.to_owned();
        self.perform(Intent::CheckAccount { login }).await.unwrap();
    }

    pub(crate) async fn saved(&self, login: &str) -> view::ProfileView {
        self.check(login, password()).await;
        let save = Intent::SaveServer {
            draft: Box::new(self.draft(login)),
            keep: Keep::InKeychain,
        };
        self.perform(save).await.unwrap();
        self.until(|state| {
            let mut lists = state.meetings.values();
            lists.any(|list| matches!(list, Meetings::Ready(_)))
        })
        .await;
        self.view().profiles.remove(0)
    }
}

fn start(
    trusted_pem: Option<Vec<u8>>,
    folder: &Path,
    opened: &Opened,
) -> (Launcher, Vec<LauncherError>) {
    Launcher::start(setup(trusted_pem, folder, opened)).unwrap()
}

/// Authorities that are not those of this computer, as PEM.
fn authority(server: &TestServer) -> Option<Vec<u8>> {
    server.authority_pem().map(|pem| pem.as_bytes().to_vec())
}

fn setup(trusted_pem: Option<Vec<u8>>, folder: &Path, opened: &Opened) -> Setup {
    let recorder = Arc::clone(opened);
    Setup {
        file: ProfilesFile::in_folder(folder),
        memory_file: Some(MemoryFile::in_folder(folder)),
        remembered_file: Some(RememberedFile::in_folder(folder)),
        cache: Some(Cache::in_folder(folder)),
        browsers: Vec::new(),
        keychain: Secrets::new(MemoryStore::default()),
        connector: Connector::new(
            trusted_pem,
            Some(Limits {
                connect: Duration::from_millis(500),
                call: Duration::from_millis(500),
                login: Duration::from_millis(500),
            }),
        ),
        policy: Policy::Absent,
        open_url: Arc::new(move |link, _| {
            recorder.lock().unwrap().push(link.expose_url().to_owned());
            Ok(())
        }),
        language: None,
    }
}
