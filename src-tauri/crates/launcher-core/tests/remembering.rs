//! Meetings of invitations in the agenda: remembered, brought up to date, taken
//! out again.

#![expect(clippy::unwrap_used, reason = "a test may")]

mod support;

use std::path::PathBuf;

use jiff::{SignedDuration, Timestamp};
use launcher_core::error::{Code, LauncherError};
use launcher_core::intent::{Copy, Intent};
use launcher_core::launcher::LinkOutcome;
use launcher_core::texts::Texts;
use launcher_core::view::{self, Known, Understood};
use secrecy::ExposeSecret as _;
use support::{TestLauncher, now};

const HASH: &str = "167793f8-17e4-42e8-90ed-41323f2886a2";

/// An invitation like those of OpenMeetings, with what tests change.
#[derive(Clone)]
struct Invitation {
    method: &'static str,
    start: &'static str,
    modified: &'static str,
    sequence: u32,
    organiser: &'static str,
    scheme: &'static str,
    host: &'static str,
    title: &'static str,
}

const PLANNING: Invitation = Invitation {
    method: "REQUEST",
    start: "20261123T110000Z",
    modified: "20261122T080000Z",
    sequence: 0,
    organiser: "plain@example.org",
    scheme: "https",
    host: "meet.example.org",
    title: "Planning",
};

impl Invitation {
    fn text(&self) -> String {
        format!(
            "BEGIN:VCALENDAR\r\nMETHOD:{}\r\nBEGIN:VEVENT\r\nUID:1b2c6e52\r\nDTSTAMP:{modified}\r\n\
             LAST-MODIFIED:{modified}\r\nDTSTART:{}\r\nDURATION:PT1H\r\nSUMMARY:{}\r\nSEQUENCE:{}\r\n\
             ORGANIZER;CN=Paul:mailto:{}\r\n\
             DESCRIPTION:{}://{}/om/hash?invitation={HASH}&language=1\r\n\
             END:VEVENT\r\nEND:VCALENDAR\r\n",
            self.method,
            self.start,
            self.title,
            self.sequence,
            self.organiser,
            self.scheme,
            self.host,
            modified = self.modified,
        )
    }
}

impl TestLauncher {
    async fn remember(&self, invitation: &Invitation) -> Result<(), LauncherError> {
        let text = invitation.text();
        let intent = Intent::Remember { text, choice: None };
        self.perform(intent).await.map(|_| ())
    }

    /// The starts of what is remembered.
    fn starts(&self) -> Vec<String> {
        self.launcher.read(|state| {
            let all = state.remembered.iter();
            all.map(|one| one.start.to_string()).collect()
        })
    }

    fn key(&self) -> String {
        self.launcher.read(|state| state.remembered[0].key())
    }

    fn known(&self, invitation: &Invitation) -> Known {
        let understood = self
            .launcher
            .understand(&invitation.text(), &Texts::english());
        let Understood::Invitation { meetings } = understood else {
            panic!("{understood:?}");
        };
        meetings[0].known
    }

    fn kept(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("invitations.json")).unwrap_or_default()
    }

    /// The invitation as a file that the system hands over.
    fn opens(&self, invitation: &Invitation, at: Timestamp) -> PathBuf {
        let path = self.folder.path().join("meeting.ics");
        std::fs::write(&path, invitation.text()).unwrap();
        let outcome = self
            .launcher
            .receive_link(&path.display().to_string(), at)
            .unwrap();
        assert!(matches!(outcome, LinkOutcome::Opened(_)), "{outcome:?}");
        path
    }
}

fn later(minutes: i64) -> Timestamp {
    now() + SignedDuration::from_mins(minutes)
}

#[tokio::test]
async fn a_remembered_meeting_is_in_the_agenda_even_after_a_restart() {
    let test = TestLauncher::new().await;
    test.remember(&PLANNING).await.unwrap();
    let agenda = test.launcher.read(view::agenda);
    assert_eq!(agenda.meetings.len(), 1);
    assert_eq!(agenda.meetings[0].title, "Planning");
    assert_eq!(agenda.meetings[0].place, "meet.example.org");
    assert!(agenda.meetings[0].remembered);
    assert!(!serde_json::to_string(&agenda).unwrap().contains(HASH));
    let (again, said) = test.start_again();
    assert_eq!(said, []);
    let before = test.launcher.read(|state| state.remembered.clone());
    assert_eq!(again.read(|state| state.remembered.clone()), before);
    assert!(!format!("{before:?}").contains(HASH));
}

