//! The servers a policy hands out and allows.

use super::document::{Document, ManagedServer};
use crate::profile::{Profile, ProfileDraft, free_name, same_name};
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
    let wishes = &mut profile.wishes;
    wishes.moderator = server.moderator.unwrap_or(wishes.moderator);
    wishes.audio_video_test = server.audio_video_test.unwrap_or(wishes.audio_video_test);
}

fn rule<'a>(document: &'a Document, profile: &Profile) -> Option<&'a ManagedServer> {
    let mut servers = document.servers.iter();
    servers.find(|server| profile.managed && server.address == profile.base_url)
}

/// The fields of a server that a policy has laid down, as forms call them.
pub(super) fn locked(document: &Document, profile: &Profile) -> Vec<&'static str> {
    let Some(rule) = rule(document, profile) else {
        return Vec::new();
    };
    let laid_down = [
        true,
        rule.name.is_some(),
        rule.login.is_some(),
        rule.language.is_some(),
        rule.colour.is_some(),
        rule.browser.is_some(),
        rule.moderator.is_some(),
        rule.audio_video_test.is_some(),
    ];
    let fields = every_field().into_iter().zip(laid_down);
    fields
        .filter_map(|(field, is)| is.then_some(field))
        .collect()
}

/// Every field that a policy can lay down.
pub(super) fn every_field() -> Vec<&'static str> {
    [
        "address",
        "name",
        "login",
        "language",
        "colour",
        "browser",
        "moderator",
        "audioVideoTest",
    ]
    .to_vec()
}

/// What of a server is different.
fn differs(field: &str, one: &Profile, other: &Profile) -> bool {
    match field {
        "address" => one.base_url != other.base_url,
        "name" => one.name != other.name,
        "login" => one.login != other.login,
        "language" => one.language != other.language,
        "colour" => one.colour != other.colour,
        "browser" => one.browser != other.browser,
        "moderator" => one.wishes.moderator != other.wishes.moderator,
        _ => one.wishes.audio_video_test != other.wishes.audio_video_test,
    }
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
            let mut fields = locked(document, old).into_iter();
            let field = fields.find(|field| differs(field, old, new));
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
        let field = every_field()
            .into_iter()
            .find(|field| differs(field, old, new))?;
        Some(field.to_owned())
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
