//! [`DeepLink`]: `openmeetings://…`, read from text or refused with a reason,
//! and built.
//!
//! A link comes from strangers. It can name a server, a room and an invitation,
//! and nothing else: no password, SID or room hash, no setting, no scheme. What
//! is not known is refused, not skipped.

pub mod inbox;

use std::collections::BTreeMap;
use std::fmt;

use openmeetings_client::{BaseUrl, BaseUrlError, JoinKind, JoinLink, JoinLinkError, RoomRef};
use url::Url;

use crate::introduction::Introduction;

/// The scheme, as the installer registers it.
pub const SCHEME: &str = "openmeetings";

const LONGEST: usize = 4096;

/// What a link asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeepLink {
    /// `openmeetings://HOST[:PORT][/CONTEXT]/room/ID`, or
    /// `openmeetings://join?server=…&room=…`
    Room {
        server: ServerAddress,
        room: RoomRef,
    },
    /// `openmeetings://HOST…/hash?invitation=…`
    Invitation {
        server: ServerAddress,
        link: JoinLink,
    },
    /// `openmeetings://add-server?url=…&name=…`,
    /// with `key=…` and `help=…`: a server that somebody recommends
    AddServer(Introduction),
}

/// A server as a link names it: without a scheme, which only a saved server has.
#[derive(Clone, PartialEq, Eq)]
pub struct ServerAddress {
    /// Read as `https`; only host, port and path count.
    base: BaseUrl,
    port: Option<u16>,
}

impl ServerAddress {
    fn parse(text: &str) -> Result<Self, LinkRefusal> {
        let base = BaseUrl::parse(&format!("https://{text}"))?;
        let url = Url::parse(&format!("https://{text}")).map_err(|_| BaseUrlError::Malformed)?;
        Ok(Self {
            base,
            port: url.port(),
        })
    }

    /// The server of an address; the usual port stands for any.
    pub(crate) fn of(base: &BaseUrl) -> Self {
        Self {
            base: base.clone(),
            port: Some(base.port()).filter(|port| *port != 443),
        }
    }

    /// The host as it is looked up, punycode shown.
    pub fn host(&self) -> &str {
        self.base.host()
    }

    /// Where to ask if no saved server matches: always `https`.
    pub fn as_https(&self) -> &BaseUrl {
        &self.base
    }

    /// Whether a saved server is meant: same host; same port if the link has
    /// one; same path if the link has one.
    pub fn matches(&self, saved: &BaseUrl) -> bool {
        self.base.same_host(saved)
            && self.port.is_none_or(|port| port == saved.port())
            && (self.base.path() == "/" || self.base.path() == saved.path())
    }
}

impl fmt::Display for ServerAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.base.host())?;
        if let Some(port) = self.port {
            write!(f, ":{port}")?;
        }
        f.write_str(self.base.path().trim_end_matches('/'))
    }
}

impl fmt::Debug for ServerAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ServerAddress({self})")
    }
}

/// Why a link is not followed. Never repeats the link: it may hold a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkRefusal {
    /// It does not begin with `openmeetings://`.
    Scheme,
    TooLong,
    /// It has characters no link has.
    Characters,
    Address(BaseUrlError),
    /// It holds a password, a session or the key of a room.
    Secret,
    /// It has a part this version does not know.
    Unknown,
    /// It names the same thing twice.
    Twice,
    NoRoom,
    NoServer,
    /// The link into a room that it wraps is damaged.
    Damaged(JoinLinkError),
    /// The name in it is too long or has characters no name has.
    Name,
    /// What it says of a key is no fingerprint.
    Key,
    /// The contact for help is none.
    Help,
}

impl From<BaseUrlError> for LinkRefusal {
    fn from(error: BaseUrlError) -> Self {
        Self::Address(error)
    }
}

impl DeepLink {
    /// Reads a link as the operating system hands it over.
    pub fn parse(text: &str) -> Result<Self, LinkRefusal> {
        let text = text.trim();
        if text.len() > LONGEST {
            return Err(LinkRefusal::TooLong);
        }
        let rest = text
            .get(..SCHEME.len())
            .filter(|scheme| scheme.eq_ignore_ascii_case(SCHEME))
            .and_then(|_| text[SCHEME.len()..].strip_prefix("://"))
            .ok_or(LinkRefusal::Scheme)?;
        if rest.contains(|c: char| c.is_control() || c.is_whitespace() || c == '\\') {
            return Err(LinkRefusal::Characters);
        }
        // Read as https, so that host, port and escapes follow the one set of rules.
        let url = Url::parse(&format!("https://{rest}"))
            .map_err(|_| LinkRefusal::Address(BaseUrlError::Malformed))?;
        if !url.username().is_empty() || url.password().is_some() {
            return Err(LinkRefusal::Secret);
        }
        if url.fragment().is_some_and(|fragment| !fragment.is_empty()) {
            return Err(LinkRefusal::Unknown);
        }
        let parameters = parameters(&url)?;
        let is_verb = url.port().is_none() && matches!(url.path(), "" | "/");
        match url.host_str() {
            Some("join") if is_verb => join(parameters),
            Some("add-server") if is_verb => {
                Introduction::of_parts(parameters, "url").map(Self::AddServer)
            }
            Some(_) => on_server(&url, rest, &parameters),
            None => Err(LinkRefusal::NoServer),
        }
    }

