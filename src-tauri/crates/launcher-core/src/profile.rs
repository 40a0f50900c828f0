//! [`Profile`]: one saved server and the account on it.

pub mod check;
pub mod file;

use std::collections::HashSet;
use std::fmt;
use std::str::FromStr;

use openmeetings_client::{BaseUrl, BaseUrlError, LanguageId, LoginMethod};
use serde::{Deserialize, Serialize};

use crate::introduction::{HelpContact, NoContact};
use crate::trust::{Endpoint, ServerTrust};

pub(crate) const LONGEST_NAME: usize = 100;
pub(crate) const LONGEST_FIELD: usize = 255;

/// Names a profile for good, whatever it is called. Random, so that it says
/// nothing about the server; also the name of its password in the keychain.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ProfileId(String);

impl ProfileId {
    pub fn random() -> Self {
        Self(uuid::Uuid::new_v4().to_string())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ProfileId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for ProfileId {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::try_from(text.to_owned())
    }
}

impl TryFrom<String> for ProfileId {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let well_formed = (1..=64).contains(&text.len())
            && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        if well_formed {
            Ok(Self(text))
        } else {
            Err("not the id of a profile".to_owned())
        }
    }
}

impl From<ProfileId> for String {
    fn from(id: ProfileId) -> Self {
        id.0
    }
}

/// One saved server and the account on it. Its password is in the keychain,
/// never here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Profile {
    pub id: ProfileId,
    /// What the person calls it; unique without regard to case.
    pub name: String,
    pub base_url: BaseUrl,
    /// Login name or e-mail address; without one the browser signs in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub login: Option<String>,
    /// The name shown to others in a room.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Language of the room page; without one that of the computer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<LanguageId>,
    #[serde(default)]
    pub wishes: Wishes,
    /// Tells the server apart in lists; never the only sign.
    #[serde(default)]
    pub colour: Colour,
    /// The browser for its rooms, by the name the system has for it; without
    /// one the system's choice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub browser: Option<String>,
    /// Whom to ask for help with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<HelpContact>,
    /// What the server turned out to be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub server_version: Option<String>,
    /// How it took the last login.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub login_method: Option<LoginMethod>,
    #[serde(default)]
    pub route: AccountRoute,
    /// What is trusted of it beside what the computer trusts; the same in each
    /// profile of its host and port.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trust: Option<ServerTrust>,
    /// Handed out by the organisation's policy.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub managed: bool,
    /// Fields of a newer version with the same schema number: kept, so that
    /// going back and forth loses nothing.
    #[serde(flatten)]
    pub unknown: serde_json::Map<String, serde_json::Value>,
}

impl Profile {
    /// This server with the fields that a person can change taken from another.
    /// What was found out stays only while address and login do.
    pub(crate) fn with_fields_of(self, changed: Self) -> Self {
        let same_server = self.base_url == changed.base_url;
        let same_endpoint = Endpoint::from(&self.base_url) == Endpoint::from(&changed.base_url);
        let same_account = same_server && self.login == changed.login;
        Self {
            id: self.id,
            managed: self.managed,
            unknown: self.unknown,
            server_version: self.server_version.filter(|_| same_server),
            login_method: self.login_method.filter(|_| same_server),
            trust: self.trust.filter(|_| same_endpoint),
            route: if same_account {
                self.route
            } else {
                AccountRoute::Unknown
            },
            ..changed
        }
    }
}

/// What the person would like in every room of a server.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", default)]
pub struct Wishes {
    pub moderator: bool,
    pub audio_video_test: bool,
}

/// The way into rooms that an account has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum AccountRoute {
    /// Not found out yet: a key is tried, and the page taken if it is refused.
    #[default]
    Unknown,
    /// It may make keys: the browser is let in at once.
    RoomHash,
    /// It may not: the browser signs in.
    RoomPage,
}

impl AccountRoute {
    /// The way of an account that was asked whether it may make keys.
    pub(crate) fn found(can_make_keys: bool) -> Self {
        if can_make_keys {
            Self::RoomHash
        } else {
            Self::RoomPage
        }
    }
}

/// The colours a server can have; viewers choose shades that suit their theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Colour {
    #[default]
    Green,
    Violet,
    Blue,
    Orange,
    Pink,
    Teal,
    Yellow,
    Grey,
}

impl Colour {
    /// Every colour, in the order new servers take them.
    pub const ALL: [Self; 8] = [
        Self::Green,
        Self::Violet,
        Self::Blue,
        Self::Orange,
        Self::Pink,
        Self::Teal,
        Self::Yellow,
        Self::Grey,
    ];

    /// The first colour no other server has.
    fn free(others: &[Profile]) -> Self {
        Self::ALL
            .into_iter()
            .find(|colour| others.iter().all(|other| other.colour != *colour))
            .unwrap_or_default()
    }
}

/// A profile as a person fills it in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", default)]
pub struct ProfileDraft {
    /// Empty takes the name of the host.
    pub name: String,
    pub address: String,
    pub login: String,
    pub first_name: String,
    pub last_name: String,
    pub email: String,
    #[cfg_attr(test, ts(type = "number | null"))]
    pub language: Option<LanguageId>,
    pub wishes: Wishes,
    /// Without one a free colour is taken.
    pub colour: Option<Colour>,
    pub browser: Option<String>,
    /// Whom to ask for help; empty for nobody.
    pub help: String,
}

/// What is wrong with a field of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldProblem {
    Address(BaseUrlError),
    NameTooLong,
    /// Another profile is called like that already.
    NameTaken(String),
    TooLong(Field),
    ControlCharacter(Field),
    /// No “@” with something on both sides.
    Email,
    /// The help contact is neither an address nor a number.
    Help,
}

