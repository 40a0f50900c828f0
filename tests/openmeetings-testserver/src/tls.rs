//! [`TlsCertificate`]: certificates of the server's own making, good and bad.

use std::sync::Arc;

use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, CustomExtension, DistinguishedName,
    DnType, IsCa, KeyPair, PublicKeyData as _,
};
use rustls::ServerConfig;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::sign::{CertifiedKey, SingleCertAndKey};
use time::OffsetDateTime;

/// Where the certificate of an issuer can be had: the extension that certificates
/// of real authorities have (RFC 5280, 4.2.2.1), with `http://ca.example/`.
const AUTHORITY_ACCESS: [u64; 9] = [1, 3, 6, 1, 5, 5, 7, 1, 1];
const AT_CA_EXAMPLE: &[u8] =
    b"\x30\x20\x30\x1e\x06\x08\x2b\x06\x01\x05\x05\x07\x30\x02\x86\x12http://ca.example/";

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

    /// Like [`trusted`](Self::trusted), but its time begins in 2095.
    pub fn not_yet_valid(names: &[&str]) -> Result<Self, TlsError> {
        let mut params = params(names)?;
        params.not_before = OffsetDateTime::UNIX_EPOCH + time::Duration::days(365 * 125 + 31);
        params.not_after = params.not_before + time::Duration::days(365);
        Self::signed(&params)
    }

    /// Signed by an intermediate authority whose certificate is left out.
    pub fn without_intermediate(names: &[&str]) -> Result<Self, TlsError> {
        let mut whole = Self::with_intermediate(names)?;
        whole.chain.truncate(1);
        Ok(whole)
    }

    /// Signed by an intermediate authority, whose certificate is shown as well.
    pub fn with_intermediate(names: &[&str]) -> Result<Self, TlsError> {
        let root = authority("OpenMeetings test root")?;
        let mut between = authority_params("OpenMeetings test intermediate");
        between.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
        let between = CertifiedIssuer::signed_by(between, KeyPair::generate()?, &root)?;
        let mut params = params(names)?;
        params.custom_extensions = vec![CustomExtension::from_oid_content(
            &AUTHORITY_ACCESS,
            AT_CA_EXAMPLE.to_vec(),
        )];
        let key = KeyPair::generate()?;
        let certificate = params.signed_by(&key, &between)?;
        Ok(Self {
            chain: vec![certificate.der().clone(), between.der().clone()],
            key: key.serialize_der(),
            public_key: key.subject_public_key_info(),
            authority_pem: root.pem(),
        })
    }

    /// Self-signed for these names and marked as an authority's, as common tools
    /// make it.
    pub fn self_signed(names: &[&str]) -> Result<Self, TlsError> {
        let mut params = params(names)?;
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        Self::of_itself(&params)
    }

    /// Another certificate with the key of this one, for these names.
    pub fn renewed(&self, names: &[&str]) -> Result<Self, TlsError> {
        let key = KeyPair::try_from(self.key.as_slice())?;
        Self::signed_with(&params(names)?, &key)
    }

    /// This certificate in the hands of somebody who has not its key.
    pub fn without_its_key(&self) -> Result<Self, TlsError> {
        let key = KeyPair::generate()?.serialize_der();
        Ok(Self {
            key,
            ..self.clone()
        })
    }

    /// Self-signed and without any host name, like the one every OpenMeetings
    /// download contains.
    pub fn like_the_shipped_one() -> Result<Self, TlsError> {
        let mut params = CertificateParams::default();
        params.distinguished_name = named("Apache OpenMeetings Dev Server");
        Self::of_itself(&params)
    }

    fn of_itself(params: &CertificateParams) -> Result<Self, TlsError> {
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
        Self::signed_with(params, &KeyPair::generate()?)
    }

    fn signed_with(params: &CertificateParams, key: &KeyPair) -> Result<Self, TlsError> {
        let authority = authority("OpenMeetings test authority")?;
        let certificate = params.signed_by(key, &authority)?;
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
        let key = provider.key_provider.load_private_key(key)?;
        // Not asked whether both belong together: one of them does not.
        let shown = SingleCertAndKey::from(CertifiedKey::new(self.chain.clone(), key));
        Ok(ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_cert_resolver(Arc::new(shown)))
    }
}

fn params(names: &[&str]) -> Result<CertificateParams, TlsError> {
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let mut params = CertificateParams::new(names.clone())?;
    params.distinguished_name = named(names.first().map_or("test", String::as_str));
    Ok(params)
}

fn authority(name: &str) -> Result<CertifiedIssuer<'static, KeyPair>, TlsError> {
    CertifiedIssuer::self_signed(authority_params(name), KeyPair::generate()?)
}

fn authority_params(name: &str) -> CertificateParams {
    let mut params = CertificateParams::default();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.distinguished_name = named(name);
    params
}

fn named(name: &str) -> DistinguishedName {
    let mut distinguished = DistinguishedName::new();
    distinguished.push(DnType::CommonName, name);
    distinguished
}
