//! Loads lists by themselves: at the start, as often as the person chose, when
//! the window comes, and again after failures.

use std::collections::BTreeMap;
use std::convert::Infallible;

use jiff::Timestamp;
use launcher_core::BaseUrl;
use launcher_core::meeting::refresh::LOOK_AHEAD;
use launcher_core::profile::ProfileId;
use launcher_core::state::{AppState, Meetings};
use tokio::task::JoinSet;

use crate::alarm;
use crate::local::Local;
use crate::schedule::{self, Known};

/// What this process remembers of its tries.
#[derive(Default)]
struct Tries {
    of: BTreeMap<ProfileId, Try>,
    looked_at: Option<Timestamp>,
}

#[derive(Clone, Copy, Default)]
struct Try {
    at: Option<Timestamp>,
    failures: u32,
}

/// What is to be done now.
#[derive(Debug, Default, PartialEq, Eq)]
struct Plan {
    /// One of each server at most.
    due: Vec<ProfileId>,
    /// When the next one is due.
    wake: Option<Timestamp>,
    /// What the person is told of lists that could not be loaded.
    next_tries: Vec<(ProfileId, Option<Timestamp>)>,
}

/// Works for as long as it is awaited. Nothing is awake when nothing is due.
pub(crate) async fn keep_fresh(local: &Local) -> Infallible {
    let launcher = local.launcher();
    let mut states = launcher.subscribe();
    let mut windows = local.windows();
    let mut running = JoinSet::new();
    let mut tries = Tries::default();
    loop {
        let now = local.now();
        let plan = launcher.read(|state| tries.plan(state, now));
        for (id, at) in &plan.next_tries {
            launcher.set_next_try(id, *at);
        }
        for id in plan.due {
            tries.of.entry(id.clone()).or_default().at = Some(now);
            let launcher = launcher.clone();
            running.spawn(async move {
                let outcome = launcher.refresh_meetings(&id, now, LOOK_AHEAD).await;
                (id, outcome.map(|outcome| outcome.is_ok()))
            });
        }
        tokio::select! {
            Ok(()) = states.changed() => {}
            Ok(()) = windows.changed() => {
                tries.looked_at = Some(local.now());
                local.renew_policy().await;
            }
            Some(Ok((id, Some(loaded)))) = running.join_next() => tries.tried(id, loaded),
            () = alarm::until(plan.wake, local.clock()) => local.renew_policy().await,
        }
    }
}

impl Tries {
    fn tried(&mut self, id: ProfileId, loaded: bool) {
        let known = self.of.entry(id).or_default();
        known.failures = if loaded { 0 } else { known.failures + 1 };
    }

    fn plan(&mut self, state: &AppState, now: Timestamp) -> Plan {
        self.of.retain(|id, _| state.profile(id).is_some());
        let every = state.settings.refresh_minutes;
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
            let known = self.known(state, &profile.id);
            let next = schedule::next(&profile.id, known, every, now);
            if known.trouble.is_some() {
                let announced = next.filter(|at| *at > now);
                plan.next_tries.push((profile.id.clone(), announced));
            }
            match next {
                // The end of the other one of its server wakes this one.
                Some(at) if at <= now && busy.contains(&&profile.base_url) => {}
                Some(at) if at <= now => {
                    busy.push(&profile.base_url);
                    plan.due.push(profile.id.clone());
                }
                Some(at) => plan.wake = Some(alarm::sooner(plan.wake, at)),
                None => {}
            }
        }
        plan
    }

    fn known(&self, state: &AppState, id: &ProfileId) -> Known {
        let Try { at, failures } = self.of.get(id).copied().unwrap_or_default();
        let meetings = state.meetings.get(id);
        Known {
            tried: at,
            failures,
            loaded: meetings
                .and_then(Meetings::loaded)
                .map(|loaded| loaded.loaded_at),
            trouble: match meetings {
                Some(Meetings::Stale { error, .. }) => Some(error.code),
                Some(Meetings::NotLoaded | Meetings::Loading { .. } | Meetings::Ready(_))
                | None => None,
            },
            looked_at: self.looked_at,
        }
    }
}

fn is_loading(state: &AppState, id: &ProfileId) -> bool {
    matches!(state.meetings.get(id), Some(Meetings::Loading { .. }))
}
