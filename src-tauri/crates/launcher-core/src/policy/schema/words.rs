//! [`Words`]: the texts of the templates in a language.

use std::cell::RefCell;
use std::collections::BTreeSet;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

/// The texts of the templates in a language.
pub(super) struct Words {
    bundle: FluentBundle<FluentResource>,
    /// Every text there is.
    all: BTreeSet<String>,
    asked: RefCell<BTreeSet<String>>,
}

impl Words {
    pub(super) fn english() -> Self {
        Self::new("en", include_str!("words/en.ftl"))
    }

    pub(super) fn german() -> Self {
        Self::new("de", include_str!("words/de.ftl"))
    }

    fn new(language: &str, file: &str) -> Self {
        let mut bundle = FluentBundle::new(vec![language.parse().unwrap()]);
        bundle.set_use_isolating(false);
        let resource = FluentResource::try_new(file.to_owned()).unwrap();
        bundle.add_resource(resource).unwrap();
        let keys = file.lines().filter_map(|line| line.split_once(" ="));
        let keys = keys.map(|(key, _)| key.to_owned());
        Self {
            bundle,
            all: keys.filter(|key| !key.starts_with([' ', '#'])).collect(),
            asked: RefCell::default(),
        }
    }

    pub(super) fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    pub(super) fn say_with(&self, key: &str, values: &[(&str, u64)]) -> String {
        let pattern = self.bundle.get_message(key).and_then(|said| said.value());
        let Some(pattern) = pattern else {
            panic!("no text for {key}");
        };
        self.asked.borrow_mut().insert(key.to_owned());
        let mut args = FluentArgs::new();
        for (name, value) in values {
            // No marks between the digits.
            args.set(*name, FluentValue::from(value.to_string()));
        }
        let mut faults = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&args), &mut faults);
        assert!(faults.is_empty(), "{key}: {faults:?}");
        text.into_owned()
    }

    /// A text that not every language has.
    pub(super) fn say_if_there(&self, key: &str) -> Option<String> {
        self.all.contains(key).then(|| self.say(key))
    }

    /// The texts that nobody asked for.
    pub(super) fn left_over(&self) -> Vec<String> {
        let asked = self.asked.borrow();
        self.all.difference(&asked).cloned().collect()
    }
}
