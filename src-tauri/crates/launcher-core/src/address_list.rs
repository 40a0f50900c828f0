//! Lists of servers as people write them: one address a line, and what to call it
//! after a blank.
//!
//! ```text
//! # Servers of our school
//! https://meet.example.org/openmeetings  Our rooms
//! https://other.example.org
//! ```

/// A server of a list, not looked at yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// Counted from 1, as editors do.
    pub(crate) number: usize,
    pub(crate) address: String,
    /// Empty if the list gives none.
    pub(crate) name: String,
}

/// The lines with servers; empty ones and those that begin with `#` are not.
pub(crate) fn read(text: &str) -> Vec<Line> {
    let lines = text.trim_start_matches('\u{feff}').lines();
    lines
        .enumerate()
        .map(|(index, line)| (index + 1, line.trim()))
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
        .map(|(number, line)| {
            let (address, name) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
            Line {
                number,
                address: address.to_owned(),
                name: name.trim().to_owned(),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_an_address_and_a_name_if_it_has_one() {
        let list = "\u{feff}# Ours\r\n\r\n  h/om\tOur  rooms \r\nhttps://other\n#h\nh # 1";
        let read: Vec<_> = read(list)
            .into_iter()
            .map(|line| (line.number, line.address, line.name))
            .collect();
        let line = |number, address: &str, name: &str| (number, address.into(), name.into());
        assert_eq!(
            read,
            [
                line(3, "h/om", "Our  rooms"),
                line(4, "https://other", ""),
                line(6, "h", "# 1"),
            ]
        );
        assert_eq!(super::read("\n# nothing\n"), []);
    }
}
