//! A thousand launchers, one server, one working day: what it costs, and that
//! nobody pays for it with an old list.

#![expect(clippy::unwrap_used, reason = "a test may")]

#[path = "../examples/fleet/before.rs"]
mod before;
#[path = "../examples/fleet/day.rs"]
mod day;
#[path = "../examples/fleet/server.rs"]
mod server;

use day::{Event, Human, Load, Rules, clock, live};
use jiff::{SignedDuration, Timestamp};
use server::cost;

const PEOPLE: u32 = 1000;

/// Each person with what the launcher did.
fn lives() -> impl Iterator<Item = (Human, Vec<Load>)> {
    let humans = (1..=PEOPLE).map(|number| Human::new(number.into()));
    humans.map(|human| {
        let loads = live(&human, Rules::Now);
        (human, loads)
    })
}

/// How old the list is at a time.
fn age(loads: &[Load], at: Timestamp) -> SignedDuration {
    let before = loads.iter().take_while(|load| load.at <= at);
    at.duration_since(before.last().unwrap().at)
}

/// When the screen is locked, from when to when.
fn locked(human: &Human) -> Vec<(Timestamp, Timestamp)> {
    let at = |wanted| {
        let events = human.events.iter();
        events.filter_map(move |(at, event)| (*event == wanted).then_some(*at))
    };
    let unlocks = at(Event::Unlocks).chain([clock(18, 0)]);
    at(Event::Locks).zip(unlocks).collect()
}

#[test]
fn a_thousand_launchers_at_nine_do_not_hurt_a_server() {
    let cost = cost(PEOPLE, Rules::Now);
    assert!(cost.logins < 2.4, "each hour of each");
    assert!(cost.requests < 7.2);
    assert!(cost.appointments < 45.0);
    assert!(cost.logins_in_a_second <= 8.0, "around nine");
    assert!(cost.requests_in_a_second <= 40.0);
    assert!(cost.logins_in_a_minute <= 110.0);
    assert!(cost.core_at_worst < 0.9, "one core is enough");
    assert!(cost.core < 0.32);
}

#[test]
fn it_costs_about_half_of_what_it_did() {
    let [before, now] = [Rules::Before, Rules::Now].map(|rules| cost(PEOPLE, rules));
    assert!(now.logins < before.logins * 0.55);
    assert!(now.requests < before.requests * 0.35);
    assert!(now.appointments < before.appointments * 0.25);
    assert!(now.core < before.core * 0.5);
}

#[test]
fn nobody_finds_an_old_list() {
    let minutes = SignedDuration::from_mins;
    for (human, loads) in lives() {
        let locked = locked(&human);
        // Whoever has just come back has the list a moment later.
        let away = |at: Timestamp| {
            let mut locked = locked.iter();
            locked.any(|(from, to)| *from <= at && at <= *to + minutes(10))
        };
        let today = human.meetings.iter().copied();
        let today = today.take_while(|start| *start < clock(18, 0));
        for start in today.filter(|start| !away(*start)) {
            let age = age(&loads, start);
            assert!(age <= minutes(20), "{age} before a meeting");
        }
        for (at, event) in &human.events {
            if *event == Event::Opens && !away(*at) {
                let age = age(&loads, *at + minutes(1));
                assert!(age <= minutes(2), "{age} in a window");
            }
        }
    }
}

#[test]
fn nothing_is_asked_for_behind_a_locked_screen() {
    for (human, loads) in lives() {
        for (from, to) in locked(&human) {
            let asked = loads.iter().find(|load| from < load.at && load.at < to);
            assert!(asked.is_none(), "{asked:?}");
        }
    }
}