    /// The link to a room of a server, for calendars and chats.
    pub fn to_room(base: &BaseUrl, room: &RoomRef) -> String {
        format!("{SCHEME}://{}{}room/{room}", authority(base), base.path())
    }

    /// The link that opens what a web link does: a room, or an invitation, passed
    /// on as given. None for a key, which no link may hold.
    pub fn to_link(link: &JoinLink) -> Option<String> {
        let base = link.base();
        match link.kind() {
            JoinKind::Room(room) => Some(Self::to_room(base, &room)),
            JoinKind::RoomHash => None,
            JoinKind::Invitation => {
                let given = Url::parse(link.expose_url()).ok()?;
                let kept = given
                    .query_pairs()
                    .filter(|(name, _)| matches!(&**name, "invitation" | "language"));
                let query = url::form_urlencoded::Serializer::new(String::new())
                    .extend_pairs(kept)
                    .finish();
                let (authority, path) = (authority(base), base.path());
                Some(format!("{SCHEME}://{authority}{path}hash?{query}"))
            }
        }
    }
}

fn authority(base: &BaseUrl) -> String {
    let usual = if base.is_https() { 443 } else { 80 };
    if base.port() == usual && base.is_https() {
        base.host().to_owned()
    } else {
        format!("{}:{}", base.host(), base.port())
    }
}

/// Names and values, each name once, no name that could carry a secret.
fn parameters(url: &Url) -> Result<BTreeMap<String, String>, LinkRefusal> {
    let mut parameters = BTreeMap::new();
    for (name, value) in url.query_pairs() {
        if is_secret(&name) {
            return Err(LinkRefusal::Secret);
        }
        if parameters
            .insert(name.into_owned(), value.into_owned())
            .is_some()
        {
            return Err(LinkRefusal::Twice);
        }
    }
    Ok(parameters)
}

/// Whether what is called like that could be a secret.
pub(crate) fn is_secret(name: &str) -> bool {
    const SECRETS: [&str; 9] = [
        "secure", "sid", "pass", "password", "pwd", "user", "login", "token", "hash",
    ];
    SECRETS.contains(&name.to_ascii_lowercase().as_str())
}

fn join(mut parameters: BTreeMap<String, String>) -> Result<DeepLink, LinkRefusal> {
    let server = parameters.remove("server").ok_or(LinkRefusal::NoServer)?;
    let room = parameters.remove("room").ok_or(LinkRefusal::NoRoom)?;
    nothing_left(&parameters)?;
    // A scheme here would be a switch between encrypted and plain.
    let server = server.strip_prefix("https://").unwrap_or(&server);
    if server.contains("://") {
        return Err(LinkRefusal::Unknown);
    }
    let server = ServerAddress::parse(server)?;
    let room = room_of(&server, &room)?;
    Ok(DeepLink::Room { server, room })
}

fn on_server(
    url: &Url,
    rest: &str,
    parameters: &BTreeMap<String, String>,
) -> Result<DeepLink, LinkRefusal> {
    // What the person reads must be what is asked: no bare number becomes an IP.
    BaseUrl::parse(&format!("https://{rest}"))?;
    let path = url.path().trim_end_matches('/');
    if let Some((context, room)) = path.rsplit_once("/room/") {
        nothing_left(parameters)?;
        let server = server_at(url, context)?;
        let room = room_of(&server, room)?;
        return Ok(DeepLink::Room { server, room });
    }
    let Some(context) = path.strip_suffix("/hash") else {
        return Err(LinkRefusal::NoRoom);
    };
    if parameters
        .keys()
        .any(|name| name != "invitation" && name != "language")
    {
        return Err(LinkRefusal::Unknown);
    }
    let link = JoinLink::parse(&format!("https://{rest}")).map_err(LinkRefusal::Damaged)?;
    if link.kind() != JoinKind::Invitation {
        return Err(LinkRefusal::NoRoom);
    }
    Ok(DeepLink::Invitation {
        server: server_at(url, context)?,
        link,
    })
}

fn server_at(url: &Url, context: &str) -> Result<ServerAddress, LinkRefusal> {
    let host = url.host_str().ok_or(LinkRefusal::NoServer)?;
    let port = url
        .port()
        .map(|port| format!(":{port}"))
        .unwrap_or_default();
    ServerAddress::parse(&format!("{host}{port}{context}/"))
}

