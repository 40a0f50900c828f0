//! The bytes of an invitation → its lines, whichever program wrote them (pure).

/// The text with one property a line: unfolded, with LF as the only line end.
pub(super) fn of(bytes: &[u8]) -> String {
    let text = match utf16(bytes) {
        Some(text) => text.into_bytes(),
        None => bytes.to_vec(),
    };
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&text);
    whole_properties(&characters(&unfold(text)))
}

/// Windows programs save as UTF-16, some of them without a mark.
fn utf16(bytes: &[u8]) -> Option<String> {
    let (units, is_little) = match bytes {
        [0xff, 0xfe, units @ ..] => (units, true),
        [0xfe, 0xff, units @ ..] => (units, false),
        [b'B' | b'b', 0, ..] => (bytes, true),
        [0, b'B' | b'b', ..] => (bytes, false),
        _ => return None,
    };
    let (pairs, _) = units.as_chunks::<2>();
    let unit = if is_little {
        u16::from_le_bytes
    } else {
        u16::from_be_bytes
    };
    let units = pairs.iter().map(|pair| unit(*pair));
    let characters = char::decode_utf16(units);
    Some(
        characters
            .map(|one| one.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect(),
    )
}

/// Joins folded lines while they are still bytes: a fold may stand inside a
/// character.
fn unfold(bytes: &[u8]) -> Vec<u8> {
    let mut joined = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let [first, after @ ..] = rest {
        rest = after;
        match first {
            // Gateways double it, and old Macs know no other line end.
            b'\r' if matches!(after.first(), Some(b'\r' | b'\n')) => {}
            b'\r' | b'\n' => match after {
                [b' ' | b'\t', after @ ..] => rest = after,
                _ => joined.push(b'\n'),
            },
            _ => joined.push(*first),
        }
    }
    joined
}

/// UTF-8; what is not, is what Western Windows has always written.
fn characters(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().copied().map(char::from));
    }
    text
}

/// Lines that are no property belong to the one before: mails wrap without the
/// blank that a fold has, and vCalendar 1.0 ends such lines with `=`.
fn whole_properties(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut is_quoted_printable = false;
    for line in text.split('\n') {
        if is_quoted_printable && whole.ends_with('=') {
            whole.pop();
            whole.push_str(line);
        } else if whole.is_empty() || line.is_empty() || is_property(line) {
            if !whole.is_empty() {
                whole.push('\n');
            }
            whole.push_str(line);
            is_quoted_printable = has_quoted_printable(line);
        } else {
            // As the line end is written inside of a value.
            whole.push_str("\\n");
            whole.push_str(line);
        }
    }
    whole.push('\n');
    whole
}

/// `NAME:` or `NAME;`, and not the address of a page.
fn is_property(line: &str) -> bool {
    let name = line
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')))
        .unwrap_or(line.len());
    let (name, value) = line.split_at(name);
    let value = value.trim_start_matches(' ');
    !name.is_empty() && value.starts_with([':', ';']) && !value.starts_with("://")
}

fn has_quoted_printable(line: &str) -> bool {
    let parameters = line.split(':').next().unwrap_or_default();
    parameters.to_ascii_uppercase().contains("QUOTED-PRINTABLE")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_and_fold_is_undone() {
        for given in [
            "A:1\r\nB:2\r\n 3\r\n",
            "A:1\nB:2\n\t3\n",
            "A:1\rB:2\r 3\r",
            "A:1\r\r\nB:2\r\r\n 3\r\r\n",
            "\u{feff}A:1\nB:23\n",
        ] {
            assert_eq!(of(given.as_bytes()).trim_end(), "A:1\nB:23", "{given:?}");
        }
    }

    #[test]
    fn lines_that_are_no_property_belong_to_the_one_before() {
        for (given, whole) in [
            ("A:x\nhttps://h/\nB:2", "A:x\\nhttps://h/\nB:2"),
            (
                "A:invitation=1677=\n93f8\nB:2",
                "A:invitation=1677=\\n93f8\nB:2",
            ),
            (
                "A;ENCODING=QUOTED-PRINTABLE:x=\nb:y=\nz\nB:2",
                "A;ENCODING=QUOTED-PRINTABLE:xb:yz\nB:2",
            ),
            ("A:1\n\nB:2", "A:1\n\nB:2"),
        ] {
            assert_eq!(of(given.as_bytes()).trim_end(), whole);
        }
    }

    #[test]
    fn what_is_not_utf_8_is_read_as_latin_1() {
        assert_eq!(of(b"A:\xfcber \xc3\xbc").trim_end(), "A:über ü");
    }
}
