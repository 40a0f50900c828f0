//! What an invitation means for what is remembered of its meeting (pure).
//!
//! Mails are forged easily, so what one may change is little: a newer version by
//! the same organiser that leads to the same host. Anything else is the person's
//! decision, who can forget the meeting and remember the other one.

use std::cmp::Ordering;

use super::Remembered;
use crate::invite_file::InvitedMeeting;
use crate::view::Known;

/// How an invitation stands to what is remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Nothing is remembered of its meeting.
    New,
    /// It says what is remembered already.
    Same,
    /// It brings the meeting up to date.
    Changes,
    /// It takes the meeting back.
    Cancels,
    /// A newer version is remembered.
    Outdated,
    /// Its link leads to another host than the remembered one.
    OtherHost,
    /// Another organiser sent it.
    OtherOrganiser,
}

impl Standing {
    /// As viewers see it. What will be refused changes something, too: the
    /// sentence of the refusal says why.
    pub(crate) fn known(self) -> Known {
        match self {
            Self::New => Known::New,
            Self::Same => Known::Listed,
            Self::Changes | Self::Cancels | Self::OtherHost | Self::OtherOrganiser => {
                Known::Changes
            }
            Self::Outdated => Known::Outdated,
        }
    }
}

/// What names a meeting through its changes. Without a UID there are none.
pub(crate) fn identity(meeting: &InvitedMeeting) -> String {
    if !meeting.uid.is_empty() {
        return meeting.uid.clone();
    }
    let start = meeting.start.map_or(0, jiff::Timestamp::as_second);
    format!("{start}/{}", meeting.title)
}

/// Whether an invitation is about a remembered meeting. One without
/// RECURRENCE-ID is about all times of a series.
pub(crate) fn is_about(meeting: &InvitedMeeting, remembered: &Remembered) -> bool {
    identity(meeting) == remembered.uid
        && (meeting.recurrence.is_none() || meeting.recurrence == remembered.recurrence)
}

/// Whether it is about a single time of a remembered series, which stands there
/// on its own or not yet.
pub(crate) fn is_about_a_time_of(meeting: &InvitedMeeting, remembered: &Remembered) -> bool {
    meeting.recurrence.is_some()
        && remembered.repeats.is_some()
        && identity(meeting) == remembered.uid
}

pub(crate) fn standing(meeting: &InvitedMeeting, all: &[Remembered]) -> Standing {
    let itself = || {
        let mut about = all.iter().filter(|one| is_about(meeting, one));
        let first = about.next()?;
        // A series counts before its changed times.
        let series = |one: &&Remembered| one.recurrence.is_none();
        Some(
            about
                .find(series)
                .filter(|_| !series(&first))
                .unwrap_or(first),
        )
    };
    let series = || all.iter().find(|one| is_about_a_time_of(meeting, one));
    let Some(known) = itself().or_else(series) else {
        return Standing::New;
    };
    let mail = |mail: &Option<String>| mail.as_deref().map(str::to_ascii_lowercase);
    if mail(&known.organiser_mail) != mail(&meeting.organiser_mail) {
        return Standing::OtherOrganiser;
    }
    // Without encryption it is another place, too.
    let elsewhere = |link: &openmeetings_client::JoinLink| {
        let (new, old) = (link.base(), known.link.base());
        !new.same_host(old) || (old.is_https() && !new.is_https())
    };
    if meeting.link.as_ref().is_some_and(elsewhere) {
        return Standing::OtherHost;
    }
    if is_gone_from(known, meeting) {
        return if meeting.is_cancelled() {
            Standing::Same
        } else {
            Standing::New
        };
    }
    let age = age(meeting, known);
    if age == Ordering::Less && !is_about_a_time_there_is(meeting, known) {
        Standing::Outdated
    } else if meeting.is_cancelled() {
        Standing::Cancels
    } else if age == Ordering::Equal && says_the_same(meeting, known) {
        Standing::Same
    } else {
        Standing::Changes
    }
}

/// Whether it is about a time of a series. That may have been changed before the
/// series was, and still stands.
fn is_about_a_time_there_is(meeting: &InvitedMeeting, series: &Remembered) -> bool {
    let time = meeting.recurrence.zip(series.repeats.as_ref());
    time.is_some_and(|(start, repeats)| repeats.has(start))
}

/// Whether it is about a time that a series has no more. An old mail does not
/// bring it back; the person can.
fn is_gone_from(series: &Remembered, meeting: &InvitedMeeting) -> bool {
    series.recurrence != meeting.recurrence
        && meeting
            .recurrence
            .zip(series.repeats.as_ref())
            .is_some_and(|(start, repeats)| repeats.leaves_out(start))
}

/// Whether the invitation is older or newer than what is remembered. What has no
/// date is as new as the other.
fn age(meeting: &InvitedMeeting, known: &Remembered) -> Ordering {
    let by_date = || match (meeting.last_modified, known.last_modified) {
        (Some(given), Some(known)) => given.cmp(&known),
        (None, _) | (_, None) => Ordering::Equal,
    };
    meeting.sequence.cmp(&known.sequence).then_with(by_date)
}

fn says_the_same(meeting: &InvitedMeeting, known: &Remembered) -> bool {
    let repeats_the_same = match (&known.repeats, &meeting.series) {
        (Some(known), Some(given)) => known.covers(given),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    };
    meeting.start == Some(known.start)
        && meeting.end.is_none_or(|end| end == known.end)
        && repeats_the_same
        && meeting.title == known.title
        && meeting.link.as_ref() == Some(&known.link)
        // The series itself is not what changes one time of it.
        && meeting.recurrence == known.recurrence
}
