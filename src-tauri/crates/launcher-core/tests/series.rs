//! Series of meetings in the agenda: their coming times, what changes single
//! ones, and what ends them.

#![expect(clippy::unwrap_used, reason = "a test may")]

mod support;

use jiff::{SignedDuration, Timestamp};
use launcher_core::error::{Code, LauncherError};
use launcher_core::intent::{Copy, Intent};
use launcher_core::texts::Texts;
use launcher_core::view::{self, Known, Understood};
use secrecy::ExposeSecret as _;
use support::{TestLauncher, now};

const HASH: &str = "167793f8-17e4-42e8-90ed-41323f2886a2";
const NEXTCLOUD: &str =
    include_str!("../../../../tests/fixtures/ics/modelled/nextcloud-series.ics");

/// The first time was in October; it is November.
const WEEKLY: &str = "DTSTART;TZID=Europe/Berlin:20261006T100000\r\nRRULE:FREQ=WEEKLY;BYDAY=TU";

/// One event of the series with these lines.
fn event(lines: &str, sequence: u32, room: u32) -> String {
    format!(
        "BEGIN:VEVENT\r\nUID:weekly\r\nDTSTAMP:20261001T080000Z\r\nDURATION:PT1H\r\n\
         SUMMARY:Weekly\r\nSEQUENCE:{sequence}\r\nORGANIZER:mailto:plain@example.org\r\n\
         DESCRIPTION:https://meet.example.org/om/hash?invitation={HASH}&language={room}\r\n\
         {lines}\r\nEND:VEVENT\r\n"
    )
}

fn file(method: &str, events: &[String]) -> String {
    let events = events.concat();
    format!("BEGIN:VCALENDAR\r\nMETHOD:{method}\r\n{events}END:VCALENDAR\r\n")
}

fn weekly() -> String {
    file("REQUEST", &[event(WEEKLY, 0, 1)])
}

/// About the time of 24 November.
fn single(method: &str, start: &str, sequence: u32) -> String {
    let lines = format!(
        "RECURRENCE-ID;TZID=Europe/Berlin:20261124T100000\r\nDTSTART;TZID=Europe/Berlin:{start}"
    );
    file(method, &[event(&lines, sequence, 2)])
}

impl TestLauncher {
    async fn remember(&self, text: &str) -> Result<(), LauncherError> {
        let text = text.to_owned();
        let intent = Intent::Remember { text, choice: None };
        self.perform(intent).await.map(|_| ())
    }

    fn opens(&self, text: &str, at: Timestamp) {
        let path = self.folder.path().join("meeting.ics");
        std::fs::write(&path, text).unwrap();
        let path = path.display().to_string();
        self.launcher.receive_link(&path, at).unwrap();
    }

    /// The starts in the agenda.
    fn starts(&self) -> Vec<String> {
        starts(&self.launcher.read(view::agenda))
    }

    fn kept(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("invitations.json")).unwrap()
    }
}

fn starts(agenda: &view::Agenda) -> Vec<String> {
    let all = agenda.meetings.iter();
    let all = all.map(|one| Timestamp::from_millisecond(one.start).unwrap().to_string());
    all.map(|start| start[5..16].to_owned()).collect()
}

fn after(hours: i64) -> Timestamp {
    now() + SignedDuration::from_hours(hours)
}

const COMING: [&str; 2] = ["11-24T09:00", "12-01T09:00"];

#[tokio::test]
async fn the_coming_times_of_a_series_are_in_the_agenda_even_after_a_restart() {
    let test = TestLauncher::new().await;
    test.remember(&weekly()).await.unwrap();
    assert_eq!(test.starts(), COMING);
    let agenda = test.launcher.read(view::agenda);
    assert_ne!(agenda.meetings[0].key, agenda.meetings[1].key);
    assert_eq!(agenda.meetings[0].end - agenda.meetings[0].start, 3_600_000);
    assert!(!serde_json::to_string(&agenda).unwrap().contains(HASH));
    let (again, said) = test.start_again();
    assert_eq!(
        (starts(&again.read(view::agenda)), said),
        (test.starts(), vec![])
    );
    let revision = test.launcher.read(|state| state.agenda_revision);
    test.remember(&weekly()).await.unwrap();
    assert_eq!(
        test.launcher.read(|state| state.agenda_revision),
        revision,
        "the same"
    );
}

#[tokio::test]
async fn times_come_into_sight_and_go_without_anybody_doing_anything() {
    let test = TestLauncher::new().await;
    test.remember(&weekly()).await.unwrap();
    let again = test.launcher.keep_up(now()).unwrap();
    assert!(again > now() && again <= after(24));
    test.launcher.keep_up(after(24 * 7));
    assert_eq!(test.starts(), ["12-01T09:00", "12-08T09:00"]);
    // A year later, and the computer was off.
    test.launcher.keep_up(after(24 * 365));
    assert_eq!(test.starts(), ["11-23T09:00", "11-30T09:00"]);
}

