//! Words of servers and people, made fit for one line of a menu or notification.

use std::borrow::Cow;

use crate::texts::Texts;

/// What is looked at of a text at most, for each letter that is kept of it, be it
/// a megabyte of nothing.
const LOOKED_AT: usize = 16;

const ISOLATE: char = '\u{2068}';
const END_OF_ISOLATE: char = '\u{2069}';

/// The text as one line of at most `longest` characters, without anything that
/// acts on what is around it.
pub fn plain(text: &str, longest: usize) -> String {
    let mut line = String::new();
    let mut length = 0;
    let mut blank_before = false;
    for c in text.chars().take(longest.saturating_mul(LOOKED_AT)) {
        if c.is_whitespace() {
            blank_before = length > 0;
            continue;
        }
        if c.is_control() || acts_unseen(c) {
            continue;
        }
        if length + usize::from(blank_before) >= longest {
            cut(&mut line);
            break;
        }
        if blank_before {
            line.push(' ');
            length += 1;
            blank_before = false;
        }
        line.push(c);
        length += 1;
    }
    line
}

/// The line for a sentence of this language: where it runs from left to right,
/// words that run the other way are held together. Texts of languages that run
/// from right to left do so by themselves.
pub fn isolated<'a>(line: &'a str, texts: &Texts) -> Cow<'a, str> {
    if texts.is_right_to_left() || !line.contains(runs_from_right) {
        return Cow::Borrowed(line);
    }
    Cow::Owned(format!("{ISOLATE}{line}{END_OF_ISOLATE}"))
}

/// Ends the line with an ellipsis, in place of its last letter with its accents.
fn cut(line: &mut String) {
    while let Some(last) = line.pop() {
        if last != ' ' && !joins_the_one_before(last) {
            break;
        }
    }
    let end = line.trim_end_matches([' ', '\u{200d}']).len();
    line.truncate(end);
    line.push('…');
}

/// Marks of direction, and what has no width. What joins the letters of a
/// language, or the parts of a picture, stays.
fn acts_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

fn joins_the_one_before(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{200c}' | '\u{200d}'
            | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}'
    )
}

/// Letters of Hebrew, Arabic and their neighbours.
pub(crate) fn runs_from_right(c: char) -> bool {
    matches!(
        c,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONGEST: usize = 48;

    fn plain(text: &str) -> String {
        super::plain(text, LONGEST)
    }

    #[test]
    fn a_hostile_text_becomes_one_plain_line() {
        assert_eq!(plain("  _File\n<b>\tx\0\u{7}\u{2028}y "), "_File <b> x y");
        assert_eq!(plain("ab\u{202e}cd\u{2066}\u{200f}e"), "abcde");
        assert_eq!(plain("\u{202e}\n\u{200b}"), "");
    }

    #[test]
    fn what_is_too_long_is_cut_between_letters() {
        let cut = plain(&"word ".repeat(40));
        assert!(cut.ends_with('…') && !cut.contains(" …"), "{cut}");
        assert!(cut.chars().count() <= LONGEST, "{cut}");
        assert_eq!(plain(&"x".repeat(LONGEST)), "x".repeat(LONGEST));
        let accents = plain(&format!("{}e\u{301}yz", "x".repeat(LONGEST - 2)));
        assert_eq!(accents, format!("{}…", "x".repeat(LONGEST - 2)));
    }

    #[test]
    fn a_megabyte_is_looked_at_only_as_far_as_a_line_goes() {
        let megabyte = "é".repeat(1 << 19);
        assert_eq!(plain(&megabyte).chars().count(), LONGEST);
        let nothing = "\u{202e}".repeat(1 << 20);
        assert_eq!(plain(&nothing), "");
    }

    #[test]
    fn words_that_run_the_other_way_are_held_together() {
        let (english, arabic) = (Texts::english(), Texts::new("ar"));
        assert_eq!(isolated("اجتماع", &english), "\u{2068}اجتماع\u{2069}");
        assert_eq!(isolated("Café ☕", &english), "Café ☕");
        assert_eq!(isolated("اجتماع", &arabic), "اجتماع");
    }
}
