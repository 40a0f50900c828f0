//! [`JoinLink`]: the addresses that lead into a room, read and built.

use std::fmt;

use url::Url;

use crate::{BaseUrl, BaseUrlError, LanguageId, RoomHash};

/// An address that leads a browser into a room.
///
/// ```
/// use openmeetings_client::{JoinKind, JoinLink, RoomRef};
///
/// let link = JoinLink::parse("https://meet.example.org/openmeetings/#room/5")?;
/// assert_eq!(link.base().to_string(), "https://meet.example.org/openmeetings/");
/// assert_eq!(link.kind(), JoinKind::Room(RoomRef::Id(5)));
///
/// let link = JoinLink::parse("https://meet.example.org/om/hash?invitation=167793f8&language=2")?;
/// assert_eq!(link.kind(), JoinKind::Invitation);
/// assert!(!format!("{link:?}").contains("167793f8"), "an invitation is a secret");
/// # Ok::<(), openmeetings_client::JoinLinkError>(())
/// ```
///
/// A link that holds a hash must not be fetched, not even to look at it:
/// opening it consumes it. So this type only reads and builds text.
#[derive(Clone, PartialEq, Eq)]
pub struct JoinLink {
    base: BaseUrl,
    kind: JoinKind,
    language: Option<LanguageId>,
    /// As given: parameters this crate does not know stay in it.
    url: Url,
}

/// What a [`JoinLink`] opens. The hashes themselves stay inside the link.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum JoinKind {
    /// `hash?secure=`: enters once, as the person the hash was made for.
    RoomHash,
    /// `hash?invitation=`: enters as the invited person, as its rules allow.
    Invitation,
    /// `#room/…`: the browser signs the person in.
    Room(RoomRef),
}

/// How a room page names its room.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum RoomRef {
    /// `#room/5`
    Id(i64),
    /// `#room/standup`, since 5.0
    Tag(String),
}

impl fmt::Display for RoomRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id(id) => write!(f, "{id}"),
            Self::Tag(tag) => f.write_str(tag),
        }
    }
}

impl JoinLink {
    /// Reads a room page, a hash link or an invitation link, under any context
    /// path, with blanks around it and mail line wraps inside it.
    pub fn parse(text: &str) -> Result<Self, JoinLinkError> {
        let (base, url) = BaseUrl::parse_with_page(text)?;
        let kind = kind_of(&url)?;
        let language = parameter(&url, "language").and_then(|text| text.parse().ok());
        Ok(Self {
            base,
            kind,
            language: language.map(LanguageId),
            url,
        })
    }

    /// The room page `{base}#room/ROOM`.
    pub fn room(base: &BaseUrl, room: RoomRef) -> Self {
        let mut url = base.join(&[""]);
        url.set_fragment(Some(&format!("room/{room}")));
        Self {
            base: base.clone(),
            kind: JoinKind::Room(room),
            language: None,
            url,
        }
    }

    /// `{base}hash?secure=HASH&language=N`.
    pub fn secure(base: &BaseUrl, hash: &RoomHash, language: Option<LanguageId>) -> Self {
        Self::with_hash(base, "secure", hash.expose(), JoinKind::RoomHash, language)
    }

    /// `{base}hash?invitation=HASH&language=N`.
    pub fn invitation(base: &BaseUrl, hash: &str, language: Option<LanguageId>) -> Self {
        Self::with_hash(base, "invitation", hash, JoinKind::Invitation, language)
    }

    fn with_hash(
        base: &BaseUrl,
        name: &str,
        hash: &str,
        kind: JoinKind,
        language: Option<LanguageId>,
    ) -> Self {
        let mut url = base.join(&["hash"]);
        url.query_pairs_mut().append_pair(name, hash);
        if let Some(language) = language {
            url.query_pairs_mut()
                .append_pair("language", &language.to_string());
        }
        Self {
            base: base.clone(),
            kind,
            language,
            url,
        }
    }

    /// The same link on another address of the server, everything else as
    /// given.
    #[must_use]
    pub fn on(&self, base: &BaseUrl) -> Self {
        let page = if matches!(self.kind, JoinKind::Room(_)) {
            ""
        } else {
            "hash"
        };
        let mut url = base.join(&[page]);
        url.set_query(self.url.query());
        url.set_fragment(self.url.fragment());
        Self {
            base: base.clone(),
            url,
            ..self.clone()
        }
    }

