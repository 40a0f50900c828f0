//! Notifications: reminders with their buttons, joins with *Cancel*, and what is
//! said once.

use launcher_e2e::wait::until;
use launcher_e2e::{App, Browser, Desktop, Notifications, StatusNotifier, server};
use openmeetings_testserver::Fault;

use crate::steps::{IN_MEETING, MEETING, add_server_until_quit, leave_with_server};

/// Of the demo world; it begins 20 minutes after the test.
const SOON: &str = "Planning: spring release";

/// Reminds of it at once.
const LONG_BEFORE: &str =
    r#"{"schema": 1, "settings": {"remindMinutes": 30, "withoutTray": "keep-running"}}"#;

#[tokio::test(flavor = "multi_thread")]
async fn a_reminder_is_shown_once_and_its_button_joins() {
    let desktop = Desktop::start("reminder_joins").await;
    desktop.keep("settings.json", LONG_BEFORE);
    let notes = Notifications::start(&desktop).await;
    let browser = Browser::install(&desktop);
    let server = server::quick().await;
    leave_with_server(&desktop, &server).await;

    let reminder = notes.shows(SOON).await;
    assert!(reminder.body.contains("Starts at"), "{reminder:?}");
    notes.press(&reminder, "Join").await;
    browser
        .shows(&server, "You are in room Lecture hall as anna")
        .await;
    notes.shows_no_more(SOON).await;
    let came = notes.came();
    assert!(came <= 3, "one reminder, one join: {came}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_snoozed_reminder_goes() {
    let desktop = Desktop::start("reminder_snoozed").await;
    desktop.keep("settings.json", LONG_BEFORE);
    let notes = Notifications::start(&desktop).await;
    let server = server::quick().await;
    leave_with_server(&desktop, &server).await;

    let reminder = notes.shows(SOON).await;
    notes.press(&reminder, "Remind me later").await;
    notes.shows_no_more(SOON).await;
    assert_eq!(server::keys_used(&server), [""; 0]);
    assert_eq!(desktop.windows(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_click_on_a_reminder_opens_the_window() {
    let desktop = Desktop::start("reminder_clicked").await;
    desktop.keep("settings.json", LONG_BEFORE);
    let notes = Notifications::start(&desktop).await;
    let server = server::quick().await;
    leave_with_server(&desktop, &server).await;

    let reminder = notes.shows(SOON).await;
    notes.click(&reminder).await;
    until("window", async || {
        desktop.visible("OpenMeetings Launcher").pop()
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_says_that_it_joins_and_can_be_cancelled() {
    let desktop = Desktop::start("link_cancelled").await;
    let notes = Notifications::start(&desktop).await;
    let browser = Browser::install(&desktop);
    let server = server::quick().await;
    leave_with_server(&desktop, &server).await;
    let base = server.base_url();
    let link = |room: u8| format!("openmeetings://{}room/{room}", &base["http://".len()..]);

    server.go_wrong(Fault::Hang, "user/login", None);
    assert!(desktop.openmeetings(&["open", &link(2)]).status.success());
    let joining = notes.shows("Joining").await;
    notes.press(&joining, "Cancel").await;
    notes.shows_no_more("Joining").await;
    server.heal();
    assert_eq!(server::keys_used(&server), [""; 0]);

    assert!(desktop.openmeetings(&["open", &link(3)]).status.success());
    browser.shows(&server, "You are in room").await;
    notes.shows("Opened in the browser").await;
    assert_eq!(server::keys_used(&server).len(), 1);

    // What cannot be followed is said where the person looks.
    let refused = desktop.openmeetings(&["open", "openmeetings://h/hash?secure=18535a86"]);
    assert!(!refused.status.success());
    notes.shows("link").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_armed_meeting_joins_by_itself_after_a_countdown() {
    let desktop = Desktop::start("auto_join").await;
    let settings = r#"{"schema": 1, "settings": {"autoJoin": true}}"#;
    desktop.keep("settings.json", settings);
    let notes = Notifications::start(&desktop).await;
    let browser = Browser::install(&desktop);
    let server = server::quick().await;
    let app = App::open(&desktop).await;
    add_server_until_quit(&app, &server).await;
    app.click_in(MEETING, "More").await;
    app.click("Join automatically").await;
    let countdown = notes.shows(MEETING).await;
    assert!(countdown.body.contains("10 seconds"), "{countdown:?}");
    notes.press(&countdown, "Stop").await;
    notes.shows_no_more(MEETING).await;
    assert_eq!(server::keys_used(&server), [""; 0]);

    app.click_in(MEETING, "More").await;
    app.click("Join automatically").await;
    notes.shows(MEETING).await;
    browser.shows(&server, IN_MEETING).await;
    assert_eq!(server::keys_used(&server).len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_close_to_the_tray_says_how_to_quit() {
    let desktop = Desktop::start("first_close").await;
    let _panel = StatusNotifier::start(&desktop).await;
    let notes = Notifications::start(&desktop).await;
    let server = server::quick().await;
    leave_with_server(&desktop, &server).await;
    let said = notes.shows("goes on in the background").await;
    assert!(said.body.contains("Quit it from there"), "{said:?}");

    notes.press(&said, "Settings").await;
    until("window", async || {
        desktop.visible("OpenMeetings Launcher").pop()
    })
    .await;
    let window = desktop.visible("OpenMeetings Launcher").pop().unwrap();
    desktop.close(&window);
    until("closed window", async || {
        desktop.windows().is_empty().then_some(())
    })
    .await;
    let again = notes.shown();
    let again = again
        .iter()
        .filter(|note| note.title.contains("goes on in the background"));
    assert!(again.count() <= 1, "said once");
    assert!(desktop.resident().is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_tray_the_window_asks_before_it_closes() {
    let desktop = Desktop::start("closing_without_tray").await;
    desktop.keep("settings.json", r#"{"schema": 1}"#);
    let server = server::quick().await;
    let app = App::open(&desktop).await;
    add_server_until_quit(&app, &server).await;
    let window = app.window().await;
    desktop.close(&window);
    app.shows("Close the window?").await;
    assert!(!desktop.windows().is_empty());
    app.click("Cancel").await;
    app.shows_no_more("Close the window?").await;

    desktop.close(&window);
    app.click_last("Quit the launcher").await;
    until("end of all", async || {
        (desktop.windows().is_empty() && desktop.resident().is_none()).then_some(())
    })
    .await;
}
