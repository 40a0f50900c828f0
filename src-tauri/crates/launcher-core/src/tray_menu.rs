//! [`TrayMenu`]: what the icon in the tray shows, as of a state and a moment
//! (pure). A host draws it with what its desktop has for this.

mod day;
mod entries;
mod label;
mod moment_text;
mod rooms;
mod standing;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::action::Action;
use crate::intent::Intent;
use crate::memory::RoomOn;
use crate::state::AppState;
use crate::texts::Texts;
use crate::view::Wanted;
use day::Day;
use standing::Standing;

pub use label::Label;

/// Longer names are cut: a menu as wide as the screen helps nobody.
const LONGEST: usize = 48;

/// Everything the tray shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrayMenu {
    pub icon: TrayIcon,
    pub tooltip: Tooltip,
    pub entries: Vec<Entry>,
    /// Whether its lines run from right to left.
    pub right_to_left: bool,
}

/// The state of things, as one sees it without opening anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TrayIcon {
    Idle,
    /// A meeting begins within a quarter of an hour.
    Soon,
    /// A meeting is on.
    Live,
    /// A server waits for the person, or no list can be loaded.
    Trouble,
}

/// What is shown beside the pointer. Plain text, in lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tooltip {
    pub title: String,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    Item(Item),
    Submenu { label: Label, items: Vec<Item> },
    Separator,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub label: Label,
    /// Nothing for what can only be read.
    pub action: Option<MenuAction>,
}

/// What an entry does, or a click on the icon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MenuAction {
    /// Joins a row of the agenda.
    Join {
        key: String,
    },
    /// Joins what is now or next.
    JoinNext,
    /// Joins a room that no list has.
    JoinRoom(RoomOn),
    /// Joins the same as before.
    Rejoin,
    CancelJoin,
    /// Shows the window.
    Open,
    /// Shows the window with the field for links and numbers ready.
    OpenField,
    OpenSettings,
    Quit,
}

/// The tray as of this state and moment.
pub fn tray_menu(state: &AppState, now: Timestamp, zone: &TimeZone, texts: &Texts) -> TrayMenu {
    let day = Day::of(state, now, zone);
    let standing = Standing::of(state);
    TrayMenu {
        icon: icon(&standing, &day),
        tooltip: tooltip(&standing, &day, texts),
        entries: entries::entries(state, &standing, &day, texts),
        right_to_left: texts.is_right_to_left(),
    }
}

/// When it differs from now, if the state stays as it is; `None` if it does not.
pub fn next_change(state: &AppState, now: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
    Day::of(state, now, zone).changes_at()
}

impl MenuAction {
    /// Whether it begins a join, of which there is one at a time.
    fn joins(&self) -> bool {
        match self {
            Self::Join { .. } | Self::JoinNext | Self::JoinRoom(_) | Self::Rejoin => true,
            Self::CancelJoin | Self::Open | Self::OpenField | Self::OpenSettings | Self::Quit => {
                false
            }
        }
    }
}

impl From<MenuAction> for Action {
    fn from(action: MenuAction) -> Self {
        match action {
            MenuAction::Join { key } => Self::Ask(Intent::Join { key }),
            MenuAction::JoinNext => Self::Ask(Intent::JoinNext),
            MenuAction::JoinRoom(RoomOn { profile, room }) => Self::Ask(Intent::JoinText {
                text: room.to_string(),
                profile: Some(profile),
                choice: None,
            }),
            MenuAction::Rejoin => Self::Ask(Intent::Rejoin),
            MenuAction::CancelJoin => Self::Ask(Intent::CancelJoin),
            MenuAction::Open => Self::Show(None),
            MenuAction::OpenField => Self::Show(Some(Wanted::Query)),
            MenuAction::OpenSettings => Self::Show(Some(Wanted::Settings)),
            MenuAction::Quit => Self::Ask(Intent::Quit),
        }
    }
}

fn icon(standing: &Standing<'_>, day: &Day<'_>) -> TrayIcon {
    match standing {
        Standing::Waiting(_) | Standing::AllFailed => TrayIcon::Trouble,
        Standing::NoServers | Standing::NoLists | Standing::Loading | Standing::Listed => {
            if day.is_any_on() {
                TrayIcon::Live
            } else if day.is_any_soon() {
                TrayIcon::Soon
            } else {
                TrayIcon::Idle
            }
        }
    }
}

/// Trouble, then what is now or next: nobody reads more beside a pointer.
fn tooltip(standing: &Standing<'_>, day: &Day<'_>, texts: &Texts) -> Tooltip {
    let meeting = day.featured().map(|meeting| {
        let title = moment_text::title(meeting, texts);
        moment_text::with_moment(&title, meeting, day, texts)
    });
    let lines = [
        entries::trouble(standing, texts),
        entries::nothing(standing, day, texts),
        meeting,
    ];
    let lines: Vec<String> = lines.into_iter().flatten().collect();
    Tooltip {
        title: texts.text("tray-title"),
        text: lines.join("\n"),
    }
}

/// Words of servers and people, fit for a line of the menu.
fn plain(text: &str) -> String {
    crate::plain::plain(text, LONGEST)
}

#[cfg(test)]
mod tests;
