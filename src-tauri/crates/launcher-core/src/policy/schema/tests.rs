//! What schema, reader, template and texts have to agree on.

use std::collections::BTreeSet;

use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::{Value, json};

use super::adml::{self, Adml};
use super::admx::{self, Admx};
use super::field::resolved;
use super::{EXAMPLE, SCHEMA, found, schema};
use crate::policy::fault;

/// The schema in the tree.
struct Judge {
    schemas: Schemas,
    schema: SchemaIndex,
}

impl Judge {
    fn new() -> Self {
        let mut schemas = Schemas::new();
        let mut compiler = Compiler::new();
        let text = serde_json::from_str(&found(SCHEMA)).unwrap();
        compiler.add_resource(SCHEMA, text).unwrap();
        let schema = compiler.compile(SCHEMA, &mut schemas).unwrap();
        Self { schemas, schema }
    }

    fn takes(&self, policy: &Value) -> bool {
        self.schemas.validate(policy, self.schema).is_ok()
    }
}

fn example() -> Value {
    serde_json::from_str(&found(EXAMPLE)).unwrap()
}

/// The places of all values in a value, the whole first.
fn places(value: &Value, at: &str, places: &mut Vec<String>) {
    places.push(at.to_owned());
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                self::places(value, &format!("{at}/{name}"), places);
            }
        }
        Value::Array(rows) => {
            for (number, value) in rows.iter().enumerate() {
                self::places(value, &format!("{at}/{number}"), places);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// What each value is replaced by: something for each place that is taken there, and
/// what lies just beyond the bounds.
fn others() -> Vec<Value> {
    vec![
        json!(null),
        json!(true),
        json!(-1),
        json!(0),
        json!(1),
        json!(2),
        json!(60),
        json!(61),
        json!(1440),
        json!(1441),
        json!(u64::from(u32::MAX) + 1),
        json!(""),
        json!(" "),
        json!("never"),
        json!("dark"),
        json!("two\nlines"),
        json!("*.example.org"),
        json!("ftp://example.org"),
        json!("http://[::1]:5080/openmeetings/#room/1"),
        json!("x".repeat(255)),
        json!("ä".repeat(256)),
        json!([]),
        json!(["/ca.pem"]),
        json!(["ca.pem"]),
        json!({}),
        json!({ "address": "https://meet.example.org/" }),
        json!({ "other": 1 }),
    ]
}

/// The example with each of its values changed in many ways, each with what was
/// done to it.
fn variants() -> Vec<(String, Value)> {
    let example = example();
    let mut all = Vec::new();
    places(&example, "", &mut all);
    let mut variants = Vec::new();
    for place in all {
        for other in others() {
            let mut changed = example.clone();
            let change = format!("{place}: {other}");
            *changed.pointer_mut(&place).unwrap() = other;
            variants.push((change, changed));
        }
        let mut grown = example.clone();
        if let Some(fields) = grown.pointer_mut(&place).unwrap().as_object_mut() {
            fields.insert("autoJion".to_owned(), json!(false));
            variants.push((format!("{place} with another field"), grown));
        }
        let (parent, name) = place.rsplit_once('/').unwrap_or_default();
        let mut shrunk = example.clone();
        if let Some(fields) = shrunk.pointer_mut(parent).unwrap().as_object_mut()
            && fields.remove(name).is_some()
        {
            variants.push((format!("without {place}"), shrunk));
        }
    }
    variants
}

#[cfg(unix)]
#[test]
fn the_reader_and_the_schema_agree_on_what_is_a_policy() {
    let judge = Judge::new();
    let (mut taken, mut refused) = (0, 0);
    let mut quarrels = Vec::new();
    for (change, policy) in variants() {
        let read = fault::parse(&policy.to_string());
        // What two fields say together is the reader's business alone.
        let is_of_two = matches!(&read, Err(fault) if fault.why.contains("without encryption"));
        if judge.takes(&policy) != (read.is_ok() || is_of_two) {
            quarrels.push(format!("{change}: {read:?}"));
        }
        match read {
            Ok(_) => taken += 1,
            Err(_) => refused += 1,
        }
    }
    assert!(quarrels.is_empty(), "{}", quarrels.join("\n"));
    assert!(taken > 100 && refused > 100, "{taken} and {refused}");
}

#[test]
fn the_schema_refuses_what_the_reader_finds_faults_in() {
    let judge = Judge::new();
    for (text, _, _) in fault::tests::CASES {
        let Ok(policy) = serde_json::from_str(text) else {
            continue;
        };
        assert!(!judge.takes(&policy), "{text}");
    }
}

#[cfg(unix)]
#[test]
fn the_example_is_read_and_has_every_field_once() {
    let example = example();
    let read = fault::parse(&found(EXAMPLE)).unwrap();
    assert!(Judge::new().takes(&example));
    assert_eq!(
        serde_json::to_value(&read).unwrap()["servers"][0]["name"],
        "Campus"
    );
    let schema = schema();
    let names = |shape: &Value| -> Vec<String> {
        let fields = resolved(&schema, shape)["properties"].as_object();
        let mut names: Vec<String> = fields.unwrap().keys().cloned().collect();
        names.sort();
        names
    };
    let given = |objects: &[&Value]| -> Vec<String> {
        let fields = objects
            .iter()
            .flat_map(|object| object.as_object().unwrap());
        let mut names: Vec<String> = fields.map(|(name, _)| name.clone()).collect();
        names.sort();
        names
    };
    let top = &schema["properties"];
    assert_eq!(given(&[&example]), names(&schema));
    assert_eq!(
        given(&[&example["servers"][0]]),
        names(&top["servers"]["items"])
    );
    assert_eq!(
        given(&[&example["settings"], &example["defaults"]]),
        names(&top["settings"])
    );
}

/// What stands between `before` and `)` wherever it is in a text.
fn references<'a>(text: &'a str, before: &str) -> Vec<&'a str> {
    let rest = text.split(before).skip(1);
    rest.map(|rest| rest.split_once(')').unwrap().0).collect()
}

#[test]
fn every_reference_of_the_template_has_its_text_and_no_text_is_left_over() {
    let template = found(admx::FILE);
    let set = |names: &[&str]| -> BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    };
    for file in [adml::ENGLISH, adml::GERMAN] {
        let texts: Adml = quick_xml::de::from_str(&found(file)).unwrap();
        let strings = texts.texts();
        assert_eq!(strings.len(), set(&strings).len(), "{file}: a text twice");
        let wanted = set(&references(&template, "$(string."));
        assert_eq!(set(&strings), wanted, "{file}");
        let shown: Vec<&str> = texts.presentations().iter().map(|(id, _)| *id).collect();
        let wanted = set(&references(&template, "$(presentation."));
        assert_eq!(shown.len(), wanted.len(), "{file}");
        assert_eq!(set(&shown), wanted, "{file}");
    }
}

#[test]
fn the_template_names_everything_once_and_refers_to_what_is_there() {
    let template: Admx = quick_xml::de::from_str(&found(admx::FILE)).unwrap();
    assert_eq!(template.faults(), [""; 0]);
    let texts: Adml = quick_xml::de::from_str(&found(adml::ENGLISH)).unwrap();
    let asked: BTreeSet<_> = texts.presentations().into_iter().collect();
    let elements: BTreeSet<_> = template.elements().into_iter().collect();
    assert_eq!(asked, elements);
}
