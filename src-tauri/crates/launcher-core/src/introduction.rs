//! [`Introduction`]: a server that somebody recommends, as a link or a small file.
//!
//! It is signed by nobody and proves nothing about who made it, so the person is
//! asked before anything is saved. It holds no secret and changes no setting.

mod help_contact;

use std::collections::BTreeMap;

use openmeetings_client::{BaseUrl, KeyFingerprint};
use serde::Serialize;
use url::form_urlencoded;

use crate::deep_link::{LinkRefusal, SCHEME, is_secret, nothing_left};
use crate::error::{Code, LauncherError};
use crate::plain::plain;
use crate::profile::{LONGEST_NAME, Profile};

pub use help_contact::{HelpContact, NoContact};

/// Says what a file is, to people and to the import.
const KIND: &str = "openmeetings-launcher-introduction";

const SCHEMA: u64 = 1;

/// Larger texts are no introductions, in bytes.
pub(crate) const LARGEST: u64 = 8 << 10;

/// A server as somebody recommends it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Introduction {
    /// Always `https`: nobody is led to an open connection by a stranger.
    pub address: BaseUrl,
    /// What to call it: one line, at most 100 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The key its certificate must have when it is added.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<KeyFingerprint>,
    /// Whom to ask for help.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<HelpContact>,
}

/// The file, with what it is before what it holds.
#[derive(Serialize)]
struct File<'a> {
    kind: &'static str,
    schema: u64,
    #[serde(flatten)]
    introduction: &'a Introduction,
}

impl Introduction {
    /// Introduces a saved server to others; fails if it is not encrypted.
    pub fn of(
        profile: &Profile,
        key: Option<KeyFingerprint>,
        help: Option<HelpContact>,
    ) -> Result<Self, LauncherError> {
        if !profile.base_url.is_https() {
            let error = LauncherError::new(Code::IntroductionNotEncrypted);
            return Err(error.about("profile", &profile.name));
        }
        Ok(Self {
            address: profile.base_url.clone(),
            name: Some(plain(&profile.name, LONGEST_NAME)).filter(|name| !name.is_empty()),
            key,
            help,
        })
    }

    /// As a link: `openmeetings://add-server?url=…&name=…&key=…&help=…`.
    pub fn to_link(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("url", &self.address.to_string());
        if let Some(name) = &self.name {
            query.append_pair("name", name);
        }
        if let Some(key) = &self.key {
            query.append_pair("key", &key.to_string());
        }
        if let Some(help) = &self.help {
            query.append_pair("help", help.as_str());
        }
        format!("{SCHEME}://add-server?{}", query.finish())
    }

    /// As a file, in JSON.
    pub fn to_json(&self) -> Result<String, LauncherError> {
        let file = File {
            kind: KIND,
            schema: SCHEMA,
            introduction: self,
        };
        serde_json::to_string_pretty(&file)
            .map_err(|error| LauncherError::new(Code::Interrupted).caused_by(&error))
    }

    /// Reads such a file. `None` if the text is something else.
    pub fn from_json(text: &str) -> Option<Result<Self, LinkRefusal>> {
        let text = text.trim_start_matches('\u{feff}').trim();
        if !text.starts_with('{') || !text.contains(KIND) {
            return None;
        }
        let content: BTreeMap<String, serde_json::Value> = serde_json::from_str(text).ok()?;
        (content.get("kind")?.as_str()? == KIND).then(|| Self::of_file(content))
    }

    fn of_file(mut content: BTreeMap<String, serde_json::Value>) -> Result<Self, LinkRefusal> {
        content.remove("kind");
        let schema = content.remove("schema");
        if schema.and_then(|schema| schema.as_u64()) != Some(SCHEMA) {
            return Err(LinkRefusal::Unknown);
        }
        let mut parts = BTreeMap::new();
        for (name, value) in content {
            if is_secret(&name) {
                return Err(LinkRefusal::Secret);
            }
            let serde_json::Value::String(value) = value else {
                return Err(LinkRefusal::Unknown);
            };
            parts.insert(name, value);
        }
        Self::of_parts(parts, "address")
    }

    /// Reads the parts of a link or a file; `address` names the one with the address.
    pub(crate) fn of_parts(
        mut parts: BTreeMap<String, String>,
        address: &str,
    ) -> Result<Self, LinkRefusal> {
        let address = parts.remove(address).ok_or(LinkRefusal::NoServer)?;
        let name = parts.remove("name");
        let key = parts.remove("key");
        let help = parts.remove("help");
        nothing_left(&parts)?;
        // `http:` is no choice of a stranger's: its host is asked as https, as always.
        let host = address
            .get(..7)
            .filter(|scheme| scheme.eq_ignore_ascii_case("http://"))
            .map_or(address.as_str(), |scheme| &address[scheme.len()..]);
        Ok(Self {
            address: BaseUrl::parse(host)?,
            name: name.map(|name| read_name(&name)).transpose()?,
            key: key
                .map(|key| key.parse().map_err(|_| LinkRefusal::Key))
                .transpose()?,
            help: help
                .map(|help| help.parse().map_err(|NoContact| LinkRefusal::Help))
                .transpose()?,
        })
    }
}

