//! The settings in force: built in, laid down as a start, chosen, laid down for
//! good; what comes later wins.

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use super::document::{Document, Rules};
use super::minutes::Minutes;
use crate::settings::Settings;

/// What the person chose. What they never touched is not in it, and follows
/// whoever lays down where it starts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Chosen(Map<String, Value>);

impl<'de> Deserialize<'de> for Chosen {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let fields = Map::deserialize(deserializer)?;
        // Whatever cannot be read as settings is damaged as a whole.
        let _: Settings = serde_json::from_value(Value::Object(fields.clone()))
            .map_err(serde::de::Error::custom)?;
        Ok(Self(fields))
    }
}

impl Chosen {
    /// Takes over what is changed of `before`, and gives the names of it.
    pub(crate) fn change(&mut self, before: &Settings, after: &Settings) -> Vec<String> {
        let before = fields(before);
        let changed: Map<String, Value> = fields(after)
            .into_iter()
            .filter(|(name, value)| before.get(name) != Some(value))
            .collect();
        let names = changed.keys().cloned().collect();
        self.0.extend(changed);
        names
    }
}

/// The settings in force.
pub(super) fn in_force(document: Option<&Document>, chosen: &Chosen) -> Settings {
    let laid_down = LaidDown::by(document);
    let mut all = fields(&Settings::default());
    all.extend(laid_down.start);
    all.extend(chosen.0.clone());
    all.extend(laid_down.locked);
    let settings: Settings = serde_json::from_value(Value::Object(all)).unwrap_or_default();
    settings.within_bounds()
}

/// The settings that a policy lays down; none without one.
#[derive(Default)]
struct LaidDown {
    start: Map<String, Value>,
    locked: Map<String, Value>,
}

impl LaidDown {
    fn by(document: Option<&Document>) -> Self {
        document.map_or_else(Self::default, |document| Self {
            start: rules(&document.defaults),
            locked: rules(&document.settings),
        })
    }
}

/// Where the value of a setting is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// Laid down for good.
    Policy,
    /// The person chose it.
    Person,
    /// Laid down as a start.
    PolicyDefault,
    BuiltIn,
}

/// A setting in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Setting {
    pub name: String,
    pub value: Value,
    pub origin: Origin,
}

/// The settings in force, and from where each is.
pub(super) fn origins(document: Option<&Document>, chosen: &Chosen) -> Vec<Setting> {
    let laid_down = LaidDown::by(document);
    let origin = |name: &String| {
        if laid_down.locked.contains_key(name) {
            Origin::Policy
        } else if chosen.0.contains_key(name) {
            Origin::Person
        } else if laid_down.start.contains_key(name) {
            Origin::PolicyDefault
        } else {
            Origin::BuiltIn
        }
    };
    let mut all = fields(&in_force(document, chosen));
    let named = every_name().into_iter().filter_map(|name| {
        let value = all.remove(&name)?;
        let origin = origin(&name);
        Some(Setting {
            name,
            value,
            origin,
        })
    });
    named.collect()
}

/// The names of the settings that are laid down.
pub(super) fn names(rules_of: &Rules) -> Vec<String> {
    rules(rules_of).into_iter().map(|(name, _)| name).collect()
}

/// The names of all settings that can be laid down.
pub(super) fn every_name() -> Vec<String> {
    let mut names: Vec<String> = fields(&Settings::default())
        .into_iter()
        .map(|(n, _)| n)
        .collect();
    // What was asked is no choice, and updates are laid down beside the settings.
    names.retain(|name| name != "startAtLoginAsked" && name != "checkForUpdates");
    names
}

fn rules(rules: &Rules) -> Map<String, Value> {
    let mut fields = fields(rules);
    for (name, minutes) in [
        ("remindMinutes", rules.remind_minutes),
        ("refreshMinutes", rules.refresh_minutes),
    ] {
        if minutes == Some(Minutes::Never) {
            fields.insert(name.to_owned(), Value::Null);
        }
    }
    fields
}

/// A plain struct is always an object.
fn fields(of: &impl Serialize) -> Map<String, Value> {
    match serde_json::to_value(of) {
        Ok(Value::Object(fields)) => fields,
        Ok(_) | Err(_) => Map::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::{Language, Theme};

    #[test]
    fn later_wins_and_what_was_never_touched_follows_the_organisation() {
        let document = Document {
            defaults: Rules {
                remind_minutes: Some(Minutes::Number(10)),
                language: Some(Language::De),
                ..Rules::default()
            },
            settings: Rules {
                auto_join: Some(false),
                refresh_minutes: Some(Minutes::Never),
                ..Rules::default()
            },
            ..Document::default()
        };
        let mut chosen = Chosen::default();
        let before = in_force(Some(&document), &chosen);
        assert_eq!(before.remind_minutes, Some(10));
        assert_eq!(before.refresh_minutes, None);
        let after = Settings {
            theme: Theme::Dark,
            language: Language::En,
            ..before.clone()
        };
        let mut names = chosen.change(&before, &after);
        names.sort_unstable();
        assert_eq!(names, ["language", "theme"]);
        assert_eq!(in_force(Some(&document), &chosen), after);
        // Another start: only what was touched stays.
        let without = in_force(None, &chosen);
        assert_eq!(without.remind_minutes, Some(5));
        assert_eq!(without.language, Language::En);
    }

    #[test]
    fn a_file_that_says_otherwise_loses_against_a_lock() {
        let chosen: Chosen = serde_json::from_str(r#"{"autoJoin": true, "later": 1}"#).unwrap();
        let document = Document {
            settings: Rules {
                auto_join: Some(false),
                ..Rules::default()
            },
            ..Document::default()
        };
        assert!(!in_force(Some(&document), &chosen).auto_join);
        assert!(in_force(None, &chosen).auto_join);
        assert!(serde_json::from_str::<Chosen>(r#"{"autoJoin": 5}"#).is_err());
    }

    #[test]
    fn everything_that_can_be_laid_down_is_a_setting() {
        let every = every_name();
        let all: Rules = serde_json::from_str(
            r#"{"theme":"dark","language":"de","startAtLogin":true,"startHidden":true,"closeToTray":true,
            "remindMinutes":1,"refreshMinutes":1,"floatingReminders":true,"autoJoin":true,"loginAhead":true,
            "shortcut":"Super+J","withoutTray":"quit"}"#,
        )
        .unwrap();
        let mut found = names(&all);
        found.sort();
        let mut every = every;
        every.sort();
        assert_eq!(found, every);
    }
}
