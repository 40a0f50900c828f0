//! Windows: the registry, where group policies are written.

use serde_json::{Map, Value, json};
use windows_registry::{CURRENT_USER, Key, LOCAL_MACHINE, Type};

use super::broken;
use crate::policy::{Policy, fault};

/// Only administrators can write below it.
const KEY: &str = r"Software\Policies\OpenMeetings Launcher";

/// Keys whose values are a list.
const LISTS: [&str; 3] = ["servers", "allowedServers", "certificateAuthorities"];

/// Numbers that are no switches.
const NUMBERS: [&str; 3] = ["schema", "remindMinutes", "refreshMinutes"];

pub(super) fn read() -> Policy {
    let hives = [
        ("HKEY_LOCAL_MACHINE", LOCAL_MACHINE),
        ("HKEY_CURRENT_USER", CURRENT_USER),
    ];
    for (name, hive) in hives {
        let Ok(key) = hive.open(KEY) else { continue };
        let source = format!(r"{name}\{KEY}");
        return match object(&key) {
            Ok(mut fields) => {
                // Templates have no field for it.
                fields.entry("schema").or_insert(json!(1));
                Policy::judged(fault::from_value(&Value::Object(fields)), source)
            }
            Err(error) => broken(source, &error.to_string()),
        };
    }
    Policy::Absent
}

fn object(key: &Key) -> windows_registry::Result<Map<String, Value>> {
    let mut fields = Map::new();
    for (name, value) in key.values()? {
        let value = match value.ty() {
            Type::U32 => {
                let number = u32::try_from(value)?;
                if NUMBERS.contains(&name.as_str()) {
                    json!(number)
                } else {
                    json!(number != 0)
                }
            }
            _ => Value::String(String::try_from(value)?),
        };
        fields.insert(name, value);
    }
    for name in key.keys()? {
        let below = key.open(&name)?;
        let value = if LISTS.contains(&name.as_str()) {
            list(&name, &below)?
        } else {
            Value::Object(object(&below)?)
        };
        fields.insert(name, value);
    }
    Ok(fields)
}

/// The values of a key by their names, which are numbers.
fn list(name: &str, key: &Key) -> windows_registry::Result<Value> {
    let mut rows: Vec<(String, String)> = Vec::new();
    for (place, value) in key.values()? {
        rows.push((place, String::try_from(value)?));
    }
    rows.sort_by_key(|(place, _)| (place.parse::<u32>().unwrap_or(u32::MAX), place.clone()));
    let texts = rows.into_iter().map(|(_, text)| text);
    Ok(texts.map(|text| row(name, text)).collect())
}

/// A server is an address, or an object as JSON.
fn row(name: &str, text: String) -> Value {
    if name != "servers" {
        return Value::String(text);
    }
    match serde_json::from_str(&text) {
        Ok(server @ Value::Object(_)) => server,
        Ok(_) | Err(_) => json!({ "address": text }),
    }
}
