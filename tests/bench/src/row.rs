//! [`row`]: one line of what a bench found out.

use serde_json::json;

/// Prints what was found, of one kind of work: a count, or the values of several
/// rounds. All benches print such lines.
#[expect(clippy::print_stdout, reason = "this is how a bench answers")]
pub fn row(work: &str, name: &str, unit: &str, values: &[f64]) {
    let row = json!({ "work": work, "name": name, "unit": unit, "values": values });
    println!("{row}");
}
