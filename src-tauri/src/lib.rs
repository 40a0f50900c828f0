//! The window of OpenMeetings Launcher: it shows what the resident knows and
//! hands on what the person asks for. It holds no state of its own.

mod arguments;
mod commands;
mod dialogs;
mod events;
mod focus;
#[cfg(hosted)]
mod hosting;
#[cfg(target_os = "linux")]
mod lean;
mod looking;
mod reminder;
#[cfg(hosted)]
mod tray;
mod updates;
mod window;

use std::process::ExitCode;
use std::time::Instant;

use launcher_resident::{Folders, crash, logging};
use tauri::RunEvent;

pub use arguments::Errand;
use looking::{Looking, Part};
use updates::Updates;
use window::Front;

/// Does what the program was started for. `began` is when that was.
pub fn run(errand: Errand, began: Instant) -> ExitCode {
    log_to_file();
    crash::tell_only_where();
    match errand {
        Errand::Window { given } => show(given, Front::Window, began),
        Errand::Hidden { given } if cfg!(hosted) => show(given, Front::Nothing, began),
        Errand::Hidden { given } => {
            hand_over(given);
            ExitCode::SUCCESS
        }
        Errand::Reminder => remind(began),
    }
}

/// Gives links and files to the resident, which is started if there is none. It
/// tells the person what comes of each.
fn hand_over(given: Vec<String>) {
    match tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime.block_on(looking::hand_over(given)),
        Err(error) => tracing::error!(%error, "nothing could be handed over"),
    }
}

/// Runs the window until it is closed, or the resident with its window until it
/// ends.
fn show(given: Vec<String>, front: Front, began: Instant) -> ExitCode {
    #[cfg(not(hosted))]
    if !given.is_empty() {
        hand_over(given.clone());
    }
    // Connecting goes on while the toolkit starts.
    let looking = Looking::begin(Part::Window, began);
    let builder = tauri::Builder::default();
    #[cfg(target_os = "macos")]
    let builder = builder.plugin(tauri_plugin_deep_link::init());
    #[cfg(hosted)]
    let builder = builder.plugin(tauri_plugin_global_shortcut::Builder::new().build());
    let app = builder
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_updater::Builder::new().build())
        .plugin(window::remembered_place())
        .manage(looking.clone())
        .manage(Updates::new())
        .invoke_handler(commands::handler())
        .setup(move |app| {
            window::open_when_first(app.handle().clone(), looking, given, front);
            Ok(())
        })
        .build(context());
    outcome(app, |app, event| {
        if let RunEvent::ExitRequested {
            code: None, api, ..
        } = event
        {
            window::closed(app, &api);
        } else if is_opened_again(&event) {
            window::present(app);
        } else if matches!(event, RunEvent::Exit) {
            updates::wait_for_replacing();
            updates::start_next(app);
        }
    })
}

/// Whether somebody opens the program that runs. Only macOS says so: elsewhere a second
/// one starts, and hands over.
fn is_opened_again(event: &RunEvent) -> bool {
    #[cfg(target_os = "macos")]
    {
        matches!(event, RunEvent::Reopen { .. })
    }
    #[cfg(not(target_os = "macos"))]
    {
        let _ = event;
        false
    }
}

/// Shows the reminders of now above all windows, until there are none.
fn remind(began: Instant) -> ExitCode {
    let looking = Looking::begin(Part::Reminder, began);
    let app = tauri::Builder::default()
        .manage(looking.clone())
        .invoke_handler(commands::handler())
        .setup(move |app| {
            reminder::open_when_due(app.handle().clone(), looking);
            Ok(())
        })
        .build(context());
    outcome(app, |_, _| {})
}

/// The pages and settings that are built in, once for both windows.
#[expect(clippy::exit, reason = "in the expansion of Tauri's macro")]
fn context() -> tauri::Context {
    tauri::generate_context!()
}

fn outcome(
    app: tauri::Result<tauri::App>,
    on_event: impl FnMut(&tauri::AppHandle, RunEvent) + 'static,
) -> ExitCode {
    match app {
        Ok(app) => {
            app.run(on_event);
            ExitCode::SUCCESS
        }
        Err(error) => {
            tracing::error!(%error, "the toolkit could not be started");
            ExitCode::FAILURE
        }
    }
}

fn log_to_file() {
    if let Some(folders) = Folders::of_system() {
        // A window without a log is better than none.
        let _ = logging::start(&folders.state, "window");
    }
}
