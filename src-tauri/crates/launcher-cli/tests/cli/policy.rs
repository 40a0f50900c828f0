//! What an organisation lays down: shown, checked, and obeyed by every command.

use std::fs;

use crate::support::{Program, Run, json};

const REFUSED_BY_POLICY: i32 = 9;

/// The test server is the organisation's, with the person's own account.
fn with_policy(rest: &str) -> Program {
    let program = Program::new();
    let url = program.url();
    lay_down(
        &program,
        &format!(
            r#"{{"schema": 1, "organisation": "Example University", "contact": "help@example.org",
            "servers": [{{"address": "{url}", "name": "Work", "login": "{{user}}"}}]{rest}}}"#
        ),
    );
    program
}

fn lay_down(program: &Program, policy: &str) {
    fs::write(program.home.path().join("policy.json"), policy).unwrap();
}

fn run(program: &Program, arguments: &[&str]) -> Run {
    program.run(arguments, "")
}

#[test]
fn a_server_of_the_organisation_is_joined_at_the_first_start() {
    let program = with_policy("");
    let joined = program.with_password(&["join", "2", "--print"]);
    assert_eq!(joined.status, 0, "{}", joined.err);
    assert!(joined.out.contains("hash?secure="), "{}", joined.out);
    let shown = run(&program, &["profile", "show", "Work", "--json"]);
    assert_eq!(json(&shown.out)["login"], "anna");
}

