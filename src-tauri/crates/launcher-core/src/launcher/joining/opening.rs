//! [`Opening`]: an address that a browser may be given.

use std::fmt;

use openmeetings_client::JoinLink;
use url::Url;

use crate::error::{Code, LauncherError};
use crate::join::Consent;
use crate::profile::Profile;
use crate::reason::Reason;

/// An address that may be opened: it is http or https, names no user, and its
/// server is saved, or the person said yes to it. Whatever opens addresses takes
/// this type, and only a join makes one.
#[derive(Clone, PartialEq, Eq)]
pub struct Opening(JoinLink);

impl Opening {
    /// The only way to one.
    pub(super) fn of(
        link: JoinLink,
        consent: Consent,
        profiles: &[Profile],
    ) -> Result<Self, LauncherError> {
        // Read again, as a browser does: what was read before may have been changed.
        let is_sound = Url::parse(link.expose_url()).is_ok_and(|url| {
            matches!(url.scheme(), "http" | "https")
                && url.username().is_empty()
                && url.password().is_none()
                && url.host_str() == Some(link.base().host())
        });
        if !is_sound {
            return Err(LauncherError::new(Code::LinkMalformed).because(Reason::NeitherLinkNorFile));
        }
        match consent {
            Consent::Given => Ok(Self(link)),
            Consent::Missing if is_saved(&link, profiles) => Ok(Self(link)),
            Consent::Missing => {
                let host = link.base().host();
                Err(LauncherError::new(Code::LinkUnknownServer).about("server", host))
            }
        }
    }

    /// The whole address, for the browser. It may hold a hash: never log it.
    pub fn expose_url(&self) -> &str {
        self.0.expose_url()
    }
}

impl fmt::Debug for Opening {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Opening({:?})", self.0)
    }
}

/// Whether a link leads to a saved server, and leaves no encryption out that it is
/// saved with.
pub(in crate::launcher) fn is_saved(link: &JoinLink, profiles: &[Profile]) -> bool {
    let base = link.base();
    profiles.iter().any(|profile| {
        let saved = &profile.base_url;
        saved.same_host(base) && (base.is_https() || !saved.is_https())
    })
}
