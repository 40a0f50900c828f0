//! Linux: browsers are desktop entries that handle https.

use std::io;
use std::process::{Command, Stdio};

use freedesktop_desktop_entry::{DesktopEntry, Iter, default_paths};

use super::Browser;

const HTTPS: &str = "x-scheme-handler/https";

/// The browsers of this computer, by name.
pub fn found(locale: Option<&str>) -> Vec<Browser> {
    let locales: Vec<String> = locale
        .into_iter()
        .flat_map(|locale| [locale.replace('-', "_"), language_of(locale).to_owned()])
        .collect();
    let mut browsers: Vec<Browser> = Iter::new(default_paths())
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

/// Starts the browser as its entry says, in a process group of its own, so that
/// it outlives the launcher.
pub(super) fn open_in(id: &str, url: &str) -> io::Result<()> {
    let gone = || {
        io::Error::new(
            io::ErrorKind::NotFound,
            format!("the browser {id} is not installed"),
        )
    };
    let entry = Iter::new(default_paths())
        .entries::<&str>(None)
        .find(|entry| entry.id() == id && is_browser(entry))
        .ok_or_else(gone)?;
    let words = entry
        .parse_exec_with_uris::<&str>(&[url], &[])
        .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error.to_string()))?;
    let (program, arguments) = words.split_first().ok_or_else(gone)?;
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
