//! [`AppState`]: everything the launcher knows, as one value without secrets.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use jiff::Timestamp;
use openmeetings_client::{JoinLink, KeyFingerprint};

use crate::browser::Browser;
use crate::deep_link::DeepLink;
use crate::error::LauncherError;
use crate::introduction::HelpContact;
use crate::join::{JoinTarget, Joined};
use crate::meeting::Meeting;
use crate::meeting::reach::Reach;
use crate::meeting::refresh::needs_the_person;
use crate::memory::{Memory, RoomOn};
use crate::policy::Policy;
use crate::profile::check::{CheckedLayer, Layer, ProfileReport};
use crate::profile::{Profile, ProfileId};
use crate::remembered::Remembered;
use crate::reminder::Reminder;
use crate::settings::Settings;
use crate::trust::{Endpoint, ServerTrust};
use crate::update::Updates;
use crate::view::Wanted;

/// Everything the launcher knows. Holds no password, SID or hash, so it may be
/// shown and logged as a whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AppState {
    /// Counts changes; a viewer ignores what is older than what it shows.
    pub revision: u64,
    /// Counts changes of what the agenda is made of: lists, servers, favourites.
    pub agenda_revision: u64,
    /// The saved servers, in the person's order.
    pub profiles: Vec<Profile>,
    /// What is known of each server's meetings.
    pub meetings: BTreeMap<ProfileId, Meetings>,
    /// How far ahead lists are loaded, for as long as the window is open.
    pub reach: Reach,
    /// When a list that could not be loaded is tried again.
    pub next_tries: BTreeMap<ProfileId, Timestamp>,
    /// The last check of each saved server.
    pub checks: BTreeMap<ProfileId, Check>,
    /// The server that is being added.
    pub setup: Option<Setup>,
    /// The server removed a moment ago, which can be brought back.
    pub removed: Option<(ProfileId, String)>,
    /// The join that is going on, or the last one.
    pub join: Join,
    /// What was to be joined last in this process, an invitation too.
    pub asked_last: Option<JoinSubject>,
    /// A link that waits for the person's decision.
    pub link: Option<LinkQuestion>,
    /// What the window was asked to show and has not shown yet.
    pub wanted: Option<Wanted>,
    /// Meetings of invitations the person wants in the agenda, by start.
    pub remembered: Vec<Remembered>,
    /// The remembered meeting taken out a moment ago, which can be brought back; of
    /// a series, its changed times as well.
    pub forgotten: Vec<Remembered>,
    /// What the person is reminded of now, by start.
    pub reminders: Vec<Reminder>,
    /// Whether the desktop shows the tray icon.
    pub tray: Tray,
    /// Whether the shortcut works.
    pub shortcut: Shortcut,
    /// Updates of the launcher itself.
    pub updates: Updates,
    /// What the organisation laid down.
    pub policy: Policy,
    /// The settings in force: of the organisation, the person, or built in.
    pub settings: Settings,
    /// What the person chose, favourites, rooms joined lately.
    pub memory: Memory,
    /// The browsers of this computer.
    pub browsers: Vec<Browser>,
}

/// The meetings of one server. What was once good is kept until better comes.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Meetings {
    #[default]
    NotLoaded,
    Loading {
        previous: Option<Loaded>,
    },
    Ready(Loaded),
    Stale {
        last: Option<Loaded>,
        error: LauncherError,
    },
}

/// A list as a server gave it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Loaded {
    /// Appointments by start, then rooms by name.
    pub list: Vec<Meeting>,
    pub loaded_at: Timestamp,
    /// Appointments that begin until then are as new as `loaded_at`; later ones
    /// are what is known of earlier refreshes.
    pub until: Timestamp,
    /// When the public rooms were loaded; `None` is never.
    pub rooms_loaded_at: Option<Timestamp>,
    /// What this account was not allowed to read.
    pub refused: Vec<Part>,
}

/// The parts a list is put together from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    Calendar,
    PublicRooms,
}

/// The check of a saved server, with the layers that are done.
#[derive(Clone, Debug, PartialEq)]
pub enum Check {
    Running(Vec<CheckedLayer>),
    Done {
        layers: Vec<CheckedLayer>,
        outcome: Result<ProfileReport, LauncherError>,
    },
}

/// A server that is being added.
#[derive(Clone, Debug, PartialEq)]
pub struct Setup {
    /// The address as the person gave it.
    pub given: String,
    /// The name a link suggests.
    pub name: Option<String>,
    /// The key that the introduction names: no other is accepted.
    pub key: Option<KeyFingerprint>,
    /// The help contact of the introduction.
    pub help: Option<HelpContact>,
    /// What the person decided to trust, and of which server.
    pub trust: Option<(Endpoint, ServerTrust)>,
    /// The layers that are done, in order.
    pub layers: Vec<CheckedLayer>,
    /// What is known of the server, once it was found.
    pub report: Option<ProfileReport>,
    pub stage: SetupStage,
}

impl Setup {
    /// A server of which nothing is known yet but its address.
    pub(crate) fn of(given: String, name: Option<String>) -> Self {
        Self {
            given,
            name,
            key: None,
            help: None,
            trust: None,
            layers: Vec::new(),
            report: None,
            stage: SetupStage::Found,
        }
    }
}

/// How far adding a server has come.
#[derive(Clone, Debug, PartialEq)]
pub enum SetupStage {
    Checking {
        layer: Layer,
        since: Timestamp,
    },
    /// Time for the account.
    Found,
    /// The account is fine.
    Ready {
        login: String,
    },
    Failed(LauncherError),
}

