//! The two bearer secrets of the API: [`Sid`] and [`RoomHash`].

use std::fmt;

use secrecy::{ExposeSecret, SecretString};

/// The session id of one login.
///
/// Whoever holds it acts as the person who logged in, for 30 minutes after its
/// last use and without any way to log out. It therefore has no `Display`, no
/// `Serialize` and no `PartialEq`, and its memory is wiped when it is dropped.
pub struct Sid(SecretString);

impl Sid {
    pub(crate) fn new(text: String) -> Self {
        Self(SecretString::from(text))
    }

    /// The one way to the text, for the query of a call.
    pub(crate) fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl fmt::Debug for Sid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sid(…)")
    }
}

/// A one-time key to a room, made by [`Session::room_hash`](crate::Session::room_hash).
///
/// Turn it into something a browser can open with
/// [`Client::secure_url`](crate::Client::secure_url).
pub struct RoomHash(SecretString);

impl RoomHash {
    /// Takes over a hash that came by another way than this crate.
    pub fn new(text: impl Into<String>) -> Self {
        Self(SecretString::from(text.into()))
    }

    /// The text of the hash: whoever has it can enter the room once.
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl fmt::Debug for RoomHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RoomHash(…)")
    }
}
