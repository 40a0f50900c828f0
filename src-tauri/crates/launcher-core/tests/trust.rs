//! Whom servers are taken for: six certificates that do not hold, keys and
//! authorities that a person trusts all the same, and the alarm about another key.

#![expect(clippy::unwrap_used, reason = "a test may")]

mod support;

use std::collections::BTreeSet;
use std::time::Duration;

use launcher_core::KeyFingerprint;
use launcher_core::error::{Code, ErrorView, LauncherError};
use launcher_core::intent::{Intent, Keep, TrustDecision};
use launcher_core::meeting::refresh::LOOK_AHEAD;
use launcher_core::policy::Policy;
use launcher_core::profile::{Profile, ProfileId};
use launcher_core::reminder::Preflight;
use launcher_core::state::Meetings;
use launcher_core::texts::Texts;
use launcher_core::trust::ServerTrust;
use launcher_core::view::{SetupStage, TrustView};
use openmeetings_testserver::{TestServer, TlsCertificate};
use support::{TestLauncher, now, password, server};

fn self_signed() -> TlsCertificate {
    TlsCertificate::self_signed(&["localhost"]).unwrap()
}

fn key_of(certificate: &TlsCertificate) -> KeyFingerprint {
    let digest = ring::digest::digest(&ring::digest::SHA256, certificate.public_key());
    <[u8; 32]>::try_from(digest.as_ref()).unwrap().into()
}

fn trust_key(profile: Option<ProfileId>, key: KeyFingerprint) -> Intent {
    let decision = TrustDecision::Key { key };
    Intent::Trust { profile, decision }
}

fn take_back(profile: Option<ProfileId>) -> Intent {
    let decision = TrustDecision::TakeBack;
    Intent::Trust { profile, decision }
}

async fn start(certificate: TlsCertificate) -> TestServer {
    server().tls(certificate).start().await.unwrap()
}

async fn unknown(certificate: TlsCertificate) -> TestLauncher {
    TestLauncher::with_unknown(start(certificate).await)
}

/// The server comes back in the same place with another certificate.
async fn change(test: &mut TestLauncher, certificate: TlsCertificate) {
    let address = test.server.address();
    test.server = server().start().await.unwrap();
    let changed = || server().tls(certificate.clone()).listen(address);
    // The old one lets go of the port when its task is next looked at.
    let again = async {
        loop {
            if let Ok(server) = changed().start().await {
                return server;
            }
            tokio::task::yield_now().await;
        }
    };
    test.server = tokio::time::timeout(Duration::from_secs(10), again)
        .await
        .unwrap();
}

async fn refused(test: &TestLauncher) -> LauncherError {
    let address = test.server.base_url();
    let checked = test.launcher.check_address(&address, None, |_| ()).await;
    checked.unwrap_err()
}

async fn check_server(test: &TestLauncher) {
    let address = test.server.base_url();
    let name = None;
    test.perform(Intent::CheckServer { address, name })
        .await
        .unwrap();
}

fn failure_of_setup(test: &TestLauncher) -> ErrorView {
    let stage = test.view().setup.unwrap().stage;
    let SetupStage::Failed { error } = stage else {
        panic!("{stage:?}")
    };
    error
}

/// The person adds the server and trusts the key that it shows.
async fn add_pinned(test: &TestLauncher, login: &str) -> Profile {
    check_server(test).await;
    let shown = failure_of_setup(test).certificate.unwrap().key;
    let key = shown.parse().unwrap();
    test.perform(trust_key(None, key)).await.unwrap();
    assert_eq!(test.view().setup.unwrap().stage, SetupStage::Found);
    test.launcher.hold_password(password());
    let login = login.to_owned();
    test.perform(Intent::CheckAccount {
        login: login.clone(),
    })
    .await
    .unwrap();
    let draft = Box::new(test.draft(&login));
    let keep = Keep::UntilQuit;
    test.perform(Intent::SaveServer { draft, keep })
        .await
        .unwrap();
    test.launcher.read(|state| state.profiles[0].clone())
}

