//! What is done with saved servers: join, list, keep and lose them.

use crate::support::{Program, json, run_in};

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
fn every_server_is_forgotten_at_once() {
    let program = Program::new();
    program.add("Work", "anna");
    program.add("Club", "paul");
    let run = program.run(&["profile", "remove"], "");
    assert_eq!(run.status, 2, "one or all is said: {}", run.err);
    let run = program.run(&["profile", "remove", "Work", "--all"], "");
    assert_eq!(run.status, 2, "{}", run.err);
    let run = program.run(&["profile", "remove", "--all"], "");
    assert_eq!(run.status, 0, "{}", run.err);
    let run = program.run(&["profile", "list"], "");
    assert!(run.out.starts_with("No server is saved yet"), "{}", run.out);
    let run = program.run(&["profile", "remove", "--all"], "");
    assert_eq!(run.status, 0, "{}", run.err);
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
fn one_password_from_standard_input_is_given_to_no_server_that_is_not_named() {
    let program = Program::new();
    program.add("Work", "anna");
    program.add("School", "paul");
    let logins = || {
        let requests = program.server.requests();
        let paths = requests.iter().map(|one| &one.path_and_query);
        paths.filter(|path| path.contains("user/login")).count()
    };
    let before = logins();
    let run = program.with_password(&["meetings"]);
    assert_eq!(run.status, 2, "{}", run.err);
    assert!(run.err.contains("Work, School"), "{}", run.err);
    assert_eq!(logins(), before);
    let run = program.with_password(&["meetings", "--profile", "School"]);
    assert_eq!(run.status, 0, "{}", run.err);
}

#[test]
fn what_could_not_be_listed_is_one_document_too_and_named_in_it() {
    let program = Program::new();
    program.add("Work", "anna");
    program.add("School", "paul");
    let run = program.run(&["meetings", "--json"], "");
    assert_ne!(run.status, 0);
    let answer = json(&run.out);
    assert!(answer["error"]["message"].is_string(), "{answer}");
}
