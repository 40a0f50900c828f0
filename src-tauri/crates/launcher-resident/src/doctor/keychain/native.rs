//! The keychain of macOS and Windows, asked for something that is not in it.

use launcher_core::doctor::KeychainSign;
use launcher_core::profile::ProfileId;
use launcher_core::secret::{Keychain, SecretError, Secrets};

pub(super) async fn look() -> KeychainSign {
    let keychain = Secrets::new(Keychain::new());
    match keychain.load(&ProfileId::random()).await {
        Ok(_) => KeychainSign::Open,
        Err(SecretError::Locked(_)) => KeychainSign::Locked,
        Err(SecretError::Missing(_)) => KeychainSign::Missing,
        Err(SecretError::Failed(_)) => KeychainSign::Silent,
    }
}
