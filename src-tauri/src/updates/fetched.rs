//! The server of updates: what it has, and [`Fetched`], what came from it.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use launcher_core::update::Release;
use tauri::AppHandle;
use tauri_plugin_updater::{Update, UpdaterExt as _};
use tokio::sync::{Notify, watch};

use super::source::Source;
use super::trouble::{Failure, Phase};

/// The server of updates answers within this, however long an answer is.
const ANSWERED_WITHIN: Duration = Duration::from_secs(30);

/// What comes of a download comes within this, or it broke off.
const SILENT_FOR: Duration = Duration::from_secs(30);

/// No launcher is larger, in bytes. All of it is in memory until its signature is known.
const LARGEST: u64 = 300 * 1024 * 1024;

/// Held while files are replaced.
static REPLACING: Mutex<()> = Mutex::new(());

/// What is ready to be put in place of this program: its signature is good.
pub(super) struct Fetched {
    update: Update,
    bytes: Vec<u8>,
}

/// Asks the server of updates for what is newer than this program.
pub(super) async fn look_up(app: &AppHandle, source: &Source) -> Result<Option<Update>, Failure> {
    let failed = |error| Failure::of(error, Phase::Check);
    let mut builder = app
        .updater_builder()
        .pubkey(source.key.as_str())
        .endpoints(vec![source.address.clone()])
        .map_err(failed)?
        .timeout(ANSWERED_WITHIN)
        .configure_client(|client| {
            client
                .connect_timeout(ANSWERED_WITHIN)
                .read_timeout(SILENT_FOR)
        });
    if let Some(program) = &source.program {
        builder = builder.executable_path(program);
    }
    let updater = builder.build().map_err(failed)?;
    updater.check().await.map_err(failed)
}

/// Downloads it, and says how far that is.
pub(super) async fn download(
    update: Update,
    progress: watch::Sender<Option<u8>>,
) -> Result<Fetched, Failure> {
    let mut so_far = 0_u64;
    let endless = Arc::new(Notify::new());
    let too_much = Arc::clone(&endless);
    let on_chunk = move |length: usize, total| {
        so_far = so_far.saturating_add(length as u64);
        if so_far > LARGEST {
            too_much.notify_one();
        }
        let now = percent(so_far, total);
        progress.send_if_modified(|last| std::mem::replace(last, now) != now);
    };
    let downloaded = tokio::select! {
        downloaded = update.download(on_chunk, || {}) => downloaded,
        () = endless.notified() => return Err(Failure::endless()),
    };
    match downloaded {
        Ok(bytes) => Ok(Fetched { update, bytes }),
        Err(error) => Err(Failure::of(error, Phase::Download)),
    }
}

impl Fetched {
    /// Replaces the program. The signature is looked at once more.
    pub(super) async fn put_in_place(self) -> Result<(), Failure> {
        let installing = move || {
            let _replacing = REPLACING.lock().unwrap_or_else(PoisonError::into_inner);
            self.update.install(&self.bytes)
        };
        let failed = |error| Failure::of(error, Phase::Install);
        match tauri::async_runtime::spawn_blocking(installing).await {
            Ok(outcome) => outcome.map_err(failed),
            Err(error) => Err(failed(error.into())),
        }
    }
}

/// Waits until no file is being replaced: half a program would be left.
pub(crate) fn wait_for_replacing() {
    drop(REPLACING.lock().unwrap_or_else(PoisonError::into_inner));
}

/// A release as the resident knows it.
pub(super) fn release(update: &Update) -> Release {
    Release::new(&update.version, update.body.as_deref().unwrap_or_default())
}

/// 0 to 100, if it is known how much there is.
fn percent(so_far: u64, total: Option<u64>) -> Option<u8> {
    let total = total.filter(|total| *total > 0)?;
    let percent = so_far.saturating_mul(100) / total;
    Some(u8::try_from(percent.min(100)).unwrap_or(100))
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn progress_is_known_only_of_what_has_a_length() {
        assert_eq!(percent(5, None), None);
        assert_eq!(percent(5, Some(0)), None);
        assert_eq!(percent(5, Some(10)), Some(50));
        assert_eq!(percent(20, Some(10)), Some(100), "a server that is wrong");
        assert_eq!(
            percent(u64::MAX, Some(u64::MAX)),
            Some(1),
            "and one that is mad"
        );
    }
}
