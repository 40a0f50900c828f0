//! The calendar, from servers in any zone.

mod support;

use jiff::SignedDuration;
use jiff::tz::TimeZone;
use openmeetings_client::LanguageId;
use support::{client, now, server, session};

#[tokio::test]
async fn instants_are_right_whatever_zone_the_server_is_in() {
    for zone in ["UTC", "America/New_York", "Asia/Tokyo", "Asia/Kolkata"] {
        let server = server()
            .time_zone(TimeZone::get(zone).unwrap())
            .start()
            .await
            .unwrap();
        let session = session(&server, "anna").await;
        let hour = SignedDuration::from_hours(1);
        let entries = session
            .appointments(now() - hour, now() + hour)
            .await
            .unwrap();
        let minutes = |title: &str| {
            entries
                .iter()
                .find(|entry| entry.title == title)
                .map(|entry| entry.start.duration_since(now()).as_mins())
        };
        assert_eq!(minutes("Team stand-up"), Some(-10), "{zone}");
        assert_eq!(minutes("Planning: spring release"), Some(20), "{zone}");
        assert_eq!(
            minutes("Quarterly numbers"),
            None,
            "{zone}: outside the range"
        );
    }
}

#[tokio::test]
async fn people_rooms_and_marks_are_read() {
    let server = server().start().await.unwrap();
    let session = session(&server, "paul").await;
    let entries = session
        .appointments(now(), now() + SignedDuration::from_hours(30))
        .await
        .unwrap();
    let planning = entries
        .iter()
        .find(|entry| entry.title.starts_with("Planning"))
        .unwrap();
    assert!(planning.connected_event);
    let owner = planning.owner.as_ref().unwrap();
    assert_eq!(
        (owner.login.as_str(), owner.email.as_deref()),
        ("anna", Some("anna@example.org"))
    );
    assert_eq!(owner.time_zone_id.as_deref(), Some("Europe/Berlin"));
    assert_eq!(planning.room.as_ref().unwrap().name, "Lecture hall");
    assert!(planning.room.as_ref().unwrap().is_public);
    assert_eq!(planning.meeting_members.len(), 1);
    assert!(
        entries.iter().all(|entry| entry.title != "Taken back"),
        "own deleted entries do not come"
    );
}

#[tokio::test]
async fn nothing_is_none_and_the_next_is_only_one_of_them() {
    let server = server().start().await.unwrap();
    let next = session(&server, "anna")
        .await
        .next_appointment()
        .await
        .unwrap()
        .unwrap();
    assert!(next.start > now());
    server.change(|world| world.appointments.clear());
    assert_eq!(
        session(&server, "anna")
            .await
            .next_appointment()
            .await
            .unwrap(),
        None
    );
}

#[tokio::test]
async fn the_servers_own_words_come_in_the_persons_language() {
    let server = server().start().await.unwrap();
    let client = client(&server);
    let text = |key: &'static str, language| {
        let client = client.clone();
        async move { client.error_text(key, LanguageId(language)).await.unwrap() }
    };
    assert_eq!(
        text("error.notallowed", 10).await.as_deref(),
        Some("Admin Auktorisering krävs.")
    );
    assert_eq!(
        text("error.notallowed", 999).await.as_deref(),
        Some("Admin authorization required")
    );
    assert_eq!(text("no.such.key", 1).await, None);
    assert!(client.health().await.unwrap().database);
    assert_eq!(
        client.version().await.unwrap().revision.as_deref(),
        Some("5250841"),
        "a revision of digits"
    );
}
