//! Accounts that can enter every room as anybody, where the organisation does not
//! want their passwords kept.

#![expect(clippy::unwrap_used, reason = "a test may")]

mod support;

use std::path::Path;
use std::sync::Arc;

use launcher_core::RoomRef;
use launcher_core::connect::Connector;
use launcher_core::error::Code;
use launcher_core::join::Destination;
use launcher_core::launcher::{Keep, Launcher, Setup};
use launcher_core::policy::Policy;
use launcher_core::profile::check::Account;
use launcher_core::profile::file::ProfilesFile;
use launcher_core::profile::{Profile, ProfileDraft, ProfileId};
use launcher_core::secret::{MemoryStore, Password, SecretError, SecretStore, Secrets};
use openmeetings_testserver::TestServer;
use support::{now, password, server};

/// A keychain that the test can look into.
#[derive(Clone, Default)]
struct Keychain(Arc<MemoryStore>);

impl SecretStore for Keychain {
    fn load(&self, profile: &ProfileId) -> Result<Option<Password>, SecretError> {
        self.0.load(profile)
    }

    fn save(&self, profile: &ProfileId, password: &Password) -> Result<(), SecretError> {
        self.0.save(profile, password)
    }

    fn forget(&self, profile: &ProfileId) -> Result<(), SecretError> {
        self.0.forget(profile)
    }
}

impl Keychain {
    fn has(&self, profile: &Profile) -> bool {
        self.load(&profile.id).unwrap().is_some()
    }
}

fn start(folder: &Path, keychain: &Keychain) -> Launcher {
    let setup = Setup {
        file: ProfilesFile::in_folder(folder),
        memory_file: None,
        remembered_file: None,
        cache: None,
        browsers: Vec::new(),
        keychain: Secrets::new(keychain.clone()),
        connector: Connector::new(None, None),
        policy: Policy::Absent,
        open_url: Arc::new(|_, _| Ok(())),
        language: None,
    };
    Launcher::start(setup).unwrap().0
}

/// The organisation's word, from now on.
fn forbid(launcher: &Launcher, folder: &Path) {
    let file = folder.join("policy.json");
    std::fs::write(&file, r#"{"schema": 1, "storeSoapPasswords": false}"#).unwrap();
    launcher.renew_policy(Policy::in_file(&file)).unwrap();
}

/// Adds an account as the form does, after its check.
async fn add(launcher: &Launcher, server: &TestServer, login: &str) -> Profile {
    let address = server.base_url();
    let password = password();
    let account = Account {
        login,
        password: &password,
    };
    let checking = launcher.check_address(&address, Some(account), |_| ());
    let report = checking.await.unwrap();
    let draft = ProfileDraft {
        name: login.to_owned(),
        address,
        login: login.to_owned(),
        ..ProfileDraft::default()
    };
    let kept = Some((password.clone(), Keep::InKeychain));
    let added = launcher.add_checked_profile(draft, Some(&report), kept);
    added.await.unwrap()
}

async fn join(launcher: &Launcher, profile: &Profile) {
    let destination = Destination::Room {
        profile: profile.id.clone(),
        room: RoomRef::Id(2),
    };
    launcher.join(destination, now()).await.unwrap().unwrap();
}

#[tokio::test]
async fn a_password_is_kept_until_quit_only() {
    let (folder, keychain) = (tempfile::tempdir().unwrap(), Keychain::default());
    let server = server().start().await.unwrap();
    let launcher = start(folder.path(), &keychain);
    forbid(&launcher, folder.path());
    let mut notices = launcher.notices();
    let anna = add(&launcher, &server, "anna").await;
    assert!(!keychain.has(&anna));
    assert_eq!(notices.try_recv().unwrap().code, Code::SoapPasswordNotKept);
    join(&launcher, &anna).await;
    launcher
        .set_password(&anna.id, password(), Keep::InKeychain)
        .await
        .unwrap();
    assert!(!keychain.has(&anna), "nor later");
    assert_eq!(notices.try_recv().unwrap().code, Code::SoapPasswordNotKept);
    let paul = add(&launcher, &server, "paul").await;
    assert!(keychain.has(&paul), "an ordinary account is its owner's");
    assert!(notices.try_recv().is_err());
    let next = start(folder.path(), &keychain);
    assert!(!next.has_password(&anna.id).await.unwrap());
}

#[tokio::test]
async fn one_that_is_stored_is_taken_out_with_a_sentence() {
    let (folder, keychain) = (tempfile::tempdir().unwrap(), Keychain::default());
    let server = server().start().await.unwrap();
    let launcher = start(folder.path(), &keychain);
    let anna = add(&launcher, &server, "anna").await;
    assert!(keychain.has(&anna));
    let mut notices = launcher.notices();
    forbid(&launcher, folder.path());
    join(&launcher, &anna).await;
    assert!(!keychain.has(&anna));
    assert_eq!(notices.try_recv().unwrap().code, Code::SoapPasswordNotKept);
    join(&launcher, &anna).await;
    assert!(notices.try_recv().is_err(), "said once");
}

#[tokio::test]
async fn one_whose_right_is_found_out_by_a_join_is_taken_out() {
    let (folder, keychain) = (tempfile::tempdir().unwrap(), Keychain::default());
    let server = server().start().await.unwrap();
    let launcher = start(folder.path(), &keychain);
    forbid(&launcher, folder.path());
    let draft = ProfileDraft {
        address: server.base_url(),
        login: "anna".to_owned(),
        ..ProfileDraft::default()
    };
    let kept = Some((password(), Keep::InKeychain));
    let anna = launcher
        .add_checked_profile(draft, None, kept)
        .await
        .unwrap();
    assert!(keychain.has(&anna), "nobody knows yet");
    join(&launcher, &anna).await;
    assert!(!keychain.has(&anna));
    join(&launcher, &anna).await;
}
