//! The one door for links, whoever brings them.

use jiff::Timestamp;
use openmeetings_client::JoinLink;

use super::Launcher;
use super::joining::is_saved;
use crate::deep_link::inbox::Delivery;
use crate::deep_link::{DeepLink, ServerAddress};
use crate::error::{Code, LauncherError};
use crate::join::Destination;
use crate::profile::{Profile, ProfileId};
use crate::reason::Reason;
use crate::state::{Asking, LinkQuestion};
use crate::target::{Target, link_of_invitation, meetings_in_text, only_link};

/// What a link came to.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkOutcome {
    /// It can be joined at once.
    Join(Destination),
    /// It is shown in the window first: the path of an invitation.
    Opened(String),
    /// The person must decide; the state holds the question.
    Asked(LinkQuestion),
    /// The same link came a moment ago, or too many came.
    Ignored,
}

impl Launcher {
    /// Takes a link, a file or another text that the system handed over. A link
    /// to a saved server can be joined; anything else becomes a question. No
    /// link changes a setting or sends credentials anywhere new.
    pub fn receive_link(&self, text: &str, now: Timestamp) -> Result<LinkOutcome, LauncherError> {
        match self.inbox().put(text, now) {
            Delivery::Taken => {}
            Delivery::Double | Delivery::OfFlood => return Ok(LinkOutcome::Ignored),
            Delivery::Flood => {
                return Err(LauncherError::new(Code::LinkMalformed).because(Reason::TooManyLinks));
            }
        }
        match Target::understand(text)? {
            Target::Link(link) => Ok(self.web_link(link)),
            Target::InviteFile(path) => {
                self.bring_up_to_date(&path, now);
                Ok(LinkOutcome::Opened(path.display().to_string()))
            }
            Target::DeepLink(link) => {
                self.may_ask_about(&link)?;
                Ok(self.deep_link(link))
            }
            Target::Room(_) | Target::Name(_) | Target::Server(_) | Target::Invitation(_) => {
                Err(LauncherError::new(Code::LinkMalformed).because(Reason::NeitherLinkNorFile))
            }
        }
    }

    /// A web link to a saved server can be joined. One to a stranger opens nothing
    /// by itself, nor does one that would leave encryption out where it is saved.
    fn web_link(&self, link: JoinLink) -> LinkOutcome {
        if self.read(|state| is_saved(&link, &state.profiles)) {
            return LinkOutcome::Join(Destination::Link(link));
        }
        self.ask_about(Asking::Web(link), Vec::new())
    }

    /// Whether the person may have what a link offers. A room is joined or not
    /// when they have answered; for a server that is not allowed there is no answer.
    pub(super) fn may_ask_about(&self, link: &DeepLink) -> Result<(), LauncherError> {
        match link {
            DeepLink::AddServer(introduced) => self.allowed(&introduced.address),
            DeepLink::Room { .. } | DeepLink::Invitation { .. } => Ok(()),
        }
    }

    fn ask_about(&self, link: Asking, profiles: Vec<ProfileId>) -> LinkOutcome {
        let mut waits = false;
        let mut inbox = self.inbox();
        let question = inbox.question(link, profiles);
        self.inner.store.update(|state| match &state.link {
            None => {
                state.link = Some(question.clone());
                true
            }
            // Nobody's answer is meant for a question that came a moment before it.
            Some(asked) => {
                waits = !asked.asks_the_same_as(&question);
                false
            }
        });
        if waits {
            inbox.ask_later(question.clone());
        }
        LinkOutcome::Asked(question)
    }

    /// The question that stands, for one answer; the next one is asked. Nothing if
    /// another stands by now: it is not what was answered.
    pub(super) fn take_question(&self, number: u32) -> Option<LinkQuestion> {
        let mut inbox = self.inbox();
        let mut question = None;
        self.inner.store.update(|state| {
            question = state.link.take_if(|asked| asked.number == number);
            if question.is_some() {
                state.link = inbox.next_question();
            }
            question.is_some()
        });
        question
    }

    /// The room or invitation a deep link leads to, if its server is saved;
    /// otherwise a question in the state.
    pub(crate) fn deep_link(&self, link: DeepLink) -> LinkOutcome {
        let (profiles, destination) = self.read(|state| {
            let matching = |server: &ServerAddress| -> Vec<Profile> {
                state
                    .profiles
                    .iter()
                    .filter(|profile| server.matches(&profile.base_url))
                    .cloned()
                    .collect()
            };
            match &link {
                DeepLink::Room { server, room } => {
                    let profiles = matching(server);
                    let destination = match profiles.as_slice() {
                        [only] => Some(Destination::Room {
                            profile: only.id.clone(),
                            room: room.clone(),
                        }),
                        _ => None,
                    };
                    (profiles, destination)
                }
                DeepLink::Invitation { server, link } => {
                    let profiles = matching(server);
                    let destination = profiles
                        .first()
                        .map(|profile| Destination::Link(link.on(&profile.base_url)));
                    (profiles, destination)
                }
                DeepLink::AddServer(introduced) => {
                    (matching(&ServerAddress::of(&introduced.address)), None)
                }
            }
        });
        if let Some(destination) = destination {
            return LinkOutcome::Join(destination);
        }
        let profiles = profiles.into_iter().map(|profile| profile.id).collect();
        self.ask_about(Asking::DeepLink(link), profiles)
    }

    /// What a text that a person gave leads to, for a saved server or a link
    /// that needs none; of a series, to the time that is on or next. Names are looked up by the caller, who has the lists.
    pub fn destination(
        &self,
        target: Target,
        profile: Option<&Profile>,
        now: Timestamp,
    ) -> Result<Destination, LauncherError> {
        match (target, profile) {
            (Target::Room(room), Some(profile)) => Ok(Destination::Room {
                profile: profile.id.clone(),
                room,
            }),
            (Target::Room(room), None) => {
                let profile = self.profile_named(None)?;
                Ok(Destination::Room {
                    profile: profile.id,
                    room,
                })
            }
            (Target::Link(link), _) => Ok(Destination::Link(link)),
            (Target::InviteFile(path), _) => link_of_invitation(&path, now).map(Destination::Link),
            (Target::DeepLink(link), _) => match self.deep_link(link) {
                LinkOutcome::Join(destination) => Ok(destination),
                LinkOutcome::Asked(question) => Err(unknown_server(&question)),
                LinkOutcome::Opened(_) | LinkOutcome::Ignored => {
                    Err(LauncherError::new(Code::Interrupted))
                }
            },
            (Target::Invitation(content), _) => {
                only_link(&meetings_in_text(&content)?, "", now).map(Destination::Link)
            }
            (Target::Server(address), _) => {
                Err(LauncherError::new(Code::NothingToJoin).because(Reason::ServerOnly { address }))
            }
            (Target::Name(name), _) => {
                Err(LauncherError::new(Code::MeetingUnknown).about("target", name))
            }
        }
    }
}

fn unknown_server(question: &LinkQuestion) -> LauncherError {
    let server = match &question.link {
        Asking::DeepLink(DeepLink::Room { server, .. } | DeepLink::Invitation { server, .. }) => {
            server.to_string()
        }
        Asking::DeepLink(DeepLink::AddServer(introduced)) => introduced.address.to_string(),
        Asking::Web(link) => link.base().to_string(),
    };
    let code = if question.profiles.len() > 1 {
        Code::ProfileNeeded
    } else {
        Code::LinkUnknownServer
    };
    LauncherError::new(code)
        .about("server", server.clone())
        .about("candidates", server)
}
