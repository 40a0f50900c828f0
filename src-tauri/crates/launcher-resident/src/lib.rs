//! The process of OpenMeetings Launcher that stays: it owns the state, and has a
//! door through which the window and the command line look at it and ask.
//!
//! [`Access`] is the way in for viewers, whether the resident is behind the door
//! or in the same process; [`Resident`] is the other side.

mod access;
mod act;
mod alarm;
pub mod app_image;
mod autostart;
mod away;
mod clipboard;
mod closing;
pub mod crash;
pub mod doctor;
mod door;
pub mod folders;
mod handed;
mod knock;
mod local;
pub mod locale;
pub mod logging;
pub mod memory;
mod near;
mod network;
mod notes;
mod notify;
mod perform;
mod pictures;
mod policy;
mod presence;
mod protocol;
mod refresh;
mod reminders;
mod report;
mod resident;
mod session;
mod shortcut;
mod shown;
mod spawn;
pub mod system;
#[cfg(all(test, target_os = "linux"))]
mod test_bus;
mod toolkit;
mod tray;
mod trouble;
mod warm;

pub use access::{Access, Connection, Opened, Start, Views};
pub use autostart::Autostart;
pub use door::Place;
pub use folders::Folders;
pub use handed::for_resident;
pub use local::{Clock, Exit, Local, Surroundings};
pub use protocol::{Build, Viewer};
pub use resident::{Begin, Options, Resident};
pub use toolkit::{Grabbed, Pressed, Toolkit};
