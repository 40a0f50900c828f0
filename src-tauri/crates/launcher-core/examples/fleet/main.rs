//! What a thousand launchers cost a server in a working day, as a table:
//!
//! ```sh
//! cargo run -p launcher-core --example fleet
//! ```

mod before;
mod day;
mod server;

use std::io::{self, Write as _};

use day::Rules;
use server::{Cost, cost};

const PEOPLE: u32 = 1000;

/// A line of the table: what it says, and the cell of each column.
type Line = (&'static str, fn(&Cost) -> String);

const LINES: [Line; 6] = [
    ("logins per launcher and hour", |cost| {
        format!("{:.1}", cost.logins)
    }),
    ("requests per launcher and hour", |cost| {
        format!("{:.1}", cost.requests)
    }),
    ("appointments read per launcher and hour", |cost| {
        format!("{:.0}", cost.appointments)
    }),
    (
        "around 9:00: logins in the busiest second, minute",
        |cost| format!("{}, {}", cost.logins_in_a_second, cost.logins_in_a_minute),
    ),
    ("around 9:00: requests in the busiest second", |cost| {
        cost.requests_in_a_second.to_string()
    }),
    ("share of a server core: busiest ten minutes, day", |cost| {
        let percent = |share: f64| format!("{:.0} %", share * 100.0);
        format!("{}, {}", percent(cost.core_at_worst), percent(cost.core))
    }),
];

fn main() -> io::Result<()> {
    let [before, now] = [Rules::Before, Rules::Now].map(|rules| cost(PEOPLE, rules));
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "| {PEOPLE} launchers, 9:00 to 18:00 | every 15 minutes | by need |"
    )?;
    writeln!(out, "| --- | ---: | ---: |")?;
    for (what, cell) in LINES {
        writeln!(out, "| {what} | {} | {} |", cell(&before), cell(&now))?;
    }
    Ok(())
}
