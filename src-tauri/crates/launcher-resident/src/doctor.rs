//! What the doctor needs to know of this computer, and the doctor as the window
//! asks for it. Only looks; what a bus starts when it is asked, such as a keychain,
//! is not opened.

mod disk;
#[cfg_attr(target_os = "linux", path = "doctor/keychain/linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "doctor/keychain/native.rs")]
mod keychain;

use std::sync::Arc;
use std::time::Duration;

use launcher_core::doctor::{
    BrowserSign, ComputerSigns, Doctor, FolderSign, Kept, KeychainSign, LinkSign, LoginWish,
    ResidentSign, Scope, TraySign,
};
use launcher_core::intent::Answer;
use launcher_core::policy::Policy;
use launcher_core::texts::{Audience, Texts};

use crate::door::Place;
use crate::folders::Folders;
use crate::knock;
use crate::local::Local;
use crate::protocol::Build;
use crate::tray;

/// A part of the desktop that lives answers within this.
const PATIENCE: Duration = Duration::from_secs(5);

/// Looks at this computer. Takes a few seconds where something does not answer.
pub async fn look_around(
    folders: Option<&Folders>,
    policy: Policy,
    kept: Kept,
    resident: ResidentSign,
) -> ComputerSigns {
    let (keychain, tray) = tokio::join!(
        tokio::time::timeout(PATIENCE, keychain::look()),
        tokio::time::timeout(PATIENCE, tray::look()),
    );
    ComputerSigns {
        kept,
        policy,
        keychain: keychain.unwrap_or(KeychainSign::Silent),
        browser: BrowserSign::of_system(),
        links: LinkSign::of_system(),
        tray: tray.unwrap_or(TraySign::NotLooked),
        resident,
        folders: folders.map(looked_at).unwrap_or_default(),
        free: folders.and_then(|folders| disk::free(&folders.config)),
    }
}

fn looked_at(folders: &Folders) -> Vec<FolderSign> {
    let Folders {
        config,
        cache,
        state,
        autostart,
        runtime,
    } = folders;
    let folders = [config, cache, state, autostart, runtime];
    folders.map(|folder| FolderSign::of(folder)).to_vec()
}

/// Looks whether a resident runs, and of which build, without a word to it.
pub async fn look_for_resident(place: &Place) -> ResidentSign {
    match knock::build_of(place).await {
        Ok(None) => ResidentSign::NotRunning,
        Ok(Some(build)) if build == Build::this() => ResidentSign::Runs,
        Ok(Some(build)) => ResidentSign::Other {
            version: build.version.to_string(),
        },
        Err(_) => ResidentSign::Silent,
    }
}

impl Local {
    /// Looks at everything, and keeps what is found for the report. Signs in
    /// nowhere.
    pub(crate) async fn diagnose(&self, texts: &Texts) -> Answer {
        let policy = self.launcher().read(|state| state.policy.clone());
        let kept = Kept::default();
        let folders = Some(self.folders());
        let computer = look_around(folders, policy, kept, ResidentSign::Runs).await;
        let doctor = Doctor::of(self.launcher(), Arc::clone(self.clock()));
        let found = doctor.examine(&Scope::Saved, LoginWish::Never, &computer);
        let diagnosis = found.await;
        let view = diagnosis.view(texts, Audience::Window);
        self.keep_diagnosis(diagnosis);
        Answer::Diagnosed(Box::new(view))
    }
}
