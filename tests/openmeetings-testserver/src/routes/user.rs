//! `user`: login, accounts, and the keys to rooms.

use std::time::Duration;

use serde_json::Value;

use super::Context;
use crate::http::Reply;
use crate::state::{RoomKey, Session, State, Visitor};
use crate::world::{Right, User, UserKind};
use crate::writer::{JObject, OObject, guessed, quoted, wrapped, wrapped_list};

pub(super) fn login(context: &mut Context<'_>) -> Result<Reply, Reply> {
    let posted = context.request.method == "POST";
    if posted != context.state.posts_login() {
        return Err(Reply::empty(405).with_allow());
    }
    let value = |name: &str| {
        let value = if posted {
            context.request.field(name)
        } else {
            context.request.query(name)
        };
        value.unwrap_or_default().to_owned()
    };
    let (name, password) = (value("user"), value("pass"));
    let name = name.trim().to_lowercase();
    let state = &mut *context.state;
    let found = state.world.users.iter().find(|user| {
        user.kind == UserKind::User
            && !user.deleted
            && !name.is_empty()
            && (user.login.to_lowercase() == name || user.email.to_lowercase() == name)
            && user.password == password
            && !password.is_empty()
    });
    let Some(user) = found else {
        let reply = Reply::result("ERROR", Some("error.bad.credentials"));
        return Ok(reply.after(if posted {
            wrong_password_delay(state)
        } else {
            state.delays.login
        }));
    };
    let delay = state.delays.login;
    if !user.rights.contains(&Right::Login) {
        return Ok(Reply::result("ERROR", Some("error.notactivated")).after(delay));
    }
    if user.group.is_none() {
        return Ok(Reply::result("ERROR", Some("error.nogroup")).after(delay));
    }
    let session = Session {
        user: user.id,
        last_used: state.now(),
        visitor: None,
        permanent: false,
    };
    let sid = state.secret();
    state.sessions.insert(sid.clone(), session);
    Ok(Reply::success(&sid).after(delay))
}

/// Somewhere in the range, in whole seconds where the range has them.
fn wrong_password_delay(state: &State) -> Duration {
    let (least, most) = (
        *state.delays.wrong_password.start(),
        *state.delays.wrong_password.end(),
    );
    let steps = most.saturating_sub(least).as_secs() + 1;
    let chance = uuid::Uuid::new_v4().as_u128() % u128::from(steps);
    least + Duration::from_secs(u64::try_from(chance).unwrap_or_default())
}

pub(super) fn hash(context: &mut Context<'_>) -> Result<Reply, Reply> {
    // Form fields are read before the SID is looked at.
    let visitor = json_field(context, "user")?;
    let options = json_field(context, "options")?;
    context.authorise(Right::Soap)?;
    let Some(visitor) = visitor else {
        return Err(null("ExternalUserDTO.getExternalId()", "user", "dto.user"));
    };
    let visitor = Visitor {
        external_id: text(&visitor, "externalId"),
        external_type: text(&visitor, "externalType"),
        login: text(&visitor, "login"),
        firstname: text(&visitor, "firstname"),
        lastname: text(&visitor, "lastname"),
        email: text(&visitor, "email"),
    };
    let given = |value: &Option<String>| value.as_deref().is_some_and(|value| !value.is_empty());
    if !given(&visitor.external_id) || !given(&visitor.external_type) {
        return Ok(Reply::result(
            "ERROR",
            Some("externalId and/or externalType are not set"),
        ));
    }
    let Some(options) = options else {
        return Err(null("RoomOptionsDTO.getRoomId()", "options", "dto.room"));
    };
    let key = key(context, &options)?;
    let sid = key.sid.clone();
    let state = &mut *context.state;
    if let Some(session) = state.sessions.get_mut(&sid) {
        session.visitor = Some(visitor);
        session.permanent |= key.for_ever;
    }
    let hash = state.secret();
    state.hashes.insert(hash.clone(), key);
    Ok(Reply::success(&hash).after(state.delays.hash))
}

