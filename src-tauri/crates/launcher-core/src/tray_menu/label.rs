//! [`Label`]: what an entry of the menu says, and the key that chooses it.

use std::ops::Range;

use crate::plain::runs_from_right;

/// The words of an entry, as plain text, with the letter that chooses it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    text: String,
    /// Where in `text` the letter stands.
    access_key: Option<usize>,
    words: Words,
}

/// Whose words a label consists of.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Words {
    /// Ours alone: always the same, so that its key should be.
    Ours,
    /// There is a name in it, here: its letters are the best keys, since what
    /// stands around it changes with time.
    Naming(Range<usize>),
}

impl Label {
    /// One that always says the same.
    pub(super) fn ours(text: String) -> Self {
        Self {
            text,
            access_key: None,
            words: Words::Ours,
        }
    }

    /// One that names a room or a meeting.
    pub(super) fn naming(text: String, name: &str) -> Self {
        let start = text.find(name).unwrap_or_default();
        let end = text.len().min(start + name.len());
        Self {
            words: Words::Naming(start..end),
            ..Self::ours(text)
        }
    }

    /// What it says, with nothing that marks the key.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The letter or digit that chooses the entry while the menu is open.
    pub fn access_key(&self) -> Option<char> {
        self.text[self.access_key?..].chars().next()
    }

    /// The text with a mark before its access key, as menus of a desktop want
    /// it: `_` on Linux, `&` on Windows. The text's own marks are doubled, so
    /// that they show as what they are.
    pub fn marked(&self, mark: char) -> String {
        let mut marked = String::with_capacity(self.text.len() + 2);
        for (at, c) in self.text.char_indices() {
            if Some(at) == self.access_key || c == mark {
                marked.push(mark);
            }
            marked.push(c);
        }
        marked
    }

    /// Takes the first letter that none of these has: of the name before others,
    /// of the beginning of a word before others; a digit if there is no letter.
    fn choose(&mut self, taken: &mut Vec<char>) {
        let all = match &self.words {
            Words::Ours => 0..self.text.len(),
            Words::Naming(name) => name.clone(),
        };
        let free = self
            .candidates()
            .filter(|one| !taken.contains(&folded(one.letter)));
        let best = free.min_by_key(|one| {
            let is_digit = !one.letter.is_alphabetic();
            (is_digit, !all.contains(&one.at), !one.starts_word, one.at)
        });
        self.access_key = best.map(|one| one.at);
        taken.extend(best.map(|one| folded(one.letter)));
    }

    /// What can be typed.
    fn candidates(&self) -> impl Iterator<Item = Candidate> {
        let before = std::iter::once(' ').chain(self.text.chars());
        self.text
            .char_indices()
            .zip(before)
            .filter(|((_, c), _)| c.is_alphanumeric() && !is_vowel_mark(*c))
            .map(|((at, letter), before)| Candidate {
                at,
                letter,
                starts_word: starts(before),
            })
    }
}

/// A letter or digit of a label that may become its key.
#[derive(Clone, Copy)]
struct Candidate {
    at: usize,
    letter: char,
    starts_word: bool,
}

/// Gives each label of one menu a key of its own. Those that always say the same
/// choose first, the last of them before the others: at the end of a menu are
/// the ones that every program has.
pub(super) fn give_access_keys<'a>(labels: impl IntoIterator<Item = &'a mut Label>) {
    let mut taken = Vec::new();
    let (mut ours, naming): (Vec<_>, Vec<_>) = labels
        .into_iter()
        .partition(|label| label.words == Words::Ours);
    ours.reverse();
    for label in ours.into_iter().chain(naming) {
        label.choose(&mut taken);
    }
}

fn starts(before: char) -> bool {
    !before.is_alphanumeric() && before != '\'' && before != '’'
}

/// Without regard to case, as keys are.
fn folded(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

/// Vowels of Arabic are written over letters; nobody types them for a menu.
fn is_vowel_mark(c: char) -> bool {
    runs_from_right(c) && matches!(c, '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(texts: &[&str]) -> Vec<String> {
        let mut labels: Vec<Label> = texts
            .iter()
            .map(|text| Label::naming((*text).to_owned(), text))
            .collect();
        give_access_keys(&mut labels);
        labels.iter().map(|label| label.marked('_')).collect()
    }

    #[test]
    fn no_two_entries_of_a_menu_have_the_same_key() {
        assert_eq!(
            keys(&[
                "Settings",
                "Stand-up",
                "Sales standup",
                "STAND",
                "S",
                "Öffnen"
            ]),
            [
                "_Settings",
                "Stand-_up",
                "S_ales standup",
                "S_TAND",
                "S",
                "_Öffnen"
            ]
        );
    }

    #[test]
    fn what_always_says_the_same_has_always_the_same_key() {
        let mut labels = [
            Label::naming("Quiet hour".to_owned(), "Quiet hour"),
            Label::ours("Quote".to_owned()),
            Label::ours("Quit".to_owned()),
        ];
        give_access_keys(&mut labels);
        let marked = labels.each_ref().map(|label| label.marked('_'));
        assert_eq!(marked, ["Quiet _hour", "Q_uote", "_Quit"]);
    }

    #[test]
    fn a_name_gives_the_key_rather_than_what_changes_around_it() {
        let mut labels = [
            Label::ours("Join".to_owned()),
            Label::naming("Join the jury · in 5 min".to_owned(), "jury"),
        ];
        give_access_keys(&mut labels);
        assert_eq!(labels[1].marked('_'), "Join the j_ury · in 5 min");
    }

    #[test]
    fn a_digit_is_a_key_where_the_letters_are_taken() {
        assert_eq!(keys(&["R", "R1", "R 2", "☕"]), ["_R", "R_1", "R _2", "☕"]);
    }

    #[test]
    fn marks_of_the_text_itself_show_as_they_are() {
        assert_eq!(keys(&["_File__x"]), ["___File____x"]);
        let ampersand = Label::ours("Q&A".to_owned());
        assert_eq!(ampersand.marked('&'), "Q&&A");
    }

    #[test]
    fn arabic_entries_have_keys_of_their_letters() {
        assert_eq!(
            keys(&["إنهاء", "إلغاء", "مُشغّل"]),
            ["_إنهاء", "إ_لغاء", "_مُشغّل"]
        );
    }
}
