//! Intents: those about the process around the launcher are done here, all
//! others by the launcher.

use std::time::Instant;

use launcher_core::error::LauncherError;
use launcher_core::intent::{Answer, Copy, Intent, Outcome};
use launcher_core::launcher::Copied;
use launcher_core::settings::Settings;
use launcher_core::texts::Texts;

use crate::autostart;
use crate::local::{Exit, Local};
use crate::report::{Computer, report};
use crate::trouble;

impl Local {
    /// Does what a viewer asks for.
    pub async fn ask(&self, intent: Intent) -> Outcome {
        let name = intent.name();
        let began = Instant::now();
        // Kept small where it waits: most of it is room for a join.
        let outcome = Box::pin(self.perform(intent)).await;
        let milliseconds = began.elapsed().as_millis();
        match &outcome {
            Ok(_) => tracing::info!(intent = %name, milliseconds, "done"),
            Err(error) => {
                let code = error.code.name();
                tracing::info!(intent = %name, %code, milliseconds, "failed");
            }
        }
        // Worded last: the language may be what was changed.
        outcome.map_err(|error| error.view(&self.texts()))
    }

    async fn perform(&self, intent: Intent) -> Result<Answer, LauncherError> {
        let texts = self.texts();
        match intent {
            Intent::Look => return Ok(Answer::Everything(Box::new(self.pictures().everything()))),
            Intent::Diagnose => return Ok(self.diagnose(&texts).await),
            Intent::Report => return Ok(Answer::Text(self.report(&texts))),
            Intent::Copy { what } => return self.copy(&what, &texts).await,
            Intent::OpenLogFolder => return self.open_logs(),
            Intent::ChangeSettings { settings } => {
                return self.change_settings(settings, &texts).await;
            }
            Intent::AnswerReminder { key, answer } => {
                return self.answer_reminder(key, answer).await;
            }
            Intent::Receive { text } => return self.receive(&text),
            Intent::ShowWindow { wanted } => self.show_window(wanted)?,
            Intent::Focus { focused } => self.focus(focused),
            Intent::Quit => self.end(Exit::Quit),
            Intent::Understand { .. }
            | Intent::Join { .. }
            | Intent::JoinText { .. }
            | Intent::CancelJoin
            | Intent::JoinNext
            | Intent::Rejoin
            | Intent::JoinAgain
            | Intent::JoinByPage
            | Intent::CloseJoin
            | Intent::Refresh { .. }
            | Intent::ShowLater
            | Intent::SetFavourite { .. }
            | Intent::Remember { .. }
            | Intent::Forget { .. }
            | Intent::UndoForget
            | Intent::ArmAutoJoin { .. }
            | Intent::CloseWanted
            | Intent::CheckServer { .. }
            | Intent::CheckAccount { .. }
            | Intent::SaveServer { .. }
            | Intent::CloseSetup
            | Intent::ChangeServer { .. }
            | Intent::SetPassword { .. }
            | Intent::CheckProfile { .. }
            | Intent::Trust { .. }
            | Intent::MoveServer { .. }
            | Intent::RereadServers
            | Intent::RemoveServer { .. }
            | Intent::UndoRemove
            | Intent::ExportServers
            | Intent::ImportServers { .. }
            | Intent::Introduce { .. }
            | Intent::AnswerLink { .. }
            | Intent::MayUpdate
            | Intent::ReportUpdate { .. }
            | Intent::AnswerUpdate { .. } => {
                return self.launcher().perform(intent, &texts, self.now()).await;
            }
        }
        Ok(Answer::Done)
    }

    fn report(&self, texts: &Texts) -> String {
        let computer = Computer::this(self.pictures().locale());
        let diagnosis = self.diagnosis();
        self.launcher()
            .read(|state| report(state, texts.language(), &computer, diagnosis.as_ref()))
    }

    async fn copy(&self, what: &Copy, texts: &Texts) -> Result<Answer, LauncherError> {
        let copied = match what {
            Copy::Report => Copied {
                text: self.report(texts).into(),
                is_sensitive: false,
            },
            Copy::JoinLink
            | Copy::RoomLink { .. }
            | Copy::AppLink { .. }
            | Copy::JoinDetails
            | Copy::Introduction { .. }
            | Copy::Key { .. } => self.launcher().text_to_copy(what, texts)?,
        };
        self.clipboard().put(copied).await?;
        Ok(Answer::Done)
    }

    fn open_logs(&self) -> Result<Answer, LauncherError> {
        std::fs::create_dir_all(self.logs())
            .and_then(|()| open::that_detached(self.logs()))
            .map_err(|error| trouble::no_folder(self.logs(), &error))?;
        Ok(Answer::Done)
    }

    /// What starts with the session is written down first: if that fails, the
    /// settings stay as they were.
    async fn change_settings(
        &self,
        settings: Settings,
        texts: &Texts,
    ) -> Result<Answer, LauncherError> {
        let before = self.launcher().read(|state| state.settings.clone());
        let differs = autostart::differs(&before, &settings);
        if differs {
            self.autostart().set(&settings)?;
        }
        let intent = Intent::ChangeSettings { settings };
        let outcome = self.launcher().perform(intent, texts, self.now()).await;
        if outcome.is_err() && differs {
            // The failure of the file is what is said.
            let _ = self.autostart().set(&before);
        }
        outcome
    }
}
