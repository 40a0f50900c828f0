//! [`TrustView`]: whom a server is taken for, beside what the computer trusts.

use serde::{Deserialize, Serialize};

use crate::trust::ServerTrust;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum TrustView {
    /// This key and no other.
    Key {
        /// Its fingerprint.
        key: String,
    },
    /// Certificates signed by these as well.
    Authorities {
        /// What they are called. Shown as it is.
        names: Vec<String>,
    },
}

impl From<&ServerTrust> for TrustView {
    fn from(trust: &ServerTrust) -> Self {
        match trust {
            ServerTrust::Key(key) => Self::Key {
                key: key.to_string(),
            },
            ServerTrust::Authorities(authorities) => Self::Authorities {
                names: authorities.names(),
            },
        }
    }
}
