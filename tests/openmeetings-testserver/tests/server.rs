//! What tests and integrators count on, over a real connection.

#![expect(clippy::unwrap_used, reason = "a test may")]

use std::time::{Duration, Instant};

use jiff::SignedDuration;
use openmeetings_testserver::{DEMO_PASSWORD, Delays, Fault, TestClock, TestServer, World};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

struct Visit {
    server: TestServer,
    clock: TestClock,
}

impl Visit {
    async fn new() -> Self {
        let clock = TestClock::fixed("2026-11-23T09:00:00Z".parse().unwrap());
        let server = TestServer::builder()
            .delays(Delays::none())
            .world(World::demo(clock.now()))
            .clock(clock.clone())
            .start()
            .await
            .unwrap();
        Self { server, clock }
    }

    /// Sends raw text and reads until the connection ends.
    async fn raw(&self, text: &str) -> String {
        let mut stream = TcpStream::connect(self.server.address()).await.unwrap();
        stream.write_all(text.as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        // A reset is an end, too.
        let _ = stream.read_to_end(&mut answer).await;
        String::from_utf8_lossy(&answer).into_owned()
    }

    async fn get(&self, path: &str) -> String {
        self.raw(&format!(
            "GET /openmeetings/{path} HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"
        ))
        .await
    }

    async fn post(&self, path: &str, form: &str) -> String {
        let length = form.len();
        self.raw(&format!(
            "POST /openmeetings/{path} HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n{form}"
        ))
        .await
    }

    async fn login(&self, name: &str) -> String {
        let answer = self
            .post(
                "services/user/login",
                &format!("user={name}&pass={DEMO_PASSWORD}"),
            )
            .await;
        message(&answer)
    }

    async fn hash(&self, sid: &str, room: i64) -> String {
        let form = format!(
            "user=%7B%22externalId%22:%221%22,%22externalType%22:%22t%22,%22firstname%22:%22Jo%22%7D\
             &options=%7B%22roomId%22:{room}%7D"
        );
        message(
            &self
                .post(&format!("services/user/hash?sid={sid}"), &form)
                .await,
        )
    }
}

/// The message of a service result, taken out of the whole answer.
fn message(answer: &str) -> String {
    let rest = answer.split("\"message\":").nth(1).unwrap_or(answer);
    rest.split(['"', ','])
        .find(|part| !part.is_empty())
        .unwrap_or_default()
        .to_owned()
}

#[tokio::test]
async fn a_key_lets_in_once_and_takes_its_session_over() {
    let visit = Visit::new().await;
    let sid = visit.login("anna").await;
    let hash = visit.hash(&sid, 2).await;
    assert!(
        visit
            .get(&format!("services/room/count/0?sid={sid}"))
            .await
            .contains("SUCCESS")
    );
    let page = visit.get(&format!("hash?secure={hash}&language=1")).await;
    assert!(page.contains("You are in room Stand-up as Jo"), "{page}");
    let again = visit.get(&format!("hash?secure={hash}")).await;
    assert!(
        again.contains("Invalid hash") && again.starts_with("HTTP/1.1 200"),
        "{again}"
    );
    let after = visit.get(&format!("services/room/count/0?sid={sid}")).await;
    assert!(
        after.starts_with("HTTP/1.1 500") && after.contains("error.notallowed"),
        "{after}"
    );
    let rooms = visit
        .get(&format!("services/room/public/INTERVIEW?sid={sid}"))
        .await;
    assert!(
        rooms.contains("Interview corner"),
        "the right ROOM is left: {rooms}"
    );
}

#[tokio::test]
async fn a_key_to_no_room_is_made_and_shows_as_invalid() {
    let visit = Visit::new().await;
    let sid = visit.login("anna").await;
    let hash = visit.hash(&sid, 4711).await;
    assert!(
        visit
            .get(&format!("hash?secure={hash}"))
            .await
            .contains("Access denied")
    );
    assert!(
        visit
            .get(&format!("services/room/count/0?sid={sid}"))
            .await
            .contains("error.notallowed")
    );
}

#[tokio::test]
async fn a_session_ends_half_an_hour_after_its_last_use() {
    let visit = Visit::new().await;
    let sid = visit.login("anna").await;
    let probe = format!("services/room/count/0?sid={sid}");
    for _ in 0..3 {
        visit.clock.advance(SignedDuration::from_mins(29));
        assert!(
            visit.get(&probe).await.contains("SUCCESS"),
            "each use renews it"
        );
    }
    visit.clock.advance(SignedDuration::from_mins(31));
    assert!(visit.get(&probe).await.contains("error.notallowed"));
}

#[tokio::test]
async fn logins_are_refused_for_their_reasons() {
    let visit = Visit::new().await;
    for (name, said) in [
        ("newcomer", "error.notactivated"),
        ("loner", "error.nogroup"),
        ("ldap", "error.bad.credentials"),
        ("nobody", "error.bad.credentials"),
    ] {
        assert_eq!(visit.login(name).await, said, "{name}");
    }
    assert_eq!(
        visit.login("%20ANNA@Example.org%20").await.len(),
        36,
        "by e-mail, trimmed, any case"
    );
}

#[tokio::test]
async fn rights_do_not_include_each_other() {
    let visit = Visit::new().await;
    let table = [
        ("paul", "room/public/CONFERENCE", true),
        ("paul", "room/2", false),
        ("paul", "calendar/next", true),
        ("soap-only", "room/public/CONFERENCE", false),
        ("soap-only", "room/2", true),
        ("soap-only", "calendar/next", false),
    ];
    for (name, path, allowed) in table {
        let sid = visit.login(name).await;
        let answer = visit.get(&format!("services/{path}?sid={sid}")).await;
        assert_eq!(
            !answer.contains("error.notallowed"),
            allowed,
            "{name} {path}: {answer}"
        );
    }
}

#[tokio::test]
async fn wrong_passwords_are_slow_where_real_ones_are() {
    let clock = TestClock::system();
    let slow = Duration::from_millis(300);
    let delays = Delays {
        wrong_password: slow..=slow,
        ..Delays::none()
    };
    let server = TestServer::builder()
        .world(World::demo(clock.now()))
        .delays(delays)
        .start()
        .await
        .unwrap();
    let visit = Visit { server, clock };
    let began = Instant::now();
    visit
        .post("services/user/login", "user=anna&pass=wrong")
        .await;
    assert!(began.elapsed() >= slow);
}

#[tokio::test]
async fn faults_do_what_they_say() {
    let visit = Visit::new().await;
    let path = "services/info/version";
    visit.server.go_wrong(Fault::Reset, path, Some(1));
    assert_eq!(visit.get(path).await, "");
    visit.server.go_wrong(Fault::CutHead, path, Some(1));
    assert_eq!(visit.get(path).await, "HTTP/1.1 200 OK\r\nContent-Ty");
    visit.server.go_wrong(Fault::CutBody, path, Some(1));
    let cut = visit.get(path).await;
    assert!(
        cut.starts_with("HTTP/1.1 200") && !cut.ends_with('}'),
        "{cut}"
    );
    visit.server.go_wrong(Fault::ProxyPage(502), path, Some(1));
    assert!(visit.get(path).await.starts_with("HTTP/1.1 502"));
    visit.server.go_wrong(Fault::Html, path, Some(1));
    assert!(visit.get(path).await.contains("Please accept the terms"));
    visit
        .server
        .go_wrong(Fault::SlowDrip(Duration::from_millis(1)), path, Some(1));
    assert!(visit.get(path).await.contains("9.1.0"));
    visit.server.go_wrong(Fault::Huge, path, Some(1));
    assert!(visit.get(path).await.len() > 100_000_000);
    visit.server.go_wrong(Fault::Hang, path, Some(1));
    let hung = tokio::time::timeout(Duration::from_millis(100), visit.get(path)).await;
    assert!(hung.is_err());
    assert!(
        visit.get(path).await.contains("9.1.0"),
        "a fault happens as often as asked for"
    );
}

#[tokio::test]
async fn a_world_file_is_read_in_both_forms() {
    let world =
        World::from_toml("[[rooms]]\nid = 3\nname = \"A\"\ntype = \"INTERVIEW\"\n").unwrap();
    assert_eq!(world.rooms[0].name, "A");
    let world =
        World::from_json(r#"{"rooms":[{"id":3,"name":"B","hiddenElements":"CHAT"}]}"#).unwrap();
    assert_eq!(world.rooms[0].hidden_elements, ["CHAT"]);
    assert!(World::from_toml("rooms = 3").is_err());
}
