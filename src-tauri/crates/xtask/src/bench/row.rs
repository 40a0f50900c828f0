//! [`Row`]: one thing that was counted or timed.

use serde_json::Value;

/// One thing that was counted or timed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    /// The kind of work: rows of one kind make a table.
    pub(super) work: String,
    pub(super) name: String,
    pub(super) unit: String,
    /// What is wanted of the median; said, and not held.
    pub(super) goal: Option<f64>,
    /// Those of all rounds, least first. Never empty.
    values: Vec<f64>,
}

impl Row {
    /// `None` without a single value.
    pub(super) fn new(work: &str, name: &str, unit: &str, mut values: Vec<f64>) -> Option<Self> {
        values.sort_by(f64::total_cmp);
        (!values.is_empty()).then(|| Self {
            work: work.to_owned(),
            name: name.to_owned(),
            unit: unit.to_owned(),
            goal: None,
            values,
        })
    }

    /// What is the same in each run.
    pub(super) fn count(work: &str, name: &str, unit: &str, value: f64) -> Self {
        Self {
            work: work.to_owned(),
            name: name.to_owned(),
            unit: unit.to_owned(),
            goal: None,
            values: vec![value],
        }
    }

    /// Those that a bench printed, a line each.
    pub(super) fn all(printed: &str) -> Result<Vec<Self>, String> {
        let lines = printed.lines().filter(|line| !line.trim().is_empty());
        lines
            .map(|line| Self::read(line).ok_or_else(|| format!("a bench printed no row: {line}")))
            .collect()
    }

    fn read(line: &str) -> Option<Self> {
        let row: Value = serde_json::from_str(line).ok()?;
        let text = |name: &str| row[name].as_str();
        let values: Option<Vec<f64>> = row["values"]
            .as_array()?
            .iter()
            .map(Value::as_f64)
            .collect();
        let read = Self::new(text("work")?, text("name")?, text("unit")?, values?)?;
        Some(Self {
            goal: row["goal"].as_f64(),
            ..read
        })
    }

    pub(super) fn values(&self) -> &[f64] {
        &self.values
    }

    pub(super) fn median(&self) -> f64 {
        self.values[self.values.len() / 2]
    }

    pub(super) fn least(&self) -> f64 {
        self.values[0]
    }

    pub(super) fn most(&self) -> f64 {
        self.values[self.values.len() - 1]
    }
}

#[cfg(test)]
mod tests {
    use super::Row;

    #[test]
    fn rows_are_read_as_benches_print_them() {
        let line = r#"{"work":"w","name":"n","unit":"ms","values":[3.0,1.0,2.0]}"#;
        let rows = Row::all(&format!("{line}\n\n{line}\n")).unwrap();
        assert_eq!(rows.len(), 2);
        assert_eq!(
            (rows[0].least(), rows[0].median(), rows[0].most()),
            (1.0, 2.0, 3.0)
        );
        for wrong in ["nothing", "{}", &line.replace("[3.0,1.0,2.0]", "[]")] {
            assert!(Row::all(wrong).is_err(), "{wrong}");
        }
    }
}
