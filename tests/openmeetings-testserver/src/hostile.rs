//! Texts that servers, invitations and people may send, made to act on whatever
//! shows them; and what must be left of none of them.

/// What each is called, and the text. [`megabyte`] is one more.
pub const TEXTS: [(&str, &str); 16] = [
    (
        "markup",
        "<img src=x onerror=alert(1)><script>alert(1)</script><b>bold</b>",
    ),
    (
        "entities",
        "&lt;b&gt; &amp;amp; &#27; <a href=\"https://evil.example\">here</a>",
    ),
    (
        "colours of a terminal",
        "\u{1b}[31mred\u{1b}[0m \u{1b}[2J\u{1b}[1A",
    ),
    (
        "title of a terminal",
        "\u{1b}]0;owned\u{7} \u{1b}]52;c;ZXZpbA==\u{7}",
    ),
    ("one-byte sequences", "\u{9b}31mred \u{90}q\u{9c} \u{84}"),
    (
        "a second line",
        "Meeting\r\nerror: pay at evil.example\n\n  23:00  Free",
    ),
    (
        "other line ends",
        "one\u{2028}two\u{2029}three\u{b}four\u{c}five\u{85}six",
    ),
    ("erasing", "abc\u{8}\u{8}\u{8}xyz\0\u{7f}\ttab"),
    ("overrides", "gnp.\u{202e}exe\u{202d} \u{202a}\u{202b}x"),
    (
        "isolates",
        "\u{2066}a \u{2067}b \u{2068}c \u{2069}\u{2069}\u{2069}",
    ),
    ("marks of direction", "\u{200e}a\u{200f}b\u{61c}c"),
    ("no width", "a\u{200b}b\u{feff}c\u{2060}d\u{ad}e\u{180e}f"),
    (
        "tags",
        "flag\u{e0001}\u{e0041}\u{e007f} \u{fff9}a\u{fffa}b\u{fffb}",
    ),
    ("mnemonics", "_File && &Edit __ &&& _"),
    (
        "placeholders",
        "{ $server } {0} %s %n ${HOME} `id` $(id) \\e[31m",
    ),
    (
        "accents",
        "Z\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301} x",
    ),
];

/// A megabyte without a blank, in a form that tells a cut between letters.
pub fn megabyte() -> String {
    "é".repeat(1 << 19)
}

/// All of them, with their names.
pub fn texts() -> Vec<(&'static str, String)> {
    let all = TEXTS.iter().map(|(name, text)| (*name, (*text).to_owned()));
    all.chain([("a megabyte", megabyte())]).collect()
}

/// What in a text that is shown acts on what is around it; nothing in a good one.
/// Lines and isolates that are closed again are the launcher's own.
pub fn acting(text: &str) -> Vec<char> {
    let mut open = 0_usize;
    let mut found = Vec::new();
    for c in text.chars() {
        match c {
            '\n' => {}
            '\u{2066}' | '\u{2068}' => open += 1,
            '\u{2069}' if open > 0 => open -= 1,
            '\u{ad}'
            | '\u{180e}'
            | '\u{200b}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}' => found.push(c),
            c if c.is_control() => found.push(c),
            _ => {}
        }
    }
    found.extend(std::iter::repeat_n('\u{2068}', open));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_is_found_and_the_launchers_own_is_not() {
        assert!(acting("a\nb \u{2068}c\u{2069} é ☕ _&<b>").is_empty());
        assert_eq!(acting("\u{1b}[1m"), ['\u{1b}']);
        assert_eq!(acting("\u{2068}x"), ['\u{2068}']);
        assert_eq!(acting("x\u{2069}"), ['\u{2069}']);
        assert_eq!(acting("\u{202e}\u{9b}\r"), ['\u{202e}', '\u{9b}', '\r']);
    }
}
