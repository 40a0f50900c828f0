//! Texts of servers and invitations that act on what shows them: none of them
//! reaches the window, the tray, a copied text or an error as it was sent.

#![expect(clippy::unwrap_used, reason = "a test may")]

mod support;

use jiff::SignedDuration;
use jiff::tz::TimeZone;
use launcher_core::intent::{Copy, Intent};
use launcher_core::texts::Texts;
use launcher_core::tray_menu::{Entry, Item, tray_menu};
use launcher_core::view;
use openmeetings_testserver::hostile::{self, acting};
use openmeetings_testserver::{Fault, World};
use secrecy::ExposeSecret as _;
use serde_json::Value;
use support::{TestLauncher, now, server};

/// Longer than any text of a row; a megabyte is cut far before it.
const LONGEST: usize = 600;

/// No more of a text than this for what each answer holds many times: the client
/// reads eight megabytes of an answer.
const OFTEN: usize = 5_000;

/// Calls everything in a world by a text: rooms, titles, accounts.
fn called(text: &str) -> World {
    let mut world = World::demo(now());
    let whole = text;
    let text: &str = &text.chars().take(OFTEN).collect::<String>();
    for room in &mut world.rooms {
        text.clone_into(&mut room.name);
    }
    for appointment in &mut world.appointments {
        text.clone_into(&mut appointment.title);
    }
    for user in &mut world.users {
        text.clone_into(&mut user.firstname);
        text.clone_into(&mut user.lastname);
    }
    whole.clone_into(&mut world.rooms[0].name);
    whole.clone_into(&mut world.appointments[0].title);
    world
}

/// Every text in a value that a viewer is given.
fn texts_in(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| texts_in(value, found)),
        Value::Object(fields) => fields.values().for_each(|value| texts_in(value, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn assert_harmless(surface: &str, name: &str, text: &str) {
    let acting = acting(text);
    assert!(
        acting.is_empty(),
        "{name} in {surface}: {acting:?} in {text:?}"
    );
    let length = text.chars().count();
    assert!(length <= LONGEST, "{name} in {surface}: {length} letters");
}

fn labels(entries: Vec<Entry>) -> Vec<String> {
    let of_item = |item: &Item| item.label.text().to_owned();
    let of_entry = |entry: Entry| match entry {
        Entry::Item(item) => vec![of_item(&item)],
        Entry::Submenu { label, items } => {
            let label = std::iter::once(label.text().to_owned());
            label.chain(items.iter().map(of_item)).collect()
        }
        Entry::Separator => Vec::new(),
    };
    entries.into_iter().flat_map(of_entry).collect()
}

/// All that is shown of this launcher, by where.
fn shown(test: &TestLauncher) -> Vec<(&'static str, String)> {
    let mut shown = Vec::new();
    for language in ["en", "ar"] {
        let texts = Texts::new(language);
        let views = test.launcher.read(|state| {
            let view = serde_json::to_value(view::view(state, &texts)).unwrap();
            [view, serde_json::to_value(view::agenda(state)).unwrap()]
        });
        let mut in_views = Vec::new();
        for view in &views {
            texts_in(view, &mut in_views);
        }
        shown.extend(in_views.into_iter().map(|text| ("the window", text)));
        let menu = test
            .launcher
            .read(|state| tray_menu(state, now(), &TimeZone::UTC, &texts));
        shown.push(("the tray", menu.tooltip.text));
        shown.extend(
            labels(menu.entries)
                .into_iter()
                .map(|text| ("the tray", text)),
        );
    }
    shown
}

#[tokio::test]
async fn no_name_of_a_server_acts_on_what_shows_it() {
    for (name, text) in hostile::texts() {
        let test = TestLauncher::with(server().world(called(&text)).start().await.unwrap());
        test.saved("anna").await;
        let rows = test.agenda().meetings.len();
        assert!(rows >= 4, "{name}: {rows} rows");
        let key = test.agenda().meetings[0].key.clone();
        let joined = test.perform(Intent::Join { key: key.clone() }).await;
        let mut all = shown(&test);
        all.push((
            "the answer",
            serde_json::to_string(&joined.unwrap()).unwrap(),
        ));
        let unknown = test
            .perform(Intent::JoinText {
                text: "no such thing".into(),
                profile: None,
                choice: None,
            })
            .await;
        let error = unknown.unwrap_err().view(&Texts::english());
        all.push(("an error", error.details()));
        for what in [Copy::RoomLink { key: key.clone() }, Copy::AppLink { key }] {
            let copied = test.launcher.text_to_copy(&what, &Texts::english());
            let copied = copied.unwrap().text.expose_secret().to_owned();
            all.push(("a copied text", copied));
        }
        for (surface, text) in all {
            assert_harmless(surface, name, &text);
        }
    }
}

#[tokio::test]
async fn no_word_of_a_failure_acts_on_what_shows_it() {
    let test = TestLauncher::new().await;
    test.saved("anna").await;
    for (name, text) in hostile::texts() {
        for (status, path) in [(500, "user/hash"), (200, "user/hash"), (500, "room/public")] {
            let fault = Fault::Text(status, text.clone());
            test.server.go_wrong(fault, path, None);
            let room = Intent::JoinText {
                text: "2".into(),
                profile: None,
                choice: None,
            };
            let failed = test.perform(room).await;
            let _ = test.perform(Intent::Refresh { profile: None }).await;
            test.server.heal();
            if let Err(error) = failed {
                let details = error.view(&Texts::english()).details();
                assert_harmless("an error", name, &details);
            }
            let copied = test
                .launcher
                .text_to_copy(&Copy::JoinDetails, &Texts::english());
            if let Ok(copied) = copied {
                assert_harmless("the details", name, copied.text.expose_secret());
            }
            for (surface, text) in shown(&test) {
                assert_harmless(surface, name, &text);
            }
        }
    }
}

#[tokio::test]
async fn no_word_of_an_invitation_acts_on_what_shows_it() {
    for (name, text) in hostile::texts() {
        // As calendars write it: what ends a line ends the property otherwise.
        let written = text
            .replace('\\', "\\\\")
            .replace(['\r', '\n'], "\\n")
            .replace(',', "\\,")
            .replace(';', "\\;");
        let written: String = written.chars().take(30_000).collect();
        let soon = (now() + SignedDuration::from_mins(10)).strftime("%Y%m%dT%H%M%SZ");
        let invitation = format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:{written}\r\n\
             DTSTAMP:20261122T080000Z\r\nDTSTART:{soon}\r\nDURATION:PT1H\r\nSUMMARY:{written}\r\n\
             LOCATION:{written}\r\nORGANIZER;CN=\"{}\":mailto:paul@example.org\r\n\
             DESCRIPTION:https://meet.example.org/om/hash?invitation=167793f8&language=1\r\n\
             END:VEVENT\r\nEND:VCALENDAR\r\n",
            written.replace(['"', ':', ';'], " "),
        );
        let test = TestLauncher::new().await;
        test.profile("anna").await;
        let understood = test
            .perform(Intent::Understand {
                text: invitation.clone(),
            })
            .await;
        let mut all = Vec::new();
        texts_in(
            &serde_json::to_value(understood.unwrap()).unwrap(),
            &mut all,
        );
        let mut all: Vec<_> = all.into_iter().map(|text| ("the preview", text)).collect();
        let remember = Intent::Remember {
            text: invitation,
            choice: None,
        };
        test.perform(remember).await.unwrap();
        assert_eq!(test.agenda().meetings.len(), 1, "{name}");
        all.extend(shown(&test));
        for (surface, text) in all {
            assert_harmless(surface, name, &text);
        }
    }
}
