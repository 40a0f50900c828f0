//! [`Inbox`]: links that arrive before anybody can act on them, each once.

use std::collections::VecDeque;

use jiff::{SignedDuration, Timestamp};
use secrecy::{ExposeSecret, SecretString};

/// Operating systems deliver a link by two ways at once; a person who clicks
/// again a moment later means it.
const SAME_LINK: SignedDuration = SignedDuration::from_millis(1500);

/// More waiting links than this are nobody's clicks.
const MOST: usize = 32;

/// Waiting links, oldest first. Their texts may hold invitations, so they are
/// kept like secrets.
#[derive(Debug, Default)]
pub struct Inbox {
    waiting: VecDeque<SecretString>,
    last: Option<(SecretString, Timestamp)>,
}

/// What became of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    Taken,
    /// The same link came a moment ago.
    Double,
    /// Too many links wait already.
    Full,
}

impl Inbox {
    pub fn put(&mut self, text: &str, now: Timestamp) -> Delivery {
        let text = text.trim();
        if let Some((last, at)) = &self.last
            && last.expose_secret() == text
            && now.duration_since(*at).abs() < SAME_LINK
        {
            return Delivery::Double;
        }
        if self.waiting.len() >= MOST {
            return Delivery::Full;
        }
        self.last = Some((text.to_owned().into(), now));
        self.waiting.push_back(text.to_owned().into());
        Delivery::Taken
    }

    /// The next link to act on.
    pub fn take(&mut self) -> Option<SecretString> {
        self.waiting.pop_front()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(millis: i64) -> Timestamp {
        Timestamp::from_millisecond(millis).unwrap()
    }

    #[test]
    fn each_link_arrives_once_and_in_order() {
        let mut inbox = Inbox::default();
        assert_eq!(inbox.put("openmeetings://h/room/1", at(0)), Delivery::Taken);
        assert_eq!(
            inbox.put(" openmeetings://h/room/1\n", at(20)),
            Delivery::Double
        );
        assert_eq!(
            inbox.put("openmeetings://h/room/2", at(30)),
            Delivery::Taken
        );
        assert_eq!(
            inbox.put("openmeetings://h/room/2", at(2000)),
            Delivery::Taken,
            "a later click is meant"
        );
        let order: Vec<String> = std::iter::from_fn(|| inbox.take())
            .map(|text| text.expose_secret().to_owned())
            .collect();
        assert_eq!(
            order,
            [
                "openmeetings://h/room/1",
                "openmeetings://h/room/2",
                "openmeetings://h/room/2"
            ]
        );
    }

    #[test]
    fn a_flood_is_cut_off() {
        let mut inbox = Inbox::default();
        let taken = (0..1000)
            .filter(|n| inbox.put(&n.to_string(), at(0)) == Delivery::Taken)
            .count();
        assert_eq!(taken, MOST);
    }

    #[test]
    fn debug_shows_no_link() {
        let mut inbox = Inbox::default();
        inbox.put("openmeetings://h/hash?invitation=pl4nted", at(0));
        assert!(!format!("{inbox:?}").contains("pl4nted"));
    }
}
