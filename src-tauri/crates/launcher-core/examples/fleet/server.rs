//! What a fleet of launchers costs its server.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};

use crate::day::{Human, Load, Rules, clock, live};

/// What a login and each appointment of an answer cost a real 9.0.0 server, in
/// seconds of one core.
const LOGIN: f64 = 0.415;
const APPOINTMENT: f64 = 0.0025;

/// The launchers run for about so long.
const HOURS: f64 = 9.0;

/// A day of all of them.
#[derive(Debug)]
pub(crate) struct Cost {
    /// Of one launcher in one hour.
    pub(crate) logins: f64,
    pub(crate) requests: f64,
    pub(crate) appointments: f64,
    /// The busiest second and minute of the morning, 8:50 to 9:20.
    pub(crate) logins_in_a_second: f64,
    pub(crate) requests_in_a_second: f64,
    pub(crate) logins_in_a_minute: f64,
    /// Of one core: the busiest ten minutes of the day, and all of it.
    pub(crate) core_at_worst: f64,
    pub(crate) core: f64,
}

/// Lets so many live their day, and adds up what the server did.
pub(crate) fn cost(people: u32, rules: Rules) -> Cost {
    let humans = (1..=people).map(|number| Human::new(number.into()));
    let loads: Vec<Load> = humans.flat_map(|human| live(&human, rules)).collect();
    let hours = f64::from(people) * HOURS;
    let requests: usize = loads.iter().map(|load| load.requests).sum();
    let appointments: usize = loads.iter().map(|load| load.appointments).sum();
    let morning: Vec<Load> = loads
        .iter()
        .filter(|load| (clock(8, 50)..clock(9, 20)).contains(&load.at))
        .copied()
        .collect();
    Cost {
        logins: count(loads.len()) / hours,
        requests: count(requests) / hours,
        appointments: count(appointments) / hours,
        logins_in_a_second: busiest(&morning, 1, |_| 1),
        requests_in_a_second: busiest(&morning, 1, |load| load.requests),
        logins_in_a_minute: busiest(&morning, 60, |_| 1),
        core_at_worst: worst_ten_minutes(&loads),
        core: loads.iter().map(seconds).sum::<f64>() / (HOURS * 3600.0),
    }
}

/// The largest sum within one of the spans of so many seconds.
fn busiest(loads: &[Load], span: i64, weight: impl Fn(&Load) -> usize) -> f64 {
    let mut sums: BTreeMap<i64, usize> = BTreeMap::new();
    for load in loads {
        *sums.entry(load.at.as_second() / span).or_default() += weight(load);
    }
    count(sums.into_values().max().unwrap_or_default())
}

fn worst_ten_minutes(loads: &[Load]) -> f64 {
    let span = SignedDuration::from_mins(10);
    let starts = (0..9 * 60).map(|minute| clock(8, 50) + SignedDuration::from_mins(minute));
    let share = |from: Timestamp| {
        let within = loads.iter();
        let within = within.filter(|load| (from..from + span).contains(&load.at));
        within.map(seconds).sum::<f64>() / span.as_secs_f64()
    };
    starts.map(share).fold(0.0, f64::max)
}

fn seconds(load: &Load) -> f64 {
    LOGIN + APPOINTMENT * count(load.appointments)
}

fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::INFINITY, f64::from)
}
