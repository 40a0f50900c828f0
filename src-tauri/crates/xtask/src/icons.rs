//! `cargo xtask icons`: every size from the one drawing, `icons/source.svg`.

use std::fs;

use crate::run::{self, root};
use crate::ui;

/// What a desktop has no use for.
const OF_PHONES: [&str; 2] = ["android", "ios"];

pub(crate) fn make(_: &[String]) -> Result<(), String> {
    ui::install()?;
    let tauri = root().join("ui/node_modules/.bin/tauri");
    // Started at the top: it searches for its project from where it stands.
    run::command(
        &tauri.display().to_string(),
        &["icon", "icons/source.svg", "-o", "icons"],
        &[],
    )?;
    let icons = root().join("icons");
    for folder in OF_PHONES {
        remove(fs::remove_dir_all(icons.join(folder)))?;
    }
    let made = fs::read_dir(&icons).map_err(|error| format!("icons: {error}"))?;
    for file in made.flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        if name.starts_with("Square") || name == "StoreLogo.png" || name == "64x64.png" {
            remove(fs::remove_file(file.path()))?;
        }
    }
    Ok(())
}

fn remove(outcome: std::io::Result<()>) -> Result<(), String> {
    match outcome {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(format!("icons: {error}"))
        }
        _ => Ok(()),
    }
}
