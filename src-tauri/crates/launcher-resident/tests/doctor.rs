//! The doctor as the window asks for it, and what of it goes into the report.

#![expect(clippy::unwrap_used, reason = "a test may")]

mod support;

use launcher_core::doctor::{Grade, ResidentSign, Topic};
use launcher_core::intent::{Answer, Intent};
use launcher_core::state::{AppState, Meetings};
use launcher_core::view::{DiagnosisView, FindingView};
use launcher_resident::doctor::look_for_resident;
use launcher_resident::{Access, Place};
use openmeetings_testserver::DEMO_PASSWORD;
use support::{TestHouse, build, soon};

async fn diagnosed(window: &Access) -> DiagnosisView {
    let answer = soon(window.ask(Intent::Diagnose)).await.unwrap();
    let Answer::Diagnosed(found) = answer else {
        panic!("no diagnosis: {answer:?}")
    };
    *found
}

fn about(found: &DiagnosisView, topic: Topic) -> &FindingView {
    let mut findings = found.sections.iter().flat_map(|it| &it.findings);
    findings.find(|finding| finding.topic == topic).unwrap()
}

#[tokio::test]
async fn the_window_sees_servers_by_name_and_the_report_names_nobody() {
    let house = TestHouse::new().await;
    let running = house.resident().await;
    let id = running.account(&house, "anna").await;
    let name = running
        .launcher()
        .read(|state| state.profile(&id).unwrap().name.clone());
    let window = Access::local(running.local.clone()).unwrap();
    let report = async || {
        let Answer::Text(report) = window.ask(Intent::Report).await.unwrap() else {
            panic!("no text")
        };
        report
    };
    assert!(!report().await.contains("version-fine"));

    let found = diagnosed(&window).await;
    assert_eq!(found.sections[0].title, name);
    assert_eq!(about(&found, Topic::Version).name, "version-fine");
    assert_eq!(about(&found, Topic::Resident).grade, Grade::Good);
    assert_eq!(about(&found, Topic::Folders).name, "folders-fine");

    let report = report().await;
    assert!(report.contains("Server 1: ok: version-fine"), "{report}");
    let view = serde_json::to_string(&found).unwrap();
    let home = house.home.path().display().to_string();
    for private in ["anna", "127.0.0.1", &home] {
        assert!(!report.contains(private), "{private} in {report}");
    }
    let mut secrets = house.server.secrets();
    secrets.push(DEMO_PASSWORD.to_owned());
    for secret in &secrets {
        assert!(!view.contains(secret) && !report.contains(secret));
    }
}

#[tokio::test]
async fn nobody_is_signed_in_by_it() {
    let house = TestHouse::new().await;
    let running = house.resident().await;
    let id = running.account(&house, "anna").await;
    let is_ready = |state: &AppState| matches!(state.meetings.get(&id), Some(Meetings::Ready(_)));
    running.until(is_ready).await;
    let window = Access::local(running.local.clone()).unwrap();
    let logins = || {
        let requests = house.server.requests();
        let logins = requests
            .iter()
            .filter(|it| it.path_and_query.contains("login"));
        logins.count()
    };
    let before = logins();
    diagnosed(&window).await;
    assert_eq!(logins(), before);
}

#[tokio::test]
async fn a_resident_is_seen_without_being_moved() {
    let house = TestHouse::new().await;
    let nobody = look_for_resident(&house.place()).await;
    assert_eq!(nobody, ResidentSign::NotRunning);
    let running = house.resident_of(build("0.0.1")).await;
    let older = look_for_resident(&house.place()).await;
    let version = "0.0.1".to_owned();
    assert_eq!(older, ResidentSign::Other { version });
    // A newer build that knocked would have ended it.
    let again = look_for_resident(&house.place()).await;
    assert_eq!(older, again);
    drop(running);
}

#[cfg(unix)]
#[tokio::test]
async fn who_says_nothing_at_the_door_is_told() {
    let house = TestHouse::new().await;
    let folder = house.folder();
    std::fs::create_dir_all(&folder).unwrap();
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o700);
    std::fs::set_permissions(&folder, mode).unwrap();
    let listener = tokio::net::UnixListener::bind(folder.join("door")).unwrap();
    let answer = async {
        let (stream, _) = listener.accept().await.unwrap();
        drop(stream);
    };
    let place = Place::in_folder(&folder);
    let ((), seen) = tokio::join!(answer, look_for_resident(&place));
    assert_eq!(seen, ResidentSign::Silent);
}
