//! Passwords, session ids and keys stay where they belong.
//!
//! What may know them, and is not searched: the keychain; the browser, which is
//! given the address of a room; the server. Every command by itself, and what
//! needs no desktop, is searched by the canaries of `launcher-cli` and
//! `launcher-core`.

use std::fs;

use launcher_e2e::processes::Process;
use launcher_e2e::programs::{COMMAND_LINE, WINDOW};
use launcher_e2e::server::{self, ACCOUNT};
use launcher_e2e::wait::until;
use launcher_e2e::watch::{ArgumentsWatch, BusMonitor};
use launcher_e2e::{App, Browser, Desktop, Keychain, Notifications, traces};
use openmeetings_testserver::planted::{
    self, ECHO, INVITATION, PLANTED, QUOTED, ROOM_KEY, USER_INFO, WRONG,
};
use openmeetings_testserver::{Fault, TestServer};

use crate::steps::{FIRST_FIELD, IN_MEETING, MEETING, give_address, open_settings, sign_in};

/// Reminds of the meeting that begins twenty minutes after the test.
const REMINDING: &str =
    r#"{"schema": 1, "settings": {"remindMinutes": 30, "withoutTray": "keep-running"}}"#;

/// What is looked through, by what it is.
type Said = Vec<(String, String)>;

