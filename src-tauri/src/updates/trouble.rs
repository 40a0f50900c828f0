//! [`Failure`]: what went wrong with an update, as it is reported.

use std::error::Error as _;
use std::io;

use launcher_core::update::{UpdateReport, UpdateTrouble};
use tauri_plugin_updater::Error;

/// During what it went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    Check,
    Download,
    Install,
}

/// A step of an update that failed.
#[derive(Debug)]
pub(super) struct Failure {
    trouble: UpdateTrouble,
    causes: Vec<String>,
}

impl Failure {
    pub(super) fn of(error: Error, phase: Phase) -> Self {
        let trouble = trouble(&error, phase);
        // Addresses of downloads may hold keys to them.
        let error = if let Error::Reqwest(error) = error {
            Error::Reqwest(error.without_url())
        } else {
            error
        };
        let mut causes = vec![error.to_string()];
        let mut next = error.source();
        while let Some(cause) = next {
            causes.push(cause.to_string());
            next = cause.source();
        }
        tracing::warn!(?trouble, ?phase, "an update failed");
        Self { trouble, causes }
    }

    /// More came than any launcher has.
    pub(super) fn endless() -> Self {
        tracing::warn!("an update is too large");
        Self {
            trouble: UpdateTrouble::NotGenuine,
            causes: vec!["the download is too large".to_owned()],
        }
    }

    pub(super) fn report(self) -> UpdateReport {
        UpdateReport::Failed {
            trouble: self.trouble,
            causes: self.causes,
        }
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the enum grows with its crate"
)]
fn trouble(error: &Error, phase: Phase) -> UpdateTrouble {
    match error {
        Error::Reqwest(error) if error.is_connect() => UpdateTrouble::Unreachable,
        Error::Reqwest(error) => match phase {
            Phase::Check if error.is_decode() => UpdateTrouble::NotFound,
            Phase::Check => UpdateTrouble::Unreachable,
            Phase::Download | Phase::Install => UpdateTrouble::Cut,
        },
        // The only place where its status is.
        Error::Network(said) if !said.contains("404") => UpdateTrouble::Unreachable,
        Error::ReleaseNotFound
        | Error::Serialization(_)
        | Error::Semver(_)
        | Error::TargetNotFound(_)
        | Error::TargetsNotFound(_)
        | Error::Network(_) => UpdateTrouble::NotFound,
        Error::Minisign(_)
        | Error::Base64(_)
        | Error::SignatureUtf8(_)
        | Error::SignedVersionMismatch { .. }
        | Error::MissingSignedVersion => UpdateTrouble::NotGenuine,
        Error::Io(error) => match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => UpdateTrouble::NoSpace,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                UpdateTrouble::NotWritable
            }
            _ => UpdateTrouble::Failed,
        },
        // What is beside the program could not be written, or nothing at all.
        Error::TempDirNotOnSameMountPoint => UpdateTrouble::NotWritable,
        _ => UpdateTrouble::Failed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_written_has_its_reason() {
        let of = |kind: io::ErrorKind| trouble(&Error::Io(kind.into()), Phase::Install);
        assert_eq!(of(io::ErrorKind::StorageFull), UpdateTrouble::NoSpace);
        assert_eq!(of(io::ErrorKind::QuotaExceeded), UpdateTrouble::NoSpace);
        assert_eq!(
            of(io::ErrorKind::PermissionDenied),
            UpdateTrouble::NotWritable
        );
        assert_eq!(of(io::ErrorKind::NotFound), UpdateTrouble::Failed);
    }

    #[test]
    fn a_version_that_is_signed_as_another_is_not_genuine() {
        let replayed = Error::SignedVersionMismatch {
            signed: "0.0.1".to_owned(),
            announced: "9.0.0".to_owned(),
        };
        let failure = Failure::of(replayed, Phase::Download);
        assert_eq!(failure.trouble, UpdateTrouble::NotGenuine);
        assert!(failure.causes[0].contains("9.0.0"), "{:?}", failure.causes);
    }
}
