//! Lists of meetings, and what remains of them when a server fails.

mod support;

use jiff::SignedDuration;
use launcher_core::error::Code;
use launcher_core::meeting::{MeetingKind, Role};
use launcher_core::state::{Meetings, Part};
use launcher_core::target::by_name;
use openmeetings_testserver::Fault;
use support::{TestLauncher, now};

const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);

#[tokio::test]
async fn appointments_come_by_time_and_rooms_by_name() {
    let test = TestLauncher::new().await;
    let profile = test.profile("paul").await;
    let loaded = test
        .launcher
        .refresh_meetings(&profile.id, now(), WEEK)
        .await
        .unwrap()
        .unwrap();
    let names: Vec<&str> = loaded
        .list
        .iter()
        .map(launcher_core::meeting::Meeting::name)
        .collect();
    assert_eq!(
        names,
        [
            "Team stand-up",
            "Planning: spring release",
            "1:1 with Paul",
            "Design review ☕ Zürich",
            "2024",
            "Being repaired",
            "Interview corner",
            "Lecture hall",
            "Quiet room",
            "Stand-up",
            "true",
            "Zürich ☕ 会議",
        ]
    );
    assert_eq!(test.count("user/login"), 1);
    test.assert_discreet();
}

/// Real servers mark the stored entry once a guest has listed it.
#[tokio::test]
async fn an_owner_stays_owner_after_a_guest_has_looked() {
    let test = TestLauncher::new().await;
    let (anna, paul) = (test.profile("anna").await, test.profile("paul").await);
    test.launcher
        .refresh_meetings(&paul.id, now(), WEEK)
        .await
        .unwrap()
        .unwrap();
    let loaded = test
        .launcher
        .refresh_meetings(&anna.id, now(), WEEK)
        .await
        .unwrap()
        .unwrap();
    let planning = by_name("planning", &loaded.list.iter().collect::<Vec<_>>()).unwrap();
    assert!(matches!(
        planning.kind,
        MeetingKind::Appointment {
            role: Role::Owner,
            ..
        }
    ));
    assert_eq!(planning.open_from(), None, "an owner may enter any time");
}

#[tokio::test]
async fn what_may_not_be_read_is_named_and_the_rest_shown() {
    let test = TestLauncher::new().await;
    let profile = test.profile("soap-only").await;
    let loaded = test
        .launcher
        .refresh_meetings(&profile.id, now(), WEEK)
        .await
        .unwrap()
        .unwrap();
    assert!(loaded.list.is_empty());
    assert_eq!(loaded.refused, [Part::Calendar, Part::PublicRooms]);
}

#[tokio::test]
async fn a_failure_keeps_the_old_list_with_its_age() {
    let test = TestLauncher::new().await;
    let profile = test.profile("anna").await;
    let first = test
        .launcher
        .refresh_meetings(&profile.id, now(), WEEK)
        .await
        .unwrap()
        .unwrap();
    for (fault, path, code) in [
        (Fault::Hang, "calendar", Code::TimedOut),
        (Fault::Html, "room/public", Code::NotOpenMeetings),
        (Fault::CutBody, "room/public", Code::ConnectionCut),
        (Fault::Garbage, "calendar", Code::AnswerUnreadable),
    ] {
        test.server.go_wrong(fault, path, Some(1));
        let later = now() + SignedDuration::from_mins(5);
        let error = test
            .launcher
            .refresh_meetings(&profile.id, later, WEEK)
            .await
            .unwrap()
            .unwrap_err();
        assert_eq!(error.code, code);
        test.launcher.read(|state| {
            let Meetings::Stale { last, error } = &state.meetings[&profile.id] else {
                panic!("not stale")
            };
            assert_eq!(last.as_ref(), Some(&first));
            assert_eq!(error.code, code);
        });
    }
    assert!(
        test.launcher
            .refresh_meetings(&profile.id, now(), WEEK)
            .await
            .unwrap()
            .is_ok()
    );
}

#[tokio::test]
async fn names_are_found_exactly_first_then_by_a_unique_part() {
    let test = TestLauncher::new().await;
    let profile = test.profile("anna").await;
    let loaded = test
        .launcher
        .refresh_meetings(&profile.id, now(), WEEK)
        .await
        .unwrap()
        .unwrap();
    let list: Vec<_> = loaded.list.iter().collect();
    let room = |name: &str| {
        by_name(name, &list)
            .map(|meeting| meeting.room_id)
            .map_err(|error| error.code)
    };
    assert_eq!(
        room("Stand-up"),
        Ok(Some(2)),
        "the exact name wins over “Team stand-up”"
    );
    assert_eq!(
        room("  zürich "),
        Ok(Some(9)),
        "a meeting and its room are one"
    );
    assert_eq!(room("hall"), Ok(Some(5)));
    assert_eq!(room("in"), Err(Code::MeetingAmbiguous));
    assert_eq!(room("nothing like it"), Err(Code::MeetingUnknown));
}
