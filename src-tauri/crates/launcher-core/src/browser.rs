//! Handing an address to a browser: the system's choice, or another one that
//! was found on this computer.

#[cfg_attr(target_os = "linux", path = "browser/linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "browser/native.rs")]
mod imp;

use std::io;
use std::sync::Arc;

use crate::launcher::Opening;

pub use imp::{found, handler_of};

/// Opens an address, in a certain browser if one is named. `Ok` only means that
/// something was started: whether a window appeared, nobody can tell. The
/// launcher uses a real browser, the command line may print instead, and tests
/// record.
pub type OpenUrl = Arc<dyn Fn(&Opening, Option<&str>) -> io::Result<()> + Send + Sync>;

/// A browser of this computer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Browser {
    /// What the person calls it.
    pub name: String,
    /// What the system calls it.
    pub id: String,
}

/// Who opens addresses of a scheme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Handler {
    /// This system, or this sandbox, does not say.
    NotLooked,
    Nobody,
    Entry(Entry),
}

/// A program as the desktop knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What the system calls it.
    pub id: String,
    /// What the person calls it.
    pub name: String,
    /// The name of the file that is started, without its folder.
    pub program: String,
    /// Whether that file is there.
    pub is_there: bool,
}

/// The browser of the system's settings, or the one that is named.
pub fn system_browser() -> OpenUrl {
    Arc::new(|opening, browser| match browser {
        Some(id) => imp::open_in(id, opening.expose_url()),
        None => imp::open(opening.expose_url()),
    })
}
