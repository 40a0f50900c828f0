//! [`Adml`]: the texts of the template for group policies in a language.

use serde::{Deserialize, Serialize};

use super::admx::{NAMESPACE, REVISION, SCHEMA_VERSION, SUPPORTED, chosen, explained};
use super::field::{Field, Section, Shape};
use super::words::Words;

pub(super) const ENGLISH: &str = "en-US/OpenMeetingsLauncher.adml";
pub(super) const GERMAN: &str = "de-DE/OpenMeetingsLauncher.adml";

/// The texts.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "policyDefinitionResources", rename_all = "camelCase")]
pub(super) struct Adml {
    #[serde(rename = "@xmlns")]
    xmlns: String,
    #[serde(rename = "@revision")]
    revision: String,
    #[serde(rename = "@schemaVersion")]
    schema_version: String,
    display_name: String,
    description: String,
    resources: Resources,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Resources {
    string_table: StringTable,
    presentation_table: PresentationTable,
}

#[derive(Debug, Serialize, Deserialize)]
struct StringTable {
    string: Vec<Text>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Text {
    #[serde(rename = "@id")]
    id: String,
    #[serde(rename = "$text")]
    text: String,
}

#[derive(Debug, Serialize, Deserialize)]
struct PresentationTable {
    presentation: Vec<Presentation>,
}

/// What is shown where a value is asked for.
#[derive(Debug, Serialize, Deserialize)]
struct Presentation {
    #[serde(rename = "@id")]
    id: String,
    #[serde(rename = "$value")]
    control: Control,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Control {
    TextBox(TextBox),
    DropdownList(DropdownList),
    DecimalTextBox(DecimalTextBox),
    ListBox(ListBox),
}

#[derive(Debug, Serialize, Deserialize)]
struct TextBox {
    #[serde(rename = "@refId")]
    element: String,
    label: String,
}

#[derive(Debug, Serialize, Deserialize)]
struct DropdownList {
    #[serde(rename = "@refId")]
    element: String,
    /// In the order of the template.
    #[serde(rename = "@noSort")]
    no_sort: bool,
    #[serde(rename = "$text")]
    label: String,
}

#[derive(Debug, Serialize, Deserialize)]
struct DecimalTextBox {
    #[serde(rename = "@refId")]
    element: String,
    #[serde(rename = "@defaultValue")]
    default_value: u64,
    #[serde(rename = "$text")]
    label: String,
}

#[derive(Debug, Serialize, Deserialize)]
struct ListBox {
    #[serde(rename = "@refId")]
    element: String,
    #[serde(rename = "$text")]
    label: String,
}

impl Adml {
    pub(super) fn of(fields: &[Field], words: &Words) -> Self {
        let mut string = vec![text(SUPPORTED, words.say("supported"))];
        string.extend(Section::ALL.into_iter().flat_map(|one| section(one, words)));
        string.extend(fields.iter().flat_map(|field| texts(field, words)));
        Self {
            xmlns: NAMESPACE.to_owned(),
            revision: REVISION.to_owned(),
            schema_version: SCHEMA_VERSION.to_owned(),
            display_name: words.say("section"),
            description: words.say("about"),
            resources: Resources {
                string_table: StringTable { string },
                presentation_table: PresentationTable {
                    presentation: fields
                        .iter()
                        .filter_map(|field| presentation(field, words))
                        .collect(),
                },
            },
        }
    }

    /// The names of its texts.
    pub(super) fn texts(&self) -> Vec<&str> {
        let texts = self.resources.string_table.string.iter();
        texts.map(|text| &*text.id).collect()
    }

    /// The names of its presentations, each with the element that it asks for.
    pub(super) fn presentations(&self) -> Vec<(&str, &str)> {
        let presentations = &self.resources.presentation_table.presentation;
        let each = presentations.iter().map(|presentation| {
            let element = match &presentation.control {
                Control::TextBox(control) => &control.element,
                Control::DropdownList(control) => &control.element,
                Control::DecimalTextBox(control) => &control.element,
                Control::ListBox(control) => &control.element,
            };
            (&*presentation.id, &**element)
        });
        each.collect()
    }
}

fn text(id: &str, text: String) -> Text {
    Text {
        id: id.to_owned(),
        text,
    }
}

fn section(section: Section, words: &Words) -> [Text; 2] {
    let key = match section.name() {
        None => "section".to_owned(),
        Some(name) => format!("section-{name}"),
    };
    let category = section.category();
    [
        text(category, words.say(&key)),
        text(&explained(category), words.say(&format!("{key}-explained"))),
    ]
}

fn texts(field: &Field, words: &Words) -> Vec<Text> {
    let (id, name) = (field.id(), &field.name);
    let mut texts = vec![
        text(&id, words.say(name)),
        text(&explained(&id), explanation(field, words)),
    ];
    if let Shape::Choice(choices) = &field.shape {
        texts.extend(choices.iter().map(|choice| {
            let said = words.say(&format!("{name}-{choice}"));
            text(&chosen(&id, choice), said)
        }));
    }
    texts
}

/// What a field is, who can change it, and what the three states of it mean.
fn explanation(field: &Field, words: &Words) -> String {
    let name = &field.name;
    // English stands in the schema.
    let described = words.say_if_there(&format!("{name}-described"));
    let described = described.unwrap_or_else(|| field.description.clone());
    let rows = words.say_if_there(&format!("{name}-rows"));
    let section = field.section.name();
    let section = section.map(|section| words.say(&format!("section-{section}-explained")));
    let states = match &field.shape {
        Shape::Switch => words.say("switch-explained"),
        Shape::Line(most) => words.say_with("line-explained", &[("most", *most)]),
        Shape::Choice(_) => words.say("choice-explained"),
        Shape::Minutes(minutes) => {
            let bounds = [("least", minutes.least), ("most", minutes.most)];
            words.say_with("minutes-explained", &bounds)
        }
        Shape::List => words.say("list-explained"),
    };
    let all = [Some(described), rows, section, Some(states)];
    all.into_iter().flatten().collect::<Vec<_>>().join("\n\n")
}

fn presentation(field: &Field, words: &Words) -> Option<Presentation> {
    let (id, element) = (field.id(), field.id());
    let label = words.say(&field.name);
    let control = match &field.shape {
        Shape::Switch => return None,
        Shape::Line(_) => Control::TextBox(TextBox { element, label }),
        Shape::Choice(_) => Control::DropdownList(DropdownList {
            element,
            no_sort: true,
            label,
        }),
        Shape::Minutes(minutes) => Control::DecimalTextBox(DecimalTextBox {
            element,
            default_value: minutes.usual,
            label,
        }),
        Shape::List => Control::ListBox(ListBox { element, label }),
    };
    Some(Presentation { id, control })
}
