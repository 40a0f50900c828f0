//! What a server itself says about what it refused, in the person's language.

use std::time::Duration;

use openmeetings_client::{Client, Error, LanguageId};

use crate::error::LauncherError;

/// A courtesy: the sentence does not wait long for it.
const PATIENCE: Duration = Duration::from_secs(3);

/// A failed call, with the server's own words where it has some.
pub(crate) async fn in_the_servers_words(
    failed: LauncherError,
    client: &Client,
    error: &Error,
    language: LanguageId,
) -> LauncherError {
    let Some(key) = error.server_key() else {
        return failed;
    };
    let asked = tokio::time::timeout(PATIENCE, client.error_text(key, language)).await;
    failed.in_the_servers_words(asked.ok().and_then(Result::ok).flatten())
}
