//! `calendar`: one entry, written and emitted.

use jiff::Timestamp;
use serde_json::Value;

use super::{Context, room, user};
use crate::date;
use crate::http::Reply;
use crate::state::State;
use crate::world::{Appointment, Member, Right, Room, User, UserKind};
use crate::writer::{OObject, quoted, wrapped};

/// Seats of a room that is made for an appointment.
const DEFAULT_CAPACITY: i64 = 50;

/// What a form field said, before anything is changed.
struct Draft {
    id: Option<i64>,
    entry: Appointment,
    owner: Option<i64>,
    room: Room,
    members: Option<Vec<Value>>,
}

pub(super) fn save(context: &mut Context<'_>) -> Result<Reply, Reply> {
    let draft = read(context)?;
    let caller = context.authorise(Right::Room)?;
    let owner = draft.owner.unwrap_or(caller);
    if owner != caller {
        context.authorise(Right::Soap)?;
    }
    let state = &mut *context.state;
    let (room, proposed) = (draft.room.id, draft.room);
    let mut entry = Appointment {
        owner,
        room,
        ..draft.entry
    };
    if room == 0 {
        entry.room = make_room(state, proposed, &entry.title);
    }
    let members = draft.members.map(|members| invite(state, owner, &members));
    let index = store(state, draft.id, entry, members);
    let body = json(&state.world.appointments[index], state);
    Ok(Reply::json(wrapped("appointmentDTO", &body)))
}

/// Puts an entry in its old place or at the end; says where. A list of guests
/// replaces the old one, no list keeps it.
fn store(
    state: &mut State,
    id: Option<i64>,
    mut entry: Appointment,
    members: Option<Vec<Member>>,
) -> usize {
    let now = state.now();
    let entries = &mut state.world.appointments;
    if let Some(index) = id.and_then(|id| entries.iter().position(|known| known.id == id)) {
        let old = &mut entries[index];
        *old = Appointment {
            id: old.id,
            inserted: old.inserted,
            updated: Some(now),
            ical_id: old.ical_id.clone(),
            connected_event: old.connected_event,
            members: members.unwrap_or_else(|| old.members.clone()),
            ..entry
        };
        return index;
    }
    entry.id = state.world.next_appointment_id();
    entry.inserted = Some(now);
    entry.ical_id = Some(uuid::Uuid::new_v4().to_string());
    entry.members = members.unwrap_or_default();
    state.world.appointments.push(entry);
    state.world.appointments.len() - 1
}

/// Three ways to be wrong: outside the error mapper, a bad request, and fine.
fn read(context: &Context<'_>) -> Result<Draft, Reply> {
    let broken = || Reply::container_page(500, "Internal Server Error");
    let bad = || Reply::empty(400);
    let field = context.request.field("appointment").ok_or_else(broken)?;
    let value: Value = serde_json::from_str(field).map_err(|_| broken())?;
    let value = value.get("appointmentDTO").unwrap_or(&value);
    if !value.is_object() {
        return Err(broken());
    }
    let room = value
        .get("room")
        .filter(|room| !room.is_null())
        .ok_or_else(broken)?;
    let room = room::of_value(room).ok_or_else(bad)?;
    let time = |name: &str| -> Result<Timestamp, Reply> {
        let text = value
            .get(name)
            .and_then(Value::as_str)
            .filter(|text| !text.is_empty());
        date::read(text.ok_or_else(broken)?, &context.state.zone).ok_or_else(bad)
    };
    let text = |name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    let protected = value
        .get("passwordProtected")
        .and_then(Value::as_bool)
        .unwrap_or_default();
    Ok(Draft {
        id: value.get("id").and_then(Value::as_i64),
        entry: Appointment {
            title: text("title").unwrap_or_default(),
            location: Some(text("location").unwrap_or_default()),
            description: Some(text("description").unwrap_or_default()),
            start: time("start")?,
            end: time("end")?,
            reminder: text("reminder"),
            language_id: Some(
                value
                    .get("languageId")
                    .and_then(Value::as_i64)
                    .unwrap_or_default(),
            ),
            password: protected.then(|| text("password").unwrap_or_default()),
            ..Appointment::default()
        },
        owner: value
            .get("owner")
            .and_then(|owner| owner.get("id")?.as_i64()),
        room,
        members: value
            .get("meetingMembers")
            .and_then(Value::as_array)
            .cloned(),
    })
}

/// A room of its own, named like the entry.
fn make_room(state: &mut State, proposed: Room, title: &str) -> i64 {
    let id = state.world.next_room_id();
    let made = Room {
        id,
        name: title.to_owned(),
        capacity: DEFAULT_CAPACITY,
        is_public: false,
        ..proposed
    };
    state.world.rooms.push(made);
    id
}

