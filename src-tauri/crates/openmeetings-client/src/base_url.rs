//! [`BaseUrl`]: what people paste, normalised to the address a server answers under.

mod error;
mod serial;
mod twin;

use std::fmt;
use std::net::Ipv4Addr;
use std::str::FromStr;

use url::{Host, Url};

use crate::pasted;
pub use error::BaseUrlError;
use error::reason;

/// Pages of the server that people copy from the address bar. What stands
/// before one of them is the context path.
const PAGES: [&str; 14] = [
    "hash",
    "signin",
    "activate",
    "reset",
    "denied",
    "privacy",
    "notinited",
    "install",
    "error",
    "ping",
    "swf",
    "logout",
    "index.html",
    "services",
];

/// Folders of the server below which only its own files live.
const FOLDERS: [&str; 4] = ["services", "oauth", "recordings", "wicket"];

/// The context path of an installation nobody changed.
const DEFAULT_CONTEXT: &str = "openmeetings";

/// The address of an OpenMeetings server: scheme, host, port and context path,
/// always ending in `/`.
///
/// REST calls go to `{base}services/…`, room pages are `{base}#room/ID`. The
/// value never holds credentials, a query or a fragment.
///
/// ```
/// use openmeetings_client::BaseUrl;
///
/// let base: BaseUrl = " https://Meet.Example.org/openmeetings/#room/5\n".parse()?;
/// assert_eq!(base.to_string(), "https://meet.example.org/openmeetings/");
/// # Ok::<(), openmeetings_client::BaseUrlError>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BaseUrl(Url);

impl BaseUrl {
    /// Reads an address as people paste it: with or without scheme (then
    /// `https`), context path and slash, also a room page, a sign-in page, a
    /// join link or a REST address, with blanks and mail line wraps around and
    /// inside it.
    pub fn parse(text: &str) -> Result<Self, BaseUrlError> {
        Self::parse_with_page(text).map(|(base, _)| base)
    }

    /// The address of the server, and the whole address it was taken from. Both
    /// come from one reading: what is opened is what was looked at.
    pub(crate) fn parse_with_page(text: &str) -> Result<(Self, Url), BaseUrlError> {
        let address = pasted::without_wraps(text);
        if address.is_empty() {
            return Err(BaseUrlError::Empty);
        }
        if address.len() > pasted::LONGEST_URL {
            return Err(BaseUrlError::TooLong);
        }
        if address.contains(char::is_whitespace) {
            return Err(BaseUrlError::Blank);
        }
        if address.contains(char::is_control) {
            return Err(BaseUrlError::ControlCharacter);
        }
        let url = Url::parse(&with_scheme(&address)?).map_err(reason)?;
        // Encoded, an address of other letters has become longer.
        if url.as_str().len() > pasted::LONGEST_URL {
            return Err(BaseUrlError::TooLong);
        }
        Ok((Self::from_url(&url, &address)?, without_root_dot(&url)))
    }

    /// The addresses worth trying for a text, best first: what was given, and
    /// for a bare host the places where OpenMeetings usually answers.
    ///
    /// Plain `http` is only proposed when the text did not ask for `https`, and
    /// always last.
    ///
    /// ```
    /// use openmeetings_client::BaseUrl;
    ///
    /// let places = BaseUrl::candidates("meet.example.org")?;
    /// let places: Vec<String> = places.iter().map(ToString::to_string).collect();
    /// assert_eq!(
    ///     places,
    ///     [
    ///         "https://meet.example.org/",
    ///         "https://meet.example.org/openmeetings/",
    ///         "https://meet.example.org:5443/openmeetings/",
    ///         "http://meet.example.org:5080/openmeetings/",
    ///     ]
    /// );
    /// # Ok::<(), openmeetings_client::BaseUrlError>(())
    /// ```
    pub fn candidates(text: &str) -> Result<Vec<Self>, BaseUrlError> {
        let given = Self::parse(text)?;
        let mut places = vec![given.clone()];
        if given.0.path() != "/" {
            return Ok(places);
        }
        let scheme_given = has_scheme(&pasted::without_wraps(text));
        let mut propose = |scheme: &str, port: Option<u16>| {
            let mut url = given.0.clone();
            // Both can only fail for addresses without a host, which `parse` refuses.
            if url.set_scheme(scheme).is_ok() && url.set_port(port).is_ok() {
                url.set_path(&format!("/{DEFAULT_CONTEXT}/"));
                let place = Self(url);
                if !places.contains(&place) {
                    places.push(place);
                }
            }
        };
        propose(given.scheme(), given.0.port());
        if given.0.port().is_none() {
            if given.is_https() {
                propose("https", Some(5443));
            }
            if !scheme_given || !given.is_https() {
                propose("http", Some(5080));
            }
        } else if !scheme_given {
            propose("http", given.0.port());
        }
        Ok(places)
    }