fn read_name(name: &str) -> Result<String, LinkRefusal> {
    let line = plain(name, LONGEST_NAME);
    let too_long = name.chars().count() > LONGEST_NAME;
    if too_long || line.is_empty() || name.contains(char::is_control) {
        return Err(LinkRefusal::Name);
    }
    Ok(line)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::deep_link::DeepLink;

    fn whole() -> Introduction {
        Introduction {
            address: BaseUrl::parse("https://meet.example.org/om").unwrap(),
            name: Some("Our rooms".to_owned()),
            key: Some(KeyFingerprint::from([7; 32])),
            help: Some("it@example.org".parse().unwrap()),
        }
    }

    fn file(change: impl FnOnce(&mut serde_json::Value)) -> Result<Introduction, LinkRefusal> {
        let mut json = serde_json::from_str(&whole().to_json().unwrap()).unwrap();
        change(&mut json);
        Introduction::from_json(&json.to_string()).unwrap()
    }

    #[test]
    fn a_file_and_a_link_read_back_as_they_were_made() {
        assert_eq!(file(|_| ()), Ok(whole()));
        assert_eq!(
            DeepLink::parse(&whole().to_link()),
            Ok(DeepLink::AddServer(whole()))
        );
        assert_eq!(
            whole().to_link(),
            "openmeetings://add-server?url=https%3A%2F%2Fmeet.example.org%2Fom%2F&name=Our+rooms\
             &key=sha256%2F%2FBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc%3D&help=it%40example.org"
        );
    }

    #[test]
    fn what_a_file_must_not_hold_is_refused_with_its_reason() {
        let with = |name: &str, value: serde_json::Value| file(|json| json[name] = value);
        for (name, value, reason) in [
            ("schema", 2.into(), LinkRefusal::Unknown),
            ("schema", "1".into(), LinkRefusal::Unknown),
            ("autoJoin", "on".into(), LinkRefusal::Unknown),
            ("help", true.into(), LinkRefusal::Unknown),
            ("Password", "x".into(), LinkRefusal::Secret),
            ("sid", "x".into(), LinkRefusal::Secret),
            ("name", "".into(), LinkRefusal::Name),
            ("key", "sha256//AAAA".into(), LinkRefusal::Key),
            ("help", "javascript:alert(1)".into(), LinkRefusal::Help),
        ] {
            assert_eq!(with(name, value), Err(reason), "{name}");
        }
        assert!(matches!(
            with("address", "https://anna:pw@h/".into()),
            Err(LinkRefusal::Address(_))
        ));
        let without = file(|json| {
            json.as_object_mut().unwrap().remove("address");
        });
        assert_eq!(without, Err(LinkRefusal::NoServer));
    }

    #[test]
    fn an_open_connection_is_never_introduced() {
        let read = file(|json| json["address"] = "http://h:5080/om".into()).unwrap();
        assert_eq!(read.address.to_string(), "https://h:5080/om/");
        let draft = crate::profile::ProfileDraft {
            address: "http://h:5080/om".into(),
            ..Default::default()
        };
        let open = draft.into_profile(&[]).unwrap();
        let refused = Introduction::of(&open, None, None).unwrap_err();
        assert_eq!(refused.code, Code::IntroductionNotEncrypted);
    }

    #[test]
    fn a_name_cannot_turn_the_words_around_it() {
        let read = file(|json| json["name"] = "Work \u{202e}gro.live".into()).unwrap();
        assert_eq!(read.name.as_deref(), Some("Work gro.live"));
    }

    #[test]
    fn other_texts_are_no_introductions() {
        for text in [
            "",
            "{}",
            "[1]",
            "{\"kind\":\"openmeetings-launcher-servers\"}",
            KIND,
        ] {
            assert_eq!(Introduction::from_json(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_built_reads_back_the_same(
            host in "[a-z][a-z0-9]{0,10}\\.[a-z]{2,5}",
            port in proptest::option::of(1u16..),
            name in proptest::option::of(".{1,60}"),
            key in proptest::option::of(any::<[u8; 32]>()),
            help in proptest::option::of("[a-z+&=%]{1,9}@[a-z]{1,9}|\\+[1-9][0-9]{3,9} [0-9]{2,4}"),
        ) {
            let port = port.map(|port| format!(":{port}")).unwrap_or_default();
            let built = Introduction {
                address: BaseUrl::parse(&format!("https://{host}{port}/om")).unwrap(),
                name: name.map(|name| plain(&name, LONGEST_NAME)).filter(|name| !name.is_empty()),
                key: key.map(KeyFingerprint::from),
                help: help.map(|help| help.parse().unwrap()),
            };
            let link = DeepLink::parse(&built.to_link());
            prop_assert_eq!(link, Ok(DeepLink::AddServer(built.clone())));
            let file = Introduction::from_json(&built.to_json().unwrap());
            prop_assert_eq!(file, Some(Ok(built)));
        }

        #[test]
        fn no_text_panics(text in ".{0,200}") {
            let _ = Introduction::from_json(&format!("{{\"kind\":\"{KIND}\",{text}"));
            let _ = text.parse::<HelpContact>();
        }
    }
}
