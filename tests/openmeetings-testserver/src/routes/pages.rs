//! What a browser sees: the room behind a key or an invitation, and a sign-in
//! page that remembers which room was asked for.

use jiff::SignedDuration;

use crate::http::{Reply, Request, escaped};
use crate::state::{Browser, InvitationRule, RoomKey, State};
use crate::world::{Right, Room, User, UserKind};

const COOKIE: &str = "JSESSIONID";

/// Said by every page, also without encryption.
const STRICT_TRANSPORT: &str = "max-age=31536000; includeSubDomains; preload";

/// Doors open this long before an invitation's period.
const BEFORE: SignedDuration = SignedDuration::from_mins(5);

pub(super) fn answer(state: &mut State, request: &Request) -> Reply {
    let path: Vec<&str> = request
        .segments
        .iter()
        .map(|part| part.split(';').next().unwrap_or_default())
        .collect();
    let reply = match path.as_slice() {
        [] => start(state, request),
        ["hash"] => hash(state, request),
        ["ping"] => Reply::empty(200)
            .header("content-type", "text/plain;charset=UTF-8")
            .header("cache-control", "max-age=31536000")
            .body("pong"),
        ["signin"] => sign_in(state, request),
        ["enter", room] => enter(state, request, room),
        _ => return Reply::container_page(404, "Not Found"),
    };
    let is_page = reply.headers.iter().any(|(name, kind)| {
        // Pings are of another kind, and say nothing.
        *name == "content-type" && kind.starts_with("text/html")
    });
    if is_page && state.headers.strict_transport {
        reply.header("strict-transport-security", STRICT_TRANSPORT)
    } else {
        reply
    }
}

pub(super) fn services_list() -> Reply {
    Reply::empty(200)
        .header("content-type", "text/html; charset=UTF-8")
        .body("<!DOCTYPE html>\n<html><head><title>CXF - Service list</title></head><body></body></html>\n")
}

/// The page with the fragment: script turns `#room/2` into a question for it.
fn start(state: &State, request: &Request) -> Reply {
    let signed_in = browser(state, request).is_some_and(|browser| browser.user.is_some());
    if !signed_in {
        return Reply::empty(302).header("location", "signin");
    }
    Reply::page(
        "OpenMeetings",
        "<p id=\"room\">You are on the dashboard.</p>\n<script>\n\
         const room = location.hash.match(/^#room\\/(.+)$/);\n\
         if (room) fetch('enter/' + room[1]).then((answer) => answer.text()).then((text) => {\n\
           document.getElementById('room').textContent = text;\n\
         });\n</script>",
    )
}

fn sign_in(state: &mut State, request: &Request) -> Reply {
    let form = "<form method=\"post\"><input name=\"login\"><input name=\"password\" type=\"password\">\
                <button>Sign in</button></form>";
    if request.method != "POST" {
        return Reply::page("Sign in", form);
    }
    let (login, password) = (
        request.field("login").unwrap_or_default(),
        request.field("password").unwrap_or_default(),
    );
    let found = state
        .world
        .users
        .iter()
        .find(|user| user.login == login && user.password == password && !password.is_empty());
    let Some(user) = found else {
        return Reply::page(
            "Sign in",
            &format!("<p>Username/email and/or password are incorrect.</p>{form}"),
        );
    };
    let browser = Browser {
        name: full_name(user),
        user: Some(user.id),
    };
    let cookie = open_browser(state, browser);
    Reply::empty(303)
        .header("location", "./")
        .header("set-cookie", &cookie)
}

/// The room of `#room/…` for whoever is signed in, as plain text.
fn enter(state: &State, request: &Request, room: &str) -> Reply {
    let text = |text: &str| {
        Reply::empty(200)
            .header("content-type", "text/plain;charset=UTF-8")
            .body(text)
    };
    let Some(browser) = browser(state, request) else {
        return Reply::empty(403);
    };
    let found = state.world.rooms.iter().find(|known| {
        !known.deleted && (known.id.to_string() == room || known.tag.as_deref() == Some(room))
    });
    match found {
        Some(found) if found.is_public => text(&format!(
            "You are in room {} as {}",
            found.name, browser.name
        )),
        Some(_) => text("You have no rights to enter this room."),
        None => text("You are on the dashboard."),
    }
}

fn hash(state: &mut State, request: &Request) -> Reply {
    // If both are there, the page shows the invitation.
    if let Some(hash) = request.query("invitation") {
        return invitation(state, hash);
    }
    match request.query("secure") {
        Some(hash) => secure(state, request, hash),
        None => invalid(),
    }
}

