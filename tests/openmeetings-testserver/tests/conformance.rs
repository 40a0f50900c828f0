//! The recordings of real servers, and variations of them, played.

#![expect(clippy::unwrap_used, reason = "a test may")]

use openmeetings_testserver::conformance::{Outcome, Recording, play};

const NEW: &str = include_str!("../../fixtures/recordings/openmeetings-9.0.0.json");
const OLD: &str = include_str!("../../fixtures/recordings/openmeetings-8.1.0.json");

async fn played(text: &str) -> Outcome {
    play(&Recording::from_json(text).unwrap()).await.unwrap()
}

#[tokio::test]
async fn a_real_9_0_0_is_answered_alike() {
    let outcome = played(NEW).await;
    assert!(outcome.different.is_empty(), "{outcome}");
    assert_eq!(
        outcome.to_string(),
        "120 exchanges: 120 same, 0 different, 0 not served"
    );
}

#[tokio::test]
async fn a_real_8_1_0_is_answered_alike() {
    let outcome = played(OLD).await;
    assert!(outcome.different.is_empty(), "{outcome}");
    assert_eq!(
        outcome.to_string(),
        "117 exchanges: 117 same, 0 different, 0 not served"
    );
}

#[tokio::test]
async fn a_changed_recording_is_noticed() {
    for (recorded, changed) in [
        (r#"\"name\":2024,"#, r#"\"name\":\"2024\","#),
        (r#"\"capacity\":100,"#, r#"\"capacity\":101,"#),
        (r#"\"status\": 405"#, r#"\"status\": 404"#),
        (r#""DELETE,POST,GET,OPTIONS,HEAD""#, r#""GET""#),
        (
            r#"2026-11-23T22:00:00+0000\",\"icalId"#,
            r#"2026-11-23T22:00:01+0000\",\"icalId"#,
        ),
    ] {
        let recorded = recorded.replace(r#"\"status\""#, r#""status""#);
        let changed = changed.replace(r#"\"status\""#, r#""status""#);
        assert!(NEW.contains(&recorded), "{recorded} is in the recording");
        let outcome = played(&NEW.replace(&recorded, &changed)).await;
        assert!(!outcome.different.is_empty(), "{changed} was not noticed");
    }
}

/// The rules, not the file: the same requests to a server in New York answer
/// with that server's offset everywhere.
#[tokio::test]
async fn another_zone_changes_every_date_of_the_calendar() {
    let outcome = played(&NEW.replace(
        "\"server_time_zone\": \"UTC\"",
        "\"server_time_zone\": \"America/New_York\"",
    ))
    .await;
    assert!(!outcome.different.is_empty());
    for difference in &outcome.different {
        assert_eq!(difference.what, "body", "{difference}");
        assert!(difference.got.contains("-0500"), "{difference}");
    }
}

#[tokio::test]
async fn other_names_and_ids_are_carried_over() {
    // The recorded server gave other ids than this one will.
    let text = NEW.replace("\\\"id\\\":13,", "\\\"id\\\":113,");
    let outcome = played(&text).await;
    let names: Vec<&str> = outcome
        .different
        .iter()
        .map(|difference| difference.exchange.as_str())
        .collect();
    assert!(
        names
            .iter()
            .all(|name| name.contains("not public") || name.contains("external id")),
        "{names:?}"
    );
}
