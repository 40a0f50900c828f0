//! Windows and macOS: the system's choice only. Which browsers there are stands
//! in the registry and in Launch Services, which need code of their own.

use std::io;

use super::{Browser, Handler};

/// None: only the system's choice is offered.
pub fn found(_locale: Option<&str>) -> Vec<Browser> {
    Vec::new()
}

/// Not looked at: only the system's choice is opened.
pub fn handler_of(_scheme: &str) -> Handler {
    Handler::NotLooked
}

/// Opens an address in the browser of the system's settings.
pub(super) fn open(url: &str) -> io::Result<()> {
    open::that_detached(url)
}

/// A browser chosen on another system: by its name, as the shell knows it.
pub(super) fn open_in(id: &str, url: &str) -> io::Result<()> {
    open::with_detached(url, id)
}
