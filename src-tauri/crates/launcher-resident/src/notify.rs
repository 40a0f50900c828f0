//! Notifications of the desktop: what the person is told outside of the window.

#[cfg(target_os = "linux")]
mod book;
#[cfg_attr(target_os = "linux", path = "notify/linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "notify/native.rs")]
mod system;

use std::convert::Infallible;

use launcher_core::plain::plain;

use crate::local::Local;
use crate::notes::Note;

/// Longer titles are cut by the desktop anyway, and not always between letters.
const LONGEST_TITLE: usize = 120;

const LONGEST_LINE: usize = 300;

/// A body of more lines fills the screen.
const MOST_LINES: usize = 6;

/// Shows what is told outside of the window, for as long as it is awaited.
pub(crate) async fn show_notes(local: &Local) -> Infallible {
    match local.take_orders() {
        Some(orders) => system::carry_out(local, orders).await,
        None => std::future::pending().await,
    }
}

fn title(note: &Note) -> String {
    plain(&note.title, LONGEST_TITLE)
}

/// Lines stay lines: they are ours, what stands in them is not.
fn body(note: &Note) -> String {
    let lines = note.body.lines().map(|line| plain(line, LONGEST_LINE));
    let lines: Vec<String> = lines
        .filter(|line| !line.is_empty())
        .take(MOST_LINES)
        .collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use launcher_core::error::{Code, LauncherError};
    use launcher_core::texts::Texts;
    use openmeetings_testserver::hostile;

    use super::*;
    use crate::notes::About;

    #[test]
    fn no_text_acts_on_the_desktop() {
        for (name, text) in hostile::texts() {
            let error = LauncherError::new(Code::Interrupted).view(&Texts::english());
            let note = Note {
                title: text.clone(),
                body: format!("{text}\n{text}"),
                ..Note::of_error(About::Trouble, error)
            };
            let (title, body) = (title(&note), body(&note));
            assert!(hostile::acting(&title).is_empty(), "{name}: {title}");
            assert!(hostile::acting(&body).is_empty(), "{name}: {body}");
            assert!(title.chars().count() <= LONGEST_TITLE, "{name}: {title}");
            assert!(body.lines().count() <= MOST_LINES, "{name}: {body}");
        }
    }
}
