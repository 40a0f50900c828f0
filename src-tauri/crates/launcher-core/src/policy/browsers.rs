//! The policies of browsers that belong to the servers of a policy: their pages
//! use camera and microphone, and start the launcher, without a question.

use openmeetings_client::BaseUrl;
use serde_json::{Value, json};

use super::document::Document;

/// The scheme of the launcher's links.
const SCHEME: &str = "openmeetings";

/// A family of browsers with policies of one form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// Chromium, Chrome, Edge and their relatives: a file of its own in the
    /// folder of managed policies.
    Chromium,
    /// `policies.json` in the folder `distribution`.
    Firefox,
}

/// The policies for a family of browsers.
pub fn browser_policies(document: &Document, family: Family) -> Value {
    let origins: Vec<String> = document
        .servers
        .iter()
        // Browsers give camera and microphone to nobody else.
        .filter(|server| server.address.is_secure_context())
        .map(|server| origin(&server.address))
        .collect();
    let links = json!([{ "protocol": SCHEME, "allowed_origins": origins }]);
    match family {
        Family::Chromium => json!({
            "VideoCaptureAllowedUrls": origins,
            "AudioCaptureAllowedUrls": origins,
            "AutoLaunchProtocolsFromOrigins": links,
        }),
        Family::Firefox => json!({
            "policies": {
                "Permissions": {
                    "Camera": { "Allow": origins },
                    "Microphone": { "Allow": origins },
                },
                "AutoLaunchProtocolsFromOrigins": links,
            }
        }),
    }
}

/// Scheme, host and port, the port only where it is not the usual one.
fn origin(address: &BaseUrl) -> String {
    let usual = if address.is_https() { 443 } else { 80 };
    let (scheme, host, port) = (address.scheme(), address.host(), address.port());
    if port == usual {
        format!("{scheme}://{host}")
    } else {
        format!("{scheme}://{host}:{port}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::fault;

    #[test]
    fn only_pages_that_browsers_trust_are_named_each_by_its_origin() {
        let text = r#"{"schema": 1, "servers": [
            {"address": "https://meet.example.org/openmeetings"},
            {"address": "https://om.example:5443/"},
            {"address": "http://plain.example/"}]}"#;
        let document = fault::parse(text).unwrap();
        let origins = json!(["https://meet.example.org", "https://om.example:5443"]);
        let chromium = browser_policies(&document, Family::Chromium);
        assert_eq!(chromium["AudioCaptureAllowedUrls"], origins);
        let links = &chromium["AutoLaunchProtocolsFromOrigins"][0];
        assert_eq!(links["allowed_origins"], origins);
        let firefox = browser_policies(&document, Family::Firefox);
        assert_eq!(
            firefox["policies"]["Permissions"]["Camera"]["Allow"],
            origins
        );
    }
}
