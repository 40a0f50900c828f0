//! The one window: how it comes up, what it may show, and how it goes.

use launcher_core::intent::Intent;
use launcher_core::settings::{Theme, WithoutTray};
use launcher_core::state::Tray;
use launcher_core::view::View;
use launcher_resident::Access;
use tauri::plugin::TauriPlugin;
use tauri::{
    AppHandle, DragDropEvent, Emitter as _, ExitRequestApi, Manager as _, Url, WebviewUrl,
    WebviewWindow, WebviewWindowBuilder, WindowEvent, Wry,
};
use tauri_plugin_window_state::StateFlags;

use crate::looking::{Looking, NoWay};
use crate::{events, focus, updates};

/// Whether the window is wanted at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Front {
    Window,
    /// It opens when it is called.
    Nothing,
}

pub(crate) const MAIN: &str = "main";

/// Remembers size and place.
pub(crate) fn remembered_place() -> TauriPlugin<Wry> {
    tauri_plugin_window_state::Builder::new()
        .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED)
        .build()
}

/// Opens the window, unless there is one already. What the resident has to show
/// comes with it, or the reason why there is none.
///
/// Where this process holds the resident, that begins here, and is given what was
/// handed over.
pub(crate) fn open_when_first(app: AppHandle, looking: Looking, given: Vec<String>, front: Front) {
    tauri::async_runtime::spawn(async move {
        #[cfg(hosted)]
        match looking.host(&app, given, front).await {
            Ok(()) => {}
            Err(NoWay::AlreadyOpen) => return app.exit(0),
            Err(NoWay::Failed(error)) => {
                tracing::error!(code = %error.code, "the resident could not begin");
                if front == Front::Nothing {
                    // Nobody could see this process, nor end it.
                    return app.exit(1);
                }
                // The page tries to reach it, and says why that fails.
            }
        }
        #[cfg(not(hosted))]
        drop(given);
        let theme = match looking.access().await {
            Ok(access) => {
                look_on(&app, &looking, access);
                access.view().settings.theme
            }
            Err(NoWay::AlreadyOpen) => return app.exit(0),
            Err(NoWay::Failed(_)) => {
                // The page asks, tells the person, and tries again.
                let app = app.clone();
                tauri::async_runtime::spawn(async move {
                    look_on(&app, &looking, looking.reached().await);
                });
                Theme::System
            }
        };
        if front == Front::Nothing {
            return;
        }
        let on_main = app.clone();
        let opening = app.run_on_main_thread(move || match open(&on_main) {
            Ok(window) => follow_theme(&window, theme),
            Err(error) => {
                tracing::error!(%error, "the window could not be opened");
                on_main.exit(1);
            }
        });
        if let Err(error) = opening {
            tracing::error!(%error, "the window could not be opened");
            app.exit(1);
        }
    });
}

/// What changes is passed on from now on, and updates are looked for.
fn look_on(app: &AppHandle, looking: &Looking, access: &Access) {
    // One that was opened before there was anybody to tell.
    if app.get_webview_window(MAIN).is_some() {
        access.window_shown();
    }
    events::pass_on(app, access);
    updates::begin(app, looking.clone(), access.views().agenda);
}

/// The window was closed. The resident stays, or ends as well if the person
/// wants that.
pub(crate) fn closed(app: &AppHandle, exit: &ExitRequestApi) {
    // Ended here, when all is done.
    exit.prevent_exit();
    let app = app.clone();
    let looking = app.state::<Looking>().inner().clone();
    tauri::async_runtime::spawn(async move {
        if let Ok(access) = looking.access().await {
            let stays = resident_stays(&access.view());
            if !stays {
                // What is gone already need not be ended.
                let _ = access.ask(Intent::Quit).await;
            }
            if cfg!(hosted) && stays {
                return access.window_gone();
            }
        }
        leave(&app, &looking);
    });
}

