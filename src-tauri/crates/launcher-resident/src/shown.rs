//! [`Shown`]: whether somebody has a window before him.
//!
//! The seat of the window is another thing: where the window is in the process of the
//! resident, it is taken as long as that lives, with a window on the screen or none.

use tokio::sync::watch;

/// How many windows came so far, and how many are there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Windows {
    came: u64,
    there: u64,
}

/// Follows windows as they come and go.
#[derive(Debug, Default)]
pub(crate) struct Shown(watch::Sender<Windows>);

/// A window, for as long as it is kept.
#[derive(Debug)]
pub(crate) struct Window(watch::Sender<Windows>);

/// What follows them.
#[derive(Clone, Debug)]
pub(crate) struct Follower {
    windows: watch::Receiver<Windows>,
    seen: u64,
}

impl Shown {
    /// A window comes.
    pub(crate) fn window(&self) -> Window {
        self.0.send_modify(|windows| {
            windows.came += 1;
            windows.there += 1;
        });
        Window(self.0.clone())
    }

    pub(crate) fn follow(&self) -> Follower {
        let windows = self.0.subscribe();
        let seen = windows.borrow().came;
        Follower { windows, seen }
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        self.0.send_modify(|windows| windows.there -= 1);
    }
}

impl Follower {
    pub(crate) fn has_window(&self) -> bool {
        self.windows.borrow().there > 0
    }

    /// Waits until one comes.
    pub(crate) async fn came(&mut self) {
        let seen = self.seen;
        let wait = self.windows.wait_for(|windows| windows.came != seen);
        if let Ok(windows) = wait.await {
            self.seen = windows.came;
            return;
        }
        std::future::pending::<()>().await;
    }

    /// Waits until there is none.
    pub(crate) async fn gone(&self) {
        let mut windows = self.windows.clone();
        if windows
            .wait_for(|windows| windows.there == 0)
            .await
            .is_err()
        {
            std::future::pending::<()>().await;
        }
    }
}
