//! The built programs on a desktop of their own: a display nobody sees, a bus, a
//! keychain, a browser, a server, and somebody who clicks.
//!
//! Nothing of the launcher is linked in here: what is tested is what people run.
//! Whatever goes otherwise than it should ends the test with a sentence.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "these are tests, and their tools"
)]

pub mod app;
pub mod bench;
pub mod browser;
pub mod desktop;
mod devtools;
pub mod keychain;
pub mod logind;
pub mod notifications;
pub mod portal;
pub mod processes;
pub mod programs;
pub mod screen;
pub mod server;
pub mod status_notifier;
pub mod traces;
pub mod tray;
pub mod update_server;
pub mod wait;
pub mod watch;
mod webdriver;
pub mod x11;

pub use app::App;
pub use browser::Browser;
pub use desktop::Desktop;
pub use keychain::Keychain;
pub use logind::Logind;
pub use notifications::Notifications;
pub use portal::Portal;
pub use status_notifier::StatusNotifier;
