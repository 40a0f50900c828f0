//! The door: who may come in, and that nobody's mistake hurts anybody else.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "tests may")]

mod support;

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::time::Duration;

use launcher_core::error::{Code, LauncherError};
use launcher_core::intent::{Answer, Intent, Keep};
use launcher_core::meeting::{Meeting, MeetingKind, Role};
use launcher_core::profile::{ProfileDraft, ProfileId};
use launcher_core::state::{Join, Loaded};
use launcher_core::view::JoinView;
use launcher_resident::{Access, Build, Connection, Exit, Opened, Resident};
use openmeetings_testserver::DEMO_PASSWORD;
use serde_json::json;
use support::raw::{Raw, ask, frame, hello};
use support::{TestHouse, a_moment, password, soon};

/// A house with a resident and a window that looks on.
async fn inhabited() -> (TestHouse, support::Running, Access) {
    let house = TestHouse::new().await;
    let running = house.resident().await;
    let window = house.window().await;
    (house, running, window)
}

/// Whoever did wrong before, this viewer is served.
async fn assert_served(access: &Access) {
    let understood = access.ask(Intent::Understand { text: "12".into() });
    assert!(matches!(
        soon(understood).await.unwrap(),
        Answer::Understood(_)
    ));
}

#[tokio::test]
async fn a_window_sees_the_state_and_every_change_of_it() {
    let (house, running, window) = inhabited().await;
    let mut views = window.views();
    assert!(views.view.borrow().profiles.is_empty());
    running.account(&house, "anna").await;
    let seen = views.view.wait_for(|view| view.profiles.len() == 1);
    assert_eq!(soon(seen).await.unwrap().profiles[0].name, "anna");
    window.ask(Intent::Refresh { profile: None }).await.unwrap();
    let listed = views.agenda.wait_for(|agenda| !agenda.rooms.is_empty());
    let rooms = soon(listed).await.unwrap().rooms.len();
    let Answer::Everything(everything) = window.ask(Intent::Look).await.unwrap() else {
        panic!("not everything")
    };
    assert_eq!(everything.agenda.rooms.len(), rooms);
}

#[tokio::test]
async fn an_answer_comes_after_the_view_it_speaks_of() {
    let (house, running, window) = inhabited().await;
    let id = running.account(&house, "anna").await;
    let join = Intent::JoinText {
        text: "2".into(),
        profile: Some(id),
        choice: None,
    };
    let views = window.views();
    assert!(matches!(
        soon(window.ask(join)).await.unwrap(),
        Answer::Joined(_)
    ));
    assert!(matches!(views.view.borrow().join, JoinView::Opened { .. }));
    assert_eq!(house.opened().len(), 1);
}

#[tokio::test]
async fn a_password_until_i_quit_survives_the_window() {
    let (house, running, window) = inhabited().await;
    let check = Intent::CheckServer {
        address: house.server.base_url(),
        name: None,
    };
    window.ask(check).await.unwrap();
    window.hold_password(password()).await.unwrap();
    let login = "anna".to_owned();
    window.ask(Intent::CheckAccount { login }).await.unwrap();
    let draft = ProfileDraft {
        name: "Work".into(),
        address: house.server.base_url(),
        login: "anna".into(),
        ..ProfileDraft::default()
    };
    let save = Intent::SaveServer {
        draft,
        keep: Keep::UntilQuit,
    };
    window.ask(save).await.unwrap();
    drop(window);
    let window = soon(next_window(&house)).await;
    let join = Intent::JoinText {
        text: "2".into(),
        profile: None,
        choice: None,
    };
    soon(window.ask(join)).await.unwrap();
    assert_eq!(house.opened().len(), 1);
    drop(running);
}

