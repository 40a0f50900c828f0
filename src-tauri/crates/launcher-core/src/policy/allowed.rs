//! [`ServerPattern`]: which servers a policy allows.

use std::fmt;
use std::str::FromStr;

use openmeetings_client::BaseUrl;
use serde::{Deserialize, Serialize};

/// A host, a host with a port, or every host below a domain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ServerPattern {
    /// As addresses have it: small letters, names of other scripts in Punycode.
    host: String,
    reach: Reach,
    /// Without one every port.
    port: Option<u16>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    /// Only this host.
    Host,
    /// The hosts below it, at any depth, and not itself.
    Below,
}

impl ServerPattern {
    pub(super) fn matches(&self, server: &BaseUrl) -> bool {
        let host = server.host();
        let same_host = match self.reach {
            Reach::Host => host == self.host,
            Reach::Below => host
                .strip_suffix(&self.host)
                .is_some_and(|below| below.ends_with('.') && below.len() > 1),
        };
        same_host && self.port.is_none_or(|port| port == server.port())
    }
}

impl FromStr for ServerPattern {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || {
            format!(
                "`{text}` is no host: give `meet.example.org`, `meet.example.org:5443` or `*.example.org`"
            )
        };
        let (reach, rest) = match text.strip_prefix("*.") {
            Some(rest) => (Reach::Below, rest),
            None => (Reach::Host, text),
        };
        // A pattern with more in it would be believed to mean more.
        if rest.is_empty()
            || rest.contains(['/', '*', '@', '?', '#'])
            || rest.contains(char::is_whitespace)
        {
            return Err(wrong());
        }
        let address = BaseUrl::parse(&format!("https://{rest}/")).map_err(|_| wrong())?;
        let names_port = rest
            .rsplit_once(':')
            .is_some_and(|(_, port)| !port.is_empty() && port.bytes().all(|c| c.is_ascii_digit()))
            && !rest.ends_with(']');
        Ok(Self {
            host: address.host().to_owned(),
            reach,
            port: names_port.then(|| address.port()),
        })
    }
}

impl TryFrom<String> for ServerPattern {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<ServerPattern> for String {
    fn from(pattern: ServerPattern) -> Self {
        pattern.to_string()
    }
}

impl fmt::Display for ServerPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.reach == Reach::Below {
            f.write_str("*.")?;
        }
        f.write_str(&self.host)?;
        match self.port {
            Some(port) => write!(f, ":{port}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(pattern: &str, server: &str) -> bool {
        let pattern: ServerPattern = pattern.parse().unwrap();
        pattern.matches(&BaseUrl::parse(server).unwrap())
    }

    #[test]
    fn a_host_means_that_host_on_every_port() {
        assert!(matches("meet.example.org", "https://meet.example.org/"));
        assert!(matches(
            "Meet.Example.org",
            "https://meet.example.org:5443/om/"
        ));
        assert!(!matches(
            "meet.example.org",
            "https://meet.example.org.evil.test/"
        ));
        assert!(!matches("example.org", "https://meet.example.org/"));
    }

    #[test]
    fn a_port_means_that_port() {
        let pattern = "meet.example.org:5443";
        assert!(matches(pattern, "https://meet.example.org:5443/"));
        assert!(!matches(pattern, "https://meet.example.org/"));
        assert!(matches("meet.example.org:443", "https://meet.example.org/"));
        assert!(matches("[::1]:5443", "https://[::1]:5443/"));
        assert!(matches("[::1]", "https://[::1]:5443/"));
    }

    #[test]
    fn a_domain_means_what_is_below_it() {
        assert!(matches("*.example.org", "https://a.b.example.org/"));
        assert!(!matches("*.example.org", "https://example.org/"));
        assert!(!matches("*.example.org", "https://notexample.org/"));
    }

    #[test]
    fn names_of_other_scripts_are_compared_as_addresses_have_them() {
        assert!(matches(
            "*.münchen.example",
            "https://om.xn--mnchen-3ya.example/"
        ));
    }

    #[test]
    fn what_could_mean_more_is_refused() {
        for text in [
            "",
            "*",
            "*.",
            "a.*.org",
            "https://a.org",
            "a.org/om",
            "u@a.org",
            "a b",
            "a\nb",
        ] {
            assert!(text.parse::<ServerPattern>().is_err(), "{text}");
        }
        for text in ["a.org", "*.a.org", "a.org:5443"] {
            assert_eq!(text.parse::<ServerPattern>().unwrap().to_string(), text);
        }
    }
}