/// The room by number, or by its external id where both halves are given.
fn key(context: &Context<'_>, options: &Value) -> Result<RoomKey, Reply> {
    // Also the wrapped form is taken here, unlike for `user`.
    let options = options.get("roomOptionsDTO").unwrap_or(options);
    let number = |name: &str| match text(options, name) {
        Some(value) => value
            .parse::<i64>()
            .map(Some)
            .map_err(|_| Reply::empty(400)),
        None => Ok(None),
    };
    let flag = |name: &str| text(options, name).as_deref() == Some("true");
    let part = |name: &str| text(options, name).filter(|value| !value.is_empty());
    let mut room = number("roomId")?;
    if let (Some(kind), Some(id)) = (part("externalType"), part("externalRoomId")) {
        let rooms = &context.state.world.rooms;
        let found = rooms.iter().find(|room| {
            room.external_type.as_deref() == Some(&kind) && room.external_id.as_deref() == Some(&id)
        });
        room = found.map(|room| room.id);
    }
    Ok(RoomKey {
        sid: context.sid().unwrap_or_default().to_owned(),
        room,
        moderator: flag("moderator"),
        for_ever: flag("allowSameURLMultipleTimes"),
        used_by: None,
    })
}

/// A form field that must hold a JSON object; anything else is a bad request.
fn json_field(context: &Context<'_>, name: &str) -> Result<Option<Value>, Reply> {
    let Some(text) = context.request.field(name) else {
        return Ok(None);
    };
    match serde_json::from_str(text) {
        Ok(value @ Value::Object(_)) => Ok(Some(value)),
        _ => Err(Reply::empty(400)),
    }
}

/// A value as a text, whatever JSON it was.
fn text(value: &Value, name: &str) -> Option<String> {
    match value.get(name) {
        None | Some(Value::Null) => None,
        Some(Value::String(text)) => Some(text.clone()),
        Some(other) => Some(other.to_string()),
    }
}

fn null(call: &str, what: &str, package: &str) -> Reply {
    Reply::failure(&format!(
        "Cannot invoke \"org.apache.openmeetings.db.{package}.{call}\" because \"{what}\" is null"
    ))
}

pub(super) fn all(context: &mut Context<'_>) -> Result<Reply, Reply> {
    context.authorise(Right::Soap)?;
    let users: Vec<String> = context.state.world.users.iter().map(list_json).collect();
    Ok(Reply::json(wrapped_list("userDTO", &users)))
}

pub(super) fn add(context: &mut Context<'_>) -> Result<Reply, Reply> {
    let field = context.request.field("user").unwrap_or_default();
    let Ok(value) = serde_json::from_str::<Value>(field) else {
        return Err(Reply::container_page(500, "Internal Server Error"));
    };
    context.authorise(Right::Soap)?;
    let value = value.get("userDTO").unwrap_or(&value);
    let part = |name: &str| text(value, name).unwrap_or_default();
    let password = part("password");
    let weakness = weakness(&password);
    if !weakness.is_empty() {
        return Err(Reply::failure(&weakness));
    }
    let state = &mut *context.state;
    let named = |user: &User| user.login.to_lowercase() == part("login").to_lowercase();
    if state
        .world
        .users
        .iter()
        .any(|user| named(user) && !user.deleted)
    {
        return Err(Reply::failure("error.login.inuse"));
    }
    // Every account gets these, whatever else was asked for.
    let mut rights = vec![Right::Room, Right::Login, Right::Dashboard];
    let wanted = value.get("rights").cloned().unwrap_or_default();
    let wanted: Vec<Right> = serde_json::from_value(wanted).unwrap_or_default();
    rights.extend(
        wanted
            .into_iter()
            .filter(|right| ![Right::Room, Right::Login, Right::Dashboard].contains(right)),
    );
    let address = value.get("address").cloned().unwrap_or_default();
    let user = User {
        id: state.world.next_user_id(),
        login: part("login"),
        password,
        firstname: part("firstname"),
        lastname: part("lastname"),
        email: text(&address, "email").unwrap_or_default(),
        rights,
        time_zone_id: text(value, "timeZoneId").unwrap_or_else(|| "Europe/Berlin".to_owned()),
        language_id: part("languageId").parse().unwrap_or(1),
        group: state.world.groups.first().map(|group| group.id),
        inserted: Some(state.now()),
        country: Some(text(&address, "country").unwrap_or_default()),
        ..User::default()
    };
    let reply = Reply::json(wrapped("userDTO", &single_json(&user, state)));
    state.world.users.push(user);
    Ok(reply)
}

