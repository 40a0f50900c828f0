//! Use case "join": choose the way, get a fresh key if there is the right, and
//! give the browser the address.

pub mod route;

use openmeetings_client::{
    Error, ExternalUser, JoinKind, JoinLink, LanguageId, RoomOptions, RoomRef, Session,
};

use crate::intent::JoinedView;
use crate::profile::{Profile, ProfileId};
use crate::texts::Texts;

pub use route::Route;

/// The name of this application to servers: half of the identity a key enters
/// a room with.
const EXTERNAL_TYPE: &str = "openmeetings-launcher";

/// Where a join leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    Room { profile: ProfileId, room: RoomRef },
    Link(JoinLink),
}

/// A join as it is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub destination: Destination,
    /// What people call it, where that is known: the title of a meeting.
    pub title: Option<String>,
    /// The row of the agenda it was asked for on.
    pub key: Option<String>,
    /// Open the room page, whatever the account may do.
    pub by_page: bool,
    pub consent: Consent,
}

impl Asked {
    /// As somebody asks who typed, chose or confirmed it.
    #[must_use]
    pub fn agreed(self) -> Self {
        Self {
            consent: Consent::Given,
            ..self
        }
    }
}

/// Whether the person said yes to what is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consent {
    /// They typed, chose or confirmed it.
    Given,
    /// Somebody else brought it: only a saved server is opened.
    Missing,
}

/// What is joined, to be named in a person's language. Never the link itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JoinTarget {
    /// A meeting or room whose name is known.
    Named(String),
    Room {
        room: String,
        /// The name of the saved server, or the host.
        server: String,
    },
    /// An invitation to a host.
    Invitation(String),
    /// A key to some room of a host.
    Key(String),
}

impl JoinTarget {
    pub fn text(&self, texts: &Texts) -> String {
        match self {
            Self::Named(name) => name.clone(),
            Self::Room { room, server } => {
                let values = [("room", room.into()), ("server", server.into())];
                texts.with("target-room", &values)
            }
            Self::Invitation(host) => texts.with("target-invitation", &[("server", host.into())]),
            Self::Key(host) => texts.with("target-key", &[("server", host.into())]),
        }
    }
}

/// Without anybody's yes: see [`Asked::agreed`].
impl From<Destination> for Asked {
    fn from(destination: Destination) -> Self {
        Self {
            destination,
            title: None,
            key: None,
            by_page: false,
            consent: Consent::Missing,
        }
    }
}

/// A join that reached the browser. Its address is not part of it: that may
/// hold a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    pub target: JoinTarget,
    pub route: Route,
    pub profile: Option<ProfileId>,
}

impl Joined {
    /// As viewers see it.
    pub fn view(&self, texts: &Texts) -> JoinedView {
        JoinedView {
            target: self.target.text(texts),
            route: self.route,
        }
    }
}

/// The address of a room, and the way to it.
#[derive(Debug)]
pub(crate) struct Prepared {
    pub(crate) link: JoinLink,
    pub(crate) route: Route,
}

impl Prepared {
    pub(crate) fn page(profile: &Profile, room: RoomRef) -> Self {
        Self {
            link: JoinLink::room(&profile.base_url, room),
            route: Route::RoomPage,
        }
    }

    pub(crate) fn given(link: JoinLink) -> Self {
        let route = match link.kind() {
            JoinKind::Room(_) => Route::RoomPage,
            JoinKind::RoomHash | JoinKind::Invitation => Route::AsGiven,
        };
        Self { link, route }
    }
}

/// Makes a key and gives the session up: one login per key, because the server
/// gives the session away when the key is used.
pub(crate) async fn with_key(
    session: Session,
    profile: &Profile,
    login: &str,
    room: i64,
    language: Option<LanguageId>,
) -> Result<Prepared, Error> {
    let client = session.client().clone();
    let mut options = RoomOptions::room(room);
    options.moderator = profile.wishes.moderator;
    options.show_audio_video_test = profile.wishes.audio_video_test;
    let visitor = visitor(profile, login);
    let hash = session.room_hash_checked(&visitor, &options).await?;
    Ok(Prepared {
        link: client.secure_url(&hash, language),
        route: Route::RoomHash,
    })
}

/// Who enters: named as the person wishes, the same external user each time.
/// The address identifies the person where there is one, since a whole office
/// may share the account that makes the keys.
fn visitor(profile: &Profile, login: &str) -> ExternalUser {
    let id = profile.email.as_deref().unwrap_or(login).to_lowercase();
    let mut visitor = ExternalUser::new(EXTERNAL_TYPE, id);
    visitor.login = Some(login.to_owned());
    visitor.email.clone_from(&profile.email);
    // The room shows an empty line for a visitor without any name.
    visitor.first_name = Some(
        profile
            .first_name
            .clone()
            .unwrap_or_else(|| login.to_owned()),
    );
    visitor.last_name = Some(profile.last_name.clone().unwrap_or_default());
    visitor
}
