//! One call: send, read within limits, and tell the ways it can fail apart.

use std::time::Duration;

use reqwest::header::{ACCEPT, CONTENT_TYPE, LOCATION};
use reqwest::{Method, RequestBuilder, Response, StatusCode};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use url::Url;

use crate::error::Kind;
use crate::wire;
use crate::{BaseUrl, Client, Error, Sid};

/// What the server answers to actions, and to everything that fails.
#[derive(Deserialize)]
pub(crate) struct ServiceResult {
    #[serde(default, deserialize_with = "wire::optional_text")]
    pub(crate) message: Option<String>,
    #[serde(rename = "type")]
    pub(crate) kind: Option<ResultKind>,
}

#[derive(Deserialize, PartialEq, Eq)]
#[serde(rename_all = "UPPERCASE")]
pub(crate) enum ResultKind {
    Success,
    Error,
}

#[derive(Deserialize)]
pub(crate) struct ServiceResultBody {
    #[serde(rename = "serviceResult")]
    result: ServiceResult,
}

/// A call that is being put together.
pub(crate) struct Call<'a> {
    client: &'a Client,
    /// What is asked for, as errors name it.
    name: &'static str,
    url: Url,
    sid: Option<&'a Sid>,
    timeout: Duration,
}

impl Client {
    /// A call of `{base}services/{segments}`.
    pub(crate) fn call<'a>(&'a self, name: &'static str, segments: &[&str]) -> Call<'a> {
        let mut url = self.base.join(&["services"]);
        if let Ok(mut path) = url.path_segments_mut() {
            path.extend(segments);
        }
        // A plus in a path is a plus, but not to every proxy.
        let path = url.path().replace('+', "%2B");
        url.set_path(&path);
        Call {
            client: self,
            name,
            url,
            sid: None,
            timeout: self.limits.call,
        }
    }
}

impl<'a> Call<'a> {
    pub(crate) fn sid(mut self, sid: &'a Sid) -> Self {
        self.sid = Some(sid);
        self
    }

    pub(crate) fn timeout(mut self, limit: Duration) -> Self {
        self.timeout = limit;
        self
    }

    pub(crate) fn query(mut self, pairs: &[(&str, &str)]) -> Self {
        self.url.query_pairs_mut().extend_pairs(pairs);
        self
    }

    /// Sends it as GET. `None` is the server's "nothing" (204).
    pub(crate) async fn get<T: DeserializeOwned>(self) -> Result<Option<T>, Error> {
        let name = self.name;
        let body = self.send(Method::GET, |request| request).await?;
        body.map(|body| parse(name, &body)).transpose()
    }

    /// Sends it as GET and expects an answer with a body.
    pub(crate) async fn get_some<T: DeserializeOwned>(self) -> Result<T, Error> {
        let name = self.name;
        self.get()
            .await?
            .ok_or_else(|| Error::new(name, Kind::Unreadable("it is empty")))
    }

    /// Sends it as GET and expects a result, error or not.
    pub(crate) async fn get_service_result(self) -> Result<ServiceResult, Error> {
        self.get_some::<ServiceResultBody>()
            .await
            .map(|body| body.result)
    }

    /// Sends it as GET and expects a result that is no error.
    pub(crate) async fn get_result(self) -> Result<String, Error> {
        let name = self.name;
        message_of(name, self.get_service_result().await?)
    }

    /// Sends form fields as POST and expects a result, error or not.
    pub(crate) async fn post(self, fields: &[(&str, &str)]) -> Result<ServiceResult, Error> {
        let name = self.name;
        let body = self
            .send(Method::POST, |request| request.form(fields))
            .await?;
        let body = body.ok_or_else(|| Error::new(name, Kind::Unreadable("it is empty")))?;
        parse::<ServiceResultBody>(name, &body).map(|body| body.result)
    }

    async fn send(
        self,
        method: Method,
        finish: impl FnOnce(RequestBuilder) -> RequestBuilder,
    ) -> Result<Option<Vec<u8>>, Error> {
        let Self {
            client,
            name,
            mut url,
            sid,
            timeout,
        } = self;
        if let Some(sid) = sid {
            url.query_pairs_mut().append_pair("sid", sid.expose());
        }
        let request = client
            .http
            .request(method, url)
            .timeout(timeout)
            .header(ACCEPT, "application/json");
        let response = finish(request)
            .send()
            .await
            .map_err(|error| Error::from_http(name, error))?;
        read(name, client, response).await
    }
}

async fn read(
    name: &'static str,
    client: &Client,
    response: Response,
) -> Result<Option<Vec<u8>>, Error> {
    let status = response.status();
    if status.is_redirection() {
        let target = redirect_target(client, &response);
        return Err(Error::new(name, Kind::Redirect(target)));
    }
    let json = is_json(&response);
    let kind = match status {
        StatusCode::NO_CONTENT => return Ok(None),
        StatusCode::OK if json => return body(name, client, response).await.map(Some),
        StatusCode::INTERNAL_SERVER_ERROR if json => {
            let body = body(name, client, response).await?;
            return Err(failure(name, &body));
        }
        StatusCode::OK => Kind::NotJson,
        StatusCode::NOT_FOUND => Kind::NotFound,
        StatusCode::METHOD_NOT_ALLOWED => Kind::WrongMethod,
        other => Kind::Status(other.as_u16()),
    };
    Err(Error::new(name, kind))
}

