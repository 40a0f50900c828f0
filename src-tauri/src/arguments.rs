//! What the window's program is asked for when it starts.

use std::ffi::OsString;

/// What the program does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Errand {
    /// Hands over links and files, then shows the window.
    Window { given: Vec<String> },
    /// Hands over links and files, and leaves the screen alone.
    Hidden { given: Vec<String> },
    /// Shows the reminders of now above all windows.
    Reminder,
}

impl Errand {
    /// Reads the arguments without the program's name; nothing if only the version
    /// is asked for. What is unknown is passed
    /// over: desktops and toolkits add some of their own.
    pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Option<Self> {
        let mut given = Vec::new();
        let mut is_hidden = false;
        let mut parser = lexopt::Parser::from_args(arguments);
        loop {
            match parser.next() {
                Ok(Some(lexopt::Arg::Long("version"))) => return None,
                Ok(Some(lexopt::Arg::Long("reminder"))) => return Some(Self::Reminder),
                Ok(Some(lexopt::Arg::Long("hidden"))) => is_hidden = true,
                // Text that is no Unicode is no link, and no path that a message
                // could carry.
                Ok(Some(lexopt::Arg::Value(value))) => given.extend(value.into_string()),
                Ok(Some(lexopt::Arg::Long(_) | lexopt::Arg::Short(_))) | Err(_) => {}
                Ok(None) => break,
            }
        }
        Some(if is_hidden {
            Self::Hidden { given }
        } else {
            Self::Window { given }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Errand;

    fn parse(arguments: &[&str]) -> Option<Errand> {
        Errand::parse(arguments.iter().map(Into::into))
    }

    #[test]
    fn links_and_files_are_handed_over_and_the_window_is_shown_unless_told_not_to() {
        let link = "openmeetings://h/room/5";
        let given = vec![link.to_owned(), "a b.ics".to_owned()];
        assert_eq!(
            parse(&[link, "a b.ics"]),
            Some(Errand::Window {
                given: given.clone()
            })
        );
        assert_eq!(
            parse(&["--hidden", link, "a b.ics"]),
            Some(Errand::Hidden { given })
        );
        assert_eq!(parse(&["--reminder"]), Some(Errand::Reminder));
        assert_eq!(parse(&[link, "--version"]), None);
    }

    #[test]
    fn what_is_unknown_is_passed_over() {
        let nothing = Some(Errand::Window { given: Vec::new() });
        assert_eq!(parse(&[]), nothing);
        assert_eq!(parse(&["--gapplication-service", "-x"]), nothing);
    }
}
