//! [`Failure`]: what ends the program early, and with which exit status.

use launcher_core::error::{Code, ErrorView, LauncherError};
use launcher_core::texts::{Subject, Texts};

/// Why the program ends early.
#[derive(Debug)]
pub(crate) enum Failure {
    Launcher(LauncherError),
    /// Asked for something that makes no sense together.
    Usage(Saying),
    Other(Saying),
    /// As the resident worded it.
    Shown(ErrorView),
    /// By Ctrl-C.
    Interrupted,
    /// Said already; only the exit status is left to give.
    Reported(Code),
    /// The doctor found something that has no code; said already.
    Unwell,
}

/// A text of the catalogue that has not been put into a language yet.
#[derive(Debug)]
pub(crate) struct Saying {
    key: &'static str,
    subject: Subject,
}

impl Saying {
    pub(crate) fn new<const N: usize>(
        key: &'static str,
        subject: [(&'static str, String); N],
    ) -> Self {
        Self {
            key,
            subject: subject.into(),
        }
    }

    pub(crate) fn text(&self, texts: &Texts) -> String {
        texts.message(self.key, &self.subject)
    }
}

impl Failure {
    /// The exit statuses are part of the contract with scripts; see the help.
    pub(crate) fn status(&self) -> u8 {
        match self {
            Self::Launcher(error) => status(error.code),
            Self::Shown(error) => Code::named(&error.code).map_or(1, status),
            Self::Usage(_) => 2,
            Self::Other(_) | Self::Unwell => 1,
            // What shells report for a program that Ctrl-C ended.
            Self::Interrupted => 130,
            Self::Reported(code) => status(*code),
        }
    }
}

impl From<LauncherError> for Failure {
    fn from(error: LauncherError) -> Self {
        Self::Launcher(error)
    }
}

#[expect(clippy::too_many_lines, reason = "a table of all codes")]
fn status(code: Code) -> u8 {
    match code {
        Code::AddressMalformed
        | Code::LinkMalformed
        | Code::FieldInvalid
        | Code::AuthoritiesUnreadable
        | Code::ProfileNeeded
        | Code::InvitationUnreadable => 2,
        Code::ProfileUnknown
        | Code::NoProfiles
        | Code::MeetingUnknown
        | Code::MeetingGone
        | Code::MeetingAmbiguous
        | Code::RoomUnknown
        | Code::RoomClosed
        | Code::LinkUnknownServer => 3,
        Code::BadCredentials
        | Code::AccountNotActive
        | Code::NoGroup
        | Code::RightMissing
        | Code::AccountNeeded
        | Code::SecretMissing => 4,
        Code::KeychainMissing | Code::KeychainLocked | Code::KeychainFailed => 5,
        Code::HostUnknown
        | Code::ServerUnreachable
        | Code::ConnectionCut
        | Code::ProxyNeedsLogin
        | Code::ProxyRefused
        | Code::TimedOut => 6,
        Code::TlsFailed
        | Code::CertificateUntrusted
        | Code::CertificateIncomplete
        | Code::CertificateWrongName
        | Code::CertificateExpired
        | Code::CertificateNotYetValid
        | Code::CertificateInvalid
        | Code::CertificateIsDefault
        | Code::CertificateOtherKey
        | Code::IntroductionNotEncrypted
        | Code::NotEncrypted => 7,
        Code::NotOpenMeetings
        | Code::RedirectedElsewhere
        | Code::ServerFailed
        | Code::ListNotFetched
        | Code::AnswerUnreadable => 8,
        Code::PolicyLocked
        | Code::ServerNotAllowed
        | Code::PolicyUnreadable
        | Code::SoapPasswordNotKept => 9,
        Code::MeetingCancelled
        | Code::MeetingChanged
        | Code::InvitationNotRemembered
        | Code::InvitationOutdated
        | Code::InvitationConflict
        | Code::NothingToJoin
        | Code::NothingNow
        | Code::NothingJoinedYet => 10,
        Code::BrowserFailed
        | Code::ProfilesDamaged
        | Code::ProfilesNewer
        | Code::ProfilesFailed
        | Code::SettingsDamaged
        | Code::InvitationsDamaged
        | Code::InvitationsNewer
        | Code::InvitationsFailed
        | Code::SettingsNewer
        | Code::SettingsFailed
        | Code::NothingRemoved
        | Code::NoSetup
        | Code::NothingToTrust
        | Code::NothingToCopy
        | Code::TooLongForQr
        | Code::ImportUnreadable
        | Code::FileNotRead
        | Code::FileNotWritten
        | Code::ResidentGone
        | Code::ResidentFailed
        | Code::WindowFailed
        | Code::ResidentRunning
        | Code::NewerRunning
        | Code::TooManyViewers
        | Code::ClipboardFailed
        | Code::AutostartFailed
        | Code::FolderFailed
        | Code::Interrupted
        | Code::UpdateUnreachable
        | Code::UpdateNotFound
        | Code::UpdateCut
        | Code::UpdateNotGenuine
        | Code::UpdateNoSpace
        | Code::UpdateNotWritable
        | Code::UpdateFailed => 1,
    }
}
