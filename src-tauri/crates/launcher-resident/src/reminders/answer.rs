//! What the person answers to a reminder, in a note or above the windows.

use launcher_core::error::LauncherError;
use launcher_core::intent::{Answer, Intent, ReminderAnswer};
use launcher_core::reminder::plan::again_at;

use crate::local::Local;
use crate::notes::About;

impl Local {
    /// Takes the reminder off the screen, and does what was answered.
    pub(crate) async fn answer_reminder(
        &self,
        key: String,
        answer: ReminderAnswer,
    ) -> Result<Answer, LauncherError> {
        if answer == ReminderAnswer::Snooze {
            self.snooze(&key);
        }
        self.launcher()
            .change_reminders(|active| active.retain(|reminder| reminder.meeting.key != key));
        self.notes().take_back(About::Meeting(key.clone()));
        match answer {
            ReminderAnswer::Join => Box::pin(self.join_after_others(key)).await,
            ReminderAnswer::Snooze | ReminderAnswer::Dismiss => Ok(Answer::Done),
        }
    }

    /// Joins a row of the agenda when no other join is going on: its reminder is gone,
    /// so that nobody could say it again.
    async fn join_after_others(&self, key: String) -> Result<Answer, LauncherError> {
        let _turn = self.turn().await;
        loop {
            let join = Intent::Join { key: key.clone() };
            let texts = self.texts();
            match self.launcher().perform(join, &texts, self.now()).await {
                // What a click comes to while another join is going on.
                Ok(Answer::Done) => self.join_is_over().await,
                outcome => return outcome,
            }
        }
    }

    fn snooze(&self, key: &str) {
        let again = self.launcher().read(|state| {
            let mut active = state.reminders.iter();
            let reminder = active.find(|reminder| reminder.meeting.key == key)?;
            again_at(&reminder.meeting, self.now())
        });
        if let Some(again) = again {
            self.snoozed().lock().insert(key.to_owned(), again);
        }
    }
}
