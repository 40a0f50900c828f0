//! [`Turns`]: one refresh of a server at a time.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use openmeetings_client::BaseUrl;

/// Held by whoever asks a server.
type Turn = tokio::sync::Mutex<()>;

/// Whose turn it is at each server. Two accounts on one are the same load to it.
#[derive(Default)]
pub(super) struct Turns {
    of: Mutex<BTreeMap<(String, u16), Weak<Turn>>>,
}

impl Turns {
    /// To be locked for as long as the server is asked.
    pub(super) fn of(&self, base: &BaseUrl) -> Arc<Turn> {
        let mut turns = self.of.lock().unwrap_or_else(PoisonError::into_inner);
        turns.retain(|_, turn| turn.strong_count() > 0);
        let turn = turns
            .entry((base.host().to_owned(), base.port()))
            .or_default();
        turn.upgrade().unwrap_or_else(|| {
            let new = Arc::default();
            *turn = Arc::downgrade(&new);
            new
        })
    }
}
