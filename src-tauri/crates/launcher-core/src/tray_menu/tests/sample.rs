//! States to draw menus of, and menus as texts to compare.

use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use openmeetings_client::RoomKind;

use super::super::*;
use crate::error::{Code, LauncherError};
use crate::join::JoinTarget;
use crate::meeting::{Door, Meeting, MeetingKind, Role};
use crate::profile::{Profile, ProfileDraft};
use crate::state::{Join, JoinStep, JoinSubject, Loaded, Meetings};

pub(super) fn zone() -> TimeZone {
    TimeZone::get("Europe/Vienna").unwrap()
}

/// A moment of a Wednesday in Vienna.
pub(super) fn at(hour: i8, minute: i8) -> Timestamp {
    let time = date(2026, 11, 25).at(hour, minute, 0, 0);
    zone().to_timestamp(time).unwrap()
}

pub(super) fn next_day(hour: i8) -> Timestamp {
    at(hour, 0) + SignedDuration::from_hours(24)
}

pub(super) fn profile(name: &str) -> Profile {
    let draft = ProfileDraft {
        name: name.to_owned(),
        address: format!("https://{}.example/", name.to_lowercase()),
        login: "anna".to_owned(),
        ..ProfileDraft::default()
    };
    let mut profile = draft.into_profile(&[]).unwrap();
    profile.id = name.to_lowercase().parse().unwrap();
    profile
}

pub(super) fn meeting(title: &str, start: Timestamp, minutes: i64, role: Role) -> Meeting {
    Meeting {
        profile: "work".parse().unwrap(),
        room_id: Some(7),
        room_name: "Blue room".to_owned(),
        kind: MeetingKind::Appointment {
            id: start.as_second(),
            title: title.to_owned(),
            start,
            end: start + SignedDuration::from_mins(minutes),
            organiser: "Paul".to_owned(),
            zone: None,
            role,
            uid: None,
        },
    }
}

pub(super) fn own(title: &str, hour: i8, minute: i8) -> Meeting {
    meeting(title, at(hour, minute), 30, Role::Owner)
}

pub(super) fn room(number: i64, name: &str) -> Meeting {
    Meeting {
        profile: "work".parse().unwrap(),
        room_id: Some(number),
        room_name: name.to_owned(),
        kind: MeetingKind::Room {
            kind: RoomKind::Conference,
            door: Door::Open,
        },
    }
}

pub(super) fn loaded(list: Vec<Meeting>) -> Loaded {
    Loaded {
        list,
        loaded_at: at(8, 0),
        until: at(8, 0),
        rooms_loaded_at: Some(at(8, 0)),
        refused: Vec::new(),
    }
}

/// One server with a list.
pub(super) fn state(list: Vec<Meeting>) -> AppState {
    let profile = profile("Work");
    let mut state = AppState::default();
    let list = Meetings::Ready(loaded(list));
    state.meetings.insert(profile.id.clone(), list);
    state.profiles.push(profile);
    state
}

pub(super) fn failed(state: &mut AppState, code: Code) {
    let error = LauncherError::new(code)
        .about("server", "Work")
        .about("login", "anna");
    for list in state.meetings.values_mut() {
        list.fail(error.clone());
    }
}

pub(super) fn joining(target: &str) -> Join {
    Join::Preparing {
        subject: JoinSubject {
            target: JoinTarget::Named(target.to_owned()),
            key: None,
            profile: None,
            has_page: true,
        },
        step: JoinStep::SigningIn,
        since: at(9, 0),
    }
}

/// The menu as a person sees it, with what each entry does.
pub(super) fn drawn(menu: &TrayMenu) -> String {
    let mut lines = vec![format!("({:?}) {}", menu.icon, menu.tooltip.text)];
    for entry in &menu.entries {
        match entry {
            Entry::Item(item) => lines.push(line(item)),
            Entry::Submenu { label, items } => {
                lines.push(format!("{} >", label.marked('_')));
                lines.extend(items.iter().map(|item| format!("  {}", line(item))));
            }
            Entry::Separator => lines.push("--".to_owned()),
        }
    }
    lines.join("\n")
}

pub(super) fn line(item: &Item) -> String {
    let label = item.label.marked('_');
    match &item.action {
        None => format!("{label} = nothing"),
        Some(MenuAction::Join { .. }) => format!("{label} = Join"),
        Some(MenuAction::JoinRoom(on)) => format!("{label} = JoinRoom {}", on.room),
        Some(action) => format!("{label} = {action:?}"),
    }
}

pub(super) fn shown(state: &AppState, now: Timestamp) -> String {
    drawn(&tray_menu(state, now, &zone(), &Texts::english()))
}

/// The lines above what is always there.
pub(super) fn above(state: &AppState, now: Timestamp) -> String {
    let all = shown(state, now);
    let (above, _) = all.split_once("\n--\n_Join by").unwrap();
    above.to_owned()
}
