//! What viewers see: the window, the tray and the door show these and nothing
//! else. No password, SID or hash can stand in any of them.
//!
//! [`View`] is small and changes often; [`Agenda`] may hold a thousand rows and
//! changes when a list does, so the two travel apart. Times are milliseconds
//! since 1970, UTC: a viewer knows the person's zone and format.

mod agenda;
#[cfg(test)]
mod bindings;
mod build;
mod diagnosis;
mod introduced;
mod join;
mod policy;
mod profile;
mod reminder;
mod setup;
mod trust;
mod understood;
mod update;
mod wanted;

use serde::{Deserialize, Serialize};

use crate::settings::Settings;
use crate::state::{Shortcut, Tray};

pub use agenda::{Agenda, MeetingView, RoomKindView, RoomView, Way};
pub use build::{agenda, view};
pub use diagnosis::{AboutView, DiagnosisView, FindingView, SectionView};
pub use introduced::IntroducedView;
pub use join::JoinView;
pub use policy::PolicyView;
pub use profile::{CheckView, ListView, ProfileView};
pub use reminder::{PreflightView, ReminderView};
pub use setup::{LayerView, OutcomeView, SetupStage, SetupView};
pub use trust::TrustView;
pub use understood::{InvitedView, Known, LinkWhat, Named, Understood};
pub use update::{UpdateView, UpdatesView};
pub use wanted::Wanted;

/// Everything but the lists.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct View {
    /// Counts changes; a viewer ignores what is older than what it shows.
    #[cfg_attr(test, ts(type = "number"))]
    pub revision: u64,
    /// The saved servers, in the person's order.
    pub profiles: Vec<ProfileView>,
    /// The server that is being added, if one is.
    pub setup: Option<SetupView>,
    pub join: JoinView,
    /// A link that waits for the person's decision.
    pub question: Option<QuestionView>,
    /// The server removed a moment ago: it can be brought back.
    pub removed: Option<Named>,
    /// The title of the remembered meeting taken out a moment ago: it can be
    /// brought back.
    pub forgotten: Option<String>,
    /// What the window was asked to show and has not shown yet.
    pub wanted: Option<Wanted>,
    /// What the person is reminded of now, by start.
    pub reminders: Vec<ReminderView>,
    pub tray: Tray,
    pub shortcut: Shortcut,
    pub updates: UpdatesView,
    /// What *Rejoin* would join.
    pub last_room: Option<String>,
    /// Whether lists can be made to hold later meetings.
    pub has_later: bool,
    /// The settings in force.
    pub settings: Settings,
    /// What the organisation laid down.
    pub policy: Option<PolicyView>,
    /// The language of texts in force, as a BCP 47 tag, such as `de`.
    pub language: String,
    /// The browsers found on this computer, beside the system's own choice.
    pub browsers: Vec<BrowserView>,
    /// The version of the program that holds the state.
    pub version: String,
}

/// A link the launcher does not follow by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct QuestionView {
    /// To be given back with the answer.
    pub number: u32,
    /// The server as the link names it, punycode shown.
    pub server: String,
    /// The room it leads to, if it leads to one.
    pub room: Option<String>,
    pub asks: QuestionKind,
    /// What an introduction calls the server.
    pub name: Option<String>,
    /// The fingerprint of the key that an introduction names.
    pub key: Option<String>,
    /// Whom an introduction names for help. Shown as it is.
    pub help: Option<String>,
    /// Saved servers it may mean; several if it fits several.
    pub profiles: Vec<Named>,
}

/// What a link wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum QuestionKind {
    Room,
    Invitation,
    AddServer,
}

/// A browser that can be chosen for a server.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BrowserView {
    pub id: String,
    pub name: String,
}

/// A short message to the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct NoticeView {
    pub level: Level,
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    Info,
    Warning,
    Error,
}

/// What a viewer gets first: everything.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Everything {
    pub view: View,
    pub agenda: Agenda,
}
