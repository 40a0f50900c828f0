//! [`Looking`]: the window's way to the resident, which may still be starting.

use std::sync::Arc;
use std::time::Instant;

use launcher_core::error::ErrorView;
use launcher_core::intent::{Answer, Intent};
use launcher_core::secret::Password;
use launcher_core::view::Everything;
use launcher_resident::{Access, Reached};
use tokio::sync::watch;

/// The way to the resident. Clones are the same way.
#[derive(Clone, Debug)]
pub(crate) struct Looking {
    reached: watch::Receiver<Option<Result<Arc<Access>, ErrorView>>>,
    began: Instant,
}

impl Looking {
    /// Connects to the resident, and starts it if there is none.
    pub(crate) fn begin(began: Instant) -> Self {
        let (sender, reached) = watch::channel(None);
        tauri::async_runtime::spawn(async move {
            let outcome = launcher_resident::reach_for_window().await;
            if let Ok(Reached::AlreadyOpen) = outcome {
                // The other window comes to the front.
                std::process::exit(0);
            }
            todo!()
        });
        Self { reached, began }
    }
}