impl From<BaseUrlError> for FieldProblem {
    fn from(error: BaseUrlError) -> Self {
        Self::Address(error)
    }
}

/// A field of a draft that holds free text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Name,
    Login,
    FirstName,
    LastName,
    Email,
    Browser,
}

impl Field {
    /// The stable name of the field; the text catalogue tells them apart by it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Login => "login",
            Self::FirstName => "first-name",
            Self::LastName => "last-name",
            Self::Email => "email",
            Self::Browser => "browser",
        }
    }
}

impl ProfileDraft {
    /// Checks the fields, without asking any server, and makes a new profile.
    pub fn into_profile(self, others: &[Profile]) -> Result<Profile, FieldProblem> {
        let base_url = BaseUrl::parse(&self.address)?;
        let name = match self.name.trim() {
            "" => free_name(base_url.host(), others),
            given => given.to_owned(),
        };
        if name.chars().count() > LONGEST_NAME {
            return Err(FieldProblem::NameTooLong);
        }
        if others.iter().any(|other| same_name(&other.name, &name)) {
            return Err(FieldProblem::NameTaken(name));
        }
        let email = field(Field::Email, &self.email)?;
        if email.as_deref().is_some_and(|email| !is_email(email)) {
            return Err(FieldProblem::Email);
        }
        Ok(Profile {
            id: ProfileId::random(),
            name: field(Field::Name, &name)?.unwrap_or_default(),
            base_url,
            login: field(Field::Login, &self.login)?,
            first_name: field(Field::FirstName, &self.first_name)?,
            last_name: field(Field::LastName, &self.last_name)?,
            email,
            language: self.language,
            wishes: self.wishes,
            colour: self.colour.unwrap_or_else(|| Colour::free(others)),
            browser: field(Field::Browser, &self.browser.unwrap_or_default())?,
            help: HelpContact::typed(&self.help).map_err(|NoContact| FieldProblem::Help)?,
            server_version: None,
            login_method: None,
            route: AccountRoute::Unknown,
            trust: None,
            managed: false,
            unknown: serde_json::Map::new(),
        })
    }
}

/// Whether two names are the same to a person.
pub(crate) fn same_name(a: &str, b: &str) -> bool {
    alike(a) == alike(b)
}

/// What is the same of all names that are the same to a person.
fn alike(name: &str) -> String {
    name.trim().to_lowercase()
}

pub(crate) fn free_name(host: &str, others: &[Profile]) -> String {
    // Looked through once: an import may bring a thousand of the same name.
    let names: HashSet<String> = others.iter().map(|other| alike(&other.name)).collect();
    let taken = |name: &str| names.contains(&alike(name));
    if !taken(host) {
        return host.to_owned();
    }
    // One more than there are names to be taken.
    (2..=others.len() + 2)
        .map(|number| format!("{host} {number}"))
        .find(|name| !taken(name))
        .unwrap_or_else(|| host.to_owned())
}

fn field(what: Field, text: &str) -> Result<Option<String>, FieldProblem> {
    let text = text.trim();
    if text.contains(char::is_control) {
        return Err(FieldProblem::ControlCharacter(what));
    }
    if text.chars().count() > LONGEST_FIELD {
        return Err(FieldProblem::TooLong(what));
    }
    Ok((!text.is_empty()).then(|| text.to_owned()))
}

pub(crate) fn is_email(text: &str) -> bool {
    text.rsplit_once('@')
        .is_some_and(|(before, after)| !before.is_empty() && !after.is_empty())
        && !text.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(address: &str) -> ProfileDraft {
        ProfileDraft {
            address: address.into(),
            ..ProfileDraft::default()
        }
    }

    #[test]
    fn a_profile_without_a_name_takes_a_free_one_from_its_host() {
        let first = draft("meet.example.org/om").into_profile(&[]).unwrap();
        assert_eq!(first.name, "meet.example.org");
        let second = draft("meet.example.org/other")
            .into_profile(&[first])
            .unwrap();
        assert_eq!(second.name, "meet.example.org 2");
    }

    #[test]
    fn fields_are_checked() {
        let work = ProfileDraft {
            name: "Work".into(),
            ..draft("h")
        }
        .into_profile(&[])
        .unwrap();
        let problem =
            |draft: ProfileDraft| draft.into_profile(std::slice::from_ref(&work)).unwrap_err();
        assert_eq!(
            problem(ProfileDraft {
                name: " work ".into(),
                ..draft("h")
            }),
            FieldProblem::NameTaken("work".into())
        );
        assert_eq!(
            problem(ProfileDraft {
                email: "anna".into(),
                ..draft("h")
            }),
            FieldProblem::Email
        );
        assert_eq!(
            problem(ProfileDraft {
                login: "a\u{7}b".into(),
                ..draft("h")
            }),
            FieldProblem::ControlCharacter(Field::Login)
        );
        assert_eq!(
            problem(ProfileDraft {
                last_name: "x".repeat(256),
                ..draft("h")
            }),
            FieldProblem::TooLong(Field::LastName)
        );
        assert_eq!(
            problem(ProfileDraft {
                help: "ask Paul".into(),
                ..draft("h")
            }),
            FieldProblem::Help
        );
        assert!(matches!(problem(draft("a b")), FieldProblem::Address(_)));
    }

    #[test]
    fn fields_of_a_newer_version_are_kept() {
        let json = r#"{"id":"p1","name":"Work","baseUrl":"https://h/","colour":"teal"}"#;
        let profile: Profile = serde_json::from_str(json).unwrap();
        assert!(
            serde_json::to_string(&profile)
                .unwrap()
                .contains("\"colour\":\"teal\"")
        );
    }
}
