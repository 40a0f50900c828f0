//! [`Tries`]: what this process remembers of its refreshes, and what it makes of
//! that.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use jiff::Timestamp;
use launcher_core::BaseUrl;
use launcher_core::meeting::refresh::Ask;
use launcher_core::meeting::schedule::{self, Around, Known};
use launcher_core::profile::ProfileId;
use launcher_core::state::{AppState, Meetings};

use crate::alarm;

/// What this process remembers of its tries.
#[derive(Default)]
pub(super) struct Tries {
    of: BTreeMap<ProfileId, Try>,
}

#[derive(Clone, Copy, Default)]
struct Try {
    at: Option<Timestamp>,
    failures: u32,
}

/// What is to be done now.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Plan {
    /// One of each server at most.
    pub(super) due: Vec<(ProfileId, Ask)>,
    /// When the next one is due.
    pub(super) wake: Option<Timestamp>,
    /// What the person is told of lists that could not be loaded.
    pub(super) next_tries: Vec<(ProfileId, Option<Timestamp>)>,
}

impl Tries {
    pub(super) fn begin(&mut self, id: &ProfileId, now: Timestamp) {
        self.of.entry(id.clone()).or_default().at = Some(now);
    }

    pub(super) fn tried(&mut self, id: &ProfileId, loaded: bool) {
        let known = self.of.entry(id.clone()).or_default();
        known.failures = if loaded { 0 } else { known.failures + 1 };
    }

    pub(super) fn plan(&mut self, state: &AppState, around: &Around, now: Timestamp) -> Plan {
        self.of.retain(|id, _| state.profile(id).is_some());
        let mut busy: Vec<&BaseUrl> = state
            .profiles
            .iter()
            .filter(|profile| is_loading(state, &profile.id))
            .map(|profile| &profile.base_url)
            .collect();
        let mut plan = Plan::default();
        for profile in &state.profiles {
            if profile.login.is_none() || is_loading(state, &profile.id) {
                continue;
            }
            let known = self.known(state, &profile.id, now);
            let around = Around {
                seed: of_list(around.seed, &profile.id),
                ..*around
            };
            let next = schedule::next(&around, &known, now);
            if known.trouble.is_some() {
                let announced = next.filter(|at| *at > now);
                plan.next_tries.push((profile.id.clone(), announced));
            }
            match next {
                // The end of the other one of its server wakes this one.
                Some(at) if at <= now && busy.contains(&&profile.base_url) => {}
                Some(at) if at <= now => {
                    busy.push(&profile.base_url);
                    let ask = schedule::asked(&around, &known, state.reach.ahead(), now);
                    plan.due.push((profile.id.clone(), ask));
                }
                Some(at) => plan.wake = Some(alarm::sooner(plan.wake, at)),
                None => {}
            }
        }
        plan
    }

    fn known(&self, state: &AppState, id: &ProfileId, now: Timestamp) -> Known {
        let Try { at, failures } = self.of.get(id).copied().unwrap_or_default();
        let meetings = state.meetings.get(id);
        let loaded = meetings.and_then(Meetings::loaded);
        Known {
            tried: at,
            failures,
            loaded: loaded.map(|loaded| loaded.loaded_at),
            rooms_loaded: loaded.and_then(|loaded| loaded.rooms_loaded_at),
            trouble: match meetings {
                Some(Meetings::Stale { error, .. }) => Some(error.code),
                Some(Meetings::NotLoaded | Meetings::Loading { .. } | Meetings::Ready(_))
                | None => None,
            },
            starts: loaded
                .map(|loaded| loaded.starts_from(now).collect())
                .unwrap_or_default(),
        }
    }
}

/// The lists of one launcher are loaded at moments of their own.
fn of_list(seed: u64, id: &ProfileId) -> u64 {
    let mut hasher = DefaultHasher::new();
    (seed, id).hash(&mut hasher);
    hasher.finish()
}

fn is_loading(state: &AppState, id: &ProfileId) -> bool {
    matches!(state.meetings.get(id), Some(Meetings::Loading { .. }))
}
