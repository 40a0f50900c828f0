//! [`Limits`]: what counts must not exceed, in a file that is part of the repository.

use std::path::PathBuf;

use serde_json::{Map, Value, json};

use super::row::Row;
use super::table::number;
use crate::run::root;

const FILE: &str = "tests/bench/limits.json";

const ABOUT: &str = "What `cargo xtask bench --check` counted, with some room. A change \
that is meant renews it with `cargo xtask bench --renew`, and its commit says why.";

/// What counts must not exceed, by kind of work and name.
#[derive(Debug)]
pub(super) struct Limits(Map<String, Value>);

impl Limits {
    /// Those of the repository.
    pub(super) fn read() -> Result<Self, String> {
        let text = std::fs::read_to_string(file()).map_err(|error| format!("{FILE}: {error}"))?;
        let value: Value =
            serde_json::from_str(&text).map_err(|error| format!("{FILE}: {error}"))?;
        let limits = value["limits"].as_object();
        let limits = limits.ok_or_else(|| format!("{FILE}: there are no limits in it"))?;
        Ok(Self(limits.clone()))
    }

    /// Those that these counts leave room in.
    pub(super) fn from(rows: &[Row]) -> Self {
        let mut limits = Map::new();
        for row in rows {
            let of_work = limits.entry(&row.work).or_insert_with(|| json!({}));
            of_work[&row.name] = json!(with_room(row));
        }
        Self(limits)
    }

    pub(super) fn write(&self) -> Result<(), String> {
        let value = json!({ "about": ABOUT, "limits": self.0 });
        let text = serde_json::to_string_pretty(&value).map_err(|error| error.to_string())?;
        std::fs::write(file(), text + "\n").map_err(|error| format!("{FILE}: {error}"))
    }

    pub(super) fn of(&self, row: &Row) -> Option<f64> {
        self.0.get(&row.work)?.get(&row.name)?.as_f64()
    }

    /// Each limit has its row, each row keeps to its limit.
    pub(super) fn judge(&self, rows: &[Row]) -> Result<(), String> {
        let mut wrong: Vec<String> = rows.iter().filter_map(|row| self.fault(row)).collect();
        for (work, names) in &self.0 {
            for name in names.as_object().into_iter().flat_map(Map::keys) {
                if !rows
                    .iter()
                    .any(|row| row.work == *work && row.name == *name)
                {
                    wrong.push(format!("{work}, {name}: has a limit and was not counted"));
                }
            }
        }
        if wrong.is_empty() {
            return Ok(());
        }
        wrong.push(format!(
            "what is meant to be so renews {FILE}: cargo xtask bench --renew"
        ));
        Err(wrong.join("\n"))
    }

    fn fault(&self, row: &Row) -> Option<String> {
        let Row {
            work, name, unit, ..
        } = row;
        let value = number(row.median());
        match self.of(row) {
            None => Some(format!("{work}, {name}: {value} {unit} and no limit")),
            Some(limit) if row.median() > limit => {
                let limit = number(limit);
                Some(format!(
                    "{work}, {name}: {value} {unit}, the limit is {limit}"
                ))
            }
            Some(_) => None,
        }
    }
}

/// Compilers, libraries and the sizes of packets differ a little; how often a server is
/// asked does not.
fn with_room(row: &Row) -> f64 {
    let per_cent = match row.unit.as_str() {
        "requests" | "connections" => 0.0,
        "KiB" => 12.0,
        _ => 8.0,
    };
    (row.median() * (1.0 + per_cent / 100.0)).ceil()
}

fn file() -> PathBuf {
    root().join(FILE)
}

#[cfg(test)]
mod tests {
    use super::{Limits, Row};

    fn row(name: &str, unit: &str, value: f64) -> Row {
        Row::count("w", name, unit, value)
    }

    #[test]
    fn what_exceeds_its_limit_is_named() {
        let limits = Limits::from(&[row("a", "requests", 3.0), row("b", "calls", 100.0)]);
        assert_eq!(
            limits.judge(&[row("a", "requests", 3.0), row("b", "calls", 108.0)]),
            Ok(())
        );
        let wrong = limits.judge(&[row("a", "requests", 4.0), row("b", "calls", 109.0)]);
        let wrong = wrong.unwrap_err();
        assert!(
            wrong.contains("w, a: 4 requests, the limit is 3"),
            "{wrong}"
        );
        assert!(
            wrong.contains("w, b: 109 calls, the limit is 108"),
            "{wrong}"
        );
    }

    #[test]
    fn limits_and_counts_belong_together() {
        let limits = Limits::from(&[row("a", "requests", 3.0)]);
        let wrong = limits.judge(&[row("b", "requests", 1.0)]).unwrap_err();
        assert!(
            wrong.contains("w, a: has a limit and was not counted"),
            "{wrong}"
        );
        assert!(wrong.contains("w, b: 1 requests and no limit"), "{wrong}");
    }

    #[test]
    fn the_file_of_the_repository_is_read() {
        assert!(!Limits::read().unwrap().0.is_empty());
    }
}