    /// The server the link leads to.
    pub fn base(&self) -> &BaseUrl {
        &self.base
    }

    /// What the link opens.
    pub fn kind(&self) -> JoinKind {
        self.kind.clone()
    }

    /// The language the room page will have, if the link says.
    pub fn language(&self) -> Option<LanguageId> {
        self.language
    }

    /// The whole address, for the browser. It may hold a hash: never log it.
    pub fn expose_url(&self) -> &str {
        self.url.as_str()
    }
}

impl fmt::Debug for JoinLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match &self.kind {
            JoinKind::RoomHash => "hash?secure=…".to_owned(),
            JoinKind::Invitation => "hash?invitation=…".to_owned(),
            JoinKind::Room(room) => format!("#room/{room}"),
        };
        write!(f, "JoinLink({}{what})", self.base)
    }
}

/// Why a text is not a join link. The text itself is not repeated.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum JoinLinkError {
    /// Not even the address of a server.
    #[error(transparent)]
    Address(#[from] BaseUrlError),
    /// An address of a server, but of no room.
    #[error(
        "the address leads to no room: it has no hash?invitation=, no hash?secure= and no #room/"
    )]
    NoRoom,
    /// A link whose hash is cut off or holds characters no hash has.
    #[error("the link is damaged: its hash is missing or not complete")]
    Hash,
    /// A room page whose room is neither a number nor a tag.
    #[error("the link is damaged: the room after #room/ is missing or cannot be read")]
    Room,
}

/// If both hashes are there, the server shows the invitation.
fn kind_of(url: &Url) -> Result<JoinKind, JoinLinkError> {
    let last = url
        .path_segments()
        .and_then(|mut segments| segments.next_back());
    let page = last
        .unwrap_or_default()
        .split(';')
        .next()
        .unwrap_or_default();
    if page == "hash" {
        for (name, kind) in [
            ("invitation", JoinKind::Invitation),
            ("secure", JoinKind::RoomHash),
        ] {
            if let Some(hash) = parameter(url, name) {
                return if is_hash(&hash) {
                    Ok(kind)
                } else {
                    Err(JoinLinkError::Hash)
                };
            }
        }
        return Err(JoinLinkError::NoRoom);
    }
    let Some(room) = url
        .fragment()
        .and_then(|fragment| fragment.trim_start_matches('/').strip_prefix("room/"))
    else {
        return Err(JoinLinkError::NoRoom);
    };
    room_of(room).map(JoinKind::Room)
}

fn room_of(text: &str) -> Result<RoomRef, JoinLinkError> {
    let text = text.trim_end_matches('/');
    if let Ok(id) = text.parse::<i64>() {
        return if id > 0 {
            Ok(RoomRef::Id(id))
        } else {
            Err(JoinLinkError::Room)
        };
    }
    let tag = url::form_urlencoded::parse(text.as_bytes())
        .next()
        .map(|(tag, _)| tag.into_owned())
        .unwrap_or_default();
    let is_tag = (1..=64).contains(&tag.len())
        && tag
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'));
    if is_tag {
        Ok(RoomRef::Tag(tag))
    } else {
        Err(JoinLinkError::Room)
    }
}

/// The server makes UUIDs; anything of that alphabet is let through.
fn is_hash(text: &str) -> bool {
    (1..=128).contains(&text.len())
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
}

