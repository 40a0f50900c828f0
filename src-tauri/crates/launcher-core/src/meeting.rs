//! [`Meeting`]: a room or an appointment, in the one shape that lists show.

pub mod cache;
mod merge;
pub mod reach;
pub mod refresh;
pub mod schedule;
pub mod upcoming;

use std::cmp::Ordering;

use jiff::{SignedDuration, Timestamp};
use openmeetings_client::{Appointment, Person, Room, RoomKind};
use serde::{Deserialize, Serialize};

use crate::plain::plain;
use crate::profile::{Profile, ProfileId, same_name};

/// Guests may enter an appointment's room this long before it begins, unless
/// the server's administrator has changed it.
const DOORS_OPEN_BEFORE: SignedDuration = SignedDuration::from_mins(5);

/// Servers take no longer names of rooms and titles; what is longer is no name.
const LONGEST_NAME: usize = 255;

/// A name as whatever shows it may have it.
fn name(text: &str) -> String {
    plain(text, LONGEST_NAME)
}

/// A room one can enter now, or an appointment with its room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// The server it is on.
    pub profile: ProfileId,
    /// The number of the room; an appointment may have none.
    pub room_id: Option<i64>,
    /// The name of the room; may be empty.
    pub room_name: String,
    pub kind: MeetingKind,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MeetingKind {
    Room {
        kind: RoomKind,
        door: Door,
    },
    Appointment {
        id: i64,
        title: String,
        start: Timestamp,
        end: Timestamp,
        organiser: String,
        /// IANA name of the organiser's time zone.
        zone: Option<String>,
        role: Role,
        /// The `UID` of its invitation mails.
        uid: Option<String>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Door {
    Open,
    /// The administrator closed the room.
    Closed,
}

/// Whose appointment it is to the account that listed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    Owner,
    Guest,
}

impl Meeting {
    pub(crate) fn from_room(profile: &ProfileId, room: &Room) -> Self {
        Self {
            profile: profile.clone(),
            room_id: Some(room.id),
            room_name: name(&room.name),
            kind: MeetingKind::Room {
                kind: room.kind,
                door: if room.closed {
                    Door::Closed
                } else {
                    Door::Open
                },
            },
        }
    }

    pub(crate) fn from_appointment(profile: &Profile, entry: Appointment) -> Self {
        let (room_id, room_name) = entry.room.map_or((None, String::new()), |room| {
            (Some(room.id), name(&room.name))
        });
        let owner = entry.owner.as_ref();
        Self {
            profile: profile.id.clone(),
            room_id,
            room_name,
            kind: MeetingKind::Appointment {
                id: entry.id,
                title: name(&entry.title),
                start: entry.start,
                end: entry.end,
                organiser: owner.map(full_name).unwrap_or_default(),
                zone: owner.and_then(|owner| owner.time_zone_id.as_deref().map(name)),
                role: owner.map_or(Role::Guest, |owner| role(owner, profile)),
                uid: entry.ical_id,
            },
        }
    }

    /// Names the row through refreshes. The time is part of it: each time of a
    /// series has the number of the series.
    pub fn key(&self) -> String {
        match &self.kind {
            MeetingKind::Room { .. } => {
                format!("{}/room/{}", self.profile, self.room_id.unwrap_or_default())
            }
            MeetingKind::Appointment { id, start, .. } => {
                format!("{}/appointment/{id}/{}", self.profile, start.as_second())
            }
        }
    }

    /// What people call it: the title, else the name of the room.
    pub fn name(&self) -> &str {
        match &self.kind {
            MeetingKind::Appointment { title, .. } if !title.is_empty() => title,
            MeetingKind::Appointment { .. } | MeetingKind::Room { .. } => &self.room_name,
        }
    }

    /// The `UID` of its invitation mails.
    pub(crate) fn uid(&self) -> Option<&str> {
        match &self.kind {
            MeetingKind::Appointment { uid, .. } => uid.as_deref(),
            MeetingKind::Room { .. } => None,
        }
    }

    /// From when to when the server lets this account in; `None` is always.
    pub fn open_from(&self) -> Option<(Timestamp, Timestamp)> {
        match self.kind {
            MeetingKind::Appointment {
                start,
                end,
                role: Role::Guest,
                ..
            } => Some((doors_open(start), end)),
            MeetingKind::Appointment { .. } | MeetingKind::Room { .. } => None,
        }
    }

    /// When it begins; rooms are always there.
    pub(crate) fn start(&self) -> Option<Timestamp> {
        match self.kind {
            MeetingKind::Appointment { start, .. } => Some(start),
            MeetingKind::Room { .. } => None,
        }
    }
}

/// From when on guests are let into a meeting that starts then.
pub(crate) fn doors_open(start: Timestamp) -> Timestamp {
    start.saturating_sub(DOORS_OPEN_BEFORE).unwrap_or(start)
}

/// Appointments by time, then rooms by name; ends in the numbers, so that the
/// order never depends on the server's.
pub(crate) fn by_time_and_name(a: &Meeting, b: &Meeting) -> Ordering {
    let time = match (a.start(), b.start()) {
        (Some(a), Some(b)) => a.cmp(&b),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    };
    time.then_with(|| a.name().to_lowercase().cmp(&b.name().to_lowercase()))
        .then_with(|| a.room_id.cmp(&b.room_id))
}

/// Whose entry it is, by name: the server's own mark for invited entries sticks
/// to the entry, so that after a guest has looked its owner sees it, too.
fn role(owner: &Person, profile: &Profile) -> Role {
    let is_me = |name: &str| {
        profile
            .login
            .as_deref()
            .is_some_and(|login| same_name(login, name))
    };
    let owns = is_me(&owner.login) || owner.email.as_deref().is_some_and(is_me);
    if owns { Role::Owner } else { Role::Guest }
}

fn full_name(person: &Person) -> String {
    let full = [&person.first_name, &person.last_name].map(|part| name(part));
    match full.join(" ").trim() {
        "" => name(&person.login),
        full => full.to_owned(),
    }
}
