//! [`Icon`]: the item as hosts ask for it.

use ksni::menu::{MenuItem, StandardItem, SubMenu};
use ksni::{Category, Status, TextDirection, ToolTip, Tray};
use launcher_core::tray_menu::{Entry, Item, Label, MenuAction, TrayIcon, TrayMenu};

use super::{pixmap, theme};
use crate::local::Local;

/// What stands before the access key of an entry.
const MARK: char = '_';

/// The item with what it shows.
pub(super) struct Icon {
    local: Local,
    menu: TrayMenu,
    look: Look,
    order: Order,
}

/// The picture of a state.
struct Look {
    icon: TrayIcon,
    name: Option<&'static str>,
    pixmaps: Vec<ksni::Icon>,
}

/// Flips whenever entries do something else than before. Hosts name entries by
/// their place: a click on a place must not do what stands there since a moment.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    Even,
    Odd,
}

impl Icon {
    pub(super) fn new(local: Local, menu: TrayMenu) -> Self {
        Self {
            local,
            look: Look::of(menu.icon),
            menu,
            order: Order::Even,
        }
    }

    /// Shows this from now on.
    pub(super) fn show(&mut self, menu: TrayMenu) {
        if self.look.icon != menu.icon {
            self.look = Look::of(menu.icon);
        }
        if actions(&self.menu) != actions(&menu) {
            self.order = match self.order {
                Order::Even => Order::Odd,
                Order::Odd => Order::Even,
            };
        }
        self.menu = menu;
    }
}

impl Look {
    fn of(icon: TrayIcon) -> Self {
        Self {
            icon,
            name: theme::name(icon, &theme::folders()),
            pixmaps: pixmap::pixmaps(icon),
        }
    }
}

impl Tray for Icon {
    fn id(&self) -> String {
        "openmeetings-launcher".to_owned()
    }

    fn category(&self) -> Category {
        Category::Communications
    }

    fn title(&self) -> String {
        self.menu.tooltip.title.clone()
    }

    fn status(&self) -> Status {
        match self.menu.icon {
            TrayIcon::Idle | TrayIcon::Soon | TrayIcon::Live => Status::Active,
            TrayIcon::Trouble => Status::NeedsAttention,
        }
    }

    fn icon_name(&self) -> String {
        self.look.name.unwrap_or_default().to_owned()
    }

    fn icon_pixmap(&self) -> Vec<ksni::Icon> {
        self.look.pixmaps.clone()
    }

    // Hosts show this one in place of the other while it wants attention.
    fn attention_icon_name(&self) -> String {
        self.icon_name()
    }

    fn attention_icon_pixmap(&self) -> Vec<ksni::Icon> {
        self.icon_pixmap()
    }

    fn tool_tip(&self) -> ToolTip {
        ToolTip {
            title: self.menu.tooltip.title.clone(),
            description: escaped(&self.menu.tooltip.text),
            ..ToolTip::default()
        }
    }

    fn text_direction(&self) -> TextDirection {
        if self.menu.right_to_left {
            TextDirection::RightToLeft
        } else {
            TextDirection::LeftToRight
        }
    }

    fn activate(&mut self, _: i32, _: i32) {
        self.local.act(MenuAction::Open.into());
    }

    fn secondary_activate(&mut self, _: i32, _: i32) {
        self.local.act(MenuAction::JoinNext.into());
    }

    fn menu_about_to_show(&mut self) {
        self.local.menu_opened();
    }

    fn menu(&self) -> Vec<MenuItem<Self>> {
        let mut items: Vec<MenuItem<Self>> = self.menu.entries.iter().map(drawn).collect();
        if self.order == Order::Odd {
            // One more entry, so that all get new numbers.
            items.push(MenuItem::Standard(StandardItem {
                visible: false,
                ..StandardItem::default()
            }));
        }
        items
    }
}

fn drawn(entry: &Entry) -> MenuItem<Icon> {
    match entry {
        Entry::Item(item) => MenuItem::Standard(standard(item)),
        Entry::Submenu { label, items } => MenuItem::SubMenu(SubMenu {
            label: label.marked(MARK),
            submenu: items.iter().map(standard).map(MenuItem::from).collect(),
            ..SubMenu::default()
        }),
        Entry::Separator => MenuItem::Separator,
    }
}

fn standard(item: &Item) -> StandardItem<Icon> {
    let Item { label, action } = item;
    let mut standard = StandardItem {
        label: Label::marked(label, MARK),
        enabled: action.is_some(),
        ..StandardItem::default()
    };
    if let Some(action) = action.clone() {
        standard.activate = Box::new(move |icon: &mut Icon| icon.local.act(action.clone().into()));
    }
    standard
}

/// What the entries do, in order.
fn actions(menu: &TrayMenu) -> Vec<Option<&MenuAction>> {
    let entries = menu.entries.iter();
    entries
        .flat_map(|entry| match entry {
            Entry::Item(item) => std::slice::from_ref(item),
            Entry::Submenu { items, .. } => items,
            Entry::Separator => &[],
        })
        .map(|item| item.action.as_ref())
        .collect()
}

/// The text of a tooltip may hold marks of HTML; ours holds none.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
