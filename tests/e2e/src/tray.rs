//! [`TrayItem`]: the icon of the launcher, as a panel and its person use it.

use std::collections::HashMap;

use zbus::zvariant::{OwnedValue, Value};
use zbus::{Connection, Proxy};

use crate::wait::{self, until};

const ITEM: &str = "org.kde.StatusNotifierItem";
const MENU: &str = "com.canonical.dbusmenu";

/// Marks of direction; nobody sees them.
const ISOLATES: [char; 2] = ['\u{2068}', '\u{2069}'];

/// What `GetLayout` gives for an entry: number, properties, entries below.
type Layout = (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>);

/// An icon with its menu.
#[derive(Debug)]
pub struct TrayItem {
    item: Proxy<'static>,
    menu: Proxy<'static>,
}

/// An entry that can be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MenuEntry {
    id: i32,
    /// As it is shown, without the mark of its key.
    pub label: String,
    /// The letter that chooses it.
    pub access_key: Option<char>,
    pub enabled: bool,
    pub entries: Vec<MenuEntry>,
}

impl TrayItem {
    pub(crate) async fn new(connection: &Connection, name: String) -> Self {
        let item = proxy(connection, &name, "/StatusNotifierItem", ITEM).await;
        let path: zbus::zvariant::OwnedObjectPath = item.get_property("Menu").await.unwrap();
        let menu = proxy(connection, &name, path.as_str(), MENU).await;
        Self { item, menu }
    }

    /// The text beside the pointer.
    pub async fn tooltip(&self) -> String {
        type Pixels = Vec<(i32, i32, Vec<u8>)>;
        let tip: (String, Pixels, String, String) = self.property("ToolTip").await;
        format!("{}\n{}", tip.2, tip.3).replace(ISOLATES, "")
    }

    pub async fn status(&self) -> String {
        self.property("Status").await
    }

    /// The name of the icon in themes; empty if only its pixels count.
    pub async fn icon_name(&self) -> String {
        self.property("IconName").await
    }

    /// The icon in its sizes: width, height, pixels.
    pub async fn pixels(&self) -> Vec<(i32, i32, Vec<u8>)> {
        self.property("IconPixmap").await
    }

    /// Waits until the tooltip says this.
    pub async fn says(&self, words: &str) {
        let mut last = String::new();
        let mut look = async || {
            last = self.tooltip().await;
            last.contains(words).then_some(())
        };
        let said = wait::within(wait::LIMIT, &mut look).await.is_some();
        assert!(said, "the tray does not say “{words}”, but: {last}");
    }

    /// A click with the left button.
    pub async fn click(&self) {
        self.call("Activate").await;
    }

    /// A click with the middle button.
    pub async fn middle_click(&self) {
        self.call("SecondaryActivate").await;
    }

    /// Waits for an entry whose label begins like this, opened as a person opens it.
    pub async fn entry(&self, beginning: &str) -> MenuEntry {
        let mut last = Vec::new();
        let mut look = async || {
            last = self.menu().await;
            let below = last.iter().flat_map(|entry| &entry.entries);
            let mut all = last.iter().chain(below);
            all.find(|entry| entry.label.starts_with(beginning))
                .cloned()
        };
        match wait::within(wait::LIMIT, &mut look).await {
            Some(entry) => entry,
            None => panic!("no entry begins with “{beginning}”; there are: {last:#?}"),
        }
    }

    /// Opens the menu, as a panel says that it does.
    pub async fn open_menu(&self) {
        let _: bool = self.menu.call("AboutToShow", &(0_i32,)).await.unwrap();
    }

    /// Chooses an entry. If the menu changes at this moment, again.
    pub async fn choose(&self, beginning: &str) {
        until(&format!("“{beginning}” to choose"), async || {
            let entry = self.entry(beginning).await;
            assert!(entry.enabled, "{entry:?} cannot be chosen");
            let event = (entry.id, "clicked", Value::from(0_i32), 0_u32);
            self.menu.call_method("Event", &event).await.ok()
        })
        .await;
    }

    /// The entries, as the person sees them.
    pub async fn menu(&self) -> Vec<MenuEntry> {
        let question = (0_i32, -1_i32, Vec::<String>::new());
        let (_, layout): (u32, Layout) = self.menu.call("GetLayout", &question).await.unwrap();
        entries(layout.2)
    }

    async fn call(&self, method: &str) {
        let () = self.item.call(method, &(0_i32, 0_i32)).await.unwrap();
    }

    async fn property<T>(&self, name: &str) -> T
    where
        T: TryFrom<OwnedValue>,
        T::Error: Into<zbus::Error>,
    {
        self.item.get_property(name).await.unwrap()
    }
}

fn entries(values: Vec<OwnedValue>) -> Vec<MenuEntry> {
    let layouts = values.into_iter().map(|value| {
        Layout::try_from(value).expect("entries are numbers with properties and entries")
    });
    layouts.filter_map(seen).collect()
}

/// Nothing for separators and what is hidden.
fn seen((id, properties, below): Layout) -> Option<MenuEntry> {
    let flag = |name: &str| {
        let value = properties
            .get(name)
            .map(|value| bool::try_from(value).unwrap());
        value.unwrap_or(true)
    };
    if properties.contains_key("type") || !flag("visible") {
        return None;
    }
    let marked: &str = properties.get("label")?.try_into().unwrap();
    let (label, access_key) = unmarked(marked);
    Some(MenuEntry {
        id,
        label: label.replace(ISOLATES, ""),
        access_key,
        enabled: flag("enabled"),
        entries: entries(below),
    })
}

/// Takes the mark of the key away: a doubled one is one.
fn unmarked(marked: &str) -> (String, Option<char>) {
    let mut label = String::new();
    let mut key = None;
    let mut letters = marked.chars();
    while let Some(letter) = letters.next() {
        if letter != '_' {
            label.push(letter);
        } else if let Some(next) = letters.next() {
            key = key.or((next != '_').then_some(next));
            label.push(next);
        }
    }
    (label, key)
}

async fn proxy(
    connection: &Connection,
    name: &str,
    path: &str,
    interface: &'static str,
) -> Proxy<'static> {
    zbus::proxy::Builder::new(connection)
        .destination(name.to_owned())
        .unwrap()
        .path(path.to_owned())
        .unwrap()
        .interface(interface)
        .unwrap()
        .cache_properties(zbus::proxy::CacheProperties::No)
        .build()
        .await
        .unwrap()
}
