//! `openmeetings doctor`: what it finds, and that it tells no secret.

use std::path::Path;

use jiff::SignedDuration;
use openmeetings_testserver::{DEMO_PASSWORD, Fault, TestClock, TestServerBuilder, TlsCertificate};
use serde_json::Value;

use crate::support::{Program, Run, fixture, json, run_in};

/// The names of what was found about a topic.
fn found(run: &Run, topic: &str) -> Vec<String> {
    let sections = json(&run.out)["sections"].as_array().unwrap().clone();
    let findings = sections
        .iter()
        .flat_map(|section| section["findings"].as_array().unwrap());
    findings
        .filter(|finding| finding["topic"] == topic)
        .map(|finding| {
            let part = |name: &str| finding[name].as_str().unwrap().to_owned();
            format!("{}: {}", part("grade"), part("name"))
        })
        .collect()
}

fn examined(program: &Program) -> Run {
    program.run(&["doctor", &program.url(), "--json"], "")
}

/// A desktop with a browser, whose links are ours.
fn furnish(home: &Path) {
    let applications = home.join(".local/share/applications");
    std::fs::create_dir_all(&applications).unwrap();
    let entry = |id: &str, kind: &str, program: &str| {
        let file = applications.join(format!("{id}.desktop"));
        let kind = format!("x-scheme-handler/{kind}");
        let text = format!(
            "[Desktop Entry]\nType=Application\nName={id}\nExec={program} %u\nMimeType={kind};\n"
        );
        std::fs::write(file, text).unwrap();
    };
    entry("surfer", "https", "surfer");
    entry("openmeetings-launcher-open", "openmeetings", "openmeetings");
    let list = "[Default Applications]\nx-scheme-handler/https=surfer.desktop\n\
                x-scheme-handler/openmeetings=openmeetings-launcher-open.desktop\n";
    std::fs::create_dir_all(home.join(".config")).unwrap();
    std::fs::write(home.join(".config/mimeapps.list"), list).unwrap();
    for program in ["surfer", "openmeetings"] {
        std::fs::write(home.join(program), "").unwrap();
    }
}

#[test]
fn a_server_of_today_on_this_computer_has_nothing_wrong_with_it() {
    let run = examined(&Program::new());
    for (topic, name) in [
        ("address", "good: reached"),
        ("encryption", "note: not-encrypted-here"),
        ("version", "good: version-fine"),
        ("speed", "good: speed-fine"),
        ("clock", "good: clock-right"),
        ("foreign-pages", "good: foreign-pages-none"),
        ("path", "good: path-usual"),
    ] {
        assert_eq!(found(&run, topic), [name], "{}", run.out);
    }
}

#[test]
fn what_is_wrong_with_a_server_is_told_with_what_to_do() {
    let late = TestClock::fixed(TestClock::system().now() - SignedDuration::from_mins(10));
    let program = Program::with(|server| {
        let server = server.version("8.1.0").clock(late).base_path("/rooms/");
        server.allow_origin("*")
    });
    let run = examined(&program);
    for (topic, name) in [
        ("version", "warning: version-password-in-address"),
        ("clock", "warning: clock-behind"),
        ("foreign-pages", "warning: foreign-pages-all"),
        ("path", "note: path-other"),
    ] {
        assert_eq!(found(&run, topic), [name], "{}", run.out);
    }
    assert_eq!(run.status, 1);
    let run = program.run(&["doctor", &program.url()], "");
    // On a busy machine another minute goes by.
    let behind = |minutes| format!("Its clock is {minutes} minutes behind");
    assert!(
        [10, 11]
            .map(behind)
            .iter()
            .any(|text| run.out.contains(text)),
        "{}",
        run.out
    );
    assert!(run.out.contains("`rest.allow.origin`"), "{}", run.out);
}

#[test]
fn a_server_that_is_gone_leaves_the_rest_to_be_looked_at() {
    let program = Program::new();
    let run = program.run(&["doctor", "http://127.0.0.1:1/openmeetings", "--json"], "");
    assert_eq!(run.status, 6, "{}", run.err);
    assert_eq!(found(&run, "address"), ["failed: server-unreachable"]);
    assert_eq!(found(&run, "folders"), ["good: folders-fine"]);
    assert_eq!(found(&run, "keychain"), ["warning: keychain-missing"]);
}

