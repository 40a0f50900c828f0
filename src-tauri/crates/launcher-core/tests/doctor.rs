//! The doctor with a login, and what no sign may carry out of it.

#![expect(clippy::unwrap_used, reason = "a test may")]

mod support;

use std::sync::Arc;
use std::time::Duration;

use launcher_core::doctor::{ComputerSigns, Diagnosis, Doctor, Finding, LoginWish, Scope, Topic};
use launcher_core::texts::{Audience, Texts};
use openmeetings_testserver::{DEMO_PASSWORD, Delays, Fault};
use support::{TestLauncher, now, server};

async fn diagnosed(launcher: &TestLauncher, login: LoginWish) -> Diagnosis {
    let doctor = Doctor::of(&launcher.launcher, Arc::new(now));
    let computer = ComputerSigns::default();
    doctor.examine(&Scope::Saved, login, &computer).await
}

fn about(found: &Diagnosis, topic: Topic) -> Vec<String> {
    let findings = found.sections.iter().flat_map(|it| &it.findings);
    let found = findings.filter(|finding| finding.topic == topic);
    found.map(Finding::name).collect()
}

/// Everything that anybody could ever see of it.
fn every_form(found: &Diagnosis) -> String {
    let mut forms = found.anonymous().join("\n");
    for language in ["en", "de", "ar"] {
        for audience in [Audience::Window, Audience::CommandLine] {
            let view = found.view(&Texts::new(language), audience);
            forms.push_str(&serde_json::to_string(&view).unwrap());
        }
    }
    format!("{forms}\n{found:?}")
}

#[tokio::test]
async fn a_login_is_made_where_it_is_asked_for_and_tells_what_the_account_can_do() {
    let launcher = TestLauncher::new().await;
    launcher.profile("anna").await;
    let unasked = diagnosed(&launcher, LoginWish::Never).await;
    assert_eq!(about(&unasked, Topic::Login), Vec::<String>::new());
    assert_eq!(launcher.count("user/login"), 0);
    let found = diagnosed(&launcher, LoginWish::WithSavedPassword).await;
    assert_eq!(about(&found, Topic::Login), ["login-made"]);
    assert_eq!(about(&found, Topic::Rights), ["rights-keys"]);
    launcher.profile("paul").await;
    let found = diagnosed(&launcher, LoginWish::WithSavedPassword).await;
    assert_eq!(about(&found, Topic::Rights), ["rights-keys", "rights-page"]);
}

#[tokio::test]
async fn a_login_that_keeps_everybody_waiting_is_told() {
    let mut delays = Delays::none();
    delays.login = Duration::from_millis(2100);
    let launcher = TestLauncher::unhurried(server().delays(delays).start().await.unwrap());
    launcher.profile("anna").await;
    let found = diagnosed(&launcher, LoginWish::WithSavedPassword).await;
    assert_eq!(about(&found, Topic::Login), ["login-slow"]);
}

#[tokio::test]
async fn slow_answers_are_told() {
    let mut delays = Delays::none();
    delays.other = Duration::from_millis(1050);
    let launcher = TestLauncher::unhurried(server().delays(delays).start().await.unwrap());
    launcher.profile("anna").await;
    let found = diagnosed(&launcher, LoginWish::Never).await;
    assert_eq!(about(&found, Topic::Speed), ["speed-slow"]);
}

#[tokio::test]
async fn what_a_login_leaves_behind_is_in_no_form_of_what_was_found() {
    let launcher = TestLauncher::new().await;
    launcher.profile("anna").await;
    let planted = "07a699ab-1553-48e5-886c-ce9e4ddaaff4";
    for (fault, path) in [
        (None, ""),
        (Some(Fault::Text(500, format!("no {planted}"))), "user/hash"),
        (
            Some(Fault::Text(500, format!("at {planted}"))),
            "user/login",
        ),
        (
            Some(Fault::Redirect(format!("https://x/hash?secure={planted}"))),
            "info/version",
        ),
    ] {
        launcher.server.heal();
        if let Some(fault) = fault {
            launcher.server.go_wrong(fault, path, None);
        }
        let found = diagnosed(&launcher, LoginWish::WithSavedPassword).await;
        let forms = every_form(&found);
        let mut secrets = launcher.server.secrets();
        secrets.extend([DEMO_PASSWORD.to_owned(), planted.to_owned()]);
        for secret in &secrets {
            assert!(!forms.contains(secret.as_str()), "{path}: {forms}");
        }
    }
    assert!(!launcher.server.secrets().is_empty());
}

#[tokio::test]
async fn remembered_invitations_to_nowhere_are_counted_and_their_hashes_kept() {
    let launcher = TestLauncher::new().await;
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../tests/fixtures/ics/request-guest.ics"
    );
    let text = std::fs::read_to_string(file).unwrap();
    let before = "2026-11-20T09:00:00Z".parse().unwrap();
    launcher.launcher.remember(&text, None, before).unwrap();
    let hash = launcher.launcher.read(|state| {
        let link = state.remembered[0].link.expose_url();
        let hash = link.split("invitation=").nth(1).unwrap();
        hash.split('&').next().unwrap().to_owned()
    });
    let found = diagnosed(&launcher, LoginWish::Never).await;
    assert_eq!(about(&found, Topic::Invitations), ["invitations-lead-here"]);
    assert!(!every_form(&found).contains(&hash));
}
