//! [`Error`]: the one error of this crate, and the only place that sees the
//! HTTP library's own.

use std::fmt;

use crate::tls::{self, Refused};
use crate::{BaseUrl, CertificateProblem, LoginRefusal, ShownCertificate};

/// Why a call failed.
///
/// One opaque type with predicates, so that calls compose and new reasons do
/// not break callers. Its texts never hold a URL, a SID, a hash or a password:
/// the SID is in the query of every call, so the URL of the HTTP library's
/// errors is cut off before anything else happens.
///
/// ```
/// # fn show(error: openmeetings_client::Error) {
/// if error.is_timeout() {
///     println!("the server did not answer in time");
/// } else if error.is_not_openmeetings() {
///     println!("something else answered in its place");
/// }
/// # }
/// ```
pub struct Error(Box<Inner>);

struct Inner {
    kind: Kind,
    /// What was asked for, as in `user/login`.
    call: &'static str,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The client could not be set up.
    Setup,
    /// The host name is unknown.
    Dns,
    /// Refused, unreachable, no route.
    Connect,
    /// A proxy on the way wants to know who calls.
    ProxyLogin,
    /// A proxy on the way leads nowhere.
    ProxyRefused,
    Timeout,
    Certificate(CertificateProblem),
    /// Any other failure of the TLS handshake.
    Tls,
    /// The connection ended before the answer did.
    Cut,
    Redirect(Option<BaseUrl>),
    /// HTML or another type where JSON was due.
    NotJson,
    /// A page, or bytes that are no text.
    NotText,
    /// 404 without a body: the path is not served here, or holds a bad value.
    NotFound,
    WrongMethod,
    /// Another status than the API uses.
    Status(u16),
    TooLarge,
    Unreadable(&'static str),
    Refused(LoginRefusal),
    NotAllowed,
    /// The server says ERROR or 500 with a text of its own.
    Server(Option<String>),
    NoSuchRoom,
}

impl Error {
    pub(crate) fn new(call: &'static str, kind: Kind) -> Self {
        Self(Box::new(Inner {
            kind,
            call,
            source: None,
        }))
    }

    pub(crate) fn caused(
        call: &'static str,
        kind: Kind,
        source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        Self(Box::new(Inner {
            kind,
            call,
            source: Some(source.into()),
        }))
    }

    /// Takes over an error of the HTTP library, without its URL.
    pub(crate) fn from_http(call: &'static str, error: reqwest::Error) -> Self {
        let error = error.without_url();
        let kind = kind_of(&error);
        Self::caused(call, kind, error)
    }

    /// Without what the server said: it may repeat what it was told.
    pub(crate) fn without_the_servers_words(mut self) -> Self {
        if let Kind::Server(words) = &mut self.0.kind {
            *words = None;
        }
        self
    }

    pub(crate) fn kind(&self) -> &Kind {
        &self.0.kind
    }

    /// The server did not answer in time.
    pub fn is_timeout(&self) -> bool {
        self.0.kind == Kind::Timeout
    }

    /// No connection came about: unknown name, refused, unreachable.
    pub fn is_connect(&self) -> bool {
        matches!(self.0.kind, Kind::Dns | Kind::Connect)
    }

    /// The host name is unknown.
    pub fn is_unknown_host(&self) -> bool {
        self.0.kind == Kind::Dns
    }

    /// A proxy of the network wants a login first.
    pub fn is_proxy_login(&self) -> bool {
        matches!(self.0.kind, Kind::ProxyLogin | Kind::Status(407))
    }

    /// A proxy of the network does not lead to the server: it forbids it, cannot
    /// reach it, or wants something done in a browser first.
    pub fn is_proxy_refusal(&self) -> bool {
        self.0.kind == Kind::ProxyRefused
    }

    /// The connection ended before the answer was complete.
    pub fn is_cut(&self) -> bool {
        self.0.kind == Kind::Cut
    }

    /// The TLS handshake failed, for the certificate or another reason.
    pub fn is_tls(&self) -> bool {
        matches!(self.0.kind, Kind::Tls | Kind::Certificate(_))
    }

