//! The calendar of the account that is logged in.

use jiff::Timestamp;
use serde::{Deserialize, Deserializer};

use crate::wire;
use crate::{Error, Room, Session, date};

/// An entry of the calendar. Its invitation link is not part of the answer.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Appointment {
    /// Its number on the server.
    pub id: i64,
    /// Title; may be empty.
    #[serde(default, deserialize_with = "wire::text")]
    pub title: String,
    /// Free text, not the link.
    #[serde(default, deserialize_with = "wire::text")]
    pub location: String,
    /// HTML.
    #[serde(default, deserialize_with = "wire::text")]
    pub description: String,
    /// When it begins.
    #[serde(deserialize_with = "date::instant")]
    pub start: Timestamp,
    /// When it ends.
    #[serde(deserialize_with = "date::instant")]
    pub end: Timestamp,
    /// Whose it is.
    #[serde(default)]
    pub owner: Option<Person>,
    /// When it was made.
    #[serde(default, deserialize_with = "date::optional_instant")]
    pub inserted: Option<Timestamp>,
    /// When it was changed last.
    #[serde(default, deserialize_with = "date::optional_instant")]
    pub updated: Option<Timestamp>,
    /// Taken back. Lists hold such entries of other people: leave them out.
    #[serde(default)]
    pub deleted: bool,
    /// The room it is held in.
    #[serde(default)]
    pub room: Option<Room>,
    /// The `UID` of its invitation mails.
    #[serde(default, deserialize_with = "wire::optional_text")]
    pub ical_id: Option<String>,
    /// Who is invited.
    #[serde(default, deserialize_with = "wire::list")]
    pub meeting_members: Vec<Member>,
    /// The room page asks for a password.
    #[serde(default)]
    pub password_protected: bool,
    /// Some invited account has listed it. Real servers keep this mark with the
    /// entry, so that its owner sees it as well: compare `owner` instead.
    #[serde(default)]
    pub connected_event: bool,
}

/// Somebody invited to an appointment.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct Member {
    /// The person.
    #[serde(default)]
    pub user: Option<Person>,
}

/// An account or contact, as far as the calendar shows it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Person {
    /// The number of the account.
    #[serde(default)]
    pub id: Option<i64>,
    /// The login name.
    #[serde(default, deserialize_with = "wire::text")]
    pub login: String,
    /// First name.
    #[serde(default, rename = "firstname", deserialize_with = "wire::text")]
    pub first_name: String,
    /// Last name.
    #[serde(default, rename = "lastname", deserialize_with = "wire::text")]
    pub last_name: String,
    /// E-mail address.
    #[serde(default, rename = "address", deserialize_with = "email_of_address")]
    pub email: Option<String>,
    /// IANA name of the person's time zone.
    #[serde(default, deserialize_with = "wire::optional_text")]
    pub time_zone_id: Option<String>,
}

/// The two writers of the server call the same thing by two names.
fn email_of_address<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<String>, D::Error> {
    #[derive(Deserialize)]
    struct Address {
        #[serde(default, alias = "mail", deserialize_with = "wire::optional_text")]
        email: Option<String>,
    }
    Address::deserialize(deserializer).map(|address| address.email)
}

#[derive(Deserialize)]
pub(crate) struct AppointmentsBody {
    #[serde(rename = "appointmentDTO", deserialize_with = "wire::list")]
    appointments: Vec<Appointment>,
}

#[derive(Deserialize)]
pub(crate) struct AppointmentBody {
    #[serde(rename = "appointmentDTO")]
    appointment: Appointment,
}

impl Session {
    /// Entries that touch the time from `start` to `end`, own and invited, in
    /// no order, deleted ones of other people included.
    pub async fn appointments(
        &self,
        start: Timestamp,
        end: Timestamp,
    ) -> Result<Vec<Appointment>, Error> {
        let (start, end) = (date::for_server(start), date::for_server(end));
        let call = self.call("calendar", &["calendar", &start, &end]);
        let body: AppointmentsBody = call.get_some().await?;
        Ok(body.appointments)
    }

    /// Some future entry the account owns. **Not the nearest one**: the server
    /// takes the first it finds. Ask for a range to know what is next.
    pub async fn next_appointment(&self) -> Result<Option<Appointment>, Error> {
        let call = self.call("calendar/next", &["calendar", "next"]);
        let body: Option<AppointmentBody> = call.get().await?;
        Ok(body.map(|body| body.appointment))
    }
}
