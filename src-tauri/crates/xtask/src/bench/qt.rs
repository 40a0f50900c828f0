//! A Python with `QtWebEngine`: the stand-in for an Electron application, for this only.

use std::path::PathBuf;

use crate::run::{quietly, target, works};
use crate::say;

/// `QtWebEngine` alone, and no newer than what was tried.
const PACKAGE: &str = "PySide6_WebEngine==6.12.*";

/// `None` if it cannot be had, which is said.
pub(super) fn python() -> Option<PathBuf> {
    let folder = target("bench").join("qt");
    let python = folder.join("bin/python");
    let program = python.display().to_string();
    if works(&program, &["-c", "import PySide6.QtWebEngineWidgets"]) {
        return Some(python);
    }
    let made = quietly(
        "python3",
        &["-m", "venv", &folder.display().to_string()],
        &[],
    )
    .and_then(|()| quietly(&program, &["-m", "pip", "install", "--quiet", PACKAGE], &[]));
    match made {
        Ok(()) => Some(python),
        Err(why) => {
            say::aside(&format!("QtWebEngine is left out: {why}"));
            None
        }
    }
}
