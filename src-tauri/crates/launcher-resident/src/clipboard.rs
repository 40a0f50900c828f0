//! [`Clipboard`]: the person's clipboard, on a thread of its own.
//!
//! On X11 and Wayland a text on the clipboard is served by whoever put it there,
//! for as long as somebody may paste it: the thread stays once it was needed.

use std::sync::OnceLock;
use std::sync::mpsc::{Receiver, Sender, channel};

use launcher_core::error::LauncherError;
use launcher_core::launcher::Copied;
use secrecy::ExposeSecret as _;
use tokio::sync::oneshot;

use crate::trouble;

/// Nothing is opened before the first text.
#[derive(Default)]
pub(crate) struct Clipboard {
    jobs: OnceLock<Sender<Job>>,
}

struct Job {
    copied: Copied,
    done: oneshot::Sender<Result<(), arboard::Error>>,
}

impl Clipboard {
    pub(crate) async fn put(&self, copied: Copied) -> Result<(), LauncherError> {
        let (done, outcome) = oneshot::channel();
        // A thread that cannot be had drops the job, and its outcome with it.
        let _ = self.jobs.get_or_init(begin).send(Job { copied, done });
        match outcome.await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(error)) => Err(trouble::no_clipboard(&error)),
            Err(error) => Err(trouble::no_clipboard(&error)),
        }
    }
}

fn begin() -> Sender<Job> {
    let (sender, jobs) = channel();
    let thread = std::thread::Builder::new().name("clipboard".to_owned());
    if let Err(error) = thread.spawn(move || work(&jobs)) {
        tracing::warn!(%error, "there is no thread for the clipboard");
    }
    sender
}

fn work(jobs: &Receiver<Job>) {
    let mut clipboard = None;
    while let Ok(Job { copied, done }) = jobs.recv() {
        let outcome = put(&mut clipboard, &copied);
        if outcome.is_err() {
            // A display that went away may come back as another one.
            clipboard = None;
        }
        // Who asked may have gone away.
        let _ = done.send(outcome);
    }
}

fn put(clipboard: &mut Option<arboard::Clipboard>, copied: &Copied) -> Result<(), arboard::Error> {
    let open = match clipboard.take() {
        Some(open) => open,
        None => arboard::Clipboard::new()?,
    };
    let set = clipboard.insert(open).set();
    let set = if copied.is_sensitive {
        out_of_history(set)
    } else {
        set
    };
    set.text(copied.text.expose_secret())
}

/// Asks clipboard histories not to keep it.
fn out_of_history(set: arboard::Set<'_>) -> arboard::Set<'_> {
    #[cfg(target_os = "macos")]
    use arboard::SetExtApple as _;
    #[cfg(target_os = "linux")]
    use arboard::SetExtLinux as _;
    #[cfg(windows)]
    use arboard::SetExtWindows as _;

    #[cfg(windows)]
    return set.exclude_from_cloud().exclude_from_history();
    #[cfg(not(windows))]
    set.exclude_from_history()
}