/// The same rules as for the room of a room page.
fn room_of(server: &ServerAddress, room: &str) -> Result<RoomRef, LinkRefusal> {
    match JoinLink::parse(&format!("{}#room/{room}", server.as_https())).map(|link| link.kind()) {
        Ok(JoinKind::Room(room)) => Ok(room),
        Ok(JoinKind::RoomHash | JoinKind::Invitation) => Err(LinkRefusal::NoRoom),
        Err(error) => Err(LinkRefusal::Damaged(error)),
    }
}

pub(crate) fn nothing_left(parameters: &BTreeMap<String, String>) -> Result<(), LinkRefusal> {
    if parameters.is_empty() {
        Ok(())
    } else {
        Err(LinkRefusal::Unknown)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn room(text: &str) -> (String, RoomRef) {
        let DeepLink::Room { server, room } = DeepLink::parse(text).unwrap() else {
            panic!("no room");
        };
        (server.to_string(), room)
    }

    #[test]
    fn rooms_are_read_in_both_forms() {
        for (text, server) in [
            ("openmeetings://meet.example.org/room/5", "meet.example.org"),
            (
                "OpenMeetings://MEET.example.org/room/5/",
                "meet.example.org",
            ),
            (
                "openmeetings://meet.example.org:5443/openmeetings/room/5",
                "meet.example.org:5443/openmeetings",
            ),
            ("openmeetings://[::1]:5443/a/b/room/5", "[::1]:5443/a/b"),
            (
                "openmeetings://join?server=meet.example.org%2Fom&room=5",
                "meet.example.org/om",
            ),
            (
                "openmeetings://join/?room=5&server=https://meet.example.org",
                "meet.example.org",
            ),
        ] {
            assert_eq!(room(text), (server.to_owned(), RoomRef::Id(5)), "{text}");
        }
    }

    #[test]
    fn an_invitation_is_passed_on_as_given() {
        let text = "openmeetings://h:5443/om/hash?invitation=167793f8-17e4&language=1";
        let DeepLink::Invitation { server, link } = DeepLink::parse(text).unwrap() else {
            panic!("no invitation");
        };
        assert_eq!(server.to_string(), "h:5443/om");
        assert_eq!(
            link.expose_url(),
            "https://h:5443/om/hash?invitation=167793f8-17e4&language=1"
        );
    }

    #[test]
    fn a_server_can_be_proposed() {
        let DeepLink::AddServer(server) =
            DeepLink::parse("openmeetings://add-server?url=https://h/om&name=Our%20rooms").unwrap()
        else {
            panic!("no server");
        };
        assert_eq!(
            (server.address.to_string().as_str(), server.name.as_deref()),
            ("https://h/om/", Some("Our rooms"))
        );
    }

    #[test]
    fn a_proposed_server_is_asked_as_https_whatever_the_link_says() {
        for url in ["http://h:5080/om", "HTTP://h:5080/om", "h:5080/om"] {
            let link = format!("openmeetings://add-server?url={url}");
            let Ok(DeepLink::AddServer(server)) = DeepLink::parse(&link) else {
                panic!("no server in {link}");
            };
            assert_eq!(server.address.to_string(), "https://h:5080/om/", "{link}");
        }
    }

    #[test]
    fn app_links_are_made_of_rooms_and_invitations_but_never_of_keys() {
        let made = |link: &str| DeepLink::to_link(&JoinLink::parse(link).unwrap());
        assert_eq!(
            made("http://h:5080/om/hash?invitation=16ab&utm=mail&language=2").unwrap(),
            "openmeetings://h:5080/om/hash?invitation=16ab&language=2"
        );
        assert_eq!(
            made("https://h/#room/5").unwrap(),
            "openmeetings://h/room/5"
        );
        assert_eq!(made("https://h/hash?secure=16ab"), None);
    }

    #[test]
    fn tricks_with_the_server_are_refused_or_shown_as_what_they_are() {
        for text in [
            "openmeetings://h%2eevil%2f/room/5",
            "openmeetings://meet.example.org@evil/room/5",
            "openmeetings://h:0x50/room/5",
            "openmeetings://h:99999/room/5",
            "openmeetings://[fe80::1%25eth0]/room/5",
            "openmeetings://ho..st/room/5",
            "openmeetings://2024/room/5",
            "openmeetings:///room/5",
            "openmeetings://h/room/5%2f..%2f6",
        ] {
            assert!(DeepLink::parse(text).is_err(), "{text}");
        }
        // The first “a” of the first is Cyrillic.
        for (text, server) in [
            (
                "openmeetings://\u{430}pache.org/room/5",
                "xn--pache-3ve.org",
            ),
            ("openmeetings://h/a/../b/room/5", "h/b"),
            ("openmeetings://h//om//room/5", "h/om"),
        ] {
            assert_eq!(room(text).0, server, "{text}");
        }
        let long = format!("openmeetings://h/room/{}", "5".repeat(5000));
        assert_eq!(DeepLink::parse(&long).unwrap_err(), LinkRefusal::TooLong);
    }

    #[test]
    fn everything_else_is_refused_with_its_reason() {
        for (text, reason) in [
            ("https://h/room/5", LinkRefusal::Scheme),
            ("openmeetings:join", LinkRefusal::Scheme),
            ("openmeeting\u{1F600}://h/room/5", LinkRefusal::Scheme),
            ("openmeetings://h/room/5 6", LinkRefusal::Characters),
            ("openmeetings://h\\@evil/room/5", LinkRefusal::Characters),
            ("openmeetings://anna:pw@h/room/5", LinkRefusal::Secret),
            ("openmeetings://h/hash?secure=18535a86", LinkRefusal::Secret),
            (
                "openmeetings://h/hash?invitation=1&sid=2",
                LinkRefusal::Secret,
            ),
            (
                "openmeetings://join?server=h&room=5&password=x",
                LinkRefusal::Secret,
            ),
            (
                "openmeetings://join?server=http://h&room=5",
                LinkRefusal::Unknown,
            ),
            (
                "openmeetings://join?server=h&room=5&auto=1",
                LinkRefusal::Unknown,
            ),
            ("openmeetings://h/room/5?scheme=http", LinkRefusal::Unknown),
            ("openmeetings://h/room/5#x", LinkRefusal::Unknown),
            (
                "openmeetings://join?server=h&room=5&room=6",
                LinkRefusal::Twice,
            ),
            ("openmeetings://join?server=h", LinkRefusal::NoRoom),
            ("openmeetings://join?room=5", LinkRefusal::NoServer),
            ("openmeetings://h/", LinkRefusal::NoRoom),
            (
                "openmeetings://h/room/-5",
                LinkRefusal::Damaged(JoinLinkError::Room),
            ),
            (
                "openmeetings://h/hash?invitation=",
                LinkRefusal::Damaged(JoinLinkError::Hash),
            ),
            (
                "openmeetings://add-server?url=ftp://h",
                LinkRefusal::Address(BaseUrlError::Scheme("ftp".into())),
            ),
            ("openmeetings://add-server?url=h&name=", LinkRefusal::Name),
            ("openmeetings://add-server?url=h&key=7", LinkRefusal::Key),
            ("openmeetings://add-server?url=h&help=x", LinkRefusal::Help),
            ("openmeetings://add-server?url=h&sid=1", LinkRefusal::Secret),
            (
                "openmeetings://add-server?url=h&join=1",
                LinkRefusal::Unknown,
            ),
        ] {
            assert_eq!(DeepLink::parse(text).unwrap_err(), reason, "{text}");
        }
    }

    #[test]
    fn a_link_matches_the_server_it_names() {
        let server = |text: &str| ServerAddress::parse(text).unwrap();
        let saved = BaseUrl::parse("http://h:5080/openmeetings").unwrap();
        assert!(
            server("h").matches(&saved),
            "scheme and port come from the saved server"
        );
        assert!(server("h:5080/openmeetings").matches(&saved));
        assert!(!server("h:5443").matches(&saved));
        assert!(!server("h/other").matches(&saved));
        assert!(!server("evil").matches(&saved));
    }

    proptest! {
        #[test]
        fn no_text_panics(text in ".{0,200}") {
            let _ = DeepLink::parse(&text);
            let _ = DeepLink::parse(&format!("openmeetings://{text}"));
        }

        #[test]
        fn what_is_built_reads_back_the_same(
            host in "[a-z][a-z0-9]{0,10}(\\.[a-z]{2,5})?",
            port in proptest::option::of(1u16..),
            context in proptest::option::of("[a-z]{1,8}"),
            id in 1i64..,
        ) {
            let port = port.map(|port| format!(":{port}")).unwrap_or_default();
            let context = context.unwrap_or_default();
            prop_assume!(!["join", "add-server"].contains(&host.as_str()));
            prop_assume!(!["hash", "signin", "error", "ping", "swf", "reset"].contains(&context.as_str()));
            let base = BaseUrl::parse(&format!("https://{host}{port}/{context}")).unwrap();
            let text = DeepLink::to_room(&base, &RoomRef::Id(id));
            let DeepLink::Room { server, room } = DeepLink::parse(&text).unwrap() else {
                panic!("no room");
            };
            prop_assert_eq!(room, RoomRef::Id(id));
            prop_assert!(server.matches(&base));
        }
    }
}
