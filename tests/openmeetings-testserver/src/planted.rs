//! Secrets to plant, and the forms in which they may come to light again.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use url::form_urlencoded;

/// A secret that a test plants somewhere, to search for it everywhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Planted {
    /// Where it is planted, and as what.
    pub name: &'static str,
    /// What must be found nowhere.
    pub secret: &'static str,
}

const fn planted(name: &'static str, secret: &'static str) -> Planted {
    Planted { name, secret }
}

/// The password of an account, with quotes and a backslash.
pub const QUOTED: Planted = planted("password with quotes", r#"pl4nted-'q'"d"\-01"#);
/// The password of an account, with what addresses are made of.
pub const PERCENT: Planted = planted("password with percents", "pl4nted-100%25&x=+#-02");
/// The password of an account, beyond ASCII.
pub const UNICODE: Planted = planted("password beyond ASCII", "pl4nted-Züri☕-03");
/// A password that the server refuses.
pub const WRONG: Planted = planted("wrong password", "pl4nted-wrong-04");
/// In an address that somebody pastes.
pub const USER_INFO: Planted = planted("user info of an address", "pl4nted-userinfo-05");
/// After an option that does not exist.
pub const OPTION: Planted = planted("value of --password", "pl4nted-option-06");
/// Where no argument belongs.
pub const MISPLACED: Planted = planted("argument too many", "pl4nted-misplaced-07");
/// In a variable that other programs read passwords from.
pub const ENVIRONMENT: Planted = planted("variable", "pl4nted-environment-08");
/// In the address of a proxy.
pub const PROXY: Planted = planted("password of a proxy", "pl4nted-proxy-09");
/// A password that the server repeats in the text of its failure.
pub const ECHO: Planted = planted("password in a server's text", "pl4nted echo-10");
/// A session in the address a server redirects to.
pub const REDIRECT: Planted = planted("session in a redirect", "pl4nted-redirect-11");
/// A password in the query of a login that is cut off, as 8.1 takes it.
pub const IN_QUERY: Planted = planted("password in a query", "pl4nted-query-12");
/// A password in the error of a keychain.
pub const KEYCHAIN: Planted = planted("password in a keychain's error", "pl4nted-keychain-13");
/// In the address of an invitation file.
pub const INVITE_FILE: Planted = planted("user info in a file", "pl4nted-file-14");
/// The hash of an invitation.
pub const INVITATION: Planted = planted("hash of an invitation", "pl4nted-invitation-15");
/// A key to a room.
pub const ROOM_KEY: Planted = planted("key to a room", "pl4nted-key-16");
/// A field of a list of servers that has no place there.
pub const IMPORT: Planted = planted("password in an import", "pl4nted-import-17");
/// A parameter of a link that has no place there.
pub const DEEP_LINK: Planted = planted("password in a link", "pl4nted-link-18");
/// A field of a policy that has no place there.
pub const POLICY: Planted = planted("password in a policy", "pl4nted-policy-19");
/// A field of the file with the saved servers, of a wrong kind.
pub const PROFILES: Planted = planted("password in the profiles file", "pl4nted-profiles-20");

/// All of them. Sessions and keys that a server gives are secrets besides:
/// [`TestServer::secrets`](crate::TestServer::secrets).
pub const PLANTED: [Planted; 20] = [
    QUOTED,
    PERCENT,
    UNICODE,
    WRONG,
    USER_INFO,
    OPTION,
    MISPLACED,
    ENVIRONMENT,
    PROXY,
    ECHO,
    REDIRECT,
    IN_QUERY,
    KEYCHAIN,
    INVITE_FILE,
    INVITATION,
    ROOM_KEY,
    IMPORT,
    DEEP_LINK,
    POLICY,
    PROFILES,
];

/// A secret as it is, and as addresses, JSON, Base64 and dumps have it.
pub fn forms(secret: &str) -> Vec<String> {
    let percent = secret.bytes().fold(String::new(), |mut text, byte| {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            text.push(char::from(byte));
        } else {
            // Writing to a text cannot fail.
            let _ = write!(text, "%{byte:02X}");
        }
        text
    });
    let hex = secret.bytes().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    });
    let json = serde_json::Value::from(secret).to_string();
    let mut forms = vec![
        secret.to_owned(),
        percent.to_lowercase(),
        percent,
        form_urlencoded::byte_serialize(secret.as_bytes()).collect(),
        json.trim_matches('"').to_owned(),
        format!("{secret:?}").trim_matches('"').to_owned(),
        hex.to_uppercase(),
        hex,
    ];
    forms.extend((0..3).map(|before| base64_after(secret, before)));
    forms.sort_unstable();
    forms.dedup();
    forms
}

/// The letters that stand for the secret alone where so many bytes come before it
/// in its group of three, such as a login and a colon.
fn base64_after(secret: &str, before: usize) -> String {
    let bytes = [&b"\0\0"[..before], secret.as_bytes()].concat();
    let whole = bytes.len() / 3 * 3;
    let text = STANDARD_NO_PAD.encode(&bytes[..whole]);
    text[if before == 0 { 0 } else { 4 }..].to_owned()
}

/// The secrets of which some form stands in a text, each with that form.
pub fn found_in<'a>(
    text: &str,
    secrets: impl IntoIterator<Item = &'a str>,
) -> Vec<(String, String)> {
    let found = secrets.into_iter().flat_map(|secret| {
        let forms = forms(secret).into_iter();
        forms.map(move |form| (secret.to_owned(), form))
    });
    found.filter(|(_, form)| text.contains(form)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_of_a_secret_is_found() {
        let secret = QUOTED.secret;
        for hidden in [
            secret.to_owned(),
            "pl4nted-%27q%27%22d%22%5C-01".to_owned(),
            r#"{"pass":"pl4nted-'q'\"d\"\\-01"}"#.to_owned(),
            STANDARD_NO_PAD.encode(format!("anna:{secret}")),
            STANDARD_NO_PAD.encode(format!("paula:{secret}!")),
            "706c346e7465642d277127226422 5c2d3031".replace(' ', ""),
        ] {
            let text = format!("x{hidden}y");
            assert!(!found_in(&text, [secret]).is_empty(), "{text}");
        }
        assert_eq!(found_in("nothing of it", [secret]), []);
    }

    #[test]
    fn no_planted_secret_is_part_of_another() {
        for one in PLANTED {
            let found = PLANTED
                .iter()
                .filter(|other| other.secret.contains(one.secret));
            assert_eq!(found.count(), 1, "{}", one.name);
        }
    }
}
