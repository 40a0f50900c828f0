//! The command line as scripts and people meet it: what is printed where, and
//! the exit status.

#![expect(clippy::unwrap_used, reason = "a test may")]

mod support;

use std::time::Duration;

use openmeetings_testserver::{Fault, TlsCertificate};
use serde_json::Value;
use support::{Program, run_in};

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn fixture(name: &str) -> String {
    format!(
        "{}/../../../tests/fixtures/ics/{name}",
        env!("CARGO_MANIFEST_DIR")
    )
}

#[test]
fn an_account_with_the_right_gets_a_key_each_time() {
    let program = Program::new();
    let join = [
        "join",
        "2",
        "--url",
        &program.url(),
        "--user",
        "anna",
        "--print",
    ];
    let mut addresses = Vec::new();
    for _ in 0..2 {
        let run = program.with_password(&join);
        assert_eq!((run.status, run.err.as_str()), (0, ""));
        assert!(
            run.out
                .starts_with(&format!("{}hash?secure=", program.url())),
            "{}",
            run.out
        );
        program.assert_discreet(&run, true);
        addresses.push(run.out);
    }
    assert_ne!(addresses[0], addresses[1]);
    assert!(
        std::fs::read_dir(program.home.path())
            .unwrap()
            .next()
            .is_none(),
        "nothing is left behind"
    );
}

#[test]
fn an_ordinary_account_gets_the_room_page() {
    let program = Program::new();
    let run = program.with_password(&[
        "join",
        "2",
        "--url",
        &program.url(),
        "--user",
        "paul",
        "--print",
        "--language",
        "2",
    ]);
    assert_eq!(
        (run.status, run.out),
        (0, format!("{}#room/2\n", program.url()))
    );
}

#[test]
fn names_and_wishes_reach_the_server() {
    let program = Program::new();
    let run = program.with_password(&[
        "join",
        "5",
        "--url",
        &program.url(),
        "--user",
        "anna",
        "--print",
        "--first-name",
        "Jo",
        "--last-name",
        "Doe",
        "--email",
        "Jo@example.org",
        "--moderator",
        "--language",
        "2",
    ]);
    assert!(run.out.trim_end().ends_with("&language=2"), "{}", run.out);
    let hash = program
        .server
        .requests()
        .into_iter()
        .find(|seen| seen.path_and_query.contains("user/hash"))
        .unwrap();
    for part in [
        "%22firstname%22%3A%22Jo%22",
        "%22lastname%22%3A%22Doe%22",
        "%22externalId%22%3A%22jo%40example.org%22",
        "%22moderator%22%3Atrue",
    ] {
        assert!(hash.body.contains(part), "{part} in {}", hash.body);
    }
}

#[test]
fn a_wrong_password_ends_with_4_and_a_sentence() {
    let program = Program::new();
    let run = program.run(
        &[
            "join",
            "2",
            "--url",
            &program.url(),
            "--user",
            "anna",
            "--password-stdin",
            "--print",
        ],
        "Pl4nted-wrong",
    );
    assert_eq!(run.status, 4);
    assert_eq!(run.out, "");
    assert_eq!(
        run.err,
        "error: Could not log in to “127.0.0.1” as anna: name or password refused\n\
         server: Username/email and/or password are incorrect.\n\
         hint: Check the password. Accounts from LDAP or Google cannot log in here: open the room in the browser instead\n"
    );
    let run = program.run(
        &[
            "join",
            "2",
            "--url",
            &program.url(),
            "--user",
            "anna",
            "--password-stdin",
            "--json",
        ],
        "Pl4nted-wrong",
    );
    assert_eq!(json(&run.out)["error"]["code"], "bad-credentials");
    assert!(!format!("{}{}", run.out, run.err).contains("Pl4nted"));
}

