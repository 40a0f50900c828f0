//! The entries of the menu, from top to bottom.

use jiff::Timestamp;

use super::day::Day;
use super::label::give_access_keys;
use super::plain;
use super::standing::Standing;
use super::{Entry, Item, Label, MenuAction, moment_text, rooms};
use crate::meeting::upcoming::Upcoming;
use crate::plain::isolated;
use crate::state::{AppState, Join};
use crate::texts::Texts;

/// The other meetings of today that the menu lists; more are in the window.
const MOST_OF_TODAY: usize = 5;

pub(super) fn entries(
    state: &AppState,
    standing: &Standing<'_>,
    day: &Day<'_>,
    texts: &Texts,
) -> Vec<Entry> {
    let parts = [
        what_goes_on(state, standing, texts),
        meetings(standing, day, texts),
        ways_in(state, texts),
        always(texts),
    ];
    let mut entries = Vec::new();
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        if !entries.is_empty() {
            entries.push(Entry::Separator);
        }
        entries.extend(part);
    }
    if matches!(state.join, Join::Preparing { .. }) {
        put_joins_off(&mut entries);
    }
    give_all_keys(&mut entries);
    entries
}

impl Item {
    /// One that says nothing but our own words.
    pub(super) fn ours(key: &str, action: MenuAction, texts: &Texts) -> Self {
        Self {
            label: Label::ours(texts.text(key)),
            action: Some(action),
        }
    }

    /// One with a name in it.
    pub(super) fn naming(name: &str, text: String, action: MenuAction) -> Self {
        Self {
            label: Label::naming(text, name),
            action: Some(action),
        }
    }

    /// One to be read.
    fn note(text: String) -> Self {
        Self {
            label: Label::ours(text),
            action: None,
        }
    }
}

/// The join that is going on with the way out of it, and trouble.
fn what_goes_on(state: &AppState, standing: &Standing<'_>, texts: &Texts) -> Vec<Entry> {
    let mut items = Vec::new();
    match &state.join {
        Join::Preparing { subject, .. } => {
            let target = plain(&subject.target.text(texts));
            let target = isolated(&target, texts);
            let values = [("target", (*target).into())];
            items.push(Item::note(texts.with("tray-joining", &values)));
            items.push(Item::ours("tray-cancel", MenuAction::CancelJoin, texts));
        }
        Join::Idle | Join::Opened { .. } | Join::Failed { .. } => {}
    }
    if let Some(trouble) = trouble(standing, texts) {
        items.push(Item::naming(&trouble.clone(), trouble, MenuAction::Open));
    }
    items.into_iter().map(Entry::Item).collect()
}

/// What is in the way of the lists, if the person should know.
pub(super) fn trouble(standing: &Standing<'_>, texts: &Texts) -> Option<String> {
    match standing {
        Standing::Waiting(error) => {
            let message = error.message(texts);
            Some(isolated(&plain(&message), texts).into_owned())
        }
        Standing::AllFailed => Some(texts.text("tray-all-failed")),
        Standing::NoServers | Standing::NoLists | Standing::Loading | Standing::Listed => None,
    }
}

/// What is now or next, and the rest of today.
fn meetings(standing: &Standing<'_>, day: &Day<'_>, texts: &Texts) -> Vec<Entry> {
    let mut items = Vec::new();
    if *standing == Standing::NoServers {
        items.push(Item::ours("tray-add-server", MenuAction::Open, texts));
    } else {
        items.extend(nothing(standing, day, texts).map(Item::note));
    }
    items.extend(day.featured().map(|meeting| featured(meeting, day, texts)));
    let mut rest = day.rest();
    let listed = rest.by_ref().take(MOST_OF_TODAY);
    items.extend(listed.map(|meeting| row(meeting, day, texts)));
    if rest.next().is_some() {
        items.push(Item::ours("tray-more", MenuAction::Open, texts));
    }
    items.into_iter().map(Entry::Item).collect()
}

