//! What the schema of templates cannot say, and the editor of group policies wants.

use std::collections::BTreeSet;

use super::{Admx, Element};

impl Admx {
    /// Names that are there twice, and references to what is not there.
    pub(in crate::policy::schema) fn faults(&self) -> Vec<String> {
        let categories = self.categories.category.iter();
        let categories: Vec<&str> = categories.map(|category| &*category.name).collect();
        let supported = self.supported_on.definitions.definition.iter();
        let supported: Vec<&str> = supported.map(|version| &*version.name).collect();
        let policies = &self.policies.policy;
        let names: Vec<&str> = policies.iter().map(|policy| &*policy.name).collect();
        let mut faults = twice("category", &categories);
        faults.extend(twice("supportedOn", &supported));
        faults.extend(twice("policy", &names));
        let parents = self.categories.category.iter();
        let parents = parents.filter_map(|category| category.parent.as_ref());
        let of_policies = policies.iter().map(|policy| &policy.parent_category);
        let missing = parents.chain(of_policies).map(|parent| &parent.to);
        let missing = missing.filter(|to| !categories.contains(&&***to));
        faults.extend(missing.map(|to| format!("no category {to}")));
        let missing = policies.iter().map(|policy| &policy.supported_on.to);
        let missing = missing.filter(|to| !supported.contains(&&***to));
        faults.extend(missing.map(|to| format!("nothing supports {to}")));
        if self.resources.min_required_revision != self.revision {
            faults.push("its texts may be older".to_owned());
        }
        faults
    }

    /// The policies that ask for something, each with the element that asks.
    pub(in crate::policy::schema) fn elements(&self) -> Vec<(&str, &str)> {
        let policies = self.policies.policy.iter();
        let each = policies.filter_map(|policy| {
            let id = match &policy.elements.as_ref()?.element {
                Element::Text(element) => &element.id,
                Element::Enum(element) => &element.id,
                Element::Decimal(element) => &element.id,
                Element::List(element) => &element.id,
            };
            Some((&*policy.name, &**id))
        });
        each.collect()
    }
}

fn twice(kind: &str, names: &[&str]) -> Vec<String> {
    let mut known = BTreeSet::new();
    let again = names.iter().filter(|name| !known.insert(**name));
    again.map(|name| format!("{kind} {name} twice")).collect()
}