/// A window that takes the seat as soon as it is free.
async fn next_window(house: &TestHouse) -> Access {
    loop {
        let opened = Access::connect_or_start(house.start(Build::this())).await;
        if let Opened::Access(access) = opened.unwrap() {
            return access;
        }
        a_moment().await;
    }
}

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
        if bytes.starts_with(&frame(&ask(1, json!({ "intent": "look" })))[..4]) {
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
        .flat_map(|number| frame(&ask(number, json!({ "intent": "look" }))))
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

/// A command line that comes in as soon as there is room.
async fn enter(house: &TestHouse) -> Access {
    loop {
        if let Some(access) = Access::connect(&house.place(), &Build::this()).await {
            return access;
        }
        a_moment().await;
    }
}

#[tokio::test]
async fn a_second_window_brings_the_first_to_the_front() {
    let (house, _running, first) = inhabited().await;
    let mut present = first.present();
    let second = Access::connect_or_start(house.start(Build::this())).await;
    assert!(matches!(second.unwrap(), Opened::AlreadyOpen));
    soon(present.changed()).await.unwrap();
    drop(first);
    soon(next_window(&house)).await;
}

#[tokio::test]
async fn the_window_in_the_process_of_the_resident_is_a_window_too() {
    let house = TestHouse::new().await;
    let running = house.resident().await;
    let window = Access::local(running.local.clone()).unwrap();
    assert!(Access::local(running.local.clone()).is_none());
    let mut present = window.present();
    present.mark_unchanged();
    let second = Access::connect_or_start(house.start(Build::this())).await;
    assert!(matches!(second.unwrap(), Opened::AlreadyOpen));
    soon(present.changed()).await.unwrap();
    let mut views = window.views();
    running.account(&house, "anna").await;
    soon(views.view.wait_for(|view| view.profiles.len() == 1))
        .await
        .unwrap();
    assert_served(&window).await;
    window.ask(Intent::Quit).await.unwrap();
    let mut connection = window.connection();
    let ended = connection.wait_for(|now| *now == Connection::Ended);
    soon(ended).await.unwrap();
}

#[tokio::test]
async fn quitting_ends_everything_and_leaves_no_door() {
    let (house, running, window) = inhabited().await;
    let mut connection = window.connection();
    assert_eq!(window.ask(Intent::Quit).await.unwrap(), Answer::Done);
    let ended = connection.wait_for(|now| *now == Connection::Ended);
    soon(ended).await.unwrap();
    assert_eq!(running.ended().await, Exit::Quit);
    assert!(!house.folder().join("door").exists());
    assert!(window.ask(Intent::Look).await.is_err(), "and nothing hangs");
}

#[tokio::test]
async fn a_join_that_goes_on_is_finished_before_the_end() {
    let (house, running, window) = inhabited().await;
    let id = running.account(&house, "anna").await;
    let join = Intent::JoinText {
        text: "2".into(),
        profile: Some(id),
        choice: None,
    };
    let joining = tokio::spawn({
        let window = window.clone();
        async move { window.ask(join).await }
    });
    running
        .until(|state| !matches!(state.join, Join::Idle))
        .await;
    window.ask(Intent::Quit).await.unwrap();
    assert!(matches!(
        soon(joining).await.unwrap().unwrap(),
        Answer::Joined(_)
    ));
    assert_eq!(running.ended().await, Exit::Quit);
    assert_eq!(house.opened().len(), 1);
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
    let hex: String = DEMO_PASSWORD
        .bytes()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let hold = json!({ "hold-password": { "number": 1, "password": hex } });
    raw.say(&hold).await;
    let check = json!({
        "intent": "check-server", "address": house.server.base_url(), "name": null
    });
    raw.say(&ask(2, check)).await;
    raw.say(&ask(3, json!({ "intent": "look" }))).await;
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
        json!({ "intent": "check-account", "login": "anna" }),
    ))
    .await;
    listen_for(&mut raw, 4).await;
    let id = running.account(&house, "anna").await;
    let join = json!({ "intent": "join-text", "text": "2", "profile": id, "choice": null });
    raw.say(&ask(5, join)).await;
    listen_for(&mut raw, 5).await;
    raw.say(&ask(6, json!({ "intent": "report" }))).await;
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
        refused: Vec::new(),
    };
    let cache = json!({ "schema": 1, "lists": { profile.as_str(): list } });
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

#[tokio::test]
async fn what_went_wrong_at_the_start_is_told_to_the_window() {
    let house = TestHouse::new().await;
    let mut options = house.options(Build::this());
    let start = options.start;
    options.start = Box::new(|| {
        let mut surroundings = start()?;
        let said = LauncherError::new(Code::SettingsDamaged).about("path", "there");
        surroundings.said.push(said);
        Ok(surroundings)
    });
    let resident = Resident::become_it(options).await.unwrap().unwrap();
    let running = tokio::spawn(resident.run());
    let window = house.window().await;
    assert_served(&window).await;
    // Also to one that listens later than it was said.
    let notice = soon(window.notices().recv()).await.unwrap();
    assert!(notice.text.contains("there"), "{notice:?}");
    running.abort();
}

/// A viewer of another user, as root can be one: run by the test below.
#[tokio::test]
#[ignore = "a helper of the test below"]
async fn stranger() {
    let folder = std::env::var("DOOR_OF_SOMEBODY_ELSE").unwrap();
    let mut raw = Raw::at_door(Path::new(&folder)).await;
    raw.say(&hello("window")).await;
    assert_eq!(raw.rest().await, [] as [String; 0]);
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
    let mut stranger = std::process::Command::new("setpriv");
    stranger
        .args(["--reuid=65534", "--clear-groups"])
        .arg(&program)
        .args(["--exact", "stranger", "--ignored"])
        .env("DOOR_OF_SOMEBODY_ELSE", house.folder());
    let output = tokio::task::spawn_blocking(move || stranger.output());
    let output = soon(output).await;
    let output = output.unwrap().unwrap();
    assert!(output.status.success(), "{output:?}");
    drop(running);
}
