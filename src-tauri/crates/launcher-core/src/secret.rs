//! Passwords: their type, and where they are kept.

pub mod keychain;
pub mod memory;

use std::fmt;
use std::sync::Arc;

use secrecy::{ExposeSecret, SecretString};

use crate::profile::ProfileId;

pub use keychain::Keychain;
pub use memory::MemoryStore;

/// Stands for what a keychain said.
const REPEATED: &str = "its text is left out, because it repeats the password";

/// A password. Cannot be printed, compared or serialised; wiped when dropped.
#[derive(Clone)]
pub struct Password(SecretString);

impl Password {
    pub fn new(text: impl Into<SecretString>) -> Self {
        Self(text.into())
    }

    /// The one way to the text.
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

/// Keeps the password of each profile. Calls may block for as long as a person
/// takes to answer the keychain's question.
pub trait SecretStore: Send + Sync {
    fn load(&self, profile: &ProfileId) -> Result<Option<Password>, SecretError>;
    fn save(&self, profile: &ProfileId, password: &Password) -> Result<(), SecretError>;
    /// Forgetting what is not there is no error.
    fn forget(&self, profile: &ProfileId) -> Result<(), SecretError>;
}

/// Why a password could not be kept or found.
#[derive(Debug, thiserror::Error)]
pub enum SecretError {
    #[error("there is no keychain")]
    Missing(#[source] Box<dyn std::error::Error + Send + Sync>),
    #[error("the keychain is locked")]
    Locked(#[source] Box<dyn std::error::Error + Send + Sync>),
    #[error("the keychain failed")]
    Failed(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl SecretError {
    /// A keychain that repeats what it was given is not quoted.
    fn without(self, password: &Password) -> Self {
        let mut cause = std::error::Error::source(&self);
        while let Some(error) = cause {
            if error.to_string().contains(password.expose()) {
                return match self {
                    Self::Missing(_) => Self::Missing(REPEATED.into()),
                    Self::Locked(_) => Self::Locked(REPEATED.into()),
                    Self::Failed(_) => Self::Failed(REPEATED.into()),
                };
            }
            cause = error.source();
        }
        self
    }
}

/// A [`SecretStore`] for async callers: each call runs on a thread that may block.
#[derive(Clone)]
pub struct Secrets(Arc<dyn SecretStore>);

impl Secrets {
    pub fn new(store: impl SecretStore + 'static) -> Self {
        Self(Arc::new(store))
    }

    pub async fn load(&self, profile: &ProfileId) -> Result<Option<Password>, SecretError> {
        let profile = profile.clone();
        self.run(move |store| store.load(&profile)).await
    }

    pub async fn save(&self, profile: &ProfileId, password: Password) -> Result<(), SecretError> {
        let profile = profile.clone();
        let saved = self.run(move |store| {
            let saved = store.save(&profile, &password);
            saved.map_err(|error| error.without(&password))
        });
        saved.await
    }

    pub async fn forget(&self, profile: &ProfileId) -> Result<(), SecretError> {
        let profile = profile.clone();
        self.run(move |store| store.forget(&profile)).await
    }

    async fn run<T: Send + 'static>(
        &self,
        call: impl FnOnce(&dyn SecretStore) -> Result<T, SecretError> + Send + 'static,
    ) -> Result<T, SecretError> {
        let store = Arc::clone(&self.0);
        tokio::task::spawn_blocking(move || call(store.as_ref()))
            .await
            .unwrap_or_else(|error| Err(SecretError::Failed(error.into())))
    }
}

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secrets(…)")
    }
}
