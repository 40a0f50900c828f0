//! [`Writer`]: a launcher that changes everything it keeps.

use jiff::SignedDuration;
use launcher_core::error::LauncherError;
use launcher_core::profile::{Profile, ProfileDraft, ProfileId};
use launcher_core::settings::Theme;

use crate::support::{TestLauncher, now, password, server};

const AHEAD: SignedDuration = SignedDuration::from_hours(7 * 24);

pub(crate) struct Writer {
    pub(crate) test: TestLauncher,
    /// On a server that answers.
    listed: ProfileId,
}

impl Writer {
    pub(crate) async fn start(folder: &std::path::Path) -> Self {
        let server = server().start().await.unwrap();
        let test = TestLauncher::in_folder(server, folder);
        // Each writer's server has a port of its own, and so a name of its own.
        let draft = ProfileDraft {
            name: test.server.base_url(),
            address: test.server.base_url(),
            login: "anna".to_owned(),
            ..ProfileDraft::default()
        };
        let listed = test.launcher.add_profile(draft).unwrap().id;
        test.launcher.hold_password(password());
        let keep = launcher_core::launcher::Keep::UntilQuit;
        let set = test.launcher.set_password(&listed, password(), keep);
        set.await.unwrap();
        Self { test, listed }
    }

    /// Changes each file once.
    pub(crate) async fn turn(&self, number: u32) -> Result<(), LauncherError> {
        let launcher = &self.test.launcher;
        launcher.change_profile(&self.listed, |profile| {
            profile.first_name = Some(format!("Turn {number}").repeat(20));
        })?;
        let mut settings = launcher.read(|state| state.settings.clone());
        settings.theme = if number.is_multiple_of(2) {
            Theme::Dark
        } else {
            Theme::Light
        };
        launcher.change_settings(settings)?;
        launcher.remember(&invitation(number), None, now())?;
        let loaded = launcher.refresh_meetings(&self.listed, now(), AHEAD).await;
        loaded.unwrap().map(drop)
    }

    pub(crate) fn profile(&self) -> Profile {
        let profile = self
            .test
            .launcher
            .read(|state| state.profile(&self.listed).cloned());
        profile.unwrap()
    }
}

/// A meeting that is not remembered yet.
fn invitation(number: u32) -> String {
    format!(
        "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:turn-{}\r\n\
         DTSTAMP:20261122T080000Z\r\nDTSTART:20261123T110000Z\r\nDURATION:PT1H\r\n\
         SUMMARY:Turn {number}\r\nSEQUENCE:{number}\r\nORGANIZER:mailto:plain@example.org\r\n\
         DESCRIPTION:https://meet.example.org/om/hash?invitation=\
         167793f8-17e4-42e8-90ed-41323f2886a2\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        number % 10
    )
}
