//! What the editor of group policies writes into the registry for the template, and
//! what the launcher makes of it.

use serde_json::{Map, Value, json};

use super::{Admx, DecimalElement, Element, FILE, Given, Holder, ListElement, Policy};
use crate::policy::carrier::registry::{Branch, Entry, KEY};
use crate::policy::fault;
use crate::policy::schema::field::{self, Field};
use crate::policy::schema::{EXAMPLE, found, schema};

/// A value with the key and the name it is written under.
type Written = (String, String, Entry);

fn template() -> Admx {
    quick_xml::de::from_str(&found(FILE)).unwrap()
}

impl Policy {
    /// What is written when an administrator wants a value.
    fn write(&self, wanted: &Value) -> Vec<Written> {
        let Some(elements) = &self.elements else {
            let name = self.value_name.as_ref().unwrap();
            let holder = if wanted.as_bool().unwrap() {
                &self.enabled_value
            } else {
                &self.disabled_value
            };
            return vec![self.value(name, holder.as_ref().unwrap().entry())];
        };
        match &elements.element {
            Element::Text(text) => {
                let wanted = wanted.as_str().unwrap();
                assert!(wanted.chars().count() as u64 <= text.max_length);
                vec![self.value(&text.value_name, Entry::Text(wanted.to_owned()))]
            }
            Element::Enum(choice) => {
                let wanted = Entry::Text(wanted.as_str().unwrap().to_owned());
                let mut entries = choice.item.iter().map(|item| item.value.entry());
                let entry = entries.find(|entry| *entry == wanted).unwrap();
                vec![self.value(&choice.value_name, entry)]
            }
            Element::Decimal(numbers) => vec![self.number(numbers, wanted)],
            Element::List(list) => rows(list, wanted),
        }
    }

    fn number(&self, numbers: &DecimalElement, wanted: &Value) -> Written {
        let Some(number) = wanted.as_u64() else {
            let [off] = &self.disabled_list.as_ref().unwrap().item[..] else {
                panic!("{}: one value is never", self.name);
            };
            let word = off.value.entry();
            assert_eq!(word, Entry::Text(wanted.as_str().unwrap().to_owned()));
            return (off.key.clone(), off.value_name.clone(), word);
        };
        assert!((numbers.min_value..=numbers.max_value).contains(&number));
        let entry = Entry::Number(u32::try_from(number).unwrap());
        self.value(&numbers.value_name, entry)
    }

    fn value(&self, name: &str, entry: Entry) -> Written {
        (self.key.clone(), name.to_owned(), entry)
    }
}

impl Holder {
    fn entry(&self) -> Entry {
        match &self.value {
            Given::Decimal(number) => Entry::Number(number.value),
            Given::String(text) => Entry::Text(text.clone()),
        }
    }
}

fn rows(list: &ListElement, wanted: &Value) -> Vec<Written> {
    let rows = wanted.as_array().unwrap().iter().zip(1..);
    rows.map(|(row, number)| {
        let text = row.as_str().map_or_else(|| row.to_string(), str::to_owned);
        let name = format!("{}{number}", list.value_prefix);
        (list.key.clone(), name, Entry::Text(text))
    })
    .collect()
}

/// The registry after that.
fn registry(written: Vec<Written>) -> Branch {
    let mut branch = Branch::default();
    for (key, name, entry) in written {
        let below = key.strip_prefix(KEY).unwrap();
        let mut at = &mut branch;
        for part in below.split('\\').filter(|part| !part.is_empty()) {
            let known = at.keys.iter().position(|(key, _)| key == part);
            let place = known.unwrap_or_else(|| {
                at.keys.push((part.to_owned(), Branch::default()));
                at.keys.len() - 1
            });
            at = &mut at.keys[place].1;
        }
        at.values.push((name, entry));
    }
    branch
}

/// The values for every field of the template: what the example lays down for good
/// and as a start, each in both places.
fn everything() -> Value {
    let mut policy: Value = serde_json::from_str(&found(EXAMPLE)).unwrap();
    let fields = policy.as_object_mut().unwrap();
    fields.remove("$schema");
    let mut rules = Map::new();
    for section in ["settings", "defaults"] {
        rules.extend(fields[section].as_object().unwrap().clone());
    }
    for section in ["settings", "defaults"] {
        fields.insert(section.to_owned(), json!(rules));
    }
    policy
}

fn value_of<'a>(policy: &'a Value, field: &Field) -> &'a Value {
    let section = field.section.name().map_or(policy, |name| &policy[name]);
    &section[&field.name]
}

/// The policy that writes a field.
fn policy_for<'a>(template: &'a Admx, field: &Field) -> &'a Policy {
    let mut policies = template.policies.policy.iter();
    policies.find(|policy| policy.name == field.id()).unwrap()
}

#[cfg(unix)]
#[test]
fn what_the_editor_writes_is_read_as_it_was_meant() {
    let wanted = everything();
    let (template, fields) = (template(), field::all(&schema()));
    assert_eq!(template.policies.policy.len(), fields.len());
    let written = fields.iter().flat_map(|field| {
        let value = value_of(&wanted, field);
        policy_for(&template, field).write(value)
    });
    let read = registry(written.collect()).policy();
    assert_eq!(read, wanted);
    assert_eq!(fault::from_value(&read), fault::from_value(&wanted));
    assert!(fault::from_value(&read).is_ok());
}

#[test]
fn all_that_the_editor_lets_people_choose_is_read() {
    let template = template();
    let mut tried = 0;
    for policy in &template.policies.policy {
        let choices: Vec<Value> = match policy.elements.as_ref().map(|some| &some.element) {
            None => vec![json!(true), json!(false)],
            Some(Element::Enum(choice)) => {
                let entries = choice.item.iter().map(|item| item.value.entry());
                let words = entries.map(|entry| match entry {
                    Entry::Text(word) => json!(word),
                    Entry::Number(number) => panic!("{number} is no word"),
                });
                words.collect()
            }
            Some(Element::Decimal(numbers)) => vec![
                json!(numbers.min_value),
                json!(numbers.max_value),
                json!("never"),
            ],
            Some(Element::Text(text)) => {
                let longest = usize::try_from(text.max_length).unwrap();
                vec![json!("x".repeat(longest))]
            }
            // Their rows are typed freely.
            Some(Element::List(_)) => vec![],
        };
        for choice in choices {
            let read = registry(policy.write(&choice)).policy();
            let document = fault::from_value(&read);
            assert!(document.is_ok(), "{}: {choice}: {document:?}", policy.name);
            tried += 1;
        }
    }
    assert!(tried > template.policies.policy.len());
}

#[test]
fn the_editor_lets_nobody_choose_what_is_not_read() {
    for policy in &template().policies.policy {
        let Some(elements) = &policy.elements else {
            continue;
        };
        let (name, wrong) = match &elements.element {
            Element::Decimal(numbers) => {
                let above = u32::try_from(numbers.max_value + 1).unwrap();
                (&numbers.value_name, Entry::Number(above))
            }
            Element::Text(text) => {
                let longer = usize::try_from(text.max_length + 1).unwrap();
                (&text.value_name, Entry::Text("x".repeat(longer)))
            }
            Element::Enum(choice) => (&choice.value_name, Entry::Text("other".to_owned())),
            Element::List(_) => continue,
        };
        let read = registry(vec![policy.value(name, wrong)]).policy();
        assert!(fault::from_value(&read).is_err(), "{}", policy.name);
    }
}
