//! Handing an address to the system browser.

use std::io;
use std::sync::Arc;

use openmeetings_client::JoinLink;

/// Opens an address. `Ok` only means that something was started: whether a
/// window appeared, nobody can tell. The launcher uses the system browser, the
/// command line may print instead, and tests record.
pub type OpenUrl = Arc<dyn Fn(&JoinLink) -> io::Result<()> + Send + Sync>;

/// The browser of the system's settings.
pub fn system_browser() -> OpenUrl {
    Arc::new(|link| open::that_detached(link.expose_url()))
}
