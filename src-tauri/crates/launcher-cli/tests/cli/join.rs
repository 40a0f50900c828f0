//! `openmeetings join` with a server's address, and with invitations.

use openmeetings_testserver::{Fault, TlsCertificate};

use crate::support::{Program, fixture, json};

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