/// What is said where today has no meeting any more.
pub(super) fn nothing(standing: &Standing<'_>, day: &Day<'_>, texts: &Texts) -> Option<String> {
    if day.featured().is_some_and(|meeting| day.is_today(meeting)) {
        return None;
    }
    let key = match standing {
        Standing::NoServers => "tray-no-servers",
        Standing::Loading => "tray-loading",
        Standing::Listed if day.had_any() => "tray-nothing-more",
        Standing::Listed => "tray-nothing",
        // Nobody knows.
        Standing::NoLists | Standing::AllFailed | Standing::Waiting(_) => return None,
    };
    Some(texts.text(key))
}

/// The meeting that is now or next: says when it can be joined.
fn featured(meeting: &Upcoming, day: &Day<'_>, texts: &Texts) -> Item {
    let title = moment_text::title(meeting, texts);
    let line = moment_text::with_moment(&title, meeting, day, texts);
    let text = match opens(meeting, day) {
        Opens::Now => texts.with("tray-join", &[("meeting", line.into())]),
        Opens::At(time) => {
            let time = moment_text::time(time, day.zone);
            let values = [("meeting", line.into()), ("time", time.into())];
            texts.with("tray-opens-at", &values)
        }
        Opens::Never => texts.with("tray-no-room", &[("meeting", line.into())]),
    };
    Item::naming(&title, text, action(meeting, day))
}

/// One of the others of today.
fn row(meeting: &Upcoming, day: &Day<'_>, texts: &Texts) -> Item {
    let title = moment_text::title(meeting, texts);
    let time = moment_text::time(meeting.start, day.zone);
    let values = [("time", time.into()), ("meeting", (&title).into())];
    Item::naming(
        &title,
        texts.with("tray-row", &values),
        action(meeting, day),
    )
}

/// What cannot be joined now is shown by the window, with all there is to know.
fn action(meeting: &Upcoming, day: &Day<'_>) -> MenuAction {
    match opens(meeting, day) {
        Opens::Now => MenuAction::Join {
            key: meeting.key.clone(),
        },
        Opens::At(_) | Opens::Never => MenuAction::Open,
    }
}

/// When one can enter.
enum Opens {
    Now,
    At(Timestamp),
    /// It has no room.
    Never,
}

fn opens(meeting: &Upcoming, day: &Day<'_>) -> Opens {
    match meeting.open_from {
        _ if !meeting.has_room => Opens::Never,
        Some(at) if at > day.now => Opens::At(at),
        Some(_) | None => Opens::Now,
    }
}

/// The ways into rooms beside the meetings.
fn ways_in(state: &AppState, texts: &Texts) -> Vec<Entry> {
    let field = Item::ours("tray-field", MenuAction::OpenField, texts);
    let mut entries = vec![Entry::Item(field)];
    let items = rooms::rooms(state, texts);
    if !items.is_empty() {
        let label = Label::ours(texts.text("tray-rooms"));
        entries.push(Entry::Submenu { label, items });
    }
    entries.extend(rooms::joined_last(state, texts).map(Entry::Item));
    entries
}

fn always(texts: &Texts) -> Vec<Entry> {
    let items = [
        Item::ours("tray-open", MenuAction::Open, texts),
        Item::ours("tray-settings", MenuAction::OpenSettings, texts),
        Item::ours("tray-quit", MenuAction::Quit, texts),
    ];
    items.map(Entry::Item).into()
}

/// While a join is going on there is no second one.
fn put_joins_off(entries: &mut [Entry]) {
    let put_off = |item: &mut Item| {
        item.action = item.action.take().filter(|action| !action.joins());
    };
    for entry in entries {
        match entry {
            Entry::Item(item) => put_off(item),
            Entry::Submenu { items, .. } => items.iter_mut().for_each(put_off),
            Entry::Separator => {}
        }
    }
}

/// Each menu has keys of its own; what can only be read needs none.
fn give_all_keys(entries: &mut [Entry]) {
    let mut labels = Vec::new();
    for entry in entries {
        match entry {
            Entry::Item(item) if item.action.is_some() => labels.push(&mut item.label),
            Entry::Submenu { label, items } => {
                give_access_keys(items.iter_mut().map(|item| &mut item.label));
                labels.push(label);
            }
            Entry::Item(_) | Entry::Separator => {}
        }
    }
    give_access_keys(labels);
}
