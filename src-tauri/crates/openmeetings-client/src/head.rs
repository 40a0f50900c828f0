//! [`AnswerHead`]: what stands before the body of an answer, and tells how a
//! server is set up.

use std::time::{Duration, Instant};

use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimeParser;
use reqwest::header::{
    ACCEPT, ACCESS_CONTROL_ALLOW_ORIGIN, DATE, HeaderMap, HeaderName, ORIGIN,
    STRICT_TRANSPORT_SECURITY,
};
use url::Url;

use crate::{Client, Error};

/// A page that no server knows: it is of a name that nobody can have.
const SOMEBODYS_PAGE: &str = "https://somebodys-page.invalid";

/// How a server answers, whatever it answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerHead {
    /// What the clock of the server showed, in whole seconds.
    pub date: Option<Timestamp>,
    /// For how long browsers are told to come by encrypted connections only;
    /// nothing where that is not said, or taken back.
    pub encrypted_only: Option<Duration>,
    /// Whose pages browsers let read such answers.
    pub readers: Readers,
    /// How long it took to come.
    pub took: Duration,
}

/// The pages that may read what a server answers to a browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    /// Its own.
    Own,
    /// Those of one other server that it names.
    Named,
    /// Anybody's.
    Anybody,
}

impl Client {
    /// How the API answers a page of somebody else that asks for the version.
    pub async fn api_head(&self) -> Result<AnswerHead, Error> {
        let url = self.base().join(&["services", "info", "version"]);
        self.head("info/version", url, "application/json").await
    }

    /// How the page for signing in is answered. Nobody is signed in by that.
    pub async fn page_head(&self) -> Result<AnswerHead, Error> {
        let url = self.base().join(&["signin"]);
        self.head("signin", url, "text/html").await
    }

    /// By GET: servers refuse HEAD.
    async fn head(&self, name: &'static str, url: Url, kind: &str) -> Result<AnswerHead, Error> {
        let began = Instant::now();
        let response = self
            .http
            .get(url)
            .timeout(self.limits.call)
            .header(ACCEPT, kind)
            .header(ORIGIN, SOMEBODYS_PAGE)
            .send()
            .await
            .map_err(|error| Error::from_http(name, error))?;
        let took = began.elapsed();
        let headers = response.headers();
        Ok(AnswerHead {
            date: text_of(headers, &DATE)
                .and_then(|text| DateTimeParser::new().parse_timestamp(text).ok()),
            encrypted_only: text_of(headers, &STRICT_TRANSPORT_SECURITY).and_then(encrypted_only),
            readers: readers(text_of(headers, &ACCESS_CONTROL_ALLOW_ORIGIN)),
            took,
        })
    }
}

fn text_of<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

/// The `max-age` of the header; the first one counts.
fn encrypted_only(header: &str) -> Option<Duration> {
    let seconds = header.split(';').find_map(|directive| {
        let (name, value) = directive.split_once('=')?;
        let is_age = name.trim().eq_ignore_ascii_case("max-age");
        is_age.then(|| value.trim().trim_matches('"'))
    })?;
    let seconds = seconds.parse().ok().filter(|seconds| *seconds > 0)?;
    Some(Duration::from_secs(seconds))
}

fn readers(header: Option<&str>) -> Readers {
    match header.map(str::trim) {
        None | Some("") => Readers::Own,
        // To repeat whoever asks is the same as to let everybody in.
        Some("*" | SOMEBODYS_PAGE) => Readers::Anybody,
        Some(_) => Readers::Named,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_for_which_browsers_come_encrypted_is_read_as_servers_write_it() {
        let year = Some(Duration::from_hours(365 * 24));
        for (header, found) in [
            ("max-age=31536000; includeSubDomains; preload", year),
            ("includeSubDomains; MAX-AGE = \"31536000\"", year),
            ("max-age=0", None),
            ("max-age=-1", None),
            ("max-age=soon", None),
            ("preload", None),
            ("", None),
        ] {
            assert_eq!(encrypted_only(header), found, "{header}");
        }
    }

    #[test]
    fn who_repeats_the_asker_lets_everybody_read() {
        assert_eq!(readers(None), Readers::Own);
        assert_eq!(readers(Some("*")), Readers::Anybody);
        assert_eq!(readers(Some(SOMEBODYS_PAGE)), Readers::Anybody);
        assert_eq!(readers(Some("https://learn.example.org")), Readers::Named);
    }
}
