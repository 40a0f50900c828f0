//! What the page may ask for: each command is one intent, or one thing only the
//! window can do. The list stands three times, here, in `build.rs` and in
//! `capabilities/main.json`; a test compares them with the page's own.

mod trusting;

use launcher_core::error::{Code, ErrorView};
use launcher_core::intent::{Answer, Copy, Imported, Intent, Keep, LinkAnswer, ReminderAnswer};
use launcher_core::profile::{ProfileDraft, ProfileId};
use launcher_core::secret::Password;
use launcher_core::settings::Settings;
use launcher_core::update::UpdateAnswer;
use launcher_core::view::{DiagnosisView, Everything, IntroducedView, Understood};
use tauri::ipc::Invoke;
use tauri::{AppHandle, State, WebviewWindow, Wry};

use crate::looking::{Looking, failed};
use crate::updates::{Updates, Wish};
use crate::{dialogs, window};

type Outcome<T = ()> = Result<T, ErrorView>;

/// The texts of the licences of what is built in; written by `cargo xtask licences`.
const LICENCES: &str = include_str!("../licences.txt");

pub(crate) fn handler() -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        answer_link,
        answer_reminder,
        answer_update,
        arm_auto_join,
        cancel_join,
        cancel_update,
        change_server,
        change_settings,
        check_account,
        check_for_update,
        check_profile,
        check_server,
        close_join,
        close_setup,
        close_wanted,
        close_window,
        copy,
        diagnose,
        export_servers,
        forget,
        import_servers,
        install_update,
        introduce,
        join,
        join_again,
        join_by_page,
        join_next,
        join_text,
        licences,
        look,
        move_server,
        open_log_folder,
        painted,
        quit,
        refresh,
        rejoin,
        remember,
        remove_server,
        report,
        save_server,
        set_favourite,
        show_later,
        set_password,
        set_zoom,
        trusting::take_back_trust,
        trusting::trust_file,
        trusting::trust_key,
        understand,
        undo_forget,
        undo_remove,
    ]
}

/// Everything there is to see now; afterwards events bring what changes.
#[tauri::command]
async fn look(at: State<'_, Looking>) -> Outcome<Everything> {
    at.everything().await
}

#[tauri::command]
async fn understand(at: State<'_, Looking>, text: String) -> Outcome<Understood> {
    let Answer::Understood(understood) = at.ask(Intent::Understand { text }).await? else {
        return Err(failed(Code::Interrupted));
    };
    Ok(understood)
}

#[tauri::command]
async fn join(at: State<'_, Looking>, key: String) -> Outcome {
    at.done(Intent::Join { key }).await
}

#[tauri::command]
async fn join_text(
    at: State<'_, Looking>,
    text: String,
    profile: Option<ProfileId>,
    choice: Option<usize>,
) -> Outcome {
    let intent = Intent::JoinText {
        text,
        profile,
        choice,
    };
    at.done(intent).await
}

#[tauri::command]
async fn cancel_join(at: State<'_, Looking>) -> Outcome {
    at.done(Intent::CancelJoin).await
}

#[tauri::command]
async fn join_again(at: State<'_, Looking>) -> Outcome {
    at.done(Intent::JoinAgain).await
}

#[tauri::command]
async fn join_by_page(at: State<'_, Looking>) -> Outcome {
    at.done(Intent::JoinByPage).await
}

#[tauri::command]
async fn join_next(at: State<'_, Looking>) -> Outcome {
    at.done(Intent::JoinNext).await
}

#[tauri::command]
async fn rejoin(at: State<'_, Looking>) -> Outcome {
    at.done(Intent::Rejoin).await
}

#[tauri::command]
async fn remember(at: State<'_, Looking>, text: String, choice: Option<usize>) -> Outcome {
    at.done(Intent::Remember { text, choice }).await
}

#[tauri::command]
async fn forget(at: State<'_, Looking>, key: String) -> Outcome {
    at.done(Intent::Forget { key }).await
}

