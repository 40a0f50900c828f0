//! Who opens addresses of a scheme, as this desktop says.

use std::env;
use std::path::Path;

use freedesktop_desktop_entry::DesktopEntry;

use super::preferred::{self, Places};
use super::{is_sandboxed, knows_the_desktop};
use crate::browser::{Entry, Handler};

/// The program for addresses of a scheme: the one that is chosen, or else the
/// first that offers itself, as desktops do it.
pub fn handler_of(scheme: &str) -> Handler {
    let is_asked = match scheme {
        "http" | "https" => knows_the_desktop(),
        _ => !is_sandboxed(),
    };
    if !is_asked {
        return Handler::NotLooked;
    }
    let chosen = Places::of_desktop().handler_of(scheme);
    let kind = format!("x-scheme-handler/{scheme}");
    let offers = |entry: &DesktopEntry| {
        let types = entry.mime_type().unwrap_or_default();
        types.contains(&kind.as_str()) && !entry.hidden()
    };
    let offered = || preferred::entries().entries::<&str>(None).find(offers);
    match chosen.or_else(offered) {
        Some(entry) => Handler::Entry(described(&entry)),
        None => Handler::Nobody,
    }
}

fn described(entry: &DesktopEntry) -> Entry {
    let words = entry.parse_exec().unwrap_or_default();
    let started = words.first().map(String::as_str).unwrap_or_default();
    let file = Path::new(started).file_name().unwrap_or_default();
    let name = entry.full_name::<&str>(&[]);
    Entry {
        id: entry.id().to_owned(),
        name: name.map_or_else(|| entry.id().to_owned(), |name| name.trim().to_owned()),
        program: file.to_string_lossy().into_owned(),
        is_there: is_there(started),
    }
}

/// A name without a folder is looked for where shells look.
fn is_there(program: &str) -> bool {
    let path = Path::new(program);
    if path.is_absolute() {
        return path.is_file();
    }
    let folders = env::var_os("PATH").unwrap_or_default();
    !program.is_empty() && env::split_paths(&folders).any(|folder| folder.join(path).is_file())
}
