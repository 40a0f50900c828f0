//! The program `openmeetings-launcher`: the window.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::io::Write as _;
use std::process::ExitCode;
use std::time::Instant;

use openmeetings_launcher::{Errand, run};

fn main() -> ExitCode {
    let began = Instant::now();
    match Errand::parse(std::env::args_os().skip(1)) {
        Some(errand) => run(errand, began),
        None => say_version(),
    }
}

fn say_version() -> ExitCode {
    let text = concat!("openmeetings-launcher ", env!("CARGO_PKG_VERSION"), "\n");
    match std::io::stdout().write_all(text.as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
