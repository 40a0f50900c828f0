//! [`Texts`]: the text catalogue of `locales/`, in the language of a person.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::settings::Language;

/// The names and values a text speaks about.
pub type Subject = BTreeMap<&'static str, String>;

/// Who reads a text: advice differs with what one has at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// A person at the window, the tray or a notification.
    Window,
    /// A person at the command line, or a script.
    CommandLine,
}

/// A value that is put into a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    Text(&'a str),
    Owned(String),
    /// Decides about plurals; numbers that name something, such as a room, are
    /// texts.
    Number(u32),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Owned(text)
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number)
    }
}

impl<'a> From<&'a Value<'a>> for FluentValue<'a> {
    fn from(value: &'a Value<'a>) -> Self {
        match value {
            Value::Text(text) => Self::from(*text),
            Value::Owned(text) => Self::from(text),
            Value::Number(number) => Self::from(*number),
        }
    }
}

/// A language, read when its first text is wanted and kept from then on. What
/// only one program says is apart: no other one ever reads it.
struct Catalogue {
    tag: &'static str,
    right_to_left: bool,
    common: Part,
    command_line: Part,
    tray: Part,
    doctor: Part,
}

struct Part {
    files: &'static [&'static str],
    bundle: OnceLock<FluentBundle<FluentResource>>,
}

impl Part {
    const fn new(files: &'static [&'static str]) -> Self {
        Self {
            files,
            bundle: OnceLock::new(),
        }
    }
}

macro_rules! catalogue {
    ($tag:literal, right_to_left: $right_to_left:literal) => {
        Catalogue {
            tag: $tag,
            right_to_left: $right_to_left,
            common: Part::new(&[
                include_str!(concat!("../locales/", $tag, "/errors.ftl")),
                include_str!(concat!("../locales/", $tag, "/shared.ftl")),
                include_str!(concat!("../locales/", $tag, "/notes.ftl")),
            ]),
            command_line: Part::new(&[include_str!(concat!("../locales/", $tag, "/cli.ftl"))]),
            tray: Part::new(&[include_str!(concat!("../locales/", $tag, "/tray.ftl"))]),
            doctor: Part::new(&[include_str!(concat!("../locales/", $tag, "/doctor.ftl"))]),
        }
    };
}

static ENGLISH: Catalogue = catalogue!("en", right_to_left: false);
static GERMAN: Catalogue = catalogue!("de", right_to_left: false);
static ARABIC: Catalogue = catalogue!("ar", right_to_left: true);

impl Catalogue {
    fn bundle(&self, key: &str) -> &FluentBundle<FluentResource> {
        let part = if key.starts_with("cli-") {
            &self.command_line
        } else if key.starts_with("tray-") {
            &self.tray
        } else if key.starts_with("doctor-") {
            &self.doctor
        } else {
            &self.common
        };
        part.bundle.get_or_init(|| {
            let language: LanguageIdentifier = self.tag.parse().unwrap_or_default();
            let mut bundle = FluentBundle::new_concurrent(vec![language]);
            // Names in Latin letters would tear a sentence that runs from right
            // to left apart; elsewhere marks only hurt terminals and scripts.
            bundle.set_use_isolating(self.right_to_left);
            for file in part.files {
                // A test reads every file without an error.
                let resource = match FluentResource::try_new((*file).to_owned()) {
                    Ok(resource) | Err((resource, _)) => resource,
                };
                bundle.add_resource_overriding(resource);
            }
            bundle
        })
    }

    /// The text of a key, of the first of its parts that is there.
    fn format(
        &self,
        key: &str,
        parts: &[Option<&str>],
        arguments: &FluentArgs<'_>,
        errors: &mut Vec<FluentError>,
    ) -> Option<String> {
        let bundle = self.bundle(key);
        let message = bundle.get_message(key)?;
        let pattern = parts.iter().find_map(|part| match part {
            Some(name) => message.get_attribute(name).map(|found| found.value()),
            None => message.value(),
        })?;
        let text = bundle.format_pattern(pattern, Some(arguments), errors);
        Some(if self.right_to_left {
            with_literals_isolated(&without_needless_marks(&text))
        } else {
            text.into_owned()
        })
    }
}

/// The texts of one language, English where it lacks one. A handle: clones cost
/// nothing, and all that speak a language share what was read of it.
#[derive(Clone)]
pub struct Texts {
    catalogue: &'static Catalogue,
}

impl Texts {
    /// The texts of a language by its tag: `en`, `de` or `ar`; English for any
    /// other.
    pub fn new(language: &str) -> Self {
        let known = [&ENGLISH, &GERMAN, &ARABIC];
        let found = known
            .into_iter()
            .find(|catalogue| catalogue.tag.eq_ignore_ascii_case(language));
        Self {
            catalogue: found.unwrap_or(&ENGLISH),
        }
    }

