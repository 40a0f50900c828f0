//! What administrators deploy, written from the types that read a policy, and the
//! written files held against them: `cargo xtask templates` renews them.

mod adml;
mod admx;
mod current;
mod field;
mod mobileconfig;
pub(super) mod shape;
mod tests;
mod words;
mod xml;

use std::path::{Path, PathBuf};

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform as _};
use serde_json::{Map, Value};

use super::document::Document;

/// Where the files are.
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../policy");

const SCHEMA: &str = "policy.schema.json";

/// A policy with every field in it.
const EXAMPLE: &str = "policy.json";

/// A file of those for administrators.
fn path(name: &str) -> PathBuf {
    Path::new(FOLDER).join(name)
}

/// What stands in a file; nothing without it.
fn found(name: &str) -> String {
    std::fs::read_to_string(path(name)).unwrap_or_default()
}

/// The schema of a policy.
fn schema() -> Value {
    let mut schema = SchemaSettings::draft2020_12()
        .into_generator()
        .into_root_schema_for::<Document>();
    RecursiveTransform(tidy).transform(&mut schema);
    schema.insert("title".to_owned(), "Policy of OpenMeetings Launcher".into());
    schema.to_value()
}

/// Nothing is `null` in a policy, and descriptions are wrapped by who shows them.
fn tidy(schema: &mut Schema) {
    let Some(fields) = schema.as_object_mut() else {
        return;
    };
    if let Some(Value::String(description)) = fields.get_mut("description") {
        *description = description.replace('\n', " ");
    }
    if let Some(Value::Array(types)) = fields.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = &types[..] {
            let only = only.clone();
            fields.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(mut choices)) = fields.remove("anyOf") {
        choices.retain(|choice| choice["type"] != "null");
        match &choices[..] {
            [Value::Object(only)] => fields.extend(only.clone()),
            _ => {
                fields.insert("anyOf".to_owned(), Value::Array(choices));
            }
        }
    }
}

/// The order of fields is another one where a crate of the build wants it so.
fn sorted(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let mut rows: Vec<(String, Value)> = fields.into_iter().collect();
            rows.sort_by(|(one, _), (other, _)| one.cmp(other));
            let rows = rows.into_iter().map(|(name, value)| (name, sorted(value)));
            Value::Object(rows.collect::<Map<_, _>>())
        }
        Value::Array(rows) => Value::Array(rows.into_iter().map(sorted).collect()),
        other @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_)) => other,
    }
}