/// Reads a body up to the limit, whatever length it claims to have.
pub(crate) async fn body(
    name: &'static str,
    client: &Client,
    mut response: Response,
) -> Result<Vec<u8>, Error> {
    let limit = client.limits.body;
    let too_large = || Error::new(name, Kind::TooLarge);
    let announced = response.content_length().unwrap_or_default();
    let announced = usize::try_from(announced).unwrap_or(usize::MAX);
    if announced > limit {
        return Err(too_large());
    }
    let mut body = Vec::with_capacity(announced);
    while let Some(chunk) = response
        .chunk()
        .await
        .map_err(|error| Error::from_http(name, error))?
    {
        if body.len() + chunk.len() > limit {
            return Err(too_large());
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

fn is_json(response: &Response) -> bool {
    let Some(kind) = response
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
    else {
        return false;
    };
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/json")
}

/// The address of the server a redirect points to, without the rest of it.
pub(crate) fn redirect_target(client: &Client, response: &Response) -> Option<BaseUrl> {
    let location = response.headers().get(LOCATION)?.to_str().ok()?;
    let url = client.base.join(&[""]).join(location).ok()?;
    BaseUrl::of_url(&url).ok()
}

pub(crate) fn parse<T: DeserializeOwned>(name: &'static str, body: &[u8]) -> Result<T, Error> {
    serde_json::from_slice(body).map_err(|error| {
        // Some servers say 200 to a failure; its text is worth more than ours.
        // The parser's own error is dropped: it quotes the body.
        if let Ok(failed) = serde_json::from_slice::<ServiceResultBody>(body)
            && failed.result.kind == Some(ResultKind::Error)
        {
            return refused(name, failed.result.message.as_deref());
        }
        Error::new(
            name,
            Kind::Unreadable(match error.classify() {
                serde_json::error::Category::Data => "it is not of the expected shape",
                serde_json::error::Category::Eof => "it is not complete",
                serde_json::error::Category::Syntax | serde_json::error::Category::Io => {
                    "it is not JSON"
                }
            }),
        )
    })
}

/// A body that came with status 500.
pub(crate) fn failure(name: &'static str, body: &[u8]) -> Error {
    match serde_json::from_slice::<ServiceResultBody>(body) {
        Ok(body) => refused(name, body.result.message.as_deref()),
        Err(_) => Error::new(name, Kind::Status(500)),
    }
}

pub(crate) fn message_of(name: &'static str, result: ServiceResult) -> Result<String, Error> {
    match result.kind {
        Some(ResultKind::Success) => Ok(result.message.unwrap_or_default()),
        Some(ResultKind::Error) => Err(refused(name, result.message.as_deref())),
        None => Err(Error::new(
            name,
            Kind::Unreadable("it does not say whether it worked"),
        )),
    }
}

fn refused(name: &'static str, message: Option<&str>) -> Error {
    if message == Some("error.notallowed") {
        return Error::new(name, Kind::NotAllowed);
    }
    Error::new(name, Kind::Server(message.and_then(presentable)))
}

/// A server's own text as one short line, without anything that could be an
/// address, a SID or a hash.
pub(crate) fn presentable(text: &str) -> Option<String> {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || acts(c))
        .filter(|word| !word.is_empty())
        .map(|word| if is_revealing(word) { "…" } else { word })
        .collect();
    let line: String = words.join(" ").chars().take(200).collect();
    (!line.is_empty()).then_some(line)
}

/// Whether a letter acts on the text around it, or hides: control characters, marks
/// of direction, and what has no width.
pub(crate) fn acts(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
                | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
        )
}

fn is_revealing(word: &str) -> bool {
    let is_key_character = |c: char| c.is_ascii_hexdigit() || c == '-';
    let longest_key = word.split(|c| !is_key_character(c)).map(str::len).max();
    word.contains("://") || word.contains("sid=") || longest_key.is_some_and(|length| length >= 24)
}

#[cfg(test)]
mod tests {
    use super::presentable;

    #[test]
    fn a_servers_text_becomes_one_harmless_line() {
        let shown = |text| presentable(text).unwrap_or_default();
        assert_eq!(
            shown("'Weak' password:\nat least 1 digit\n"),
            "'Weak' password: at least 1 digit"
        );
        assert_eq!(
            shown("at http://h/x?sid=1 and 07a699ab-1553-48e5-886c-ce9e4ddaaff4."),
            "at … and …"
        );
        assert_eq!(shown("(07a699ab-1553-48e5-886c-ce9e4ddaaff4)"), "…");
        assert_eq!(presentable(" \n\0"), None);
        assert_eq!(shown("a\u{1b}[31mb\u{202e}c\u{2066}"), "a [31mb c");
        assert_eq!(shown(&"x ".repeat(500)).len(), 200);
    }
}
