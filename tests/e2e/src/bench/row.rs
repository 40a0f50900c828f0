//! [`row`]: one line of what a bench found out.

use std::time::Duration;

use serde_json::json;

/// Prints what was found, of one kind of work: a count, or the values of several
/// rounds. All benches print such lines; `cargo xtask bench` makes tables of them.
#[expect(clippy::print_stdout, reason = "this is how a bench answers")]
pub fn row(work: &str, name: &str, unit: &str, values: &[f64]) {
    let row = json!({ "work": work, "name": name, "unit": unit, "values": values });
    println!("{row}");
}

/// The same, with what is wanted of the median.
#[expect(clippy::print_stdout, reason = "this is how a bench answers")]
pub fn row_with_goal(work: &str, name: &str, unit: &str, values: &[f64], goal: f64) {
    let row = json!({ "work": work, "name": name, "unit": unit, "values": values, "goal": goal });
    println!("{row}");
}

/// How a row of times has them.
pub fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// How a row of memory has it.
#[expect(clippy::cast_precision_loss, reason = "nobody has 53 bits of memory")]
pub fn mebibytes(bytes: u64) -> f64 {
    bytes as f64 / 1024.0 / 1024.0
}
