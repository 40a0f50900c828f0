//! The check of a server, layer by layer.

#![expect(clippy::unwrap_used, reason = "a test may")]

mod support;

use launcher_core::BaseUrl;
use launcher_core::error::Code;
use launcher_core::launcher::Keep;
use launcher_core::profile::AccountRoute;
use launcher_core::profile::check::{Account, CheckedLayer, Layer, Outcome, Warning};
use launcher_core::state::Check;
use openmeetings_testserver::{Fault, TlsCertificate};
use support::{TestLauncher, password, server};

/// Layers with how they ended: `ok`, the warning or the code.
async fn check(test: &TestLauncher, address: &str, login: Option<&str>) -> Vec<(Layer, String)> {
    let mut layers = Vec::new();
    let password = password();
    let account = login.map(|login| Account {
        login,
        password: &password,
    });
    let outcome = test
        .launcher
        .check_address(address, account, |checked: &CheckedLayer| {
            let how = match &checked.outcome {
                Outcome::Passed => "ok".to_owned(),
                Outcome::Warning(Warning::NotEncrypted) => "not encrypted".to_owned(),
                Outcome::Warning(Warning::PasswordInAddress) => "password in address".to_owned(),
                Outcome::Failed(error) => error.code.name(),
            };
            layers.push((checked.layer, how));
        })
        .await;
    let failed = layers
        .iter()
        .any(|(_, how)| how.contains("certificate") || how.contains("unreachable"));
    assert!(!(failed && outcome.is_ok()));
    layers
}

fn last(layers: &[(Layer, String)]) -> (Layer, &str) {
    let (layer, how) = layers.last().unwrap();
    (*layer, how)
}

#[tokio::test]
async fn a_good_server_passes_every_layer() {
    let test = TestLauncher::new().await;
    let layers = check(&test, &test.server.base_url(), Some("anna")).await;
    let how: Vec<&str> = layers.iter().map(|(_, how)| how.as_str()).collect();
    assert_eq!(how, ["ok", "not encrypted", "ok", "ok", "ok"]);
    let test = TestLauncher::with(server().version("8.1.0").start().await.unwrap());
    let layers = check(&test, &test.server.base_url(), Some("paul")).await;
    assert_eq!(layers[3], (Layer::Login, "password in address".to_owned()));
}

#[tokio::test]
async fn the_layer_that_failed_is_the_answer() {
    let test = TestLauncher::new().await;
    let base = test.server.base_url();
    assert_eq!(
        last(&check(&test, &base, Some("nobody")).await),
        (Layer::Login, "bad-credentials")
    );
    assert_eq!(
        last(&check(&test, &base, Some("loner")).await),
        (Layer::Login, "no-group")
    );
    assert_eq!(
        last(&check(&test, "http://127.0.0.1:9/om", None).await),
        (Layer::Reach, "server-unreachable")
    );
    assert_eq!(
        last(&check(&test, "a b", None).await),
        (Layer::Reach, "address-malformed")
    );
    test.server.go_wrong(Fault::Html, "info/version", None);
    assert_eq!(
        last(&check(&test, &base, Some("anna")).await),
        (Layer::Version, "not-open-meetings")
    );
    assert_eq!(
        test.count("user/login"),
        2,
        "no password goes to what is no OpenMeetings"
    );
}

#[tokio::test]
async fn a_bare_host_finds_the_context_path() {
    let test = TestLauncher::new().await;
    let bare = format!("http://127.0.0.1:{}", test.server.address().port());
    let report = test
        .launcher
        .check_address(&bare, None, |_| ())
        .await
        .unwrap();
    assert_eq!(report.base_url.to_string(), test.server.base_url());
}

#[tokio::test]
async fn a_password_goes_to_an_open_address_only_if_that_was_written_out() {
    let test = TestLauncher::new().await;
    let bare = format!("127.0.0.1:{}", test.server.address().port());
    // The port speaks no TLS, so only the open address would do, and a broken
    // encrypted connection must not lead there.
    let layers = check(&test, &bare, Some("anna")).await;
    assert_eq!(last(&layers), (Layer::Encryption, "tls-failed"));
    assert_eq!(test.count("user/login"), 0);
}

#[tokio::test]
async fn certificates_stop_the_check_before_anything_is_sent() {
    for (certificate, code) in [
        (
            TlsCertificate::expired(&["localhost"]).unwrap(),
            "certificate-expired",
        ),
        (
            TlsCertificate::trusted(&["other.example"]).unwrap(),
            "certificate-wrong-name",
        ),
    ] {
        let test = TestLauncher::with(server().tls(certificate).start().await.unwrap());
        let layers = check(&test, &test.server.base_url(), Some("anna")).await;
        assert_eq!(last(&layers), (Layer::Encryption, code));
        assert!(test.server.requests().is_empty());
    }
    let good = TlsCertificate::trusted(&["localhost"]).unwrap();
    let test = TestLauncher::with(server().tls(good).start().await.unwrap());
    assert_eq!(
        last(&check(&test, &test.server.base_url(), Some("anna")).await),
        (Layer::Rights, "ok")
    );
}

#[tokio::test]
async fn a_check_of_a_saved_server_is_remembered() {
    let test = TestLauncher::new().await;
    let profile = test.profile("paul").await;
    test.launcher
        .check_profile(&profile.id)
        .await
        .unwrap()
        .unwrap();
    test.launcher.read(|state| {
        assert!(matches!(
            state.checks[&profile.id],
            Check::Done { outcome: Ok(_), .. }
        ));
        assert_eq!(state.profiles[0].route, AccountRoute::RoomPage);
        assert_eq!(state.profiles[0].server_version.as_deref(), Some("9.1.0"));
    });
    let wrong = launcher_core::secret::Password::new("wrong".to_owned());
    test.launcher
        .set_password(&profile.id, wrong, Keep::UntilQuit)
        .await
        .unwrap();
    let error = test
        .launcher
        .check_profile(&profile.id)
        .await
        .unwrap()
        .unwrap_err();
    assert_eq!(error.code, Code::BadCredentials);
    let view = error.view(&launcher_core::texts::Texts::english());
    assert!(view.message.contains("paul"), "{view:?}");
    let words = "Username/email and/or password are incorrect.";
    assert_eq!(view.server.as_deref(), Some(words), "{view:?}");
    // What is saved now is newer than what was kept until quit.
    test.launcher
        .set_password(&profile.id, password(), Keep::InKeychain)
        .await
        .unwrap();
    let checked = test.launcher.check_profile(&profile.id).await.unwrap();
    assert!(checked.is_ok(), "{checked:?}");
}

#[tokio::test]
async fn a_saved_server_is_where_it_was_found_or_nowhere() {
    let test = TestLauncher::new().await;
    let profile = test.profile("anna").await;
    // An address from which a person who types it is led to the context path.
    let root = format!("http://127.0.0.1:{}/", test.server.address().port());
    let base = BaseUrl::parse(&root).unwrap();
    let moved = test.launcher.change_profile(&profile.id, |profile| {
        profile.base_url = base.clone();
        profile.server_version = Some("9.0.0".into());
    });
    moved.unwrap();
    let checked = test.launcher.check_profile(&profile.id).await.unwrap();
    assert!(checked.is_err(), "{checked:?}");
    assert_eq!(test.count("user/login"), 0, "its password went elsewhere");
    let saved = test
        .launcher
        .read(|state| state.profiles[0].base_url.clone());
    assert_eq!(saved, base);
}
