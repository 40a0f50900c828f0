//! The program `openmeetings-launcher`: the window.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::io::Write as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    let began = std::time::Instant::now();
    if std::env::args().any(|argument| argument == "--version") {
        let text = concat!("openmeetings-launcher ", env!("CARGO_PKG_VERSION"), "\n");
        return match std::io::stdout().write_all(text.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        };
    }
    openmeetings_launcher::run(began)
}
