//! The person's language: texts and dates follow it, names for scripts do not.

use jiff::civil::Weekday;

use crate::support::{Program, json, run_speaking};

const GERMAN: &str = "de_DE.UTF-8";
const ARABIC: &str = "ar_EG.UTF-8";

#[test]
fn an_error_and_its_hint_are_german() {
    let home = tempfile::tempdir().unwrap();
    let run = run_speaking(GERMAN, home.path(), &["join", "2"], "");
    assert_eq!(run.status, 3);
    assert_eq!(
        run.err,
        "Fehler: Noch ist kein Server gespeichert\n\
         Tipp: Fügen Sie einen mit `openmeetings profile add` hinzu, oder nennen Sie einen mit `--url`\n"
    );
    let link = "openmeetings://h/room/5?pass=x";
    let run = run_speaking(GERMAN, home.path(), &["join", link], "");
    assert!(
        run.err.starts_with(
            "Fehler: Dieser Link ist nicht verwendbar: Er enthält ein Passwort, eine Sitzung"
        ),
        "{}",
        run.err
    );
    let run = run_speaking(GERMAN, home.path(), &["join", "2", "--json"], "");
    let error = &json(&run.out)["error"];
    assert_eq!(error["code"], "no-profiles");
    assert_eq!(error["message"], "Noch ist kein Server gespeichert");
}

#[test]
fn an_error_and_its_hint_are_arabic() {
    let home = tempfile::tempdir().unwrap();
    let run = run_speaking(ARABIC, home.path(), &["join", "no-such-file.ics"], "");
    assert_eq!(run.status, 2);
    let lines: Vec<&str> = run.err.lines().collect();
    assert!(lines[0].starts_with("خطأ: "), "{}", run.err);
    assert!(lines[0].contains("الملف غير موجود"), "{}", run.err);
    assert!(lines[1].starts_with("تلميح: "), "{}", run.err);
    let run = run_speaking(ARABIC, home.path(), &["join", "2"], "");
    assert!(
        run.err.contains("\u{2066}`--url`\u{2069}"),
        "an option keeps its direction: {}",
        run.err
    );
}

#[test]
fn what_the_server_says_is_german_too() {
    let program = Program::new();
    let url = program.url();
    let wrong = ["join", "2", "--url", &url, "--user", "nobody"];
    let run = program.speaking(GERMAN, &wrong);
    assert_eq!(run.status, 4);
    let lines: Vec<&str> = run.err.lines().collect();
    assert_eq!(
        lines[0],
        "Fehler: Anmeldung an „127.0.0.1“ als nobody fehlgeschlagen: Name oder Passwort abgelehnt"
    );
    assert!(lines[1].starts_with("Server: "), "{}", run.err);
    assert!(lines[2].starts_with("Tipp: Prüfen Sie"), "{}", run.err);
}

#[test]
fn meetings_have_the_days_of_the_language() {
    let program = Program::new();
    program.add("Work", "paul");
    let english = program.with_password(&["meetings", "--json"]);
    let answer = json(&english.out);
    let start: jiff::Timestamp = answer["meetings"]
        .as_array()
        .unwrap()
        .iter()
        .find_map(|meeting| meeting["start"].as_str())
        .unwrap()
        .parse()
        .unwrap();
    let day = start
        .to_zoned_datetime(jiff::tz::TimeZone::get("Europe/Berlin").unwrap())
        .date();
    let (german, arabic) = match day.weekday() {
        Weekday::Monday => ("Montag", "الاثنين"),
        Weekday::Tuesday => ("Dienstag", "الثلاثاء"),
        Weekday::Wednesday => ("Mittwoch", "الأربعاء"),
        Weekday::Thursday => ("Donnerstag", "الخميس"),
        Weekday::Friday => ("Freitag", "الجمعة"),
        Weekday::Saturday => ("Samstag", "السبت"),
        Weekday::Sunday => ("Sonntag", "الأحد"),
    };
    let english = program.with_password(&["meetings"]);
    let heading = format!("\n  {}\n", day.strftime("%A, %-d %B %Y"));
    assert!(english.out.contains(&heading), "{}", english.out);

    let run = program.speaking(GERMAN, &["meetings"]);
    assert_eq!(run.status, 0, "{}", run.err);
    let heading = format!("\n  {german}, {}. ", day.day());
    for part in [
        heading.as_str(),
        "  Raum 5  von Anna Arends",
        "\n  Räume\n",
        "  Konferenz  geschlossen",
    ] {
        assert!(run.out.contains(part), "{part} in {}", run.out);
    }

    let run = program.speaking(ARABIC, &["meetings"]);
    let heading = format!("\n  {arabic}، ");
    for part in [heading.as_str(), "\n  الغرف\n", "مغلقة"] {
        assert!(run.out.contains(part), "{part} in {}", run.out);
    }
    let same = program.speaking(ARABIC, &["meetings", "--json"]);
    assert_eq!(json(&same.out), answer, "scripts see no language");
}

#[test]
fn a_check_is_told_in_the_language() {
    let program = Program::new();
    let url = program.url();
    let check = ["check", &url, "--user", "paul"];
    let run = program.speaking(GERMAN, &check);
    assert_eq!(run.status, 0, "{}", run.err);
    let words: Vec<&str> = run
        .out
        .lines()
        .map(|line| line.split_whitespace().next().unwrap())
        .collect();
    assert_eq!(words, ["OK", "Hinweis", "OK", "OK", "OK", "Dieses"]);
    assert!(
        run.out.contains("  verschlüsselt ") && run.out.contains("mitgelesen"),
        "{}",
        run.out
    );
    let run = program.speaking(ARABIC, &check);
    assert!(
        run.out.ends_with("سيسجّل هذا الحساب الدخول في المتصفح\n"),
        "{}",
        run.out
    );
    let json_check = ["check", &url, "--user", "nobody", "--json"];
    let answer = json(&program.speaking(GERMAN, &json_check).out);
    assert_eq!(answer["layers"][3]["outcome"], "failed");
    assert_eq!(answer["error"]["code"], "bad-credentials");
    let message = answer["error"]["message"].as_str().unwrap();
    assert!(message.starts_with("Anmeldung an"), "{message}");
}

#[test]
fn a_profile_is_shown_in_the_language() {
    let program = Program::new();
    program.add("Work", "anna");
    let home = program.home.path();
    let run = run_speaking(GERMAN, home, &["profile", "show", "Work"], "");
    assert!(
        run.out.contains("\nRäume         direkt zu betreten\n"),
        "{}",
        run.out
    );
    let run = run_speaking(GERMAN, home, &["profile", "set-password", "Work"], "");
    assert_eq!(run.status, 4, "{}", run.err);
    let none = ["profile", "set-password", "Work", "--password-stdin"];
    let run = run_speaking(GERMAN, home, &none, "");
    assert_eq!(
        run.err,
        "Fehler: Von der Standardeingabe kam kein Passwort\nTipp: Siehe `openmeetings --help`\n"
    );
}
