//! [`HelpContact`]: whom to ask when a server makes trouble.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use url::Url;

use crate::profile::is_email;

/// In characters; longer ones cannot be read at a glance.
const LONGEST: usize = 200;

/// An e-mail address, a telephone number or an `https` address. It is shown as it is,
/// and nothing opens it by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpContact(String);

/// The text is none of the three.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("neither an e-mail address, a telephone number nor an https address")]
pub struct NoContact;

impl HelpContact {
    /// What a person typed: none if nothing.
    pub fn typed(text: &str) -> Result<Option<Self>, NoContact> {
        match text.trim() {
            "" => Ok(None),
            text => text.parse().map(Some),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for HelpContact {
    type Err = NoContact;

    fn from_str(text: &str) -> Result<Self, NoContact> {
        let text = text.trim();
        // What cannot be seen, or looks like something else, helps nobody.
        if text.is_empty() || text.len() > LONGEST || text.contains(|c: char| !is_plain(c)) {
            return Err(NoContact);
        }
        if text.contains("://") {
            return web_address(text).map(Self).ok_or(NoContact);
        }
        if is_email(text) && !text.contains(':') || is_telephone(text) {
            return Ok(Self(text.to_owned()));
        }
        Err(NoContact)
    }
}

fn is_plain(c: char) -> bool {
    c == ' ' || c.is_ascii_graphic()
}

/// As it is looked up, so that punycode is seen. A user name in it would pretend to be
/// the host.
fn web_address(text: &str) -> Option<String> {
    let url = Url::parse(text).ok()?;
    let is_open = url.username().is_empty() && url.password().is_none();
    (url.scheme() == "https" && url.has_host() && is_open && !text.contains(' '))
        .then(|| url.to_string())
}

fn is_telephone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let known = |c: char| c.is_ascii_digit() || " -/().".contains(c);
    (3..=20).contains(&digits) && text.strip_prefix('+').unwrap_or(text).chars().all(known)
}

impl fmt::Display for HelpContact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for HelpContact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for HelpContact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_numbers_of_people_are_contacts() {
        for (text, read) in [
            (" it@example.org ", "it@example.org"),
            ("+49 (30) 123-45.6", "+49 (30) 123-45.6"),
            ("112", "112"),
            (
                "https://help.example.org/om?lang=de",
                "https://help.example.org/om?lang=de",
            ),
            ("HTTPS://Help.example.org", "https://help.example.org/"),
        ] {
            assert_eq!(text.parse::<HelpContact>().unwrap().as_str(), read);
        }
    }

    #[test]
    fn everything_else_is_none() {
        for text in [
            "",
            "ask Paul",
            "12",
            "+",
            "a@",
            "http://help.example.org",
            "https://anna:pw@help.example.org",
            "https://help.example.org@evil.example",
            "javascript:alert(1)",
            "mailto:it@example.org",
            "file:///etc/passwd",
            "it@example.org\n112",
            "it@\u{202e}example.org",
            "https://he lp.example.org",
            &"1".repeat(21),
            &format!("a@{}", "b".repeat(LONGEST)),
        ] {
            assert_eq!(text.parse::<HelpContact>(), Err(NoContact), "{text}");
        }
        assert_eq!(HelpContact::typed(" "), Ok(None));
    }
}