#[test]
fn each_failure_has_its_status() {
    let program = Program::new();
    let url = program.url();
    let table: [(&[&str], i32); 9] = [
        (&["join"], 2),
        (&["join", "openmeetings://h/room/2?pass=x"], 2),
        (&["join", "2"], 3),
        (&["join", "2", "--profile", "Nowhere"], 3),
        (
            &[
                "join",
                "4711",
                "--url",
                &url,
                "--user",
                "anna",
                "--password-stdin",
                "--print",
            ],
            3,
        ),
        (&["join", "openmeetings://stranger.example/room/2"], 3),
        (
            &[
                "join",
                "2",
                "--url",
                &url,
                "--user",
                "loner",
                "--password-stdin",
                "--print",
            ],
            4,
        ),
        (&["check", "http://127.0.0.1:9/om"], 6),
        (&["check", &url.replace("/openmeetings/", "/elsewhere/")], 8),
    ];
    for (arguments, status) in table {
        let run = program.run(arguments, openmeetings_testserver::DEMO_PASSWORD);
        assert_eq!(run.status, status, "{arguments:?}: {}", run.err);
        assert!(
            !run.err.is_empty() && run.out.lines().all(|line| !line.starts_with("error")),
            "{arguments:?}"
        );
        program.assert_discreet(&run, false);
    }
    program
        .server
        .go_wrong(Fault::ProxyPage(503), "user/login", None);
    let run = program.with_password(&["join", "2", "--url", &url, "--user", "anna", "--print"]);
    assert_eq!(run.status, 8, "{}", run.err);
}

#[test]
fn certificates_end_with_7_before_anything_is_sent() {
    let program =
        Program::with(|server| server.tls(TlsCertificate::trusted(&["localhost"]).unwrap()));
    let run = program.with_password(&[
        "join",
        "2",
        "--url",
        &program.url(),
        "--user",
        "anna",
        "--print",
    ]);
    assert_eq!(run.status, 7, "{}", run.err);
    assert!(program.server.requests().is_empty());
    let pem = program.home.path().join("authority.pem");
    std::fs::write(&pem, program.server.authority_pem().unwrap()).unwrap();
    let trust = [
        "join",
        "2",
        "--url",
        &program.url(),
        "--user",
        "anna",
        "--print",
        "--trust",
        pem.to_str().unwrap(),
    ];
    assert_eq!(program.with_password(&trust).status, 0);
}

#[test]
fn a_saved_server_is_joined_by_number_name_and_part() {
    let program = Program::new();
    program.add("Work", "anna");
    for target in ["2", "Stand-up", "planning", "hall", "2024", "zürich"] {
        let run = program.with_password(&["join", target, "--print"]);
        assert_eq!(run.status, 0, "{target}: {}", run.err);
        assert!(run.out.contains("hash?secure="), "{target}: {}", run.out);
    }
    let run = program.with_password(&["join", "in", "--print"]);
    assert_eq!(run.status, 3);
    assert!(run.err.contains("fits several: "), "{}", run.err);
    let run = program.with_password(&["join", "Nothing like it", "--print"]);
    assert_eq!(run.status, 3);
    let run = program.with_password(&["join", &format!("{}#room/3", program.url()), "--print"]);
    assert!(
        run.out.contains("hash?secure="),
        "a room page of a saved server: {}{}",
        run.out,
        run.err
    );
    let link = format!(
        "openmeetings://127.0.0.1:{}/openmeetings/room/3",
        program.server.address().port()
    );
    let run = program.with_password(&["join", &link, "--print"]);
    assert!(run.out.contains("hash?secure="), "{}{}", run.out, run.err);
}

