//! What happens without the window: entries of the tray, buttons of
//! notifications, links, the shortcut. Whatever joins says so in a note, with
//! *Cancel*.

use std::ffi::OsStr;

use launcher_core::action::Action;
use launcher_core::error::{Code, ErrorView, LauncherError};
use launcher_core::intent::{Answer, Intent, Outcome, Received};
use launcher_core::join::Destination;
use launcher_core::launcher::LinkOutcome;
use launcher_core::state::Join;
use launcher_core::view::Wanted;

use crate::local::Local;
use crate::notes::{About, Button, Note, Weight};
use crate::spawn::spawn;
use crate::trouble;

impl Local {
    /// Does it, and tells the person what came of it.
    pub fn act(&self, action: Action) {
        match action {
            Action::Ask(intent) => {
                let local = self.clone();
                tokio::spawn(async move { local.ask_openly(intent).await });
            }
            Action::Show(wanted) => {
                if let Err(error) = self.show_window(wanted) {
                    self.tell_trouble(&error);
                }
            }
        }
    }

    /// Brings the window to the front, or starts it.
    pub(crate) fn show_window(&self, wanted: Option<Wanted>) -> Result<(), LauncherError> {
        if let Some(wanted) = wanted {
            self.launcher().want(wanted);
        }
        if self.call_window() {
            return Ok(());
        }
        let program = self.window_program();
        match spawn(program, &[] as &[&OsStr]) {
            Ok(_) => Ok(()),
            Err(error) => Err(trouble::no_window(program, &error)),
        }
    }

    /// Takes a link or file that the system handed over.
    pub(crate) fn receive(&self, text: &str) -> Result<Answer, LauncherError> {
        let received = match self.launcher().receive_link(text, self.now()) {
            Ok(LinkOutcome::Join(destination)) => {
                let local = self.clone();
                // Kept small where it waits: most of it is room for a join.
                tokio::spawn(async move { Box::pin(local.join_in_turn(destination)).await });
                Received::Joining
            }
            Ok(LinkOutcome::Asked(_)) => {
                self.show_window(None)?;
                Received::Shown
            }
            Ok(LinkOutcome::Opened(text)) => {
                self.show_window(Some(Wanted::Text { text }))?;
                Received::Shown
            }
            Ok(LinkOutcome::Ignored) => Received::Ignored,
            Err(error) => {
                // Whoever opened a link looks at no terminal.
                self.tell_trouble(&error);
                return Err(error);
            }
        };
        Ok(Answer::Received(received))
    }

    /// Joins one after the other: none of several links is lost.
    async fn join_in_turn(&self, destination: Destination) {
        let _turn = self.turn().await;
        let joining = async {
            loop {
                let joined = self.launcher().join(destination.clone(), self.now()).await;
                match joined {
                    Some(outcome) => return outcome,
                    None => self.join_is_over().await,
                }
            }
        };
        let texts = self.texts();
        let answered = async {
            match joining.await {
                Ok(joined) => Ok(Answer::Joined(joined.view(&texts))),
                Err(error) => Err(error.view(&texts)),
            }
        };
        Box::pin(self.openly(answered)).await;
    }

    fn tell_trouble(&self, error: &LauncherError) {
        self.notes()
            .show(Note::of_error(About::Trouble, error.view(&self.texts())));
    }

    async fn ask_openly(&self, intent: Intent) {
        self.openly(self.ask(intent)).await;
    }

    /// Waits for what may join, and shows how far it has come.
    async fn openly(&self, work: impl Future<Output = Outcome>) {
        let mut work = std::pin::pin!(work);
        let outcome = tokio::select! {
            biased;
            outcome = &mut work => outcome,
            target = self.joining() => {
                let cancel = ("note-cancel", Intent::CancelJoin);
                let click = Some(Action::Show(None));
                self.notes()
                    .show(self.of_join("note-joining", &target, click, cancel));
                work.await
            }
        };
        self.tell_outcome(outcome);
    }

    fn tell_outcome(&self, outcome: Outcome) {
        match outcome {
            Ok(Answer::Joined(joined)) => {
                let again = ("note-join-again", Intent::JoinAgain);
                self.notes()
                    .show(self.of_join("note-opened", &joined.target, None, again));
            }
            Ok(_) => {}
            Err(error) if self.was_stopped(&error) => self.notes().take_back(About::Join),
            Err(error) => self.notes().show(Note::of_error(About::Join, error)),
        }
    }

    /// Whether the person stopped the join.
    fn was_stopped(&self, error: &ErrorView) -> bool {
        let is_idle = || {
            let launcher = self.launcher();
            launcher.read(|state| state.join == Join::Idle)
        };
        error.code == Code::Interrupted.name() && is_idle()
    }

    /// What is being joined, once something is.
    async fn joining(&self) -> String {
        let mut states = self.launcher().subscribe();
        let began = states.wait_for(|state| matches!(state.join, Join::Preparing { .. }));
        let subject = began.await.ok().and_then(|state| match &state.join {
            Join::Preparing { subject, .. } => Some(subject.clone()),
            Join::Idle | Join::Opened { .. } | Join::Failed { .. } => None,
        });
        match subject {
            Some(subject) => subject.target.text(&self.texts()),
            // The launcher lives as long as this does.
            None => std::future::pending().await,
        }
    }

    /// How far a join has come, with one button.
    fn of_join(
        &self,
        title: &str,
        target: &str,
        click: Option<Action>,
        (label, intent): (&str, Intent),
    ) -> Note {
        let texts = self.texts();
        Note {
            about: About::Join,
            weight: Weight::Passing,
            title: texts.with(title, &[("target", target.into())]),
            body: String::new(),
            click,
            dismissed: None,
            buttons: vec![Button {
                label: texts.text(label),
                action: Action::Ask(intent),
            }],
        }
    }
}
