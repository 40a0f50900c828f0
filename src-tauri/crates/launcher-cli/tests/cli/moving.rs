//! Servers come from a list, an export and an introduction, and are introduced.

use openmeetings_testserver::{Fault, TlsCertificate};

use crate::support::{Program, json, run_in};

const OTHER_KEY: &str = "sha256//BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=";

/// A server with a certificate, and where its authority is written down.
fn encrypted() -> (Program, String) {
    let certificate = TlsCertificate::trusted(&["localhost"]).unwrap();
    let program = Program::with(|server| server.tls(certificate));
    let pem = program.home.path().join("authority.pem");
    std::fs::write(&pem, program.server.authority_pem().unwrap()).unwrap();
    (program, pem.to_str().unwrap().to_owned())
}

fn add(program: &Program, trust: &str) {
    let url = program.url();
    let run = program.run(
        &[
            "profile",
            "add",
            "Our rooms",
            "--url",
            &url,
            "--trust",
            trust,
        ],
        "",
    );
    assert_eq!(run.status, 0, "{}", run.err);
}

#[test]
fn of_a_list_each_line_is_reported_and_a_trial_saves_nothing() {
    let home = tempfile::tempdir().unwrap();
    let list = "# ours\nhttps://one.example Our rooms\nhttp://two.example\nhttps://one.example";
    let trial = run_in(home.path(), &["profile", "import", "-", "--dry-run"], list);
    assert_eq!(trial.status, 0, "{}", trial.err);
    let lines: Vec<&str> = trial.out.lines().collect();
    assert_eq!(lines[0], "line 2 added: “Our rooms” (https://one.example)");
    assert!(
        lines[1].starts_with("line 3 added: “two.example” (http://two.example), not encrypted"),
        "{}",
        lines[1]
    );
    assert_eq!(lines[2], "line 4 there already: “Our rooms”");
    assert_eq!(lines[3], "Nothing was saved: this was a trial");
    assert!(!home.path().join("profiles.json").exists());
    let file = home.path().join("servers.txt");
    std::fs::write(&file, list).unwrap();
    let path = file.to_str().unwrap();
    let saved = run_in(home.path(), &["profile", "import", path, "--json"], "");
    assert_eq!(saved.status, 0, "{}", saved.err);
    let answer = json(&saved.out);
    assert_eq!(answer["servers"][1]["outcome"], "added");
    assert_eq!(answer["servers"][2]["line"], 4);
    let list = run_in(home.path(), &["profile", "list"], "");
    assert_eq!(list.out.lines().count(), 2, "{}", list.out);
}

#[test]
fn one_line_that_is_wrong_stops_all_and_no_password_is_repeated() {
    let home = tempfile::tempdir().unwrap();
    let list = "https://one.example\nhttps://anna:pl4nted@two.example\n";
    for trial in [&[][..], &["--dry-run"], &["--json"]] {
        let run = run_in(home.path(), &[&["profile", "import"], trial].concat(), list);
        assert_eq!(run.status, 1, "{}", run.err);
        assert!(
            run.err.contains("Nothing was imported: line 2: "),
            "{}",
            run.err
        );
        assert!(!format!("{}{}", run.out, run.err).contains("pl4nted"));
        if trial == ["--json"] {
            let servers = &json(&run.out)["servers"];
            assert_eq!(servers[0]["outcome"], "not-added");
            assert_eq!(servers[1]["outcome"], "refused");
        } else {
            assert!(!run.out.contains("added"), "{}", run.out);
        }
        assert!(!home.path().join("profiles.json").exists());
    }
    let missing = run_in(home.path(), &["profile", "import", "nowhere.txt"], "");
    assert_eq!(missing.status, 2, "{}", missing.err);
}

