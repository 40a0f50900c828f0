//! [`Here`]: the way to a resident in this process.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use launcher_core::error::ErrorView;
use launcher_core::intent::{Intent, Outcome};
use launcher_core::secret::Password;
use launcher_core::view::{NoticeView, View};
use tokio::sync::{broadcast, watch};

use super::{Connection, Later, Views, Way};
use crate::local::{Local, Seat};
use crate::shown::Window;

/// Messages that wait for a window that is busy.
const WAITING: usize = 16;

/// The window in the process of the resident, on its seat.
pub(super) struct Here {
    local: Local,
    seat: Seat,
    /// On the screen now, which it is not as long as the seat is taken.
    window: Mutex<Option<Window>>,
    /// It ends with this process only, which ends when the resident has.
    connection: watch::Sender<Connection>,
}

impl Here {
    pub(super) fn sit_down(local: Local) -> Option<Self> {
        let seat = local.seat_window()?;
        Some(Self {
            local,
            seat,
            window: Mutex::default(),
            connection: watch::Sender::new(Connection::Connected),
        })
    }
}

impl Way for Here {
    fn ask(&self, intent: Intent) -> Later<'_, Outcome> {
        Box::pin(self.local.ask(intent))
    }

    fn hold_password(&self, password: Password) -> Later<'_, Result<(), ErrorView>> {
        self.local.launcher().hold_password(password);
        Box::pin(std::future::ready(Ok(())))
    }

    fn window_shown(&self) {
        let window = self.local.shown().window();
        *self.window.lock().unwrap_or_else(PoisonError::into_inner) = Some(window);
    }

    fn window_gone(&self) {
        drop(
            self.window
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .take(),
        );
        self.local.focus(false);
        self.local.window_gone();
    }

    fn view(&self) -> View {
        self.local.pictures().everything().view
    }

    /// Drawn for as long as somebody looks.
    fn views(&self) -> Views {
        let everything = self.local.pictures().everything();
        let mut of_agenda = everything.agenda.revision;
        let view = watch::Sender::new(Arc::new(everything.view));
        let agenda = watch::Sender::new(Arc::new(everything.agenda));
        let views = Views {
            view: view.subscribe(),
            agenda: agenda.subscribe(),
        };
        let local = self.local.clone();
        let mut states = local.launcher().subscribe();
        tokio::spawn(async move {
            loop {
                tokio::select! {
                    changed = states.changed() => if changed.is_err() { return },
                    () = view.closed() => return,
                }
                let drawn = local.pictures().everything();
                if drawn.agenda.revision != of_agenda {
                    of_agenda = drawn.agenda.revision;
                    agenda.send_replace(Arc::new(drawn.agenda));
                }
                view.send_replace(Arc::new(drawn.view));
            }
        });
        views
    }

    fn notices(&self) -> broadcast::Receiver<NoticeView> {
        let (sender, receiver) = broadcast::channel(WAITING);
        let local = self.local.clone();
        for said in local.take_said() {
            // The receiver is in hand.
            let _ = sender.send(local.notice(&said));
        }
        let mut notices = local.launcher().notices();
        tokio::spawn(async move {
            loop {
                match notices.recv().await {
                    Ok(notice) => {
                        if sender.send(local.notice(&notice)).is_err() {
                            return;
                        }
                    }
                    Err(broadcast::error::RecvError::Lagged(_)) => {}
                    Err(broadcast::error::RecvError::Closed) => return,
                }
            }
        });
        receiver
    }

    fn connection(&self) -> watch::Receiver<Connection> {
        self.connection.subscribe()
    }

    fn is_here(&self) -> bool {
        true
    }

    fn present(&self) -> watch::Receiver<u64> {
        self.seat.clone()
    }
}

impl fmt::Debug for Here {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Here(…)")
    }
}
