//! [`Keys`]: a shortcut as people write it, such as `Super+Shift+J` (pure).

use std::fmt;
use std::str::FromStr;

use super::Refused;

/// One key with at least one modifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Keys {
    pub(crate) modifiers: Modifiers,
    pub(crate) key: Key,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a key of its own")]
pub(crate) struct Modifiers {
    pub(crate) ctrl: bool,
    pub(crate) alt: bool,
    pub(crate) shift: bool,
    pub(crate) logo: bool,
}

/// Keys that are the same on all keyboards with Latin letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    /// A to Z, 0 to 9; upper case.
    Character(char),
    /// F1 to F24.
    Function(u8),
}

impl FromStr for Keys {
    type Err = Refused;

    fn from_str(text: &str) -> Result<Self, Refused> {
        let mut modifiers = Modifiers::default();
        let mut key = None;
        for part in text.split('+').map(str::trim) {
            let modifier = match part.to_ascii_lowercase().as_str() {
                "ctrl" | "control" => &mut modifiers.ctrl,
                "alt" | "option" => &mut modifiers.alt,
                "shift" => &mut modifiers.shift,
                "super" | "meta" | "cmd" | "win" => &mut modifiers.logo,
                name => {
                    if key.replace(key_named(name)?).is_some() {
                        return Err(Refused::Invalid);
                    }
                    continue;
                }
            };
            *modifier = true;
        }
        let key = key.ok_or(Refused::Invalid)?;
        // A letter alone, or with Shift, would be taken from all typing.
        let is_safe = modifiers.ctrl || modifiers.alt || modifiers.logo;
        if is_safe || matches!(key, Key::Function(_)) {
            Ok(Self { modifiers, key })
        } else {
            Err(Refused::Invalid)
        }
    }
}

fn key_named(name: &str) -> Result<Key, Refused> {
    let mut characters = name.chars();
    match (characters.next(), characters.as_str()) {
        (Some(character), "") if character.is_ascii_alphanumeric() => {
            Ok(Key::Character(character.to_ascii_uppercase()))
        }
        (Some('f'), number) => match number.parse() {
            Ok(number @ 1..=24) => Ok(Key::Function(number)),
            Ok(_) | Err(_) => Err(Refused::Invalid),
        },
        _ => Err(Refused::Invalid),
    }
}

impl fmt::Display for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Modifiers {
            ctrl,
            alt,
            shift,
            logo,
        } = self.modifiers;
        for (is_held, name) in [
            (ctrl, "Ctrl"),
            (alt, "Alt"),
            (shift, "Shift"),
            (logo, "Super"),
        ] {
            if is_held {
                write!(f, "{name}+")?;
            }
        }
        match self.key {
            Key::Character(character) => write!(f, "{character}"),
            Key::Function(number) => write!(f, "F{number}"),
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            // As keyboards name the key that types it.
            Self::Character(character) => write!(f, "{}", character.to_ascii_lowercase()),
            Self::Function(number) => write!(f, "F{number}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_as_people_write_them() {
        let keys: Keys = "Super + shift+j".parse().unwrap();
        let modifiers = Modifiers {
            logo: true,
            shift: true,
            ..Modifiers::default()
        };
        assert_eq!(
            keys,
            Keys {
                modifiers,
                key: Key::Character('J')
            }
        );
        assert_eq!(keys.to_string(), "Shift+Super+J");
        assert_eq!("shift+super+J".parse(), Ok(keys));
        let function: Keys = "F9".parse().unwrap();
        assert_eq!(function.key, Key::Function(9));
    }

    #[test]
    fn what_would_be_taken_from_typing_is_refused() {
        for text in [
            "",
            "J",
            "Shift+J",
            "Super",
            "Super+",
            "Super+J+K",
            "Super+F25",
            "Super+Ä",
            "Ctrl+Tab",
        ] {
            assert_eq!(text.parse::<Keys>(), Err(Refused::Invalid), "{text}");
        }
    }
}
