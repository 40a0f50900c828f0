//! `room`: lists, single rooms, who is in them, and invitations to them.

use serde_json::Value;

use super::{Context, user};
use crate::date;
use crate::http::Reply;
use crate::state::{Invitation, InvitationRule};
use crate::world::{Right, Room, RoomKind};
use crate::writer::{JObject, guessed, wrapped, wrapped_list};

pub(super) fn public(context: &mut Context<'_>) -> Result<Reply, Reply> {
    // Read before the SID is looked at, and outside the error mapper.
    let Some(kind) = RoomKind::parse(context.argument(0)) else {
        return Err(Reply::container_page(500, "Internal Server Error"));
    };
    context.authorise(Right::Room)?;
    let rooms: Vec<String> = context
        .state
        .world
        .rooms
        .iter()
        .filter(|room| room.is_public && room.kind == kind && !room.deleted)
        .map(json)
        .collect();
    Ok(Reply::json(wrapped_list("roomDTO", &rooms)))
}

pub(super) fn one(context: &mut Context<'_>) -> Result<Reply, Reply> {
    let id = context.number(0)?;
    context.authorise(Right::Soap)?;
    match context.state.world.room(id) {
        Some(room) => Ok(Reply::json(wrapped("roomDTO", &json(room)))),
        None => Err(null_room()),
    }
}

fn null_room() -> Reply {
    Reply::failure(
        "Cannot invoke \"org.apache.openmeetings.db.entity.room.Room.getId()\" because \"r\" is null",
    )
}

pub(super) fn external(context: &mut Context<'_>) -> Result<Reply, Reply> {
    let kind = RoomKind::parse(context.argument(0)).ok_or_else(|| Reply::empty(404))?;
    let (external_type, external_id) = (context.argument(1), context.argument(2));
    let proposal = match context.request.query("room") {
        Some(text) => Some(read(text).ok_or_else(|| Reply::empty(404))?),
        None => None,
    };
    context.authorise(Right::Soap)?;
    let world = &mut context.state.world;
    let found = world.rooms.iter().find(|room| {
        room.kind == kind
            && !room.deleted
            && room.external_type.as_deref() == Some(external_type)
            && room.external_id.as_deref() == Some(external_id)
    });
    if let Some(room) = found {
        return Ok(Reply::json(wrapped("roomDTO", &json(room))));
    }
    let Some(mut room) = proposal else {
        return Ok(Reply::empty(204));
    };
    room.id = world.next_room_id();
    room.kind = kind;
    room.external_type = Some(external_type.to_owned());
    room.external_id = Some(external_id.to_owned());
    let reply = Reply::json(wrapped("roomDTO", &json(&room)));
    world.rooms.push(room);
    Ok(reply)
}

pub(super) fn add(context: &mut Context<'_>) -> Result<Reply, Reply> {
    let text = context.request.field("room");
    let room = match text {
        Some(text) => Some(read(text).ok_or_else(|| Reply::empty(400))?),
        None => None,
    };
    context.authorise(Right::Soap)?;
    let Some(mut room) = room else {
        return Err(Reply::failure(
            "Cannot invoke \"RoomDTO.getId()\" because \"room\" is null",
        ));
    };
    let world = &mut context.state.world;
    if room.id == 0 {
        room.id = world.next_room_id();
    }
    // The external type is stored as a group and not yet read back here.
    let shown = Room {
        external_type: None,
        ..room.clone()
    };
    world.rooms.retain(|known| known.id != room.id);
    world.rooms.push(room);
    world.rooms.sort_by_key(|room| room.id);
    Ok(Reply::json(wrapped("roomDTO", &json(&shown))))
}

pub(super) fn delete(context: &mut Context<'_>) -> Result<Reply, Reply> {
    let id = context.number(0)?;
    context.authorise(Right::Soap)?;
    match context.state.world.room_mut(id) {
        Some(room) => {
            room.deleted = true;
            Ok(Reply::success("Deleted"))
        }
        None => Ok(Reply::success("Not found")),
    }
}

pub(super) fn close(context: &mut Context<'_>) -> Result<Reply, Reply> {
    set_closed(context, true, "Closed")
}

pub(super) fn open(context: &mut Context<'_>) -> Result<Reply, Reply> {
    set_closed(context, false, "Opened")
}

fn set_closed(context: &mut Context<'_>, closed: bool, done: &str) -> Result<Reply, Reply> {
    let id = context.number(0)?;
    context.authorise(Right::Soap)?;
    let room = context.state.world.room_mut(id).ok_or_else(null_room)?;
    room.closed = closed;
    Ok(Reply::success(done))
}

pub(super) fn kick(context: &mut Context<'_>) -> Result<Reply, Reply> {
    let id = context.number(0)?;
    context.authorise(Right::Soap)?;
    let kicked = context.state.world.room_mut(id).is_some_and(|room| {
        let any = !room.present.is_empty();
        room.present.clear();
        any
    });
    Ok(Reply::success(if kicked { "Kicked" } else { "Not kicked" }))
}

pub(super) fn count(context: &mut Context<'_>) -> Result<Reply, Reply> {
    let id = context.number(0)?;
    context.authorise(Right::Soap)?;
    let count = context
        .state
        .world
        .room(id)
        .map_or(0, |room| room.present.len());
    Ok(Reply::success(&count.to_string()))
}