/// Known accounts by number; everybody else becomes a contact of the owner.
fn invite(state: &mut State, owner: i64, members: &[Value]) -> Vec<Member> {
    let first = state.world.next_member_id();
    let zone = state
        .world
        .user(owner)
        .map(|owner| owner.time_zone_id.clone());
    (first..)
        .zip(members)
        .map(|(id, member)| {
            let guest = &member["user"];
            let user = guest["id"]
                .as_i64()
                .unwrap_or_else(|| contact(state, owner, guest, zone.as_deref()));
            Member { id, user }
        })
        .collect()
}

fn contact(state: &mut State, owner: i64, guest: &Value, zone: Option<&str>) -> i64 {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let email = text(&guest["address"]["email"]);
    let login = format!("{owner}_{email}");
    if let Some(known) = state.world.users.iter().find(|user| user.login == login) {
        return known.id;
    }
    let id = state.world.next_user_id();
    let made = User {
        id,
        login,
        firstname: text(&guest["firstname"]),
        lastname: text(&guest["lastname"]),
        email,
        kind: UserKind::Contact,
        time_zone_id: zone.unwrap_or("Europe/Berlin").to_owned(),
        language_id: guest["languageId"].as_i64().unwrap_or(1),
        inserted: Some(state.now()),
        ..User::default()
    };
    state.world.users.push(made);
    id
}

pub(super) fn delete(context: &mut Context<'_>) -> Result<Reply, Reply> {
    let id = context.number(0)?;
    let caller = context
        .state
        .user_of(context.sid())
        .ok_or_else(Reply::not_allowed)?;
    let rights = context
        .state
        .world
        .user(caller)
        .map(|user| user.rights.clone())
        .unwrap_or_default();
    let entries = &mut context.state.world.appointments;
    let Some(entry) = entries
        .iter_mut()
        .find(|entry| entry.id == id && !entry.deleted)
    else {
        return Err(Reply::failure("Bad id"));
    };
    let may = rights.contains(&Right::Soap)
        || rights.contains(&Right::Admin)
        || (entry.owner == caller && rights.contains(&Right::Room));
    if !may {
        return Err(Reply::not_allowed());
    }
    entry.deleted = true;
    Ok(Reply::success("Deleted"))
}

/// An entry by writer O.
pub(super) fn json(entry: &Appointment, state: &State) -> String {
    let members: Vec<String> = entry
        .members
        .iter()
        .filter_map(|member| {
            let user = state.world.user(member.user)?;
            Some(
                OObject::default()
                    .raw("id", member.id)
                    .raw("user", user::single_json(user, state))
                    .finish(),
            )
        })
        .collect();
    let date = |instant: Timestamp| date::write(instant, &state.zone);
    let mut object = OObject::default()
        .raw("connectedEvent", entry.connected_event)
        .raw("deleted", entry.deleted)
        .optional("description", entry.description.as_deref())
        .text("end", &date(entry.end))
        .optional("icalId", entry.ical_id.as_deref())
        .raw("id", entry.id)
        .optional("inserted", entry.inserted.map(date).as_deref())
        .optional("updated", entry.updated.map(date).as_deref())
        .optional("location", entry.location.as_deref())
        .list("meetingMembers", &members)
        .raw("passwordProtected", entry.password.is_some())
        .optional("reminder", entry.reminder.as_deref())
        .raw("reminderEmailSend", false)
        .text("start", &date(entry.start))
        .text("title", &entry.title);
    if let Some(language) = entry.language_id {
        object = object.raw("languageId", language);
    }
    if let Some(owner) = state.world.user(entry.owner) {
        object = object.raw("owner", user::single_json(owner, state));
    }
    if let Some(room) = state.world.room(entry.room) {
        object = object.raw("room", room_json(room));
    }
    object.finish()
}

/// A room by writer O: `public` instead of `isPublic`, lists always arrays.
fn room_json(room: &Room) -> String {
    let hidden: Vec<String> = room
        .hidden_elements
        .iter()
        .map(|element| quoted(element))
        .collect();
    let mut object = OObject::default()
        .raw("allowRecording", room.allow_recording)
        .raw("allowUserQuestions", room.allow_user_questions)
        .raw("appointment", room.appointment)
        .raw("audioOnly", room.audio_only)
        .raw("capacity", room.capacity)
        .raw("closed", room.closed)
        .optional("comment", room.comment.as_deref())
        .optional("confno", room.confno.as_deref())
        .raw("demo", room.demo)
        .optional("externalId", room.external_id.as_deref())
        .optional("externalType", room.external_type.as_deref())
        .list("files", &[])
        .list("hiddenElements", &hidden)
        .raw("id", room.id)
        .raw("moderated", room.moderated)
        .text("name", &room.name)
        .raw("public", room.is_public)
        .optional("redirectUrl", room.redirect_url.as_deref())
        .optional("tag", room.tag.as_deref())
        .text("type", room.kind.name())
        .raw("waitModerator", room.wait_moderator)
        .raw("waitRecording", room.wait_recording);
    if let Some(seconds) = room.demo_time {
        object = object.raw("demoTime", seconds);
    }
    object.finish()
}