#[derive(Clone, Debug, Default, PartialEq)]
pub enum Join {
    #[default]
    Idle,
    Preparing {
        subject: JoinSubject,
        step: JoinStep,
        since: Timestamp,
    },
    Opened {
        subject: JoinSubject,
        joined: Joined,
        at: Timestamp,
    },
    Failed {
        subject: JoinSubject,
        error: LauncherError,
    },
}

/// What a join is about, without its address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JoinSubject {
    pub target: JoinTarget,
    /// The row of the agenda it was asked for on.
    pub key: Option<String>,
    pub profile: Option<ProfileId>,
    /// Whether the room has a page that could be opened instead.
    pub has_page: bool,
}

/// How far a join has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum JoinStep {
    /// Slow when the password is wrong: 6 to 15 s.
    SigningIn,
    Opening,
}

/// Whether the desktop shows the tray icon.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Tray {
    /// Not known yet.
    #[default]
    Unknown,
    Shown,
    /// This desktop shows no tray icons.
    NoHost,
}

/// Whether the shortcut that joins the next meeting works.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Shortcut {
    /// None is wanted.
    #[default]
    Off,
    Active,
    /// Another program has these keys.
    Taken,
    /// These are no keys.
    Invalid,
    /// The desktop gives none to programs: the person binds a command by hand.
    Unsupported,
}

/// A link that waits for an answer. Prints without what lets in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asking {
    DeepLink(DeepLink),
    /// A web link to a server that is not saved, to be opened as given or not.
    Web(JoinLink),
}

/// A link that the launcher does not follow by itself. The link waits in the
/// inbox; this only describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkQuestion {
    /// Names it for its answer. No other question of this run has it.
    pub number: u32,
    pub link: Asking,
    /// Saved servers it may mean; empty if none.
    pub profiles: Vec<ProfileId>,
}

impl LinkQuestion {
    /// Whether an answer to one would be an answer to the other.
    pub(crate) fn asks_the_same_as(&self, other: &Self) -> bool {
        (&self.link, &self.profiles) == (&other.link, &other.profiles)
    }
}

impl AppState {
    /// Something the agenda is made of has changed.
    pub(crate) fn agenda_changed(&mut self) {
        self.agenda_revision += 1;
    }

    /// The row of the agenda that a key names.
    pub fn meeting(&self, key: &str) -> Option<&Meeting> {
        self.meetings
            .values()
            .filter_map(Meetings::loaded)
            .flat_map(|loaded| &loaded.list)
            .find(|meeting| meeting.key() == key)
    }

    /// The room joined last, as it is called; nothing if its server is gone.
    pub(crate) fn last_room(&self) -> Option<(&RoomOn, JoinTarget)> {
        let last = self.memory.last_joined()?;
        let target = match self.room_name(last) {
            Some(name) => JoinTarget::Named(name),
            None => JoinTarget::Room {
                room: last.room.to_string(),
                server: self.profile(&last.profile)?.name.clone(),
            },
        };
        Some((last, target))
    }

    /// What "rejoin" leads to, as it is called; nothing if its server is gone.
    pub(crate) fn rejoined(&self) -> Option<JoinTarget> {
        let Some(asked) = &self.asked_last else {
            return self.last_room().map(|(_, target)| target);
        };
        let is_there = |id: &ProfileId| self.profile(id).is_some();
        let is_there = asked.profile.as_ref().is_none_or(is_there);
        is_there.then(|| asked.target.clone())
    }

    /// The remembered meeting that a key names.
    pub(crate) fn remembered(&self, key: &str) -> Option<&Remembered> {
        self.remembered
            .iter()
            .find(|one| one.keys().any(|own| own == key))
    }

    /// The name of a room, as the lists have it.
    pub fn room_name(&self, place: &RoomOn) -> Option<String> {
        let list = &self.meetings.get(&place.profile)?.loaded()?.list;
        let room = list.iter().find(|meeting| {
            meeting.room_id == Some(place.room) && !meeting.room_name.trim().is_empty()
        });
        room.map(|meeting| meeting.room_name.trim().to_owned())
    }

    pub fn profile(&self, id: &ProfileId) -> Option<&Profile> {
        self.profiles.iter().find(|profile| profile.id == *id)
    }
}

impl Loaded {
    /// When the appointments begin that come after a time, in order.
    pub fn starts_from(&self, now: Timestamp) -> impl Iterator<Item = Timestamp> {
        let starts = self.list.iter().map_while(Meeting::start);
        starts.skip_while(move |start| *start <= now)
    }
}

impl Meetings {
    /// The list there is, however old.
    pub fn loaded(&self) -> Option<&Loaded> {
        match self {
            Self::NotLoaded => None,
            Self::Loading { previous } => previous.as_ref(),
            Self::Ready(loaded) => Some(loaded),
            Self::Stale { last, .. } => last.as_ref(),
        }
    }

    /// Why it could not be loaded, where only the person can do something about it.
    pub(crate) fn waits_for_the_person(&self) -> Option<&LauncherError> {
        match self {
            Self::Stale { error, .. } => needs_the_person(error.code).then_some(error),
            Self::NotLoaded | Self::Loading { .. } | Self::Ready(_) => None,
        }
    }

    fn into_loaded(self) -> Option<Loaded> {
        match self {
            Self::NotLoaded => None,
            Self::Loading { previous } => previous,
            Self::Ready(loaded) => Some(loaded),
            Self::Stale { last, .. } => last,
        }
    }

    /// A refresh begins: the old list stays.
    pub(crate) fn begin(&mut self) {
        let previous = std::mem::take(self).into_loaded();
        *self = Self::Loading { previous };
    }

    /// A refresh failed: the old list stays, with the reason.
    pub(crate) fn fail(&mut self, error: LauncherError) {
        let last = std::mem::take(self).into_loaded();
        *self = Self::Stale { last, error };
    }
}
