//! What a text means, shown to the person before anything is done with it.

use std::path::Path;

use jiff::Timestamp;
use openmeetings_client::{BaseUrl, JoinKind, JoinLink, RoomRef};

use super::Launcher;
use crate::deep_link::{DeepLink, ServerAddress};
use crate::error::{Code, LauncherError};
use crate::intent::Answer;
use crate::invite_file::{InvitedMeeting, series};
use crate::join::route;
use crate::meeting::doors_open;
use crate::profile::Profile;
use crate::remembered::update::{Standing, standing};
use crate::state::{AppState, Meetings};
use crate::target::{self, Target};
use crate::texts::Texts;
use crate::view::{InvitedView, Known, LinkWhat, Named, Understood, Way};

impl Launcher {
    /// Says what a text means. Looks at files of this computer, and at no server.
    pub fn understand(&self, text: &str, texts: &Texts) -> Understood {
        self.understand_at(text, texts, None)
    }

    /// The same, for whoever asked for it now.
    pub(super) fn understood(&self, text: &str, texts: &Texts, now: Timestamp) -> Answer {
        Answer::Understood(self.understand_at(text, texts, Some(now)))
    }

    /// The same at a time: of a series, what is on or next is shown, and not the
    /// first time.
    fn understand_at(&self, text: &str, texts: &Texts, now: Option<Timestamp>) -> Understood {
        if text.trim().is_empty() {
            return Understood::Nothing;
        }
        let understood = Target::understand(text).and_then(|target| self.describe(target, now));
        understood.unwrap_or_else(|error| Understood::Refused {
            error: error.view(texts),
        })
    }

    fn describe(
        &self,
        target: Target,
        now: Option<Timestamp>,
    ) -> Result<Understood, LauncherError> {
        match target {
            Target::Room(room) => Ok(self.read(|state| Understood::Room {
                number: room.to_string(),
                profiles: state.profiles.iter().map(named).collect(),
            })),
            Target::Link(link) => Ok(self.read(|state| describe_link(&link, state))),
            Target::DeepLink(link) => {
                self.may_ask_about(&link)?;
                Ok(self.read(|state| describe_deep_link(&link, state)))
            }
            Target::InviteFile(path) => self.describe_meetings(&target::meetings_in(&path)?, now),
            Target::Invitation(text) => {
                self.describe_meetings(&target::meetings_in_text(&text)?, now)
            }
            Target::Server(address) => Ok(self.read(|state| describe_server(&address, state))),
            Target::Name(name) => Ok(match server_in(&name) {
                Some(base) => self.read(|state| describe_server_at(&name, &base, None, state)),
                None => Understood::Search,
            }),
        }
    }

    fn describe_meetings(
        &self,
        meetings: &[InvitedMeeting],
        now: Option<Timestamp>,
    ) -> Result<Understood, LauncherError> {
        if meetings.is_empty() {
            return Err(LauncherError::new(Code::NothingToJoin));
        }
        Ok(self.read(|state| Understood::Invitation {
            meetings: series::choices(meetings)
                .iter()
                .map(|one| invited(one, meetings, state, now))
                .collect(),
        }))
    }
}

pub(super) fn named(profile: &Profile) -> Named {
    Named {
        id: profile.id.clone(),
        name: profile.name.clone(),
    }
}

fn describe_link(link: &JoinLink, state: &AppState) -> Understood {
    let profile = route::profile_of(link, &state.profiles);
    let (what, room) = match link.kind() {
        JoinKind::Room(room) => (LinkWhat::RoomPage, Some(room)),
        JoinKind::Invitation => (LinkWhat::Invitation, None),
        JoinKind::RoomHash => (LinkWhat::RoomHash, None),
    };
    Understood::Link {
        what,
        host: link.base().host().to_owned(),
        encrypted: link.base().is_https(),
        way: profile
            .zip(room.as_ref())
            .map(|(profile, room)| Way::to_room(profile, room)),
        room: room.map(|room| room.to_string()),
        profile: profile.map(named),
    }
}

fn describe_deep_link(link: &DeepLink, state: &AppState) -> Understood {
    let of = |server: &ServerAddress| -> Vec<&Profile> {
        state
            .profiles
            .iter()
            .filter(|profile| server.matches(&profile.base_url))
            .collect()
    };
    let link_on = |server: &ServerAddress, what, room: Option<&RoomRef>| {
        let profile = match of(server).as_slice() {
            [only] => Some(*only),
            _ => None,
        };
        Understood::Link {
            what,
            host: server.host().to_owned(),
            encrypted: profile.is_none_or(|profile| profile.base_url.is_https()),
            way: profile
                .zip(room)
                .map(|(profile, room)| Way::to_room(profile, room)),
            room: room.map(ToString::to_string),
            profile: profile.map(named),
        }
    };
    match link {
        DeepLink::Room { server, room } => link_on(server, LinkWhat::RoomPage, Some(room)),
        DeepLink::Invitation { server, .. } => link_on(server, LinkWhat::Invitation, None),
        DeepLink::AddServer(introduced) => {
            let address = introduced.address.to_string();
            let described = describe_server_at(
                &address,
                &introduced.address,
                introduced.name.clone(),
                state,
            );
            as_introduced(described)
        }
    }
}