#[tokio::test]
async fn each_certificate_that_does_not_hold_has_its_own_code_and_facts() {
    let names = &["localhost"];
    let trusted = |certificate| async { TestLauncher::with(start(certificate).await) };
    let cases = [
        (
            unknown(TlsCertificate::trusted(names).unwrap()).await,
            Code::CertificateUntrusted,
            "OpenMeetings test authority",
        ),
        (
            trusted(TlsCertificate::trusted(&["meet.example"]).unwrap()).await,
            Code::CertificateWrongName,
            "meet.example",
        ),
        (
            trusted(TlsCertificate::expired(names).unwrap()).await,
            Code::CertificateExpired,
            "1971-01-01",
        ),
        (
            trusted(TlsCertificate::not_yet_valid(names).unwrap()).await,
            Code::CertificateNotYetValid,
            "2095-01-01",
        ),
        (
            trusted(TlsCertificate::without_intermediate(names).unwrap()).await,
            Code::CertificateIncomplete,
            "OpenMeetings test intermediate",
        ),
        (
            trusted(TlsCertificate::like_the_shipped_one().unwrap()).await,
            Code::CertificateIsDefault,
            "OpenMeetings download",
        ),
    ];
    let mut sentences = BTreeSet::new();
    for (test, code, fact) in cases {
        let error = refused(&test).await;
        assert_eq!(error.code, code);
        let view = error.view(&Texts::english());
        assert!(view.message.contains(fact), "{view:?}");
        assert!(view.hint.contains("nothing was sent"), "{view:?}");
        let trustable = code != Code::CertificateIsDefault;
        assert_eq!(view.certificate.is_some(), trustable, "{view:?}");
        assert!(test.server.requests().is_empty());
        sentences.insert((view.message, view.hint));
    }
    assert_eq!(sentences.len(), 6);
}

#[tokio::test]
async fn a_key_that_was_trusted_while_adding_is_used_by_every_connection() {
    let certificate = TlsCertificate::expired(&["elsewhere.example"]).unwrap();
    let key = key_of(&certificate);
    let test = unknown(certificate).await;
    let profile = add_pinned(&test, "anna").await;
    assert_eq!(profile.trust, Some(ServerTrust::Key(key)));
    let checked = test.launcher.check_profile(&profile.id).await.unwrap();
    assert_eq!(checked.unwrap().key, Some(key));
    let launcher = &test.launcher;
    let refreshed = launcher.refresh_meetings(&profile.id, now(), LOOK_AHEAD);
    assert!(refreshed.await.is_none_or(|outcome| outcome.is_ok()));
    test.until(|state| {
        let list = state.meetings.get(&profile.id);
        list.is_some_and(|list| list.loaded().is_some())
    })
    .await;
    let row = test
        .agenda()
        .meetings
        .into_iter()
        .find(|row| row.room_id.is_some());
    let row = row.unwrap().key;
    let ahead = test.launcher.preflight(&row, now()).await;
    assert!(!matches!(ahead, Preflight::Red(_)), "{ahead:?}");
    test.perform(Intent::Join { key: row }).await.unwrap();
    assert_eq!(test.opened().len(), 1);
    // An invitation to it is no account of it, and the same server.
    let invitation = test.server.invite(5, "guest");
    let base = test.server.base_url();
    let join = Intent::JoinText {
        text: format!("{base}hash?invitation={invitation}"),
        profile: None,
        choice: None,
    };
    test.perform(join).await.unwrap();
    assert_eq!(test.opened().len(), 2);
    let (again, said) = test.start_again();
    assert_eq!(said, []);
    let address = test.server.base_url();
    assert!(again.check_address(&address, None, |_| ()).await.is_ok());
}

