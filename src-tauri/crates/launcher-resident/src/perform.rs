//! Intents: those of the resident are done here, all others by the launcher.

use launcher_core::intent::{Answer, Intent, Outcome};

use crate::local::{Exit, Local};

impl Local {
    /// Does what a viewer asks for.
    pub async fn ask(&self, intent: Intent) -> Outcome {
        let texts = self.texts();
        match intent {
            Intent::Look => Ok(Answer::Everything(Box::new(self.pictures().everything()))),
            Intent::Quit => {
                self.end(Exit::Quit);
                Ok(Answer::Done)
            }
            other => self
                .launcher()
                .perform(other, &texts, self.now())
                .await
                .map_err(|error| error.view(&texts)),
        }
    }
}
