//! Which proxy stands between this computer and a server.

use hyper_util::client::proxy::matcher::Matcher;

use crate::BaseUrl;

impl BaseUrl {
    /// The host of the proxy that calls to this server go through, by the settings
    /// of the system and the environment; nothing if they go there directly. What
    /// signs in at the proxy is left out.
    pub fn proxy_host(&self) -> Option<String> {
        // The HTTP library asks the same matcher.
        let server = self.to_string().parse().ok()?;
        let proxy = Matcher::from_system().intercept(&server)?;
        proxy.uri().host().map(str::to_owned)
    }
}