#[test]
fn no_command_changes_what_is_laid_down() {
    let program = with_policy(r#", "allowedServers": []"#);
    let removed = run(&program, &["profile", "remove", "Work"]);
    assert_eq!(removed.status, REFUSED_BY_POLICY, "{}", removed.err);
    assert!(
        removed.err.contains("Example University"),
        "{}",
        removed.err
    );
    assert!(removed.err.contains("help@example.org"), "{}", removed.err);

    let other = "https://elsewhere.example/openmeetings";
    let commands: [&[&str]; 4] = [
        &["profile", "add", "Other", "--url", other, "--no-check"],
        &["check", other],
        &["join", "2", "--url", other, "--print"],
        &[
            "join",
            "https://elsewhere.example/openmeetings/#room/2",
            "--print",
        ],
    ];
    for command in commands {
        let refused = run(&program, command);
        assert_eq!(
            refused.status, REFUSED_BY_POLICY,
            "{command:?}: {}",
            refused.err
        );
        assert!(refused.err.contains("elsewhere.example"), "{}", refused.err);
    }
    let listed = run(&program, &["profile", "list", "--json"]);
    assert_eq!(json(&listed.out)["profiles"].as_array().unwrap().len(), 1);
}

#[test]
fn a_server_that_is_not_allowed_is_not_imported_either() {
    let program = with_policy(r#", "allowedServers": ["*.partner.example"]"#);
    let link = "openmeetings://add-server?url=https%3A%2F%2Felsewhere.example";
    let file = r#"{"kind": "openmeetings-launcher-introduction", "schema": 1,
        "address": "https://elsewhere.example/", "name": "Other"}"#;
    let list = "https://rooms.partner.example\nhttps://elsewhere.example Other";
    for (source, input) in [(link, ""), ("-", file), ("-", list)] {
        for wish in ["--yes", "--dry-run"] {
            let refused = program.run(&["profile", "import", source, wish], input);
            assert_eq!(refused.status, REFUSED_BY_POLICY, "{}", refused.err);
            let said = "Example University does not allow the server elsewhere.example";
            assert!(refused.err.contains(said), "{}", refused.err);
            assert!(refused.out.is_empty(), "{}", refused.out);
        }
    }
    let listed = run(&program, &["profile", "list", "--json"]);
    assert_eq!(json(&listed.out)["profiles"].as_array().unwrap().len(), 1);
    let allowed = "https://rooms.partner.example Theirs";
    let saved = program.run(&["profile", "import", "-"], allowed);
    assert_eq!(saved.status, 0, "{}", saved.err);
}

#[test]
fn an_edited_file_does_not_help() {
    let program = with_policy("");
    run(&program, &["profile", "list"]);
    let file = program.home.path().join("profiles.json");
    let edited = fs::read_to_string(&file)
        .unwrap()
        .replace("\"Work\"", "\"Mine\"");
    fs::write(&file, edited).unwrap();
    let listed = run(&program, &["profile", "list"]);
    assert!(listed.out.starts_with("Work"), "{}", listed.out);
}

#[test]
fn a_policy_beats_the_command_line() {
    let program = Program::new();
    let url = program.url();
    lay_down(
        &program,
        &format!(
            r#"{{"schema": 1, "servers": [{{"address": "{url}", "login": "anna", "moderator": false}}]}}"#
        ),
    );
    let joined = program.with_password(&["join", "2", "--print", "--moderator"]);
    assert_eq!(joined.status, REFUSED_BY_POLICY, "{}", joined.err);
    assert!(joined.err.contains("moderator"), "{}", joined.err);
    let joined = program.with_password(&["join", "2", "--print", "--first-name", "Ann"]);
    assert_eq!(joined.status, 0, "{}", joined.err);
}

#[test]
fn a_broken_policy_is_said_with_line_and_field_and_saved_servers_still_work() {
    let program = Program::new();
    program.add("Work", "anna");
    lay_down(
        &program,
        "{\"schema\": 1,\n \"settings\": {\"autoJoin\": \"no\"}}",
    );
    let joined = program.with_password(&["join", "2", "--print"]);
    assert_eq!(joined.status, 0, "{}", joined.err);
    assert!(joined.err.contains("line 2"), "{}", joined.err);
    assert!(joined.err.contains("settings.autoJoin"), "{}", joined.err);
    let removed = run(&program, &["profile", "remove", "Work"]);
    assert_eq!(removed.status, REFUSED_BY_POLICY, "{}", removed.err);
    let shown = run(&program, &["policy", "show"]);
    assert_eq!(shown.status, REFUSED_BY_POLICY);
}

#[test]
fn what_is_in_force_is_shown_with_its_origin() {
    let program = with_policy(
        r#", "settings": {"autoJoin": false}, "defaults": {"remindMinutes": 10, "theme": "dark"}"#,
    );
    let settings = r#"{"schema": 1, "settings": {"theme": "light", "autoJoin": true}}"#;
    fs::write(program.home.path().join("settings.json"), settings).unwrap();
    let shown = run(&program, &["policy", "show", "--json"]);
    assert_eq!(shown.status, 0, "{}", shown.err);
    let shown = json(&shown.out);
    assert_eq!(shown["policy"]["organisation"], "Example University");
    let setting = |name: &str| {
        let all = shown["settings"].as_array().unwrap();
        let found = all.iter().find(|setting| setting["name"] == name).unwrap();
        (
            found["value"].clone(),
            found["origin"].as_str().unwrap().to_owned(),
        )
    };
    assert_eq!(setting("autoJoin"), (false.into(), "policy".to_owned()));
    assert_eq!(setting("theme"), ("light".into(), "person".to_owned()));
    assert_eq!(
        setting("remindMinutes"),
        (10.into(), "policy-default".to_owned())
    );
    assert_eq!(setting("closeToTray"), (true.into(), "built-in".to_owned()));
    let shown = run(&program, &["policy", "show"]);
    assert!(shown.out.contains("policy.json"), "{}", shown.out);
}

#[test]
fn a_policy_is_checked_before_it_is_rolled_out() {
    let program = Program::new();
    let file = program.home.path().join("new.json");
    let path = file.display().to_string();
    fs::write(
        &file,
        r#"{"schema": 1, "allowedServers": ["*.example.org"]}"#,
    )
    .unwrap();
    let checked = run(&program, &["policy", "check", &path]);
    assert_eq!(checked.status, 0, "{}", checked.err);
    assert!(checked.out.contains("*.example.org"), "{}", checked.out);
    fs::write(
        &file,
        "{\"schema\": 1,\n\"allowedServers\": [\"https://a.org\"]}",
    )
    .unwrap();
    let checked = run(&program, &["policy", "check", &path]);
    assert_eq!(checked.status, REFUSED_BY_POLICY);
    assert!(checked.err.contains("allowedServers[0]"), "{}", checked.err);
    let missing = run(&program, &["policy", "check", "/nowhere/policy.json"]);
    assert_eq!(missing.status, REFUSED_BY_POLICY);
    assert!(
        missing.err.contains("/nowhere/policy.json"),
        "{}",
        missing.err
    );
}

#[test]
fn browsers_get_their_policies_from_the_same_servers() {
    let program = Program::new();
    lay_down(
        &program,
        r#"{"schema": 1, "servers": [{"address": "https://meet.example.org/openmeetings"}]}"#,
    );
    for family in ["chromium", "firefox"] {
        let printed = run(&program, &["policy", "browsers", family]);
        assert_eq!(printed.status, 0, "{}", printed.err);
        let links = "AutoLaunchProtocolsFromOrigins";
        let policies = json(&printed.out);
        let policies = policies.get("policies").unwrap_or(&policies);
        assert_eq!(
            policies[links][0]["allowed_origins"][0],
            "https://meet.example.org"
        );
    }
}

#[test]
fn the_password_of_an_account_that_may_be_anybody_is_not_kept() {
    let program = Program::new();
    lay_down(&program, r#"{"schema": 1, "storeSoapPasswords": false}"#);
    let url = program.url();
    for (login, is_kept) in [("anna", false), ("paul", true)] {
        let added =
            program.with_password(&["profile", "add", login, "--url", &url, "--user", login]);
        // There is no keychain here: what is to be kept cannot be.
        assert_eq!(added.status, if is_kept { 5 } else { 0 }, "{}", added.err);
        let said = added.err.contains("does not want the password of anna");
        assert_eq!(said, !is_kept, "{}", added.err);
    }
    let set = program.with_password(&["profile", "set-password", "anna"]);
    assert_eq!(set.status, REFUSED_BY_POLICY, "{}", set.err);
    assert!(set.err.contains("--password-stdin"), "{}", set.err);
    let joined = program.with_password(&["join", "2", "--profile", "anna", "--print"]);
    assert!(joined.out.contains("hash?secure="), "{}", joined.err);
    let policy = run(&program, &["policy", "show"]);
    assert!(
        policy.out.contains("storeSoapPasswords  false"),
        "{}",
        policy.out
    );
}

#[test]
fn what_an_account_that_may_be_anybody_means_is_said() {
    let program = Program::new();
    program.add("Work", "anna");
    program.add("Club", "paul");
    let url = program.url();
    for (login, name, is_said) in [("anna", "Work", true), ("paul", "Club", false)] {
        let check = program.with_password(&["check", &url, "--user", login]);
        let show = run(&program, &["profile", "show", name]);
        for said in [check.out, show.out] {
            assert_eq!(
                said.contains("enter every room"),
                is_said,
                "{login}: {said}"
            );
        }
    }
}