fn invalid() -> Reply {
    Reply::page(
        "Invalid hash",
        "<h1>Invalid hash</h1>\n<p>Access denied. You have no rights to enter this room.</p>",
    )
}

/// Lets the visitor of a key in, once, and hands the session that made the key
/// over to him.
fn secure(state: &mut State, request: &Request, hash: &str) -> Reply {
    let browser = request.cookie(COOKIE).map(str::to_owned);
    let Some(key) = state.hashes.get(hash).cloned() else {
        return invalid();
    };
    let reload = key.used_by.is_some() && key.used_by == browser;
    let spent = key.used_by.is_some() && !key.for_ever;
    if state.user_of(Some(&key.sid)).is_none() || (spent && !reload) {
        return invalid();
    }
    let name = hand_over(state, &key);
    let page = match key.room.and_then(|room| state.world.room(room)) {
        Some(room) => room_page(room, &name, key.moderator),
        None => invalid(),
    };
    if reload {
        return page;
    }
    let cookie = open_browser(state, Browser { name, user: None });
    let session = cookie.split(['=', ';']).nth(1).map(str::to_owned);
    if let Some(key) = state.hashes.get_mut(hash) {
        key.used_by = session;
    }
    page.header("set-cookie", &cookie)
}

/// The session's account becomes the external user, with the right `ROOM` only.
fn hand_over(state: &mut State, key: &RoomKey) -> String {
    let visitor = state
        .sessions
        .get(&key.sid)
        .and_then(|session| session.visitor.clone())
        .unwrap_or_default();
    let same = |user: &User| {
        user.kind == UserKind::External
            && user.external_id == visitor.external_id
            && user.external_type == visitor.external_type
    };
    let known = state
        .world
        .users
        .iter()
        .find(|user| same(user))
        .map(|user| user.id);
    let id = known.unwrap_or_else(|| {
        let id = state.world.next_user_id();
        state.world.users.push(User {
            id,
            login: visitor.login.clone().unwrap_or_default(),
            email: visitor.email.clone().unwrap_or_default(),
            rights: vec![Right::Room],
            kind: UserKind::External,
            external_id: visitor.external_id.clone(),
            external_type: visitor.external_type.clone(),
            inserted: Some(state.clock.now()),
            language_id: 1,
            ..User::default()
        });
        id
    });
    if let Some(user) = state.world.users.iter_mut().find(|user| user.id == id) {
        user.firstname = visitor.firstname.unwrap_or_default();
        user.lastname = visitor.lastname.unwrap_or_default();
    }
    if let Some(session) = state.sessions.get_mut(&key.sid) {
        session.user = id;
    }
    state.world.user(id).map(full_name).unwrap_or_default()
}

fn invitation(state: &mut State, hash: &str) -> Reply {
    let now = state.now();
    let Some(invitation) = state.invitations.get_mut(hash) else {
        return Reply::page("Invitation", "<p>This invitation code is not known.</p>");
    };
    match invitation.rule {
        InvitationRule::OneTime if invitation.used => {
            return Reply::page(
                "Invitation",
                "<p>This invitation can be used once and was used already.</p>",
            );
        }
        InvitationRule::Period { from, to }
            if now > to || now < from.saturating_sub(BEFORE).unwrap_or(from) =>
        {
            return Reply::page(
                "Invitation",
                "<p>This invitation is valid in another period.</p>",
            );
        }
        InvitationRule::Endless | InvitationRule::OneTime | InvitationRule::Period { .. } => {}
    }
    invitation.used = true;
    let (room, guest) = (invitation.room, invitation.guest.clone());
    match state.world.room(room) {
        Some(room) => room_page(room, &guest, false),
        None => invalid(),
    }
}

fn room_page(room: &Room, name: &str, moderator: bool) -> Reply {
    if room.closed {
        return Reply::page("Room closed", "<p>This room is closed.</p>");
    }
    let role = if moderator { " (moderator)" } else { "" };
    let text = format!(
        "You are in room {} as {}{role}",
        escaped(&room.name),
        escaped(name.trim())
    );
    Reply::page(&escaped(&room.name), &format!("<h1>{text}</h1>"))
}

fn full_name(user: &User) -> String {
    format!("{} {}", user.firstname, user.lastname)
        .trim()
        .to_owned()
}

fn browser<'a>(state: &'a State, request: &Request) -> Option<&'a Browser> {
    state.browsers.get(request.cookie(COOKIE)?)
}

fn open_browser(state: &mut State, browser: Browser) -> String {
    let id = uuid::Uuid::new_v4().simple().to_string().to_uppercase();
    state.browsers.insert(id.clone(), browser);
    format!("{COOKIE}={id}; Path=/; HttpOnly; SameSite=Lax")
}
