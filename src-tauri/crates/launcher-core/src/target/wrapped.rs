//! Links that a mail gateway has rewritten to lead through itself, undone by
//! reading alone: nothing is fetched (pure).

use std::borrow::Cow;

use openmeetings_client::JoinLink;
use url::Url;

/// Gateways behind one another; more is nobody's mail.
const MOST: usize = 4;

/// The link into a room that a rewritten address leads to. `None` if it is not
/// rewritten, or leads anywhere else.
pub(crate) fn join_link_in(address: &str) -> Option<JoinLink> {
    let mut address = Cow::Borrowed(address);
    for _ in 0..MOST {
        let inner = unwrapped(&address)?;
        if let Ok(link) = JoinLink::parse(&inner) {
            return Some(link);
        }
        address = Cow::Owned(inner);
    }
    None
}

/// Whether a host is a gateway's, on which there are no rooms.
pub(crate) fn is_gateway(host: &str) -> bool {
    matches!(host, "urldefense.proofpoint.com" | "urldefense.com")
        || host.ends_with(".safelinks.protection.outlook.com")
}

/// The address inside, one gateway further.
fn unwrapped(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    let host = url.host_str()?;
    let parameter = |name: &str| {
        let mut pairs = url.query_pairs();
        pairs
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.into_owned())
    };
    match host {
        "urldefense.proofpoint.com" | "urldefense.com" if url.path().starts_with("/v3/") => {
            proofpoint_3(address)
        }
        "urldefense.proofpoint.com" if url.path().starts_with("/v2/") => {
            proofpoint_2(&parameter("u")?)
        }
        "urldefense.proofpoint.com" if url.path().starts_with("/v1/") => parameter("u"),
        "google.com" | "www.google.com" if url.path() == "/url" => {
            parameter("q").or_else(|| parameter("url"))
        }
        _ if host.ends_with(".safelinks.protection.outlook.com") => parameter("url"),
        _ => None,
    }
}

/// Version 2 writes `%` as `-` and `/` as `_`.
fn proofpoint_2(given: &str) -> Option<String> {
    let escaped = given.replace('-', "%").replace('_', "/");
    percent_decoded(&escaped)
}

/// Version 3 is `…/v3/__ADDRESS__;BYTES!!…$`: each `*` stands for the next byte
/// of the list, and `**` with a letter for that many bytes, from two on.
fn proofpoint_3(address: &str) -> Option<String> {
    let (_, rest) = address.split_once("/v3/__")?;
    let (inner, rest) = rest.rsplit_once("__;")?;
    let (list, _) = rest.split_once('!')?;
    let mut bytes = base64_decoded(list)?.into_iter();
    let mut plain = Vec::with_capacity(inner.len());
    let mut given = inner.bytes().peekable();
    while let Some(byte) = given.next() {
        if byte != b'*' {
            plain.push(byte);
            continue;
        }
        let mut count = 1;
        if given.next_if_eq(&b'*').is_some() {
            count = run_length(given.next()?)?;
        }
        for _ in 0..count {
            plain.push(bytes.next()?);
        }
    }
    let plain = String::from_utf8(plain).ok()?;
    // Gateways take one slash out of what they pass on.
    match plain.split_once(":/") {
        Some((scheme, rest)) if !rest.starts_with('/') => Some(format!("{scheme}://{rest}")),
        _ => Some(plain),
    }
}

/// `A` is two, in the alphabet of base64 for addresses.
fn run_length(letter: u8) -> Option<u8> {
    digit(letter).map(|digit| digit + 2)
}

fn digit(letter: u8) -> Option<u8> {
    match letter {
        b'A'..=b'Z' => Some(letter - b'A'),
        b'a'..=b'z' => Some(letter - b'a' + 26),
        b'0'..=b'9' => Some(letter - b'0' + 52),
        b'-' | b'+' => Some(62),
        b'_' | b'/' => Some(63),
        _ => None,
    }
}

fn base64_decoded(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let (mut held, mut bits) = (0_u32, 0_u8);
    for letter in text.trim_end_matches('=').bytes() {
        held = (held << 6 | u32::from(digit(letter)?)) & 0xffff;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((held >> bits) & 0xff).ok()?);
        }
    }
    Some(bytes)
}

