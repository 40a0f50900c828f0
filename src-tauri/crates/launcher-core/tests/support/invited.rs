//! What was read from an invitation, as tests look at it.

use jiff::tz::TimeZone;
use launcher_core::invite_file::{InvitedMeeting, read};

/// The meeting of an invitation that has one.
pub(crate) fn only(bytes: &[u8]) -> InvitedMeeting {
    let mut meetings = read(bytes, &TimeZone::UTC).unwrap();
    assert_eq!(meetings.len(), 1);
    meetings.remove(0)
}

pub(crate) fn link(meeting: &InvitedMeeting) -> Option<&str> {
    meeting
        .link
        .as_ref()
        .map(launcher_core::JoinLink::expose_url)
}