/// What is wrong with a password, a line each.
fn weakness(password: &str) -> String {
    let special = "!@#$%^&*][";
    let checks = [
        (
            password.chars().count() < 4,
            "minimum password length is 4".to_owned(),
        ),
        (
            !password.chars().any(char::is_lowercase),
            "at least 1 lower-case letter is required".to_owned(),
        ),
        (
            !password.chars().any(char::is_uppercase),
            "at least 1 upper-case letter is required".to_owned(),
        ),
        (
            !password.chars().any(|c| c.is_ascii_digit()),
            "at least 1 digit is required".to_owned(),
        ),
        (
            !password.chars().any(|c| special.contains(c)),
            format!("at least 1 special symbol '{special}' is required"),
        ),
    ];
    let lines = checks
        .iter()
        .filter(|(weak, _)| *weak)
        .map(|(_, why)| format!("'Weak' password: {why}"));
    let lines: Vec<String> = lines.collect();
    if lines.is_empty() {
        String::new()
    } else {
        lines.join("\n") + "\n"
    }
}

pub(super) fn delete(context: &mut Context<'_>) -> Result<Reply, Reply> {
    let id = context.number(0)?;
    context.authorise(Right::Admin)?;
    if let Some(user) = context
        .state
        .world
        .users
        .iter_mut()
        .find(|user| user.id == id)
    {
        user.deleted = true;
    }
    Ok(Reply::success("Deleted"))
}

fn rights(user: &User) -> Vec<String> {
    user.rights
        .iter()
        .filter_map(|right| serde_json::to_value(right).ok()?.as_str().map(quoted))
        .collect()
}

fn kind(user: &User) -> &'static str {
    match user.kind {
        UserKind::User => "USER",
        UserKind::Ldap => "LDAP",
        UserKind::Oauth => "OAUTH",
        UserKind::External => "EXTERNAL",
        UserKind::Contact => "CONTACT",
    }
}

/// An account by writer J, as lists hold it.
pub(super) fn list_json(user: &User) -> String {
    let created = user.inserted.map_or(0, jiff::Timestamp::as_millisecond);
    let address = JObject::default()
        .raw("created", created)
        .raw("deleted", false)
        .optional("country", user.country.as_deref())
        .text("mail", &user.email);
    let rights: Vec<String> = rights(user);
    JObject::default()
        .raw("id", user.id)
        .text("login", &user.login)
        .text("firstname", &user.firstname)
        .text("lastname", &user.lastname)
        .list("rights", &rights)
        .raw("languageId", user.language_id)
        .raw("address", address.finish())
        .text("timeZoneId", &user.time_zone_id)
        .optional("externalId", user.external_id.as_deref())
        .optional("externalType", user.external_type.as_deref())
        .raw("type", guessed(kind(user)))
        .finish()
}

/// An account by writer O, single or inside an appointment.
pub(super) fn single_json(user: &User, state: &State) -> String {
    let mut address = OObject::default()
        .optional("country", user.country.as_deref())
        .raw("deleted", false)
        .text("email", &user.email)
        .raw("id", user.id);
    if let Some(inserted) = user.inserted {
        address = address.raw("inserted", java_date(inserted, state));
    }
    let rights = rights(user);
    OObject::default()
        .raw("address", address.finish())
        .text("firstname", &user.firstname)
        .raw("id", user.id)
        .raw("languageId", user.language_id)
        .text("lastname", &user.lastname)
        .text("login", &user.login)
        .list("rights", &rights)
        .text("timeZoneId", &user.time_zone_id)
        .optional("externalId", user.external_id.as_deref())
        .optional("externalType", user.external_type.as_deref())
        .text("type", kind(user))
        .finish()
}

/// The getters of a `java.util.Date`, as the bean writer finds them.
fn java_date(instant: jiff::Timestamp, state: &State) -> String {
    let local = instant.to_zoned_datetime(state.zone.clone());
    OObject::default()
        .raw("date", local.day())
        .raw("day", local.weekday().to_sunday_zero_offset())
        .raw("hours", local.hour())
        .raw("minutes", local.minute())
        .raw("month", local.month() - 1)
        .raw("ownerField", 1)
        .raw("seconds", local.second())
        .raw("time", instant.as_millisecond())
        .raw("timezoneOffset", -local.offset().seconds() / 60)
        .raw("year", i32::from(local.year()) - 1900)
        .finish()
}
