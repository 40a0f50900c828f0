//! Which value of this server stands for which recorded one.

use std::collections::BTreeMap;

use serde_json::Value;

/// Recorded SIDs, hashes and other UUIDs, and what was given here instead.
#[derive(Debug, Default)]
pub(super) struct Memory {
    given: BTreeMap<String, String>,
    /// Numbers of things that were made, by kind (`room`, `user`, …), where
    /// they came out different.
    ids: BTreeMap<(String, i64), i64>,
}

impl Memory {
    /// A text with every recorded value replaced by the one given here.
    pub(super) fn translated(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for (recorded, given) in &self.given {
            text = text.replace(recorded, given);
        }
        self.with_ids(&text)
    }

    /// Ids in paths such as `/room/15` and in bodies such as `"id":15`.
    fn with_ids(&self, path: &str) -> String {
        let mut path = path.to_owned();
        for ((kind, recorded), given) in &self.ids {
            for end in ["?", "/", ""] {
                let old = format!("/{kind}/{recorded}{end}");
                if end.is_empty() && !path.ends_with(&old) {
                    continue;
                }
                path = path.replace(&old, &format!("/{kind}/{given}{end}"));
            }
        }
        path
    }

    /// Compares two answers to learn what replaces what.
    pub(super) fn learn(&mut self, recorded: &str, answered: &str) {
        if let (Ok(recorded), Ok(answered)) = (
            serde_json::from_str::<Value>(recorded),
            serde_json::from_str::<Value>(answered),
        ) {
            self.learn_values(&recorded, &answered, "");
        }
    }

    fn learn_values(&mut self, recorded: &Value, answered: &Value, kind: &str) {
        match (recorded, answered) {
            (Value::Object(recorded), Value::Object(answered)) => {
                for (name, value) in recorded {
                    if let Some(answer) = answered.get(name) {
                        if name == "id" {
                            self.learn_id(kind, value, answer);
                        }
                        let kind = if name.ends_with("DTO") {
                            name.trim_end_matches("DTO")
                        } else {
                            name
                        };
                        self.learn_values(value, answer, kind);
                    }
                }
            }
            (Value::Array(recorded), Value::Array(answered)) => {
                for (recorded, answered) in recorded.iter().zip(answered) {
                    self.learn_values(recorded, answered, kind);
                }
            }
            (Value::String(recorded), Value::String(answered))
                if recorded != answered && is_uuid(recorded) && is_uuid(answered) =>
            {
                self.given.insert(recorded.clone(), answered.clone());
            }
            _ => {}
        }
    }

    fn learn_id(&mut self, kind: &str, recorded: &Value, answered: &Value) {
        if let (Some(recorded), Some(answered)) = (recorded.as_i64(), answered.as_i64())
            && recorded != answered
        {
            let kind = if kind == "appointment" {
                "calendar"
            } else {
                kind
            };
            self.ids.insert((kind.to_owned(), recorded), answered);
        }
    }
}

pub(super) fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}