pub(super) fn users(context: &mut Context<'_>) -> Result<Reply, Reply> {
    let id = context.number(0)?;
    context.authorise(Right::Soap)?;
    let world = &context.state.world;
    let present = world
        .room(id)
        .map(|room| room.present.clone())
        .unwrap_or_default();
    let users: Vec<String> = present
        .iter()
        .filter_map(|id| world.user(*id))
        .map(user::list_json)
        .collect();
    Ok(Reply::json(wrapped_list("userDTO", &users)))
}

pub(super) fn recordings(context: &mut Context<'_>) -> Result<Reply, Reply> {
    context.authorise(Right::Soap)?;
    Ok(Reply::json(wrapped_list("recordingDTO", &[])))
}

pub(super) fn invite(context: &mut Context<'_>) -> Result<Reply, Reply> {
    let text = context.request.query("invite").unwrap_or_default();
    let invite: Value = serde_json::from_str(text).map_err(|_| Reply::empty(404))?;
    let room = invite["roomId"].as_i64().ok_or_else(|| Reply::empty(404))?;
    context.authorise(Right::Soap)?;
    let zone = context.state.zone.clone();
    let time = |name: &str| {
        // This one call writes a blank where the others write a T.
        let text = invite[name].as_str()?.replacen(' ', "T", 1);
        date::read(&text, &zone)
    };
    let rule = match invite["valid"].as_str() {
        Some("ENDLESS") => InvitationRule::Endless,
        Some("ONE_TIME") => InvitationRule::OneTime,
        _ => match (time("validFrom"), time("validTo")) {
            (Some(from), Some(to)) => InvitationRule::Period { from, to },
            _ => return Err(Reply::failure("Invalid dates are specified")),
        },
    };
    let name = |name: &str| invite[name].as_str().unwrap_or_default().to_owned();
    let guest = format!("{} {}", name("firstname"), name("lastname"));
    let hash = context.state.secret();
    context.state.invitations.insert(
        hash.clone(),
        Invitation {
            room,
            guest,
            rule,
            used: false,
        },
    );
    Ok(Reply::success(&hash))
}

/// A room as a form field carries it; without a kind it is none.
pub(super) fn read(text: &str) -> Option<Room> {
    let value: Value = serde_json::from_str(text).ok()?;
    of_value(&value)
}

/// Reads leniently: numbers and booleans may be texts, unknown fields are
/// skipped, absent texts become empty ones.
pub(super) fn of_value(value: &Value) -> Option<Room> {
    let fields = value.as_object()?;
    let text = |name: &str| match fields.get(name) {
        Some(Value::String(text)) => Some(text.clone()),
        Some(Value::Null) | None => None,
        Some(other) => Some(other.to_string()),
    };
    let flag = |name: &str| text(name).as_deref() == Some("true");
    let number = |name: &str| text(name).and_then(|text| text.parse::<i64>().ok());
    let hidden = match fields.get("hiddenElements") {
        Some(Value::Array(elements)) => elements
            .iter()
            .filter_map(|element| element.as_str().map(str::to_owned))
            .collect(),
        _ => Vec::new(),
    };
    Some(Room {
        id: number("id").unwrap_or(0),
        name: text("name").unwrap_or_default(),
        tag: Some(text("tag").unwrap_or_default()),
        comment: Some(text("comment").unwrap_or_default()),
        kind: RoomKind::parse(fields.get("type")?.as_str()?)?,
        capacity: number("capacity").unwrap_or(4),
        appointment: flag("appointment"),
        confno: text("confno"),
        is_public: flag("isPublic"),
        demo: flag("demo"),
        demo_time: number("demoTime"),
        closed: flag("closed"),
        external_id: text("externalId").filter(|id| !id.is_empty()),
        external_type: text("externalType").filter(|kind| !kind.is_empty()),
        redirect_url: Some(text("redirectUrl").unwrap_or_default()),
        moderated: flag("moderated"),
        wait_moderator: flag("waitModerator"),
        allow_user_questions: flag("allowUserQuestions"),
        allow_recording: flag("allowRecording"),
        wait_recording: flag("waitRecording"),
        audio_only: flag("audioOnly"),
        hidden_elements: hidden,
        present: Vec::new(),
        deleted: false,
    })
}

/// A room by writer J.
pub(super) fn json(room: &Room) -> String {
    let hidden: Vec<String> = room
        .hidden_elements
        .iter()
        .map(|element| guessed(element))
        .collect();
    let demo_time = room.demo_time.map(|seconds| seconds.to_string());
    JObject::default()
        .raw("id", room.id)
        .text("name", &room.name)
        .optional("tag", room.tag.as_deref())
        .optional("comment", room.comment.as_deref())
        .text("type", room.kind.name())
        .raw("capacity", room.capacity)
        .raw("appointment", room.appointment)
        .optional("confno", room.confno.as_deref())
        .raw("isPublic", room.is_public)
        .raw("demo", room.demo)
        .raw("closed", room.closed)
        .optional("demoTime", demo_time.as_deref())
        .optional("externalId", room.external_id.as_deref())
        .optional("externalType", room.external_type.as_deref())
        .optional("redirectUrl", room.redirect_url.as_deref())
        .raw("moderated", room.moderated)
        .raw("waitModerator", room.wait_moderator)
        .raw("allowUserQuestions", room.allow_user_questions)
        .raw("allowRecording", room.allow_recording)
        .raw("waitRecording", room.wait_recording)
        .raw("audioOnly", room.audio_only)
        .list("hiddenElements", &hidden)
        .finish()
}
