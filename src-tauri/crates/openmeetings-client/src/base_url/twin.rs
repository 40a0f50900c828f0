//! Where an encrypted server may answer without encryption, too.

use super::BaseUrl;

impl BaseUrl {
    /// Where a server with this encrypted address also answers without encryption,
    /// if anywhere: as OpenMeetings comes, or on the usual ports. Nothing for an
    /// address without encryption, and for ports that have no such twin.
    pub fn open_twin(&self) -> Option<Self> {
        let port = match self.port() {
            443 => 80,
            5443 => 5080,
            _ => return None,
        };
        let mut url = self.0.clone();
        // Both can only fail for addresses without a host.
        url.set_scheme("http").ok()?;
        url.set_port(Some(port)).ok()?;
        self.is_https().then_some(Self(url))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_encrypted_address_has_its_open_twin_on_the_usual_port() {
        let twin = |text| {
            let twin = BaseUrl::parse(text).unwrap().open_twin();
            twin.map_or_else(String::new, |twin| twin.to_string())
        };
        assert_eq!(twin("https://h/om"), "http://h/om/");
        assert_eq!(
            twin("https://h:5443/openmeetings"),
            "http://h:5080/openmeetings/"
        );
        assert_eq!(twin("https://h:8443/"), "");
        assert_eq!(twin("http://h/om"), "");
    }
}
