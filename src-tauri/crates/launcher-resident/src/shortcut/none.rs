//! Where a toolkit gives the keys there is no other way to them.

use tokio::sync::mpsc;

use super::{Keys, Refused};

pub(super) enum Bound {}

#[expect(clippy::unused_async, reason = "as the other systems have it")]
pub(super) async fn bind(_: &Keys, _: &str, _: mpsc::Sender<()>) -> Result<Bound, Refused> {
    Err(Refused::Unsupported)
}
