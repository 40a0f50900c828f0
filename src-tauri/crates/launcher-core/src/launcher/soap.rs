//! Passwords of accounts that can enter every room as anybody, because they have the
//! right `SOAP`: an organisation may forbid to keep them.

use super::{Keep, Launcher, keychain_error};
use crate::error::LauncherError;
use crate::policy::Policy;
use crate::profile::{AccountRoute, Profile, ProfileId};
use crate::secret::{Password, SecretError};

impl Launcher {
    /// Why the password of an account may not be in the keychain; `None` if it may, or
    /// if nobody knows yet what the account can do.
    pub fn password_unwanted(&self, profile: &Profile) -> Option<LauncherError> {
        let has_right = match profile.route {
            AccountRoute::RoomHash => true,
            AccountRoute::RoomPage | AccountRoute::Unknown => false,
        };
        let unwanted = |policy: &Policy| policy.refuses_soap_password(profile);
        self.read(|state| {
            (has_right && !state.policy.allows_soap_passwords()).then(|| unwanted(&state.policy))
        })
    }

    /// Where a password is to be kept; if that is not where it was meant to be, why.
    pub(super) fn place_for(&self, profile: &Profile, keep: Keep) -> (Keep, Option<LauncherError>) {
        let unwanted = match keep {
            Keep::InKeychain => self.password_unwanted(profile),
            Keep::UntilQuit => None,
        };
        let keep = if unwanted.is_some() {
            Keep::UntilQuit
        } else {
            keep
        };
        (keep, unwanted)
    }

    /// Keeps a password, but in the keychain only if it may be there.
    pub(super) async fn keep_password(
        &self,
        profile: &Profile,
        password: Password,
        keep: Keep,
    ) -> Result<(), LauncherError> {
        let (keep, unwanted) = self.place_for(profile, keep);
        self.put_password(&profile.id, password, keep).await?;
        let Some(unwanted) = unwanted else {
            return Ok(());
        };
        // An older one may be there still.
        let forgotten = self.inner.keychain.forget(&profile.id).await;
        self.tell(unwanted);
        match forgotten {
            // Where there is no keychain, nothing is in it.
            Ok(()) | Err(SecretError::Missing(_)) => Ok(()),
            Err(error @ (SecretError::Locked(_) | SecretError::Failed(_))) => {
                Err(keychain_error(&error))
            }
        }
    }

    /// Takes the password of an account out of the keychain if it may not be there; it
    /// is known until the launcher ends. Says so, if there was one. A policy that
    /// cannot be read takes nothing out.
    pub async fn settle_password(
        &self,
        id: &ProfileId,
    ) -> Result<Option<LauncherError>, LauncherError> {
        let in_force = self.read(|state| matches!(state.policy, Policy::InForce(_)));
        let profile = self.read(|state| state.profile(id).cloned());
        let unwanted = profile.and_then(|profile| self.password_unwanted(&profile));
        let Some(unwanted) = unwanted.filter(|_| in_force) else {
            return Ok(None);
        };
        let kept = self.inner.keychain.load(id).await;
        let Some(password) = kept.map_err(|error| keychain_error(&error))? else {
            return Ok(None);
        };
        self.take_out(id, password).await?;
        Ok(Some(unwanted))
    }

    /// The same, said to whoever looks on. What the keychain refuses is tried again
    /// when the password is wanted next.
    pub(super) async fn settle_password_openly(&self, id: &ProfileId) {
        if let Ok(Some(unwanted)) = self.settle_password(id).await {
            self.tell(unwanted);
        }
    }

    async fn take_out(&self, id: &ProfileId, password: Password) -> Result<(), LauncherError> {
        let failed = |error| keychain_error(&error);
        // What was typed since is newer.
        if let Ok(None) = self.inner.memory.load(id).await {
            self.inner.memory.save(id, password).await.map_err(failed)?;
        }
        self.inner.keychain.forget(id).await.map_err(failed)
    }
}
