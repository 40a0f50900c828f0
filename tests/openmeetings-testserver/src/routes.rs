//! Which path and method lead where, and what the container says where none does.

mod appointment;
mod calendar;
mod error_text;
mod group;
mod info;
mod pages;
mod room;
mod user;

use crate::http::{Reply, Request};
use crate::state::State;

/// A call being answered. A route ends early by returning the refusal.
pub(crate) struct Context<'a> {
    pub(crate) state: &'a mut State,
    pub(crate) request: &'a Request,
    /// The variable parts of the path.
    arguments: Vec<&'a str>,
}

type Route = fn(&mut Context<'_>) -> Result<Reply, Reply>;

impl<'a> Context<'a> {
    pub(crate) fn argument(&self, index: usize) -> &'a str {
        self.arguments.get(index).copied().unwrap_or_default()
    }

    /// A number in the path; anything else is no path at all.
    pub(crate) fn number(&self, index: usize) -> Result<i64, Reply> {
        self.argument(index).parse().map_err(|_| Reply::empty(404))
    }

    pub(crate) fn sid(&self) -> Option<&'a str> {
        self.request.query("sid")
    }

    /// The account, if it has the right.
    pub(crate) fn authorise(&mut self, right: crate::world::Right) -> Result<i64, Reply> {
        self.state.authorise(self.sid(), right)
    }
}

/// Method, path below `services` (`{}` is a variable part), and whether it
/// reads a form.
const ROUTES: [(&str, &str, Route); 37] = [
    ("GET", "info/version", info::version),
    ("GET", "info/health", info::health),
    ("GET", "info/manifest.webmanifest", info::manifest),
    ("GET", "error/{}/{}", error_text::text),
    ("POST", "error/report", error_text::report),
    ("GET", "user/login", user::login),
    ("POST", "user/login", user::login),
    ("POST", "user/hash", user::hash),
    ("GET", "user", user::all),
    ("POST", "user", user::add),
    ("DELETE", "user/{}", user::delete),
    ("GET", "room/public/{}", room::public),
    ("GET", "room/count/{}", room::count),
    ("GET", "room/users/{}", room::users),
    ("GET", "room/close/{}", room::close),
    ("GET", "room/open/{}", room::open),
    ("GET", "room/kick/{}", room::kick),
    ("GET", "room/kick/{}/{}/{}", room::kick),
    ("POST", "room/hash", room::invite),
    ("GET", "room/{}", room::one),
    ("GET", "room/{}/{}/{}", room::external),
    ("POST", "room", room::add),
    ("DELETE", "room/{}", room::delete),
    ("GET", "calendar/next", calendar::next),
    ("GET", "calendar/next/{}", calendar::next_of),
    ("GET", "calendar/room/{}", calendar::by_room),
    ("GET", "calendar/title/{}", calendar::by_title),
    ("GET", "calendar/{}/{}", calendar::range),
    ("GET", "calendar/{}/{}/{}", calendar::range_of),
    ("POST", "calendar", appointment::save),
    ("DELETE", "calendar/{}", appointment::delete),
    ("GET", "group", group::all),
    ("POST", "group/{}/users/{}", group::add_user),
    ("DELETE", "group/{}/users/{}", group::remove_user),
    ("GET", "record/room/{}", room::recordings),
    ("GET", "record/{}", room::recordings),
    ("GET", "record/{}/{}", room::recordings),
];

/// Answers a request below the base path.
pub(crate) fn answer(state: &mut State, request: &Request) -> Reply {
    let segments: Vec<&str> = request.segments.iter().map(String::as_str).collect();
    let reply = match segments.as_slice() {
        ["services", rest @ ..] => {
            let reply = service(state, request, rest);
            match &state.headers.allow_origin {
                Some(origin) => reply.header("access-control-allow-origin", origin),
                None => reply,
            }
        }
        _ if !matches!(request.method.as_str(), "GET" | "POST") => {
            Reply::container_page(403, "Forbidden")
        }
        _ => pages::answer(state, request),
    };
    let is_get = request.method != "POST";
    let has_own = reply
        .headers
        .iter()
        .any(|(name, _)| *name == "cache-control");
    if is_get && !has_own {
        reply.header("cache-control", "private")
    } else {
        reply
    }
}

fn service(state: &mut State, request: &Request, path: &[&str]) -> Reply {
    match request.method.as_str() {
        "HEAD" | "TRACE" => return Reply::container_page(403, "Forbidden"),
        "GET" if path == ["services"] => return pages::services_list(),
        _ => {}
    }
    let fitting: Vec<(&str, Vec<&str>, Route)> = ROUTES
        .into_iter()
        .filter_map(|(method, pattern, route)| {
            matched(pattern, path).map(|arguments| (method, arguments, route))
        })
        .collect();
    let fewest = fitting
        .iter()
        .map(|(_, arguments, _)| arguments.len())
        .min();
    let Some(fewest) = fewest else {
        return unknown(path);
    };
    if request.method == "OPTIONS" {
        return Reply::empty(200).with_allow();
    }
    let route = fitting
        .into_iter()
        .filter(|(method, ..)| *method == request.method)
        .min_by_key(|(_, arguments, _)| arguments.len());
    match route {
        // A call that has only this one wrong method: longer literals win over
        // variable parts also here.
        Some((_, arguments, _)) if arguments.len() > fewest => Reply::empty(405).with_allow(),
        None => Reply::empty(405).with_allow(),
        Some((_, arguments, route)) => refused_by_type(request).unwrap_or_else(|| {
            let mut context = Context {
                state,
                request,
                arguments,
            };
            route(&mut context).unwrap_or_else(|refusal| refusal)
        }),
    }
}

/// 404: with `Allow` where the service exists and only the call does not.
fn unknown(path: &[&str]) -> Reply {
    let service = path.first().copied().unwrap_or_default();
    let exists = ROUTES
        .iter()
        .any(|(_, pattern, _)| pattern.split('/').next() == Some(service));
    let reply = Reply::empty(404);
    if exists { reply.with_allow() } else { reply }
}

/// The values of the variable parts, if the path has this shape.
fn matched<'a>(pattern: &str, path: &[&'a str]) -> Option<Vec<&'a str>> {
    let pattern: Vec<&str> = pattern.split('/').collect();
    if pattern.len() != path.len() {
        return None;
    }
    let mut arguments = Vec::new();
    for (expected, given) in pattern.iter().zip(path) {
        if *expected == "{}" {
            arguments.push(*given);
        } else if expected != given {
            return None;
        }
    }
    Some(arguments)
}

/// 415 for a body of a kind no call takes, 406 if JSON is not wanted back.
fn refused_by_type(request: &Request) -> Option<Reply> {
    if request.method == "POST"
        && let Some(kind) = request.header("content-type")
    {
        let is_form = kind.starts_with("application/x-www-form-urlencoded")
            || kind.starts_with("multipart/form-data");
        if !is_form {
            return Some(Reply::empty(415));
        }
    }
    let accept = request.header("accept").unwrap_or("*/*");
    let wants_json = accept.split(',').any(|kind| {
        matches!(
            kind.split(';').next().unwrap_or_default().trim(),
            "*/*" | "application/*" | "application/json"
        )
    });
    (!wants_json).then(|| Reply::empty(406))
}
