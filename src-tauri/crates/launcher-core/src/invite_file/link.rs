//! The join link in a text that may be HTML source (pure).

use openmeetings_client::{JoinLink, JoinLinkError};

use crate::target::{over_lines, wrapped};

/// More candidates than this are not tried.
const MOST: usize = 200;

/// No address is longer, even if gateways rewrote it.
const LONGEST: usize = 16 << 10;

/// The last address in the text that leads into a room. People paste other
/// links into descriptions; the server's own stands last. The error is what is
/// wrong with an address that should have been one.
pub(super) fn last_in(text: &str) -> Result<JoinLink, Option<JoinLinkError>> {
    // Of the same length: only ASCII changes.
    let lower = text.to_ascii_lowercase();
    let mut end = text.len();
    let (mut cut, mut trouble) = (None, None);
    for _ in 0..MOST {
        let Some(start) = lower[..end].rfind("http") else {
            break;
        };
        end = start;
        if is_inside_another(text, start) {
            continue;
        }
        let text = beginning(&text[start..]);
        match over_lines::read(text, at, over_lines::is_whole) {
            Some(link) if over_lines::is_whole(&link) => match &cut {
                Some(cut) if !begins_with(&link, cut) => {}
                _ => return Ok(link),
            },
            Some(link) => cut = cut.or(Some(link)),
            None => trouble = trouble.or_else(|| trouble_at(text)),
        }
    }
    cut.ok_or(trouble)
}

/// Whether a link is the whole of one that is shown cut: editors do that to the
/// text of a link, and the address of it stands before.
fn begins_with(link: &JoinLink, cut: &JoinLink) -> bool {
    link.expose_url().starts_with(cut.expose_url())
}

/// Whether the address that begins here is a part of a gateway's, which is undone
/// where that one begins.
pub(crate) fn is_inside_another(text: &str, start: usize) -> bool {
    let (before, address) = text.split_at(start);
    // A line may have been broken anywhere.
    let tail: Vec<char> = before
        .chars()
        .rev()
        .filter(|c| !c.is_whitespace())
        .take(10)
        .collect();
    let tail: String = tail.into_iter().rev().collect();
    let begins_inside = ["/v3/__", "/v1/url?u="]
        .iter()
        .any(|end| tail.ends_with(end));
    begins_inside || (tail.ends_with('=') && is_escaped(address))
}

fn beginning(text: &str) -> &str {
    &text[..text.floor_char_boundary(LONGEST)]
}

/// The link that begins the text.
pub(crate) fn at(text: &str) -> Option<JoinLink> {
    let address = address_at(text)?;
    let given = read(&address).ok();
    if given.as_ref().is_some_and(over_lines::is_whole) {
        return given;
    }
    // What mails escape once too often; one link in another is none of that.
    let is_one = |address: &String| address.matches("://").count() == 1;
    let undone = [
        wrapped::percent_decoded(&address).filter(is_one),
        Some(without_quoted_printable(&address)),
    ];
    let undone = undone.into_iter().flatten();
    let undone = undone.filter_map(|address| read(&address).ok());
    let mut undone = undone.filter(|link| given.is_none() || over_lines::is_whole(link));
    undone.next().or(given)
}

fn read(address: &str) -> Result<JoinLink, JoinLinkError> {
    match wrapped::join_link_in(address) {
        Some(link) => Ok(link),
        None => match JoinLink::parse(address) {
            // One that was cut leads into no room of the gateway itself.
            Ok(link) if wrapped::is_gateway(link.base().host()) => Err(JoinLinkError::NoRoom),
            parsed => parsed,
        },
    }
}

/// What is wrong with the address that begins the text, if it should lead into
/// a room.
fn trouble_at(text: &str) -> Option<JoinLinkError> {
    let address = address_at(text)?;
    let means_a_room = address.contains("#room/") || address.contains("/hash?");
    means_a_room.then(|| read(&address).err()).flatten()
}