/// What it says of key and help contact must not get lost: the window asks.
fn as_introduced(mut described: Understood) -> Understood {
    if let Understood::Server { introduced, .. } = &mut described {
        *introduced = true;
    }
    described
}

fn describe_server(address: &str, state: &AppState) -> Understood {
    match BaseUrl::parse(address) {
        Ok(base) => describe_server_at(address, &base, None, state),
        Err(_) => Understood::Search,
    }
}

fn describe_server_at(
    address: &str,
    base: &BaseUrl,
    name: Option<String>,
    state: &AppState,
) -> Understood {
    let known = state
        .profiles
        .iter()
        .find(|profile| profile.base_url.same_host(base));
    Understood::Server {
        address: address.trim().to_owned(),
        host: base.host().to_owned(),
        name,
        profile: known.map(named),
        introduced: false,
    }
}

/// A word that can be nothing but the name of a host, such as
/// `meet.example.org` or `localhost:5443`.
fn server_in(text: &str) -> Option<BaseUrl> {
    let host = text.split('/').next().unwrap_or_default();
    let has_port = host
        .rsplit_once(':')
        .is_some_and(|(_, port)| !port.is_empty() && port.chars().all(|c| c.is_ascii_digit()));
    let dotted = host.split('.').count() > 1 && host.split('.').all(|part| !part.is_empty());
    let bare = text.contains(char::is_whitespace)
        || !(has_port || dotted || host.eq_ignore_ascii_case("localhost"));
    if bare {
        None
    } else {
        BaseUrl::parse(text).ok()
    }
}

/// What the agenda has of a meeting, remembered or by an account.
fn known(meeting: &InvitedMeeting, state: &AppState) -> Known {
    let standing = standing(meeting, &state.remembered);
    let lists = state.meetings.values().filter_map(Meetings::loaded);
    let mut listed = lists.flat_map(|loaded| &loaded.list);
    let uid = Some(meeting.uid.as_str());
    if standing == Standing::New && listed.any(|listed| listed.uid() == uid) {
        return Known::Listed;
    }
    standing.known()
}

fn invited(
    meeting: &InvitedMeeting,
    all: &[InvitedMeeting],
    state: &AppState,
    now: Option<Timestamp>,
) -> InvitedView {
    let (at_that_time, start) = match now {
        Some(now) => series::at(meeting, all, now),
        None => (meeting, meeting.start),
    };
    let length = at_that_time.start.zip(at_that_time.end);
    let length = length.map(|(start, end)| end.duration_since(start));
    let end = start
        .zip(length)
        .and_then(|(start, length)| start.checked_add(length).ok());
    let link = at_that_time.link.as_ref().or(meeting.link.as_ref());
    InvitedView {
        title: meeting.title.clone(),
        start: start.map(Timestamp::as_millisecond),
        end: end.or(at_that_time.end).map(Timestamp::as_millisecond),
        open_from: start.map(|start| doors_open(start).as_millisecond()),
        zone: meeting.zone.clone(),
        organiser: meeting.organiser.clone(),
        repeats: meeting.repeats,
        cancelled: meeting.is_cancelled(),
        known: known(meeting, state),
        host: link.map(|link| link.base().host().to_owned()),
    }
}

/// The link of a meeting in an invitation: of the chosen one, or of the only one
/// that has any.
pub(super) fn link_of(
    meetings: &[InvitedMeeting],
    shown: &str,
    choice: Option<usize>,
    now: Timestamp,
) -> Result<JoinLink, LauncherError> {
    let Some(choice) = choice else {
        return target::only_link(meetings, shown, now);
    };
    let meeting = meetings
        .get(choice)
        .ok_or_else(|| LauncherError::new(Code::MeetingGone))?;
    let whole: Vec<InvitedMeeting> = series::whole(meeting, meetings).cloned().collect();
    target::only_link(&whole, shown, now)
}

/// The name of a file, for people: the folder it is in is nobody's concern.
pub(super) fn shown(path: &Path) -> String {
    path.file_name().map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    )
}
