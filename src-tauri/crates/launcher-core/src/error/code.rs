//! [`Code`]: the stable names of what can go wrong.

use serde::Serialize;

/// The reasons something could not be done. A code exists only where the
/// window, an exit status or a test reacts to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    // The account.
    BadCredentials,
    AccountNotActive,
    NoGroup,
    RightMissing,
    AccountNeeded,
    // The way to the server.
    HostUnknown,
    ServerUnreachable,
    ConnectionCut,
    /// A proxy of the network is in the way.
    ProxyNeedsLogin,
    ProxyRefused,
    TimedOut,
    TlsFailed,
    CertificateUntrusted,
    CertificateIncomplete,
    CertificateWrongName,
    CertificateExpired,
    CertificateNotYetValid,
    /// Taken back by its issuer, or broken.
    CertificateInvalid,
    CertificateIsDefault,
    /// Not the key that the introduction names, or that was trusted.
    CertificateOtherKey,
    /// Nobody can be trusted by this file.
    AuthoritiesUnreadable,
    /// No server waits for somebody to trust its key.
    NothingToTrust,
    // What answered there.
    NotOpenMeetings,
    RedirectedElsewhere,
    ServerFailed,
    AnswerUnreadable,
    // Passwords.
    SecretMissing,
    KeychainMissing,
    KeychainLocked,
    KeychainFailed,
    /// The organisation does not want this password kept.
    SoapPasswordNotKept,
    // Links and invitations.
    AddressMalformed,
    NotEncrypted,
    LinkMalformed,
    LinkUnknownServer,
    InvitationUnreadable,
    MeetingCancelled,
    /// A remembered meeting was brought up to date.
    MeetingChanged,
    InvitationNotRemembered,
    /// A newer version is remembered.
    InvitationOutdated,
    /// An update that nobody should believe unasked.
    InvitationConflict,
    InvitationsDamaged,
    InvitationsNewer,
    InvitationsFailed,
    NothingToJoin,
    /// No meeting goes on or begins soon.
    NothingNow,
    /// There is no last room yet.
    NothingJoinedYet,
    // What was asked for.
    FieldInvalid,
    /// The organisation has laid it down.
    PolicyLocked,
    /// The organisation does not allow this server.
    ServerNotAllowed,
    /// What the organisation laid down cannot be read.
    PolicyUnreadable,
    ProfileUnknown,
    ProfileNeeded,
    NoProfiles,
    MeetingUnknown,
    MeetingAmbiguous,
    RoomUnknown,
    /// Nobody gets in.
    RoomClosed,
    // This computer.
    BrowserFailed,
    ProfilesDamaged,
    ProfilesNewer,
    ProfilesFailed,
    SettingsDamaged,
    SettingsNewer,
    SettingsFailed,
    NothingRemoved,
    NoSetup,
    MeetingGone,
    NothingToCopy,
    /// Only encrypted servers are introduced to others.
    IntroductionNotEncrypted,
    TooLongForQr,
    ListNotFetched,
    ImportUnreadable,
    FileNotRead,
    FileNotWritten,
    // The background part.
    ResidentGone,
    ResidentFailed,
    /// The resident cannot start the window.
    WindowFailed,
    ResidentRunning,
    NewerRunning,
    TooManyViewers,
    ClipboardFailed,
    AutostartFailed,
    FolderFailed,
    Interrupted,
    // Updates of the launcher.
    UpdateUnreachable,
    UpdateNotFound,
    UpdateCut,
    UpdateNotGenuine,
    UpdateNoSpace,
    UpdateNotWritable,
    UpdateFailed,
}

