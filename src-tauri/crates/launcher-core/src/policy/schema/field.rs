//! [`Field`]: what a template asks an administrator for, taken from the schema.

use serde_json::Value;

use crate::policy::minutes::NEVER;
use crate::settings::Settings;

/// The part of a policy that a field stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    /// The policy itself.
    Top,
    Settings,
    Defaults,
}

/// How a field is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Switch,
    /// One line, of at most so many letters.
    Line(u64),
    /// One of these.
    Choice(Vec<String>),
    Minutes(Minutes),
    /// Any number of lines.
    List,
}

/// Numbers of minutes; the word for never goes too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Minutes {
    pub(super) least: u64,
    pub(super) most: u64,
    /// What is built in.
    pub(super) usual: u64,
}

/// What a template asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Field {
    pub(super) section: Section,
    /// As in the policy.
    pub(super) name: String,
    pub(super) shape: Shape,
    /// In English.
    pub(super) description: String,
}

impl Section {
    pub(super) const ALL: [Self; 3] = [Self::Top, Self::Settings, Self::Defaults];

    /// The field of the policy that it is; none for the policy itself.
    pub(super) fn name(self) -> Option<&'static str> {
        match self {
            Self::Top => None,
            Self::Settings => Some("settings"),
            Self::Defaults => Some("defaults"),
        }
    }

    /// Its category in a template.
    pub(super) fn category(self) -> &'static str {
        match self {
            Self::Top => "OpenMeetingsLauncher",
            Self::Settings => "Settings",
            Self::Defaults => "Defaults",
        }
    }
}

impl Field {
    /// What a template can call it by: letters, digits and
    /// lines below, and once in the template.
    pub(super) fn id(&self) -> String {
        format!("{}_{}", self.section.category(), self.name)
    }
}

/// All that templates ask for: every field but those that a carrier fills in
/// itself.
pub(super) fn all(schema: &Value) -> Vec<Field> {
    Section::ALL
        .into_iter()
        .flat_map(|section| in_section(schema, section))
        .collect()
}

fn in_section(schema: &Value, section: Section) -> Vec<Field> {
    let top = &schema["properties"];
    let fields = match section.name() {
        None => top,
        Some(name) => &resolved(schema, &top[name])["properties"],
    };
    let is_asked = |name: &str| {
        section != Section::Top || !["$schema", "schema", "settings", "defaults"].contains(&name)
    };
    let mut fields: Vec<Field> = fields
        .as_object()
        .unwrap()
        .iter()
        .filter(|(name, _)| is_asked(name))
        .map(|(name, field)| Field {
            section,
            name: name.clone(),
            shape: shape(name, resolved(schema, field)),
            description: description(field).to_owned(),
        })
        .collect();
    fields.sort_by(|one, other| one.name.cmp(&other.name));
    fields
}

/// What the administrator reads of a field.
pub(super) fn description(field: &Value) -> &str {
    field["description"].as_str().unwrap()
}

/// The definition that a field refers to, or itself.
pub(super) fn resolved<'a>(schema: &'a Value, field: &'a Value) -> &'a Value {
    match field["$ref"].as_str() {
        Some(place) => schema.pointer(place.trim_start_matches('#')).unwrap(),
        None => field,
    }
}

/// Fails on what templates cannot ask for yet.
fn shape(name: &str, field: &Value) -> Shape {
    let choices = choices(field);
    match field["type"].as_str() {
        Some("boolean") => Shape::Switch,
        Some("array") => Shape::List,
        Some("string") if choices.is_empty() => Shape::Line(field["maxLength"].as_u64().unwrap()),
        Some(_) | None if choices == [NEVER] => Shape::Minutes(minutes(name, field)),
        Some(_) | None if !choices.is_empty() => Shape::Choice(choices),
        Some(_) | None => panic!("no template has a form for {name}: {field}"),
    }
}

/// The words that a field allows.
fn choices(field: &Value) -> Vec<String> {
    let own = field["enum"].as_array().into_iter().flatten();
    let own = own.chain(field.get("const"));
    let mut words: Vec<String> = own.map(|word| word.as_str().unwrap().to_owned()).collect();
    let each = field["oneOf"].as_array().into_iter().flatten();
    words.extend(each.flat_map(choices));
    words
}

fn minutes(name: &str, field: &Value) -> Minutes {
    let built_in = serde_json::to_value(Settings::default()).unwrap();
    let numbers = &field["oneOf"][0];
    Minutes {
        least: numbers["minimum"].as_u64().unwrap(),
        most: numbers["maximum"].as_u64().unwrap(),
        usual: built_in[name].as_u64().unwrap(),
    }
}
