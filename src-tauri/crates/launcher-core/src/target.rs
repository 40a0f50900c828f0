//! [`Target`]: what a person means by a number, a name, a link or a file.

mod mail_text;
pub(crate) mod over_lines;
pub(crate) mod wrapped;

use std::fmt;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use openmeetings_client::{BaseUrl, JoinLink, JoinLinkError, RoomRef};

use crate::deep_link::{DeepLink, LinkRefusal, SCHEME};
use crate::error::{Code, LauncherError};
use crate::introduction::{Introduction, LARGEST as LARGEST_INTRODUCTION};
use crate::invite_file::{self, InviteError, InvitedMeeting, series};
use crate::meeting::{Meeting, MeetingKind};
use crate::reason::Reason;

/// Invitations larger than this are not read.
const LARGEST_FILE: u64 = invite_file::LARGEST as u64;

/// Longer texts are nobody's paste.
const LONGEST_TEXT: usize = invite_file::LARGEST;

/// What a text means, before any server was asked.
#[derive(Clone, PartialEq, Eq)]
pub enum Target {
    Room(RoomRef),
    Link(JoinLink),
    DeepLink(DeepLink),
    InviteFile(PathBuf),
    /// The content of an invitation, pasted.
    Invitation(String),
    /// The address of a server, and no room on it.
    Server(String),
    /// The name of a room or meeting, or a part of it.
    Name(String),
}

/// Without texts as they were given: those may be anything.
impl fmt::Debug for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Room(room) => write!(f, "Room({room})"),
            Self::Link(link) => write!(f, "Link({link:?})"),
            Self::DeepLink(link) => write!(f, "DeepLink({link:?})"),
            Self::InviteFile(_) => f.write_str("InviteFile(…)"),
            Self::Invitation(_) => f.write_str("Invitation(…)"),
            Self::Server(_) => f.write_str("Server(…)"),
            Self::Name(_) => f.write_str("Name(…)"),
        }
    }
}

impl Target {
    /// Understands a text. Only the file system is looked at, no server.
    pub fn understand(text: &str) -> Result<Self, LauncherError> {
        let text = text.trim_start_matches('\u{feff}').trim();
        if text.len() > LONGEST_TEXT {
            return Err(malformed(InviteError::TooLarge));
        }
        if text
            .get(..15)
            .is_some_and(|start| start.eq_ignore_ascii_case("BEGIN:VCALENDAR"))
        {
            return Ok(Self::Invitation(text.to_owned()));
        }
        if let Some(introduced) = Introduction::from_json(text) {
            return introduced_by(introduced);
        }
        if let Ok(id) = text.parse::<i64>() {
            return if id > 0 {
                Ok(Self::Room(RoomRef::Id(id)))
            } else {
                Err(malformed(Reason::RoomNumber))
            };
        }
        // The text of a mail, with the link somewhere in it.
        if text.contains(char::is_whitespace)
            && let Some(link) = mail_text::link_in(text)
        {
            return Ok(link);
        }
        if has_scheme(text, SCHEME) {
            let link = DeepLink::parse(text).map_err(malformed)?;
            return Ok(Self::DeepLink(link));
        }
        if has_scheme(text, "file") {
            let path = url::Url::parse(text)
                .ok()
                .and_then(|url| url.to_file_path().ok());
            return file(path.ok_or_else(|| malformed(Reason::NoFile))?);
        }
        if has_scheme(text, "http") || has_scheme(text, "https") {
            return web_address(text);
        }
        if is_invite_path(text) {
            return file(PathBuf::from(text));
        }
        // A link without its scheme, as mails show it.
        if (text.contains("#room/") || text.contains("hash?"))
            && !text.contains(char::is_whitespace)
        {
            let link = JoinLink::parse(text).map_err(malformed)?;
            return Ok(Self::Link(link));
        }
        if text.is_empty() {
            return Err(malformed(Reason::Empty));
        }
        Ok(Self::Name(text.to_owned()))
    }
}

fn introduced_by(read: Result<Introduction, LinkRefusal>) -> Result<Target, LauncherError> {
    let introduced = read.map_err(malformed)?;
    Ok(Target::DeepLink(DeepLink::AddServer(introduced)))
}

