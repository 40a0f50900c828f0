//! Notifications: reminders with their buttons, joins with *Cancel*, and what is
//! said once.

use std::time::Duration;

use jiff::SignedDuration;
use launcher_e2e::wait::{until, within};
use launcher_e2e::x11::Window;
use launcher_e2e::{App, Browser, Desktop, Logind, Notifications, StatusNotifier, server};
use openmeetings_testserver::{Fault, TestServer};

use crate::steps::{IN_MEETING, MEETING, add_server_until_quit, leave_with_server};

/// Of the demo world; it begins 20 minutes after the test.
const SOON: &str = "Planning: spring release";

/// Reminds of it at once.
const LONG_BEFORE: &str =
    r#"{"schema": 1, "settings": {"remindMinutes": 30, "withoutTray": "keep-running"}}"#;

/// And above all windows.
const FLOATING: &str = r#"{"schema": 1, "settings": {
    "remindMinutes": 30, "withoutTray": "keep-running", "floatingReminders": true}}"#;

/// Of a server that has it beside the demo world.
const COFFEE: &str = "Coffee with Paul";

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
async fn a_reminder_says_whether_joining_will_work() {
    let desktop = Desktop::start("reminder_preflight").await;
    let notes = Notifications::start(&desktop).await;
    let server = server::quick_with(COFFEE, SignedDuration::from_secs(100)).await;
    leave_with_server(&desktop, &server).await;
    notes.says(COFFEE, "Ready to join").await;
    assert_eq!(server::keys_used(&server), [""; 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reminder_above_the_windows_joins_on_enter() {
    let desktop = Desktop::start("reminder_floating_join").await;
    desktop.keep("settings.json", FLOATING);
    let browser = Browser::install(&desktop);
    let server = server::quick().await;
    let reminder = leave_with_reminder(&desktop, &server).await;
    press(&desktop, &reminder, "Return").await;
    browser
        .shows(&server, "You are in room Lecture hall as anna")
        .await;
    assert_eq!(server::keys_used(&server).len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reminder_above_the_windows_goes_on_escape_and_does_not_come_back() {
    let desktop = Desktop::start("reminder_floating_escape").await;
    desktop.keep("settings.json", FLOATING);
    let server = server::quick().await;
    let reminder = leave_with_reminder(&desktop, &server).await;
    press(&desktop, &reminder, "Escape").await;
    // Nor with the next window.
    let app = App::open(&desktop).await;
    app.shows(MEETING).await;
    app.close().await;
    assert!(desktop.visible(SOON).is_empty());
    assert!(desktop.resident().is_some());
    assert_eq!(server::keys_used(&server), [""; 0]);
}

/// A desktop with a reminder above its windows, and the other window closed.
async fn leave_with_reminder(desktop: &Desktop, server: &TestServer) -> Window {
    let app = App::open(desktop).await;
    add_server_until_quit(&app, server).await;
    let reminder = until("reminder", async || desktop.visible(SOON).pop()).await;
    app.close().await;
    reminder
}

/// Presses a key that ends the reminder: again, where its page was not there yet.
async fn press(desktop: &Desktop, reminder: &Window, key: &str) {
    desktop.activate(reminder);
    until("end of the reminder", async || {
        if !desktop.visible(SOON).is_empty() {
            desktop.press(key);
        }
        let mut gone = async || desktop.windows().is_empty().then_some(());
        within(Duration::from_secs(2), &mut gone).await
    })
    .await;
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
    desktop.shows_window().await;
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

    server.go_wrong(Fault::Hang, "services/user/", None);
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
async fn nothing_joins_by_itself_behind_a_locked_screen() {
    let desktop = Desktop::start("auto_join_locked").await;
    let logind = Logind::start(&desktop).await;
    let settings = r#"{"schema": 1, "settings": {"autoJoin": true}}"#;
    desktop.keep("settings.json", settings);
    let notes = Notifications::start(&desktop).await;
    let server = server::quick().await;
    let app = App::open(&desktop).await;
    add_server_until_quit(&app, &server).await;

    // Locked before the countdown: there is none.
    logind.lock(true).await;
    let asked = logind.asked();
    app.click_in(MEETING, "More").await;
    app.click("Join automatically").await;
    until("look at the screen", async || {
        (logind.asked() > asked).then_some(())
    })
    .await;
    assert_eq!(notes.shown(), []);

    // Locked within it: it goes by without a join.
    logind.lock(false).await;
    app.click_in(MEETING, "More").await;
    app.click("Join automatically").await;
    notes.shows(MEETING).await;
    logind.lock(true).await;
    notes.shows_no_more(MEETING).await;
    assert_eq!(server::keys_used(&server), [""; 0]);
    let asked = server.requests();
    assert!(
        !asked
            .iter()
            .any(|one| one.path_and_query.contains("user/hash"))
    );
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
    let window = desktop.shows_window().await;
    let closed = async || desktop.windows().is_empty().then_some(());
    desktop.close_until(&window, "closed window", closed).await;
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
