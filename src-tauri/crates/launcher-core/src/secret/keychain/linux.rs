//! Secret Service, by the store that `keyring` itself uses.
//!
//! Not through `keyring`, which sets its store up once per process: a tray that
//! starts before the Secret Service would never find it.

use std::fmt;
use std::mem::ManuallyDrop;
use std::sync::{Arc, Mutex, PoisonError};

use keyring_core::api::CredentialStoreApi as _;
use keyring_core::{Entry, Error};
use zbus_secret_service_keyring_store::Store;

use super::meaning;
use crate::secret::SecretError;

/// A connection to the Secret Service, made when first needed and made anew
/// when it broke.
#[derive(Default)]
pub(super) struct Keychain {
    store: Mutex<Option<Arc<Store>>>,
}

impl Keychain {
    pub(super) fn with_entry<T>(
        &self,
        service: &str,
        user: &str,
        call: impl Fn(&Entry) -> keyring_core::Result<T>,
    ) -> Result<T, SecretError> {
        let attempt = || {
            let store = self.store()?;
            let entry = store.build(service, user, None).map_err(meaning)?;
            Ok(call(&entry))
        };
        match attempt()? {
            // The service was restarted, or the connection is from before.
            Err(Error::PlatformFailure(_)) => {
                self.forget_store();
                attempt()?.map_err(meaning)
            }
            outcome => outcome.map_err(meaning),
        }
    }

    fn store(&self) -> Result<Arc<Store>, SecretError> {
        let mut store = self.store.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(store) = &*store {
            return Ok(Arc::clone(store));
        }
        let made = Store::new().map_err(|error| SecretError::Missing(error.into()))?;
        *store = Some(Arc::clone(&made));
        Ok(made)
    }

    fn forget_store(&self) {
        *self.store.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

impl Drop for Keychain {
    /// The store says good-bye on its bus and waits for that, which a thread that
    /// drives a runtime must not do: it would end the program.
    fn drop(&mut self) {
        let store = self.store.get_mut().unwrap_or_else(PoisonError::into_inner);
        if let Some(store) = store.take() {
            // Without another thread it stays until the process ends.
            let store = ManuallyDrop::new(store);
            let _ = std::thread::Builder::new()
                .name("keychain".to_owned())
                .spawn(move || drop(ManuallyDrop::into_inner(store)));
        }
    }
}

impl fmt::Debug for Keychain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keychain(Secret Service)")
    }
}