/// Ends this process, or leaves that to the resident in it, which has something to
/// finish first; nobody has to look at that.
pub(crate) fn leave(app: &AppHandle, looking: &Looking) {
    if looking.there().is_some_and(Access::is_here) {
        for window in app.webview_windows().values() {
            // It goes in a moment anyway.
            let _ = window.hide();
        }
        return;
    }
    app.exit(0);
}

/// Whether nothing of the launcher would be left to see, and the person has not
/// said yet what is to happen then.
fn asks_before_closing(app: &AppHandle) -> bool {
    let looking = app.state::<Looking>();
    looking.there().is_some_and(|access| {
        let view = access.view();
        view.tray == Tray::NoHost
            && view.settings.close_to_tray
            && view.settings.without_tray == WithoutTray::Ask
    })
}

/// Whether the resident stays when the window is closed.
fn resident_stays(view: &View) -> bool {
    let keeps = match view.tray {
        Tray::Shown | Tray::Unknown => true,
        // Kept or asked: whoever wanted it to end was asked and did so.
        Tray::NoHost => view.settings.without_tray != WithoutTray::Quit,
    };
    view.settings.close_to_tray && keeps
}

fn open(app: &AppHandle) -> tauri::Result<WebviewWindow> {
    let window = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::default())
        .title("OpenMeetings Launcher")
        .inner_size(460.0, 720.0)
        .min_inner_size(360.0, 480.0)
        .on_navigation(is_ours)
        .on_new_window(|_, _| tauri::webview::NewWindowResponse::Deny)
        .build()?;
    #[cfg(target_os = "linux")]
    crate::lean::keep_light(&window);
    if let Some(access) = app.state::<Looking>().there() {
        access.window_shown();
    }
    focus::tell(&window, app.state::<Looking>().inner().clone());
    let page = window.clone();
    window.on_window_event(move |event| {
        if let WindowEvent::CloseRequested { api, .. } = event
            && asks_before_closing(page.app_handle())
        {
            // The page asks, and closes the window when that is the answer.
            api.prevent_close();
            let _ = page.emit("closing", ());
        }
        if let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event
            && let Some(path) = paths.first()
        {
            // The page puts it into its field, as if it had been typed.
            let _ = page.emit("dropped", path.display().to_string());
        }
    });
    Ok(window)
}

/// Whether a page may be shown: those that were built in, and no other.
pub(crate) fn is_ours(url: &Url) -> bool {
    let host = url.host_str();
    matches!(
        (url.scheme(), host),
        ("tauri", Some("localhost")) | ("http" | "https", Some("tauri.localhost"))
    )
}

/// The frame of the window follows the person's choice; the page does by itself.
pub(crate) fn follow_theme(window: &WebviewWindow, theme: Theme) {
    let theme = match theme {
        Theme::System => None,
        Theme::Light => Some(tauri::Theme::Light),
        Theme::Dark => Some(tauri::Theme::Dark),
    };
    // A desktop without such frames has nothing to follow.
    let _ = window.set_theme(theme);
}

/// Brings the window to the front, for whoever wanted to open a second one.
pub(crate) fn present(app: &AppHandle) {
    let Some(window) = app.get_webview_window(MAIN) else {
        // It was closed, and the resident in this process calls it.
        if cfg!(hosted)
            && let Err(error) = open(app)
        {
            tracing::error!(%error, "the window could not be opened");
        }
        return;
    };
    let _ = window.unminimize();
    let _ = window.show();
    let _ = window.set_focus();
}

#[cfg(test)]
mod tests {
    use super::is_ours;

    #[test]
    fn only_pages_that_were_built_in_are_shown() {
        for (url, ours) in [
            ("tauri://localhost/index.html", true),
            ("http://tauri.localhost/", true),
            ("https://example.org/", false),
            ("http://localhost/", false),
            ("https://tauri.localhost.example.org/", false),
            ("file:///etc/passwd", false),
            ("javascript:alert(1)", false),
            ("data:text/html,x", false),
        ] {
            assert_eq!(is_ours(&url.parse().unwrap()), ours, "{url}");
        }
    }
}
