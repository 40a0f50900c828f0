//! The door: who may come in, and that nobody's mistake hurts anybody else.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "tests may")]

mod support;

use std::fmt::Write as _;
use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::time::Duration;

use launcher_core::meeting::{Meeting, MeetingKind, Role};
use launcher_core::profile::ProfileId;
use launcher_core::state::Loaded;
use launcher_resident::Build;
use openmeetings_testserver::DEMO_PASSWORD;
use serde_json::json;
use support::raw::{Raw, ask, frame, hello};
use support::{TestHouse, a_moment, assert_served, enter, inhabited, next_window, soon};

#[tokio::test]
async fn garbage_ends_its_own_visit_only() {
    let (house, _running, window) = inhabited().await;
    let wrong: [Vec<u8>; 6] = [
        // Not ours, and a length of a gigabyte.
        b"GET / HTTP/1.1\r\n\r\n".to_vec(),
        u32::MAX.to_be_bytes().to_vec(),
        // Ours by length only.
        [&4_u32.to_be_bytes()[..], b"{{{{"].concat(),
        0_u32.to_be_bytes().to_vec(),
        frame(&json!({ "ask": { "number": 1, "intent": { "intent": "look" } } })),
        // Longer than viewers may speak.
        frame(&json!({ "hello": "x".repeat(3 << 20) })),
    ];
    for bytes in &wrong {
        let mut raw = Raw::at_door(&house.folder()).await;
        raw.bytes(bytes).await;
        let heard = raw.rest().await;
        assert!(heard.iter().all(|text| !text.contains("view")), "{heard:?}");
    }
    for bytes in wrong.iter().chain([&frame(&hello("window"))]) {
        let mut raw = Raw::enter(&house.folder(), "command-line").await;
        if bytes.starts_with(&frame(&ask(1, &json!({ "intent": "look" })))[..4]) {
            continue;
        }
        raw.bytes(bytes).await;
        raw.rest().await;
    }
    assert_served(&window).await;
}

#[tokio::test]
async fn a_visit_that_breaks_off_within_a_message_is_over() {
    let (house, _running, window) = inhabited().await;
    let whole = frame(&hello("command-line"));
    for length in 0..whole.len() {
        let mut raw = Raw::at_door(&house.folder()).await;
        raw.bytes(&whole[..length]).await;
    }
    assert_served(&window).await;
}

#[tokio::test]
async fn a_flood_is_cut_off() {
    let (house, _running, window) = inhabited().await;
    let mut raw = Raw::enter(&house.folder(), "command-line").await;
    let flood: Vec<u8> = (0..2000)
        .flat_map(|number| frame(&ask(number, &json!({ "intent": "look" }))))
        .collect();
    // It reads what comes, so that only its speed is wrong.
    raw.bytes(&flood).await;
    let answers = raw.rest().await.len();
    assert!(answers < 2000, "{answers}");
    assert_served(&window).await;
}

#[tokio::test(start_paused = true)]
async fn who_says_nothing_is_sent_away() {
    let house = TestHouse::new().await;
    let _running = house.resident().await;
    let mut silent = Raw::at_door(&house.folder()).await;
    let mut slow = Raw::at_door(&house.folder()).await;
    slow.bytes(&frame(&hello("window"))[..9]).await;
    // Both hear who is there, then nothing.
    assert_eq!(silent.rest().await.len(), 1);
    assert_eq!(slow.rest().await.len(), 1);
}

#[tokio::test]
async fn there_is_room_for_so_many_and_they_leave_no_trace() {
    let (house, _running, window) = inhabited().await;
    let tasks = || {
        tokio::runtime::Handle::current()
            .metrics()
            .num_alive_tasks()
    };
    let before = tasks();
    let mut inside = Vec::new();
    for _ in 0..31 {
        inside.push(Raw::enter(&house.folder(), "command-line").await);
    }
    let mut outside = Raw::at_door(&house.folder()).await;
    outside.say(&hello("command-line")).await;
    assert!(outside.until("refused").await["message"].is_string());
    drop(inside);
    drop(outside);
    for _ in 0..100 {
        let access = soon(enter(&house)).await;
        assert_served(&access).await;
    }
    assert_served(&window).await;
    soon(async {
        while tasks() > before {
            a_moment().await;
        }
    })
    .await;
}

#[tokio::test]
async fn one_resident_runs_in_a_place() {
    let house = TestHouse::new().await;
    let running = house.resident().await;
    assert!(house.try_resident_of(Build::this()).await.is_none());
    running.kill().await;
    // As a resident leaves it that had no time to tidy up.
    drop(std::os::unix::net::UnixListener::bind(house.folder().join("door")).unwrap());
    assert!(house.folder().join("door").exists());
    let _next = house.resident().await;
    assert_served(&house.window().await).await;
}

