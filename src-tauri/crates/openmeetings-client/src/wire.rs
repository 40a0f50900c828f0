//! Lenient readers, for exactly what real servers were recorded to do.
//!
//! One of the server's JSON writers sees only text: it emits a room named
//! `2024` as a number, one named `true` as a boolean, and a list with a single
//! element as that element.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// A text that may come as a number or a boolean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Text(pub(crate) String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextVisitor)
    }
}

struct TextVisitor;

impl Visitor<'_> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a number or a boolean")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Text, E> {
        Ok(Text(text.to_owned()))
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Text, E> {
        Ok(Text(text))
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Text, E> {
        Ok(Text(value.to_string()))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Text, E> {
        Ok(Text(value.to_string()))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Text, E> {
        Ok(Text(value.to_string()))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Text, E> {
        Ok(Text(value.to_string()))
    }
}

/// For `#[serde(deserialize_with)]` on a `String`; absent is `#[serde(default)]`.
pub(crate) fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    Text::deserialize(deserializer).map(|text| text.0)
}

/// The same for an `Option<String>`.
pub(crate) fn optional_text<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<String>, D::Error> {
    text(deserializer).map(Some)
}

/// A list that may come as its only element, bare. Absent is `#[serde(default)]`.
pub(crate) fn list<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    deserializer.deserialize_any(ListVisitor(PhantomData))
}

struct ListVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ListVisitor<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list, or its only element")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Vec<T>, A::Error> {
        let mut list = Vec::new();
        while let Some(element) = elements.next_element()? {
            list.push(element);
        }
        Ok(list)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Vec<T>, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map)).map(|only| vec![only])
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Vec<T>, E> {
        T::deserialize(StrDeserializer::new(text)).map(|only| vec![only])
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Deserialize)]
    struct Sample {
        #[serde(default, deserialize_with = "text")]
        name: String,
        #[serde(default, deserialize_with = "list")]
        hidden: Vec<String>,
    }

    fn name(json: &str) -> String {
        serde_json::from_str::<Sample>(&format!("{{\"name\":{json}}}"))
            .unwrap()
            .name
    }

    #[test]
    fn texts_come_as_texts_numbers_and_booleans() {
        for (json, expected) in [
            ("\"abc\"", "abc"),
            ("2024", "2024"),
            ("-5", "-5"),
            ("3.14", "3.14"),
            ("9999999999999", "9999999999999"),
            ("true", "true"),
            ("\"0123\"", "0123"),
            ("\"\"", ""),
        ] {
            assert_eq!(name(json), expected, "{json}");
        }
        assert!(serde_json::from_str::<Sample>("{\"name\":{}}").is_err());
        assert!(serde_json::from_str::<Sample>("{\"name\":[1]}").is_err());
    }

    #[test]
    fn lists_come_absent_bare_and_whole() {
        let hidden = |json: &str| serde_json::from_str::<Sample>(json).unwrap().hidden;
        assert!(hidden("{}").is_empty());
        assert_eq!(hidden("{\"hidden\":\"CHAT\"}"), ["CHAT"]);
        assert_eq!(
            hidden("{\"hidden\":[\"CHAT\",\"FILES\"]}"),
            ["CHAT", "FILES"]
        );
        assert!(hidden("{\"hidden\":[]}").is_empty());
    }
}
