//! What every test of the client needs: a server and a client for it.

#![allow(
    dead_code,
    clippy::allow_attributes,
    reason = "each test binary uses its own part"
)]
#![allow(clippy::unwrap_used, reason = "tests may")]

use std::time::Duration;

use openmeetings_client::{BaseUrl, Client, Credentials, Error, Session};
use openmeetings_testserver::{
    DEMO_PASSWORD, Delays, TestClock, TestServer, TestServerBuilder, World,
};

/// A server with the demo world on a fixed morning.
pub(crate) fn server() -> TestServerBuilder {
    let clock = TestClock::fixed(now());
    TestServer::builder()
        .delays(Delays::none())
        .world(World::demo(now()))
        .clock(clock)
}

pub(crate) fn now() -> jiff::Timestamp {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

pub(crate) fn base(server: &TestServer) -> BaseUrl {
    server.base_url().parse().unwrap()
}

/// A client that loses its patience soon.
pub(crate) fn client(server: &TestServer) -> Client {
    Client::builder(base(server))
        .call_timeout(Duration::from_millis(500))
        .login_timeout(Duration::from_millis(500))
        .connect_timeout(Duration::from_millis(500))
        .build()
        .unwrap()
}

pub(crate) fn credentials(login: &str) -> Credentials {
    Credentials::new(login, DEMO_PASSWORD)
}

pub(crate) async fn session(server: &TestServer, login: &str) -> Session {
    client(server).login(&credentials(login)).await.unwrap()
}

/// No text of an error may hold what a server gave or was given.
pub(crate) fn assert_discreet(error: &Error, server: &TestServer) {
    let mut text = format!("{error} {error:?}");
    let mut cause = std::error::Error::source(error);
    while let Some(error) = cause {
        text = format!("{text} {error} {error:?}");
        cause = error.source();
    }
    assert!(!text.contains(DEMO_PASSWORD), "{text}");
    assert!(!text.contains("://"), "{text}");
    for secret in server.secrets() {
        assert!(!text.contains(&secret), "{text}");
    }
}
