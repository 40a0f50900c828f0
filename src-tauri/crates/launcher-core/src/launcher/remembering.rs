//! Invitations the person wants in the agenda.

use std::path::Path;

use jiff::Timestamp;

use super::Launcher;
use crate::error::{Code, LauncherError};
use crate::invite_file::InvitedMeeting;
use crate::reason::Reason;
use crate::remembered::Remembered;
use crate::remembered::update::{Standing, is_about, standing};
use crate::state::AppState;
use crate::target::{self, Target, only_meeting};

impl Launcher {
    /// Puts a meeting of an invitation into the agenda, or brings the one there
    /// up to date. `choice` says which meeting of the invitation.
    pub fn remember(
        &self,
        text: &str,
        choice: Option<usize>,
        now: Timestamp,
    ) -> Result<(), LauncherError> {
        let meetings = match Target::understand(text)? {
            Target::InviteFile(path) => target::meetings_in(&path)?,
            Target::Invitation(content) => target::meetings_in_text(&content)?,
            Target::Room(_)
            | Target::Link(_)
            | Target::DeepLink(_)
            | Target::Server(_)
            | Target::Name(_) => {
                return Err(LauncherError::new(Code::LinkMalformed).because(Reason::NoInvitation));
            }
        };
        let meeting = match choice {
            Some(choice) => meetings
                .get(choice)
                .ok_or_else(|| LauncherError::new(Code::MeetingGone))?,
            None => only_meeting(&meetings)?,
        };
        self.take_in(meeting, now)
    }

    /// Brings what is remembered up to date by an invitation that was opened,
    /// and tells the person of it. Nothing new is remembered.
    pub(super) fn bring_up_to_date(&self, path: &Path, now: Timestamp) {
        // What is wrong with a file says the window, which shows it next.
        let meetings = target::meetings_in(path).unwrap_or_default();
        for meeting in &meetings {
            let notice = match self.read(|state| standing(meeting, &state.remembered)) {
                Standing::New | Standing::Same | Standing::Outdated => continue,
                Standing::Changes => self.take_in(meeting, now).map(|()| Code::MeetingChanged),
                Standing::Cancels | Standing::OtherHost | Standing::OtherOrganiser => {
                    self.take_in(meeting, now).map(|()| Code::MeetingCancelled)
                }
            };
            self.tell(notice.map_or_else(
                |error| error,
                |code| LauncherError::new(code).about("target", &meeting.title),
            ));
        }
    }

    fn take_in(&self, meeting: &InvitedMeeting, now: Timestamp) -> Result<(), LauncherError> {
        let refused = |reason: Reason| {
            LauncherError::new(Code::InvitationConflict)
                .about("target", &meeting.title)
                .because(reason)
        };
        self.change_remembered(Some(now), |state| {
            let all = &mut state.remembered;
            match standing(meeting, all) {
                Standing::Same => {}
                Standing::New => all.push(Remembered::of(meeting, now)?),
                Standing::Changes => {
                    let newer = Remembered::of(meeting, now)?;
                    all.retain(|known| !is_about(meeting, known));
                    all.push(newer);
                }
                Standing::Cancels => all.retain(|known| !is_about(meeting, known)),
                Standing::Outdated => {
                    return Err(LauncherError::new(Code::InvitationOutdated)
                        .about("target", &meeting.title));
                }
                Standing::OtherHost => return Err(refused(Reason::OtherHost)),
                Standing::OtherOrganiser => return Err(refused(Reason::OtherOrganiser)),
            }
            Ok(())
        })
    }

    /// Takes a remembered meeting out of the agenda.
    pub(super) fn forget(&self, key: &str) -> Result<(), LauncherError> {
        self.change_remembered(None, |state| {
            let all = &mut state.remembered;
            let at = all.iter().position(|one| one.key() == key);
            let at = at.ok_or_else(|| LauncherError::new(Code::MeetingGone))?;
            state.forgotten = Some(all.remove(at));
            Ok(())
        })
    }

    pub(super) fn undo_forget(&self) -> Result<(), LauncherError> {
        self.change_remembered(None, |state| {
            let forgotten = state.forgotten.take();
            let forgotten = forgotten.ok_or_else(|| LauncherError::new(Code::MeetingGone))?;
            // It may have been remembered again meanwhile.
            state.remembered.retain(|one| one.key() != forgotten.key());
            state.remembered.push(forgotten);
            Ok(())
        })
    }

    /// Takes out what is long over.
    pub(super) fn drop_what_is_over(&self, now: Timestamp) {
        if self.read(|state| state.remembered.iter().any(|one| one.is_over(now)))
            && let Err(error) = self.change_remembered(Some(now), |_| Ok(()))
        {
            self.tell(error);
        }
    }

    /// Changes what is remembered, in the file first.
    fn change_remembered(
        &self,
        now: Option<Timestamp>,
        change: impl FnOnce(&mut AppState) -> Result<(), LauncherError>,
    ) -> Result<(), LauncherError> {
        let _turn = self.keeping();
        let mut changed = self.read(|state| AppState {
            remembered: state.remembered.clone(),
            forgotten: state.forgotten.clone(),
            ..AppState::default()
        });
        change(&mut changed)?;
        let AppState {
            mut remembered,
            forgotten,
            ..
        } = changed;
        if let Some(now) = now {
            remembered.retain(|one| !one.is_over(now));
        }
        remembered.sort_by(|a, b| (a.start, &a.uid).cmp(&(b.start, &b.uid)));
        if self.read(|state| state.remembered == remembered && state.forgotten == forgotten) {
            return Ok(());
        }
        if let Some(file) = &self.inner.remembered_file {
            file.write(&remembered)?;
        }
        self.inner.store.update(|state| {
            state.remembered = remembered;
            state.forgotten = forgotten;
            state.agenda_changed();
            true
        });
        Ok(())
    }
}
