//! [`BaseUrlError`]: why a text is not the address of a server.

/// Why a text is not the address of a server. The text itself is not repeated:
/// it may hold a password or a hash.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BaseUrlError {
    /// Nothing was given.
    #[error("the address is empty")]
    Empty,
    /// Longer than any address of a server.
    #[error("the address is too long")]
    TooLong,
    /// A blank inside that is not a line wrap.
    #[error("the address has a blank in it")]
    Blank,
    /// A control character inside.
    #[error("the address has a control character in it")]
    ControlCharacter,
    /// Another scheme than `http` and `https`.
    #[error("the address begins with “{0}:”, not with https: or http:")]
    Scheme(String),
    /// A user name or password in front of the host.
    #[error("the address has a user name or password in it; leave out everything up to the “@”")]
    Credentials,
    /// No host could be found.
    #[error("the address names no server")]
    NoHost,
    /// The host holds characters no host name has.
    #[error("the name of the server has characters that no host name has")]
    HostName,
    /// The port is not a number up to 65535.
    #[error("the port of the address is not a number up to 65535")]
    Port,
    /// An IP address that cannot be read.
    #[error("the IP address is not valid")]
    IpAddress,
    /// Anything else that is wrong with it.
    #[error("the address cannot be read")]
    Malformed,
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the enum grows with its crate"
)]
pub(super) fn reason(error: url::ParseError) -> BaseUrlError {
    match error {
        url::ParseError::EmptyHost => BaseUrlError::NoHost,
        url::ParseError::InvalidPort => BaseUrlError::Port,
        url::ParseError::InvalidIpv4Address | url::ParseError::InvalidIpv6Address => {
            BaseUrlError::IpAddress
        }
        url::ParseError::IdnaError | url::ParseError::InvalidDomainCharacter => {
            BaseUrlError::HostName
        }
        _ => BaseUrlError::Malformed,
    }
}
