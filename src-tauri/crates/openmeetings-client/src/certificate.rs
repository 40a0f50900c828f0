//! [`ShownCertificate`]: what a certificate says of itself, true or not.

use std::net::IpAddr;

use jiff::Timestamp;
use rustls::pki_types::CertificateDer;
use x509_parser::certificate::X509Certificate;
use x509_parser::extensions::{GeneralName, ParsedExtension};
use x509_parser::prelude::FromDer as _;
use x509_parser::x509::X509Name;

use crate::KeyFingerprint;

/// Where a certificate says that its issuer's can be had (RFC 5280, 4.2.2.1).
const CA_ISSUERS: &str = "1.3.6.1.5.5.7.48.2";

/// The subject of the certificate in every OpenMeetings download.
const SHIPPED_SUBJECT: &str = "Apache OpenMeetings Dev Server";

/// More names help nobody who looks for the right one.
const MOST_NAMES: usize = 20;

/// No name of a host is longer, in bytes.
const LONGEST_NAME: usize = 253;

/// A certificate that was refused, in its own words: nobody vouches for them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ShownCertificate {
    /// The fingerprint of its key; none if the certificate cannot be read.
    pub key: Option<KeyFingerprint>,
    /// The hosts it is for: the first 20, only letters and signs of ASCII. Of old
    /// certificates without such names that of their subject.
    pub names: Vec<String>,
    /// Who it says has signed it, as one line.
    pub issuer: Option<String>,
    /// From when it holds.
    pub valid_from: Option<Timestamp>,
    /// Until when it holds.
    pub valid_until: Option<Timestamp>,
}

/// A certificate taken apart, and what a chain needs to know of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Looked {
    pub(crate) shown: ShownCertificate,
    /// It names itself as its issuer.
    pub(crate) is_self_issued: bool,
    /// It is self-issued by the name that the shipped one has. Whoever makes that
    /// one anew from the shipped key store gets another certificate with this name
    /// and the same key.
    pub(crate) is_named_as_shipped: bool,
    /// It says where its issuer's certificate is, which authorities do whose own
    /// is signed by another, and nobody sent that one.
    pub(crate) lacks_issuer: bool,
}

impl Looked {
    /// Reads a certificate as far as it can be read.
    pub(crate) fn at(certificate: &CertificateDer<'_>, sent: &[CertificateDer<'_>]) -> Self {
        let key = KeyFingerprint::of(certificate);
        let Ok((_, parsed)) = X509Certificate::from_der(certificate) else {
            return Self {
                shown: ShownCertificate {
                    key,
                    ..ShownCertificate::default()
                },
                ..Self::default()
            };
        };
        let is_self_issued = parsed.subject().as_raw() == parsed.issuer().as_raw();
        let validity = parsed.validity();
        Self {
            is_self_issued,
            is_named_as_shipped: is_self_issued
                && called(parsed.subject()).as_deref() == Some(SHIPPED_SUBJECT),
            lacks_issuer: !is_self_issued
                && names_place_of_issuer(&parsed)
                && !sent.iter().any(|sent| is_issuer(sent, &parsed)),
            shown: ShownCertificate {
                key,
                names: names(&parsed),
                issuer: called(parsed.issuer()),
                valid_from: Timestamp::from_second(validity.not_before.timestamp()).ok(),
                valid_until: Timestamp::from_second(validity.not_after.timestamp()).ok(),
            },
        }
    }
}

fn is_issuer(sent: &CertificateDer<'_>, of: &X509Certificate<'_>) -> bool {
    X509Certificate::from_der(sent)
        .is_ok_and(|(_, sent)| sent.subject().as_raw() == of.issuer().as_raw())
}

fn names_place_of_issuer(certificate: &X509Certificate<'_>) -> bool {
    let mut extensions = certificate.iter_extensions();
    extensions.any(|extension| {
        if let ParsedExtension::AuthorityInfoAccess(access) = extension.parsed_extension() {
            let mut places = access.iter();
            places.any(|place| place.access_method.to_id_string() == CA_ISSUERS)
        } else {
            false
        }
    })
}

fn names(certificate: &X509Certificate<'_>) -> Vec<String> {
    let alternatives = certificate.subject_alternative_name().ok().flatten();
    let Some(alternatives) = alternatives else {
        let subject = certificate.subject().iter_common_name();
        let subject = subject.filter_map(|name| name.as_str().ok());
        return subject.filter_map(host).take(1).collect();
    };
    let names = alternatives.value.general_names.iter();
    names.filter_map(of_host).take(MOST_NAMES).collect()
}

#[expect(clippy::wildcard_enum_match_arm, reason = "only hosts are of interest")]
fn of_host(name: &GeneralName<'_>) -> Option<String> {
    match name {
        GeneralName::DNSName(name) => host(name),
        GeneralName::IPAddress(bytes) => match bytes.len() {
            4 => <[u8; 4]>::try_from(*bytes)
                .ok()
                .map(|bytes| IpAddr::from(bytes).to_string()),
            16 => <[u8; 16]>::try_from(*bytes)
                .ok()
                .map(|bytes| IpAddr::from(bytes).to_string()),
            _ => None,
        },
        _ => None,
    }
}

/// A name as it can be shown anywhere.
fn host(name: &str) -> Option<String> {
    let is_fit = (1..=LONGEST_NAME).contains(&name.len())
        && name
            .bytes()
            .all(|byte| byte.is_ascii_graphic() || byte == b' ');
    is_fit.then(|| name.to_owned())
}

/// What people call somebody who signs: by common name or, failing that, organisation.
pub(crate) fn called(name: &X509Name<'_>) -> Option<String> {
    let by_name = name.iter_common_name().next();
    let called = by_name.or_else(|| name.iter_organization().next())?;
    let line = called.as_str().ok()?.replace(char::is_control, " ");
    let line: String = line.trim().chars().take(100).collect();
    (!line.is_empty()).then_some(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_certificate_say_nothing() {
        for bytes in [&b""[..], b"\x30\x03\x02\x01\x01", &[0xff; 400]] {
            let looked = Looked::at(&CertificateDer::from(bytes), &[]);
            assert_eq!(looked.shown, ShownCertificate::default());
            assert!(!looked.is_self_issued && !looked.lacks_issuer);
        }
    }

    #[test]
    fn a_name_that_could_disturb_what_is_around_it_is_none() {
        assert_eq!(host("*.example.org").as_deref(), Some("*.example.org"));
        for bad in ["", "a\nb", "\u{202e}gro.elpmaxe", &"x".repeat(254)] {
            assert_eq!(host(bad), None, "{bad:?}");
        }
    }
}