impl Code {
    /// Every code, for tests and documentation.
    pub const ALL: [Self; 92] = [
        Self::BadCredentials,
        Self::AccountNotActive,
        Self::NoGroup,
        Self::RightMissing,
        Self::AccountNeeded,
        Self::HostUnknown,
        Self::ServerUnreachable,
        Self::ConnectionCut,
        Self::ProxyNeedsLogin,
        Self::ProxyRefused,
        Self::TimedOut,
        Self::TlsFailed,
        Self::CertificateUntrusted,
        Self::CertificateIncomplete,
        Self::CertificateWrongName,
        Self::CertificateExpired,
        Self::CertificateNotYetValid,
        Self::CertificateInvalid,
        Self::CertificateIsDefault,
        Self::CertificateOtherKey,
        Self::AuthoritiesUnreadable,
        Self::NothingToTrust,
        Self::NotOpenMeetings,
        Self::RedirectedElsewhere,
        Self::ServerFailed,
        Self::AnswerUnreadable,
        Self::SecretMissing,
        Self::KeychainMissing,
        Self::KeychainLocked,
        Self::KeychainFailed,
        Self::SoapPasswordNotKept,
        Self::AddressMalformed,
        Self::NotEncrypted,
        Self::LinkMalformed,
        Self::LinkUnknownServer,
        Self::InvitationUnreadable,
        Self::MeetingCancelled,
        Self::MeetingChanged,
        Self::InvitationNotRemembered,
        Self::InvitationOutdated,
        Self::InvitationConflict,
        Self::InvitationsDamaged,
        Self::InvitationsNewer,
        Self::InvitationsFailed,
        Self::NothingToJoin,
        Self::NothingNow,
        Self::NothingJoinedYet,
        Self::FieldInvalid,
        Self::PolicyLocked,
        Self::ServerNotAllowed,
        Self::PolicyUnreadable,
        Self::ProfileUnknown,
        Self::ProfileNeeded,
        Self::NoProfiles,
        Self::MeetingUnknown,
        Self::MeetingAmbiguous,
        Self::RoomUnknown,
        Self::RoomClosed,
        Self::BrowserFailed,
        Self::ProfilesDamaged,
        Self::ProfilesNewer,
        Self::ProfilesFailed,
        Self::SettingsDamaged,
        Self::SettingsNewer,
        Self::SettingsFailed,
        Self::NothingRemoved,
        Self::NoSetup,
        Self::MeetingGone,
        Self::NothingToCopy,
        Self::IntroductionNotEncrypted,
        Self::TooLongForQr,
        Self::ListNotFetched,
        Self::ImportUnreadable,
        Self::FileNotRead,
        Self::FileNotWritten,
        Self::ResidentGone,
        Self::ResidentFailed,
        Self::WindowFailed,
        Self::ResidentRunning,
        Self::NewerRunning,
        Self::TooManyViewers,
        Self::ClipboardFailed,
        Self::AutostartFailed,
        Self::FolderFailed,
        Self::Interrupted,
        Self::UpdateUnreachable,
        Self::UpdateNotFound,
        Self::UpdateCut,
        Self::UpdateNotGenuine,
        Self::UpdateNoSpace,
        Self::UpdateNotWritable,
        Self::UpdateFailed,
    ];

    /// Whether it may pass by itself: the way to the server, or the server.
    pub(crate) fn is_of_network(self) -> bool {
        matches!(
            self,
            Self::HostUnknown
                | Self::ServerUnreachable
                | Self::ConnectionCut
                | Self::ProxyNeedsLogin
                | Self::ProxyRefused
                | Self::TimedOut
                | Self::ServerFailed
                | Self::NotOpenMeetings
                | Self::RedirectedElsewhere
        )
    }

    /// The code of a name, if it is one of this version's.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|code| code.name() == name)
    }

    /// The stable name of the code: `bad-credentials`. Also its key in the
    /// text catalogue, after `error-`.
    pub fn name(self) -> String {
        let mut name = String::new();
        for c in format!("{self:?}").chars() {
            if c.is_ascii_uppercase() && !name.is_empty() {
                name.push('-');
            }
            name.push(c.to_ascii_lowercase());
        }
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_code_is_what_scripts_see() {
        for code in Code::ALL {
            assert_eq!(serde_json::to_value(code).unwrap(), code.name());
        }
    }
}
