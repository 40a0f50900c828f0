//! `conformance FILE…`: plays recordings of real servers and says what differs.

use std::io::Write as _;
use std::process::ExitCode;

use openmeetings_testserver::conformance::{Recording, play};

#[tokio::main]
async fn main() -> ExitCode {
    let files: Vec<String> = std::env::args().skip(1).collect();
    let mut out = std::io::stdout();
    if files.is_empty() {
        let _ = writeln!(std::io::stderr(), "usage: conformance FILE…");
        return ExitCode::from(2);
    }
    let mut all_same = true;
    for file in files {
        let (line, same) = match played(&file).await {
            Ok((text, same)) => (text, same),
            Err(error) => (error.to_string(), false),
        };
        all_same &= same;
        let _ = writeln!(out, "{file}\n{line}");
    }
    if all_same {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

async fn played(file: &str) -> Result<(String, bool), Box<dyn std::error::Error>> {
    let recording = Recording::from_json(&std::fs::read_to_string(file)?)?;
    let outcome = play(&recording).await?;
    Ok((outcome.to_string(), outcome.different.is_empty()))
}
