//! Rows as Markdown.

use super::limits::Limits;
use super::row::Row;

/// A table for each kind of work, in the order in which they came.
pub(super) fn of(rows: &[Row], limits: &Limits) -> String {
    let mut text = String::new();
    let mut kinds: Vec<&str> = Vec::new();
    for row in rows {
        if !kinds.contains(&row.work.as_str()) {
            kinds.push(&row.work);
        }
    }
    for kind in kinds {
        let rows: Vec<&Row> = rows.iter().filter(|row| row.work == kind).collect();
        text.push_str(&table(kind, &rows, limits));
        text.push('\n');
    }
    text
}

fn table(kind: &str, rows: &[&Row], limits: &Limits) -> String {
    let has_rounds = rows.iter().any(|row| row.values().len() > 1);
    let has_limits = rows.iter().any(|row| limits.of(row).is_some());
    let has_goals = rows.iter().any(|row| row.goal.is_some());
    let mut head = vec![kind, "unit", if has_rounds { "median" } else { "value" }];
    if has_rounds {
        head.extend(["least", "most"]);
    }
    if has_limits {
        head.push("limit");
    }
    if has_goals {
        head.push("goal");
    }
    let mut lines = vec![line(&head), line(&vec!["---"; head.len()])];
    for row in rows {
        let mut cells = vec![row.name.clone(), row.unit.clone(), number(row.median())];
        if has_rounds {
            cells.extend([number(row.least()), number(row.most())]);
        }
        if has_limits {
            cells.push(limits.of(row).map(number).unwrap_or_default());
        }
        if has_goals {
            cells.push(row.goal.map(number).unwrap_or_default());
        }
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        lines.push(line(&cells));
    }
    lines.concat()
}

fn line(cells: &[&str]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

/// Three digits at least, and thousands apart.
pub(super) fn number(value: f64) -> String {
    if value.fract() == 0.0 || value.abs() >= 100.0 {
        return thousands(&format!("{value:.0}"));
    }
    let digits = if value.abs() < 10.0 { 2 } else { 1 };
    format!("{value:.digits$}")
}

fn thousands(digits: &str) -> String {
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Limits, Row, number, of};

    #[test]
    fn numbers_are_as_exact_as_people_read_them() {
        let shown = [0.123, 12.34, 123.4, 7.0, 1_234_567.0].map(number);
        assert_eq!(shown, ["0.12", "12.3", "123", "7", "1,234,567"]);
    }

    #[test]
    fn a_table_has_the_columns_that_its_rows_fill() {
        let counted = Row::count("counted", "a", "calls", 3.0);
        let timed = Row::new("timed", "b", "ms", vec![3.0, 1.0, 2.0]).unwrap();
        let rows = [counted.clone(), timed];
        let text = of(&rows, &Limits::from(&[counted]));
        let expected = "| counted | unit | value | limit |\n| --- | --- | --- | --- |\n\
                        | a | calls | 3 | 4 |\n\n\
                        | timed | unit | median | least | most |\n| --- | --- | --- | --- | --- |\n\
                        | b | ms | 2 | 1 | 3 |\n\n";
        assert_eq!(text, expected);
    }
}
