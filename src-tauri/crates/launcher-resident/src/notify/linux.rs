//! Linux: the notifications of freedesktop.org, on the session's bus.
//!
//! The one who shows them may be absent, restart, or come later: each note looks
//! anew, and what was on the screen of one that is gone is forgotten.

mod desktop;

use std::convert::Infallible;

use desktop::{Desktop, Event};
use zbus::connection::Builder;

use super::book::Book;
use crate::local::{Local, Orders};
use crate::notes::{Note, Order};

pub(super) async fn carry_out(local: &Local, mut orders: Orders) -> Infallible {
    let mut notifier = Notifier::default();
    loop {
        tokio::select! {
            Some(order) = orders.recv() => match order {
                Order::Show(note) => notifier.show(*note).await,
                Order::Update(note) => {
                    if notifier.book.id_of(&note.about).is_some() {
                        notifier.show(*note).await;
                    }
                }
                Order::TakeBack(about) => {
                    if let (Some(id), Some(desktop)) =
                        (notifier.book.strike(&about), &notifier.desktop)
                    {
                        desktop.close(id).await;
                    }
                }
            },
            event = notifier.event() => {
                let action = match event {
                    Event::Pressed { id, key } => notifier.book.pressed(id, &key),
                    Event::Closed { id, by_hand } => notifier.book.closed(id, by_hand),
                    Event::Gone => {
                        notifier = Notifier::default();
                        None
                    }
                };
                if let Some(action) = action {
                    local.act(action);
                }
            }
            // The launcher lives as long as this does.
            else => return std::future::pending().await,
        }
    }
}

#[derive(Default)]
struct Notifier {
    /// There from the first note on.
    desktop: Option<Desktop>,
    book: Book,
}

impl Notifier {
    /// Where the desktop shows none, there is nothing to do about it: the log says so.
    async fn show(&mut self, note: Note) {
        if let Err(error) = self.try_to_show(note).await {
            tracing::warn!(%error, "the desktop shows no notifications");
            *self = Self::default();
        }
    }

    async fn try_to_show(&mut self, note: Note) -> zbus::Result<()> {
        let desktop = match &mut self.desktop {
            Some(desktop) => desktop,
            nobody => nobody.insert(Desktop::connect(Builder::session()?).await?),
        };
        let replaced = self.book.id_of(&note.about).unwrap_or_default();
        let edition = self.book.edition();
        let id = desktop.show(&note, edition, replaced).await?;
        self.book.enter(id, note, edition);
        Ok(())
    }

    async fn event(&mut self) -> Event {
        match &mut self.desktop {
            Some(desktop) => desktop.event().await,
            None => std::future::pending().await,
        }
    }
}