fn parameter(url: &Url, name: &str) -> Option<String> {
    url.query_pairs()
        .find(|(key, _)| key == name)
        .map(|(_, value)| value.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_three_kinds_under_any_context_path() {
        for context in [
            "https://h/",
            "https://h/openmeetings/",
            "http://h:5080/a/b/",
        ] {
            let link =
                JoinLink::parse(&format!("{context}hash?secure=18535a86-a7bf&language=2")).unwrap();
            assert_eq!(link.kind(), JoinKind::RoomHash);
            assert_eq!(link.language(), Some(LanguageId(2)));
            assert_eq!(link.base().to_string(), context);
            let link = JoinLink::parse(&format!("{context}hash?invitation=167793f8")).unwrap();
            assert_eq!(link.kind(), JoinKind::Invitation);
            assert_eq!(link.language(), None);
            let link = JoinLink::parse(&format!("{context}#room/12")).unwrap();
            assert_eq!(link.kind(), JoinKind::Room(RoomRef::Id(12)));
            let link =
                JoinLink::parse(&format!("{context}signin;jsessionid=1#room/standup")).unwrap();
            assert_eq!(link.kind(), JoinKind::Room(RoomRef::Tag("standup".into())));
            assert_eq!(link.base().to_string(), context);
        }
    }

    #[test]
    fn what_is_built_reads_back_the_same() {
        let base = BaseUrl::parse("https://h:5443/openmeetings").unwrap();
        let secure = JoinLink::secure(&base, &RoomHash::new("18535a86-a7bf"), Some(LanguageId(3)));
        assert_eq!(
            secure.expose_url(),
            "https://h:5443/openmeetings/hash?secure=18535a86-a7bf&language=3"
        );
        let room = JoinLink::room(&base, RoomRef::Id(2));
        assert_eq!(room.expose_url(), "https://h:5443/openmeetings/#room/2");
        let invitation = JoinLink::invitation(&base, "167793f8", None);
        for link in [secure, room, invitation] {
            assert_eq!(JoinLink::parse(link.expose_url()).unwrap(), link);
        }
    }

    #[test]
    fn an_invitation_is_kept_as_given() {
        let text = "https://h/om/hash?invitation=167793f8&language=1&utm=mail";
        assert_eq!(JoinLink::parse(text).unwrap().expose_url(), text);
        let wrapped = "https://h/om/hash?invitation=16\r\n 7793f8&language=\n1";
        let link = JoinLink::parse(wrapped).unwrap();
        assert_eq!(
            link.expose_url(),
            "https://h/om/hash?invitation=167793f8&language=1"
        );
    }

    #[test]
    fn a_dot_after_the_host_is_dropped_and_port_0_refused() {
        let link = JoinLink::parse("https://meet.example.org./om/#room/2").unwrap();
        assert_eq!(link.expose_url(), "https://meet.example.org/om/#room/2");
        assert_eq!(link.base().host(), "meet.example.org");
        assert_eq!(
            JoinLink::parse("https://h:0/#room/2").unwrap_err(),
            JoinLinkError::Address(BaseUrlError::Port)
        );
    }

    #[test]
    fn what_is_opened_is_on_the_server_that_was_read() {
        let table = [
            ("h/om/?next=https://other/#room/5", "https://h/om/"),
            ("//h/om/#room/5", "https://h/om/"),
            ("h:5443/://other/#room/5", "https://h:5443/:/other/"),
        ];
        for (given, base) in table {
            let link = JoinLink::parse(given).unwrap();
            assert_eq!(link.base().to_string(), base, "{given:?}");
            assert_eq!(
                BaseUrl::parse(link.expose_url()).unwrap(),
                *link.base(),
                "{given:?}"
            );
        }
        // Once read as the server `https` by one reader and as `other` with a
        // password by the next.
        assert_eq!(
            JoinLink::parse("https:/;a:b@other://h/om/#room/6").unwrap_err(),
            JoinLinkError::Address(BaseUrlError::Credentials)
        );
    }

    #[test]
    fn both_hashes_mean_the_invitation_and_odd_languages_nothing() {
        let link = JoinLink::parse("https://h/hash?secure=a&invitation=b&language=-1").unwrap();
        assert_eq!(link.kind(), JoinKind::Invitation);
        assert_eq!(link.language(), None);
    }

    #[test]
    fn refusals_say_what_is_wrong() {
        let table = [
            ("https://h/openmeetings/", JoinLinkError::NoRoom),
            ("https://h/hash?app=network", JoinLinkError::NoRoom),
            ("https://h/#rooms/public", JoinLinkError::NoRoom),
            ("https://h/hash?invitation=", JoinLinkError::Hash),
            ("https://h/hash?secure=a%20b", JoinLinkError::Hash),
            ("https://h/#room/", JoinLinkError::Room),
            ("https://h/#room/0", JoinLinkError::Room),
            ("https://h/#room/-4", JoinLinkError::Room),
            ("https://h/#room/a<b>c", JoinLinkError::Room),
            (
                "https://a:b@h/#room/4",
                JoinLinkError::Address(BaseUrlError::Credentials),
            ),
        ];
        for (given, expected) in table {
            assert_eq!(JoinLink::parse(given).unwrap_err(), expected, "{given:?}");
        }
    }

    #[test]
    fn debug_hides_hashes() {
        let link = JoinLink::parse("https://h/hash?secure=pl4nted&language=1").unwrap();
        assert_eq!(format!("{link:?}"), "JoinLink(https://h/hash?secure=…)");
    }
}
