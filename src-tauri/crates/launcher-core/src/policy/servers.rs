//! The servers a policy hands out and allows.

use super::document::{Document, ManagedServer};
use crate::profile::{Profile, ProfileDraft, free_name, same_name};
use crate::trust::ServerTrust;
use openmeetings_client::BaseUrl;

/// What stands in a login for the person's name on the computer.
const USER: &str = "{user}";

/// Servers that the organisation no longer hands out become the person's own:
/// nothing is lost with a policy.
pub(super) fn give_back(profiles: &mut [Profile], document: &Document) {
    for profile in profiles.iter_mut().filter(|profile| profile.managed) {
        profile.managed = rule(document, profile).is_some();
    }
}

/// Gives the person what is missing, and what was changed back its value. A
/// server the person had already becomes the organisation's.
pub(super) fn hand_out(profiles: &mut Vec<Profile>, document: &Document, person: &str) {
    for server in &document.servers {
        let Some(at) = place(profiles, server).or_else(|| add(profiles, server)) else {
            continue;
        };
        if let Some(name) = &server.name {
            let taken =
                |(place, other): (usize, &Profile)| place != at && same_name(&other.name, name);
            if let Some(taken) = profiles.iter().enumerate().position(taken) {
                profiles[taken].name = free_name(name, profiles);
            }
        }
        settle(&mut profiles[at], server, person);
    }
}

/// A new server, at the end of the list.
fn add(profiles: &mut Vec<Profile>, server: &ManagedServer) -> Option<usize> {
    let draft = ProfileDraft {
        address: server.address.to_string(),
        ..ProfileDraft::default()
    };
    let new = draft.into_profile(profiles).ok()?;
    profiles.push(new);
    Some(profiles.len() - 1)
}

/// Where a server of the policy stands on the list.
fn place(profiles: &[Profile], server: &ManagedServer) -> Option<usize> {
    let here = |profile: &Profile| profile.base_url == server.address;
    let managed = profiles
        .iter()
        .position(|profile| profile.managed && here(profile));
    managed.or_else(|| profiles.iter().position(here))
}

fn settle(profile: &mut Profile, server: &ManagedServer, person: &str) {
    profile.managed = true;
    if let Some(name) = &server.name {
        profile.name.clone_from(name);
    }
    if let Some(login) = &server.login {
        // Without a name there is nothing to sign in with.
        let login =
            (!login.contains(USER) || !person.is_empty()).then(|| login.replace(USER, person));
        if profile.login != login {
            profile.login = login;
            profile.route = crate::profile::AccountRoute::Unknown;
        }
    }
    if server.language.is_some() {
        profile.language = server.language;
    }
    if server.browser.is_some() {
        profile.browser.clone_from(&server.browser);
    }
    profile.colour = server.colour.unwrap_or(profile.colour);
    profile.trust = server.public_key.map(ServerTrust::Key);
    let wishes = &mut profile.wishes;
    wishes.moderator = server.moderator.unwrap_or(wishes.moderator);
    wishes.audio_video_test = server.audio_video_test.unwrap_or(wishes.audio_video_test);
}

fn rule<'a>(document: &'a Document, profile: &Profile) -> Option<&'a ManagedServer> {
    let mut servers = document.servers.iter();
    servers.find(|server| profile.managed && server.address == profile.base_url)
}

/// A field of a server that a policy can lay down.
struct Field {
    /// As forms call it.
    name: &'static str,
    is_laid_down: fn(&ManagedServer) -> bool,
    differs: fn(&Profile, &Profile) -> bool,
}

static FIELDS: [Field; 9] = [
    Field {
        name: "address",
        is_laid_down: |_| true,
        differs: |one, other| one.base_url != other.base_url,
    },
    Field {
        name: "name",
        is_laid_down: |rule| rule.name.is_some(),
        differs: |one, other| one.name != other.name,
    },
    Field {
        name: "login",
        is_laid_down: |rule| rule.login.is_some(),
        differs: |one, other| one.login != other.login,
    },
    Field {
        name: "language",
        is_laid_down: |rule| rule.language.is_some(),
        differs: |one, other| one.language != other.language,
    },
    Field {
        name: "colour",
        is_laid_down: |rule| rule.colour.is_some(),
        differs: |one, other| one.colour != other.colour,
    },
    Field {
        name: "browser",
        is_laid_down: |rule| rule.browser.is_some(),
        differs: |one, other| one.browser != other.browser,
    },
    Field {
        name: "moderator",
        is_laid_down: |rule| rule.moderator.is_some(),
        differs: |one, other| one.wishes.moderator != other.wishes.moderator,
    },
    Field {
        name: "audioVideoTest",
        is_laid_down: |rule| rule.audio_video_test.is_some(),
        differs: |one, other| one.wishes.audio_video_test != other.wishes.audio_video_test,
    },
    // Whom the organisation's own servers are taken for is always its say.
    Field {
        name: "publicKey",
        is_laid_down: |_| true,
        differs: |one, other| one.trust != other.trust,
    },
];

/// The fields of a server that a policy has laid down.
fn fields_laid_down(
    document: &Document,
    profile: &Profile,
) -> impl Iterator<Item = &'static Field> {
    let rule = rule(document, profile);
    let of_rule = move |field: &&Field| rule.is_some_and(|rule| (field.is_laid_down)(rule));
    FIELDS.iter().filter(of_rule)
}

/// Their names, as forms call them.
pub(super) fn locked(document: &Document, profile: &Profile) -> Vec<&'static str> {
    let fields = fields_laid_down(document, profile);
    fields.map(|field| field.name).collect()
}

/// The names of all that a policy can lay down.
pub(super) fn every_field() -> Vec<&'static str> {
    FIELDS.iter().map(|field| field.name).collect()
}

/// What was changed that nobody may change: the field, or the server that is
/// gone.
pub(super) fn changed(
    document: &Document,
    before: &[Profile],
    after: &[Profile],
) -> Option<String> {
    before
        .iter()
        .filter(|profile| profile.managed)
        .find_map(|old| {
            let Some(new) = after.iter().find(|new| new.id == old.id) else {
                return Some(old.name.clone());
            };
            let field = fields_laid_down(document, old)
                .find(|field| (field.differs)(old, new))
                .map(|field| field.name);
            let kept = if new.managed { None } else { Some("address") };
            field.or(kept).map(str::to_owned)
        })
}

/// What is different at all: a field, or the server that came or went.
pub(super) fn different(before: &[Profile], after: &[Profile]) -> Option<String> {
    let gone = before
        .iter()
        .find(|old| !after.iter().any(|new| new.id == old.id));
    let came = after
        .iter()
        .find(|new| !before.iter().any(|old| new.id == old.id));
    if let Some(profile) = gone.or(came) {
        return Some(profile.name.clone());
    }
    before.iter().find_map(|old| {
        let new = after.iter().find(|new| new.id == old.id)?;
        let field = FIELDS.iter().find(|field| (field.differs)(old, new))?;
        Some(field.name.to_owned())
    })
}

pub(super) fn is_allowed(document: &Document, server: &BaseUrl) -> bool {
    let Some(patterns) = &document.allowed_servers else {
        return true;
    };
    let handed_out = document
        .servers
        .iter()
        .any(|known| known.address.same_host(server));
    handed_out || patterns.iter().any(|pattern| pattern.matches(server))
}