#[tokio::test]
async fn another_key_is_an_alarm_and_nothing_is_sent_or_can_be_accepted() {
    let certificate = self_signed();
    let was = key_of(&certificate);
    let mut test = unknown(certificate).await;
    let profile = add_pinned(&test, "anna").await;
    let other = self_signed();
    let is = key_of(&other);
    change(&mut test, other).await;
    let checked = test.launcher.check_profile(&profile.id).await.unwrap();
    let view = checked.unwrap_err().view(&Texts::english());
    assert_eq!(view.code, "certificate-other-key");
    for key in [was, is] {
        assert!(view.message.contains(&key.to_string()), "{view:?}");
    }
    assert_eq!(view.certificate, None, "there is no button for it");
    // The list that was loaded when the server was saved.
    let id = &profile.id;
    test.until(|state| !matches!(state.meetings.get(id), Some(Meetings::Loading { .. })))
        .await;
    let refreshed = test
        .launcher
        .refresh_meetings(&profile.id, now(), LOOK_AHEAD)
        .await;
    let error = refreshed.unwrap().unwrap_err();
    assert_eq!(error.code, Code::CertificateOtherKey);
    let id = profile.id.clone();
    let accept = |key| trust_key(Some(id.clone()), key);
    let error = test.perform(accept(is)).await.unwrap_err();
    assert_eq!(error.code, Code::NothingToTrust);
    assert!(test.server.requests().is_empty());
    // The way out: the old one is taken back, and what is shown then is trusted.
    let take_back = take_back(Some(profile.id.clone()));
    test.perform(take_back).await.unwrap();
    let checked = test.launcher.check_profile(&profile.id).await.unwrap();
    assert_eq!(checked.unwrap_err().code, Code::CertificateUntrusted);
    assert!(test.server.requests().is_empty());
    test.perform(accept(is)).await.unwrap();
    let checked = test.launcher.check_profile(&profile.id).await.unwrap();
    assert_eq!(checked.unwrap().key, Some(is));
}

#[tokio::test]
async fn only_the_key_that_was_shown_can_be_trusted() {
    let test = unknown(self_signed()).await;
    check_server(&test).await;
    let (profile, key) = (None, [7; 32].into());
    let error = test.perform(trust_key(profile, key)).await;
    assert_eq!(error.unwrap_err().code, Code::NothingToTrust);
    let error = failure_of_setup(&test);
    assert_eq!(error.code, "certificate-untrusted");
}

#[tokio::test]
async fn the_shipped_certificate_cannot_be_trusted_even_by_its_key() {
    let certificate = TlsCertificate::like_the_shipped_one().unwrap();
    let key = key_of(&certificate);
    let test = unknown(certificate).await;
    check_server(&test).await;
    assert_eq!(failure_of_setup(&test).certificate, None);
    let error = test.perform(trust_key(None, key)).await;
    assert_eq!(error.unwrap_err().code, Code::NothingToTrust);
    let profile = test.profile("anna").await;
    let trust = ServerTrust::Key(key);
    let trusted = test.launcher.trust_server(&profile.id, Some(&trust));
    assert!(trusted.is_ok());
    assert_eq!(refused(&test).await.code, Code::CertificateIsDefault);
    assert!(test.server.requests().is_empty());
}

#[tokio::test]
async fn authorities_of_a_file_are_trusted_for_their_server_only() {
    let test = unknown(TlsCertificate::trusted(&["localhost"]).unwrap()).await;
    let other = start(TlsCertificate::trusted(&["localhost"]).unwrap()).await;
    let pem = test.server.authority_pem().unwrap().to_owned();
    check_server(&test).await;
    let path = || "ca.pem".to_owned();
    let trust = |pem: String| Intent::Trust {
        profile: None,
        decision: TrustDecision::Authorities { pem, path: path() },
    };
    let error = test.perform(trust("hello".to_owned())).await.unwrap_err();
    assert_eq!(error.code, Code::AuthoritiesUnreadable);
    assert!(error.to_string().contains("ca.pem"));
    test.perform(trust(pem)).await.unwrap();
    assert_eq!(test.view().setup.unwrap().stage, SetupStage::Found);
    let draft = Box::new(test.draft(""));
    let keep = Keep::UntilQuit;
    test.perform(Intent::SaveServer { draft, keep })
        .await
        .unwrap();
    let names = vec!["OpenMeetings test authority".to_owned()];
    let trusted = test.view().profiles[0].trust.clone();
    assert_eq!(trusted, Some(TrustView::Authorities { names }));
    let address = test.server.base_url();
    let checked = test.launcher.check_address(&address, None, |_| ()).await;
    assert!(checked.is_ok());
    let address = other.base_url();
    let checked = test.launcher.check_address(&address, None, |_| ()).await;
    assert_eq!(checked.unwrap_err().code, Code::CertificateUntrusted);
}