/// The address that begins the text, up to where none can go on.
fn address_at(text: &str) -> Option<String> {
    let is_escaped = is_escaped(text);
    if !(is_escaped || starts_with(text, "http://") || starts_with(text, "https://")) {
        return None;
    }
    let ends = |c: char| {
        c.is_whitespace() || c.is_control() || is_invisible(c) || "<>\"'\\^`{|}“”„«»‘’".contains(c)
    };
    let end = text.find(ends).unwrap_or(text.len());
    let mut address = without_entities(&text[..end]);
    if is_escaped && let Some(end) = address.find('&') {
        address.truncate(end);
    }
    let is_punctuation = |c: char| ".,;:)]!?*_…".contains(c);
    address.truncate(address.trim_end_matches(is_punctuation).len());
    Some(address)
}

fn starts_with(text: &str, beginning: &str) -> bool {
    text.get(..beginning.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(beginning))
}

/// Whether an address begins with its own punctuation in percent-escapes.
fn is_escaped(text: &str) -> bool {
    starts_with(text, "http%3A%2F%2F") || starts_with(text, "https%3A%2F%2F")
}

/// Editors put them where a long word may be broken.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
    )
}

/// HTML source → the address, up to an escaped end of it.
fn without_entities(text: &str) -> String {
    let mut address = text.to_owned();
    // Twice: what is escaped is escaped again where HTML is passed on as text.
    for _ in 0..2 {
        for entity in ["&amp;", "&AMP;", "&#38;", "&#x26;", "&#X26;"] {
            address = address.replace(entity, "&");
        }
    }
    for (entities, character) in [
        (["&#61;", "&#x3D;", "&#x3d;", "&equals;"], "="),
        (["&#35;", "&#x23;", "&num;", "&#035;"], "#"),
        (["&#47;", "&#x2F;", "&#x2f;", "&sol;"], "/"),
        (["&#63;", "&#x3F;", "&#x3f;", "&quest;"], "?"),
    ] {
        for entity in entities {
            address = address.replace(entity, character);
        }
    }
    let ends = [
        "&lt;", "&gt;", "&quot;", "&nbsp;", "&#39;", "&#34;", "&#60;", "&#62;",
    ];
    let end = ends.iter().filter_map(|entity| address.find(entity)).min();
    address.truncate(end.unwrap_or(address.len()));
    address
}