pub(crate) fn percent_decoded(text: &str) -> Option<String> {
    // As a form reads it; a plus stays a plus.
    let form = text
        .replace('+', "%2B")
        .replace('&', "%26")
        .replace('=', "%3D");
    let (decoded, _) = url::form_urlencoded::parse(form.as_bytes()).next()?;
    Some(decoded.into_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::target::Target;

    const HASH: &str = "167793f8-17e4-42e8-90ed-41323f2886a2";

    const LINK: &str = "https://meet.example.org/om/hash?invitation=167793f8-17e4-42e8-90ed-41323f2886a2&language=1";

    const SAFE: &str = "https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fmeet.example.org%2Fom%2Fhash%3Finvitation%3D167793f8-17e4-42e8-90ed-41323f2886a2%26language%3D1&data=05%7C02%7Canna%40example.org%7C1a2b&sdata=x%3D&reserved=0";

    /// The same link, as each gateway writes it.
    const WRAPPED: [&str; 7] = [
        SAFE,
        "https://urldefense.proofpoint.com/v1/url?u=https://meet.example.org/om/hash?invitation%3D167793f8-17e4-42e8-90ed-41323f2886a2%26language%3D1&k=x",
        "https://urldefense.proofpoint.com/v2/url?u=https-3A__meet.example.org_om_hash-3Finvitation-3D167793f8-2D17e4-2D42e8-2D90ed-2D41323f2886a2-26language-3D1&d=DwMF&c=x&r=y",
        "https://urldefense.com/v3/__https://meet.example.org/om/hash?invitation=167793f8-17e4-42e8-90ed-41323f2886a2&language=1__;!!Abc!x$",
        "https://urldefense.com/v3/__https:/meet.example.org/om/hash?invitation=167793f8-17e4-42e8-90ed-41323f2886a2*language=1__;Jg!!Abc!x$",
        "https://urldefense.com/v3/__https://meet.example.org/om/hash**Anvitation=167793f8-17e4-42e8-90ed-41323f2886a2&language=1__;P2k!!Abc!x$",
        "https://www.google.com/url?q=https%3A%2F%2Fmeet.example.org%2Fom%2Fhash%3Finvitation%3D167793f8-17e4-42e8-90ed-41323f2886a2%26language%3D1&sa=D",
    ];

    fn link(text: &str) -> Option<String> {
        join_link_in(text).map(|link| link.expose_url().to_owned())
    }

    #[test]
    fn each_gateway_is_undone() {
        for wrapped in WRAPPED {
            assert_eq!(link(wrapped).as_deref(), Some(LINK), "{wrapped}");
        }
        assert_eq!(
            link("https://urldefense.com/v3/__https://meet.example.org/om/*room/2__;Iw!!A!x$")
                .as_deref(),
            Some("https://meet.example.org/om/#room/2")
        );
    }

    #[test]
    fn a_mail_may_have_broken_the_line() {
        for (wrapped, width) in WRAPPED.iter().flat_map(|one| [(one, 40), (one, 72)]) {
            for wrap in ["\n", "\r\n", "\r\n  ", "\n\t"] {
                let lines = wrapped.as_bytes().chunks(width);
                let lines: Vec<&str> = lines.map(|line| str::from_utf8(line).unwrap()).collect();
                for text in [lines.join(wrap), format!("<{}>", lines.join(wrap))] {
                    let understood = Target::understand(&text);
                    let Ok(Target::Link(found)) = understood else {
                        panic!("{text}: {understood:?}");
                    };
                    // The language behind the hash may be left in the next line.
                    let found = found.expose_url();
                    assert!(
                        LINK.starts_with(found) && found.contains(HASH),
                        "{found}: {text}"
                    );
                }
            }
        }
    }

    #[test]
    fn gateways_behind_one_another_are_undone_up_to_a_limit() {
        let mut wrapped = SAFE.to_owned();
        for _ in 1..MOST {
            let mut outer = Url::parse("https://x.safelinks.protection.outlook.com/").unwrap();
            outer.query_pairs_mut().append_pair("url", &wrapped);
            wrapped = outer.into();
            assert!(wrapped.len() > 8192 || link(&wrapped).as_deref() == Some(LINK));
        }
        let mut outer = Url::parse("https://www.google.com/url").unwrap();
        outer.query_pairs_mut().append_pair("q", &wrapped);
        assert_eq!(link(outer.as_str()), None);
    }

    #[test]
    fn what_leads_elsewhere_or_only_looks_like_a_gateway_is_left_alone() {
        for text in [
            "https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2F",
            "https://safelinks.protection.outlook.com.evil.example/?url=https%3A%2F%2Fh%2F%23room%2F2",
            "https://evil.example/url?q=https%3A%2F%2Fh%2F%23room%2F2",
            "https://urldefense.com/v3/__https://h/***room/2__;!!A!x$",
            LINK,
        ] {
            assert_eq!(link(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_panics(text in ".{0,200}", list in "[A-Za-z0-9_*-]{0,40}") {
            let _ = join_link_in(&text);
            let _ = join_link_in(&format!("https://urldefense.com/v3/__{text}__;{list}!!x$"));
            let _ = join_link_in(&format!("https://urldefense.proofpoint.com/v2/url?u={text}"));
        }
    }
}
