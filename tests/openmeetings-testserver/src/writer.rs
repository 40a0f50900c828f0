//! The two JSON writers of the server, with their oddities.
//!
//! Writer J (Jettison, "mapped") sees every value as text and guesses its type
//! back; writer O (openjson over getters) keeps types and sorts names.

use std::collections::BTreeMap;
use std::fmt::{Display, Write as _};

/// An object of writer J: fields in the order they are put, absent if null.
#[derive(Debug, Default)]
pub(crate) struct JObject(String);

impl JObject {
    pub(crate) fn text(mut self, name: &str, value: &str) -> Self {
        let value = guessed(value);
        self.put(name, &value);
        self
    }

    pub(crate) fn optional(self, name: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.text(name, value),
            None => self,
        }
    }

    pub(crate) fn raw(mut self, name: &str, value: impl Display) -> Self {
        self.put(name, &value.to_string());
        self
    }

    /// Absent, the element itself, or an array.
    pub(crate) fn list(mut self, name: &str, values: &[String]) -> Self {
        match values {
            [] => {}
            [only] => self.put(name, only),
            several => self.put(name, &format!("[{}]", several.join(","))),
        }
        self
    }

    pub(crate) fn finish(self) -> String {
        format!("{{{}}}", self.0)
    }

    fn put(&mut self, name: &str, value: &str) {
        if !self.0.is_empty() {
            self.0.push(',');
        }
        self.0.push_str(&quoted(name));
        self.0.push(':');
        self.0.push_str(value);
    }
}

/// A top-level list of writer J or O: always an array.
pub(crate) fn wrapped_list(name: &str, values: &[String]) -> String {
    format!("{{{}:[{}]}}", quoted(name), values.join(","))
}

pub(crate) fn wrapped(name: &str, value: &str) -> String {
    format!("{{{}:{value}}}", quoted(name))
}

/// A text as writer J emits it: unquoted if it is what Java would print for the
/// number or boolean it reads as.
pub(crate) fn guessed(text: &str) -> String {
    if text == "true" || text == "false" {
        return text.to_owned();
    }
    if let Ok(number) = text.parse::<i64>()
        && number.to_string() == text
    {
        return text.to_owned();
    }
    match java_double(text) {
        Some(plain) => plain,
        None => quoted(text),
    }
}

/// The text as a number if `Double.toString` gives it back unchanged; then
/// zeros at the end are dropped.
fn java_double(text: &str) -> Option<String> {
    let number_like = |c: char| c.is_ascii_digit() || matches!(c, '-' | '.' | 'E');
    if !text.chars().all(number_like) {
        return None;
    }
    let number: f64 = text.parse().ok()?;
    if !number.is_finite() || java_double_text(number) != text {
        return None;
    }
    if text.contains('.') && !text.contains('E') {
        return Some(text.trim_end_matches('0').trim_end_matches('.').to_owned());
    }
    Some(text.to_owned())
}

/// `Double.toString`: plain from 0.001 up to ten million, else with an exponent.
fn java_double_text(number: f64) -> String {
    if number == 0.0 || (1e-3..1e7).contains(&number.abs()) {
        return format!("{number:?}");
    }
    let text = format!("{number:E}");
    match text.split_once('E') {
        Some((digits, exponent)) if !digits.contains('.') => format!("{digits}.0E{exponent}"),
        _ => text,
    }
}

/// A JSON string as both writers escape it: `</` never stands in it.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    let mut before = '\0';
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '/' if before == '<' => out.push_str("\\/"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            c if c < ' ' => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
        before = c;
    }
    out.push('"');
    out
}

/// An object of writer O: names sorted, nulls absent, lists always arrays.
#[derive(Debug, Default)]
pub(crate) struct OObject(BTreeMap<&'static str, String>);

impl OObject {
    pub(crate) fn text(self, name: &'static str, value: &str) -> Self {
        self.raw(name, quoted(value))
    }

    pub(crate) fn optional(self, name: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.text(name, value),
            None => self,
        }
    }

    pub(crate) fn raw(mut self, name: &'static str, value: impl Display) -> Self {
        self.0.insert(name, value.to_string());
        self
    }

    pub(crate) fn list(self, name: &'static str, values: &[String]) -> Self {
        self.raw(name, format!("[{}]", values.join(",")))
    }

    pub(crate) fn finish(self) -> String {
        let fields: Vec<String> = self
            .0
            .iter()
            .map(|(name, value)| format!("{}:{value}", quoted(name)))
            .collect();
        format!("{{{}}}", fields.join(","))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_guessed_back_as_the_recordings_show() {
        for (text, json) in [
            ("2024", "2024"),
            ("0", "0"),
            ("-5", "-5"),
            ("9999999999999", "9999999999999"),
            ("3.14", "3.14"),
            ("4.5", "4.5"),
            ("1.0", "1"),
            ("true", "true"),
            ("false", "false"),
        ] {
            assert_eq!(guessed(text), json, "{text}");
        }
        for text in [
            "abc",
            "",
            " ",
            "0123",
            "00",
            "+7",
            "0x10",
            "1e5",
            "5.10",
            "TRUE",
            "null",
            "007",
            "٣",
            "12345678901234567890",
            "-0",
            "NaN",
            "inf",
            "12345678.5",
            ".5",
            "5.",
        ] {
            assert_eq!(guessed(text), quoted(text), "{text}");
        }
    }

    #[test]
    fn closing_tags_are_escaped_and_lists_unwrapped() {
        assert_eq!(quoted("<p>a/b</p>\n"), "\"<p>a/b<\\/p>\\n\"");
        let one = ["1".to_owned()];
        let two = ["1".to_owned(), "2".to_owned()];
        let object = JObject::default()
            .list("none", &[])
            .list("one", &one)
            .list("two", &two);
        assert_eq!(object.finish(), "{\"one\":1,\"two\":[1,2]}");
        assert_eq!(
            OObject::default().list("none", &[]).text("a", "1").finish(),
            "{\"a\":\"1\",\"none\":[]}"
        );
    }
}