#[tokio::test]
async fn a_trust_is_of_all_accounts_there_and_goes_and_comes_back_with_the_last() {
    let certificate = self_signed();
    let trust = Some(ServerTrust::Key(key_of(&certificate)));
    let test = unknown(certificate).await;
    let anna = add_pinned(&test, "anna").await;
    let paul = test.profile("paul").await;
    assert_eq!(
        test.launcher.profile_named(Some("paul")).unwrap().trust,
        trust
    );
    let remove = |id| Intent::RemoveServer { id };
    test.perform(remove(anna.id)).await.unwrap();
    assert_eq!(
        test.launcher.profile_named(Some("paul")).unwrap().trust,
        trust
    );
    test.perform(remove(paul.id.clone())).await.unwrap();
    assert_eq!(refused(&test).await.code, Code::CertificateUntrusted);
    test.perform(Intent::UndoRemove).await.unwrap();
    assert_eq!(test.launcher.profile_named(None).unwrap().trust, trust);
    // An export is for other computers: they decide for themselves.
    let exported = test.launcher.export_servers().unwrap();
    assert!(!exported.contains("sha256"), "{exported}");
    // Another port is another server.
    let mut draft = test.draft("paul");
    draft.address = "https://localhost:9/openmeetings/".to_owned();
    let moved = test.launcher.change_server(&paul.id, draft).await.unwrap();
    assert_eq!(moved.trust, None);
}

#[tokio::test]
async fn a_trust_that_was_taken_back_does_not_come_back_with_an_undo() {
    let test = unknown(self_signed()).await;
    let anna = add_pinned(&test, "anna").await;
    let paul = test.profile("paul").await;
    let id = anna.id;
    test.perform(Intent::RemoveServer { id }).await.unwrap();
    let profile = Some(paul.id);
    test.perform(take_back(profile)).await.unwrap();
    test.perform(Intent::UndoRemove).await.unwrap();
    assert!(test.view().profiles.iter().all(|one| one.trust.is_none()));
}

#[tokio::test]
async fn the_organisation_decides_about_its_servers() {
    let certificate = self_signed();
    let key = key_of(&certificate);
    let test = unknown(certificate).await;
    let profile = add_pinned(&test, "anna").await;
    let policy = |more: &str| {
        let file = test.folder.path().join("policy.json");
        let address = test.server.base_url();
        let content = format!(r#"{{"schema":1,"servers":[{{"address":"{address}"{more}}}]}}"#);
        std::fs::write(&file, content).unwrap();
        Policy::in_file(&file)
    };
    test.launcher.renew_policy(policy("")).unwrap();
    assert_eq!(refused(&test).await.code, Code::CertificateUntrusted);
    let trust = ServerTrust::Key(key);
    let refused_to = test.launcher.trust_server(&profile.id, Some(&trust));
    let error = refused_to.unwrap_err();
    assert_eq!(error.code, Code::PolicyLocked);
    let pinned = format!(r#","publicKey":"{key}""#);
    test.launcher.renew_policy(policy(&pinned)).unwrap();
    let address = test.server.base_url();
    let checked = test.launcher.check_address(&address, None, |_| ()).await;
    assert_eq!(checked.unwrap().key, Some(key));
    let error = test.launcher.trust_server(&profile.id, None).unwrap_err();
    assert_eq!(error.code, Code::PolicyLocked);
    assert!(
        test.view().profiles[0]
            .locked
            .contains(&"publicKey".to_owned())
    );
}
