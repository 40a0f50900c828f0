//! [`KeyFingerprint`]: tells the public key of a server from any other.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rustls::pki_types::CertificateDer;
use rustls::server::ParsedCertificate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// As `curl --pinnedpubkey` writes it, before the digest.
const PREFIX: &str = "sha256//";

/// SHA-256 of the public key of a certificate (its `SubjectPublicKeyInfo`). It stays
/// the same when a certificate is renewed with the same key.
///
/// Written as `curl --pinnedpubkey` takes it: `sha256//` and the digest in base64.
///
/// ```
/// use openmeetings_client::KeyFingerprint;
///
/// let text = "sha256//47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
/// let key: KeyFingerprint = text.parse()?;
/// assert_eq!(key.to_string(), text);
/// # Ok::<(), openmeetings_client::KeyFingerprintError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct KeyFingerprint([u8; 32]);

impl KeyFingerprint {
    /// The fingerprint of the key in a certificate; none if it cannot be read.
    pub(crate) fn of(certificate: &CertificateDer<'_>) -> Option<Self> {
        let parsed = ParsedCertificate::try_from(certificate).ok()?;
        let key = parsed.subject_public_key_info();
        let digest = ring::digest::digest(&ring::digest::SHA256, &key);
        digest.as_ref().try_into().ok().map(Self)
    }
}

impl From<[u8; 32]> for KeyFingerprint {
    fn from(sha256: [u8; 32]) -> Self {
        Self(sha256)
    }
}

impl fmt::Display for KeyFingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PREFIX}{}", STANDARD.encode(self.0))
    }
}

impl fmt::Debug for KeyFingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeyFingerprint({self})")
    }
}

/// The text is not `sha256//` and 32 bytes in base64.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the fingerprint of a key: sha256// and 44 characters")]
pub struct KeyFingerprintError;

impl FromStr for KeyFingerprint {
    type Err = KeyFingerprintError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.strip_prefix(PREFIX)
            .and_then(|digest| STANDARD.decode(digest).ok())
            .and_then(|digest| digest.try_into().ok())
            .map(Self)
            .ok_or(KeyFingerprintError)
    }
}

impl Serialize for KeyFingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for KeyFingerprint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_one_form_of_a_fingerprint_is_read() {
        let text = KeyFingerprint::from([7; 32]).to_string();
        assert_eq!(text.parse(), Ok(KeyFingerprint::from([7; 32])));
        for bad in [
            "",
            "sha256//",
            "sha256//BwcH",
            text.trim_start_matches("sha256//"),
            text.trim_end_matches('='),
            &text.replace("sha256", "sha1"),
            &text.replace('=', "=="),
            &format!("{text} "),
        ] {
            assert_eq!(
                bad.parse::<KeyFingerprint>(),
                Err(KeyFingerprintError),
                "{bad}"
            );
        }
    }
}
