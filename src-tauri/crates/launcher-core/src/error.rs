//! [`LauncherError`]: what failed, to what, and what to do next.

mod certificate;
mod code;

use std::borrow::Cow;
use std::error::Error;

use openmeetings_client::{BaseUrl, LoginRefusal};
use serde::{Deserialize, Serialize};

use crate::reason::Reason;
use crate::texts::{Audience, Subject, Texts};

pub use certificate::{CertificateView, RefusedKey};
pub use code::Code;

/// Something that could not be done.
///
/// A plain value, so that it can stand in the state, be compared and be sent to
/// a viewer: the chain of causes is kept as text. The texts of the causes come
/// from types that hide secrets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LauncherError {
    /// The reason.
    pub code: Code,
    subject: Subject,
    /// Boxed: most errors have none, and every answer has room for one.
    reason: Option<Box<Reason>>,
    server_text: Option<String>,
    /// Boxed for the same reason.
    refused_key: Option<Box<RefusedKey>>,
    causes: Vec<String>,
}

/// A [`LauncherError`] as people and scripts see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ErrorView {
    /// The stable name of the reason.
    pub code: String,
    /// What could not be done, to what.
    pub message: String,
    /// What to do next.
    pub hint: String,
    /// What the server itself said, in the person's language, if it has a text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub server: Option<Box<str>>,
    /// The certificate that could not be verified, where its key could be trusted
    /// all the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<Box<CertificateView>>,
    /// The chain of causes, for a report.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub detail: Vec<String>,
}

impl ErrorView {
    /// All of it as text, for whoever helps. The texts in it come from types
    /// that hide secrets.
    pub fn details(&self) -> String {
        let mut lines = vec![
            format!("{} ({})", self.message, self.code),
            self.hint.clone(),
        ];
        lines.extend(self.server.iter().map(|text| format!("server: {text}")));
        lines.extend(self.detail.iter().map(|cause| format!("- {cause}")));
        lines.join("\n")
    }
}

impl LauncherError {
    pub fn new(code: Code) -> Self {
        Self {
            code,
            subject: Subject::new(),
            reason: None,
            server_text: None,
            refused_key: None,
            causes: Vec::new(),
        }
    }

    /// Names what the sentence is about; `name` as in the text catalogue.
    #[must_use]
    pub fn about(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.subject.insert(name, value.into());
        self
    }

    /// Says what is wrong with it, where the sentence has a `{ $reason }`.
    #[must_use]
    pub fn because(mut self, reason: impl Into<Reason>) -> Self {
        self.reason = Some(Box::new(reason.into()));
        self
    }

    #[must_use]
    pub fn caused_by(mut self, cause: &(dyn Error + 'static)) -> Self {
        let mut next = Some(cause);
        while let Some(cause) = next {
            self.causes.push(cause.to_string());
            next = cause.source();
        }
        self
    }

    /// Adds causes that another process told.
    #[must_use]
    pub(crate) fn caused_by_texts(mut self, causes: Vec<String>) -> Self {
        self.causes.extend(causes);
        self
    }

    /// Adds what the server says to it in the person's language.
    #[must_use]
    pub(crate) fn in_the_servers_words(mut self, text: Option<String>) -> Self {
        self.server_text = text;
        self
    }

    /// A call to `server` failed, made as `login` if it was made as somebody.
    pub(crate) fn call(
        server: &str,
        login: Option<&str>,
        error: &openmeetings_client::Error,
    ) -> Self {
        let mut failed = Self::new(code_of(error))
            .about("server", server)
            .caused_by(error);
        if let Some(login) = login {
            failed = failed.about("login", login);
        }
        if let Some(problem) = error.certificate_problem() {
            failed = failed.of_certificate(problem, error.shown_certificate());
        }
        if let Some(target) = error.redirect_target() {
            failed = failed.about("target", target.origin());
        }
        failed
    }

    /// Where the certificate was shown, if one was.
    #[must_use]
    pub(crate) fn shown_at(mut self, server: &BaseUrl) -> Self {
        if let Some(refused) = &mut self.refused_key {
            refused.server = Some(server.into());
        }
        self
    }

    /// The key of a certificate that could not be verified. None where nobody
    /// should trust it: it is public, was taken back, or is not the one before.
    pub fn refused_key(&self) -> Option<&RefusedKey> {
        self.refused_key.as_deref()
    }

    pub fn message(&self, texts: &Texts) -> String {
        texts.message(&self.key(), &self.subject(texts))
    }

    /// What to do next, for a person at the window.
    pub fn hint(&self, texts: &Texts) -> String {
        self.hint_for(texts, Audience::Window)
    }

    /// What to do next.
    pub fn hint_for(&self, texts: &Texts, audience: Audience) -> String {
        texts.hint_for(&self.key(), &self.subject(texts), audience)
    }

    fn key(&self) -> String {
        format!("error-{}", self.code.name())
    }

    /// What the sentence is about, the reason in the reader's language.
    fn subject(&self, texts: &Texts) -> Cow<'_, Subject> {
        let Some(reason) = &self.reason else {
            return Cow::Borrowed(&self.subject);
        };
        let mut subject = self.subject.clone();
        subject.insert("reason", reason.text(texts));
        Cow::Owned(subject)
    }

    /// As the window shows it.
    pub fn view(&self, texts: &Texts) -> ErrorView {
        self.view_for(texts, Audience::Window)
    }

    pub fn view_for(&self, texts: &Texts, audience: Audience) -> ErrorView {
        ErrorView {
            code: self.code.name(),
            message: self.message(texts),
            hint: self.hint_for(texts, audience),
            server: self.server_text.as_deref().map(Box::from),
            certificate: self.refused_key().map(CertificateView::from).map(Box::new),
            detail: self.causes.clone(),
        }
    }
}

impl std::fmt::Display for LauncherError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message(&Texts::english()))
    }
}

impl Error for LauncherError {}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the enums grow with their crate"
)]
fn code_of(error: &openmeetings_client::Error) -> Code {
    if let Some(refusal) = error.login_refusal() {
        return match refusal {
            LoginRefusal::NotActivated => Code::AccountNotActive,
            LoginRefusal::NoGroup => Code::NoGroup,
            _ => Code::BadCredentials,
        };
    }
    if let Some(problem) = error.certificate_problem() {
        return certificate::code_of(problem);
    }
    let tests: [(bool, Code); 13] = [
        (error.is_not_allowed(), Code::RightMissing),
        (error.is_no_such_room(), Code::RoomUnknown),
        (error.is_proxy_login(), Code::ProxyNeedsLogin),
        (error.is_proxy_refusal(), Code::ProxyRefused),
        (error.is_unknown_host(), Code::HostUnknown),
        (error.is_connect(), Code::ServerUnreachable),
        (error.is_timeout(), Code::TimedOut),
        (error.is_tls(), Code::TlsFailed),
        (error.is_cut(), Code::ConnectionCut),
        (error.is_redirect(), Code::RedirectedElsewhere),
        (error.is_not_openmeetings(), Code::NotOpenMeetings),
        (error.is_server_failure(), Code::ServerFailed),
        (true, Code::AnswerUnreadable),
    ];
    tests
        .into_iter()
        .find_map(|(holds, code)| holds.then_some(code))
        .unwrap_or(Code::AnswerUnreadable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_names_what_it_is_about() {
        let error = LauncherError::new(Code::BadCredentials)
            .about("server", "Work")
            .about("login", "anna");
        assert_eq!(
            error.message(&Texts::english()),
            "Could not log in to “Work” as anna: name or password refused"
        );
    }
}
