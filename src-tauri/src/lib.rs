//! The window of OpenMeetings Launcher: it shows what the resident knows and
//! hands on what the person asks for. It holds no state of its own.

mod commands;
mod dialogs;
mod events;
mod looking;
mod window;

use std::process::ExitCode;
use std::time::Instant;

use launcher_resident::{Folders, logging};
use tauri::RunEvent;

use looking::Looking;

/// Runs the window until it is closed. `began` is when the program started.
#[expect(clippy::exit, reason = "in the expansion of Tauri's macro")]
pub fn run(began: Instant) -> ExitCode {
    if let Some(folders) = Folders::of_system() {
        // A window without a log is better than none.
        let _ = logging::start(&folders.state, "window");
    }
    // Connecting goes on while the toolkit starts.
    let looking = Looking::begin(began);
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .plugin(window::remembered_place())
        .manage(looking.clone())
        .invoke_handler(commands::handler())
        .setup(move |app| {
            window::open_when_first(app.handle().clone(), looking);
            Ok(())
        })
        .build(tauri::generate_context!());
    match app {
        Ok(app) => {
            app.run(|app, event| {
                if let RunEvent::ExitRequested {
                    code: None, api, ..
                } = event
                {
                    window::closed(app, &api);
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            tracing::error!(%error, "the toolkit could not be started");
            ExitCode::FAILURE
        }
    }
}
