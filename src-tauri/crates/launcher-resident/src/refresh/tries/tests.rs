use launcher_core::error::{Code, LauncherError};
use launcher_core::meeting::schedule::Person;
use launcher_core::profile::Profile;
use serde_json::json;

use super::*;

fn minute(minutes: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + minutes * 60).unwrap()
}

fn profile(id: &str, host: &str) -> Profile {
    let profile = json!({
        "id": id,
        "name": id,
        "baseUrl": format!("https://{host}/openmeetings/"),
        "login": "anna",
    });
    serde_json::from_value(profile).unwrap()
}

/// Servers with accounts, and no list yet.
fn state(servers: &[(&str, &str)]) -> AppState {
    let servers = servers.iter();
    AppState {
        profiles: servers.map(|(id, host)| profile(id, host)).collect(),
        ..AppState::default()
    }
}

fn around(person: Person) -> Around {
    Around {
        seed: 1,
        every: Some(SignedDuration::from_mins(15)),
        person,
        returned: minute(0),
    }
}

fn due(plan: &Plan) -> Vec<&str> {
    plan.due.iter().map(|(id, _)| id.as_str()).collect()
}

#[test]
fn each_server_is_asked_for_one_list_at_a_time() {
    let mut state = state(&[
        ("a", "one.example"),
        ("b", "one.example"),
        ("c", "two.example"),
    ]);
    let mut tries = Tries::default();
    let around = around(Person::Elsewhere);
    assert_eq!(due(&tries.plan(&state, &around, minute(0))), ["a", "c"]);
    let id = state.profiles[0].id.clone();
    state
        .meetings
        .insert(id.clone(), Meetings::Loading { previous: None });
    assert_eq!(due(&tries.plan(&state, &around, minute(0))), ["c"]);
    tries.begin(&id, minute(0));
    tries.tried(&id, false);
    let error = LauncherError::new(Code::TimedOut);
    let failed = Meetings::Stale { last: None, error };
    state.meetings.insert(id, failed);
    assert_eq!(due(&tries.plan(&state, &around, minute(0))), ["b", "c"]);
}

#[test]
fn whose_list_failed_is_told_when_it_is_tried_again() {
    let mut state = state(&[("a", "one.example")]);
    let mut tries = Tries::default();
    let id = state.profiles[0].id.clone();
    tries.begin(&id, minute(0));
    tries.tried(&id, false);
    let failing = |code| Meetings::Stale {
        last: None,
        error: LauncherError::new(code),
    };
    state.meetings.insert(id.clone(), failing(Code::TimedOut));
    let here = around(Person::Looking { since: minute(-60) });
    let plan = tries.plan(&state, &here, minute(0));
    assert_eq!(plan.next_tries, [(id.clone(), plan.wake)]);
    assert!(
        plan.wake.is_some_and(|at| at <= minute(2)),
        "{:?}",
        plan.wake
    );

    let away = tries.plan(&state, &around(Person::Away), minute(0));
    assert_eq!((away.wake, away.due.len()), (None, 0), "nobody is there");
    state
        .meetings
        .insert(id.clone(), failing(Code::BadCredentials));
    let plan = tries.plan(&state, &here, minute(0));
    assert_eq!(plan.next_tries, [(id, None)], "left to the person");
}

#[test]
fn a_server_that_is_gone_is_forgotten() {
    let mut state = state(&[("a", "one.example")]);
    let mut tries = Tries::default();
    tries.begin(&state.profiles[0].id, minute(0));
    state.profiles.clear();
    tries.plan(&state, &around(Person::Elsewhere), minute(0));
    assert!(tries.of.is_empty());
}
