//! [`Remembered`]: a meeting of an invitation the person wants in the agenda,
//! whether its server is saved or not.

use jiff::Timestamp;
use openmeetings_client::JoinLink;

/// One time of an invited meeting. Its link may hold an invitation, which lets
/// in whoever has it: it prints redacted and never reaches a viewer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remembered {
    /// Names the meeting through all its changes.
    pub uid: String,
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
    pub link: JoinLink,
}

impl Remembered {
    /// Names the row of the agenda. The start is part of it: a series has one
    /// UID for all its times.
    pub fn key(&self) -> String {
        format!("invited/{}/{}", self.uid, self.start.as_second())
    }
}
