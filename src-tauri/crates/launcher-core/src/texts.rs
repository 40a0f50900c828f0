//! [`Texts`]: the text catalogue of `locales/`, in one language at a time.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

const ENGLISH: &str = include_str!("../locales/en.ftl");

/// The names and values a text speaks about.
pub type Subject = BTreeMap<&'static str, String>;

/// The texts of one language, English where it lacks one.
pub struct Texts {
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    pub fn english() -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![fluent_bundle_language()]);
        // Direction marks help a window and hurt a terminal and a script.
        bundle.set_use_isolating(false);
        let resource = match FluentResource::try_new(ENGLISH.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
        Self { bundle }
    }

    /// The language, as a BCP 47 tag.
    pub fn language(&self) -> &'static str {
        "en"
    }

    /// The text of a key. A key without a text shows as itself; a test walks
    /// all keys, so nobody ever sees one.
    pub fn message(&self, key: &str, subject: &Subject) -> String {
        self.format(key, None, subject)
            .unwrap_or_else(|| key.to_owned())
    }

    /// The text that says what to do next.
    pub fn hint(&self, key: &str, subject: &Subject) -> String {
        self.format(key, Some("hint"), subject).unwrap_or_default()
    }

    fn format(&self, key: &str, attribute: Option<&str>, subject: &Subject) -> Option<String> {
        let message = self.bundle.get_message(key)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut arguments = FluentArgs::new();
        for (name, value) in subject {
            arguments.set(*name, FluentValue::String(Cow::Borrowed(value)));
        }
        let text = self
            .bundle
            .format_pattern(pattern, Some(&arguments), &mut Vec::new());
        Some(text.into_owned())
    }
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Texts")
            .field("locales", &self.bundle.locales)
            .finish_non_exhaustive()
    }
}

fn fluent_bundle_language() -> unic_langid::LanguageIdentifier {
    unic_langid::LanguageIdentifier::default()
}
