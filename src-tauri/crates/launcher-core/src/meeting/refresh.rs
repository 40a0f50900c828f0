//! Use case "refresh meetings": load, merge, keep the last good list.

use jiff::{SignedDuration, Timestamp};
use openmeetings_client::{Error, RoomKind, Session};

use super::{Meeting, by_time_and_name};
use crate::error::Code;
use crate::profile::Profile;
use crate::state::{Loaded, Part};

/// Appointments that ended this long ago are still shown, as ended.
const LOOK_BACK: SignedDuration = SignedDuration::from_hours(12);

/// How far ahead a refresh looks unless told otherwise.
pub const LOOK_AHEAD: SignedDuration = SignedDuration::from_hours(14 * 24);

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

/// Loads what the account may read. A part it may not read is named, not
/// treated as failure; any other failure is one.
pub(crate) async fn load(
    session: &Session,
    profile: &Profile,
    now: Timestamp,
    ahead: SignedDuration,
) -> Result<Loaded, Error> {
    let from = now.saturating_sub(LOOK_BACK).unwrap_or(now);
    let until = now.saturating_add(ahead).unwrap_or(Timestamp::MAX);
    let (calendar, conference, presentation, interview) = tokio::join!(
        session.appointments(from, until),
        session.public_rooms(RoomKind::Conference),
        session.public_rooms(RoomKind::Presentation),
        session.public_rooms(RoomKind::Interview),
    );
    let mut list = Vec::new();
    let mut refused = Vec::new();
    if let Some(entries) = unless_refused(calendar, Part::Calendar, &mut refused)? {
        list.extend(
            entries
                .into_iter()
                .filter(|entry| !entry.deleted)
                .map(|entry| Meeting::from_appointment(profile, entry)),
        );
    }
    for rooms in [conference, presentation, interview] {
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
