//! Servers from elsewhere: an export, a list of addresses, an introduction.

use openmeetings_client::BaseUrl;

use super::Launcher;
use super::exchange::{LARGEST, exported};
use crate::address_list;
use crate::deep_link::DeepLink;
use crate::error::{Code, LauncherError};
use crate::intent::Imported;
use crate::introduction::Introduction;
use crate::plain::plain;
use crate::profile::{FieldProblem, LONGEST_NAME, Profile, ProfileDraft, free_name};
use crate::reason::Reason;

/// Nobody moves more servers than this.
const MOST: usize = 1000;

/// What a text brings.
#[derive(Clone, Debug, PartialEq)]
pub enum Moving {
    Servers(Vec<Arrival>),
    /// One server that somebody recommends: the person is asked first.
    Introduction(Introduction),
}

/// One server of an import, and what becomes of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrival {
    /// The line of a list, counted from 1; exports have none.
    pub line: Option<usize>,
    /// What it is called here, or would be.
    pub name: String,
    /// As it was given, up to a query.
    pub address: String,
    pub fate: Fate,
}

/// What becomes of a server of an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// `encrypted` says whether its address is https.
    Added {
        encrypted: bool,
    },
    /// It was there already, and stays as it is.
    Known,
    Refused(FieldProblem),
}

/// A server as an import has it.
struct Found {
    line: Option<usize>,
    draft: ProfileDraft,
}

impl Launcher {
    /// What importing a text would come to, line by line. Nothing is saved.
    pub fn plan_import(&self, content: &str) -> Result<Moving, LauncherError> {
        if let Some(introduced) = self.introduction(content)? {
            return Ok(Moving::Introduction(introduced));
        }
        let found = read(content)?;
        let (before, policy) = self.read(|state| (state.profiles.clone(), state.policy.clone()));
        let mut profiles = before.clone();
        let arrivals = settle(found, &mut profiles);
        policy.permits(&before, &profiles)?;
        Ok(Moving::Servers(arrivals))
    }

    /// The introduction that a link is. Refused is what leads elsewhere, and what
    /// introduces a server that the organisation does not allow.
    pub fn introduction_in(&self, link: &str) -> Result<Introduction, LauncherError> {
        let refused = |reason: Reason| LauncherError::new(Code::LinkMalformed).because(reason);
        match DeepLink::parse(link).map_err(|refusal| refused(refusal.into()))? {
            DeepLink::AddServer(introduced) => {
                self.allowed(&introduced.address)?;
                Ok(introduced)
            }
            DeepLink::Room { .. } | DeepLink::Invitation { .. } => {
                Err(refused(Reason::NoIntroduction))
            }
        }
    }

    /// The introduction that the text of a file is, if it is one.
    fn introduction(&self, content: &str) -> Result<Option<Introduction>, LauncherError> {
        let Some(introduced) = Introduction::from_json(content) else {
            return Ok(None);
        };
        let introduced = introduced.map_err(unreadable)?;
        self.allowed(&introduced.address)?;
        Ok(Some(introduced))
    }

    /// Adds the servers of a text that are not there yet: all of them or, if one is
    /// wrong, none. About an introduction the window asks.
    pub fn import_servers(&self, content: &str) -> Result<Imported, LauncherError> {
        if let Some(introduced) = self.introduction(content)? {
            self.deep_link(DeepLink::AddServer(introduced));
            return Ok(Imported {
                asked: true,
                ..Imported::default()
            });
        }
        let found = read(content)?;
        self.change_profiles(|profiles| {
            let mut imported = Imported::default();
            for arrival in settle(found, profiles) {
                match arrival.fate {
                    Fate::Added { .. } => imported.added.push(arrival.name),
                    Fate::Known => imported.known.push(arrival.name),
                    Fate::Refused(_) => return Err(arrival.refusal()),
                }
            }
            Ok(imported)
        })
    }
}

impl Arrival {
    /// Why nothing is imported, if it is for this server.
    fn refusal(self) -> LauncherError {
        let Fate::Refused(problem) = self.fate else {
            return LauncherError::new(Code::Interrupted);
        };
        unreadable(match self.line {
            Some(line) => Reason::ImportLine { line, problem },
            None => Reason::ImportServer {
                name: self.name,
                problem,
            },
        })
    }
}

fn unreadable(reason: impl Into<Reason>) -> LauncherError {
    LauncherError::new(Code::ImportUnreadable).because(reason)
}

/// The servers of an export or of a list.
fn read(content: &str) -> Result<Vec<Found>, LauncherError> {
    if content.len() > LARGEST {
        return Err(unreadable(Reason::ImportTooLarge));
    }
    // Some editors put a mark before a text.
    let content = content.trim_start_matches('\u{feff}');
    let found: Vec<Found> = if content.trim_start().starts_with(['{', '[']) {
        let drafts = exported(content)?.into_iter();
        drafts.map(|draft| Found { line: None, draft }).collect()
    } else {
        address_list::read(content)
            .into_iter()
            .map(of_line)
            .collect()
    };
    if found.is_empty() {
        return Err(unreadable(Reason::ImportEmpty));
    }
    if found.len() > MOST {
        return Err(unreadable(Reason::ImportTooLarge));
    }
    Ok(found)
}

fn of_line(line: address_list::Line) -> Found {
    Found {
        line: Some(line.number),
        draft: ProfileDraft {
            name: line.name,
            address: line.address,
            ..ProfileDraft::default()
        },
    }
}

/// Adds what can be added to the servers, and says what became of each.
fn settle(found: Vec<Found>, profiles: &mut Vec<Profile>) -> Vec<Arrival> {
    found
        .into_iter()
        .map(|found| {
            let (line, address) = (found.line, shown(&found.draft.address));
            let (name, fate) = settle_one(found, profiles);
            Arrival {
                line,
                name,
                address,
                fate,
            }
        })
        .collect()
}

/// What is shown of an address: a query is no part of a server's, and may hold
/// anything.
fn shown(address: &str) -> String {
    let end = address.find(['?', '#']).unwrap_or(address.len());
    address[..end].to_owned()
}

fn settle_one(found: Found, profiles: &mut Vec<Profile>) -> (String, Fate) {
    let Found { line, mut draft } = found;
    if let Some(known) = known(profiles, &draft, line) {
        return (known.name.clone(), Fate::Known);
    }
    let name = draft.name.clone();
    draft.name = free_name(&name, profiles);
    match draft.into_profile(profiles) {
        Ok(profile) => {
            let (name, encrypted) = (profile.name.clone(), profile.base_url.is_https());
            profiles.push(profile);
            (name, Fate::Added { encrypted })
        }
        // It was not looked at yet, and may hold anything.
        Err(problem) => (plain(&name, LONGEST_NAME), Fate::Refused(problem)),
    }
}

/// The one that is there already. A list names servers, an export accounts on them.
fn known<'a>(
    profiles: &'a [Profile],
    draft: &ProfileDraft,
    line: Option<usize>,
) -> Option<&'a Profile> {
    let address = BaseUrl::parse(&draft.address).ok()?;
    profiles.iter().find(|known| {
        let same_account = known.login.as_deref().unwrap_or_default() == draft.login.trim();
        known.base_url == address && (line.is_some() || same_account)
    })
}