    /// What is wrong with the certificate, if that was the reason.
    pub fn certificate_problem(&self) -> Option<CertificateProblem> {
        if let Kind::Certificate(problem) = self.0.kind {
            Some(problem)
        } else {
            None
        }
    }

    /// What the refused certificate says of itself, if that was the reason.
    pub fn shown_certificate(&self) -> Option<&ShownCertificate> {
        let source = self.0.source.as_deref()?;
        let refused = causes(source).find_map(tls_error).and_then(Refused::of)?;
        Some(&refused.shown)
    }

    /// Something answered, but not the API of an OpenMeetings server: a page
    /// where JSON was due, a redirect, an empty 404.
    ///
    /// A wrong context path, a proxy's page or the page of a hotel's network
    /// look like this.
    pub fn is_not_openmeetings(&self) -> bool {
        matches!(
            self.0.kind,
            Kind::NotJson
                | Kind::Redirect(_)
                | Kind::NotFound
                | Kind::WrongMethod
                | Kind::Status(401 | 403 | 511)
        )
    }

    /// The server sent the caller elsewhere, which the API never does.
    pub fn is_redirect(&self) -> bool {
        matches!(self.0.kind, Kind::Redirect(_))
    }

    /// Where a redirect pointed, if that can be read as the address of a server.
    pub fn redirect_target(&self) -> Option<&BaseUrl> {
        if let Kind::Redirect(target) = &self.0.kind {
            target.as_ref()
        } else {
            None
        }
    }

    /// The answer had more bytes than any answer of this API needs.
    pub fn is_too_large(&self) -> bool {
        self.0.kind == Kind::TooLarge
    }

    /// The answer is JSON, but not what this call answers.
    pub fn is_unreadable(&self) -> bool {
        matches!(self.0.kind, Kind::Unreadable(_))
    }

    /// The server did not let the account in.
    pub fn is_refused_login(&self) -> bool {
        matches!(self.0.kind, Kind::Refused(_))
    }

    /// Why the server did not let the account in.
    pub fn login_refusal(&self) -> Option<LoginRefusal> {
        if let Kind::Refused(refusal) = self.0.kind {
            Some(refusal)
        } else {
            None
        }
    }

    /// The SID has expired or its account lacks the right: the server's answer
    /// is the same. With a SID that was just made, the right is missing.
    pub fn is_not_allowed(&self) -> bool {
        self.0.kind == Kind::NotAllowed
    }

    /// The room does not exist.
    pub fn is_no_such_room(&self) -> bool {
        self.0.kind == Kind::NoSuchRoom
    }

    /// The server, or a proxy in front of it, failed.
    pub fn is_server_failure(&self) -> bool {
        matches!(self.0.kind, Kind::Server(_))
            || matches!(self.0.kind, Kind::Status(status) if status >= 500)
    }

