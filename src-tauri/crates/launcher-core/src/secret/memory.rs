//! [`MemoryStore`]: passwords until the program ends, where the person chose so.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Mutex, PoisonError};

use super::{Password, SecretError, SecretStore};
use crate::profile::ProfileId;

/// Keeps passwords in memory only.
#[derive(Default)]
pub struct MemoryStore(Mutex<BTreeMap<ProfileId, Password>>);

impl SecretStore for MemoryStore {
    fn load(&self, profile: &ProfileId) -> Result<Option<Password>, SecretError> {
        Ok(self
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(profile)
            .cloned())
    }

    fn save(&self, profile: &ProfileId, password: &Password) -> Result<(), SecretError> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(profile.clone(), password.clone());
        Ok(())
    }

    fn forget(&self, profile: &ProfileId) -> Result<(), SecretError> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(profile);
        Ok(())
    }
}

impl fmt::Debug for MemoryStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MemoryStore(…)")
    }
}
