//! [`LanguageId`]: the numbers OpenMeetings gives its languages.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A language of the server's pages and error texts, by its number in
/// `languages.xml`. Unknown numbers are answered in English.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LanguageId(pub u32);

/// Code and number of every language a server ships with.
const SHIPPED: [(&str, u32); 39] = [
    ("en", 1),
    ("de", 2),
    ("de-StudIP", 3),
    ("fr", 4),
    ("it", 5),
    ("pt", 6),
    ("pt-BR", 7),
    ("es", 8),
    ("ru", 9),
    ("sv", 10),
    ("zh-CN", 11),
    ("zh-TW", 12),
    ("ko", 13),
    ("ar", 14),
    ("ja", 15),
    ("id", 16),
    ("hu", 17),
    ("tr", 18),
    ("uk", 19),
    ("th", 20),
    ("fa", 21),
    ("cs", 22),
    ("gl", 23),
    ("fi", 24),
    ("pl", 25),
    ("el", 26),
    ("nl", 27),
    ("he", 28),
    ("ca", 29),
    ("bg", 30),
    ("da", 31),
    ("sk", 32),
    ("bn", 33),
    ("hi", 34),
    ("ta", 35),
    ("lo", 36),
    ("ku", 37),
    ("tk", 38),
    ("ur", 39),
];

impl LanguageId {
    /// English, the server's fallback.
    pub const ENGLISH: Self = Self(1);

    /// The language for a locale such as `de_DE.UTF-8` or `pt-BR`: the exact
    /// one if the server has it, else the one of the language alone.
    ///
    /// ```
    /// use openmeetings_client::LanguageId;
    ///
    /// assert_eq!(LanguageId::for_locale("pt_BR.UTF-8"), Some(LanguageId(7)));
    /// assert_eq!(LanguageId::for_locale("de-AT"), Some(LanguageId(2)));
    /// assert_eq!(LanguageId::for_locale("tlh"), None);
    /// ```
    pub fn for_locale(locale: &str) -> Option<Self> {
        let tag = locale
            .split(['.', '@'])
            .next()
            .unwrap_or_default()
            .replace('_', "-");
        let language = tag.split('-').next().unwrap_or_default();
        // Chinese has no entry without a region.
        let language = if language.eq_ignore_ascii_case("zh") {
            "zh-CN"
        } else {
            language
        };
        [tag.as_str(), language].into_iter().find_map(|wanted| {
            SHIPPED
                .iter()
                .find(|(code, _)| code.eq_ignore_ascii_case(wanted))
                .map(|(_, id)| Self(*id))
        })
    }
}

impl fmt::Display for LanguageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