#[test]
fn invitations_need_no_account_and_are_never_fetched() {
    let program = Program::new();
    let link = "http://localhost:5080/openmeetings/hash?invitation=167793f8-17e4-42e8-90ed-41323f2886a2&language=1";
    for target in [link, &fixture("request-guest.ics")] {
        let run = program.run(&["join", target, "--print"], "");
        assert_eq!(
            (run.status, run.out.trim_end(), run.err.as_str()),
            (0, link, "")
        );
    }
    let run = program.run(&["join", &fixture("request-organiser.ics"), "--print"], "");
    assert_eq!(run.out, "http://localhost:5080/openmeetings/#room/2\n");
    let run = program.run(&["join", &fixture("cancel-organiser.ics"), "--print"], "");
    assert_eq!(run.status, 10);
    assert_eq!(
        run.err,
        "error: The meeting “Planning, with; odd \\ chars ü” was cancelled\nhint: Ask the organiser if that is a surprise\n"
    );
    let run = program.run(&["join", "no-such-file.ics"], "");
    assert_eq!(run.status, 2, "{}", run.err);
    assert!(program.server.requests().is_empty());
}

#[test]
fn meetings_have_local_times_and_stable_names() {
    let program =
        Program::with(|server| server.time_zone(jiff::tz::TimeZone::get("Asia/Tokyo").unwrap()));
    program.add("Work", "paul");
    let run = program.with_password(&["meetings", "--json"]);
    assert_eq!(run.status, 0, "{}", run.err);
    let answer = json(&run.out);
    let meetings = answer["meetings"].as_array().unwrap();
    let planning = meetings
        .iter()
        .find(|meeting| meeting["title"] == "Planning: spring release")
        .unwrap();
    for (name, value) in [
        ("type", "appointment"),
        ("profile", "Work"),
        ("organiser", "Anna Arends"),
        ("roomName", "Lecture hall"),
    ] {
        assert_eq!(planning[name], value);
    }
    assert_eq!(planning["own"], false);
    let start: jiff::Timestamp = planning["start"].as_str().unwrap().parse().unwrap();
    let local = start.to_zoned_datetime(jiff::tz::TimeZone::get("Europe/Berlin").unwrap());
    let run = program.with_password(&["meetings"]);
    let line = run
        .out
        .lines()
        .find(|line| line.contains("Planning"))
        .unwrap();
    assert!(
        line.contains(&local.strftime("%H:%M").to_string()),
        "{line}"
    );
    assert!(
        line.contains("room 5") && line.contains("by Anna Arends"),
        "{line}"
    );
    assert!(
        run.out
            .contains("    7  Being repaired  conference  closed"),
        "{}",
        run.out
    );
    program.assert_discreet(&run, false);
}

#[test]
fn a_servers_text_cannot_steer_the_terminal() {
    let program = Program::new();
    program
        .server
        .change(|world| world.rooms[1].name = "\u{1b}[2J\u{202e}evil\r\nline".into());
    program.add("Work", "anna");
    let run = program.with_password(&["meetings"]);
    assert!(run.out.contains("[2Jevil  line"), "{}", run.out);
    assert!(!run.out.contains('\u{1b}') && !run.out.contains('\u{202e}'));
}

#[test]
fn a_check_shows_each_layer() {
    let program = Program::new();
    let run = program.with_password(&["check", &program.url(), "--user", "paul"]);
    assert_eq!(run.status, 0, "{}", run.err);
    let words: Vec<&str> = run
        .out
        .lines()
        .map(|line| line.split_whitespace().next().unwrap())
        .collect();
    assert_eq!(words, ["ok", "note", "ok", "ok", "ok", "This"]);
    assert!(
        run.out
            .ends_with("This account will sign in in the browser\n")
    );
    let run = program.with_password(&["check", &program.url(), "--user", "nobody", "--json"]);
    assert_eq!(run.status, 4);
    let answer = json(&run.out);
    assert_eq!(answer["error"]["code"], "bad-credentials");
    assert_eq!(answer["layers"][3]["outcome"], "failed");
    program.assert_discreet(&run, false);
}

