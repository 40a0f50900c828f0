//! [`Remembered`]: a meeting of an invitation the person wants in the agenda,
//! whether its server is saved or not.

pub mod file;
pub(crate) mod update;

use jiff::{SignedDuration, Timestamp};
use openmeetings_client::{JoinKind, JoinLink};

use crate::error::{Code, LauncherError};
use crate::invite_file::InvitedMeeting;
use crate::reason::Reason;

/// What ended longer ago than this is in nobody's agenda.
const KEPT_AFTER_END: SignedDuration = SignedDuration::from_hours(24);

/// A meeting that does not say when it ends lasts as long as servers assume.
const USUAL_LENGTH: SignedDuration = SignedDuration::from_hours(1);

/// One time of an invited meeting. Its link may hold an invitation, which lets
/// in whoever has it: it prints redacted and never reaches a viewer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remembered {
    /// Names the meeting through all its changes.
    pub uid: String,
    /// Which time of a series it is, by the start it first had.
    pub recurrence: Option<Timestamp>,
    /// OpenMeetings always sends 0: compare `last_modified` then.
    pub sequence: i64,
    pub last_modified: Option<Timestamp>,
    /// May be empty.
    pub title: String,
    pub start: Timestamp,
    pub end: Timestamp,
    /// IANA name of the organiser's zone.
    pub zone: Option<String>,
    pub organiser: Option<String>,
    /// The mail address of the organiser: an update has the same.
    pub organiser_mail: Option<String>,
    pub link: JoinLink,
}

impl Remembered {
    /// Names the row of the agenda. The start is part of it: a series has one
    /// UID for all its times.
    pub fn key(&self) -> String {
        format!("invited/{}/{}", self.uid, self.start.as_second())
    }

    /// A meeting as it will be in the agenda. It needs a time that is not over
    /// and a link that works more than once.
    pub(crate) fn of(meeting: &InvitedMeeting, now: Timestamp) -> Result<Self, LauncherError> {
        let refused = |reason: Reason| {
            LauncherError::new(Code::InvitationNotRemembered)
                .about("target", &meeting.title)
                .because(reason)
        };
        if meeting.is_cancelled() {
            return Err(LauncherError::new(Code::MeetingCancelled).about("target", &meeting.title));
        }
        let link = meeting
            .link
            .clone()
            .filter(|link| !matches!(link.kind(), JoinKind::RoomHash))
            .ok_or_else(|| refused(Reason::NoLink { file: None }))?;
        let start = meeting.start.ok_or_else(|| refused(Reason::NoTime))?;
        let end = meeting
            .end
            .filter(|end| *end > start)
            .or_else(|| start.checked_add(USUAL_LENGTH).ok())
            .ok_or_else(|| refused(Reason::NoTime))?;
        let remembered = Self {
            uid: update::identity(meeting),
            recurrence: meeting.recurrence,
            sequence: meeting.sequence,
            last_modified: meeting.last_modified,
            title: meeting.title.clone(),
            start,
            end,
            zone: meeting.zone.clone(),
            organiser: meeting.organiser.clone(),
            organiser_mail: meeting.organiser_mail.clone(),
            link,
        };
        if remembered.is_over(now) {
            return Err(refused(Reason::Over));
        }
        Ok(remembered)
    }

    /// Whether it ended so long ago that nobody looks for it.
    pub(crate) fn is_over(&self, now: Timestamp) -> bool {
        now.duration_since(self.end) > KEPT_AFTER_END
    }
}
