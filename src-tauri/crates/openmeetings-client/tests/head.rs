//! What the head of an answer tells about a server, over a real connection.

#![expect(clippy::unwrap_used, reason = "a test may")]

use std::time::Duration;

use openmeetings_client::{BaseUrl, Client, Readers};
use openmeetings_testserver::{Delays, Fault, TestClock, TestServer, TestServerBuilder};

const NOW: &str = "2026-11-23T09:00:00Z";

async fn started(change: impl FnOnce(TestServerBuilder) -> TestServerBuilder) -> TestServer {
    let clock = TestClock::fixed(NOW.parse().unwrap());
    let server = TestServer::builder().delays(Delays::none()).clock(clock);
    change(server).start().await.unwrap()
}

fn client(server: &TestServer) -> Client {
    Client::new(BaseUrl::parse(&server.base_url()).unwrap()).unwrap()
}

#[tokio::test]
async fn the_clock_of_the_server_is_in_every_answer() {
    let server = started(|server| server).await;
    let client = client(&server);
    for head in [client.api_head().await, client.page_head().await] {
        assert_eq!(head.unwrap().date, Some(NOW.parse().unwrap()));
    }
}

#[tokio::test]
async fn only_pages_ask_for_encrypted_connections() {
    let server = started(|server| server).await;
    let year = Some(Duration::from_hours(365 * 24));
    assert_eq!(
        client(&server).api_head().await.unwrap().encrypted_only,
        None
    );
    assert_eq!(
        client(&server).page_head().await.unwrap().encrypted_only,
        year
    );
    let server = started(TestServerBuilder::without_strict_transport).await;
    assert_eq!(
        client(&server).page_head().await.unwrap().encrypted_only,
        None
    );
}

#[tokio::test]
async fn it_is_told_whose_pages_may_read() {
    for (origin, readers) in [
        ("*", Readers::Anybody),
        ("https://learn.example.org", Readers::Named),
    ] {
        let server = started(|server| server.allow_origin(origin)).await;
        assert_eq!(client(&server).api_head().await.unwrap().readers, readers);
    }
    let server = started(|server| server).await;
    let own = client(&server).api_head().await.unwrap().readers;
    assert_eq!(own, Readers::Own);
}

#[tokio::test]
async fn an_answer_of_any_status_has_a_head_and_a_cut_one_has_none() {
    let server = started(|server| server).await;
    server.go_wrong(Fault::ProxyPage(503), "info/version", Some(1));
    assert!(client(&server).api_head().await.is_ok());
    server.go_wrong(Fault::CutHead, "info/version", None);
    assert!(client(&server).api_head().await.unwrap_err().is_cut());
}
