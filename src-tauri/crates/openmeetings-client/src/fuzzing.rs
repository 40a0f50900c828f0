//! What can only be reached over a network, for `tests/fuzz`. Not there otherwise.

use crate::calendar::{AppointmentBody, AppointmentsBody};
use crate::call::{self, ServiceResultBody};
use crate::info::{HealthBody, InfoBody};
use crate::room::{RoomBody, RoomsBody, UsersBody};
use crate::{Error, date};

/// Reads the body of an answer as each call does; gives what went wrong.
pub fn answer(body: &[u8]) -> Vec<Error> {
    let name = "fuzz";
    [
        call::parse::<AppointmentBody>(name, body).err(),
        call::parse::<AppointmentsBody>(name, body).err(),
        call::parse::<HealthBody>(name, body).err(),
        call::parse::<InfoBody>(name, body).err(),
        call::parse::<RoomBody>(name, body).err(),
        call::parse::<RoomsBody>(name, body).err(),
        call::parse::<ServiceResultBody>(name, body).err(),
        call::parse::<UsersBody>(name, body).err(),
        Some(call::failure(name, body)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A date of a server, as it would be sent to one.
pub fn date(text: &str) -> Option<String> {
    date::parse(text).map(date::for_server)
}
