//! Passwords of saved servers: where they are kept, and when they are forgotten.

use super::{Launcher, keychain_error};
use crate::error::LauncherError;
use crate::intent::Keep;
use crate::profile::ProfileId;
use crate::secret::{Password, SecretError};

impl Launcher {
    /// Keeps a password. One that may not be in the keychain is kept until quit, and
    /// whoever looks on is told.
    pub async fn set_password(
        &self,
        id: &ProfileId,
        password: Password,
        keep: Keep,
    ) -> Result<(), LauncherError> {
        match self.read(|state| state.profile(id).cloned()) {
            Some(profile) => self.keep_password(&profile, password, keep).await,
            None => self.put_password(id, password, keep).await,
        }
    }

    /// Keeps a password where it is said, whatever the organisation wants.
    pub(super) async fn put_password(
        &self,
        id: &ProfileId,
        password: Password,
        keep: Keep,
    ) -> Result<(), LauncherError> {
        // It may be of another password.
        self.cool_down();
        let outcome = match keep {
            Keep::InKeychain => {
                let saved = self.inner.keychain.save(id, password).await;
                // One kept until quit is older, and would be taken first.
                match saved {
                    Ok(()) => self.inner.memory.forget(id).await,
                    Err(error) => Err(error),
                }
            }
            Keep::UntilQuit => self.inner.memory.save(id, password).await,
        };
        outcome.map_err(|error| keychain_error(&error))
    }

    /// Forgets a password, wherever it is kept.
    pub async fn forget_password(&self, id: &ProfileId) -> Result<(), LauncherError> {
        self.cool_down();
        let from_memory = self.inner.memory.forget(id).await;
        let from_keychain = match self.inner.keychain.forget(id).await {
            // Where there is no keychain, nothing was kept in it.
            Err(SecretError::Missing(_)) => Ok(()),
            outcome => outcome,
        };
        from_memory
            .and(from_keychain)
            .map_err(|error| keychain_error(&error))
    }

    /// Whether a password is known, wherever it is kept.
    pub async fn has_password(&self, id: &ProfileId) -> Result<bool, LauncherError> {
        self.known_password(id).await.map(|known| known.is_some())
    }

    /// The password, and where it is kept. It stays there, also where the organisation
    /// wants it elsewhere.
    pub(crate) async fn known_password(
        &self,
        id: &ProfileId,
    ) -> Result<Option<(Password, Keep)>, LauncherError> {
        if let Ok(Some(password)) = self.inner.memory.load(id).await {
            return Ok(Some((password, Keep::UntilQuit)));
        }
        let found = self.inner.keychain.load(id).await;
        found
            .map(|found| found.map(|password| (password, Keep::InKeychain)))
            .map_err(|error| keychain_error(&error))
    }
}
