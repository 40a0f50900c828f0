//! The join link in a text that may be HTML source (pure).

use openmeetings_client::JoinLink;

use crate::target::wrapped;

/// More candidates than this are not tried.
const MOST: usize = 200;

/// The last address in the text that leads into a room. People paste other
/// links into descriptions; the server's own stands last.
pub(super) fn last_in(text: &str) -> Option<JoinLink> {
    let mut end = text.len();
    for _ in 0..MOST {
        let start = text[..end].rfind("http")?;
        if let Some(link) = at(&text[start..]) {
            return Some(link);
        }
        end = start;
    }
    None
}

/// The link that begins the text.
pub(crate) fn at(text: &str) -> Option<JoinLink> {
    if !(text.starts_with("http://") || text.starts_with("https://")) {
        return None;
    }
    let end =
        text.find(|c: char| c.is_whitespace() || c.is_control() || "<>\"'\\^`{|}".contains(c));
    let address = text[..end.unwrap_or(text.len())].replace("&amp;", "&");
    let address = address.trim_end_matches(['.', ',', ';', ':', ')', ']', '!']);
    wrapped::join_link_in(address).or_else(|| JoinLink::parse(address).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(text: &str) -> Option<String> {
        last_in(text).map(|link| link.expose_url().to_owned())
    }

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
}