#[tokio::test]
async fn no_secret_comes_out_of_the_door() {
    let (house, running, window) = inhabited().await;
    drop(window);
    let mut raw = Raw::enter(&house.folder(), "window").await;
    let hex = hexadecimal(DEMO_PASSWORD);
    let hold = json!({ "hold-password": { "number": 1, "password": hex } });
    raw.say(&hold).await;
    let check = json!({
        "intent": "check-server", "address": house.server.base_url(), "name": null
    });
    raw.say(&ask(2, &check)).await;
    raw.say(&ask(3, &json!({ "intent": "look" }))).await;
    let mut heard = Vec::new();
    let mut listen_for = async |raw: &mut Raw, number: u64| loop {
        let text = raw.hear().await.unwrap();
        let is_it = text.contains(&format!("\"answer\":{{\"number\":{number},"));
        heard.push(text);
        if is_it {
            break;
        }
    };
    listen_for(&mut raw, 2).await;
    raw.say(&ask(
        4,
        &json!({ "intent": "check-account", "login": "anna" }),
    ))
    .await;
    listen_for(&mut raw, 4).await;
    let id = running.account(&house, "anna").await;
    let join = json!({ "intent": "join-text", "text": "2", "profile": id, "choice": null });
    raw.say(&ask(5, &join)).await;
    listen_for(&mut raw, 5).await;
    raw.say(&ask(6, &json!({ "intent": "report" }))).await;
    listen_for(&mut raw, 6).await;
    let mut secrets = house.server.secrets();
    secrets.extend([DEMO_PASSWORD.to_owned(), hex]);
    assert!(secrets.len() > 4, "there were some: {heard:?}");
    let debug = format!("{:?} {:?}", running.local, running.launcher());
    for secret in &secrets {
        for text in heard.iter().chain([&debug]) {
            assert!(!text.contains(secret), "{secret} in {text}");
        }
    }
}

/// Eight thousand meetings, as the last session left them: far more than the
/// system holds for somebody who does not read.
fn big_agenda(house: &TestHouse, profile: &ProfileId) {
    let meeting = |id: i64| Meeting {
        profile: profile.clone(),
        room_id: Some(id),
        room_name: format!("Room {id}"),
        kind: MeetingKind::Appointment {
            id,
            title: format!("Meeting {id}"),
            start: support::now(),
            end: support::now(),
            organiser: String::new(),
            zone: None,
            role: Role::Owner,
            uid: None,
        },
    };
    let list = Loaded {
        list: (0..8000).map(meeting).collect(),
        loaded_at: support::now(),
        until: support::now(),
        rooms_loaded_at: Some(support::now()),
        refused: Vec::new(),
    };
    let cache = json!({ "schema": 2, "lists": { profile.as_str(): list } });
    std::fs::write(house.home.path().join("lists.json"), cache.to_string()).unwrap();
}

#[tokio::test(start_paused = true)]
async fn who_does_not_read_is_dropped_and_keeps_nobody_waiting() {
    let house = TestHouse::new().await;
    let running = house.resident().await;
    let profile = running.without_account(&house);
    running.kill().await;
    big_agenda(&house, &profile);
    let running = house.resident().await;
    let mut deaf = Raw::at_door(&house.folder()).await;
    deaf.say(&hello("window")).await;
    let other = soon(enter(&house)).await;
    assert_served(&other).await;
    // Longer than anybody is waited for; the clock of this test leaps.
    tokio::time::sleep(Duration::from_secs(15)).await;
    // It took the seat of the window, and has lost it.
    let window = soon(next_window(&house)).await;
    assert_eq!(window.views().agenda.borrow().meetings.len(), 8000);
    let heard = deaf.rest().await;
    assert!(heard.iter().all(|text| !text.contains("agenda")));
    assert_served(&window).await;
    drop(running);
}

/// As passwords travel.
fn hexadecimal(text: &str) -> String {
    text.bytes().fold(String::new(), |mut digits, byte| {
        write!(digits, "{byte:02x}").unwrap();
        digits
    })
}

/// A viewer of another user, as root can be one: run by the test below.
#[tokio::test]
#[ignore = "a helper of the test below"]
async fn stranger() {
    let folder = std::env::var("DOOR_OF_SOMEBODY_ELSE").unwrap();
    let mut raw = Raw::at_door(Path::new(&folder)).await;
    raw.say(&hello("window")).await;
    assert_eq!(raw.hear().await, None);
}

#[tokio::test]
async fn somebody_else_is_not_spoken_to() {
    let house = TestHouse::new().await;
    let running = house.resident().await;
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&house.folder()), 0o700);
    assert_eq!(mode(&house.folder().join("door")), 0o600);
    if !rustix::process::geteuid().is_root() {
        println!("not root: only the modes were looked at");
        return;
    }
    // Opened up, so that only the look at the user is left to refuse.
    for path in [
        house.home.path(),
        &house.folder(),
        &house.folder().join("door"),
    ] {
        std::fs::set_permissions(path, Permissions::from_mode(0o777)).unwrap();
    }
    let program = house.home.path().join("stranger");
    std::fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    let visit = async |program: &[&str]| {
        let mut command = std::process::Command::new(program[0]);
        command
            .args(&program[1..])
            .args(["--exact", "stranger", "--ignored"])
            .env("DOOR_OF_SOMEBODY_ELSE", house.folder());
        let output = tokio::task::spawn_blocking(move || command.output());
        let output = soon(output).await.unwrap().unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let program = program.to_str().unwrap();
    let said = visit(&["setpriv", "--reuid=65534", "--clear-groups", program]).await;
    assert!(said.contains("1 passed"), "{said}");
    let said = visit(&[program]).await;
    assert!(said.contains("1 failed"), "its owner is spoken to: {said}");
    drop(running);
}
