//! [`Authorities`]: certificates that somebody chose to trust.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use serde::{Deserialize, Serialize};
use x509_parser::certificate::X509Certificate;
use x509_parser::prelude::FromDer as _;

use crate::certificate::called;

/// Nobody has as many authorities as go into a longer text, in bytes.
const LONGEST: usize = 64 << 10;

/// Bytes of a certificate on a line of PEM: 64 letters.
const LINE: usize = 48;

/// Certificates of authorities, as PEM and nothing else: what stood around them in
/// a file, such as a private key, is not kept.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Authorities(String);

/// The text has no certificate in it, one that nobody can read, or far too much.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no certificates in PEM")]
pub struct NoAuthorities;

impl Authorities {
    /// Reads a PEM text, as from a file that was chosen.
    pub fn parse(pem: &[u8]) -> Result<Self, NoAuthorities> {
        if pem.len() > LONGEST {
            return Err(NoAuthorities);
        }
        let mut roots = RootCertStore::empty();
        let mut text = String::new();
        for certificate in CertificateDer::pem_slice_iter(pem) {
            let certificate = certificate.map_err(|_| NoAuthorities)?;
            text.push_str("-----BEGIN CERTIFICATE-----\n");
            for line in certificate.chunks(LINE) {
                text.push_str(&STANDARD.encode(line));
                text.push('\n');
            }
            text.push_str("-----END CERTIFICATE-----\n");
            roots.add(certificate).map_err(|_| NoAuthorities)?;
        }
        // What is kept is read again with the same limit.
        if text.is_empty() || text.len() > LONGEST {
            return Err(NoAuthorities);
        }
        Ok(Self(text))
    }

    /// The certificates, for [`ClientBuilder::trust_pem`](crate::ClientBuilder::trust_pem).
    pub fn as_pem(&self) -> &str {
        &self.0
    }

    /// What they are called, each as one line.
    pub fn names(&self) -> Vec<String> {
        let certificates = CertificateDer::pem_slice_iter(self.0.as_bytes());
        certificates
            .filter_map(|certificate| {
                let certificate = certificate.ok()?;
                let (_, parsed) = X509Certificate::from_der(&certificate).ok()?;
                called(parsed.subject())
            })
            .collect()
    }
}

impl fmt::Debug for Authorities {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Authorities").field(&self.names()).finish()
    }
}

impl TryFrom<String> for Authorities {
    type Error = NoAuthorities;

    fn try_from(pem: String) -> Result<Self, NoAuthorities> {
        Self::parse(pem.as_bytes())
    }
}

impl From<Authorities> for String {
    fn from(authorities: Authorities) -> Self {
        authorities.0
    }
}

#[cfg(test)]
mod tests {
    use openmeetings_testserver::TlsCertificate;

    use super::*;

    fn pem() -> String {
        let certificate = TlsCertificate::trusted(&["localhost"]).unwrap();
        certificate.authority_pem().to_owned()
    }

    #[test]
    fn nothing_but_certificates_is_kept_of_a_file() {
        let key = "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n";
        let file = format!("# ours\r\n{}{key}{}", pem(), pem());
        let read = Authorities::parse(file.as_bytes()).unwrap();
        assert_eq!(read.names(), ["OpenMeetings test authority"; 2]);
        assert!(!read.as_pem().contains("KEY") && !read.as_pem().contains("ours"));
        assert_eq!(Authorities::parse(read.as_pem().as_bytes()), Ok(read));
    }

    #[test]
    fn what_holds_no_certificate_is_refused() {
        let cut = pem().replace('A', "");
        let long = "x".repeat(LONGEST + 1);
        for bad in ["", "hello", cut.as_str(), long.as_str()] {
            assert_eq!(Authorities::parse(bad.as_bytes()), Err(NoAuthorities));
        }
    }
}