#[cfg(unix)]
#[tokio::test]
async fn the_file_of_invitations_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let test = TestLauncher::new().await;
    test.remember(&PLANNING).await.unwrap();
    let path = test.folder.path().join("invitations.json");
    let mode = std::fs::metadata(path).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[tokio::test]
async fn a_damaged_file_of_invitations_is_set_aside_and_a_newer_one_left_alone() {
    let test = TestLauncher::new().await;
    let path = test.folder.path().join("invitations.json");
    std::fs::write(&path, r#"{"schema": 1, "meetings": [{"uid": 5}]}"#).unwrap();
    let (_, said) = test.start_again();
    assert_eq!(said[0].code, Code::InvitationsDamaged);
    assert!(
        test.folder
            .path()
            .join("invitations.damaged-1.json")
            .exists()
    );
    let newer = r#"{"schema": 99}"#;
    std::fs::write(&path, newer).unwrap();
    let (_, said) = test.start_again();
    assert_eq!(said[0].code, Code::InvitationsNewer);
    let refused = test.remember(&PLANNING).await.unwrap_err();
    assert_eq!(refused.code, Code::InvitationsNewer);
    assert!(test.starts().is_empty(), "nothing that is not written down");
    assert_eq!(test.kept(), newer);
}

#[tokio::test]
async fn without_a_link_or_a_time_or_in_the_past_nothing_is_remembered() {
    let test = TestLauncher::new().await;
    for (text, code) in [
        (
            PLANNING.text().replace("DTSTART", "X-DTSTART"),
            Code::InvitationNotRemembered,
        ),
        (
            PLANNING.text().replace("hash?", "page?"),
            Code::InvitationNotRemembered,
        ),
        (
            PLANNING.text().replace("?invitation", "?secure"),
            Code::InvitationNotRemembered,
        ),
        (
            PLANNING.text().replace("DTSTART:2026", "DTSTART:2025"),
            Code::InvitationNotRemembered,
        ),
        (
            PLANNING.text().replace("REQUEST", "CANCEL"),
            Code::MeetingCancelled,
        ),
        ("https://h/#room/2".to_owned(), Code::LinkMalformed),
    ] {
        let choice = None;
        let refused = test
            .perform(Intent::Remember {
                text: text.clone(),
                choice,
            })
            .await;
        assert_eq!(refused.unwrap_err().code, code, "{text}");
    }
    assert!(test.starts().is_empty());
}

#[tokio::test]
async fn a_newer_version_replaces_an_older_is_refused_and_the_same_does_nothing() {
    let test = TestLauncher::new().await;
    let moved = Invitation {
        start: "20261123T140000Z",
        modified: "20261122T090000Z",
        ..PLANNING
    };
    assert_eq!(test.known(&PLANNING), Known::New);
    test.remember(&PLANNING).await.unwrap();
    assert_eq!(test.known(&PLANNING), Known::Listed);
    let revision = test.launcher.read(|state| state.agenda_revision);
    test.remember(&PLANNING).await.unwrap();
    assert_eq!(test.launcher.read(|state| state.agenda_revision), revision);
    assert_eq!(test.known(&moved), Known::Changes);
    test.remember(&moved).await.unwrap();
    assert_eq!(test.starts(), ["2026-11-23T14:00:00Z"]);
    assert_eq!(test.known(&PLANNING), Known::Outdated);
    let refused = test.remember(&PLANNING).await.unwrap_err();
    assert_eq!(refused.code, Code::InvitationOutdated);
    let counted = Invitation {
        sequence: 1,
        ..PLANNING
    };
    test.remember(&counted).await.unwrap();
    assert_eq!(
        test.starts(),
        ["2026-11-23T11:00:00Z"],
        "the number counts before the date"
    );
}

#[tokio::test]
async fn a_cancellation_takes_the_meeting_out() {
    for (with, becomes) in [
        ("METHOD:REQUEST", "METHOD:CANCEL"),
        ("SEQUENCE", "STATUS:CANCELLED\r\nSEQUENCE"),
    ] {
        let test = TestLauncher::new().await;
        test.remember(&PLANNING).await.unwrap();
        let intent = Intent::Remember {
            text: PLANNING.text().replace(with, becomes),
            choice: None,
        };
        test.perform(intent).await.unwrap();
        assert!(test.starts().is_empty(), "{becomes}");
        assert!(!test.kept().contains(HASH));
    }
}

#[tokio::test]
async fn a_forged_update_changes_nothing_and_says_why() {
    let test = TestLauncher::new().await;
    test.remember(&PLANNING).await.unwrap();
    let before = test.kept();
    let mut minute = 0;
    let elsewhere = Invitation {
        host: "evil.example",
        sequence: 9,
        ..PLANNING
    };
    let in_the_open = Invitation {
        scheme: "http",
        sequence: 9,
        ..PLANNING
    };
    let by_another = Invitation {
        organiser: "mallory@evil.example",
        method: "CANCEL",
        sequence: 9,
        ..PLANNING
    };
    for (forged, reason) in [
        (elsewhere, "another server"),
        (in_the_open, "another server"),
        (by_another, "another organiser"),
    ] {
        let mut notices = test.launcher.notices();
        let refused = test.remember(&forged).await.unwrap_err();
        assert_eq!(refused.code, Code::InvitationConflict);
        assert!(refused.to_string().contains(reason), "{refused}");
        // The same path at the same moment would be a double click.
        minute += 1;
        test.opens(&forged, later(minute));
        assert_eq!(
            notices.try_recv().map(|notice| notice.code),
            Ok(Code::InvitationConflict)
        );
        assert_eq!(test.kept(), before);
    }
}

#[tokio::test]
async fn opening_a_newer_invitation_brings_the_agenda_up_to_date_and_says_so() {
    let test = TestLauncher::new().await;
    let moved = Invitation {
        start: "20261123T140000Z",
        modified: "20261122T090000Z",
        ..PLANNING
    };
    test.opens(&moved, now());
    assert!(test.starts().is_empty(), "opening remembers nothing new");
    test.remember(&PLANNING).await.unwrap();
    let mut notices = test.launcher.notices();
    test.opens(&moved, later(1));
    assert_eq!(test.starts(), ["2026-11-23T14:00:00Z"]);
    assert_eq!(notices.try_recv().unwrap().code, Code::MeetingChanged);
    let cancelled = Invitation {
        method: "CANCEL",
        ..moved
    };
    test.opens(&cancelled, later(2));
    assert!(test.starts().is_empty());
    assert_eq!(notices.try_recv().unwrap().code, Code::MeetingCancelled);
}

#[tokio::test]
async fn what_is_forgotten_can_be_brought_back() {
    let test = TestLauncher::new().await;
    test.remember(&PLANNING).await.unwrap();
    let key = test.key();
    test.perform(Intent::Forget { key: key.clone() })
        .await
        .unwrap();
    assert!(test.starts().is_empty() && !test.kept().contains(HASH));
    test.perform(Intent::UndoForget).await.unwrap();
    assert_eq!(test.key(), key);
    assert!(test.kept().contains(HASH));
    let twice = test.perform(Intent::UndoForget).await.unwrap_err();
    assert_eq!(twice.code, Code::MeetingGone);
}

#[tokio::test]
async fn what_is_long_over_is_dropped() {
    let test = TestLauncher::new().await;
    test.remember(&PLANNING).await.unwrap();
    let after = |hours| now() + SignedDuration::from_hours(hours);
    test.launcher.refresh(None, after(26)).await.unwrap();
    assert_eq!(test.starts().len(), 1, "a day is not over");
    test.launcher.refresh(None, after(28)).await.unwrap();
    assert!(test.starts().is_empty() && !test.kept().contains(HASH));
}

#[tokio::test]
async fn both_links_of_a_remembered_meeting_can_be_copied_as_sensitive() {
    let test = TestLauncher::new().await;
    test.remember(&PLANNING).await.unwrap();
    let key = test.key();
    let query = format!("hash?invitation={HASH}&language=1");
    for (what, text) in [
        (
            Copy::RoomLink { key: key.clone() },
            format!("https://meet.example.org/om/{query}"),
        ),
        (
            Copy::AppLink { key },
            format!("openmeetings://meet.example.org/om/{query}"),
        ),
    ] {
        let copied = test
            .launcher
            .text_to_copy(&what, &Texts::english())
            .unwrap();
        assert_eq!(copied.text.expose_secret(), text);
        assert!(copied.is_sensitive);
    }
}
