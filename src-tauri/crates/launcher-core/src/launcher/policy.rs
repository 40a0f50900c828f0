//! What the organisation laid down, in force.

use openmeetings_client::BaseUrl;

use super::Launcher;
use crate::connect::Connector;
use crate::error::{Code, LauncherError};
use crate::policy::{Chosen, Policy};
use crate::profile::Profile;
use crate::settings::Settings;

impl Launcher {
    /// Takes over what the organisation lays down now.
    pub fn renew_policy(&self, policy: Policy) -> Result<(), LauncherError> {
        let _turn = self.keeping();
        if self.read(|state| state.policy == policy) {
            return Ok(());
        }
        let mut profiles = self.read(|state| state.profiles.clone());
        let mut failed = None;
        if policy.settle(&mut profiles) {
            match self.inner.file.settle(&profiles, &policy) {
                Ok(settled) => {
                    profiles = settled.profiles;
                    if let Some(said) = settled.set_aside {
                        self.tell(said);
                    }
                }
                // It is in force, whether it can be written or not.
                Err(error) => failed = Some(error),
            }
        }
        let trouble = policy.trouble();
        self.inner.store.update(|state| {
            state.settings = policy.settings(&state.memory.settings);
            state.policy = policy;
            state.profiles = profiles;
            state.agenda_changed();
            true
        });
        // It was made under the other one.
        self.cool_down();
        if let Some(trouble) = trouble {
            self.tell(trouble);
        }
        failed.map_or(Ok(()), Err)
    }

    /// Changes the settings; if they cannot be written, they stay as they were.
    pub fn change_settings(&self, settings: Settings) -> Result<(), LauncherError> {
        let settings = settings.within_bounds();
        let (policy, before) = self.read(|state| (state.policy.clone(), state.settings.clone()));
        let changed = Chosen::default().change(&before, &settings);
        let locked = policy.locked_settings();
        if let Some(field) = changed.into_iter().find(|field| locked.contains(field)) {
            return Err(policy.locks(field));
        }
        self.change_memory(|memory| {
            memory.settings.change(&before, &settings);
        })?;
        if !settings.login_ahead {
            self.cool_down();
        }
        Ok(())
    }

    /// Whether a server may be opened.
    pub(super) fn allowed(&self, server: &BaseUrl) -> Result<(), LauncherError> {
        self.read(|state| state.policy.allows(server, &state.profiles))
    }

    /// What makes clients, behind the gate of the policy.
    pub(super) fn connector(&self) -> Connector {
        self.read(|state| {
            let (policy, saved) = (state.policy.clone(), state.profiles.clone());
            let unsaved = state.setup.as_ref().and_then(|setup| setup.trust.clone());
            self.inner.connector.behind(policy, saved).trusting(unsaved)
        })
    }

    /// Refuses what the command line says against the policy.
    pub(super) fn permits(&self, changed: &Profile) -> Result<(), LauncherError> {
        self.read(|state| {
            let Some(saved) = state.profile(&changed.id) else {
                let unknown = LauncherError::new(Code::ProfileUnknown);
                return Err(unknown.about("profile", &changed.name));
            };
            let (before, after) = (saved.clone(), changed.clone());
            match &state.policy {
                // For this process only: nothing is saved that could be wrong.
                Policy::Absent | Policy::Broken(_) => Ok(()),
                Policy::InForce(_) => state.policy.permits(&[before], &[after]),
            }
        })
    }
}
