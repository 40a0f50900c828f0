//! The template made from the schema.

use super::{
    Admx, Categories, Category, Decimal, DecimalElement, Definition, Definitions, DisabledItem,
    DisabledList, Element, Elements, EnumElement, EnumItem, Given, Holder, ListElement, NAMESPACE,
    Namespace, Namespaces, Policies, Policy, REVISION, Reference, Resources, SCHEMA_VERSION,
    SupportedOn, TextElement,
};
use crate::policy::carrier::registry::KEY;
use crate::policy::minutes::NEVER;
use crate::policy::schema::field::{Field, Section, Shape};

/// The name of the versions that read all of it.
pub(in crate::policy::schema) const SUPPORTED: &str = "Supported";

/// The carrier looks into both halves of the registry.
const CLASS: &str = "Both";

impl Admx {
    pub(in crate::policy::schema) fn of(fields: &[Field]) -> Self {
        Self {
            xmlns: NAMESPACE.to_owned(),
            revision: REVISION.to_owned(),
            schema_version: SCHEMA_VERSION.to_owned(),
            policy_namespaces: Namespaces {
                target: Namespace {
                    prefix: "openmeetings".to_owned(),
                    namespace: "OpenMeetings.Policies.Launcher".to_owned(),
                },
            },
            resources: Resources {
                min_required_revision: REVISION.to_owned(),
            },
            supported_on: SupportedOn {
                definitions: Definitions {
                    definition: vec![Definition {
                        name: SUPPORTED.to_owned(),
                        display_name: text(SUPPORTED),
                    }],
                },
            },
            categories: Categories {
                category: Section::ALL.map(category).into(),
            },
            policies: Policies {
                policy: fields.iter().map(policy).collect(),
            },
        }
    }
}

fn category(section: Section) -> Category {
    let name = section.category();
    Category {
        display_name: text(name),
        explain_text: text(&explained(name)),
        parent: match section {
            Section::Top => None,
            Section::Settings | Section::Defaults => Some(to(Section::Top.category())),
        },
        name: name.to_owned(),
    }
}

fn policy(field: &Field) -> Policy {
    let id = field.id();
    let is_switch = field.shape == Shape::Switch;
    let switched = |value| is_switch.then(|| number(value));
    Policy {
        class: CLASS.to_owned(),
        display_name: text(&id),
        explain_text: text(&explained(&id)),
        presentation: (!is_switch).then(|| format!("$(presentation.{id})")),
        key: key(field),
        value_name: is_switch.then(|| field.name.clone()),
        parent_category: to(field.section.category()),
        supported_on: to(SUPPORTED),
        enabled_value: switched(1),
        disabled_value: switched(0),
        disabled_list: never(field),
        elements: element(field).map(|element| Elements { element }),
        name: id,
    }
}

/// The key of the registry that the field stands in.
fn key(field: &Field) -> String {
    match field.section.name() {
        None => KEY.to_owned(),
        Some(section) => format!(r"{KEY}\{section}"),
    }
}

fn element(field: &Field) -> Option<Element> {
    let (id, value_name, required) = (field.id(), field.name.clone(), true);
    match &field.shape {
        Shape::Switch => None,
        Shape::Line(most) => Some(Element::Text(TextElement {
            id,
            value_name,
            required,
            max_length: *most,
        })),
        Shape::Choice(words) => Some(Element::Enum(EnumElement {
            item: words.iter().map(|word| item(&id, word)).collect(),
            id,
            value_name,
            required,
        })),
        Shape::Minutes(minutes) => Some(Element::Decimal(DecimalElement {
            id,
            value_name,
            required,
            min_value: minutes.least,
            max_value: minutes.most,
        })),
        Shape::List => Some(Element::List(ListElement {
            id,
            key: format!(r"{}\{}", key(field), field.name),
            value_prefix: String::new(),
        })),
    }
}

/// Minutes that are switched off are the word for never.
fn never(field: &Field) -> Option<DisabledList> {
    let item = || DisabledItem {
        key: key(field),
        value_name: field.name.clone(),
        value: word(NEVER),
    };
    match field.shape {
        Shape::Minutes(_) => Some(DisabledList { item: vec![item()] }),
        Shape::Switch | Shape::Line(_) | Shape::Choice(_) | Shape::List => None,
    }
}

fn item(id: &str, choice: &str) -> EnumItem {
    EnumItem {
        display_name: text(&chosen(id, choice)),
        value: word(choice),
    }
}

/// The name of the text of a choice: letters, digits and lines below only.
pub(in crate::policy::schema) fn chosen(id: &str, choice: &str) -> String {
    format!("{id}_{}", choice.replace('-', "_"))
}

/// The name of the text that explains something.
pub(in crate::policy::schema) fn explained(name: &str) -> String {
    format!("{name}_Explained")
}

fn text(name: &str) -> String {
    format!("$(string.{name})")
}

fn to(name: &str) -> Reference {
    Reference {
        to: name.to_owned(),
    }
}

fn number(value: u32) -> Holder {
    Holder {
        value: Given::Decimal(Decimal { value }),
    }
}

fn word(word: &str) -> Holder {
    Holder {
        value: Given::String(word.to_owned()),
    }
}
