//! Whom servers are taken for: trusted by a person who knows better, and taken back.

use jiff::Timestamp;
use openmeetings_client::KeyFingerprint;

use super::Launcher;
use super::profiles::unknown;
use crate::error::{Code, LauncherError, RefusedKey};
use crate::intent::TrustDecision;
use crate::profile::{Profile, ProfileId};
use crate::state::{AppState, Check, Meetings, SetupStage};
use crate::trust::{self, Endpoint, ServerTrust};

impl Launcher {
    /// Trusts one key of a saved server, or authorities for it, in place of what was
    /// trusted before; nothing takes it back. For all accounts on its host and port.
    pub fn trust_server(
        &self,
        id: &ProfileId,
        trust: Option<&ServerTrust>,
    ) -> Result<Profile, LauncherError> {
        let changed = self.change_profiles(|profiles| {
            let profile = profiles.iter().find(|profile| profile.id == *id);
            let base = profile
                .ok_or_else(|| unknown(id.as_str()))?
                .base_url
                .clone();
            trust::set(profiles, &base, trust);
            let profile = profiles.iter().find(|profile| profile.id == *id);
            profile.cloned().ok_or_else(|| unknown(id.as_str()))
        })?;
        // What was found out before was found out of somebody else.
        let at = Endpoint::from(&changed.base_url);
        self.inner.store.update(|state| {
            let there = state.profiles.iter().filter(|profile| at.has(profile));
            let ids: Vec<ProfileId> = there.map(|profile| profile.id.clone()).collect();
            state.checks.retain(|id, _| !ids.contains(id));
            true
        });
        Ok(changed)
    }

    /// Does what a person decided about a saved server or, without a profile, the one
    /// that is being added. Of keys only the one that was just shown can be trusted,
    /// and none of a server that shows another than before.
    pub async fn decide_trust(
        &self,
        profile: Option<&ProfileId>,
        decision: TrustDecision,
        now: Timestamp,
    ) -> Result<(), LauncherError> {
        let trust = match decision {
            TrustDecision::Key { key } => {
                if !self.read(|state| was_shown(state, profile, key)) {
                    return Err(LauncherError::new(Code::NothingToTrust));
                }
                Some(ServerTrust::Key(key))
            }
            TrustDecision::Authorities { pem, path } => {
                Some(ServerTrust::in_pem(pem.as_bytes(), &path)?)
            }
            TrustDecision::TakeBack => None,
        };
        self.trust(profile, trust, now).await
    }

    async fn trust(
        &self,
        profile: Option<&ProfileId>,
        trust: Option<ServerTrust>,
        now: Timestamp,
    ) -> Result<(), LauncherError> {
        if let Some(id) = profile {
            return self.trust_server(id, trust.as_ref()).map(drop);
        }
        let setup = self.read(|state| {
            let setup = state.setup.clone()?;
            let shown_at = refused_key(state, None).and_then(|refused| refused.server.clone());
            let at = shown_at.or_else(|| setup.trust.as_ref().map(|(at, _)| at.clone()));
            Some((setup, at?))
        });
        let Some((mut setup, at)) = setup else {
            return Err(LauncherError::new(Code::NothingToTrust));
        };
        setup.trust = trust.map(|trust| (at, trust));
        self.begin_setup(setup, now).await;
        Ok(())
    }
}

/// Whether a key can be trusted: the server in question showed it last, at the place it
/// is saved for, and none is trusted there yet.
fn was_shown(state: &AppState, profile: Option<&ProfileId>, key: KeyFingerprint) -> bool {
    let Some(shown) = refused_key(state, profile).filter(|shown| shown.key == key) else {
        return false;
    };
    let Some(saved) = profile.and_then(|id| state.profile(id)) else {
        return profile.is_none();
    };
    let is_there = shown.server.as_ref().is_none_or(|at| at.has(saved));
    let trusted = trust::of(&state.profiles, &saved.base_url);
    is_there && trusted.is_none_or(|trust| !matches!(trust, ServerTrust::Key(_)))
}

/// The key of the certificate that could not be verified last.
fn refused_key<'a>(state: &'a AppState, profile: Option<&ProfileId>) -> Option<&'a RefusedKey> {
    let Some(id) = profile else {
        return match &state.setup.as_ref()?.stage {
            SetupStage::Failed(error) => error.refused_key(),
            SetupStage::Checking { .. } | SetupStage::Found | SetupStage::Ready { .. } => None,
        };
    };
    match (state.checks.get(id), state.meetings.get(id)) {
        (Some(Check::Done { outcome, .. }), _) => outcome.as_ref().err()?.refused_key(),
        (Some(Check::Running(_)) | None, Some(Meetings::Stale { error, .. })) => {
            error.refused_key()
        }
        (Some(Check::Running(_)) | None, _) => None,
    }
}