#[tokio::test]
async fn what_cannot_be_written_down_is_told_once_and_seen_all_the_same() {
    let test = TestLauncher::new().await;
    test.remember(&weekly()).await.unwrap();
    let path = test.folder.path().join("invitations.json");
    std::fs::write(path, r#"{"schema": 99}"#).unwrap();
    let mut notices = test.launcher.notices();
    for hours in 0..3 {
        test.launcher.keep_up(after(24 * 7 + hours));
    }
    assert_eq!(test.starts(), ["12-01T09:00", "12-08T09:00"]);
    assert_eq!(notices.try_recv().unwrap().code, Code::InvitationsNewer);
    assert!(notices.try_recv().is_err());
}

#[tokio::test]
async fn a_series_that_ended_is_dropped_and_not_remembered() {
    let test = TestLauncher::new().await;
    let ends = weekly().replace("BYDAY=TU", "COUNT=8");
    test.remember(&ends).await.unwrap();
    assert_eq!(test.starts(), ["11-24T09:00"]);
    assert_eq!(test.launcher.keep_up(after(24 * 7)), None);
    assert!(test.starts().is_empty() && !test.kept().contains(HASH));
    let over = weekly().replace("BYDAY=TU", "COUNT=2");
    let refused = test.remember(&over).await.unwrap_err();
    assert_eq!(refused.code, Code::InvitationNotRemembered);
}

#[tokio::test]
async fn a_changed_or_cancelled_time_changes_only_that_time() {
    for (mail, coming) in [
        (
            single("REQUEST", "20261124T140000", 1),
            vec!["11-24T13:00", "12-01T09:00"],
        ),
        (
            single("REQUEST", "20261126T100000", 1),
            vec!["11-26T09:00", "12-01T09:00"],
        ),
        (single("CANCEL", "20261124T100000", 1), vec!["12-01T09:00"]),
    ] {
        let test = TestLauncher::new().await;
        test.opens(&mail, now());
        assert!(test.starts().is_empty(), "opening remembers nothing new");
        test.remember(&weekly()).await.unwrap();
        let mut notices = test.launcher.notices();
        test.opens(&mail, after(1));
        assert_eq!(test.starts(), coming, "{mail}");
        assert!(notices.try_recv().is_ok());
        // Nothing is said twice, and the series says nothing new.
        test.opens(&mail, after(2));
        test.opens(&weekly(), after(3));
        assert!(notices.try_recv().is_err());
        assert_eq!(test.starts(), coming, "{mail}");
        let (again, _) = test.start_again();
        assert_eq!(starts(&again.read(view::agenda)), coming);
    }
}

#[tokio::test]
async fn a_time_that_was_moved_back_and_is_over_does_not_come_again() {
    let test = TestLauncher::new().await;
    test.remember(&weekly()).await.unwrap();
    test.opens(&single("REQUEST", "20261123T140000", 1), now());
    assert_eq!(test.starts(), ["11-23T13:00", "12-01T09:00"]);
    test.launcher.keep_up(after(30));
    assert_eq!(test.starts(), ["12-01T09:00", "12-08T09:00"]);
}

#[tokio::test]
async fn an_old_mail_does_not_bring_a_cancelled_time_back_but_the_person_can() {
    let test = TestLauncher::new().await;
    let mail = single("REQUEST", "20261124T140000", 1);
    test.remember(&weekly()).await.unwrap();
    test.remember(&single("CANCEL", "20261124T100000", 2))
        .await
        .unwrap();
    test.opens(&mail, now());
    assert_eq!(test.starts(), ["12-01T09:00"]);
    test.remember(&mail).await.unwrap();
    assert_eq!(test.starts(), ["11-24T13:00", "12-01T09:00"]);
}

#[tokio::test]
async fn a_forged_change_of_one_time_is_refused() {
    let test = TestLauncher::new().await;
    test.remember(&weekly()).await.unwrap();
    let mail = single("REQUEST", "20261124T140000", 9);
    for (with, becomes) in [
        ("plain@example.org", "mallory@evil.example"),
        ("meet.example.org", "evil.example"),
    ] {
        let refused = test.remember(&mail.replace(with, becomes)).await;
        assert_eq!(refused.unwrap_err().code, Code::InvitationConflict);
    }
    assert_eq!(test.starts(), COMING);
}

#[tokio::test]
async fn a_new_version_of_the_series_replaces_it_and_a_cancellation_ends_it() {
    let test = TestLauncher::new().await;
    test.remember(&weekly()).await.unwrap();
    test.opens(&single("REQUEST", "20261124T140000", 1), now());
    let moved = WEEKLY.replace("T100000", "T110000");
    test.opens(&file("REQUEST", &[event(&moved, 2, 1)]), after(1));
    assert_eq!(test.starts(), ["11-24T10:00", "12-01T10:00"]);
    let refused = test.remember(&weekly()).await.unwrap_err();
    assert_eq!(refused.code, Code::InvitationOutdated);
    test.opens(
        &single("REQUEST", "20261124T140000", 3).replace("20261124T10", "20261124T11"),
        after(2),
    );
    test.opens(&file("CANCEL", &[event(&moved, 4, 1)]), after(3));
    assert!(test.starts().is_empty() && !test.kept().contains(HASH));
}

#[tokio::test]
async fn a_file_with_changed_times_is_one_choice_and_taken_in_as_a_whole() {
    let test = TestLauncher::new().await;
    let understood = test.launcher.understand(NEXTCLOUD, &Texts::english());
    let Understood::Invitation { meetings } = understood else {
        panic!("{understood:?}");
    };
    assert_eq!(meetings.len(), 1);
    assert!(meetings[0].repeats && meetings[0].known == Known::New);
    test.remember(NEXTCLOUD).await.unwrap();
    // There is none on the first of December, and so the next one is shown.
    assert_eq!(test.starts(), ["11-24T13:00", "12-08T09:00"]);
    let agenda = test.launcher.read(view::agenda);
    assert_eq!(agenda.meetings[0].title, "Weekly, later");
}

#[tokio::test]
async fn joining_takes_the_time_that_is_on_or_comes_next() {
    let series = file(
        "REQUEST",
        &[
            event(
                "RECURRENCE-ID;TZID=Europe/Berlin:20261124T100000\r\n\
                 DTSTART;TZID=Europe/Berlin:20261124T140000",
                1,
                2,
            ),
            event(WEEKLY, 5, 1),
        ],
    );
    let test = TestLauncher::new().await;
    let join = async |hours: i64| {
        let intent = Intent::JoinText {
            text: series.clone(),
            profile: None,
            choice: None,
        };
        let texts = Texts::english();
        test.launcher
            .perform(intent, &texts, after(hours))
            .await
            .unwrap();
        test.opened().last().unwrap().chars().last().unwrap()
    };
    // On 23 November at 9, the changed time is next; on 24 at 13:30 it is on.
    assert_eq!([join(0).await, join(28).await], ['2', '2']);
    assert_eq!([join(30).await, join(24 * 100).await], ['1', '1']);
}

#[tokio::test]
async fn forgetting_a_row_forgets_the_series_and_can_be_undone() {
    let test = TestLauncher::new().await;
    test.remember(&weekly()).await.unwrap();
    test.remember(&single("REQUEST", "20261124T140000", 1))
        .await
        .unwrap();
    let before = test.starts();
    for row in 0..2 {
        let key = test.launcher.read(view::agenda).meetings[row].key.clone();
        test.perform(Intent::Forget { key }).await.unwrap();
        assert!(test.starts().is_empty() && !test.kept().contains(HASH));
        assert_eq!(test.view().forgotten.as_deref(), Some("Weekly"));
        test.perform(Intent::UndoForget).await.unwrap();
        assert_eq!(test.starts(), before);
    }
}

#[tokio::test]
async fn each_row_can_be_joined_and_its_link_copied() {
    let test = TestLauncher::new().await;
    test.remember(&weekly()).await.unwrap();
    for meeting in test.launcher.read(view::agenda).meetings {
        let copy = Copy::RoomLink {
            key: meeting.key.clone(),
        };
        let copied = test
            .launcher
            .text_to_copy(&copy, &Texts::english())
            .unwrap();
        assert!(copied.text.expose_secret().contains(HASH));
        assert!(test.launcher.asked_on(&meeting.key).is_ok());
    }
}

#[tokio::test]
async fn what_an_older_launcher_remembered_is_read_and_becomes_the_series_it_is() {
    let test = TestLauncher::new().await;
    let old = format!(
        r#"{{"schema": 1, "meetings": [{{"uid": "weekly", "recurrence": null, "sequence": 0,
            "lastModified": "2026-10-01T08:00:00Z", "title": "Weekly",
            "start": "2026-11-24T09:00:00Z", "end": "2026-11-24T10:00:00Z", "zone": null,
            "organiser": null, "organiserMail": "plain@example.org",
            "link": "https://meet.example.org/om/hash?invitation={HASH}&language=1"}}]}}"#
    );
    std::fs::write(test.folder.path().join("invitations.json"), old).unwrap();
    let (again, said) = test.start_again();
    assert_eq!(said, []);
    assert_eq!(starts(&again.read(view::agenda)), ["11-24T09:00"]);
    let path = test.folder.path().join("meeting.ics");
    std::fs::write(&path, weekly()).unwrap();
    again
        .receive_link(&path.display().to_string(), now())
        .unwrap();
    assert_eq!(starts(&again.read(view::agenda)), COMING);
}