/// A file is an invitation, unless it introduces a server.
fn file(path: PathBuf) -> Result<Target, LauncherError> {
    // A pipe or a device would never end.
    let is_small = || {
        let found = std::fs::metadata(&path);
        found.is_ok_and(|file| file.is_file() && file.len() <= LARGEST_INTRODUCTION)
    };
    let is_json = path
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("json"));
    if is_json
        && is_small()
        && let Ok(content) = std::fs::read_to_string(&path)
        && let Some(introduced) = Introduction::from_json(&content)
    {
        return introduced_by(introduced);
    }
    Ok(Target::InviteFile(path))
}

/// A link into a room, or the address of a server that leads into none.
fn web_address(text: &str) -> Result<Target, LauncherError> {
    if let Some(link) = wrapped::join_link_in(text) {
        return Ok(Target::Link(link));
    }
    match JoinLink::parse(text) {
        Ok(link) => Ok(Target::Link(link)),
        Err(JoinLinkError::NoRoom) if BaseUrl::parse(text).is_ok() => {
            Ok(Target::Server(text.to_owned()))
        }
        Err(error) => Err(malformed(error)),
    }
}

fn malformed(reason: impl Into<Reason>) -> LauncherError {
    LauncherError::new(Code::LinkMalformed).because(reason)
}

fn has_scheme(text: &str, scheme: &str) -> bool {
    text.split_once(':').is_some_and(|(before, after)| {
        before.eq_ignore_ascii_case(scheme) && after.starts_with("//")
    })
}

fn is_invite_path(text: &str) -> bool {
    let path = Path::new(text);
    let is_ics = path
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("ics"));
    is_ics || (text.contains(std::path::MAIN_SEPARATOR) && path.is_file())
}

/// Reads the link out of an invitation file: of its only meeting, or of the
/// only one that has a link. Of a series, that of the time which is on or next.
pub fn link_of_invitation(path: &Path, now: Timestamp) -> Result<JoinLink, LauncherError> {
    let shown = path.display().to_string();
    only_link(&meetings_in(path)?, &shown, now)
}

/// Reads the meetings of an invitation file; changed times of a series in it
/// come last.
pub(crate) fn meetings_in(path: &Path) -> Result<Vec<InvitedMeeting>, LauncherError> {
    let unreadable = |reason: Reason| {
        LauncherError::new(Code::InvitationUnreadable)
            .about("source", "file")
            .about("target", path.display().to_string())
            .because(reason)
    };
    let not_read = |error: std::io::Error| unreadable(Reason::from(&error)).caused_by(&error);
    let size = std::fs::metadata(path).map_err(not_read)?.len();
    if size > LARGEST_FILE {
        return Err(unreadable(InviteError::TooLarge.into()));
    }
    let bytes = std::fs::read(path).map_err(not_read)?;
    sorted(&bytes).map_err(|error| unreadable(error.into()))
}

/// Reads the meetings of a pasted invitation.
pub(crate) fn meetings_in_text(text: &str) -> Result<Vec<InvitedMeeting>, LauncherError> {
    sorted(text.as_bytes()).map_err(unreadable_text)
}

fn sorted(bytes: &[u8]) -> Result<Vec<InvitedMeeting>, InviteError> {
    let mut meetings = invite_file::read(bytes, &TimeZone::system())?;
    series::sort(&mut meetings);
    Ok(meetings)
}

/// A pasted invitation could not be read.
fn unreadable_text(error: InviteError) -> LauncherError {
    LauncherError::new(Code::InvitationUnreadable)
        .about("source", "pasted")
        .because(error)
}

