//! The link in the text of a mail, wherever its lines were wrapped (pure).

use crate::deep_link::{DeepLink, SCHEME};
use crate::invite_file::link;
use crate::target::{Target, over_lines};

/// More addresses than this are not tried.
const MOST: usize = 100;

/// The last link into a room: the server's own stands last in its mails.
pub(super) fn link_in(text: &str) -> Option<Target> {
    let mut end = text.len();
    for _ in 0..MOST {
        let start = [text[..end].rfind("http"), text[..end].rfind(SCHEME)]
            .into_iter()
            .flatten()
            .max()?;
        end = start;
        if link::is_inside_another(text, start) {
            continue;
        }
        if let Some(found) = link_at(&text[start..]) {
            return Some(found);
        }
    }
    None
}

/// The link that begins here. It may go on in the next lines.
fn link_at(text: &str) -> Option<Target> {
    over_lines::read(text, read, is_whole)
}

fn is_whole(target: &Target) -> bool {
    let Target::Link(link) = target else {
        return true;
    };
    over_lines::is_whole(link)
}

fn read(text: &str) -> Option<Target> {
    if text.starts_with("http") {
        return link::at(text).map(Target::Link);
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
