//! [`ServerTrust`]: whom one server is taken for, beside what the computer trusts.

use std::fmt;

use openmeetings_client::{Authorities, BaseUrl, KeyFingerprint, NoAuthorities};
use serde::{Deserialize, Serialize};

use crate::error::{Code, LauncherError};
use crate::profile::Profile;

/// What is trusted of one server. It stands in the profile of each account there,
/// so that it goes with the last of them and comes back with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ServerTrust {
    /// This key and no other, whatever its certificate says.
    Key(KeyFingerprint),
    /// Certificates signed by these as well.
    Authorities(Authorities),
}

/// A host and a port: what a trust is about, whatever the path and the account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    host: String,
    port: u16,
}

impl Endpoint {
    /// Whether an account is on it.
    pub(crate) fn has(&self, profile: &Profile) -> bool {
        self.host == profile.base_url.host() && self.port == profile.base_url.port()
    }
}

impl From<&BaseUrl> for Endpoint {
    fn from(base: &BaseUrl) -> Self {
        Self {
            host: base.host().to_owned(),
            port: base.port(),
        }
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.host, self.port)
    }
}

impl ServerTrust {
    /// The certificates of a file that a person chose; `path` as people know it.
    pub fn in_pem(pem: &[u8], path: &str) -> Result<Self, LauncherError> {
        let authorities = Authorities::parse(pem).map_err(|error: NoAuthorities| {
            LauncherError::new(Code::AuthoritiesUnreadable)
                .about("path", path)
                .caused_by(&error)
        })?;
        Ok(Self::Authorities(authorities))
    }
}

/// Whether it is the organisation that says whom a server is taken for.
pub(crate) fn is_managed(profiles: &[Profile], at: &Endpoint) -> bool {
    let mut managed = profiles.iter().filter(|profile| profile.managed);
    managed.any(|profile| at.has(profile))
}

/// What is trusted of the server at an address. What the organisation laid down for
/// one account there holds for all.
pub(crate) fn of<'a>(profiles: &'a [Profile], base: &BaseUrl) -> Option<&'a ServerTrust> {
    let at = Endpoint::from(base);
    if is_managed(profiles, &at) {
        let managed = profiles.iter().filter(|profile| profile.managed);
        let mut there = managed.filter(|profile| at.has(profile));
        return there.find_map(|profile| profile.trust.as_ref());
    }
    let mut there = profiles.iter().filter(|profile| at.has(profile));
    there.find_map(|profile| profile.trust.as_ref())
}

/// Writes the trust of a server into each profile there.
pub(crate) fn set(profiles: &mut [Profile], base: &BaseUrl, trust: Option<&ServerTrust>) {
    let at = Endpoint::from(base);
    for profile in profiles.iter_mut().filter(|profile| at.has(profile)) {
        profile.trust = trust.cloned();
    }
}

/// Gives new profiles the trust of those that were there before.
pub(crate) fn spread(profiles: &mut [Profile]) {
    let all: Vec<Option<ServerTrust>> = profiles
        .iter()
        .map(|profile| of(profiles, &profile.base_url).cloned())
        .collect();
    for (profile, trust) in profiles.iter_mut().zip(all) {
        profile.trust = trust;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::ProfileDraft;

    fn profiles(addresses: &[&str]) -> Vec<Profile> {
        let mut profiles = Vec::new();
        for address in addresses {
            let draft = ProfileDraft {
                address: (*address).to_owned(),
                ..ProfileDraft::default()
            };
            profiles.push(draft.into_profile(&profiles).unwrap());
        }
        profiles
    }

    #[test]
    fn a_trust_is_of_one_host_and_port_and_of_all_accounts_there() {
        let mut saved = profiles(&[
            "https://h.example/om",
            "https://h.example/other",
            "https://h.example:5443/om",
            "https://g.example/om",
        ]);
        let key = ServerTrust::Key([7; 32].into());
        let base = saved[1].base_url.clone();
        set(&mut saved, &base, Some(&key));
        let trusted: Vec<bool> = saved.iter().map(|one| one.trust.is_some()).collect();
        assert_eq!(trusted, [true, true, false, false]);
        saved.extend(profiles(&["https://h.example/third"]));
        spread(&mut saved);
        assert_eq!(saved[4].trust, Some(key));
    }

    #[test]
    fn what_the_organisation_lays_down_for_one_account_holds_for_all() {
        let mut saved = profiles(&["https://h.example/om", "https://h.example/om"]);
        saved[0].trust = Some(ServerTrust::Key([1; 32].into()));
        saved[1].managed = true;
        let base = saved[0].base_url.clone();
        assert_eq!(of(&saved, &base), None, "not even a key of the person's");
        saved[1].trust = Some(ServerTrust::Key([2; 32].into()));
        spread(&mut saved);
        assert_eq!(saved[0].trust, Some(ServerTrust::Key([2; 32].into())));
    }
}
