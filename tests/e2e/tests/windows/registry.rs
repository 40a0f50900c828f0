//! [`Registry`]: what a person's part of the registry holds.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Where wine notes what is its own: its settings, and those of its consoles.
const OF_WINE: [&str; 2] = [
    r"HKEY_CURRENT_USER\Software\Wine",
    r"HKEY_CURRENT_USER\Console",
];

/// Keys, and in each the values by name, as an export writes them. The default value
/// of a key is called `@`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Registry(BTreeMap<String, BTreeMap<String, String>>);

impl Registry {
    /// Reads an export.
    pub(crate) fn read(export: &Path) -> Self {
        let bytes = fs::read(export).unwrap();
        let units = bytes
            .chunks_exact(2)
            .map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
        let text: String = char::decode_utf16(units).map(Result::unwrap).collect();
        let mut keys = BTreeMap::<String, BTreeMap<String, String>>::new();
        let mut key = String::new();
        for line in text.lines() {
            if let Some(name) = line.strip_prefix('[') {
                name.trim_end_matches(']').clone_into(&mut key);
                keys.entry(key.clone()).or_default();
            } else if let Some((name, value)) = line.split_once('=') {
                let values = keys.entry(key.clone()).or_default();
                values.insert(name.trim_matches('"').to_owned(), value.to_owned());
            }
        }
        Self(keys)
    }

    /// A text below `HKEY_CURRENT_USER`.
    pub(crate) fn text(&self, key: &str, name: &str) -> Option<String> {
        let value = self
            .0
            .get(&format!(r"HKEY_CURRENT_USER\{key}"))?
            .get(name)?;
        let text = value.strip_prefix('"')?.strip_suffix('"')?;
        Some(text.replace("\\\"", "\"").replace(r"\\", "\\"))
    }

    /// Whether a word stands anywhere, in a name or a value.
    pub(crate) fn mentions(&self, word: &str) -> bool {
        format!("{:?}", self.0).contains(word)
    }

    /// All but what wine notes for itself.
    pub(crate) fn of_windows(mut self) -> Self {
        let is_of_wine = |key: &String| OF_WINE.iter().any(|of_wine| key.starts_with(of_wine));
        self.0.retain(|key, _| !is_of_wine(key));
        self
    }

    /// The names of all that differs.
    pub(crate) fn differences(&self, other: &Self) -> Vec<String> {
        let keys = self.0.keys().chain(other.0.keys());
        let mut differ: Vec<String> = keys
            .filter(|key| self.0.get(*key) != other.0.get(*key))
            .cloned()
            .collect();
        differ.dedup();
        differ
    }
}