    /// Normalises a parsed address; `given` is the text it was read from.
    fn from_url(url: &Url, given: &str) -> Result<Self, BaseUrlError> {
        if !matches!(url.scheme(), "http" | "https") {
            return Err(BaseUrlError::Scheme(url.scheme().to_owned()));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(BaseUrlError::Credentials);
        }
        match url.host() {
            None => return Err(BaseUrlError::NoHost),
            // The URL standard reads a bare number as an IPv4 address; nobody who
            // pastes "2024" means 0.0.7.232.
            Some(Host::Ipv4(address)) if !names(given, address) => {
                return Err(BaseUrlError::NoHost);
            }
            Some(Host::Domain(name)) if !is_host_name(name) => {
                return Err(BaseUrlError::HostName);
            }
            Some(_) => {}
        }
        // The URL standard allows it, and nothing can listen there.
        if url.port() == Some(0) {
            return Err(BaseUrlError::Port);
        }
        let mut base = without_root_dot(url);
        base.set_query(None);
        base.set_fragment(None);
        // First, since `..;x` then becomes a way up.
        base.set_path(&without_parameters(url.path()));
        let context = context_path(base.path());
        base.set_path(&context);
        Ok(Self(base))
    }

    /// The base a join link or room page lies under; the link is already parsed.
    pub(crate) fn of_url(url: &Url) -> Result<Self, BaseUrlError> {
        Self::from_url(url, url.as_str())
    }

    /// `http` or `https`.
    pub fn scheme(&self) -> &str {
        self.0.scheme()
    }

    /// Whether calls to this server are encrypted.
    pub fn is_https(&self) -> bool {
        self.scheme() == "https"
    }

    /// Whether browsers trust a page of this server with camera and microphone:
    /// it is encrypted, or of this very computer.
    pub fn is_secure_context(&self) -> bool {
        self.is_https() || self.is_loopback()
    }

    /// Whether it means the very computer that asks, such as `localhost`.
    pub fn is_loopback(&self) -> bool {
        match self.0.host() {
            Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            None => false,
        }
    }

    /// Whether the context path is the one of an installation nobody changed.
    pub fn has_default_path(&self) -> bool {
        self.path().trim_matches('/') == DEFAULT_CONTEXT
    }

    /// The host as it is looked up: lower case, punycode, IPv6 in brackets.
    pub fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }

    /// The port, also when it is the usual one of the scheme.
    pub fn port(&self) -> u16 {
        self.0.port_or_known_default().unwrap_or_default()
    }

    /// The context path, beginning and ending in `/`.
    pub fn path(&self) -> &str {
        self.0.path()
    }

    /// Scheme, host and port, without the path. The path of an address that came
    /// from elsewhere may hold a session.
    pub fn origin(&self) -> String {
        self.0.origin().ascii_serialization()
    }

    /// Whether both lie on the same host, whatever scheme, port and path.
    ///
    /// Links in mails are made from the server's own idea of its address, which
    /// may differ from the saved one in all of these.
    pub fn same_host(&self, other: &Self) -> bool {
        self.0.host() == other.0.host()
    }

    /// `{base}` followed by path segments, each percent-encoded as needed.
    pub(crate) fn join(&self, segments: &[&str]) -> Url {
        let mut url = self.0.clone();
        if let Ok(mut path) = url.path_segments_mut() {
            path.pop_if_empty().extend(segments);
        }
        url
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_str())
    }
}

impl fmt::Debug for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BaseUrl({})", self.0)
    }
}

