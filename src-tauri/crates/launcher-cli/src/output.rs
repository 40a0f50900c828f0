//! [`Output`]: people's texts to standard output, complaints to standard error,
//! and JSON with stable names for scripts.

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
            self.raw(format!("{text}\n").as_bytes());
        }
    }

    /// A text of the catalogue as a line for people.
    pub(crate) fn say(&mut self, key: &str, values: &[(&str, Value<'_>)]) {
        self.line(&self.texts.with(key, values));
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
    pub(crate) fn warn(&mut self, error: &LauncherError) {
        let text = error.message(&self.texts);
        self.aside("cli-warning", text);
    }

    fn complain_of(&mut self, view: &ErrorView) {
        self.aside("cli-error", view.message.clone());
        if let Some(text) = &view.server {
            self.aside("cli-server", text.clone());
        }
        self.aside("cli-hint", view.hint.clone());
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
        let _ = writeln!(io::stderr(), "{line}");
    }
}
