//! What the organisation lays down, taken over while the resident runs: read anew
//! when a window opens and when lists are refreshed, so that nothing is awake for
//! it.

use launcher_core::policy::Policy;
use launcher_core::settings::Settings;

use crate::autostart;
use crate::local::Local;

impl Local {
    /// Starts with the session or not, as the organisation laid it down.
    pub(crate) fn follow_policy(&self) {
        let names_start = |policy: &Policy| {
            let named = policy.named_settings();
            named
                .iter()
                .any(|name| name == "startAtLogin" || name == "startHidden")
        };
        let settings = self.launcher().read(|state| {
            let follows = matches!(state.policy, Policy::InForce(_)) && names_start(&state.policy);
            follows.then(|| state.settings.clone())
        });
        if let Some(settings) = settings {
            self.start_as(&settings);
        }
    }

    /// Starts with the session or not, as these settings have it.
    fn start_as(&self, settings: &Settings) {
        if let Err(error) = self.autostart().set(settings) {
            tracing::warn!(
                code = error.code.name(),
                "the start with the session is not as laid down"
            );
        }
    }

    /// Reads it anew.
    pub(crate) async fn renew_policy(&self) {
        let Ok(policy) = tokio::task::spawn_blocking(Policy::of_system).await else {
            return;
        };
        let before = self
            .launcher()
            .read(|state| (state.policy.clone(), state.settings.clone()));
        if before.0 == policy {
            return;
        }
        tracing::info!(source = %policy, "the policy is another one");
        if let Err(error) = self.launcher().renew_policy(policy) {
            tracing::warn!(code = error.code.name(), "the servers are not as laid down");
        }
        let after = self.launcher().read(|state| state.settings.clone());
        if autostart::differs(&before.1, &after) {
            // Also when a policy goes: what it had begun ends with it.
            self.start_as(&after);
        }
    }
}