#[tauri::command]
async fn undo_forget(at: State<'_, Looking>) -> Outcome {
    at.done(Intent::UndoForget).await
}

#[tauri::command]
async fn arm_auto_join(at: State<'_, Looking>, key: String, armed: bool) -> Outcome {
    at.done(Intent::ArmAutoJoin { key, armed }).await
}

#[tauri::command]
async fn answer_reminder(at: State<'_, Looking>, key: String, answer: ReminderAnswer) -> Outcome {
    at.done(Intent::AnswerReminder { key, answer }).await
}

/// The page has gone to what the window was called for.
#[tauri::command]
async fn close_wanted(at: State<'_, Looking>) -> Outcome {
    at.done(Intent::CloseWanted).await
}

/// Closes the window the page is in, as the person decided.
#[tauri::command]
#[expect(
    clippy::needless_pass_by_value,
    reason = "commands own what they are given"
)]
fn close_window(window: WebviewWindow) {
    // Gone already is gone.
    let _ = window.destroy();
}

#[tauri::command]
async fn close_join(at: State<'_, Looking>) -> Outcome {
    at.done(Intent::CloseJoin).await
}

#[tauri::command]
async fn copy(at: State<'_, Looking>, what: Copy) -> Outcome {
    at.done(Intent::Copy { what }).await
}

#[tauri::command]
async fn refresh(at: State<'_, Looking>, profile: Option<ProfileId>) -> Outcome {
    at.done(Intent::Refresh { profile }).await
}

#[tauri::command]
async fn set_favourite(at: State<'_, Looking>, key: String, favourite: bool) -> Outcome {
    at.done(Intent::SetFavourite { key, favourite }).await
}

#[tauri::command]
async fn show_later(at: State<'_, Looking>) -> Outcome {
    at.done(Intent::ShowLater).await
}

#[tauri::command]
async fn check_server(at: State<'_, Looking>, address: String, name: Option<String>) -> Outcome {
    at.done(Intent::CheckServer { address, name }).await
}

#[tauri::command]
async fn check_account(at: State<'_, Looking>, login: String, password: String) -> Outcome {
    at.hold_password(Password::new(password)).await?;
    at.done(Intent::CheckAccount { login }).await
}

#[tauri::command]
async fn save_server(at: State<'_, Looking>, draft: ProfileDraft, keep: Keep) -> Outcome {
    let draft = Box::new(draft);
    at.done(Intent::SaveServer { draft, keep }).await
}

#[tauri::command]
async fn close_setup(at: State<'_, Looking>) -> Outcome {
    at.done(Intent::CloseSetup).await
}

#[tauri::command]
async fn change_server(at: State<'_, Looking>, id: ProfileId, draft: ProfileDraft) -> Outcome {
    let draft = Box::new(draft);
    at.done(Intent::ChangeServer { id, draft }).await
}

#[tauri::command]
async fn set_password(
    at: State<'_, Looking>,
    id: ProfileId,
    password: String,
    keep: Keep,
) -> Outcome {
    at.hold_password(Password::new(password)).await?;
    at.done(Intent::SetPassword { id, keep }).await
}

#[tauri::command]
async fn check_profile(at: State<'_, Looking>, id: ProfileId) -> Outcome {
    at.done(Intent::CheckProfile { id }).await
}

#[tauri::command]
async fn move_server(at: State<'_, Looking>, id: ProfileId, to: usize) -> Outcome {
    at.done(Intent::MoveServer { id, to }).await
}

#[tauri::command]
async fn remove_server(at: State<'_, Looking>, id: ProfileId) -> Outcome {
    at.done(Intent::RemoveServer { id }).await
}

#[tauri::command]
async fn undo_remove(at: State<'_, Looking>) -> Outcome {
    at.done(Intent::UndoRemove).await
}

/// Where the servers were saved to; nothing if the person changed her mind.
#[tauri::command]
async fn export_servers(app: AppHandle, at: State<'_, Looking>) -> Outcome<Option<String>> {
    dialogs::export(&app, at.text(Intent::ExportServers).await?).await
}

