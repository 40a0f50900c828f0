//! [`TlsCertificate`]: certificates of the server's own making, good and bad.

use std::sync::Arc;

use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DistinguishedName, DnType, IsCa, KeyPair,
    PublicKeyData as _,
};
use rustls::ServerConfig;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use time::OffsetDateTime;

/// What a server shows, made anew at each start.
#[derive(Clone, Debug)]
pub struct TlsCertificate {
    chain: Vec<CertificateDer<'static>>,
    key: Vec<u8>,
    public_key: Vec<u8>,
    /// What to trust, to trust it.
    pub(crate) authority_pem: String,
}

/// Making a certificate failed, which only a broken random source can do.
pub type TlsError = rcgen::Error;

impl TlsCertificate {
    /// For these names, signed by an authority of its own.
    pub fn trusted(names: &[&str]) -> Result<Self, TlsError> {
        Self::signed(&params(names)?)
    }

    /// Like [`trusted`](Self::trusted), but its time is over.
    pub fn expired(names: &[&str]) -> Result<Self, TlsError> {
        let mut params = params(names)?;
        params.not_before = OffsetDateTime::UNIX_EPOCH;
        params.not_after = OffsetDateTime::UNIX_EPOCH + time::Duration::days(365);
        Self::signed(&params)
    }

    /// Self-signed and without any host name, like the one every OpenMeetings
    /// download contains.
    pub fn like_the_shipped_one() -> Result<Self, TlsError> {
        let mut params = CertificateParams::default();
        params.distinguished_name = named("Apache OpenMeetings Dev Server");
        let key = KeyPair::generate()?;
        let certificate = params.self_signed(&key)?;
        Ok(Self {
            chain: vec![certificate.der().clone()],
            key: key.serialize_der(),
            public_key: key.subject_public_key_info(),
            authority_pem: certificate.pem(),
        })
    }

    fn signed(params: &CertificateParams) -> Result<Self, TlsError> {
        let mut authority = CertificateParams::default();
        authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        authority.distinguished_name = named("OpenMeetings test authority");
        let authority = CertifiedIssuer::self_signed(authority, KeyPair::generate()?)?;
        let key = KeyPair::generate()?;
        let certificate = params.signed_by(&key, &authority)?;
        Ok(Self {
            chain: vec![certificate.der().clone()],
            key: key.serialize_der(),
            public_key: key.subject_public_key_info(),
            authority_pem: authority.pem(),
        })
    }

    /// What to trust, to trust this.
    pub fn authority_pem(&self) -> &str {
        &self.authority_pem
    }

    /// The certificate itself, to take its fingerprint.
    pub fn der(&self) -> &[u8] {
        self.chain.first().map(AsRef::as_ref).unwrap_or_default()
    }

    /// Its public key as the certificate has it (`SubjectPublicKeyInfo`).
    pub fn public_key(&self) -> &[u8] {
        &self.public_key
    }

    pub(crate) fn config(&self) -> Result<ServerConfig, rustls::Error> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let key = PrivateKeyDer::Pkcs8(self.key.clone().into());
        ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_single_cert(self.chain.clone(), key)
    }
}

fn params(names: &[&str]) -> Result<CertificateParams, TlsError> {
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let mut params = CertificateParams::new(names.clone())?;
    params.distinguished_name = named(names.first().map_or("test", String::as_str));
    Ok(params)
}

fn named(name: &str) -> DistinguishedName {
    let mut distinguished = DistinguishedName::new();
    distinguished.push(DnType::CommonName, name);
    distinguished
}
