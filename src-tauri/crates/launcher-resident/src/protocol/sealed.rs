//! [`Sealed`]: a password on its way through the door, and nowhere else.

use std::fmt;

use launcher_core::secret::Password;
use secrecy::zeroize::Zeroize as _;
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

const DIGITS: &[u8; 16] = b"0123456789abcdef";

/// A password inside a message. Travels as hexadecimal digits, so that no parser
/// has to take escapes out of it in a buffer that nobody wipes.
pub(crate) struct Sealed(pub(crate) Password);

impl Serialize for Sealed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = self.0.expose().as_bytes();
        let mut digits = String::with_capacity(text.len() * 2);
        for byte in text {
            for half in [byte >> 4, byte & 15] {
                digits.push(char::from(DIGITS[usize::from(half)]));
            }
        }
        let outcome = serializer.serialize_str(&digits);
        digits.zeroize();
        outcome
    }
}

impl<'de> Deserialize<'de> for Sealed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Digits)
    }
}

struct Digits;

impl Visitor<'_> for Digits {
    type Value = Sealed;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a password in hexadecimal digits")
    }

    fn visit_str<E: Error>(self, digits: &str) -> Result<Sealed, E> {
        // The exact size: growing would leave copies behind.
        let mut bytes = Vec::with_capacity(digits.len() / 2);
        for pair in digits.as_bytes().chunks(2) {
            let value = |digit: &u8| DIGITS.iter().position(|known| known == digit);
            let halves = (pair.first().and_then(value), pair.get(1).and_then(value));
            let (Some(high), Some(low)) = halves else {
                bytes.zeroize();
                // The text itself must not end up in the complaint.
                return Err(E::custom("not hexadecimal digits"));
            };
            bytes.push(u8::try_from(high * 16 + low).unwrap_or_default());
        }
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Sealed(Password::new(text))),
            Err(error) => {
                error.into_bytes().zeroize();
                Err(E::custom("not a text"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_comes_out_as_it_went_in() {
        for text in ["", "a", "p\"ä\\\u{1F511}\n"] {
            let sealed = serde_json::to_string(&Sealed(Password::new(text.to_owned()))).unwrap();
            let opened: Sealed = serde_json::from_str(&sealed).unwrap();
            assert_eq!(opened.0.expose(), text);
        }
    }

    #[test]
    fn a_complaint_does_not_quote_it() {
        for wrong in ["6g", "616", "ff"] {
            let error = serde_json::from_str::<Sealed>(&format!("\"{wrong}\"")).err();
            assert!(!error.unwrap().to_string().contains(wrong));
        }
    }
}