#[test]
fn a_list_is_fetched_from_where_it_is_said_to_be_and_from_nowhere_else() {
    let (program, trust) = encrypted();
    let address = format!("{}servers.txt", program.url());
    let import =
        |address: &str| program.run(&["profile", "import", address, "--trust", &trust], "");
    let list = "https://one.example Our rooms".to_owned();
    program
        .server
        .go_wrong(Fault::PlainText(list), "servers.txt", None);
    let run = import(&address);
    assert_eq!(run.status, 0, "{}", run.err);
    assert_eq!(run.out, "line 1 added: “Our rooms” (https://one.example)\n");
    for fault in [
        Fault::Html,
        Fault::NotFound,
        Fault::Huge,
        Fault::Redirect("https://elsewhere.example/servers.txt".to_owned()),
    ] {
        program.server.heal();
        program.server.go_wrong(fault.clone(), "servers.txt", None);
        let run = import(&address);
        assert_eq!(run.status, 8, "{fault:?}: {}", run.err);
        assert!(run.err.contains("gave no list"), "{fault:?}: {}", run.err);
    }
    let run = import(&address.replace("https:", "http:"));
    assert_eq!(run.status, 2, "{}", run.err);
    let run = program.run(&["profile", "import", &address], "");
    assert_eq!(run.status, 7, "{}", run.err);
}

#[test]
fn an_introduction_goes_from_one_person_to_another_with_the_key_of_the_server() {
    let (program, trust) = encrypted();
    add(&program, &trust);
    let introduce = |arguments: &[&str]| {
        let own = ["profile", "introduce", "Our rooms", "--trust", &trust];
        let run = program.run(&[&own[..], arguments].concat(), "");
        assert_eq!(run.status, 0, "{}", run.err);
        run.out
    };
    let link = introduce(&["--with-key", "--help-contact", "it@example.org"]);
    assert!(
        link.starts_with("openmeetings://add-server?url=https%3A%2F%2Flocalhost%3A"),
        "{link}"
    );
    let file = introduce(&["--json", "--with-key", "--help-contact", "it@example.org"]);
    let key = json(&file)["key"].as_str().unwrap().to_owned();
    let picture = introduce(&["--qr"]);
    assert!(
        picture.lines().count() > 20 && picture.contains('█'),
        "{picture}"
    );

    let there = tempfile::tempdir().unwrap();
    let import = |arguments: &[&str], input: &str| {
        let own = ["profile", "import", "--trust", &trust];
        run_in(there.path(), &[&own[..], arguments].concat(), input)
    };
    let unasked = import(&[link.trim()], "");
    assert_eq!(unasked.status, 2, "{}", unasked.err);
    assert!(unasked.out.contains("proves nothing about who made it"));
    assert!(!there.path().join("profiles.json").exists());
    let other = link.trim().replace(&escaped(&key), &escaped(OTHER_KEY));
    let refused = import(&[&other, "--yes"], "");
    assert_eq!(refused.status, 7, "{}", refused.err);
    assert!(refused.err.contains(&key) && refused.err.contains(OTHER_KEY));
    assert!(!there.path().join("profiles.json").exists());
    let saved = import(&["-", "--yes"], &file);
    assert_eq!(saved.status, 0, "{}", saved.err);
    assert!(
        saved
            .out
            .contains(&format!("The key is the one of the introduction: {key}"))
    );
    let shown = run_in(there.path(), &["profile", "show", "Our rooms"], "");
    assert!(
        shown.out.contains("help      it@example.org"),
        "{}",
        shown.out
    );
    let again = import(&[link.trim(), "--yes"], "");
    assert!(
        again.out.contains("there already, as “Our rooms”"),
        "{}",
        again.out
    );
}

#[test]
fn what_holds_a_secret_or_is_not_encrypted_is_never_introduced() {
    let home = tempfile::tempdir().unwrap();
    for (link, status) in [
        (
            "openmeetings://add-server?url=https://h&password=pl4nted",
            2,
        ),
        ("openmeetings://add-server?url=https://anna:pl4nted@h", 2),
        ("openmeetings://h/room/5", 2),
    ] {
        let run = run_in(home.path(), &["profile", "import", link, "--yes"], "");
        assert_eq!(run.status, status, "{link}: {}", run.err);
        assert!(!format!("{}{}", run.out, run.err).contains("pl4nted"));
    }
    let open = Program::new();
    open.add("Work", "anna");
    let run = open.run(&["profile", "introduce", "Work"], "");
    assert_eq!(run.status, 7, "{}", run.err);
    assert!(
        run.err.contains("“Work” cannot be introduced"),
        "{}",
        run.err
    );
    let run = open.run(
        &["profile", "introduce", "Work", "--help-contact", "Paul"],
        "",
    );
    assert_eq!(run.status, 2, "{}", run.err);
}

fn escaped(key: &str) -> String {
    key.replace('/', "%2F")
        .replace('+', "%2B")
        .replace('=', "%3D")
}