    /// The HTTP status, where it was the reason.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "most reasons have no status"
    )]
    pub fn status(&self) -> Option<u16> {
        match self.0.kind {
            Kind::Status(status) => Some(status),
            Kind::NotFound => Some(404),
            Kind::WrongMethod => Some(405),
            _ => None,
        }
    }

    /// The key of the server's text for this error, for
    /// [`Client::error_text`](crate::Client::error_text).
    #[expect(clippy::wildcard_enum_match_arm, reason = "most reasons have no key")]
    pub fn server_key(&self) -> Option<&'static str> {
        match self.0.kind {
            Kind::Refused(LoginRefusal::BadCredentials) => Some("error.bad.credentials"),
            Kind::Refused(LoginRefusal::NotActivated) => Some("error.notactivated"),
            Kind::Refused(LoginRefusal::NoGroup) => Some("error.nogroup"),
            Kind::NotAllowed => Some("error.notallowed"),
            _ => None,
        }
    }

    /// What the server itself said, shortened to one line. Often the text of a
    /// Java exception: for details, not for people.
    pub fn server_message(&self) -> Option<&str> {
        if let Kind::Server(message) = &self.0.kind {
            message.as_deref()
        } else {
            None
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.0.call)?;
        match &self.0.kind {
            Kind::Setup => f.write_str("the client could not be set up"),
            Kind::Dns => f.write_str("the name of the server is not known"),
            Kind::Connect => f.write_str("no connection to the server"),
            Kind::ProxyLogin => f.write_str("the proxy wants a login"),
            Kind::ProxyRefused => f.write_str("the proxy does not lead to the server"),
            Kind::Timeout => f.write_str("no answer in time"),
            Kind::Certificate(problem) => problem.fmt(f),
            Kind::Tls => f.write_str("no encrypted connection could be agreed on"),
            Kind::Cut => f.write_str("the connection ended before the answer did"),
            Kind::Redirect(Some(target)) => write!(f, "redirected to {}", target.host()),
            Kind::Redirect(None) => f.write_str("redirected"),
            Kind::NotText => f.write_str("neither plain text nor JSON came"),
            Kind::NotJson => f.write_str("a page came where JSON was due"),
            Kind::NotFound => f.write_str("not found (404)"),
            Kind::WrongMethod => f.write_str("wrong method (405)"),
            Kind::Status(status) => write!(f, "HTTP status {status}"),
            Kind::TooLarge => f.write_str("the answer is too large"),
            Kind::Unreadable(what) => write!(f, "the answer cannot be read: {what}"),
            Kind::Refused(refusal) => refusal.fmt(f),
            Kind::NotAllowed => f.write_str("not allowed"),
            Kind::Server(Some(message)) => write!(f, "the server failed: {message}"),
            Kind::Server(None) => f.write_str("the server failed without saying why"),
            Kind::NoSuchRoom => f.write_str("there is no such room"),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // By its own words: a kind may hold the address of a redirect.
        write!(f, "Error({self}")?;
        if let Some(source) = &self.0.source {
            write!(f, "; {source:?}")?;
        }
        f.write_str(")")
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}

fn kind_of(error: &reqwest::Error) -> Kind {
    if let Some(tls) = causes(error).find_map(tls_error) {
        return tls_kind(tls);
    }
    if error.is_timeout() {
        return Kind::Timeout;
    }
    if error.is_connect() {
        return causes(error)
            .find_map(|cause| connect_kind(&cause.to_string()))
            .unwrap_or(Kind::Connect);
    }
    if error.is_builder() {
        return Kind::Setup;
    }
    Kind::Cut
}

/// The errors of resolver and proxy have no public types, only texts.
fn connect_kind(text: &str) -> Option<Kind> {
    if text.starts_with("dns error") {
        return Some(Kind::Dns);
    }
    match text.strip_prefix("tunnel error: ")? {
        "proxy authorization required" => Some(Kind::ProxyLogin),
        // There the cause says more.
        "failed to create underlying connection" | "io error establishing tunnel" => None,
        _ => Some(Kind::ProxyRefused),
    }
}

fn causes<'a>(
    error: &'a (dyn std::error::Error + 'static),
) -> impl Iterator<Item = &'a (dyn std::error::Error + 'static)> {
    std::iter::successors(Some(error), |error| error.source())
}

/// The TLS library's error, however often it is wrapped: an i/o error shows the
/// cause of what it wraps, not what it wraps.
fn tls_error<'a>(cause: &'a (dyn std::error::Error + 'static)) -> Option<&'a rustls::Error> {
    if let Some(tls) = cause.downcast_ref() {
        return Some(tls);
    }
    let wrapped = cause.downcast_ref::<std::io::Error>()?.get_ref()?;
    tls_error(wrapped)
}

fn tls_kind(error: &rustls::Error) -> Kind {
    if let Some(refused) = Refused::of(error) {
        return Kind::Certificate(refused.problem);
    }
    if let rustls::Error::InvalidCertificate(certificate) = error {
        return Kind::Certificate(tls::problem(certificate));
    }
    Kind::Tls
}
