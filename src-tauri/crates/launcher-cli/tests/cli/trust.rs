//! Whom a saved server is taken for, shown, changed and taken back.

use openmeetings_testserver::TlsCertificate;

use crate::support::{Program, json};

const KEY: &str = "sha256//BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=";

fn self_signed() -> Program {
    let certificate = TlsCertificate::self_signed(&["elsewhere.example"]).unwrap();
    Program::with(|server| server.tls(certificate))
}

fn save(program: &Program) {
    let url = program.url();
    let run = program.run(&["profile", "add", "Work", "--url", &url, "--no-check"], "");
    assert_eq!(run.status, 0, "{}", run.err);
}

#[test]
fn the_key_of_a_certificate_that_cannot_be_verified_is_shown_and_can_be_trusted() {
    let program = self_signed();
    save(&program);
    let url = program.url();
    let check = program.run(&["check", &url, "--json"], "");
    assert_eq!(check.status, 7, "{}", check.err);
    let answer = json(&check.out);
    let key = answer["error"]["certificate"]["key"].as_str().unwrap();
    assert!(check.err.contains(key), "{}", check.err);
    let trust = program.run(&["profile", "trust", "Work", "--key", key], "");
    assert_eq!(trust.status, 0, "{}", trust.err);
    assert!(trust.out.contains(key), "{}", trust.out);
    let check = program.run(&["check", &url, "--json"], "");
    assert_eq!(check.status, 0, "{}", check.err);
    assert_eq!(json(&check.out)["key"], key);
}

#[test]
fn what_is_trusted_is_shown_and_taken_back() {
    let program = self_signed();
    save(&program);
    let trust = |more: &[&str]| {
        let run = program.run(&[&["profile", "trust", "Work"], more].concat(), "");
        assert_eq!(run.status, 0, "{}", run.err);
        run.out
    };
    assert_eq!(json(&trust(&["--json"]))["trust"], serde_json::Value::Null);
    trust(&["--key", KEY]);
    let shown = json(&trust(&["--json"]));
    assert_eq!(shown["trust"]["key"], KEY);
    let port = program.server.address().port();
    assert_eq!(shown["server"], format!("localhost:{port}"));
    let show = program.run(&["profile", "show", "Work"], "");
    assert!(show.out.contains(KEY), "{}", show.out);
    // Another key than this one is an alarm with both, and no hint to trust it.
    let check = program.run(&["check", &program.url()], "");
    assert_eq!(check.status, 7);
    assert!(check.err.contains(KEY), "{}", check.err);
    assert_eq!(check.err.matches("sha256//").count(), 2, "{}", check.err);
    let pem = program.home.path().join("ca.pem");
    std::fs::write(&pem, program.server.authority_pem().unwrap()).unwrap();
    let ca = trust(&["--ca", pem.to_str().unwrap()]);
    assert!(ca.contains("elsewhere.example"), "{ca}");
    trust(&["--remove"]);
    assert_eq!(json(&trust(&["--json"]))["trust"], serde_json::Value::Null);
    assert!(program.server.requests().is_empty());
}

#[test]
fn what_is_no_key_and_no_authority_changes_nothing() {
    let program = self_signed();
    save(&program);
    let file = program.home.path().join("ca.pem");
    std::fs::write(&file, "hello").unwrap();
    let file = file.to_str().unwrap();
    for (more, status) in [
        (&["--key", "sha256//short"][..], 2),
        (&["--ca", file], 2),
        (&["--ca", "/nonexistent.pem"], 2),
        (&["--key", KEY, "--remove"], 2),
    ] {
        let run = program.run(&[&["profile", "trust", "Work"], more].concat(), "");
        assert_eq!(run.status, status, "{more:?}: {}", run.err);
    }
    let run = program.run(&["profile", "trust", "Work", "--json"], "");
    assert_eq!(json(&run.out)["trust"], serde_json::Value::Null);
}

#[test]
fn what_becomes_of_a_password_is_said_before_it_is_asked_for() {
    let program = Program::with(|server| server.version("8.1.0"));
    let url = program.url();
    let no_password: [&[&str]; 2] = [
        &["check", &url, "--user", "anna"],
        &["profile", "add", "Work", "--url", &url, "--user", "anna"],
    ];
    for arguments in no_password {
        // Nothing on standard input, so the program ends where it would ask.
        let run = program.run(&[arguments, &["--password-stdin"]].concat(), "");
        assert_eq!(run.status, 2, "{}", run.err);
        let said = run.err.find("older than 9.0").unwrap();
        let asked = run.err.find("no password came").unwrap();
        assert!(said < asked, "{}", run.err);
        assert!(run.err.contains("camera and microphone"), "{}", run.err);
    }
    assert!(
        !program
            .server
            .requests()
            .iter()
            .any(|seen| seen.path_and_query.contains("user/login"))
    );
}

#[test]
fn nobody_is_asked_for_a_password_of_a_server_that_cannot_have_it() {
    let program = self_signed();
    let url = program.url();
    let check = program.run(&["check", &url, "--user", "anna", "--password-stdin"], "");
    assert_eq!(check.status, 7, "{}", check.err);
    assert!(!check.err.contains("no password came"), "{}", check.err);
}
