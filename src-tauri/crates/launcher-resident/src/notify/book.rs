//! [`Book`]: which notification of the desktop is which note, and what its
//! buttons do (pure).

use std::collections::BTreeMap;

use launcher_core::action::Action;

use crate::notes::{About, Note};

/// The desktop's word for a click on the notification itself.
const CLICK: &str = "default";

/// Between the edition and the number of a button.
const OF: char = '.';

/// The number the desktop gave a notification; 0 is none.
pub(super) type Id = u32;

/// What is on screen, as far as is known.
#[derive(Debug, Default)]
pub(super) struct Book {
    shown: BTreeMap<Id, Entry>,
    /// Of the newest note.
    newest: Edition,
}

/// Tells a note from the one whose place it took: the desktop does not, and a press on
/// the older one may be on its way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Edition(u32);

#[derive(Debug)]
struct Entry {
    about: About,
    edition: Edition,
    click: Option<Action>,
    dismissed: Option<Action>,
    buttons: Vec<Action>,
}

impl Book {
    /// The notification that is about this, to take its place.
    pub(super) fn id_of(&self, about: &About) -> Option<Id> {
        let mut shown = self.shown.iter();
        shown.find_map(|(id, entry)| (entry.about == *about).then_some(*id))
    }

    /// For the note that is shown next.
    pub(super) fn edition(&mut self) -> Edition {
        self.newest.0 = self.newest.0.wrapping_add(1);
        self.newest
    }

    /// A note is on screen. An older one about the same is not any more.
    pub(super) fn enter(&mut self, id: Id, note: Note, edition: Edition) {
        self.shown.retain(|_, entry| entry.about != note.about);
        let entry = Entry {
            about: note.about,
            edition,
            click: note.click,
            dismissed: note.dismissed,
            buttons: note
                .buttons
                .into_iter()
                .map(|button| button.action)
                .collect(),
        };
        self.shown.insert(id, entry);
    }

    /// A note is taken off.
    pub(super) fn strike(&mut self, about: &About) -> Option<Id> {
        let id = self.id_of(about)?;
        self.shown.remove(&id);
        Some(id)
    }

    /// Something of it was pressed, which takes it off the screen. A button of the one
    /// that was there before does nothing.
    pub(super) fn pressed(&mut self, id: Id, key: &str) -> Option<Action> {
        let shown = self.shown.get(&id)?;
        if let Some((edition, _)) = key.split_once(OF)
            && edition != shown.edition.0.to_string()
        {
            return None;
        }
        let entry = self.shown.remove(&id)?;
        if key == CLICK {
            return entry.click;
        }
        let (_, button) = key.split_once(OF)?;
        let button: usize = button.parse().ok()?;
        entry.buttons.into_iter().nth(button)
    }

    /// It went, by the person's hand or by itself.
    pub(super) fn closed(&mut self, id: Id, by_hand: bool) -> Option<Action> {
        let entry = self.shown.remove(&id)?;
        entry.dismissed.filter(|_| by_hand)
    }
}

/// What can be pressed, as the desktop wants it: keys and labels in turn.
pub(super) fn keys_and_labels(note: &Note, edition: Edition) -> Vec<String> {
    let mut pairs = Vec::new();
    if note.click.is_some() {
        // The label is shown by nobody.
        pairs.extend([CLICK.to_owned(), String::new()]);
    }
    for (number, button) in note.buttons.iter().enumerate() {
        pairs.extend([format!("{}{OF}{number}", edition.0), button.label.clone()]);
    }
    pairs
}

#[cfg(test)]
mod tests {
    use launcher_core::intent::Intent;

    use super::*;
    use crate::notes::{Button, Weight};

    fn note(about: About) -> Note {
        let button = |label: &str, intent| Button {
            label: label.to_owned(),
            action: Action::Ask(intent),
        };
        Note {
            about,
            weight: Weight::Normal,
            title: "Title".to_owned(),
            body: String::new(),
            click: Some(Action::Show(None)),
            dismissed: Some(Action::Ask(Intent::CloseJoin)),
            buttons: vec![
                button("Again", Intent::JoinAgain),
                button("Stop", Intent::CancelJoin),
            ],
        }
    }

    #[test]
    fn each_button_does_its_own_once() {
        let mut book = Book::default();
        book.enter(7, note(About::Join), Edition(3));
        let expected = ["default", "", "3.0", "Again", "3.1", "Stop"];
        assert_eq!(keys_and_labels(&note(About::Join), Edition(3)), expected);
        assert_eq!(
            book.pressed(7, "3.1"),
            Some(Action::Ask(Intent::CancelJoin))
        );
        assert_eq!(book.pressed(7, "3.1"), None);
        book.enter(8, note(About::Join), Edition(3));
        assert_eq!(book.pressed(8, "default"), Some(Action::Show(None)));
    }

    #[test]
    fn what_the_desktop_makes_up_does_nothing() {
        let mut book = Book::default();
        for key in [
            "3.2",
            "3.-1",
            "",
            "3.",
            "1",
            "3.99999999999999999999",
            "inline-reply",
        ] {
            book.enter(7, note(About::Join), Edition(3));
            assert_eq!(book.pressed(7, key), None, "{key}");
        }
        assert_eq!(book.pressed(1, "3.0"), None);
        assert_eq!(book.closed(1, true), None);
    }

    #[test]
    fn a_newer_note_about_the_same_takes_the_place_of_the_older() {
        let mut book = Book::default();
        book.enter(7, note(About::Join), Edition(3));
        book.enter(8, note(About::Closing), Edition(3));
        assert_eq!(book.id_of(&About::Join), Some(7));
        book.enter(9, note(About::Join), Edition(3));
        assert_eq!(book.pressed(7, "3.0"), None);
        assert_eq!(book.strike(&About::Join), Some(9));
        assert_eq!(book.strike(&About::Join), None);
        assert_eq!(book.id_of(&About::Closing), Some(8));
    }

    #[test]
    fn only_a_hand_dismisses() {
        let mut book = Book::default();
        book.enter(7, note(About::Join), Edition(3));
        assert_eq!(book.closed(7, false), None);
        book.enter(8, note(About::Join), Edition(3));
        let dismissed = Some(Action::Ask(Intent::CloseJoin));
        assert_eq!(book.closed(8, true), dismissed);
    }

    #[test]
    fn a_button_of_the_note_that_was_there_before_does_nothing() {
        let mut book = Book::default();
        let (before, after) = (book.edition(), book.edition());
        book.enter(7, note(About::Join), after);
        let key = |edition: Edition| keys_and_labels(&note(About::Join), edition)[2].clone();
        assert_eq!(book.pressed(7, &key(before)), None);
        let again = Some(Action::Ask(Intent::JoinAgain));
        assert_eq!(book.pressed(7, &key(after)), again, "it is still there");
    }
}
