//! Whom a client trusts: what this computer trusts, certificates the caller
//! adds, and never the one that OpenMeetings ships with.

mod system;

use std::fmt;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Instant;

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{CertificateError, ClientConfig, DigitallySignedStruct, OtherError, SignatureScheme};
use rustls_platform_verifier::Verifier;

use system::SYSTEM;

use crate::certificate::Looked;
use crate::{CertificateProblem, KeyFingerprint, ShownCertificate};

/// SHA-256 of the certificate in every OpenMeetings download. Its private key
/// is in the public source, so whoever shows it has proved nothing.
const SHIPPED_SHA256: [u8; 32] = [
    0xA7, 0x65, 0xCC, 0x27, 0x0B, 0xC4, 0xC5, 0xFB, 0x03, 0x35, 0xEC, 0xFA, 0x42, 0x33, 0x84, 0x69,
    0xE6, 0xFA, 0x2F, 0xB7, 0xBE, 0xC2, 0x4A, 0x2A, 0xCC, 0x4F, 0xE4, 0x39, 0x19, 0xCD, 0xC8, 0x32,
];

/// Says why a certificate was refused, and what it says of itself.
#[derive(Debug, Clone)]
pub(crate) struct Refused {
    pub(crate) problem: CertificateProblem,
    pub(crate) shown: ShownCertificate,
}

impl Refused {
    /// The refusal that an error of the TLS library carries.
    pub(crate) fn of(error: &rustls::Error) -> Option<&Self> {
        if let rustls::Error::InvalidCertificate(CertificateError::Other(other)) = error {
            other.0.downcast_ref()
        } else {
            None
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.problem.fmt(f)
    }
}

impl std::error::Error for Refused {}

/// What a verifier says.
type Verdict = Result<ServerCertVerified, rustls::Error>;

/// Why a certificate does not hold.
enum Fault {
    Certificate(CertificateProblem),
    /// Nothing is known of the certificate: the verifier could not work.
    Other(rustls::Error),
}

impl From<CertificateProblem> for Fault {
    fn from(problem: CertificateProblem) -> Self {
        Self::Certificate(problem)
    }
}

impl From<rustls::Error> for Fault {
    fn from(error: rustls::Error) -> Self {
        if let rustls::Error::InvalidCertificate(certificate) = &error {
            return problem(certificate).into();
        }
        Self::Other(error)
    }
}

/// What is wrong, in the words of the TLS library.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the enum grows with its crate"
)]
pub(crate) fn problem(error: &CertificateError) -> CertificateProblem {
    use CertificateError as Cert;

    match error {
        Cert::Expired | Cert::ExpiredContext { .. } => CertificateProblem::Expired,
        Cert::NotValidYet | Cert::NotValidYetContext { .. } => CertificateProblem::NotYetValid,
        Cert::NotValidForName | Cert::NotValidForNameContext { .. } => {
            CertificateProblem::WrongName
        }
        Cert::UnknownIssuer => CertificateProblem::UnknownIssuer,
        Cert::Revoked => CertificateProblem::Revoked,
        _ => CertificateProblem::Invalid,
    }
}

/// What the caller adds to this computer's own trust.
#[derive(Clone, Debug, Default)]
pub(crate) struct Trust {
    pub(crate) extra_roots: Vec<CertificateDer<'static>>,
    /// Certificates whose private keys everybody has.
    pub(crate) public_certificates: Vec<[u8; 32]>,
    /// Keys whose private halves everybody has.
    pub(crate) public_keys: Vec<KeyFingerprint>,
    /// The one key that is accepted, in a certificate that is good besides.
    pub(crate) expected_key: Option<KeyFingerprint>,
    /// The one key that is accepted, whatever else its certificate says.
    pub(crate) pinned_key: Option<KeyFingerprint>,
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
        widened: OnceLock::new(),
    };
    Ok(ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(verifier))
        .with_no_client_auth())
}

/// The platform's verifier, behind what is decided here.
struct TrustVerifier {
    provider: Arc<CryptoProvider>,
    trust: Trust,
    seen: SeenKey,
    /// The platform's trust with the certificates that the caller adds, made at the
    /// first handshake.
    widened: OnceLock<Verifier>,
}

impl TrustVerifier {
    /// What the platform says of a certificate, with what the caller adds.
    fn ask_platform(&self, verify: impl Fn(&Verifier) -> Verdict) -> Verdict {
        if !self.trust.extra_roots.is_empty() {
            return verify(self.widened()?);
        }
        let verdict = verify(&*SYSTEM.verifier(&self.provider, Instant::now())?);
        match &verdict {
            Err(rustls::Error::InvalidCertificate(CertificateError::UnknownIssuer)) => {
                verify(&*SYSTEM.verifier_of_now(&self.provider, Instant::now())?)
            }
            Ok(_) | Err(_) => verdict,
        }
    }