#[tokio::test(flavor = "multi_thread")]
async fn no_secret_is_left_anywhere() {
    let desktop = Desktop::start("secrets").await;
    desktop.keep("settings.json", REMINDING);
    let bus = BusMonitor::start(&desktop).await;
    let watch = ArgumentsWatch::start(&desktop);
    let notes = Notifications::start(&desktop).await;
    let keychain = Keychain::unlocked(&desktop).await;
    let browser = Browser::install(&desktop);
    let server = server::quick().await;
    server.change(|world| {
        let account = world.users.iter_mut().find(|user| user.login == ACCOUNT);
        QUOTED.secret.clone_into(&mut account.unwrap().password);
    });
    let app = App::open(&desktop).await;
    let mut said = Said::new();

    refused(&app, &server, &mut said).await;
    joined(&app, &desktop, &server, &browser, &mut said).await;
    links(&app, &desktop, &mut said).await;
    let note = notes.shows("Planning").await;
    said.push(("a reminder".into(), format!("{note:?}")));
    report(&app, &desktop, &mut said).await;
    keychain.lock();
    let locked = desktop.openmeetings(&["profile", "show", "127.0.0.1", "--json"]);
    said.push(("the command line".into(), format!("{locked:?}")));
    for note in notes.shown() {
        said.push(("a notification".into(), format!("{note:?}")));
    }
    said.push(("the bus".into(), bus.text()));
    assert!(
        said.iter()
            .any(|(what, text)| what == "the bus" && text.contains("Planning"))
    );

    let mut secrets = server.secrets();
    assert!(secrets.len() >= 4, "sessions and keys: {secrets:?}");
    secrets.extend(PLANTED.map(|planted| planted.secret.to_owned()));
    for (what, text) in &said {
        let found = planted::found_in(text, secrets.iter().map(String::as_str));
        assert!(found.is_empty(), "{what} holds {found:?}");
    }
    nothing_in_files(&desktop, &secrets);
    nothing_in_processes(&desktop, watch, &secrets);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_window_that_breaks_tells_where_and_never_about_what() {
    let desktop = Desktop::start("broken").await;
    for planted in PLANTED {
        desktop.break_programs(planted.secret);
        let run = desktop.window(&[]);
        assert!(!run.status.success(), "{run:?}");
        let told = String::from_utf8_lossy(&run.stderr).into_owned();
        assert!(told.contains("has a fault and broke, at "), "{told}");
        let found = planted::found_in(&told, [planted.secret]);
        assert!(found.is_empty(), "{found:?} in {told}");
    }
    nothing_in_files(&desktop, &PLANTED.map(|planted| planted.secret.to_owned()));
    let places = ["the program broke".to_owned()];
    let logs = traces::holding(&desktop.home().join(".local/state"), &places);
    assert!(!logs.is_empty(), "the log knows of it");
}

/// Addresses and passwords that lead nowhere.
async fn refused(app: &App<'_>, server: &TestServer, said: &mut Said) {
    let address = server
        .base_url()
        .replace("://", &format!("://{ACCOUNT}:{}@", USER_INFO.secret));
    app.fill(FIRST_FIELD, &address).await;
    // In the field it stands as it was typed.
    app.shows("leave out everything up to the “@”").await;
    give_address(app, server).await;
    sign_in(app, WRONG.secret).await;
    app.shows("name or password refused").await;
    said.push(("the page".into(), app.source().await));
    let text = format!("no account has the password {}", ECHO.secret);
    server.go_wrong(Fault::Text(500, text), "user/login", Some(1));
    sign_in(app, ECHO.secret).await;
    app.shows("could not do it").await;
    said.push(("the page".into(), app.source().await));
}

/// From the window and from the command line, well and badly.
async fn joined(
    app: &App<'_>,
    desktop: &Desktop,
    server: &TestServer,
    browser: &Browser,
    said: &mut Said,
) {
    sign_in(app, QUOTED.secret).await;
    app.click("Show meetings").await;
    app.shows(MEETING).await;
    app.click_in(MEETING, "Join").await;
    browser.shows(server, IN_MEETING).await;
    app.shows("Opened in your browser").await;
    app.click("Updated").await;
    app.shows("Updated").await;
    said.push(("the page".into(), app.source().await));
    let joined = desktop.openmeetings(&["join", "Quiet room"]);
    assert!(joined.status.success(), "{joined:?}");
    browser.shows(server, "You are in room Quiet room").await;
    said.push(("the command line".into(), format!("{joined:?}")));
    server.go_wrong(
        Fault::Redirect("https://other.example/x?sid=1".into()),
        "user/hash",
        None,
    );
    let failed = desktop.openmeetings(&["join", "Quiet room"]);
    assert!(!failed.status.success(), "{failed:?}");
    said.push(("the command line".into(), format!("{failed:?}")));
    said.push(("the page".into(), app.source().await));
    server.heal();
}

/// Links of strangers, which the window asks about.
async fn links(app: &App<'_>, desktop: &Desktop, said: &mut Said) {
    for (name, planted) in [("invitation", INVITATION), ("secure", ROOM_KEY)] {
        let link = format!("https://stranger.example/om/hash?{name}={}", planted.secret);
        let handed = desktop.openmeetings(&["open", &link]);
        assert!(handed.status.success(), "{handed:?}");
        said.push(("the command line".into(), format!("{handed:?}")));
        app.shows("stranger.example").await;
        said.push(("the page".into(), app.source().await));
        app.click("Do nothing").await;
        app.shows_no_more("stranger.example").await;
    }
}

/// What people send to whoever helps.
async fn report(app: &App<'_>, desktop: &Desktop, said: &mut Said) {
    open_settings(app).await;
    app.click("Copy report").await;
    let report = until("report on the clipboard", async || desktop.clipboard()).await;
    said.push(("the report".into(), report));
}

fn nothing_in_files(desktop: &Desktop, secrets: &[String]) {
    let forms: Vec<String> = secrets.iter().flat_map(|one| planted::forms(one)).collect();
    let found = traces::holding(&desktop.home(), &forms);
    assert!(found.is_empty(), "in files: {found:?}");
    let logs = traces::files(&desktop.home().join(".local/state"));
    assert!(!logs.is_empty(), "the search sees the logs");
}

/// Of the arguments of ours only links are what a desktop would hand over.
fn nothing_in_processes(desktop: &Desktop, watch: ArgumentsWatch, secrets: &[String]) {
    let is_ours = |program: &str| [WINDOW, COMMAND_LINE].contains(&program);
    let seen = watch.end();
    let ours = seen.iter().filter(|(program, _)| is_ours(program));
    let mut commands = 0;
    for (program, arguments) in ours {
        commands += 1;
        let handed_over = arguments.get(1).is_some_and(|word| word == "open");
        let text = arguments.join(" ");
        let found = planted::found_in(&text, secrets.iter().map(String::as_str));
        assert!(
            handed_over || found.is_empty(),
            "{found:?} in {program} {text}"
        );
    }
    assert!(
        commands >= 3,
        "window, resident and a join were seen: {seen:?}"
    );
    for Process { id, program, .. } in desktop.processes() {
        if !is_ours(&program) {
            continue;
        }
        let environment = fs::read(format!("/proc/{id}/environ")).unwrap_or_default();
        let text = String::from_utf8_lossy(&environment).into_owned();
        let found = planted::found_in(&text, secrets.iter().map(String::as_str));
        assert!(
            found.is_empty(),
            "{found:?} in the environment of {program}"
        );
    }
}
