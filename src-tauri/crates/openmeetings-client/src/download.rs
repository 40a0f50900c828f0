//! A small text that a server publishes beside the API, such as a list of servers.

use reqwest::header::{ACCEPT, CONTENT_TYPE};
use reqwest::{Response, StatusCode};
use url::Url;

use crate::error::Kind;
use crate::{Client, Error};

const NAME: &str = "download";

impl Client {
    /// Fetches a text of this server: UTF-8, plain or JSON, within the limits of the
    /// client. Redirects are not followed. `address` must lie on the same host, be
    /// encrypted if the server is, and hold no credentials.
    pub async fn text_at(&self, address: &Url) -> Result<String, Error> {
        let here = address.scheme() == self.base.scheme()
            && address.host_str() == Some(self.base.host())
            && address.port_or_known_default() == Some(self.base.port());
        if !here || !address.username().is_empty() || address.password().is_some() {
            return Err(Error::new(NAME, Kind::Setup));
        }
        let response = self
            .http
            .get(address.clone())
            .timeout(self.limits.call)
            .header(ACCEPT, "text/plain, application/json")
            .send()
            .await
            .map_err(|error| Error::from_http(NAME, error))?;
        let status = response.status();
        if status.is_redirection() {
            let target = crate::call::redirect_target(self, &response);
            return Err(Error::new(NAME, Kind::Redirect(target)));
        }
        match status {
            StatusCode::OK if is_text(&response) => {}
            StatusCode::OK => return Err(Error::new(NAME, Kind::NotText)),
            StatusCode::NOT_FOUND => return Err(Error::new(NAME, Kind::NotFound)),
            other => return Err(Error::new(NAME, Kind::Status(other.as_u16()))),
        }
        let body = crate::call::body(NAME, self, response).await?;
        String::from_utf8(body).map_err(|_| Error::new(NAME, Kind::NotText))
    }
}

/// Whether it claims to be text for programs; a page is for people.
fn is_text(response: &Response) -> bool {
    let kind = response.headers().get(CONTENT_TYPE);
    let kind = kind
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    ["text/plain", "application/json"]
        .iter()
        .any(|text| kind.eq_ignore_ascii_case(text))
}
