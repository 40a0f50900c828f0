//! Texts as they arrive from mails and address bars.

/// Longer texts are not looked at: no browser and no server takes such a URL.
pub(crate) const LONGEST_URL: usize = 8192;

/// Takes off blanks, angle brackets and quotes around an address, characters
/// nobody sees, and the line wraps a mail program put inside it.
pub(crate) fn without_wraps(text: &str) -> String {
    let visible: String = text.chars().filter(|c| !is_invisible(*c)).collect();
    let trimmed = visible.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”' | '«' | '»')
    });
    if !trimmed.contains(['\r', '\n']) {
        return trimmed.to_owned();
    }
    trimmed.lines().map(str::trim).collect()
}

/// Zero-width characters and soft hyphens, which copying from a mail brings along.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_joined_and_wrapping_taken_off() {
        assert_eq!(without_wraps(" <https://h/a\r\n  b> \n"), "https://h/ab");
        assert_eq!(
            without_wraps("a b"),
            "a b",
            "a blank that is no wrap is kept for the refusal"
        );
        assert_eq!(without_wraps("\u{feff}h\u{ad}ost"), "host");
    }
}
