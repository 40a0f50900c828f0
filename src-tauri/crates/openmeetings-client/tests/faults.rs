//! Everything that can stand between a call and its answer.

mod support;

use std::time::Duration;

use openmeetings_client::{Client, Error};
use openmeetings_testserver::{Fault, TestServer};
use support::{assert_discreet, base, client, credentials, server, session};

/// A question, and what the error must answer to it.
type Meaning = fn(&Error) -> bool;

fn faults() -> Vec<(Fault, Meaning)> {
    vec![
        (Fault::Hang, Error::is_timeout),
        (
            Fault::SlowDrip(Duration::from_millis(100)),
            Error::is_timeout,
        ),
        (Fault::Reset, Error::is_cut),
        (Fault::CutHead, Error::is_cut),
        (Fault::CutBody, Error::is_cut),
        (Fault::Garbage, Error::is_unreadable),
        (Fault::WrongTypes, Error::is_unreadable),
        (Fault::DeepNesting, Error::is_unreadable),
        (Fault::Html, Error::is_not_openmeetings),
        (Fault::NotFound, Error::is_not_openmeetings),
        (Fault::ProxyPage(502), Error::is_server_failure),
        (Fault::ProxyPage(503), Error::is_server_failure),
        (
            Fault::Redirect("https://portal.example.org/login?sid=1".into()),
            Error::is_redirect,
        ),
        (Fault::Huge, Error::is_too_large),
    ]
}

/// Every other predicate, to see that exactly the right one holds.
const MEANINGS: [Meaning; 9] = [
    Error::is_timeout,
    Error::is_connect,
    Error::is_cut,
    Error::is_unreadable,
    Error::is_not_openmeetings,
    Error::is_server_failure,
    Error::is_too_large,
    Error::is_refused_login,
    Error::is_not_allowed,
];

fn check(server: &TestServer, fault: &Fault, meaning: Meaning, error: &Error) {
    assert!(meaning(error), "{fault:?} means {error:?}");
    let holding = MEANINGS.iter().filter(|meaning| meaning(error)).count();
    assert_eq!(holding, 1, "{fault:?} has one meaning: {error:?}");
    assert_discreet(error, server);
}

#[tokio::test]
async fn each_fault_has_its_own_meaning_at_each_call() {
    let server = server().start().await.unwrap();
    for (fault, meaning) in faults() {
        server.go_wrong(fault.clone(), "info/version", Some(1));
        check(
            &server,
            &fault,
            meaning,
            &client(&server).version().await.unwrap_err(),
        );
        server.go_wrong(fault.clone(), "user/login", Some(1));
        check(
            &server,
            &fault,
            meaning,
            &client(&server)
                .login(&credentials("anna"))
                .await
                .unwrap_err(),
        );
        let session = session(&server, "anna").await;
        server.go_wrong(fault.clone(), "room/2", Some(1));
        check(
            &server,
            &fault,
            meaning,
            &session.room(2).await.unwrap_err(),
        );
        server.go_wrong(fault.clone(), "calendar", Some(1));
        let calendar = session.appointments(support::now(), support::now()).await;
        check(&server, &fault, meaning, &calendar.unwrap_err());
        assert!(
            client(&server).version().await.is_ok(),
            "healed after {fault:?}"
        );
    }
}

#[tokio::test]
async fn a_redirect_says_where_to_and_is_not_followed() {
    let server = server().start().await.unwrap();
    let elsewhere = format!(
        "https://127.0.0.1:9/om/services/info/version?sid={}",
        "secret"
    );
    server.go_wrong(Fault::Redirect(elsewhere), "info/version", None);
    let error = client(&server).version().await.unwrap_err();
    assert_eq!(
        error.redirect_target().unwrap().to_string(),
        "https://127.0.0.1:9/om/"
    );
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn nothing_there_is_no_connection() {
    let server = server().start().await.unwrap();
    let client = client(&server);
    drop(server);
    tokio::time::sleep(Duration::from_millis(50)).await;
    let error = client.version().await.unwrap_err();
    assert!(error.is_connect() && !error.is_unknown_host(), "{error:?}");
    let nowhere = Client::new("http://no-such-host.invalid/".parse().unwrap()).unwrap();
    let error = nowhere.version().await.unwrap_err();
    assert!(error.is_unknown_host(), "{error:?}");
}

#[tokio::test]
async fn a_wrong_context_path_is_not_openmeetings() {
    let server = server().start().await.unwrap();
    let wrong = base(&server)
        .to_string()
        .replace("/openmeetings/", "/other/");
    let error = Client::new(wrong.parse().unwrap())
        .unwrap()
        .version()
        .await
        .unwrap_err();
    assert!(error.is_not_openmeetings(), "{error:?}");
}

#[tokio::test]
async fn what_a_server_says_is_passed_on_without_secrets() {
    let server = server().start().await.unwrap();
    let session = session(&server, "anna").await;
    let sid = server.secrets().pop().unwrap();
    server.go_wrong(
        Fault::Text(500, format!("Failed for {sid} at http://h/?sid={sid}")),
        "room/count",
        Some(1),
    );
    let error = session.room_count(2).await.unwrap_err();
    assert_eq!(error.server_message(), Some("Failed for … at …"));
    assert_discreet(&error, &server);
}
