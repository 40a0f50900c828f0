//! Logging in, to servers of both kinds.

mod support;

use std::time::{Duration, Instant};

use openmeetings_client::{Client, Credentials, LoginMethod, LoginRefusal};
use openmeetings_testserver::{Delays, Fault};
use support::{assert_discreet, base, client, credentials, server};

#[tokio::test]
async fn new_servers_get_the_password_in_a_form() {
    let server = server().version("9.0.0").start().await.unwrap();
    client(&server).login(&credentials("anna")).await.unwrap();
    let requests = server.requests();
    let calls: Vec<(&str, &str)> = requests
        .iter()
        .map(|seen| (seen.method.as_str(), seen.path_and_query.as_str()))
        .collect();
    assert_eq!(
        calls,
        [
            ("GET", "/openmeetings/services/info/version"),
            ("POST", "/openmeetings/services/user/login"),
        ],
        "the password is in no address"
    );
    assert!(requests[1].body.starts_with("user=anna&pass="));
}

#[tokio::test]
async fn old_servers_get_it_in_the_query() {
    let server = server().version("8.1.0").start().await.unwrap();
    client(&server).login(&credentials("anna")).await.unwrap();
    assert!(
        server.requests()[1]
            .path_and_query
            .starts_with("/openmeetings/services/user/login?user=anna&pass=")
    );
}

#[tokio::test]
async fn an_unknown_version_is_tried_both_ways() {
    for (version, methods) in [
        ("unknown", vec!["GET", "POST", "GET"]),
        ("99.x", vec!["GET", "POST"]),
    ] {
        let server = server().version(version).start().await.unwrap();
        client(&server).login(&credentials("anna")).await.unwrap();
        let seen: Vec<String> = server
            .requests()
            .into_iter()
            .map(|seen| seen.method)
            .collect();
        assert_eq!(seen, methods, "{version}");
    }
}

#[tokio::test]
async fn a_known_method_spares_the_question_and_an_upgrade_is_noticed() {
    let server = server().version("8.1.0").start().await.unwrap();
    let client = Client::builder(base(&server))
        .login_method(LoginMethod::Get)
        .build()
        .unwrap();
    client.login(&credentials("anna")).await.unwrap();
    assert_eq!(server.requests().len(), 1);
    server.upgrade("9.1.0");
    client.login(&credentials("anna")).await.unwrap();
    client.login(&credentials("anna")).await.unwrap();
    let seen: Vec<String> = server
        .requests()
        .into_iter()
        .map(|seen| seen.method)
        .collect();
    assert_eq!(
        seen,
        ["GET", "GET", "GET", "POST", "POST"],
        "refused, asked, and from then on the new way"
    );
}

#[tokio::test]
async fn refusals_are_told_apart() {
    for version in ["9.0.0", "8.1.0"] {
        let server = server().version(version).start().await.unwrap();
        for (login, refusal) in [
            ("nobody", LoginRefusal::BadCredentials),
            ("ldap", LoginRefusal::BadCredentials),
            ("newcomer", LoginRefusal::NotActivated),
            ("loner", LoginRefusal::NoGroup),
        ] {
            let error = client(&server)
                .login(&credentials(login))
                .await
                .unwrap_err();
            assert_eq!(error.login_refusal(), Some(refusal), "{version} {login}");
            assert!(!error.is_timeout() && !error.is_not_openmeetings());
            assert_discreet(&error, &server);
        }
    }
}

#[tokio::test]
async fn a_slow_refusal_is_a_refusal_and_can_be_watched() {
    let slow = Duration::from_millis(400);
    let delays = Delays {
        wrong_password: slow..=slow,
        ..Delays::none()
    };
    let server = server().delays(delays).start().await.unwrap();
    let client = Client::new(base(&server)).unwrap();
    let wrong = Credentials::new("anna", String::from("wrong"));
    let began = Instant::now();
    let mut login = std::pin::pin!(client.login(&wrong));
    let early = tokio::time::timeout(Duration::from_millis(100), &mut login).await;
    assert!(early.is_err(), "still running, as a caller can see");
    assert!(login.await.unwrap_err().is_refused_login());
    assert!(began.elapsed() >= slow);
}

#[tokio::test]
async fn a_server_that_never_answers_is_a_timeout_not_a_refusal() {
    let server = server().start().await.unwrap();
    server.go_wrong(Fault::Hang, "user/login", None);
    let error = client(&server)
        .login(&credentials("anna"))
        .await
        .unwrap_err();
    assert!(error.is_timeout() && !error.is_refused_login(), "{error}");
    assert_discreet(&error, &server);
}

#[tokio::test]
async fn names_are_trimmed_and_passwords_sent_as_they_are() {
    let server = server().start().await.unwrap();
    server.change(|world| world.users[1].password = " a&b=c+%20 ü ".into());
    let odd = Credentials::new(" ANNA@example.org ", String::from(" a&b=c+%20 ü "));
    client(&server).login(&odd).await.unwrap();
}
