//! [`Inbox`]: how links arrive: each once, no flood of them, one question at a time.

use std::collections::VecDeque;

use jiff::{SignedDuration, Timestamp};
use secrecy::{ExposeSecret, SecretString};

use crate::profile::ProfileId;
use crate::state::{Asking, LinkQuestion};

/// Operating systems deliver a link by two ways at once; a person who clicks
/// again a moment later means it.
const SAME_LINK: SignedDuration = SignedDuration::from_millis(1500);

/// More links than this, within [`MOMENT`], are nobody's clicks.
const MOST: usize = 32;

const MOMENT: SignedDuration = SignedDuration::from_secs(10);

/// What came, and what waits. Links may hold invitations, so they are kept like
/// secrets.
#[derive(Debug, Default)]
pub struct Inbox {
    last: Option<(SecretString, Timestamp)>,
    /// When the last ones came, oldest first.
    came: VecDeque<Timestamp>,
    /// Whether the person knows that not all are taken.
    flooded: bool,
    /// Asked about when those before them are answered, oldest first.
    questions: VecDeque<LinkQuestion>,
    /// The number of the newest question.
    newest: u32,
}

/// What became of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    Taken,
    /// The same link came a moment ago.
    Double,
    /// Too many came at once: this is the first that is not taken.
    Flood,
    /// One more of a flood.
    OfFlood,
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
        // Clocks are set back, too.
        self.came
            .retain(|at| now.duration_since(*at).abs() < MOMENT);
        if self.came.len() >= MOST {
            return if std::mem::replace(&mut self.flooded, true) {
                Delivery::OfFlood
            } else {
                Delivery::Flood
            };
        }
        self.flooded = false;
        self.came.push_back(now);
        self.last = Some((text.to_owned().into(), now));
        Delivery::Taken
    }

    /// A question about a link, under a number of its own.
    pub(crate) fn question(&mut self, link: Asking, profiles: Vec<ProfileId>) -> LinkQuestion {
        self.newest = self.newest.wrapping_add(1);
        LinkQuestion {
            number: self.newest,
            link,
            profiles,
        }
    }

    /// Asks about a link later, unless it waits already.
    pub(crate) fn ask_later(&mut self, question: LinkQuestion) {
        let mut waiting = self.questions.iter();
        let waits = waiting.any(|waits| waits.asks_the_same_as(&question));
        if !waits && self.questions.len() < MOST {
            self.questions.push_back(question);
        }
    }

    /// The next link to ask about.
    pub(crate) fn next_question(&mut self) -> Option<LinkQuestion> {
        self.questions.pop_front()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(millis: i64) -> Timestamp {
        Timestamp::from_millisecond(millis).unwrap()
    }

    #[test]
    fn each_link_arrives_once() {
        let mut inbox = Inbox::default();
        for (text, when, becomes) in [
            ("openmeetings://h/room/1", 0, Delivery::Taken),
            (" openmeetings://h/room/1\n", 20, Delivery::Double),
            ("openmeetings://h/room/2", 30, Delivery::Taken),
            // A later click is meant.
            ("openmeetings://h/room/2", 2000, Delivery::Taken),
        ] {
            assert_eq!(inbox.put(text, at(when)), becomes, "{text} at {when}");
        }
    }

    #[test]
    fn a_flood_is_cut_off_said_once_and_passes() {
        let mut inbox = Inbox::default();
        let flood: Vec<Delivery> = (0..1000)
            .map(|n| inbox.put(&format!("link {n}"), at(n)))
            .collect();
        let count = |kind| flood.iter().filter(|became| **became == kind).count();
        assert_eq!(count(Delivery::Taken), MOST);
        assert_eq!(count(Delivery::Flood), 1);
        assert_eq!(inbox.put("a click", at(12_000)), Delivery::Taken);
    }

    #[test]
    fn debug_shows_no_link() {
        let mut inbox = Inbox::default();
        inbox.put("openmeetings://h/hash?invitation=pl4nted", at(0));
        assert!(!format!("{inbox:?}").contains("pl4nted"));
    }
}
