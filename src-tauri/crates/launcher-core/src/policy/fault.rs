//! [`Fault`]: what is wrong with a policy, and where; and the reading that
//! finds it.

use std::fmt;
use std::ops::RangeInclusive;

use openmeetings_client::BaseUrl;
use serde::de::{self, Deserialize, Deserializer};
use serde_json::Value;

use super::document::{Document, SCHEMA};
use super::minutes::{self, Minutes};
use super::object::Object;
use crate::profile::same_name;
use crate::trust::Endpoint;

/// Longer texts are mistakes.
pub(super) const LONGEST: usize = 255;

/// What is wrong with a policy, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fault {
    /// Counted from 1; none where the policy has no lines.
    pub line: Option<usize>,
    /// As in `servers[0].address`; empty for the whole.
    pub field: String,
    /// In English, for the administrator.
    pub why: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.why)
    }
}

impl std::error::Error for Fault {}

impl Fault {
    pub(super) fn of(field: impl Into<String>, why: impl Into<String>) -> Self {
        Self {
            line: None,
            field: field.into(),
            why: why.into(),
        }
    }

    /// Finds the line on which a value stands.
    fn on_the_line_of(mut self, value: &str, text: &str) -> Self {
        let quoted = Value::from(value).to_string();
        let found = text.lines().position(|line| line.contains(&quoted));
        self.line = found.map(|line| line + 1);
        self
    }
}

/// Reads a policy, and refuses what could mean something else.
pub(super) fn parse(text: &str) -> Result<Document, Fault> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let Object(document) =
        serde_path_to_error::deserialize(&mut reader).map_err(|error| of_path(&error))?;
    reader.end().map_err(|error| of_json("", &error))?;
    judged(document, text)
}

/// As [`parse`], for a policy that has no lines.
#[cfg(any(test, not(target_os = "linux")))]
pub(super) fn from_value(value: &Value) -> Result<Document, Fault> {
    let Object(document) = serde_path_to_error::deserialize(value).map_err(|error| {
        let field = field(error.path());
        Fault::of(field, error.into_inner().to_string())
    })?;
    judged(document, "")
}

fn of_path(error: &serde_path_to_error::Error<serde_json::Error>) -> Fault {
    let field = field(error.path());
    of_json(&field, error.inner())
}

fn of_json(field: &str, error: &serde_json::Error) -> Fault {
    let why = error.to_string();
    // It stands in `line`.
    let why = why.rsplit_once(" at line ").map_or(&*why, |(why, _)| why);
    Fault {
        line: Some(error.line()).filter(|line| *line > 0),
        field: field.to_owned(),
        why: without_value(why),
    }
}

/// Without the text that stands where something else belongs: whoever reads this
/// is told the place, and the text may be a password.
fn without_value(why: &str) -> String {
    let parts = why.split_once(": string \"").and_then(|(what, rest)| {
        let (_, expected) = rest.rsplit_once("\", expected ")?;
        Some((what, expected))
    });
    match parts {
        Some((what, expected)) => format!("{what}: a text, expected {expected}"),
        None => why.to_owned(),
    }
}

fn field(path: &serde_path_to_error::Path) -> String {
    let path = path.to_string();
    // What the crate says of the top, and of a place before any field.
    if path == "." || path == "?" {
        String::new()
    } else {
        path
    }
}

/// What no single field shows.
fn judged(document: Document, text: &str) -> Result<Document, Fault> {
    for (number, server) in document.servers.iter().enumerate() {
        let before = &document.servers[..number];
        if before.iter().any(|other| other.address == server.address) {
            let address = server.address.to_string();
            let field = format!("servers[{number}].address");
            return Err(Fault::of(field, format!("{address} is there twice")));
        }
        if server.public_key.is_some() && !server.address.is_https() {
            let field = format!("servers[{number}].publicKey");
            return Err(Fault::of(field, "a server without encryption shows no key"));
        }
        let at = Endpoint::from(&server.address);
        if before.iter().any(|other| {
            Endpoint::from(&other.address) == at && other.public_key != server.public_key
        }) {
            let field = format!("servers[{number}].publicKey");
            return Err(Fault::of(field, format!("{at} has one key, for all paths")));
        }
        if let Some(name) = &server.name
            && before
                .iter()
                .filter_map(|other| other.name.as_deref())
                .any(|other| same_name(other, name))
        {
            let field = format!("servers[{number}].name");
            let fault = Fault::of(field, format!("two servers are called {name}"));
            return Err(fault.on_the_line_of(name, text));
        }
    }
    for (number, path) in document.certificate_authorities.iter().enumerate() {
        if !path.is_absolute() {
            let field = format!("certificateAuthorities[{number}]");
            let fault = Fault::of(field, "the path must begin at the top");
            return Err(fault.on_the_line_of(&path.to_string_lossy(), text));
        }
    }
    Ok(document)
}

pub(super) fn schema<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    let schema = u32::deserialize(deserializer)?;
    if schema == SCHEMA {
        return Ok(schema);
    }
    Err(de::Error::custom(format!(
        "this version reads schema {SCHEMA}, not {schema}"
    )))
}