#[test]
fn profiles_are_saved_listed_shown_and_removed() {
    let program = Program::new();
    let run = program.run(&["profile", "list"], "");
    assert_eq!(
        run.out,
        "No server is saved yet. Add one with `openmeetings profile add`\n"
    );
    program.add("Work", "anna");
    let run = program.run(&["profile", "list", "--json"], "");
    assert_eq!(json(&run.out)["profiles"][0]["account"], "room-hash");
    let run = program.run(&["profile", "show", "WORK"], "");
    assert!(
        run.out.contains("rooms     entered directly"),
        "{}",
        run.out
    );
    let again = program.with_password(&[
        "profile",
        "add",
        "work",
        "--url",
        &program.url(),
        "--user",
        "anna",
        "--no-password",
    ]);
    assert_eq!(again.status, 2, "{}", again.err);
    let run = program.run(&["profile", "show", "Home"], "");
    assert_eq!(
        (run.status, run.err.lines().next()),
        (3, Some("error: There is no profile “Home”"))
    );
}

#[test]
fn without_a_keychain_nothing_half_saved_is_left() {
    let program = Program::new();
    let run = program.with_password(&[
        "profile",
        "add",
        "Work",
        "--url",
        &program.url(),
        "--user",
        "anna",
    ]);
    assert_eq!(run.status, 5, "{}", run.err);
    let run = program.run(&["profile", "list"], "");
    assert!(run.out.starts_with("No server is saved yet"), "{}", run.out);
    program.add("Work", "anna");
    let run = program.run(&["join", "2", "--print"], "");
    assert_eq!(run.status, 5, "{}", run.err);
    program.assert_discreet(&run, false);
}

#[test]
fn a_damaged_file_is_said_and_a_newer_one_left_alone() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("profiles.json");
    std::fs::write(&path, "{").unwrap();
    let run = run_in(home.path(), &["profile", "list"], "");
    assert_eq!(run.status, 0);
    assert!(
        run.err.starts_with(
            "warning: The saved servers could not be read; the file was set aside as "
        ),
        "{}",
        run.err
    );
    std::fs::write(&path, "{\"schema\":99}").unwrap();
    let run = run_in(home.path(), &["profile", "list"], "");
    assert_eq!(run.status, 1);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "{\"schema\":99}");
}

#[test]
fn a_password_is_never_an_argument_and_must_come() {
    let program = Program::new();
    let run = program.run(
        &[
            "join",
            "2",
            "--url",
            &program.url(),
            "--user",
            "anna",
            "--password",
            "x",
        ],
        "",
    );
    assert_eq!(run.status, 2);
    let run = program.run(
        &[
            "join",
            "2",
            "--url",
            &program.url(),
            "--user",
            "anna",
            "--password-stdin",
        ],
        "",
    );
    assert_eq!(run.status, 2);
    assert!(
        run.err.contains("no password came from standard input"),
        "{}",
        run.err
    );
}

#[test]
fn a_slow_server_is_waited_for_longer_than_a_wrong_password_takes() {
    let slow = Duration::from_secs(6);
    let program = Program::with(|server| {
        server.delays(openmeetings_testserver::Delays {
            wrong_password: slow..=slow,
            ..openmeetings_testserver::Delays::none()
        })
    });
    let run = program.run(
        &[
            "join",
            "2",
            "--url",
            &program.url(),
            "--user",
            "anna",
            "--password-stdin",
        ],
        "wrong",
    );
    assert_eq!(run.status, 4, "a refusal, not a network error: {}", run.err);
}

#[test]
fn completions_and_version_are_printed() {
    let home = tempfile::tempdir().unwrap();
    assert!(
        run_in(home.path(), &["completions", "bash"], "")
            .out
            .contains("openmeetings")
    );
    assert_eq!(
        run_in(home.path(), &["--version"], "").out,
        format!("openmeetings {}\n", env!("CARGO_PKG_VERSION"))
    );
    assert_eq!(run_in(home.path(), &[], "").status, 2);
}
