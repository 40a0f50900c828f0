//! [`Output`]: people's texts to standard output, complaints to standard error,
//! and JSON with stable names for scripts.

use std::io::{self, Write as _};
use std::process::ExitCode;

use launcher_core::texts::Texts;
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
    pub(crate) fn new(json: bool) -> Self {
        let audience = if json {
            Audience::Scripts
        } else {
            Audience::People
        };
        Self {
            audience,
            texts: Texts::english(),
        }
    }

    pub(crate) fn people() -> Self {
        Self::new(false)
    }

    pub(crate) fn is_json(&self) -> bool {
        self.audience == Audience::Scripts
    }

    pub(crate) fn texts(&self) -> &Texts {
        &self.texts
    }

    /// A line for people; scripts get JSON instead.
    pub(crate) fn line(&mut self, text: &str) {
        if !self.is_json() {
            self.raw(format!("{text}\n").as_bytes());
        }
    }

    /// The whole answer for scripts.
    pub(crate) fn json(&mut self, value: &impl Serialize) {
        if self.is_json()
            && let Ok(mut text) = serde_json::to_vec_pretty(value)
        {
            text.push(b'\n');
            self.raw(&text);
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
    #[expect(clippy::unused_self, reason = "all output goes through here")]
    pub(crate) fn warn(&mut self, text: &str) {
        let _ = writeln!(io::stderr(), "warning: {text}");
    }

    /// Says why the program ends early.
    pub(crate) fn complain(&mut self, failure: &Failure) -> ExitCode {
        let mut err = io::stderr().lock();
        // Nobody is left to complain to if this fails.
        let _ = match failure {
            Failure::Launcher(error) => {
                let view = error.view(&self.texts);
                let said = view
                    .server
                    .as_ref()
                    .map(|text| format!("\nserver: {text}"))
                    .unwrap_or_default();
                writeln!(err, "error: {}{said}\nhint: {}", view.message, view.hint)
            }
            Failure::Usage(text) => writeln!(err, "error: {text}\nhint: See `openmeetings --help`"),
            Failure::Reported(_) | Failure::Interrupted => Ok(()),
            Failure::Other(text) => writeln!(err, "error: {text}"),
        };
        drop(err);
        if let Failure::Launcher(error) = failure {
            self.json(&json!({ "error": error.view(&self.texts) }));
        }
        ExitCode::from(failure.status())
    }
}
