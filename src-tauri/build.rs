//! Names the commands of the window, so that each needs a permission of its own
//! (`capabilities/main.json`). A test holds this list against the others.

use tauri_build::{AppManifest, Attributes, try_build};

fn main() {
    // Where the resident is in the window's process. The feature is for looking at
    // that code on Linux, too.
    println!("cargo::rustc-check-cfg=cfg(hosted)");
    let system = std::env::var("CARGO_CFG_TARGET_OS").unwrap_or_default();
    if system != "linux" || std::env::var_os("CARGO_FEATURE_HOSTED").is_some() {
        println!("cargo::rustc-cfg=hosted");
    }
    let manifest = AppManifest::new().commands(COMMANDS);
    if let Err(error) = try_build(Attributes::new().app_manifest(manifest)) {
        println!("cargo::error={error:#}");
    }
}

const COMMANDS: &[&str] = &[
    "answer_link",
    "answer_reminder",
    "answer_update",
    "arm_auto_join",
    "cancel_join",
    "cancel_update",
    "change_server",
    "change_settings",
    "check_account",
    "check_for_update",
    "check_profile",
    "check_server",
    "close_join",
    "close_setup",
    "close_wanted",
    "close_window",
    "copy",
    "diagnose",
    "export_servers",
    "forget",
    "import_servers",
    "install_update",
    "introduce",
    "join",
    "join_again",
    "join_by_page",
    "join_next",
    "join_text",
    "licences",
    "look",
    "move_server",
    "open_log_folder",
    "painted",
    "quit",
    "refresh",
    "rejoin",
    "remember",
    "remove_server",
    "report",
    "save_server",
    "set_favourite",
    "set_password",
    "set_zoom",
    "show_later",
    "take_back_trust",
    "trust_file",
    "trust_key",
    "understand",
    "undo_forget",
    "undo_remove",
];
