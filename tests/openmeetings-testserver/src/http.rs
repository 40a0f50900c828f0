//! Requests and replies as the routes see them.

use std::collections::BTreeMap;
use std::time::Duration;

/// A request that has arrived as a whole.
#[derive(Debug)]
pub(crate) struct Request {
    pub(crate) method: String,
    /// After the base path, decoded, without empty parts.
    pub(crate) segments: Vec<String>,
    pub(crate) query: Vec<(String, String)>,
    /// Names in lower case.
    pub(crate) headers: BTreeMap<String, String>,
    /// Fields of a form, of whichever kind.
    pub(crate) form: Vec<(String, String)>,
}

impl Request {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(String::as_str)
    }

    pub(crate) fn query(&self, name: &str) -> Option<&str> {
        find(&self.query, name)
    }

    /// A field of the form. The container lends an empty form the query's.
    pub(crate) fn field(&self, name: &str) -> Option<&str> {
        find(&self.form, name).or_else(|| {
            self.form
                .is_empty()
                .then(|| find(&self.query, name))
                .flatten()
        })
    }

    pub(crate) fn cookie(&self, name: &str) -> Option<&str> {
        self.header("cookie")?
            .split(';')
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(key, _)| *key == name)
            .map(|(_, value)| value)
    }
}

fn find<'a>(pairs: &'a [(String, String)], name: &str) -> Option<&'a str> {
    pairs
        .iter()
        .find(|(key, _)| key == name)
        .map(|(_, value)| value.as_str())
}

/// An answer, and how long to wait before it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: Vec<u8>,
    pub(crate) delay: Duration,
}

const ALLOW: &str = "DELETE,POST,GET,OPTIONS,HEAD";

impl Reply {
    /// A status without body and content type.
    pub(crate) fn empty(status: u16) -> Self {
        Self {
            status,
            ..Self::default()
        }
    }

    pub(crate) fn json(body: String) -> Self {
        Self::empty(200)
            .header("content-type", "application/json")
            .body(body)
    }

    /// The server's `{"serviceResult":…}` with a text that writer J guesses at.
    pub(crate) fn result(kind: &str, message: Option<&str>) -> Self {
        let result = crate::writer::JObject::default()
            .optional("message", message)
            .text("type", kind);
        Self::json(crate::writer::wrapped("serviceResult", &result.finish()))
    }

    pub(crate) fn success(message: &str) -> Self {
        Self::result("SUCCESS", Some(message))
    }

    /// A failure inside the server's error mapper.
    pub(crate) fn failure(message: &str) -> Self {
        let mut reply = Self::result("ERROR", Some(message));
        reply.status = 500;
        reply.header("exception", &message.replace('\n', " "))
    }

    pub(crate) fn not_allowed() -> Self {
        Self::failure("error.notallowed")
    }

    pub(crate) fn with_allow(self) -> Self {
        self.header("allow", ALLOW)
    }

    /// A page of the container, for what fails outside the error mapper.
    pub(crate) fn container_page(status: u16, title: &str) -> Self {
        let page = format!(
            "<!doctype html><html lang=\"en\"><head><title>HTTP Status {status}</title></head>\
             <body><h1>HTTP Status {status} – {title}</h1></body></html>"
        );
        Self::empty(status)
            .header("content-type", "text/html;charset=utf-8")
            .header("content-language", "en")
            .body(page)
    }

    /// A page of the application.
    pub(crate) fn page(title: &str, body: &str) -> Self {
        let page = format!(
            "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title></head>\n\
             <body>\n{body}\n</body></html>\n"
        );
        Self::empty(200)
            .header("content-type", "text/html;charset=UTF-8")
            .header("cache-control", "no-cache, no-store")
            .body(page)
    }

    pub(crate) fn header(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }

    pub(crate) fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }

    pub(crate) fn after(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }
}

/// Text for a page.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
