//! [`Keychain`]: the keychain of the operating system.

#[cfg_attr(target_os = "linux", path = "keychain/linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "keychain/native.rs")]
mod imp;

use super::{Password, SecretError, SecretStore};
use crate::profile::ProfileId;

/// The name of this program to the keychain.
const SERVICE: &str = "org.openmeetings.launcher";

/// Secret Service on Linux, Keychain on macOS, Credential Manager on Windows.
#[derive(Debug, Default)]
pub struct Keychain {
    keychain: imp::Keychain,
}

impl Keychain {
    pub fn new() -> Self {
        Self::default()
    }

    fn with_entry<T>(
        &self,
        profile: &ProfileId,
        call: impl Fn(&keyring_core::Entry) -> keyring_core::Result<T>,
    ) -> Result<T, SecretError> {
        self.keychain.with_entry(SERVICE, profile.as_str(), call)
    }
}

impl SecretStore for Keychain {
    fn load(&self, profile: &ProfileId) -> Result<Option<Password>, SecretError> {
        self.with_entry(profile, |entry| match entry.get_password() {
            Ok(password) => Ok(Some(Password::new(password))),
            Err(keyring_core::Error::NoEntry) => Ok(None),
            Err(error) => Err(error),
        })
    }

    fn save(&self, profile: &ProfileId, password: &Password) -> Result<(), SecretError> {
        self.with_entry(profile, |entry| entry.set_password(password.expose()))
    }

    fn forget(&self, profile: &ProfileId) -> Result<(), SecretError> {
        self.with_entry(profile, |entry| match entry.delete_credential() {
            Err(keyring_core::Error::NoEntry) => Ok(()),
            outcome => outcome,
        })
    }
}

/// What the keychain's error means to a person.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the enum grows with its crate"
)]
fn meaning(error: keyring_core::Error) -> SecretError {
    use keyring_core::Error;

    match error {
        Error::NoDefaultStore => SecretError::Missing(Error::NoDefaultStore.into()),
        Error::NoStorageAccess(cause) => SecretError::Locked(cause),
        Error::PlatformFailure(cause) => SecretError::Failed(cause),
        // Texts of the others may quote what was stored.
        Error::BadEncoding(_) | Error::BadDataFormat(..) => {
            SecretError::Failed("what the keychain holds is no password".into())
        }
        other => SecretError::Failed(other.into()),
    }
}
