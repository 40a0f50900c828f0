//! Everything as one document, for machines.

use serde_json::{Value, json};

use super::limits::Limits;
use super::machine;
use super::row::Row;

pub(super) fn of(rows: &[Row], limits: &Limits) -> Result<String, String> {
    let rows: Vec<Value> = rows.iter().map(|row| of_row(row, limits)).collect();
    let document = json!({
        "machine": machine::name(),
        "date": machine::date(),
        "rows": rows,
    });
    serde_json::to_string_pretty(&document).map_err(|error| error.to_string())
}

fn of_row(row: &Row, limits: &Limits) -> Value {
    json!({
        "work": row.work,
        "name": row.name,
        "unit": row.unit,
        "median": row.median(),
        "least": row.least(),
        "most": row.most(),
        "values": row.values(),
        "limit": limits.of(row),
        "goal": row.goal,
    })
}
