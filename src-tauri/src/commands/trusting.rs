//! Whom a server is taken for: what the person decides about it.

use launcher_core::KeyFingerprint;
use launcher_core::intent::{Intent, TrustDecision};
use launcher_core::profile::ProfileId;
use tauri::{AppHandle, State};

use super::Outcome;
use crate::dialogs;
use crate::looking::Looking;

/// Trusts the key that was shown: of a saved server or, without one, of that which is
/// being added.
#[tauri::command]
pub(super) async fn trust_key(
    at: State<'_, Looking>,
    profile: Option<ProfileId>,
    key: KeyFingerprint,
) -> Outcome {
    let decision = TrustDecision::Key { key };
    at.done(Intent::Trust { profile, decision }).await
}

/// The same with the authorities of a file that the person chooses; false if she
/// thought better of it.
#[tauri::command]
pub(super) async fn trust_file(
    app: AppHandle,
    at: State<'_, Looking>,
    profile: Option<ProfileId>,
) -> Outcome<bool> {
    let Some((pem, path)) = dialogs::certificates(&app).await? else {
        return Ok(false);
    };
    let decision = TrustDecision::Authorities { pem, path };
    let intent = Intent::Trust { profile, decision };
    at.done(intent).await.map(|()| true)
}

#[tauri::command]
pub(super) async fn take_back_trust(at: State<'_, Looking>, profile: Option<ProfileId>) -> Outcome {
    let decision = TrustDecision::TakeBack;
    at.done(Intent::Trust { profile, decision }).await
}