/// `=3D` and `=26` of a mail nobody decoded.
fn without_quoted_printable(address: &str) -> String {
    let address = address.replace("=3D", "=").replace("=3d", "=");
    address.replace("=26", "&").replace("=23", "#")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(text: &str) -> Option<String> {
        last_in(text).ok().map(|link| link.expose_url().to_owned())
    }

    const HASH: &str = "167793f8-17e4-42e8-90ed-41323f2886a2";

    #[test]
    fn the_last_join_link_counts_and_html_may_stick_to_it() {
        let room = Some("https://h/om/#room/2".to_owned());
        assert_eq!(
            link("see https://example.org/agenda\n\n\nhttps://h/om/#room/2"),
            room
        );
        assert_eq!(
            link("https://h/om/#room/1 then https://h/om/#room/2 and https://example.org/x"),
            room
        );
        assert_eq!(link("<a href=\"https://h/om/#room/2\">join</a>"), room);
        assert_eq!(link("<p>https://h/om/#room/2</p>"), room);
        assert_eq!(link("(https://h/om/#room/2)."), room);
        assert_eq!(
            link("<a href='https://h/hash?invitation=1b2c&amp;language=1'>"),
            Some("https://h/hash?invitation=1b2c&language=1".to_owned())
        );
        assert_eq!(link("https://h/om/"), None);
        assert_eq!(link("ftp://h/#room/2 httpd"), None);
        assert_eq!(link(""), None);
    }

    #[test]
    fn what_programs_do_to_a_link_is_undone() {
        let whole = format!("https://h/om/hash?invitation={HASH}&language=1");
        let (head, tail) = HASH.split_at(18);
        let safe =
            "https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fh%2Fom%2Fhash";
        for given in [
            format!("HTTPS://h/om/hash?invitation={HASH}&language=1"),
            format!("https://h/om/hash?invitation={HASH}&amp;amp;language=1"),
            format!("https://h/om/hash?invitation&#61;{HASH}&#38;language&#61;1"),
            format!("https://h/om/hash%3Finvitation%3D{HASH}%26language%3D1"),
            format!("https%3A%2F%2Fh%2Fom%2Fhash%3Finvitation%3D{HASH}%26language%3D1&x=1"),
            format!("https://h/om/hash?invitation=3D{HASH}&language=3D1"),
            format!("https://h/om/hash?invitation=3D{head}=\n{tail}=26language=3D1"),
            format!("https://h/om/hash?invitation={head}=\n{tail}&language=1"),
            format!("https://h/om/hash?invitation={head}\n{tail}&language=1"),
            format!("https://h/om/hash?invitation={HASH}&lang\nuage=1\nBye"),
            format!("https://h/om/hash?invitation={HASH}&language=\n1\nBye"),
            format!("https://h/om/hash?invitation=\n{HASH}&language=1"),
            format!("https://h/om/hash?invitation={HASH}&\nlanguage=1"),
            format!("https://h/om/hash?invitation={HASH}\n&language=1\nBye"),
            format!(
                "<a href=\"https://h/om/hash?invitation={HASH}&amp;language=1\">https://h/om/hash?invitation={head}…</a>"
            ),
            format!(
                "<a href=\"https://h/om/hash?invitation={HASH}&amp;language=1\">https://h/om/hash?invi<wbr>tation={HASH}</a>"
            ),
            format!(
                "<a href=\"https://h/om/hash?invitation={HASH}&amp;language=1\">https://h/om/hash?invitation={head}<wbr>{tail}</a>"
            ),
            format!("&lt;https://h/om/hash?invitation={HASH}&language=1&gt;"),
            format!("“https://h/om/hash?invitation={HASH}&language=1”…"),
            format!("\u{200b}https://h/om/hash?invitation={HASH}&language=1\u{200b}."),
            format!("<{safe}%3Finvitation%3D{HASH}%26language%3D1&data=05%7C02&reserved=0>"),
            format!("{safe}%3Finvitation%3D{HASH}%26language%3D1&amp;data=05%7C02&amp;reserved=0"),
        ] {
            assert_eq!(link(&given).as_ref(), Some(&whole), "{given}");
        }
        assert_eq!(
            link("https://h/om/%23room/2").as_deref(),
            Some("https://h/om/#room/2")
        );
    }

    #[test]
    fn a_link_inside_a_gateway_nobody_knows_stays_there() {
        assert_eq!(
            link("https://x.example/?url=https%3A%2F%2Fh%2F%23room%2F2"),
            None
        );
    }

    #[test]
    fn what_is_wrong_with_a_join_link_is_told() {
        use openmeetings_client::BaseUrlError;
        let trouble = |text: &str| last_in(text).unwrap_err();
        let port = JoinLinkError::Address(BaseUrlError::Port);
        assert_eq!(trouble("https://h:0/om/#room/2"), Some(port.clone()));
        assert_eq!(trouble("https://h:99999/hash?invitation=1b2c"), Some(port));
        assert_eq!(
            trouble("https://h/hash?invitation= soon"),
            Some(JoinLinkError::Hash)
        );
        assert_eq!(trouble("https://example.org/agenda"), None);
    }

    #[test]
    fn no_more_addresses_are_tried_than_a_text_may_have() {
        let room = "https://h/#room/2 ";
        let after = |others: usize| format!("{room}{}", "https://example.org/ ".repeat(others));
        assert!(link(&after(MOST - 1)).is_some());
        assert_eq!(link(&after(MOST)), None);
    }
}
