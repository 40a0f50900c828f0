//! The clipboard.

use launcher_core::error::{Code, LauncherError};
use launcher_core::launcher::Copied;

/// Puts texts on the clipboard.
#[derive(Default)]
pub(crate) struct Clipboard {}

impl Clipboard {
    #[expect(clippy::unused_async, clippy::unused_self, reason = "to come")]
    pub(crate) async fn put(&self, _copied: Copied) -> Result<(), LauncherError> {
        Err(LauncherError::new(Code::Interrupted))
    }
}
