//! The link in the text of a mail, wherever its lines were wrapped (pure).

use openmeetings_client::JoinKind;
use url::Url;
use uuid::Uuid;

use crate::deep_link::{DeepLink, SCHEME};
use crate::invite_file::link;
use crate::target::{Target, wrapped};

/// More addresses than this are not tried.
const MOST: usize = 100;

/// No link is wrapped over more lines than this.
const MOST_LINES: usize = 8;

/// The last link into a room: the server's own stands last in its mails.
pub(super) fn link_in(text: &str) -> Option<Target> {
    let mut end = text.len();
    for _ in 0..MOST {
        let start = [text[..end].rfind("http"), text[..end].rfind(SCHEME)]
            .into_iter()
            .flatten()
            .max()?;
        // The link of a gateway begins before the one in it.
        let is_inside = text[..start].ends_with("/v3/__");
        if let Some(found) = link_at(&text[start..]).filter(|_| !is_inside) {
            return Some(found);
        }
        end = start;
    }
    None
}

/// The link that begins here. It may go on in the next lines: it is taken as
/// soon as it is whole, so that what follows a whole link is left alone.
fn link_at(text: &str) -> Option<Target> {
    let mut lines = text.lines();
    let mut candidate = lines.next()?.to_owned();
    let mut cut = None;
    for _ in 0..MOST_LINES {
        match read(&candidate) {
            Some(found) if is_whole(&found) => return Some(found),
            // Better than nothing: servers of others may make shorter hashes.
            Some(found) => cut = cut.or(Some(found)),
            None => {}
        }
        // A word after it, and nothing can go on in the next line.
        if candidate.trim_end().contains(char::is_whitespace) {
            break;
        }
        let Some(more) = lines.next() else { break };
        candidate.truncate(candidate.trim_end().len());
        candidate.push_str(more.trim_start_matches(['>', ' ', '\t']));
    }
    cut
}

/// Whether nothing of it can stand in the next line: a hash is a UUID.
fn is_whole(target: &Target) -> bool {
    let Target::Link(link) = target else {
        return true;
    };
    if matches!(link.kind(), JoinKind::Room(_)) {
        return true;
    }
    Url::parse(link.expose_url()).is_ok_and(|url| {
        url.query_pairs().any(|(name, value)| {
            matches!(&*name, "invitation" | "secure") && Uuid::parse_str(&value).is_ok()
        })
    })
}

fn read(text: &str) -> Option<Target> {
    if text.starts_with("http") {
        // One that was cut is no link to the gateway itself.
        let found = link::at(text).filter(|link| !wrapped::is_gateway(link.base().host()));
        return found.map(Target::Link);
    }
    let word = text.split_whitespace().next()?;
    let word = word.trim_end_matches(['.', ',', ';', ')', '>', '"']);
    DeepLink::parse(word).ok().map(Target::DeepLink)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HASH: &str = "167793f8-17e4-42e8-90ed-41323f2886a2";

    #[expect(clippy::wildcard_enum_match_arm, reason = "nothing else is expected")]
    fn url(text: &str) -> Option<String> {
        match link_in(text)? {
            Target::Link(link) => Some(link.expose_url().to_owned()),
            _ => panic!("no web link"),
        }
    }

    #[test]
    fn a_link_is_found_in_the_text_around_it() {
        let text = "Hi,\nsee https://example.org/agenda first, then\nhttps://h/om/#room/2\nBye";
        assert_eq!(url(text).unwrap(), "https://h/om/#room/2");
    }

    #[test]
    fn wrapped_lines_are_joined_until_the_link_is_whole() {
        let whole = format!("https://h/om/hash?invitation={HASH}&language=1");
        for at in [8, 20, 33, 40, 50] {
            for wrap in ["\n", "\r\n", "\n  ", "\n> "] {
                let (head, tail) = whole.split_at(at);
                let text = format!("Join:\n{head}{wrap}{tail}\n\nSee you");
                let found = url(&text).unwrap();
                assert!(found.contains(HASH), "{text:?} gave {found}");
            }
        }
    }

    #[test]
    fn what_follows_a_whole_link_is_not_taken_into_it() {
        let text = format!("https://h/om/hash?invitation={HASH}\nSee you");
        assert!(url(&text).unwrap().ends_with(HASH));
        assert_eq!(
            url("https://h/#room/2\n3 people").unwrap(),
            "https://h/#room/2"
        );
    }

    #[test]
    fn an_app_link_is_found_and_a_text_without_any_is_left_alone() {
        assert!(matches!(
            link_in("Click openmeetings://meet.example.org/room/5."),
            Some(Target::DeepLink(_))
        ));
        assert_eq!(link_in("weekly planning"), None);
        assert_eq!(link_in("see https://example.org/agenda or so"), None);
        assert_eq!(link_in(&"http ".repeat(5000)), None);
    }
}
