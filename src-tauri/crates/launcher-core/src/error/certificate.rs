//! What a failure tells of the certificate that was refused.

use openmeetings_client::{CertificateProblem, KeyFingerprint, ShownCertificate};
use serde::{Deserialize, Serialize};

use super::{Code, LauncherError};
use crate::plain::plain;
use crate::trust::Endpoint;

/// Said of what a certificate does not tell.
const NONE: &str = "none";

/// More names of a certificate, or longer ones, drown the sentence they stand in.
const MOST_NAMES: usize = 5;
const LONGEST_ISSUER: usize = 80;

/// The key of a certificate that could not be verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedKey {
    pub key: KeyFingerprint,
    /// Who showed it, where that is known.
    pub server: Option<Endpoint>,
}

/// The same as people and scripts see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CertificateView {
    /// The fingerprint of its key, to compare it with what the administrator of the
    /// server says.
    pub key: String,
}

impl From<&RefusedKey> for CertificateView {
    fn from(refused: &RefusedKey) -> Self {
        Self {
            key: refused.key.to_string(),
        }
    }
}

impl LauncherError {
    /// Adds what is known of a refused certificate. Its words are a stranger's.
    pub(super) fn of_certificate(
        self,
        problem: CertificateProblem,
        shown: Option<&ShownCertificate>,
    ) -> Self {
        let mut failed = match other_key(problem) {
            Some((source, was, is)) => self
                .about("source", source)
                .about("expected", was.to_string())
                .about("shown", is.to_string()),
            None => self,
        };
        let Some(shown) = shown else { return failed };
        if is_trustable(problem)
            && let Some(key) = shown.key
        {
            failed.refused_key = Some(Box::new(RefusedKey { key, server: None }));
        }
        let issuer = shown
            .issuer
            .as_deref()
            .map(|name| plain(name, LONGEST_ISSUER));
        failed
            .about("names", names(shown))
            .about("issuer", issuer.unwrap_or_else(none))
            .about("from", day(shown.valid_from))
            .about("until", day(shown.valid_until))
    }
}

/// Who said which key it should be, that key, and the one that is shown.
fn other_key(
    problem: CertificateProblem,
) -> Option<(&'static str, KeyFingerprint, KeyFingerprint)> {
    if let CertificateProblem::OtherKey { expected, shown } = problem {
        return Some(("introduction", expected, shown));
    }
    if let CertificateProblem::ChangedKey { pinned, shown } = problem {
        return Some(("trusted", pinned, shown));
    }
    None
}

/// Whether a person who knows better can trust the key all the same. What a later
/// version of the client finds may be an alarm.
fn is_trustable(problem: CertificateProblem) -> bool {
    matches!(
        problem,
        CertificateProblem::UnknownIssuer
            | CertificateProblem::IncompleteChain
            | CertificateProblem::WrongName
            | CertificateProblem::Expired
            | CertificateProblem::NotYetValid
            | CertificateProblem::Invalid
    )
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the enum grows with its crate"
)]
pub(super) fn code_of(problem: CertificateProblem) -> Code {
    match problem {
        CertificateProblem::UnknownIssuer => Code::CertificateUntrusted,
        CertificateProblem::IncompleteChain => Code::CertificateIncomplete,
        CertificateProblem::WrongName => Code::CertificateWrongName,
        CertificateProblem::Expired => Code::CertificateExpired,
        CertificateProblem::NotYetValid => Code::CertificateNotYetValid,
        CertificateProblem::ShippedDefault => Code::CertificateIsDefault,
        CertificateProblem::OtherKey { .. } | CertificateProblem::ChangedKey { .. } => {
            Code::CertificateOtherKey
        }
        _ => Code::CertificateInvalid,
    }
}

fn none() -> String {
    NONE.to_owned()
}

/// The names it is for, as many as can be read.
fn names(shown: &ShownCertificate) -> String {
    let mut names = shown
        .names
        .iter()
        .take(MOST_NAMES)
        .cloned()
        .collect::<Vec<_>>();
    if shown.names.len() > names.len() {
        names.push("…".to_owned());
    }
    if names.is_empty() {
        none()
    } else {
        names.join(", ")
    }
}

/// A day that means the same everywhere.
fn day(time: Option<jiff::Timestamp>) -> String {
    time.map_or_else(none, |time| time.strftime("%Y-%m-%d").to_string())
}