#[test]
fn what_is_no_openmeetings_and_what_is_no_address_have_their_statuses() {
    let program = Program::new();
    program.server.go_wrong(Fault::Html, "", None);
    let run = examined(&program);
    assert_eq!(run.status, 8, "{}", run.out);
    assert_eq!(found(&run, "version"), ["failed: not-open-meetings"]);
    assert_eq!(found(&run, "encryption"), ["note: not-encrypted-here"]);
    assert!(found(&run, "address").is_empty(), "{}", run.out);
    let run = program.run(&["doctor", "ftp://elsewhere", "--json"], "");
    assert_eq!(run.status, 2, "{}", run.out);
    assert_eq!(found(&run, "address"), ["failed: address-malformed"]);
}

#[test]
fn a_certificate_that_everybody_could_have_made_is_a_failure() {
    let certificate = TlsCertificate::like_the_shipped_one().unwrap();
    let program = Program::with(|server| server.tls(certificate));
    let run = examined(&program);
    assert_eq!(run.status, 7, "{}", run.out);
    assert_eq!(
        found(&run, "encryption"),
        ["failed: certificate-is-default"]
    );
}

#[test]
fn an_encrypted_server_is_looked_at_with_the_certificates_that_are_trusted() {
    let certificate = TlsCertificate::trusted(&["localhost"]).unwrap();
    let program = Program::with(|server| server.tls(certificate).without_strict_transport());
    let pem = program.home.path().join("authority.pem");
    std::fs::write(&pem, program.server.authority_pem().unwrap()).unwrap();
    let pem = pem.to_str().unwrap();
    let run = program.run(&["doctor", &program.url(), "--json", "--trust", pem], "");
    assert_eq!(found(&run, "encryption"), ["good: encrypted"]);
    assert_eq!(
        found(&run, "strict-transport"),
        ["note: strict-transport-off"]
    );
}

/// On an address of its own: only known ports have a twin.
#[cfg(target_os = "linux")]
#[test]
fn an_encrypted_server_that_also_answers_openly_is_found_out() {
    let host = format!("127.{}.7.1", std::process::id() % 200 + 20);
    let at = |port: u16| format!("{host}:{port}").parse().unwrap();
    let names: &[&str] = &[&host];
    let certificate = TlsCertificate::trusted(names).unwrap();
    let secure = Program::with(|server| server.listen(at(5443)).tls(certificate));
    let pem = secure.home.path().join("authority.pem");
    std::fs::write(&pem, secure.server.authority_pem().unwrap()).unwrap();
    let url = format!("https://{host}:5443/openmeetings");
    let arguments = ["doctor", &url, "--json", "--trust", pem.to_str().unwrap()];
    let twin = || found(&secure.run(&arguments, ""), "open-address");
    assert_eq!(twin(), ["good: open-address-closed"]);
    let open = Program::with(|server| server.listen(at(5080)));
    assert_eq!(twin(), ["note: open-address-told"]);
    let elsewhere = Fault::Redirect(url.clone());
    open.server.go_wrong(elsewhere, "", None);
    assert_eq!(twin(), ["good: open-address-redirects"]);
}

#[test]
fn every_saved_server_is_looked_at_and_nobody_signs_in_unasked() {
    let program = Program::new();
    program.add("Work", "anna");
    program.add("Club", "paul");
    let logins = |program: &Program| {
        let requests = program.server.requests();
        let logins = requests
            .iter()
            .filter(|it| it.path_and_query.contains("login"));
        logins.count()
    };
    let before = logins(&program);
    let run = program.run(&["doctor"], "");
    assert!(run.out.starts_with(&format!("Work ({})", program.url())));
    assert!(run.out.contains("\nClub ("), "{}", run.out);
    assert!(run.out.contains("2 servers are saved"), "{}", run.out);
    let run = program.run(&["doctor", "--login", "--json"], "");
    let no_password = "note: login-no-password";
    assert_eq!(found(&run, "login"), [no_password, no_password]);
    assert_eq!(logins(&program), before);
}

