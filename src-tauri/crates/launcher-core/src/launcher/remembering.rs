//! Invitations the person wants in the agenda.

use std::path::Path;

use jiff::Timestamp;

use super::Launcher;
use crate::error::{Code, LauncherError};
use crate::invite_file::{InvitedMeeting, series};
use crate::reason::Reason;
use crate::remembered::Remembered;
use crate::remembered::update::{Standing, is_about, is_about_a_time_of, standing};
use crate::repeats;
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
        self.take_in(meeting, now)?;
        for part in series::whole(meeting, &meetings).skip(1) {
            // What one time lacks does not keep the series out.
            let _ = self.take_in(part, now);
        }
        Ok(())
    }

    /// Brings what is remembered up to date by an invitation that was opened,
    /// and tells the person of it. Nothing new is remembered.
    pub(super) fn bring_up_to_date(&self, path: &Path, now: Timestamp) {
        // What is wrong with a file says the window, which shows it next.
        let meetings = target::meetings_in(path).unwrap_or_default();
        let mut told = Vec::new();
        for meeting in &meetings {
            let notice = match self.read(|state| standing(meeting, &state.remembered)) {
                Standing::New | Standing::Same | Standing::Outdated => continue,
                Standing::Changes => self.take_in(meeting, now).map(|()| Code::MeetingChanged),
                Standing::Cancels | Standing::OtherHost | Standing::OtherOrganiser => {
                    self.take_in(meeting, now).map(|()| Code::MeetingCancelled)
                }
            };
            let notice = notice.map_or_else(
                |error| error,
                |code| LauncherError::new(code).about("target", &meeting.title),
            );
            // Once for all changed times of a series.
            if !told.contains(&notice) {
                self.tell(notice.clone());
                told.push(notice);
            }
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
                Standing::Changes => change(all, meeting, now)?,
                Standing::Cancels => {
                    all.retain(|known| !is_about(meeting, known));
                    leave_out(all, meeting);
                }
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

    /// Takes a remembered meeting out of the agenda. Any row of a series stands for
    /// the whole of it, its changed times too: whoever wants one time less waits
    /// for the organiser to cancel that, or does not join.
    pub(super) fn forget(&self, key: &str) -> Result<(), LauncherError> {
        self.change_remembered(None, |state| {
            let gone = || LauncherError::new(Code::MeetingGone);
            let row = state.remembered(key).cloned().ok_or_else(gone)?;
            let all = &mut state.remembered;
            let is_series = all
                .iter()
                .any(|one| one.uid == row.uid && one.repeats.is_some());
            let goes = |one: &mut Remembered| {
                one.uid == row.uid && (is_series || one.recurrence == row.recurrence)
            };
            state.forgotten = all.extract_if(.., goes).collect();
            // What brings it back names the series.
            state.forgotten.sort_by_key(|one| one.repeats.is_none());
            Ok(())
        })
    }

    pub(super) fn undo_forget(&self) -> Result<(), LauncherError> {
        self.change_remembered(None, |state| {
            if state.forgotten.is_empty() {
                return Err(LauncherError::new(Code::MeetingGone));
            }
            let all = &mut state.remembered;
            for forgotten in std::mem::take(&mut state.forgotten) {
                // It may have been remembered again meanwhile.
                let is_it = |one: &Remembered| {
                    (&one.uid, one.recurrence) == (&forgotten.uid, forgotten.recurrence)
                };
                if !all.iter().any(is_it) {
                    all.push(forgotten);
                }
            }
            Ok(())
        })
    }

    /// Takes out what is long over, and looks for the coming times of series. To be
    /// called again by the time it answers, if it answers any: times come into
    /// sight without anybody doing anything.
    pub fn keep_up(&self, now: Timestamp) -> Option<Timestamp> {
        if self.read(|state| state.remembered.iter().any(|one| one.is_due(now)))
            && let Err(error) = self.change_remembered(Some(now), |_| Ok(()))
        {
            self.tell(error);
            // Nobody asked for it: what cannot be written down is told once, and
            // done without that.
            self.inner.store.update(|state| {
                bring_to(&mut state.remembered, now);
                state.agenda_changed();
                true
            });
        }
        let has_series =
            self.read(|state| state.remembered.iter().any(|one| one.repeats.is_some()));
        has_series.then(|| now.saturating_add(repeats::FRESH).unwrap_or(now))
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
            bring_to(&mut remembered, now);
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

/// Looks for the coming times, and drops what is over by then.
fn bring_to(all: &mut Vec<Remembered>, now: Timestamp) {
    for one in all.iter_mut().filter(|one| one.is_due(now)) {
        one.look_ahead(now);
    }
    all.retain(|one| !one.is_over(now));
}

/// Puts a newer version in the place of what is remembered of a meeting.
fn change(
    all: &mut Vec<Remembered>,
    meeting: &InvitedMeeting,
    now: Timestamp,
) -> Result<(), LauncherError> {
    let is_part = all.iter().any(|known| is_about_a_time_of(meeting, known));
    match Remembered::of(meeting, now) {
        Ok(newer) => {
            let goes = |known: &mut Remembered| is_about(meeting, known);
            let older: Vec<Remembered> = all.extract_if(.., goes).collect();
            all.push(newer);
            keep_changed_times(all, meeting, older);
        }
        // A changed time that is over leaves the rest of the series alone.
        Err(_) if is_part && meeting.end < Some(now) => {
            all.retain(|known| !is_about(meeting, known));
        }
        Err(error) => return Err(error),
    }
    leave_out(all, meeting);
    Ok(())
}

/// A new version of a series does not undo what was said of single times after
/// it was written.
fn keep_changed_times(all: &mut Vec<Remembered>, series: &InvitedMeeting, older: Vec<Remembered>) {
    let version = (series.sequence, series.last_modified);
    for changed in older {
        let (Some(start), None) = (changed.recurrence, series.recurrence) else {
            continue;
        };
        if (changed.sequence, changed.last_modified) > version {
            let series = all.iter_mut().filter(|one| one.uid == changed.uid);
            let repeats = series.filter_map(|one| one.repeats.as_mut());
            repeats.for_each(|repeats| repeats.leave_out(start));
            all.push(changed);
        }
    }
}

/// Takes the time an invitation is about out of its series, where that stands.
fn leave_out(all: &mut [Remembered], meeting: &InvitedMeeting) {
    let series = all
        .iter_mut()
        .filter(|known| is_about_a_time_of(meeting, known));
    for repeats in series.filter_map(|series| series.repeats.as_mut()) {
        if let Some(start) = meeting.recurrence {
            repeats.leave_out(start);
        }
    }
}
