//! Updates of the launcher: what the window's process reports, and what the
//! person says to it.

use jiff::Timestamp;

use super::Launcher;
use crate::error::{Code, LauncherError};
use crate::update::{Permit, UpdateAnswer, UpdateReport, permit};

impl Launcher {
    /// What may be done now. What meetings keep waiting stands in the state.
    pub(super) fn may_update(&self, now: Timestamp) -> Permit {
        let permit = self.read(|state| permit(state, now));
        let waits_until = match permit {
            Permit::Wait { until, .. } => Some(until),
            Permit::May { .. } | Permit::Off { .. } => None,
        };
        self.inner.store.update(|state| {
            let changed = state.updates.waits_until != waits_until;
            state.updates.waits_until = waits_until;
            changed
        });
        permit
    }

    /// Takes in a step of the window's process.
    pub(super) fn hear_of_update(
        &self,
        report: UpdateReport,
        now: Timestamp,
    ) -> Result<(), LauncherError> {
        let is_check = report == UpdateReport::Checking;
        // First: a check that cannot be written down does not begin.
        if is_check {
            self.change_memory(|memory| memory.updates.checked_at = Some(now))?;
        }
        self.inner.store.update(|state| {
            let before = state.updates.clone();
            state.updates.hear(report);
            // A day has passed, or the person looked for it.
            state.updates.put_off &= !is_check;
            state.updates != before
        });
        Ok(())
    }

    /// The person does not want the version that is offered, now or at all.
    pub(super) fn answer_update(&self, answer: UpdateAnswer) -> Result<(), LauncherError> {
        let offered = self.read(|state| state.updates.stage.release().cloned());
        let Some(offered) = offered else {
            return Err(LauncherError::new(Code::UpdateNotFound));
        };
        match answer {
            UpdateAnswer::Later => {
                self.inner.store.update(|state| {
                    let changed = !state.updates.put_off;
                    state.updates.put_off = true;
                    changed
                });
                Ok(())
            }
            UpdateAnswer::Skip => {
                self.change_memory(|memory| memory.updates.skipped = Some(offered.version))
            }
        }
    }
}
