//! Linux: browsers are desktop entries that handle https.

mod handler;
mod preferred;

use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, io};

use freedesktop_desktop_entry::DesktopEntry;

use super::Browser;
use preferred::Places;

pub use handler::handler_of;

const HTTPS: &str = "x-scheme-handler/https";

/// The browsers of this computer, by name.
pub fn found(locale: Option<&str>) -> Vec<Browser> {
    let locales: Vec<String> = locale
        .into_iter()
        .flat_map(|locale| [locale.replace('-', "_"), language_of(locale).to_owned()])
        .collect();
    let mut browsers: Vec<Browser> = preferred::entries()
        .entries(Some(&locales))
        .filter(is_browser)
        .map(|entry| Browser {
            name: entry
                .full_name(&locales)
                .map_or_else(|| entry.id().to_owned(), |name| name.trim().to_owned()),
            id: entry.id().to_owned(),
        })
        .collect();
    browsers.sort();
    // The same entry in the person's folder and in the system's: the first counts.
    browsers.dedup_by(|a, b| a.id == b.id);
    browsers
}

fn language_of(locale: &str) -> &str {
    locale.split(['-', '_', '.']).next().unwrap_or(locale)
}

fn is_browser(entry: &DesktopEntry) -> bool {
    let handles_https = entry
        .mime_type()
        .is_some_and(|types| types.contains(&HTTPS));
    handles_https && !entry.no_display() && !entry.hidden() && entry.exec().is_some()
}

/// Opens an address in the browser the person prefers.
pub(super) fn open(url: &str) -> io::Result<()> {
    let scheme = url.split(':').next().unwrap_or_default();
    let preferred = knows_the_desktop().then(|| Places::of_desktop().handler_of(scheme));
    let started = match preferred.flatten().filter(takes_address) {
        Some(entry) => start(&entry, url).is_ok(),
        None => false,
    };
    if started {
        return Ok(());
    }
    open::that_detached(url)
}

/// Whether the entry can be given an address without a terminal around it.
fn takes_address(entry: &DesktopEntry) -> bool {
    let exec = entry.exec().unwrap_or_default();
    !entry.terminal() && ["%u", "%U"].iter().any(|code| exec.contains(code))
}

/// In a sandbox the lists are not those of the desktop, and who sets `BROWSER`
/// wants that one.
fn knows_the_desktop() -> bool {
    !is_sandboxed() && env::var_os("BROWSER").is_none()
}

fn is_sandboxed() -> bool {
    Path::new("/.flatpak-info").exists() || env::var_os("SNAP").is_some()
}

/// Opens an address in a certain browser.
pub(super) fn open_in(id: &str, url: &str) -> io::Result<()> {
    let entry = Places::of_desktop().entry(id).filter(is_browser);
    start(&entry.ok_or_else(|| gone(id))?, url)
}

fn gone(id: &str) -> io::Error {
    let text = format!("the browser {id} is not installed");
    io::Error::new(io::ErrorKind::NotFound, text)
}

/// Starts a browser as its entry says, in a process group of its own, so that it
/// outlives the launcher.
fn start(entry: &DesktopEntry, url: &str) -> io::Result<()> {
    let words = entry
        .parse_exec_with_uris::<&str>(&[url], &[])
        .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error.to_string()))?;
    let (program, arguments) = words.split_first().ok_or_else(|| gone(entry.id()))?;
    let mut command = Command::new(program);
    command
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn()?;
    // Somebody has to take its exit status, or it stays as a zombie.
    std::thread::spawn(move || child.wait());
    Ok(())
}
