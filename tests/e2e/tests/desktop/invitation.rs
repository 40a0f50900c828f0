//! Invitations, as they come by mail: whoever is invited needs no account.

use launcher_e2e::server;
use launcher_e2e::{App, Browser, Desktop};
use openmeetings_testserver::TestServer;

use crate::steps::FIRST_FIELD;

/// As a real server mailed it.
const RECORDED: &str = include_str!("../../../fixtures/ics/request-guest.ics");

/// The link in it, with the line ends that calendars put into long lines.
const RECORDED_LINK: [&str; 2] = [
    "http://localhost:5080/ope\r\n nmeetings/hash?invitation=167793f8-17e4-42e8-90ed-41323f2886a2&language=\r\n 1",
    "http://localhost:5080/ope\n nmeetings/hash?invitation=167793f8-17e4-42e8-90ed-41323f2886a2&language=\n 1",
];

const STAND_UP: i64 = 2;
const AS_GUEST: &str = "You are in room Stand-up as Gwen Guest";

#[tokio::test(flavor = "multi_thread")]
async fn a_pasted_calendar_entry_lets_the_guest_in() {
    let desktop = Desktop::start("invitation_ics").await;
    let server = server::quick().await;
    let link = link(&server);
    let entry = RECORDED_LINK
        .iter()
        .fold(RECORDED.to_owned(), |entry, recorded| {
            entry.replace(recorded, &folded(&link))
        });
    assert_ne!(entry, RECORDED, "the recorded link is not where it was");
    let meaning = ["Planning, with; odd \\ chars ü", "127.0.0.1"];
    join(&desktop, &server, &entry, &meaning).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pasted_mail_lets_the_guest_in() {
    let desktop = Desktop::start("invitation_mail").await;
    let server = server::quick().await;
    let link = link(&server);
    let (before, after) = link.split_at(link.len() - 20);
    let mail = format!(
        "> Anna Arends has invited you to a meeting.\n>\n> Room: Stand-up\n> Click on the link below to enter:\n> {before}\n> {after}\n>\n> Best regards\n"
    );
    join(
        &desktop,
        &server,
        &mail,
        &["Join the meeting on 127.0.0.1", "as the invited guest"],
    )
    .await;
}

async fn join(desktop: &Desktop, server: &TestServer, text: &str, meaning: &[&str]) {
    let browser = Browser::install(desktop);
    let app = App::open(desktop).await;
    app.paste_into(FIRST_FIELD, text).await;
    for words in meaning {
        app.shows(words).await;
    }
    assert!(
        server.requests().is_empty(),
        "what was pasted is not fetched before somebody wants it"
    );
    app.enter(FIRST_FIELD).await;
    let page = browser.shows(server, AS_GUEST).await;
    app.shows("Opened in your browser").await;
    let used = server::invitations_used(server);
    assert_eq!(used.len(), 1, "only the browser fetched it: {used:?}");
    assert!(page.url.contains(&used[0]));
}

fn link(server: &TestServer) -> String {
    let hash = server.invite(STAND_UP, "Gwen Guest");
    format!("{}hash?invitation={hash}&language=1", server.base_url())
}

/// In pieces, as calendars write long lines.
fn folded(link: &str) -> String {
    let (first, second) = link.split_at(25);
    format!("{first}\r\n {second}")
}
