//! Why an account or a certificate was refused.

use std::fmt;

use crate::KeyFingerprint;

/// Why a server did not let an account in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LoginRefusal {
    /// Name or password wrong, or not an internal account (LDAP, `OAuth`).
    BadCredentials,
    /// The account lacks the right to log in.
    NotActivated,
    /// The account is in no group.
    NoGroup,
}

/// What is wrong with a server's certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CertificateProblem {
    /// Nobody this computer trusts has signed it.
    UnknownIssuer,
    /// The server does not send the certificate of who signed it, so nobody can
    /// tell whether that one is trusted. Browsers often fetch it by themselves.
    IncompleteChain,
    /// It is for another name.
    WrongName,
    /// Its time is over.
    Expired,
    /// Its time has not begun: more often the clock of this computer is wrong.
    NotYetValid,
    /// Its issuer took it back.
    Revoked,
    /// The certificate that every OpenMeetings download contains, private key
    /// included: it protects nobody and is never accepted.
    ShippedDefault,
    /// It has another key than the caller expects.
    OtherKey {
        /// The one that is expected.
        expected: KeyFingerprint,
        /// The one in the certificate.
        shown: KeyFingerprint,
    },
    /// It has another key than the one that is pinned.
    ChangedKey {
        /// The one that is pinned.
        pinned: KeyFingerprint,
        /// The one in the certificate.
        shown: KeyFingerprint,
    },
    /// Anything else.
    Invalid,
}

impl fmt::Display for LoginRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::BadCredentials => "name or password refused",
            Self::NotActivated => "the account is not activated",
            Self::NoGroup => "the account is in no group",
        })
    }
}

impl fmt::Display for CertificateProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OtherKey { shown, .. } | Self::ChangedKey { shown, .. } => {
                return write!(f, "the certificate has another key: {shown}");
            }
            Self::UnknownIssuer => "the certificate is signed by nobody this computer trusts",
            Self::IncompleteChain => "the server leaves out the certificate of the issuer",
            Self::WrongName => "the certificate is for another name",
            Self::Expired => "the certificate has expired",
            Self::NotYetValid => "the certificate is not valid yet",
            Self::Revoked => "the certificate was revoked",
            Self::ShippedDefault => {
                "the certificate is the public one of every OpenMeetings download"
            }
            Self::Invalid => "the certificate is not valid",
        })
    }
}
