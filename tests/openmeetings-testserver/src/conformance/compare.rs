//! What must be the same, and what cannot be.
//!
//! Bodies are compared as text, byte for byte, after these are masked on both
//! sides: UUIDs (SIDs, hashes, `icalId`), `inserted`, `updated`, `created` and
//! what belongs to a build. `rights` and `hiddenElements` are sets in Java,
//! whose order changes from one start of the same server to the next; their
//! elements are sorted first. HTML and XML are compared by status and type.

use serde_json::Value;

use super::Difference;
use super::memory::{Memory, is_uuid};
use super::player::Answer;
use super::recording::Exchange;

pub(super) fn compare(exchange: &Exchange, answer: &Answer, _: &Memory) -> Vec<Difference> {
    let recorded = &exchange.response;
    let mut differences = Vec::new();
    let mut check = |what: &'static str, expected: String, got: String| {
        if expected != got {
            differences.push(Difference {
                exchange: exchange.name.clone(),
                what,
                expected,
                got,
            });
        }
    };
    check(
        "status",
        recorded.status.to_string(),
        answer.status.to_string(),
    );
    let kind = |value: Option<&str>| value.unwrap_or("none").to_lowercase().replace(' ', "");
    check(
        "content type",
        kind(recorded.headers.get("content-type")),
        kind(answer.headers.get("content-type")),
    );
    let allow = |value: Option<&str>| value.unwrap_or("none").to_owned();
    check(
        "Allow",
        allow(recorded.headers.get("allow")),
        allow(answer.headers.get("allow")),
    );
    let is_markup = kind(recorded.headers.get("content-type"));
    if !is_markup.contains("html") && !is_markup.contains("xml") {
        let body = recorded.body.as_deref().unwrap_or_default();
        check("body", masked(body), masked(&answer.body));
    }
    differences
}

/// A body with everything masked that cannot be the same twice.
fn masked(body: &str) -> String {
    match serde_json::from_str::<Value>(body) {
        Ok(_) => mask_json(body),
        Err(_) => body.to_owned(),
    }
}

const TIMES: [&str; 4] = ["inserted", "updated", "created", "buildDate"];

/// Walks the text of a JSON value, so that spelling and order of everything
/// unmasked still count.
fn mask_json(text: &str) -> String {
    let mut walk = Walk {
        rest: text,
        out: String::new(),
    };
    walk.value(None);
    walk.out
}

struct Walk<'a> {
    rest: &'a str,
    out: String,
}

impl<'a> Walk<'a> {
    /// Copies one value; `name` is that of the field it belongs to.
    fn value(&mut self, name: Option<&str>) {
        match self.rest.chars().next() {
            Some('{') => self.object(name),
            Some('[') => self.array(name),
            _ => {
                let scalar = self.scalar();
                let shown = shown(scalar, name);
                self.out.push_str(&shown);
            }
        }
    }

    fn object(&mut self, name: Option<&str>) {
        self.copy(1);
        while let Some(next) = self.rest.chars().next() {
            match next {
                '}' => {
                    self.copy(1);
                    return;
                }
                '"' => {
                    let key = self.scalar();
                    self.out.push_str(key);
                    let key = key.trim_matches('"');
                    self.copy_until_value();
                    // The parts of a date object are masked, its names are not.
                    let inherited = name.filter(|name| TIMES.contains(name));
                    self.value(inherited.or(Some(key)));
                }
                _ => self.copy(next.len_utf8()),
            }
        }
    }

    fn array(&mut self, name: Option<&str>) {
        let start = self.out.len() + 1;
        self.copy(1);
        let mut ends = Vec::new();
        while let Some(next) = self.rest.chars().next() {
            match next {
                ']' => break,
                ',' | ' ' | '\n' => self.copy(1),
                _ => {
                    let begin = self.out.len();
                    self.value(name);
                    ends.push((begin, self.out.len()));
                }
            }
        }
        if name.is_some_and(|name| matches!(name, "rights" | "hiddenElements")) {
            let mut elements: Vec<String> = ends
                .iter()
                .map(|(begin, end)| self.out[*begin..*end].to_owned())
                .collect();
            elements.sort();
            self.out.truncate(start);
            self.out.push_str(&elements.join(","));
        }
        self.copy(1);
    }

    /// A string, number or word, as it stands.
    fn scalar(&mut self) -> &'a str {
        let mut escaped = false;
        let quoted = self.rest.starts_with('"');
        let end = self.rest.char_indices().skip(1).find(|(_, c)| {
            if !quoted {
                return matches!(c, ',' | '}' | ']' | ' ' | '\n');
            }
            let ends = *c == '"' && !escaped;
            escaped = *c == '\\' && !escaped;
            ends
        });
        let length = end.map_or(
            self.rest.len(),
            |(at, c)| if quoted { at + c.len_utf8() } else { at },
        );
        let (scalar, rest) = self.rest.split_at(length);
        self.rest = rest;
        scalar
    }

    fn copy_until_value(&mut self) {
        while let Some(next) = self.rest.chars().next() {
            if !matches!(next, ':' | ' ' | '\n') {
                return;
            }
            self.copy(1);
        }
    }

    fn copy(&mut self, bytes: usize) {
        let (copied, rest) = self.rest.split_at(bytes.min(self.rest.len()));
        self.out.push_str(copied);
        self.rest = rest;
    }
}

fn shown(scalar: &str, name: Option<&str>) -> String {
    let is_time = name.is_some_and(|name| TIMES.contains(&name));
    // Seven digits come as a number, so the type of this one is masked as well.
    if name == Some("revision") {
        return "(build)".to_owned();
    }
    let text = scalar.trim_matches('"');
    if is_uuid(text) {
        return "\"(uuid)\"".to_owned();
    }
    if is_time {
        let kind = if scalar.starts_with('"') {
            "text"
        } else {
            "number"
        };
        return format!("({kind})");
    }
    scalar.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_cannot_be_the_same_is_masked() {
        assert_eq!(
            masked(
                r#"{"a":{"inserted":{"date":23,"time":1},"id":5,"rights":["B","A"],"name":"x\"y"}}"#
            ),
            r#"{"a":{"inserted":{"date":(number),"time":(number)},"id":5,"rights":["A","B"],"name":"x\"y"}}"#
        );
        assert_eq!(
            masked(r#"{"m":"07a699ab-1553-48e5-886c-ce9e4ddaaff4","revision":1234567}"#),
            r#"{"m":"(uuid)","revision":(build)}"#
        );
        assert_ne!(
            masked(r#"{"name":2024}"#),
            masked(r#"{"name":"2024"}"#),
            "types count"
        );
        assert_ne!(
            masked(r#"{"a":1,"b":2}"#),
            masked(r#"{"b":2,"a":1}"#),
            "order counts"
        );
    }
}
