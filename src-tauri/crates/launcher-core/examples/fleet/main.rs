//! What a thousand launchers cost a server in a working day, as a table, or as rows of
//! `cargo xtask bench`:
//!
//! ```sh
//! cargo run -p launcher-core --example fleet [-- --rows]
//! ```

mod before;
mod day;
mod server;

use std::io::{self, Write as _};

use day::Rules;
use serde_json::json;
use server::{Cost, cost};

const PEOPLE: u32 = 1000;

/// What is told of a day: what it is, its unit, and where it stands.
type Figure = (&'static str, &'static str, fn(&Cost) -> f64);

const FIGURES: [Figure; 8] = [
    ("logins of a launcher", "per hour", |cost| cost.logins),
    ("requests of a launcher", "per hour", |cost| cost.requests),
    ("appointments read by a launcher", "per hour", |cost| {
        cost.appointments
    }),
    ("logins around 9:00, at most", "per second", |cost| {
        cost.logins_in_a_second
    }),
    ("logins around 9:00, at most", "per minute", |cost| {
        cost.logins_in_a_minute
    }),
    ("requests around 9:00, at most", "per second", |cost| {
        cost.requests_in_a_second
    }),
    ("a core of the server, busiest ten minutes", "%", |cost| {
        cost.core_at_worst * 100.0
    }),
    ("a core of the server, all day", "%", |cost| {
        cost.core * 100.0
    }),
];

fn main() -> io::Result<()> {
    let [before, now] = [Rules::Before, Rules::Now].map(|rules| cost(PEOPLE, rules));
    let mut out = io::stdout().lock();
    if std::env::args().any(|argument| argument == "--rows") {
        let work = format!("a server and its {PEOPLE} launchers, 9:00 to 18:00, simulated");
        for (what, unit, value) in FIGURES {
            for (when, cost) in [("by need", &now), ("every 15 minutes", &before)] {
                let name = format!("{what}, {when}");
                let values = [value(cost)];
                let row = json!({ "work": work, "name": name, "unit": unit, "values": values });
                writeln!(out, "{row}")?;
            }
        }
        return Ok(());
    }
    writeln!(
        out,
        "| {PEOPLE} launchers, 9:00 to 18:00 | unit | every 15 minutes | by need |"
    )?;
    writeln!(out, "| --- | --- | ---: | ---: |")?;
    for (what, unit, value) in FIGURES {
        let [before, now] = [&before, &now].map(|cost| format!("{:.1}", value(cost)));
        writeln!(out, "| {what} | {unit} | {before} | {now} |")?;
    }
    Ok(())
}
