//! Whether nobody can be there: the screen is locked, or the computer sleeps.
//!
//! [`presence`](crate::presence) answers the question of a moment; here somebody
//! is told when the answer changes.

#[cfg_attr(target_os = "linux", path = "away/linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "away/none.rs")]
mod system;

use std::convert::Infallible;

use crate::local::Local;

/// Keeps [`Local::away`] true to the desktop for as long as it is awaited.
pub(crate) async fn watch(local: &Local) -> Infallible {
    system::follow(|away| local.set_away(away)).await
}