#[test]
fn an_invitation_to_localhost_is_of_a_server_without_an_address() {
    let program = Program::new();
    let file = program.home.path().join("invitation.ics");
    let text = std::fs::read_to_string(fixture("request-guest.ics")).unwrap();
    assert!(text.contains("localhost"));
    std::fs::write(&file, text).unwrap();
    let run = program.run(&["doctor", file.to_str().unwrap(), "--json"], "");
    assert_eq!(
        found(&run, "invitations"),
        ["warning: invitation-leads-here"]
    );
    let run = program.run(&["doctor", "gone.ics", "--json"], "");
    assert_eq!(run.status, 2);
    assert_eq!(
        found(&run, "invitations"),
        ["failed: invitation-unreadable"]
    );
}

#[test]
fn a_link_that_is_given_is_neither_fetched_nor_repeated() {
    let program = Program::new();
    let hash = program.server.invite(2, "Jo");
    let link = format!("{}hash?invitation={hash}&language=1", program.url());
    let run = program.run(&["doctor", &link], "");
    assert!(!run.out.contains(&hash) && !run.err.contains(&hash));
    let requests = program.server.requests();
    assert!(
        requests
            .iter()
            .all(|it| !it.path_and_query.contains("hash"))
    );
}

#[test]
fn no_secret_is_told_as_text_or_as_json() {
    let program = Program::new();
    program.add("Work", "anna");
    // What the server says may hold what it should not.
    let secrets = format!("sid=planted-sid {DEMO_PASSWORD}");
    program
        .server
        .go_wrong(Fault::Text(500, secrets), "info/version", Some(1));
    for arguments in [&["doctor"][..], &["doctor", "--json", "--login"]] {
        let run = program.run(arguments, "");
        assert!(!run.out.contains("planted-sid"), "{}", run.out);
        program.assert_discreet(&run, false);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn the_browser_and_who_opens_links_are_those_of_the_desktop() {
    let home = tempfile::tempdir().unwrap();
    furnish(home.path());
    let look = || run_in(home.path(), &["doctor", "--json"], "");
    let run = look();
    assert_eq!(found(&run, "browser"), ["good: browser-found"]);
    assert_eq!(found(&run, "links"), ["good: links-ours"]);
    std::fs::remove_file(home.path().join("surfer")).unwrap();
    std::fs::remove_file(home.path().join("openmeetings")).unwrap();
    let run = look();
    assert_eq!(found(&run, "browser"), ["failed: browser-gone"]);
    assert_eq!(found(&run, "links"), ["warning: links-gone"]);
    assert_eq!(run.status, 1);
    let list = "[Default Applications]\nx-scheme-handler/openmeetings=surfer.desktop\n";
    std::fs::write(home.path().join(".config/mimeapps.list"), list).unwrap();
    assert_eq!(found(&look(), "links"), ["warning: links-other"]);
}

#[test]
fn half_of_what_is_kept_being_broken_is_said_and_the_rest_looked_at() {
    let program = Program::new();
    let home = program.home.path();
    std::fs::write(home.join("profiles.json"), "{\"schema\":99}").unwrap();
    std::fs::write(home.join("policy.json"), "{ \"oops\": 1 }").unwrap();
    let run = program.run(&["doctor", "--json"], "");
    assert_eq!(found(&run, "saved-servers"), ["failed: profiles-newer"]);
    assert_eq!(found(&run, "policy"), ["failed: policy-unreadable"]);
    assert_eq!(found(&run, "resident"), ["note: resident-none"]);
    assert_eq!(run.status, 1, "{}", run.out);
    let answer: Value = json(&run.out);
    assert_eq!(answer["grade"], "failed");
}

#[test]
fn it_speaks_the_language_of_the_person() {
    let program = Program::with(TestServerBuilder::without_strict_transport);
    let run = program.speaking_alone("de_DE.UTF-8", &["doctor", &program.url()]);
    assert!(run.out.contains("Dieser Computer"), "{}", run.out);
    assert!(run.out.contains("keine Probleme bekannt"), "{}", run.out);
}
