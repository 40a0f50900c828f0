//! [`Action`]: what an entry of the tray or a button of a notification does.

use crate::intent::Intent;
use crate::view::Wanted;

/// What happens when it is chosen.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The resident is asked.
    Ask(Intent),
    /// The window comes to the front, and shows this first if anything.
    Show(Option<Wanted>),
}