/// The link of the only meeting that stands and has one. `shown` is what the
/// invitation is called; nothing for a pasted one.
pub(crate) fn only_link(
    meetings: &[InvitedMeeting],
    shown: &str,
    now: Timestamp,
) -> Result<JoinLink, LauncherError> {
    let link = |meeting: &InvitedMeeting| {
        let (at_that_time, _) = series::at(meeting, meetings, now);
        let link = at_that_time.link.as_ref().or(meeting.link.as_ref());
        link.cloned()
    };
    let with_link: Vec<_> = series::choices(meetings)
        .iter()
        .filter(|meeting| !meeting.is_cancelled())
        .filter_map(|meeting| link(meeting).map(|link| (meeting, link)))
        .collect();
    match with_link.as_slice() {
        [(_, link)] => Ok(link.clone()),
        [] => Err(
            match meetings.iter().find(|meeting| meeting.is_cancelled()) {
                Some(cancelled) => {
                    LauncherError::new(Code::MeetingCancelled).about("target", &cancelled.title)
                }
                None => LauncherError::new(Code::NothingToJoin).because(no_link(meetings, shown)),
            },
        ),
        several => {
            let titles: Vec<&str> = several
                .iter()
                .map(|(meeting, _)| meeting.title.as_str())
                .collect();
            let source = if shown.is_empty() { "pasted" } else { "name" };
            Err(LauncherError::new(Code::MeetingAmbiguous)
                .about("source", source)
                .about("target", shown)
                .about("candidates", titles.join(", ")))
        }
    }
}

/// What is wrong with the link, if anything looks like one.
fn no_link(meetings: &[InvitedMeeting], shown: &str) -> Reason {
    let trouble = meetings.iter().find_map(|one| one.link_trouble.clone());
    trouble.map_or_else(
        || Reason::NoLink {
            file: (!shown.is_empty()).then(|| shown.to_owned()),
        },
        Reason::Link,
    )
}

/// The only meeting of an invitation, or the only one that can be joined.
pub(crate) fn only_meeting(meetings: &[InvitedMeeting]) -> Result<&InvitedMeeting, LauncherError> {
    let meetings = series::choices(meetings);
    let with_link: Vec<&InvitedMeeting> = meetings
        .iter()
        .filter(|meeting| meeting.link.is_some())
        .collect();
    match (meetings, with_link.as_slice()) {
        ([only], _) => Ok(only),
        (_, [only]) => Ok(*only),
        _ => {
            let titles: Vec<&str> = meetings.iter().map(|one| one.title.as_str()).collect();
            Err(LauncherError::new(Code::MeetingAmbiguous)
                .about("source", "pasted")
                .about("target", "")
                .about("candidates", titles.join(", ")))
        }
    }
}

/// Finds a meeting by name: the exact name first, then a unique part of it.
/// Case does not matter. Of one series, or of a room and a meeting in it, all
/// lead to the same room and so are one.
pub fn by_name<'a>(name: &str, meetings: &[&'a Meeting]) -> Result<&'a Meeting, LauncherError> {
    let wanted = name.trim().to_lowercase();
    let is_called = |meeting: &Meeting, test: &dyn Fn(&str) -> bool| {
        let title = test(&meeting.name().to_lowercase());
        title || (is_room(meeting) && test(&meeting.room_name.to_lowercase()))
    };
    for test in [
        &(|name: &str| name == wanted) as &dyn Fn(&str) -> bool,
        &|name: &str| name.contains(&wanted),
    ] {
        let found: Vec<&'a Meeting> = meetings
            .iter()
            .copied()
            .filter(|meeting| is_called(meeting, test))
            .collect();
        let Some(first) = found.first() else { continue };
        let same_place = |meeting: &&Meeting| {
            (&meeting.profile, meeting.room_id) == (&first.profile, first.room_id)
        };
        if found.iter().all(same_place) {
            return Ok(first);
        }
        let mut names: Vec<String> = found.iter().map(|meeting| label(meeting)).collect();
        names.dedup();
        names.truncate(12);
        return Err(LauncherError::new(Code::MeetingAmbiguous)
            .about("source", "name")
            .about("target", name)
            .about("candidates", names.join(", ")));
    }
    Err(LauncherError::new(Code::MeetingUnknown).about("target", name))
}

fn is_room(meeting: &Meeting) -> bool {
    matches!(meeting.kind, MeetingKind::Room { .. })
}

fn label(meeting: &Meeting) -> String {
    match meeting.room_id {
        Some(id) => format!("{} (#{id})", meeting.name()),
        None => meeting.name().to_owned(),
    }
}
