//! How a policy is laid out in the registry of Windows. It does not touch one.

use serde_json::{Map, Value, json};

use crate::policy::document::SCHEMA;

/// Where policies of the launcher stand in a hive. Only administrators can write
/// below it.
pub(in crate::policy) const KEY: &str = r"Software\Policies\OpenMeetings Launcher";

/// Keys whose values are a list.
const LISTS: [&str; 3] = ["servers", "allowedServers", "certificateAuthorities"];

/// Numbers that are no switches.
const NUMBERS: [&str; 3] = ["schema", "remindMinutes", "refreshMinutes"];

/// A key with what is in it and below it, each with its name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::policy) struct Branch {
    pub(in crate::policy) values: Vec<(String, Entry)>,
    pub(in crate::policy) keys: Vec<(String, Branch)>,
}

/// A value in the registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::policy) enum Entry {
    /// `REG_DWORD`.
    Number(u32),
    /// `REG_SZ` and `REG_EXPAND_SZ`.
    Text(String),
}

impl Branch {
    /// The policy that is laid out in it.
    pub(in crate::policy) fn policy(self) -> Value {
        let mut fields = object(self);
        // Templates have no field for it.
        fields.entry("schema").or_insert(json!(SCHEMA));
        Value::Object(fields)
    }
}

fn object(branch: Branch) -> Map<String, Value> {
    let values = branch.values.into_iter().map(|(name, entry)| {
        let value = match entry {
            Entry::Number(number) if NUMBERS.contains(&&*name) => json!(number),
            Entry::Number(number) => json!(number != 0),
            Entry::Text(text) => Value::String(text),
        };
        (name, value)
    });
    let keys = branch.keys.into_iter().map(|(name, below)| {
        let value = if LISTS.contains(&&*name) {
            list(&name, below)
        } else {
            Value::Object(object(below))
        };
        (name, value)
    });
    values.chain(keys).collect()
}

/// The values of a key by their names, which are numbers.
fn list(name: &str, branch: Branch) -> Value {
    let mut rows = branch.values;
    rows.sort_by_key(|(place, _)| (place.parse::<u32>().unwrap_or(u32::MAX), place.clone()));
    rows.into_iter()
        .map(|(_, entry)| row(name, entry))
        .collect()
}

/// A server is an address, or an object as JSON.
fn row(name: &str, entry: Entry) -> Value {
    let text = match entry {
        // No list is of numbers: the reader names the row.
        Entry::Number(number) => return json!(number),
        Entry::Text(text) => text,
    };
    if name != "servers" {
        return Value::String(text);
    }
    match serde_json::from_str(&text) {
        Ok(server @ Value::Object(_)) => server,
        Ok(_) | Err(_) => json!({ "address": text }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(name: &str, text: &str) -> (String, Entry) {
        (name.to_owned(), Entry::Text(text.to_owned()))
    }

    fn number(name: &str, number: u32) -> (String, Entry) {
        (name.to_owned(), Entry::Number(number))
    }

    fn key(name: &str, values: Vec<(String, Entry)>) -> (String, Branch) {
        let keys = Vec::new();
        (name.to_owned(), Branch { values, keys })
    }

    #[test]
    fn numbers_are_switches_but_for_minutes() {
        let branch = Branch {
            values: vec![number("updates", 0), text("organisation", "Example Ltd")],
            keys: vec![
                key("settings", vec![number("autoJoin", 1)]),
                key(
                    "defaults",
                    vec![number("remindMinutes", 10), text("refreshMinutes", "never")],
                ),
            ],
        };
        assert_eq!(
            branch.policy(),
            json!({
                "schema": 1,
                "organisation": "Example Ltd",
                "updates": false,
                "settings": { "autoJoin": true },
                "defaults": { "remindMinutes": 10, "refreshMinutes": "never" },
            })
        );
    }

    #[test]
    fn lists_are_in_the_order_of_their_numbers() {
        let named = r#"{"address": "https://b.example/", "name": "B"}"#;
        let branch = Branch {
            values: vec![number("schema", 1)],
            keys: vec![
                key(
                    "servers",
                    vec![
                        text("10", "https://c.example/"),
                        text("2", named),
                        text("1", "https://a.example/"),
                    ],
                ),
                key("allowedServers", vec![]),
                key("certificateAuthorities", vec![text("1", r"C:\ca.pem")]),
            ],
        };
        assert_eq!(
            branch.policy(),
            json!({
                "schema": 1,
                "servers": [
                    { "address": "https://a.example/" },
                    { "address": "https://b.example/", "name": "B" },
                    { "address": "https://c.example/" },
                ],
                "allowedServers": [],
                "certificateAuthorities": [r"C:\ca.pem"],
            })
        );
    }
}
