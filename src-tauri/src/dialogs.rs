//! The system's own dialogs for a file to write or read. The page never sees a
//! path it did not ask a person for.

use std::io;
use std::path::PathBuf;

use launcher_core::error::{Code, ErrorView, LauncherError};
use launcher_core::launcher::LARGEST_IMPORT;
use launcher_core::texts::Texts;
use tauri::AppHandle;
use tauri_plugin_dialog::{DialogExt as _, FileDialogBuilder, FilePath};
use tokio::sync::oneshot;

const FILE_NAME: &str = "openmeetings-servers.json";

/// Asks where to write a text, and writes it. `None` if the person thought
/// better of it.
pub(crate) async fn export(app: &AppHandle, text: String) -> Result<Option<String>, ErrorView> {
    let dialog = app.dialog().file().set_file_name(FILE_NAME);
    let Some(path) = answer(dialog, FileDialogBuilder::save_file).await else {
        return Ok(None);
    };
    let shown = path.display().to_string();
    let written = tokio::task::spawn_blocking(move || std::fs::write(path, text)).await;
    outcome(written, &shown, Code::FileNotWritten).map(|()| Some(shown))
}

/// Asks for a file and reads it.
pub(crate) async fn import(app: &AppHandle) -> Result<Option<String>, ErrorView> {
    let dialog = app
        .dialog()
        .file()
        .add_filter("JSON, TXT", &["json", "txt"]);
    read(dialog)
        .await
        .map(|file| file.map(|(content, _)| content))
}

/// Asks for a file with certificates, and reads it. The path is for people.
pub(crate) async fn certificates(app: &AppHandle) -> Result<Option<(String, String)>, ErrorView> {
    let dialog = app
        .dialog()
        .file()
        .add_filter("PEM", &["pem", "crt", "cer"]);
    read(dialog).await
}

/// The content of the file that is chosen, and its path.
async fn read(
    dialog: FileDialogBuilder<tauri::Wry>,
) -> Result<Option<(String, String)>, ErrorView> {
    let Some(path) = answer(dialog, FileDialogBuilder::pick_file).await else {
        return Ok(None);
    };
    let shown = path.display().to_string();
    let read = tokio::task::spawn_blocking(move || {
        if std::fs::metadata(&path)?.len() > LARGEST_IMPORT as u64 {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        std::fs::read_to_string(&path)
    });
    let content = outcome(read.await, &shown, Code::FileNotRead)?;
    Ok(Some((content, shown)))
}

/// Shows a dialog and waits for its answer without holding a thread.
async fn answer(
    dialog: FileDialogBuilder<tauri::Wry>,
    show: impl FnOnce(FileDialogBuilder<tauri::Wry>, Box<dyn FnOnce(Option<FilePath>) + Send>),
) -> Option<PathBuf> {
    let (sender, receiver) = oneshot::channel();
    show(
        dialog,
        Box::new(move |path| {
            // Nobody waits any more if the window was closed.
            let _ = sender.send(path);
        }),
    );
    receiver.await.ok().flatten()?.into_path().ok()
}

fn outcome<T>(
    done: Result<io::Result<T>, tokio::task::JoinError>,
    path: &str,
    code: Code,
) -> Result<T, ErrorView> {
    let failed = |cause: &(dyn std::error::Error + 'static)| {
        LauncherError::new(code)
            .about("path", path)
            .caused_by(cause)
            .view(&Texts::english())
    };
    match done {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) => Err(failed(&error)),
        Err(error) => Err(failed(&error)),
    }
}