/// What is given has a value: with `null` nobody knows whether the lock was
/// meant.
pub(super) fn given<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    T::deserialize(deserializer).map(Some)
}

/// An address as it is written out: what is pasted elsewhere may be broken over
/// lines, and a policy is not.
pub(super) fn address<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BaseUrl, D::Error> {
    let text = String::deserialize(deserializer)?;
    if text.contains(char::is_whitespace) {
        return Err(de::Error::custom("blanks are in the address"));
    }
    BaseUrl::parse(&text).map_err(de::Error::custom)
}

/// A text that can stand on one line.
pub(super) fn line<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let text = String::deserialize(deserializer)?.trim().to_owned();
    if text.is_empty() {
        return Err(de::Error::custom("nothing stands in it"));
    }
    if text.chars().count() > LONGEST {
        return Err(de::Error::custom(format!("longer than {LONGEST} letters")));
    }
    if text.chars().any(char::is_control) {
        return Err(de::Error::custom("it holds control characters"));
    }
    Ok(Some(text))
}

pub(super) fn reminding<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Minutes>, D::Error> {
    within(deserializer, &minutes::REMINDING)
}

pub(super) fn refreshing<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Minutes>, D::Error> {
    within(deserializer, &minutes::REFRESHING)
}

fn within<'de, D: Deserializer<'de>>(
    deserializer: D,
    bounds: &RangeInclusive<u16>,
) -> Result<Option<Minutes>, D::Error> {
    let minutes = Minutes::deserialize(deserializer)?;
    match minutes {
        Minutes::Number(number) if !bounds.contains(&number) => {
            let (least, most) = bounds.clone().into_inner();
            Err(de::Error::custom(format!(
                "{number} is not within {least} and {most}"
            )))
        }
        Minutes::Number(_) | Minutes::Never => Ok(Some(minutes)),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Policies with a fault, its line and its field.
    pub(in crate::policy) const CASES: [(&str, Option<usize>, &str); 7] = [
        ("{\n \"schema\": 2}", Some(2), "schema"),
        (
            "{\n \"schema\": 1,\n \"autoJoin\": false}",
            Some(3),
            "autoJoin",
        ),
        (
            "{\"schema\": 1,\n \"servers\": [\n {\"address\": \"ftp://a\"}]}",
            Some(3),
            "servers[0].address",
        ),
        (
            "{\"schema\": 1, \"settings\":\n {\"remindMinutes\":\n 61}}",
            Some(3),
            "settings.remindMinutes",
        ),
        ("{\"schema\": 1,\n\n", Some(3), ""),
        ("{\"schema\": 1}\n{}", Some(2), ""),
        (
            "{\"schema\": 1, \"certificateAuthorities\": [\n\"here.pem\"]}",
            Some(2),
            "certificateAuthorities[0]",
        ),
    ];

    fn fault(text: &str) -> (Option<usize>, String) {
        let fault = parse(text).unwrap_err();
        (fault.line, fault.field)
    }

    #[test]
    fn a_fault_is_found_with_its_line_and_field() {
        for (text, line, field) in CASES {
            assert_eq!(fault(text), (line, field.to_owned()), "{text}");
        }
    }

    #[test]
    fn a_list_of_values_is_no_object() {
        for text in [
            r#"{"schema": 1, "settings": []}"#,
            r#"{"schema": 1, "servers": [["https://meet.example.org/"]]}"#,
            r#"["", 1, "Example Ltd", "help", [], [], [], true, {}, {}]"#,
        ] {
            assert!(parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn null_is_no_value() {
        let faults = [
            ("{\"schema\": 1, \"updates\": null}", "updates"),
            (
                "{\"schema\": 1, \"settings\": {\"theme\": null}}",
                "settings.theme",
            ),
        ];
        for (text, field) in faults {
            assert_eq!(fault(text).1, field, "{text}");
        }
    }

    #[test]
    fn an_editor_may_be_told_where_the_schema_stands() {
        let with = r#"{"$schema": "policy.schema.json", "schema": 1, "updates": false}"#;
        let without = r#"{"schema": 1, "updates": false}"#;
        let told = Document {
            for_editors: Some("policy.schema.json".to_owned()),
            ..parse(without).unwrap()
        };
        assert_eq!(parse(with), Ok(told));
        assert_eq!(fault(r#"{"$schema": 5, "schema": 1}"#).1, "$schema");
        // Only at the top.
        let deeper = r#"{"schema": 1, "settings": {"$schema": "policy.schema.json"}}"#;
        assert_eq!(fault(deeper).1, "settings.$schema");
    }

    #[test]
    fn a_policy_is_written_as_it_is_read() {
        let text = r#"{"schema":1,"organisation":"Example Ltd","servers":[{"address":"https://meet.example.org/openmeetings/","login":"{user}"}],"allowedServers":["*.example.org"],"updates":false,"settings":{"remindMinutes":"never","autoJoin":false},"defaults":{"refreshMinutes":30}}"#;
        let document = parse(text).unwrap();
        assert_eq!(serde_json::to_string(&document).unwrap(), text);
        assert_eq!(
            from_value(&serde_json::from_str(text).unwrap()),
            Ok(document)
        );
    }
}
