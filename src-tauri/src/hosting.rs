//! Windows and macOS: the resident is in this process. A toolkit without a window
//! is cheap there, only a toolkit has a tray, and macOS gives links to the
//! application's bundle.

#[cfg(target_os = "macos")]
mod links;
pub(crate) mod shortcut;

use std::sync::Arc;

use launcher_core::error::Code;
use launcher_core::intent::Intent;
use launcher_core::texts::Texts;
use launcher_resident::{Access, Folders, Options, Resident};
use tauri::AppHandle;

use crate::looking::{NoWay, Part, failed, hand_over, reach};
use crate::tray::Tray;
use crate::window::Front;

/// Becomes the resident, or finds the way to the one there is and hands over what
/// was given. The program ends with it.
pub(crate) async fn host(
    app: &AppHandle,
    given: Vec<String>,
    front: Front,
) -> Result<Access, NoWay> {
    let folders =
        Folders::of_system().ok_or_else(|| NoWay::Failed(failed(Code::SettingsFailed)))?;
    let program =
        std::env::current_exe().map_err(|_| NoWay::Failed(failed(Code::ResidentFailed)))?;
    let tray = Arc::new(Tray::new(app.clone()));
    let options = Options::of_system(&folders, &program).drawn_by(tray.clone());
    let resident = Resident::become_it(options)
        .await
        .map_err(|error| NoWay::Failed(error.view(&Texts::english())))?;
    let Some(resident) = resident else {
        // It is in the process of another window.
        if !given.is_empty() {
            hand_over(given).await;
        }
        return match front {
            Front::Window => reach(Part::Window).await,
            Front::Nothing => Err(NoWay::AlreadyOpen),
        };
    };
    let local = resident.local();
    tray.click_through(local.clone());
    #[cfg(target_os = "macos")]
    links::pass_on(app, &local);
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        Box::pin(resident.run()).await;
        app.exit(0);
    });
    for text in given {
        // What comes of it the resident tells the person itself.
        let _ = local.ask(Intent::Receive { text }).await;
    }
    // Nobody else in this process could have taken the seat.
    Access::local(local).ok_or(NoWay::AlreadyOpen)
}
