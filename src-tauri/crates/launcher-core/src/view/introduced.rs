//! [`IntroducedView`]: a server as it is introduced to another machine.

use serde::{Deserialize, Serialize};

/// The introduction of a saved server. Holds no secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct IntroducedView {
    /// `openmeetings://add-server?…`
    pub link: String,
    /// The link as a QR code, in SVG.
    pub picture: String,
    /// The fingerprint of the key in it, if it was asked for.
    pub key: Option<String>,
}
