//! Keychain Services and Credential Manager, which are always there.

use super::meaning;
use crate::secret::SecretError;

#[derive(Debug, Default)]
pub(super) struct Keychain;

impl Keychain {
    #[expect(clippy::unused_self, reason = "the same shape as on Linux")]
    pub(super) fn with_entry<T>(
        &self,
        service: &str,
        user: &str,
        call: impl Fn(&keyring_core::Entry) -> keyring_core::Result<T>,
    ) -> Result<T, SecretError> {
        let entry = keyring::Entry::new(service, user).map_err(meaning)?;
        call(&entry.inner).map_err(meaning)
    }
}
