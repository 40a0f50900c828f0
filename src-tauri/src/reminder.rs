//! The floating reminder: a small window above all others that a person cannot
//! miss. It is a program of its own while it is shown, and goes by itself.

use launcher_core::plain::plain;
use launcher_core::view::ReminderView;
use tauri::{AppHandle, Manager as _, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

use crate::events;
use crate::looking::Looking;
use crate::window::is_ours;

const REMINDER: &str = "reminder";

const LONGEST_TITLE: usize = 120;

const WIDTH: f64 = 380.0;
/// Enough for a title of two lines and an error with its advice.
const HEIGHT: f64 = 240.0;

/// From the corner of the screen, in points.
const MARGIN: f64 = 24.0;

/// Opens it, if there is something to be reminded of.
pub(crate) fn open_when_due(app: AppHandle, looking: Looking) {
    tauri::async_runtime::spawn(async move {
        let Ok(access) = looking.access().await else {
            // The resident that started this is gone: it reminds no more.
            return app.exit(0);
        };
        events::pass_on(&app, access);
        let mut views = access.views().view;
        let first = views.borrow().reminders.first().map(title);
        let Some(title) = first else {
            return app.exit(0);
        };
        let on_main = app.clone();
        let opening = app.run_on_main_thread(move || {
            if let Err(error) = open(&on_main, &title) {
                tracing::error!(%error, "the reminder could not be opened");
                on_main.exit(1);
            }
        });
        if opening.is_err() {
            return app.exit(1);
        }
        // Ends with the last reminder, or with the resident.
        drop(views.wait_for(|view| view.reminders.is_empty()).await);
        app.exit(0);
    });
}

/// What a screen reader says when the window comes.
fn title(reminder: &ReminderView) -> String {
    let meeting = plain(&reminder.title, LONGEST_TITLE);
    let parts = [meeting.as_str(), "OpenMeetings Launcher"];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" – ")
}

fn open(app: &AppHandle, title: &str) -> tauri::Result<WebviewWindow> {
    let page = WebviewUrl::App("reminder.html".into());
    let window = WebviewWindowBuilder::new(app, REMINDER, page)
        .title(title)
        .inner_size(WIDTH, HEIGHT)
        .resizable(false)
        .decorations(false)
        .always_on_top(true)
        .visible_on_all_workspaces(true)
        .skip_taskbar(true)
        .on_navigation(is_ours)
        .on_new_window(|_, _| tauri::webview::NewWindowResponse::Deny)
        .build()?;
    to_corner(&window)?;
    Ok(window)
}

/// Where desktops put what they have to say. Those that place windows themselves
/// do as they like.
fn to_corner(window: &WebviewWindow) -> tauri::Result<()> {
    let monitor = match window.current_monitor()? {
        Some(monitor) => Some(monitor),
        None => window.app_handle().primary_monitor()?,
    };
    let Some(monitor) = monitor else {
        return Ok(());
    };
    let area = monitor.work_area();
    let scale = monitor.scale_factor();
    let place = area.position.to_logical::<f64>(scale);
    let size = area.size.to_logical::<f64>(scale);
    window.set_position(tauri::LogicalPosition::new(
        place.x + size.width - WIDTH - MARGIN,
        place.y + MARGIN,
    ))
}