    fn widened(&self) -> Result<&Verifier, rustls::Error> {
        if let Some(verifier) = self.widened.get() {
            return Ok(verifier);
        }
        let roots = self.trust.extra_roots.iter().cloned();
        let verifier = Verifier::new_with_extra_roots(roots, Arc::clone(&self.provider))?;
        Ok(self.widened.get_or_init(|| verifier))
    }

    /// Whether the certificate holds; found out before anything is sent.
    fn judge(
        &self,
        (end_entity, looked): (&CertificateDer<'_>, &Looked),
        verify: impl Fn(&Verifier) -> Verdict,
    ) -> Result<ServerCertVerified, Fault> {
        let shown = looked.shown.key;
        // First, so that adding it to the system's trust, or pinning it, does not help it.
        if looked.is_named_as_shipped || self.is_public(end_entity, shown) {
            return Err(CertificateProblem::ShippedDefault.into());
        }
        if let Some(expected) = self.trust.expected_key {
            let other = |shown| CertificateProblem::OtherKey { expected, shown };
            is_key(expected, shown, other)?;
        }
        if let Some(pinned) = self.trust.pinned_key {
            let other = |shown| CertificateProblem::ChangedKey { pinned, shown };
            is_key(pinned, shown, other)?;
            return Ok(ServerCertVerified::assertion());
        }
        self.ask_platform(verify)
            .map_err(|error| match error.into() {
                Fault::Certificate(problem) => Fault::Certificate(closer(problem, looked)),
                Fault::Other(error) => Fault::Other(error),
            })
    }

    fn is_public(&self, certificate: &CertificateDer<'_>, key: Option<KeyFingerprint>) -> bool {
        let digest = ring::digest::digest(&ring::digest::SHA256, certificate);
        let mut certificates =
            std::iter::once(&SHIPPED_SHA256).chain(&self.trust.public_certificates);
        certificates.any(|known| known.as_slice() == digest.as_ref())
            || key.is_some_and(|key| self.trust.public_keys.contains(&key))
    }
}

/// A key that cannot be read is not the one that is wanted.
fn is_key(
    wanted: KeyFingerprint,
    shown: Option<KeyFingerprint>,
    other: impl FnOnce(KeyFingerprint) -> CertificateProblem,
) -> Result<(), Fault> {
    match shown {
        Some(shown) if shown == wanted => Ok(()),
        Some(shown) => Err(other(shown).into()),
        None => Err(CertificateProblem::Invalid.into()),
    }
}

/// Says more where the certificate itself tells more than the verifier.
fn closer(problem: CertificateProblem, looked: &Looked) -> CertificateProblem {
    match problem {
        CertificateProblem::UnknownIssuer if looked.lacks_issuer => {
            CertificateProblem::IncompleteChain
        }
        // What people make themselves is often marked as an authority's own, which
        // verifiers do not take for a server's.
        CertificateProblem::Invalid if looked.is_self_issued => CertificateProblem::UnknownIssuer,
        CertificateProblem::UnknownIssuer
        | CertificateProblem::IncompleteChain
        | CertificateProblem::WrongName
        | CertificateProblem::Expired
        | CertificateProblem::NotYetValid
        | CertificateProblem::Revoked
        | CertificateProblem::ShippedDefault
        | CertificateProblem::OtherKey { .. }
        | CertificateProblem::ChangedKey { .. }
        | CertificateProblem::Invalid => problem,
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
        let looked = Looked::at(end_entity, intermediates);
        let verdict = self.judge((end_entity, &looked), |platform| {
            platform.verify_server_cert(end_entity, intermediates, server_name, ocsp_response, now)
        });
        match verdict {
            Ok(verified) => {
                self.seen.set(looked.shown.key);
                Ok(verified)
            }
            Err(Fault::Certificate(problem)) => {
                let shown = looked.shown;
                let refused = OtherError(Arc::new(Refused { problem, shown }));
                Err(CertificateError::Other(refused).into())
            }
            Err(Fault::Other(error)) => Err(error),
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        verify_tls12_signature(message, certificate, signed, algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        verify_tls13_signature(message, certificate, signed, algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider
            .signature_verification_algorithms
            .supported_schemes()
    }
}
