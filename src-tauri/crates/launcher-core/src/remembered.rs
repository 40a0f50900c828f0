//! [`Remembered`]: a meeting of an invitation the person wants in the agenda,
//! whether its server is saved or not.

pub mod file;
pub(crate) mod update;

use jiff::{SignedDuration, Timestamp};
use openmeetings_client::{JoinKind, JoinLink};

use crate::error::{Code, LauncherError};
use crate::invite_file::InvitedMeeting;
use crate::reason::Reason;
use crate::repeats::Repeats;

/// What ended longer ago than this is in nobody's agenda.
const KEPT_AFTER_END: SignedDuration = SignedDuration::from_hours(24);

/// A meeting that does not say when it ends lasts as long as servers assume.
const USUAL_LENGTH: SignedDuration = SignedDuration::from_hours(1);

/// An invited meeting: one time of it, or a series. Its link may hold an
/// invitation, which lets in whoever has it: it prints redacted and never reaches
/// a viewer.
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
    /// Of a series, those of its first time.
    pub start: Timestamp,
    pub end: Timestamp,
    /// How it comes again. A time of the series that was changed is a meeting of
    /// its own, and the series leaves it out.
    pub repeats: Option<Repeats>,
    /// IANA name of the organiser's zone.
    pub zone: Option<String>,
    pub organiser: Option<String>,
    /// The mail address of the organiser: an update has the same.
    pub organiser_mail: Option<String>,
    pub link: JoinLink,
}

impl Remembered {
    /// When it begins: the coming times of a series, as of the last look.
    pub fn starts(&self) -> &[Timestamp] {
        let only = || std::slice::from_ref(&self.start);
        self.repeats.as_ref().map_or_else(only, Repeats::coming)
    }

    pub fn length(&self) -> SignedDuration {
        self.end.duration_since(self.start)
    }

    /// Names a row of the agenda. The start is part of it: a series has one UID
    /// for all its times.
    pub(crate) fn key_at(&self, start: Timestamp) -> String {
        format!("invited/{}/{}", self.uid, start.as_second())
    }

    /// Names its rows of the agenda.
    pub(crate) fn keys(&self) -> impl Iterator<Item = String> {
        self.starts().iter().map(|start| self.key_at(*start))
    }

    /// Names its only row, or the first one of a series.
    pub fn key(&self) -> String {
        self.key_at(self.starts().first().copied().unwrap_or(self.start))
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
        let mut remembered = Self {
            uid: update::identity(meeting),
            recurrence: meeting.recurrence,
            sequence: meeting.sequence,
            last_modified: meeting.last_modified,
            title: meeting.title.clone(),
            start,
            end,
            repeats: meeting.series.clone(),
            zone: meeting.zone.clone(),
            organiser: meeting.organiser.clone(),
            organiser_mail: meeting.organiser_mail.clone(),
            link,
        };
        remembered.look_ahead(now);
        if remembered.is_over(now) {
            return Err(refused(Reason::Over));
        }
        Ok(remembered)
    }

    /// Looks for the coming times of a series.
    pub(crate) fn look_ahead(&mut self, now: Timestamp) {
        let before = KEPT_AFTER_END.saturating_add(self.length());
        let from = now.saturating_sub(before).unwrap_or(now);
        if let Some(repeats) = &mut self.repeats {
            repeats.look_ahead(from, now);
        }
    }

    /// Whether it ended so long ago that nobody looks for it. A series is over
    /// when a look found nothing more.
    pub(crate) fn is_over(&self, now: Timestamp) -> bool {
        match &self.repeats {
            Some(repeats) => repeats.coming().is_empty() && !repeats.is_stale(now),
            None => now.duration_since(self.end) > KEPT_AFTER_END,
        }
    }

    /// Whether there may be something to change about it by now.
    pub(crate) fn is_due(&self, now: Timestamp) -> bool {
        let is_stale = |repeats: &Repeats| repeats.is_stale(now);
        self.is_over(now) || self.repeats.as_ref().is_some_and(is_stale)
    }
}
