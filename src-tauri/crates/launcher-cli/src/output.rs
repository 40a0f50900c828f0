//! [`Output`]: people's texts to standard output, complaints to standard error,
//! and JSON with stable names for scripts.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::process::ExitCode;

use launcher_core::error::{ErrorView, LauncherError};
use launcher_core::texts::{self, Texts, Value};
use serde::Serialize;
use serde_json::json;

use crate::failure::Failure;

#[derive(Debug)]
pub(crate) struct Output {
    audience: Audience,
    texts: Texts,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Audience {
    People,
    Scripts,
}

impl Output {
    pub(crate) fn new(json: bool, texts: Texts) -> Self {
        let audience = if json {
            Audience::Scripts
        } else {
            Audience::People
        };
        Self { audience, texts }
    }

    pub(crate) fn people(texts: Texts) -> Self {
        Self::new(false, texts)
    }

    pub(crate) fn is_json(&self) -> bool {
        self.audience == Audience::Scripts
    }

    pub(crate) fn texts(&self) -> Texts {
        self.texts.clone()
    }

    /// An error with the advice that helps at a command line.
    pub(crate) fn view(&self, error: &LauncherError) -> ErrorView {
        error.view_for(&self.texts, texts::Audience::CommandLine)
    }

    /// A line for people; scripts get JSON instead.
    pub(crate) fn line(&mut self, text: &str) {
        if !self.is_json() {
            self.raw(format!("{}\n", harmless(text)).as_bytes());
        }
    }

    /// A text of the catalogue as a line for people.
    pub(crate) fn say(&mut self, key: &str, values: &[(&str, Value<'_>)]) {
        self.line(&self.texts.with(key, values));
    }

    /// The whole answer for scripts.
    pub(crate) fn json(&mut self, value: &impl Serialize) {
        if self.is_json()
            && let Ok(text) = serde_json::to_string_pretty(value)
        {
            self.raw(format!("{}\n", escaped(&text)).as_bytes());
        }
    }

    /// Whoever reads may go away first, as `head` does: then there is nothing
    /// left to say.
    #[expect(clippy::unused_self, reason = "all output goes through here")]
    pub(crate) fn raw(&mut self, bytes: &[u8]) {
        let mut out = io::stdout().lock();
        let _ = out.write_all(bytes).and_then(|()| out.flush());
    }

    /// A remark that does not belong to the answer.
    pub(crate) fn warn(&mut self, error: &LauncherError) {
        let text = error.message(&self.texts);
        self.aside("cli-warning", text);
    }

    /// The same in words of the catalogue.
    pub(crate) fn caution(&mut self, key: &str) {
        let text = self.texts.text(key);
        self.aside("cli-warning", text);
    }

    fn complain_of(&mut self, view: &ErrorView) {
        self.aside("cli-error", view.message.clone());
        if let Some(text) = &view.server {
            self.aside("cli-server", text.to_string());
        }
        self.aside("cli-hint", view.hint.clone());
        if let Some(certificate) = &view.certificate {
            let key = [("key", certificate.key.as_str().into())];
            let text = self.texts.with("cli-certificate-key", &key);
            self.aside("cli-hint", text);
        }
        self.json(&json!({ "error": view }));
    }

    /// Says why the program ends early.
    pub(crate) fn complain(&mut self, failure: &Failure) -> ExitCode {
        match failure {
            Failure::Launcher(error) => {
                let view = self.view(error);
                self.complain_of(&view);
            }
            Failure::Shown(view) => self.complain_of(view),
            Failure::Usage(saying) => {
                self.aside("cli-error", saying.text(&self.texts));
                self.aside("cli-hint", self.texts.text("cli-see-help"));
            }
            Failure::Other(saying) => self.aside("cli-error", saying.text(&self.texts)),
            Failure::Reported(_) | Failure::Unwell | Failure::Interrupted => {}
        }
        ExitCode::from(failure.status())
    }

    /// A line to standard error. Nobody is left to tell if that fails.
    fn aside(&self, key: &str, text: String) {
        let line = self.texts.with(key, &[("text", text.into())]);
        let _ = writeln!(io::stderr(), "{}", harmless(&line));
    }
}

/// Whether a terminal does something else than show it, or shows nothing. Line ends
/// are ours by now: names came without any. Isolates are the catalogue's.
fn acts(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(
            c,
            '\u{ad}' | '\u{180e}' | '\u{200b}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
        )
}

/// The last gate to the terminal, whatever came before.
fn harmless(text: &str) -> Cow<'_, str> {
    if text.contains(acts) {
        Cow::Owned(text.replace(acts, " "))
    } else {
        Cow::Borrowed(text)
    }
}

/// JSON in which what acts is written as an escape: it can only stand in texts.
fn escaped(json: &str) -> Cow<'_, str> {
    if !json.contains(acts) {
        return Cow::Borrowed(json);
    }
    let escaped = json.chars().fold(String::new(), |mut text, c| {
        if acts(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a text cannot fail.
                let _ = write!(text, "\\u{unit:04x}");
            }
        } else {
            text.push(c);
        }
        text
    });
    Cow::Owned(escaped)
}

#[cfg(test)]
mod tests {
    use openmeetings_testserver::hostile;

    use super::*;

    #[test]
    fn no_text_acts_on_the_terminal() {
        for (name, text) in hostile::texts() {
            assert!(!harmless(&text).contains(acts), "{name}");
            let json = serde_json::to_string_pretty(&text).unwrap();
            let written = escaped(&json);
            assert!(!written.contains(acts), "{name}");
            let read: String = serde_json::from_str(&written).unwrap();
            assert_eq!(read, text, "{name}: scripts get what was sent");
        }
    }
}