    pub fn english() -> Self {
        Self {
            catalogue: &ENGLISH,
        }
    }

    /// The texts for a locale as systems name it: `de_AT.UTF-8`, `ar-EG`, `C`.
    pub fn for_locale(locale: &str) -> Self {
        let language = locale.split(['_', '-', '.', '@']).next();
        Self::new(language.unwrap_or_default())
    }

    /// The texts for what the person chose; the system's where that is the choice.
    pub fn for_settings(language: Language, system_locale: Option<&str>) -> Self {
        match language {
            Language::System => Self::for_locale(system_locale.unwrap_or_default()),
            Language::En => Self {
                catalogue: &ENGLISH,
            },
            Language::De => Self { catalogue: &GERMAN },
            Language::Ar => Self { catalogue: &ARABIC },
        }
    }

    /// The language, as a BCP 47 tag.
    pub fn language(&self) -> &'static str {
        self.catalogue.tag
    }

    /// Whether its lines run from right to left.
    pub fn is_right_to_left(&self) -> bool {
        self.catalogue.right_to_left
    }

    /// The text of a key that speaks about nothing in particular.
    pub fn text(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The text of a key with values in it.
    pub fn with(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        let arguments = values.iter().map(|(name, value)| (*name, value)).collect();
        self.find(key, &[None], &arguments)
            .unwrap_or_else(|| key.to_owned())
    }

    /// The text of a key. A key without a text shows as itself; a test walks
    /// all keys, so nobody ever sees one.
    pub fn message(&self, key: &str, subject: &Subject) -> String {
        self.find(key, &[None], &arguments(subject))
            .unwrap_or_else(|| key.to_owned())
    }

    /// The text that says what to do next, to a person at the window.
    pub fn hint(&self, key: &str, subject: &Subject) -> String {
        self.hint_for(key, subject, Audience::Window)
    }

    /// The text that says what to do next.
    pub fn hint_for(&self, key: &str, subject: &Subject, audience: Audience) -> String {
        let parts: &[Option<&str>] = match audience {
            Audience::Window => &[Some("hint")],
            Audience::CommandLine => &[Some("hint-cli"), Some("hint")],
        };
        self.find(key, parts, &arguments(subject))
            .unwrap_or_default()
    }

    fn find(&self, key: &str, parts: &[Option<&str>], values: &FluentArgs<'_>) -> Option<String> {
        // A value that is missing shows as its name; a test fills in all.
        let mut ignored = Vec::new();
        self.catalogue
            .format(key, parts, values, &mut ignored)
            .or_else(|| ENGLISH.format(key, parts, values, &mut ignored))
    }
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Texts").field(&self.catalogue.tag).finish()
    }
}

impl PartialEq for Texts {
    fn eq(&self, other: &Self) -> bool {
        self.language() == other.language()
    }
}

impl Eq for Texts {}

fn arguments(subject: &Subject) -> FluentArgs<'_> {
    subject
        .iter()
        .map(|(name, value)| (*name, FluentValue::from(value)))
        .collect()
}

/// Takes the marks round values away that have nothing to protect: numbers, and
/// words that run as the sentence does.
fn without_needless_marks(text: &str) -> String {
    const BEGIN: char = '\u{2068}';
    const END: char = '\u{2069}';
    let runs_against = |c: char| {
        c.is_alphabetic() && !matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fefc}')
    };
    let mut kept = String::with_capacity(text.len());
    let mut begun = Vec::new();
    for c in text.chars() {
        if c == BEGIN {
            begun.push(kept.len());
        }
        kept.push(c);
        if c == END
            && let Some(start) = begun.pop()
            && !kept[start..].contains(runs_against)
        {
            kept.pop();
            kept.remove(start);
        }
    }
    kept
}

/// Holds what stands in backticks together and in its own direction: the `--`
/// of an option would end up behind its name.
fn with_literals_isolated(text: &str) -> String {
    const LEFT_TO_RIGHT: char = '\u{2066}';
    const END: char = '\u{2069}';
    let pieces: Vec<&str> = text.split('`').collect();
    // A backtick without its partner came with a value: nothing is a literal then.
    if pieces.len().is_multiple_of(2) {
        return text.to_owned();
    }
    let mut isolated = String::with_capacity(text.len() + 16);
    for (at, piece) in pieces.into_iter().enumerate() {
        if at.is_multiple_of(2) {
            isolated.push_str(piece);
        } else if isolated.ends_with(LEFT_TO_RIGHT) {
            // It came with a text that was put into this one.
            isolated.push('`');
            isolated.push_str(piece);
            isolated.push('`');
        } else {
            isolated.push(LEFT_TO_RIGHT);
            isolated.push('`');
            isolated.push_str(piece);
            isolated.push('`');
            isolated.push(END);
        }
    }
    isolated
}

#[cfg(test)]
mod tests;
