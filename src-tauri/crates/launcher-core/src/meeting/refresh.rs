//! Use case "refresh meetings": load, merge, keep the last good list.

use jiff::{SignedDuration, Timestamp};
use openmeetings_client::{Error, RoomKind, Session};

use super::{Meeting, by_time_and_name};
use crate::error::Code;
use crate::profile::Profile;
use crate::state::{Loaded, Part};

/// Appointments that ended this long ago are still shown, as ended.
const LOOK_BACK: SignedDuration = SignedDuration::from_hours(12);

/// How far ahead is looked for a meeting that somebody names.
pub const LOOK_AHEAD: SignedDuration = SignedDuration::from_hours(14 * 24);

/// What a refresh asks a server for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ask {
    /// Appointments that begin up to this long from now.
    pub ahead: SignedDuration,
    pub rooms: Rooms,
}

/// Whether a refresh asks for the public rooms: three calls more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rooms {
    Load,
    /// Those that are known stay.
    Keep,
}

impl Ask {
    pub fn everything(ahead: SignedDuration) -> Self {
        Self {
            ahead,
            rooms: Rooms::Load,
        }
    }

    pub fn appointments(ahead: SignedDuration) -> Self {
        Self {
            ahead,
            rooms: Rooms::Keep,
        }
    }
}

/// Whether trying again by itself is of no use, or would do harm: a wrong
/// password locks accounts, a locked keychain asks its person each time.
pub fn needs_the_person(code: Code) -> bool {
    matches!(
        code,
        Code::BadCredentials
            | Code::AccountNotActive
            | Code::NoGroup
            | Code::RightMissing
            | Code::AccountNeeded
            | Code::SecretMissing
            | Code::KeychainLocked
    )
}

/// Loads what the account may read, one call after the other: a server that is
/// slow is not asked four times at once. A part it may not read is named, not
/// treated as failure; any other failure is one.
pub(crate) async fn load(
    session: &Session,
    profile: &Profile,
    now: Timestamp,
    ask: Ask,
) -> Result<Loaded, Error> {
    let from = now.saturating_sub(LOOK_BACK).unwrap_or(now);
    let until = now.saturating_add(ask.ahead).unwrap_or(Timestamp::MAX);
    let mut list = Vec::new();
    let mut refused = Vec::new();
    let calendar = session.appointments(from, until).await;
    if let Some(entries) = unless_refused(calendar, Part::Calendar, &mut refused)? {
        list.extend(
            entries
                .into_iter()
                .filter(|entry| !entry.deleted)
                .map(|entry| Meeting::from_appointment(profile, entry)),
        );
    }
    let kinds: &[RoomKind] = match ask.rooms {
        Rooms::Load => &[
            RoomKind::Conference,
            RoomKind::Presentation,
            RoomKind::Interview,
        ],
        Rooms::Keep => &[],
    };
    for kind in kinds {
        let rooms = session.public_rooms(*kind).await;
        if let Some(rooms) = unless_refused(rooms, Part::PublicRooms, &mut refused)? {
            list.extend(
                rooms
                    .iter()
                    .map(|room| Meeting::from_room(&profile.id, room)),
            );
        }
    }
    list.sort_by(by_time_and_name);
    Ok(Loaded {
        list,
        loaded_at: now,
        until,
        rooms_loaded_at: match ask.rooms {
            Rooms::Load => Some(now),
            Rooms::Keep => None,
        },
        refused,
    })
}

fn unless_refused<T>(
    outcome: Result<T, Error>,
    part: Part,
    refused: &mut Vec<Part>,
) -> Result<Option<T>, Error> {
    match outcome {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.is_not_allowed() => {
            if !refused.contains(&part) {
                refused.push(part);
            }
            Ok(None)
        }
        Err(error) => Err(error),
    }
}
