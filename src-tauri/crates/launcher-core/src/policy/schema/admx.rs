//! [`Admx`]: the template for group policies of Windows, without its texts.

mod editor;
mod made;
mod rules;

use serde::{Deserialize, Serialize};

pub(super) use made::{SUPPORTED, chosen, explained};

pub(super) const FILE: &str = "OpenMeetingsLauncher.admx";

pub(super) const NAMESPACE: &str = "http://www.microsoft.com/GroupPolicy/PolicyDefinitions";

/// Of the template; its texts need at least that. It grows with what they say.
pub(super) const REVISION: &str = "1.0";

pub(super) const SCHEMA_VERSION: &str = "1.0";

/// The template.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "policyDefinitions", rename_all = "camelCase")]
pub(super) struct Admx {
    #[serde(rename = "@xmlns")]
    xmlns: String,
    #[serde(rename = "@revision")]
    revision: String,
    #[serde(rename = "@schemaVersion")]
    schema_version: String,
    policy_namespaces: Namespaces,
    resources: Resources,
    supported_on: SupportedOn,
    categories: Categories,
    policies: Policies,
}

#[derive(Debug, Serialize, Deserialize)]
struct Namespaces {
    target: Namespace,
}

#[derive(Debug, Serialize, Deserialize)]
struct Namespace {
    #[serde(rename = "@prefix")]
    prefix: String,
    #[serde(rename = "@namespace")]
    namespace: String,
}

#[derive(Debug, Serialize, Deserialize)]
struct Resources {
    #[serde(rename = "@minRequiredRevision")]
    min_required_revision: String,
}

#[derive(Debug, Serialize, Deserialize)]
struct SupportedOn {
    definitions: Definitions,
}

#[derive(Debug, Serialize, Deserialize)]
struct Definitions {
    definition: Vec<Definition>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Definition {
    #[serde(rename = "@name")]
    name: String,
    #[serde(rename = "@displayName")]
    display_name: String,
}

#[derive(Debug, Serialize, Deserialize)]
struct Categories {
    category: Vec<Category>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Category {
    #[serde(rename = "@name")]
    name: String,
    #[serde(rename = "@displayName")]
    display_name: String,
    #[serde(rename = "@explainText")]
    explain_text: String,
    #[serde(
        rename = "parentCategory",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    parent: Option<Reference>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Reference {
    #[serde(rename = "@ref")]
    to: String,
}

#[derive(Debug, Serialize, Deserialize)]
struct Policies {
    policy: Vec<Policy>,
}

/// What an administrator enables or disables.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Policy {
    #[serde(rename = "@name")]
    pub(super) name: String,
    #[serde(rename = "@class")]
    class: String,
    #[serde(rename = "@displayName")]
    display_name: String,
    #[serde(rename = "@explainText")]
    explain_text: String,
    #[serde(
        rename = "@presentation",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    presentation: Option<String>,
    #[serde(rename = "@key")]
    pub(super) key: String,
    #[serde(
        rename = "@valueName",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub(super) value_name: Option<String>,
    parent_category: Reference,
    supported_on: Reference,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) enabled_value: Option<Holder>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) disabled_value: Option<Holder>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) disabled_list: Option<DisabledList>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) elements: Option<Elements>,
}

/// What holds a value.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Holder {
    #[serde(rename = "$value")]
    pub(super) value: Given,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum Given {
    Decimal(Decimal),
    String(String),
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Decimal {
    #[serde(rename = "@value")]
    pub(super) value: u32,
}

/// The values that are written when a policy is disabled.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct DisabledList {
    pub(super) item: Vec<DisabledItem>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct DisabledItem {
    #[serde(rename = "@key")]
    pub(super) key: String,
    #[serde(rename = "@valueName")]
    pub(super) value_name: String,
    pub(super) value: Holder,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Elements {
    #[serde(rename = "$value")]
    pub(super) element: Element,
}

/// What is asked for when a policy is enabled.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum Element {
    Text(TextElement),
    Enum(EnumElement),
    Decimal(DecimalElement),
    List(ListElement),
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct TextElement {
    #[serde(rename = "@id")]
    id: String,
    #[serde(rename = "@valueName")]
    pub(super) value_name: String,
    #[serde(rename = "@required")]
    required: bool,
    #[serde(rename = "@maxLength")]
    pub(super) max_length: u64,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct EnumElement {
    #[serde(rename = "@id")]
    id: String,
    #[serde(rename = "@valueName")]
    pub(super) value_name: String,
    #[serde(rename = "@required")]
    required: bool,
    pub(super) item: Vec<EnumItem>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct EnumItem {
    #[serde(rename = "@displayName")]
    display_name: String,
    pub(super) value: Holder,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct DecimalElement {
    #[serde(rename = "@id")]
    id: String,
    #[serde(rename = "@valueName")]
    pub(super) value_name: String,
    #[serde(rename = "@required")]
    required: bool,
    #[serde(rename = "@minValue")]
    pub(super) min_value: u64,
    #[serde(rename = "@maxValue")]
    pub(super) max_value: u64,
}

/// Its values are called by their number behind the prefix.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ListElement {
    #[serde(rename = "@id")]
    id: String,
    #[serde(rename = "@key")]
    pub(super) key: String,
    #[serde(rename = "@valuePrefix")]
    pub(super) value_prefix: String,
}
