//! Windows and macOS: the toolkit's tray draws the menu that the resident makes.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use launcher_core::state;
use launcher_core::tray_menu::{Entry, Item, Label, MenuAction, TrayIcon, TrayMenu};
use launcher_resident::{Grabbed, Local, Pressed, Toolkit};
use tauri::image::Image;
use tauri::menu::{Menu, MenuEvent, MenuItem, PredefinedMenuItem, Submenu};
use tauri::tray::{MouseButton, MouseButtonState, TrayIconBuilder, TrayIconEvent};
use tauri::{AppHandle, Wry};

use crate::hosting::shortcut;

const ID: &str = "launcher";

/// What stands before the access key of an entry: menus of macOS have none, and
/// take it out.
const MARK: char = '&';

/// The icon in the tray; clones are the same.
#[derive(Clone, Debug)]
pub(crate) struct Tray {
    app: AppHandle,
    /// Whom clicks are for.
    local: Arc<OnceLock<Local>>,
    /// How many menus were drawn.
    drawn: Arc<AtomicU64>,
    /// What the entries of the menu do that is shown now.
    actions: Arc<Mutex<BTreeMap<String, MenuAction>>>,
}

impl Tray {
    pub(crate) fn new(app: AppHandle) -> Self {
        Self {
            app,
            local: Arc::default(),
            drawn: Arc::default(),
            actions: Arc::default(),
        }
    }

    /// Clicks are for this one from now on.
    pub(crate) fn click_through(&self, local: Local) {
        // There is one resident in this process.
        let _ = self.local.set(local);
    }

    fn show(&self, menu: &TrayMenu) -> tauri::Result<()> {
        let mut drawing = Drawing {
            app: &self.app,
            number: self.drawn.fetch_add(1, Ordering::Relaxed),
            count: 0,
            actions: BTreeMap::new(),
        };
        let drawn = drawing.menu(&menu.entries)?;
        *self.actions() = drawing.actions;
        let picture = Image::from_bytes(picture(menu.icon))?;
        let tooltip = format!("{}\n{}", menu.tooltip.title, menu.tooltip.text);
        if let Some(icon) = self.app.tray_by_id(ID) {
            icon.set_menu(Some(drawn))?;
            icon.set_icon_with_as_template(Some(picture), true)?;
            return icon.set_tooltip(Some(tooltip.trim_end()));
        }
        let (clicked, chosen) = (self.clone(), self.clone());
        TrayIconBuilder::with_id(ID)
            .icon(picture)
            .icon_as_template(true)
            .tooltip(tooltip.trim_end())
            .menu(&drawn)
            // There a click on an icon has always opened its menu.
            .show_menu_on_left_click(cfg!(target_os = "macos"))
            .on_tray_icon_event(move |_, event| clicked.clicked(&event))
            .on_menu_event(move |_, event| chosen.chosen(&event))
            .build(&self.app)?;
        if let Some(local) = self.local.get() {
            local.launcher().set_tray(state::Tray::Shown);
        }
        Ok(())
    }

    fn clicked(&self, event: &TrayIconEvent) {
        // The toolkit does not tell when a menu opens, but what comes before it.
        if matches!(event, TrayIconEvent::Enter { .. })
            && let Some(local) = self.local.get()
        {
            local.menu_opened();
        }
        if let TrayIconEvent::Click {
            button: MouseButton::Left,
            button_state: MouseButtonState::Up,
            ..
        } = event
            && !cfg!(target_os = "macos")
        {
            self.act(MenuAction::Open);
        }
    }

    fn chosen(&self, event: &MenuEvent) {
        let action = self.actions().get(event.id().as_ref()).cloned();
        if let Some(action) = action {
            self.act(action);
        }
    }

    fn act(&self, action: MenuAction) {
        if let Some(local) = self.local.get().cloned() {
            // Clicks come from the toolkit's thread, which has no runtime.
            tauri::async_runtime::spawn(async move { local.act(action.into()) });
        }
    }

    fn actions(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, MenuAction>> {
        self.actions.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Toolkit for Tray {
    fn draw_tray(&self, menu: &TrayMenu) {
        let (tray, menu) = (self.clone(), menu.clone());
        let drawing = self.app.run_on_main_thread(move || {
            if let Err(error) = tray.show(&menu) {
                tracing::warn!(%error, "the icon in the tray could not be drawn");
            }
        });
        if let Err(error) = drawing {
            tracing::warn!(%error, "the icon in the tray could not be drawn");
        }
    }

    fn grab(&self, keys: &str, pressed: Pressed) -> Option<Grabbed> {
        shortcut::grab(&self.app, keys, pressed)
    }
}

/// A menu that is being made.
struct Drawing<'a> {
    app: &'a AppHandle,
    /// Which one it is: an entry of an older menu, clicked late, does nothing.
    number: u64,
    count: usize,
    actions: BTreeMap<String, MenuAction>,
}

impl Drawing<'_> {
    fn menu(&mut self, entries: &[Entry]) -> tauri::Result<Menu<Wry>> {
        let drawn = Menu::new(self.app)?;
        for entry in entries {
            match entry {
                Entry::Item(item) => drawn.append(&self.item(item)?)?,
                Entry::Separator => drawn.append(&PredefinedMenuItem::separator(self.app)?)?,
                Entry::Submenu { label, items } => {
                    let submenu = Submenu::new(self.app, marked(label), true)?;
                    for item in items {
                        submenu.append(&self.item(item)?)?;
                    }
                    drawn.append(&submenu)?;
                }
            }
        }
        Ok(drawn)
    }

    fn item(&mut self, item: &Item) -> tauri::Result<MenuItem<Wry>> {
        self.count += 1;
        let id = format!("{}/{}", self.number, self.count);
        let is_enabled = item.action.is_some();
        let drawn =
            MenuItem::with_id(self.app, &id, marked(&item.label), is_enabled, None::<&str>)?;
        if let Some(action) = &item.action {
            self.actions.insert(id, action.clone());
        }
        Ok(drawn)
    }
}

fn marked(label: &Label) -> String {
    label.marked(MARK)
}

/// As drawn in `icons/tray`.
fn picture(icon: TrayIcon) -> &'static [u8] {
    match icon {
        TrayIcon::Idle => include_bytes!("../../icons/tray/idle@2x.png"),
        TrayIcon::Soon => include_bytes!("../../icons/tray/soon@2x.png"),
        TrayIcon::Live => include_bytes!("../../icons/tray/live@2x.png"),
        TrayIcon::Trouble => include_bytes!("../../icons/tray/trouble@2x.png"),
    }
}