impl FromStr for BaseUrl {
    type Err = BaseUrlError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

/// Puts `https://` in front of an address without a scheme. `host:5443` has
/// none, although it looks like one.
fn with_scheme(address: &str) -> Result<String, BaseUrlError> {
    if has_scheme(address) {
        return Ok(address.to_owned());
    }
    if let Some(rest) = address.strip_prefix("//") {
        return Ok(format!("https://{rest}"));
    }
    if let Some((before, after)) = address.split_once(':') {
        let port_follows = after.starts_with(|c: char| c.is_ascii_digit());
        let scheme_like = !before.is_empty() && before.chars().all(|c| c.is_ascii_alphabetic());
        if scheme_like && !port_follows && !address.contains('@') {
            return Err(BaseUrlError::Scheme(before.to_ascii_lowercase()));
        }
    }
    // A bare IPv6 address needs its brackets.
    if address.parse::<std::net::Ipv6Addr>().is_ok() {
        return Ok(format!("https://[{address}]"));
    }
    Ok(format!("https://{address}"))
}

/// Whether a scheme stands in front: one of ours with at least one slash, which
/// is what browsers ask for, or another with two. Further behind, `://` is a part
/// of something else.
fn has_scheme(address: &str) -> bool {
    let Some((scheme, rest)) = address.split_once(':') else {
        return false;
    };
    let mut ours = ["http", "https"].into_iter();
    if ours.any(|ours| scheme.eq_ignore_ascii_case(ours)) {
        return rest.starts_with(['/', '\\']);
    }
    rest.starts_with("//")
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
}

/// Whether the text writes the IPv4 address out with its three dots.
fn names(text: &str, address: Ipv4Addr) -> bool {
    text.contains(&address.to_string())
}

/// Letters, digits, hyphens, dots, and the underscore that intranets use.
fn is_host_name(name: &str) -> bool {
    !name.starts_with('.')
        && !name.contains("..")
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_'))
}

/// `host.` is `host`: the dot names the root of all names, and neither
/// certificates nor saved servers have it.
fn without_root_dot(url: &Url) -> Url {
    let mut url = url.clone();
    if let Some(host) = url.host_str().and_then(|host| host.strip_suffix('.')) {
        let host = host.to_owned();
        // Fails only for addresses without a host.
        let _ = url.set_host(Some(&host));
    }
    url
}

/// A path without `;jsessionid=…` and the like.
fn without_parameters(path: &str) -> String {
    let segments = path.split('/');
    let named = segments.map(|segment| segment.split(';').next().unwrap_or_default());
    named.collect::<Vec<_>>().join("/")
}

/// Everything before the first page or folder of the server, empty segments
/// left out, between slashes.
fn context_path(path: &str) -> String {
    let mut segments: Vec<&str> = path
        .split('/')
        .filter(|segment| !segment.is_empty())
        .collect();
    if let Some(folder) = segments
        .iter()
        .position(|segment| FOLDERS.contains(segment))
    {
        segments.truncate(folder);
    }
    // All of them: the base of a base is itself.
    while segments.last().is_some_and(|last| PAGES.contains(last)) {
        segments.pop();
    }
    if segments.is_empty() {
        return "/".to_owned();
    }
    format!("/{}/", segments.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base(text: &str) -> String {
        BaseUrl::parse(text)
            .map_or_else(|error| format!("refused: {error}"), |base| base.to_string())
    }

    #[test]
    #[expect(clippy::too_many_lines, reason = "a table")]
    fn reads_what_people_paste() {
        let table = [
            ("meet.example.org", "https://meet.example.org/"),
            ("  meet.example.org/ \n", "https://meet.example.org/"),
            (
                "<https://meet.example.org/om>",
                "https://meet.example.org/om/",
            ),
            (
                "MEET.Example.ORG/OpenMeetings",
                "https://meet.example.org/OpenMeetings/",
            ),
            (
                "https://host:5443/openmeetings",
                "https://host:5443/openmeetings/",
            ),
            ("host:5443/openmeetings", "https://host:5443/openmeetings/"),
            ("localhost:5080", "https://localhost:5080/"),
            (
                "http://localhost:5080/openmeetings/",
                "http://localhost:5080/openmeetings/",
            ),
            ("https://host:443/", "https://host/"),
            ("//host/om", "https://host/om/"),
            ("https://h/openmeetings/#room/5", "https://h/openmeetings/"),
            ("https://h/openmeetings#room/5", "https://h/openmeetings/"),
            (
                "https://h/openmeetings/hash?secure=1b2c&language=1",
                "https://h/openmeetings/",
            ),
            ("https://h/hash?invitation=1b2c", "https://h/"),
            (
                "https://h/om/signin;jsessionid=1A2B#room/2",
                "https://h/om/",
            ),
            ("https://h/om/services/info/version", "https://h/om/"),
            ("https://h/a/b/oauth/3", "https://h/a/b/"),
            ("https://h/om//", "https://h/om/"),
            ("https://h/om/signin/hash", "https://h/om/"),
            ("https://h/om/signin/services/info", "https://h/om/"),
            ("https://h/om/signin/x/..;y/", "https://h/om/"),
            ("https:/h/om", "https://h/om/"),
            ("h/om?next=https://other/", "https://h/om/"),
            ("https://h/om/?pwa=true", "https://h/om/"),
            (
                "https://[2001:db8::1]:5443/openmeetings",
                "https://[2001:db8::1]:5443/openmeetings/",
            ),
            ("2001:db8::1", "https://[2001:db8::1]/"),
            (
                "192.168.1.20:5443/openmeetings",
                "https://192.168.1.20:5443/openmeetings/",
            ),
            (
                "https://bücher.example/om",
                "https://xn--bcher-kva.example/om/",
            ),
            (
                "https://meet.example.org/openmee\r\n tings/",
                "https://meet.example.org/openmeetings/",
            ),
            (
                "https://meet.example.org/om/hash?invita\n tion=1b2c",
                "https://meet.example.org/om/",
            ),
            ("\u{feff}https://h/\u{200b}om", "https://h/om/"),
        ];
        for (given, expected) in table {
            assert_eq!(base(given), expected, "{given:?}");
        }
    }

    #[test]
    fn refusals_say_what_is_wrong() {
        let table = [
            ("", BaseUrlError::Empty),
            (" \n ", BaseUrlError::Empty),
            ("https://", BaseUrlError::NoHost),
            ("2024", BaseUrlError::NoHost),
            ("meet me at noon", BaseUrlError::Blank),
            ("https://h/\u{1}", BaseUrlError::ControlCharacter),
            ("ftp://host/om", BaseUrlError::Scheme("ftp".into())),
            ("mailto:someone", BaseUrlError::Scheme("mailto".into())),
            (
                "javascript:alert(1)",
                BaseUrlError::Scheme("javascript".into()),
            ),
            ("https://anna:secret@host/om", BaseUrlError::Credentials),
            ("anna:secret@host/om", BaseUrlError::Credentials),
            ("anna@host", BaseUrlError::Credentials),
            ("https:/anna:secret@h://other/", BaseUrlError::Credentials),
            ("https://host:99999/", BaseUrlError::Port),
            ("https://host:port/", BaseUrlError::Port),
            ("https://256.1.1.1/", BaseUrlError::IpAddress),
            ("https://[::g]/", BaseUrlError::IpAddress),
            ("https://ho<st/", BaseUrlError::HostName),
            ("https://ho..st/", BaseUrlError::HostName),
        ];
        for (given, expected) in table {
            assert_eq!(BaseUrl::parse(given).unwrap_err(), expected, "{given:?}");
        }
        let long = format!("https://h/{}", "a".repeat(9000));
        assert_eq!(BaseUrl::parse(&long).unwrap_err(), BaseUrlError::TooLong);
        let longer_encoded = format!("https://h/{}", "ü".repeat(3000));
        assert_eq!(
            BaseUrl::parse(&longer_encoded).unwrap_err(),
            BaseUrlError::TooLong
        );
    }

    #[test]
    fn a_refusal_never_repeats_a_password() {
        let error = BaseUrl::parse("https://anna:Pl4nted@host/").unwrap_err();
        assert!(!format!("{error} {error:?}").contains("Pl4nted"));
    }

    #[test]
    fn candidates_follow_what_was_given() {
        let places = |text: &str| -> Vec<String> {
            BaseUrl::candidates(text)
                .unwrap()
                .iter()
                .map(ToString::to_string)
                .collect()
        };
        assert_eq!(
            places("https://h/om"),
            ["https://h/om/"],
            "a context path is believed"
        );
        assert_eq!(
            places("https://h"),
            [
                "https://h/",
                "https://h/openmeetings/",
                "https://h:5443/openmeetings/"
            ],
            "https was asked for: http is not proposed"
        );
        assert_eq!(
            places("http://localhost:5080"),
            [
                "http://localhost:5080/",
                "http://localhost:5080/openmeetings/"
            ]
        );
        assert_eq!(
            places("h:5080"),
            [
                "https://h:5080/",
                "https://h:5080/openmeetings/",
                "http://h:5080/openmeetings/"
            ]
        );
    }

    #[test]
    fn survives_serde() {
        let base: BaseUrl = serde_json::from_str("\"h/om\"").unwrap();
        assert_eq!(serde_json::to_string(&base).unwrap(), "\"https://h/om/\"");
        assert!(serde_json::from_str::<BaseUrl>("\"a b\"").is_err());
    }
}
