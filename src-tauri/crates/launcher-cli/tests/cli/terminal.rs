//! What is printed, asked and refused.

use std::time::Duration;

use crate::support::{Program, json, run_in};

#[test]
fn a_servers_text_cannot_steer_the_terminal() {
    let program = Program::new();
    program
        .server
        .change(|world| world.rooms[1].name = "\u{1b}[2J\u{202e}evil\r\nline".into());
    program.add("Work", "anna");
    let run = program.with_password(&["meetings"]);
    assert!(run.out.contains("[2Jevil line"), "{}", run.out);
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
