//! What goes on the clipboard.

use openmeetings_client::{JoinKind, JoinLink, RoomRef};
use secrecy::SecretString;

use super::Launcher;
use super::perform::place_of;
use crate::deep_link::DeepLink;
use crate::error::{Code, LauncherError};
use crate::intent::Copy;
use crate::join::Destination;
use crate::profile::Profile;
use crate::state::Join;
use crate::texts::Texts;

/// A text for the clipboard.
pub struct Copied {
    pub text: SecretString,
    /// It may hold a key: clipboard histories should not keep it.
    pub is_sensitive: bool,
}

impl std::fmt::Debug for Copied {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Copied(…)")
    }
}

impl Launcher {
    /// What is to be put on the clipboard; the report is its host's.
    pub fn text_to_copy(&self, what: &Copy, texts: &Texts) -> Result<Copied, LauncherError> {
        let nothing = || LauncherError::new(Code::NothingToCopy);
        let open = |text: String| Copied {
            text: text.into(),
            is_sensitive: false,
        };
        match what {
            Copy::JoinLink => {
                let link = self.last_join_link().ok_or_else(nothing)?;
                Ok(copied(&link, link.expose_url().to_owned()))
            }
            Copy::RoomLink { key } => {
                if let Some(link) = self.remembered_link(key) {
                    return Ok(copied(&link, link.expose_url().to_owned()));
                }
                let (profile, room) = self.room_of_row(key)?;
                let link = JoinLink::room(&profile.base_url, room);
                Ok(open(link.expose_url().to_owned()))
            }
            Copy::AppLink { key } => {
                if let Some(link) = self.remembered_link(key) {
                    let app_link = DeepLink::to_link(&link).ok_or_else(nothing)?;
                    return Ok(copied(&link, app_link));
                }
                let (profile, room) = self.room_of_row(key)?;
                Ok(open(DeepLink::to_room(&profile.base_url, &room)))
            }
            Copy::JoinDetails => self.read(|state| match &state.join {
                Join::Failed { error, .. } => Ok(open(error.view(texts).details())),
                Join::Idle | Join::Preparing { .. } | Join::Opened { .. } => Err(nothing()),
            }),
            // No other text gets onto the clipboard by this.
            Copy::Introduction { link } => match DeepLink::parse(link) {
                Ok(DeepLink::AddServer(introduced)) => Ok(open(introduced.to_link())),
                Ok(DeepLink::Room { .. } | DeepLink::Invitation { .. }) | Err(_) => Err(nothing()),
            },
            Copy::Key { key } => Ok(open(key.to_string())),
            Copy::Report => Err(nothing()),
        }
    }

    /// The link of a remembered row: the person's own invitation.
    fn remembered_link(&self, key: &str) -> Option<JoinLink> {
        self.read(|state| state.remembered(key).map(|row| row.link.clone()))
    }

    fn room_of_row(&self, key: &str) -> Result<(Profile, RoomRef), LauncherError> {
        match place_of(&self.meeting(key)?)? {
            Destination::Room { profile, room } => self
                .read(|state| state.profile(&profile).cloned())
                .map(|profile| (profile, room))
                .ok_or_else(|| LauncherError::new(Code::MeetingGone)),
            Destination::Link(_) => Err(LauncherError::new(Code::NothingToCopy)),
        }
    }
}

/// A form of a link for the clipboard; sensitive if it holds an invitation or key.
fn copied(link: &JoinLink, text: String) -> Copied {
    Copied {
        is_sensitive: !matches!(link.kind(), JoinKind::Room(_)),
        text: text.into(),
    }
}