#[tauri::command]
async fn import_servers(app: AppHandle, at: State<'_, Looking>) -> Outcome<Option<Imported>> {
    let Some(content) = dialogs::import(&app).await? else {
        return Ok(None);
    };
    let Answer::Imported(imported) = at.ask(Intent::ImportServers { content }).await? else {
        return Err(failed(Code::Interrupted));
    };
    Ok(Some(imported))
}

#[tauri::command]
async fn introduce(
    at: State<'_, Looking>,
    id: ProfileId,
    help: String,
    with_key: bool,
) -> Outcome<IntroducedView> {
    let intent = Intent::Introduce { id, help, with_key };
    let Answer::Introduced(introduced) = at.ask(intent).await? else {
        return Err(failed(Code::Interrupted));
    };
    Ok(introduced)
}

#[tauri::command]
async fn change_settings(
    at: State<'_, Looking>,
    window: WebviewWindow,
    settings: Settings,
) -> Outcome {
    window::follow_theme(&window, settings.theme);
    at.done(Intent::ChangeSettings { settings }).await
}

#[tauri::command]
async fn answer_link(at: State<'_, Looking>, to: u32, answer: LinkAnswer) -> Outcome {
    at.done(Intent::AnswerLink { to, answer }).await
}

/// What comes of it shows in the state, as with the next two.
#[tauri::command]
#[expect(
    clippy::needless_pass_by_value,
    reason = "commands are given their arguments"
)]
fn check_for_update(updates: State<'_, Updates>) {
    updates.wish(Wish::Check);
}

#[tauri::command]
#[expect(
    clippy::needless_pass_by_value,
    reason = "commands are given their arguments"
)]
fn install_update(updates: State<'_, Updates>) {
    updates.wish(Wish::Install);
}

#[tauri::command]
#[expect(
    clippy::needless_pass_by_value,
    reason = "commands are given their arguments"
)]
fn cancel_update(updates: State<'_, Updates>) {
    updates.wish(Wish::Cancel);
}

#[tauri::command]
async fn answer_update(at: State<'_, Looking>, answer: UpdateAnswer) -> Outcome {
    at.done(Intent::AnswerUpdate { answer }).await
}

#[tauri::command]
async fn diagnose(at: State<'_, Looking>) -> Outcome<DiagnosisView> {
    let Answer::Diagnosed(found) = at.ask(Intent::Diagnose).await? else {
        return Err(failed(Code::Interrupted));
    };
    Ok(*found)
}

#[tauri::command]
async fn report(at: State<'_, Looking>) -> Outcome<String> {
    at.text(Intent::Report).await
}

#[tauri::command]
async fn open_log_folder(at: State<'_, Looking>) -> Outcome {
    at.done(Intent::OpenLogFolder).await
}

#[tauri::command]
async fn quit(app: AppHandle, at: State<'_, Looking>) -> Outcome {
    at.done(Intent::Quit).await?;
    window::leave(&app, &at);
    Ok(())
}

#[tauri::command]
fn licences() -> &'static str {
    LICENCES
}

#[tauri::command]
#[expect(
    clippy::needless_pass_by_value,
    reason = "commands are given their arguments"
)]
fn set_zoom(window: WebviewWindow, factor: f64) {
    // Nothing the page can do about a web view that does not zoom.
    let _ = window.set_zoom(factor.clamp(0.5, 3.0));
}

/// The page has drawn its first real content; said in the log, for the bench.
#[tauri::command]
#[expect(
    clippy::needless_pass_by_value,
    reason = "commands are given their arguments"
)]
fn painted(at: State<'_, Looking>, what: String) {
    let what: String = what
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(20)
        .collect();
    tracing::info!(milliseconds = at.age_in_millis(), what, "painted");
    tauri::async_runtime::spawn(launcher_resident::memory::give_back_after_start());
}
