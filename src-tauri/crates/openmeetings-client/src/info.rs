//! What a server says of itself without a login.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::call::{acts, presentable};
use crate::wire;
use crate::{Client, Error, LanguageId};

/// The version a server states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServerVersion {
    text: String,
    number: Option<(u32, u32, u32)>,
    /// The commit it was built from, shortened.
    pub revision: Option<String>,
}

impl ServerVersion {
    /// Reads `9.0.0`, `9.2.0-SNAPSHOT` and the like. Any text is kept; one that
    /// is no version has no number.
    pub fn parse(text: &str) -> Self {
        let digits = text.split(['-', '+', ' ']).next().unwrap_or_default();
        let mut parts = digits.split('.').map(str::parse::<u32>);
        let number = match (parts.next(), parts.next(), parts.next()) {
            (Some(Ok(major)), minor, patch) => {
                let or_zero = |part: Option<Result<u32, _>>| part.map_or(Some(0), Result::ok);
                or_zero(minor)
                    .zip(or_zero(patch))
                    .map(|(minor, patch)| (major, minor, patch))
            }
            _ => None,
        };
        let text: String = text.chars().filter(|c| !acts(*c)).take(40).collect();
        Self {
            text,
            number,
            revision: None,
        }
    }

    /// Major, minor and patch, if the text is a version.
    pub fn number(&self) -> Option<(u32, u32, u32)> {
        self.number
    }

    /// How this version wants a login, if the text is a version.
    pub fn login_method(&self) -> Option<LoginMethod> {
        self.number.map(|(major, ..)| {
            if major >= 9 {
                LoginMethod::Post
            } else {
                LoginMethod::Get
            }
        })
    }

    /// As the server wrote it.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for ServerVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// How a server wants name and password.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LoginMethod {
    /// As a form, since 9.0.0.
    Post,
    /// In the query of the address, up to 8.1.0. Proxies and the server may
    /// write it to their logs: worth a warning.
    Get,
}

impl LoginMethod {
    pub(crate) fn code(self) -> u8 {
        match self {
            Self::Post => 1,
            Self::Get => 2,
        }
    }

    pub(crate) fn from_code(code: u8) -> Option<Self> {
        match code {
            1 => Some(Self::Post),
            2 => Some(Self::Get),
            _ => None,
        }
    }
}

/// The state a server reports. It lags: all may be false right after start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Health {
    /// The application has started.
    #[serde(rename = "inited")]
    pub started: bool,
    /// The installation has been finished.
    pub installed: bool,
    /// The database answers.
    #[serde(rename = "dbOk")]
    pub database: bool,
}

#[derive(Deserialize)]
pub(crate) struct InfoBody {
    info: Info,
}

#[derive(Deserialize)]
struct Info {
    #[serde(deserialize_with = "wire::text")]
    version: String,
    /// Seven digits come as a number.
    #[serde(default, deserialize_with = "wire::optional_text")]
    revision: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct HealthBody {
    health: Health,
}

impl Client {
    /// Asks for the version (`info/version`). Proves host, certificate, context
    /// path and API in one call, and tells this client how to log in.
    pub async fn version(&self) -> Result<ServerVersion, Error> {
        let body: InfoBody = self
            .call("info/version", &["info", "version"])
            .get_some()
            .await?;
        let mut version = ServerVersion::parse(&body.info.version);
        version.revision = body.info.revision;
        if let Some(method) = version.login_method() {
            self.remember_login_method(method);
        }
        Ok(version)
    }

    /// Asks for the health (`info/health`), which servers before 5.0 may not know.
    pub async fn health(&self) -> Result<Health, Error> {
        let body: HealthBody = self
            .call("info/health", &["info", "health"])
            .get_some()
            .await?;
        Ok(body.health)
    }

    /// The server's own text for a key such as `error.bad.credentials`, if it
    /// has one.
    pub async fn error_text(
        &self,
        key: &str,
        language: LanguageId,
    ) -> Result<Option<String>, Error> {
        let call = self.call("error", &["error", key, &language.to_string()]);
        let text = call.get_result().await?;
        Ok(presentable(&text).filter(|text| text != "[Missing]"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_choose_the_login_method() {
        for (text, number, method) in [
            ("9.0.0", Some((9, 0, 0)), Some(LoginMethod::Post)),
            ("9.2.0-SNAPSHOT", Some((9, 2, 0)), Some(LoginMethod::Post)),
            ("10.1", Some((10, 1, 0)), Some(LoginMethod::Post)),
            ("8.1.0", Some((8, 1, 0)), Some(LoginMethod::Get)),
            ("3.3.2", Some((3, 3, 2)), Some(LoginMethod::Get)),
            ("unknown", None, None),
            ("", None, None),
            ("9.x", None, None),
        ] {
            let version = ServerVersion::parse(text);
            assert_eq!(version.number(), number, "{text}");
            assert_eq!(version.login_method(), method, "{text}");
            assert_eq!(version.as_str(), text);
        }
    }
}
