//! How things stand with the lists: whether there is trouble, and whose it is.

use crate::error::LauncherError;
use crate::profile::Profile;
use crate::state::{AppState, Meetings};

/// What is known of the lists of all servers.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Standing<'a> {
    /// No server is saved.
    NoServers,
    /// No server has an account whose meetings could be listed.
    NoLists,
    /// Nothing came yet.
    Loading,
    /// There are lists, however old.
    Listed,
    /// Not one list could be loaded.
    AllFailed,
    /// One waits for the person: a password, for example.
    Waiting(&'a LauncherError),
}

impl<'a> Standing<'a> {
    pub(super) fn of(state: &'a AppState) -> Self {
        if state.profiles.is_empty() {
            return Self::NoServers;
        }
        let listing = || state.profiles.iter().filter(|one| one.login.is_some());
        let lists = || listing().filter_map(|profile| state.meetings.get(&profile.id));
        if let Some(error) = lists().find_map(Meetings::waits_for_the_person) {
            return Self::Waiting(error);
        }
        if listing().next().is_none() {
            Self::NoLists
        } else if listing().all(|profile| has_failed(profile, state)) {
            Self::AllFailed
        } else if lists().any(|list| list.loaded().is_some()) {
            Self::Listed
        } else {
            Self::Loading
        }
    }
}

/// Until a list that failed is there again, also while it is tried again: the
/// icon would blink with each try.
fn has_failed(profile: &Profile, state: &AppState) -> bool {
    match state.meetings.get(&profile.id) {
        Some(Meetings::Stale { .. }) => true,
        Some(Meetings::Loading { .. }) => state.next_tries.contains_key(&profile.id),
        Some(Meetings::NotLoaded | Meetings::Ready(_)) | None => false,
    }
}
