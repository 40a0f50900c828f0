//! Whom a client trusts: what this computer trusts, certificates the caller
//! adds, and never the one that OpenMeetings ships with.

use std::fmt;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::CryptoProvider;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{CertificateError, ClientConfig, DigitallySignedStruct, OtherError, SignatureScheme};
use rustls_platform_verifier::Verifier;

use crate::KeyFingerprint;

/// SHA-256 of the certificate in every OpenMeetings download. Its private key
/// is in the public source, so whoever shows it has proved nothing.
const SHIPPED_SHA256: [u8; 32] = [
    0xA7, 0x65, 0xCC, 0x27, 0x0B, 0xC4, 0xC5, 0xFB, 0x03, 0x35, 0xEC, 0xFA, 0x42, 0x33, 0x84, 0x69,
    0xE6, 0xFA, 0x2F, 0xB7, 0xBE, 0xC2, 0x4A, 0x2A, 0xCC, 0x4F, 0xE4, 0x39, 0x19, 0xCD, 0xC8, 0x32,
];

/// Says that the server showed a certificate whose key everybody has.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ShippedCertificate;

impl fmt::Display for ShippedCertificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a certificate whose private key is public")
    }
}

impl std::error::Error for ShippedCertificate {}

/// Says that the server showed another key than the caller expects: this one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OtherKey(pub(crate) KeyFingerprint);

impl fmt::Display for OtherKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "another key than expected: {}", self.0)
    }
}

impl std::error::Error for OtherKey {}

/// What the caller adds to this computer's own trust.
#[derive(Clone, Debug, Default)]
pub(crate) struct Trust {
    pub(crate) extra_roots: Vec<CertificateDer<'static>>,
    pub(crate) public_keys_known: Vec<[u8; 32]>,
    /// The one key that is accepted, in a certificate that is good besides.
    pub(crate) expected_key: Option<KeyFingerprint>,
}

/// The key that a server showed last, in a certificate that was accepted.
#[derive(Clone, Debug, Default)]
pub(crate) struct SeenKey(Arc<Mutex<Option<KeyFingerprint>>>);

impl SeenKey {
    pub(crate) fn get(&self) -> Option<KeyFingerprint> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, key: Option<KeyFingerprint>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = key;
    }
}

/// Whether [`ClientBuilder::trust_pem`](crate::ClientBuilder::trust_pem) finds
/// certificates in a text, and nothing that it cannot read.
pub fn is_pem(pem: &[u8]) -> bool {
    let mut certificates = CertificateDer::pem_slice_iter(pem).peekable();
    certificates.peek().is_some() && certificates.all(|certificate| certificate.is_ok())
}

pub(crate) fn config(trust: Trust, seen: SeenKey) -> Result<ClientConfig, rustls::Error> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let verifier = TrustVerifier {
        provider: Arc::clone(&provider),
        trust,
        seen,
        platform: OnceLock::new(),
    };
    Ok(ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(verifier))
        .with_no_client_auth())
}

/// The platform's verifier, made at the first handshake: reading the trusted
/// certificates of a Linux system takes longer than a whole call over HTTP.
struct TrustVerifier {
    provider: Arc<CryptoProvider>,
    trust: Trust,
    seen: SeenKey,
    platform: OnceLock<Verifier>,
}

impl TrustVerifier {
    fn platform(&self) -> Result<&Verifier, rustls::Error> {
        if let Some(verifier) = self.platform.get() {
            return Ok(verifier);
        }
        let provider = Arc::clone(&self.provider);
        let verifier = if self.trust.extra_roots.is_empty() {
            Verifier::new(provider)?
        } else {
            Verifier::new_with_extra_roots(self.trust.extra_roots.iter().cloned(), provider)?
        };
        Ok(self.platform.get_or_init(|| verifier))
    }

    /// Before anything is sent. A key that cannot be read is not the expected one.
    fn expect_key(&self, shown: Option<KeyFingerprint>) -> Result<(), rustls::Error> {
        match (self.trust.expected_key, shown) {
            (None, _) => Ok(()),
            (Some(expected), Some(shown)) if expected == shown => Ok(()),
            (Some(_), Some(shown)) => {
                Err(CertificateError::Other(OtherError(Arc::new(OtherKey(shown)))).into())
            }
            (Some(_), None) => Err(CertificateError::BadEncoding.into()),
        }
    }

    fn is_public(&self, certificate: &CertificateDer<'_>) -> bool {
        let digest = ring::digest::digest(&ring::digest::SHA256, certificate);
        std::iter::once(&SHIPPED_SHA256)
            .chain(&self.trust.public_keys_known)
            .any(|known| known.as_slice() == digest.as_ref())
    }
}

impl fmt::Debug for TrustVerifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TrustVerifier")
            .field("trust", &self.trust)
            .finish_non_exhaustive()
    }
}

impl ServerCertVerifier for TrustVerifier {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        // First, so that adding it to the system's trust does not help it.
        if self.is_public(end_entity) {
            let reason = OtherError(Arc::new(ShippedCertificate));
            return Err(CertificateError::Other(reason).into());
        }
        let shown = KeyFingerprint::of(end_entity);
        self.expect_key(shown)?;
        let verified = self.platform()?.verify_server_cert(
            end_entity,
            intermediates,
            server_name,
            ocsp_response,
            now,
        )?;
        self.seen.set(shown);
        Ok(verified)
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.platform()?
            .verify_tls12_signature(message, certificate, signed)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.platform()?
            .verify_tls13_signature(message, certificate, signed)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider
            .signature_verification_algorithms
            .supported_schemes()
    }
}
