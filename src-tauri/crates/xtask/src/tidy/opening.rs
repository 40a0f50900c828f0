//! What opens an address is named in one place, so that whoever reads it has read
//! all there is.

use std::path::Path;

/// What opens something, put together here so that this file does not find itself,
/// and the files that may name it.
const OPENERS: [([&str; 2], &[&str]); 5] = [
    // The crate that asks the system.
    (["open", "::that"], &[BROWSERS[0], BROWSERS[1], LOG_FOLDER]),
    (["open", "::with"], &[BROWSERS[1], APART]),
    (["open", "::commands"], &[]),
    // What a join is given to open addresses with.
    (["open_url", ")("], &[JOIN]),
    // The one way to an address that may be opened.
    (["Opening", "::of("], &[JOIN]),
];

const JOIN: &str = "src-tauri/crates/launcher-core/src/launcher/joining.rs";

const BROWSERS: [&str; 2] = [
    "src-tauri/crates/launcher-core/src/browser/linux.rs",
    "src-tauri/crates/launcher-core/src/browser/native.rs",
];

/// The folder of the logs, whose path is ours.
const LOG_FOLDER: &str = "src-tauri/crates/launcher-resident/src/perform.rs";

/// Our own programs on Windows, which are no addresses.
const APART: &str = "src-tauri/crates/launcher-resident/src/spawn.rs";

/// Names of an opener in a file that may not name it.
pub(super) fn findings(file: &str, text: &str) -> Vec<String> {
    let is_rust = Path::new(file).extension().is_some_and(|end| end == "rs");
    if !file.starts_with("src-tauri/") || !is_rust {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        for (parts, places) in OPENERS {
            let name = parts.concat();
            if line.contains(&name) && !places.contains(&file) {
                findings.push(format!(
                    "{file}:{number}: `{name}` opens something; addresses are opened by a join only"
                ));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_place_that_opens_is_found() {
        let text = ["let _ = open", "::that(url);"].concat();
        assert_eq!(findings("src-tauri/src/lib.rs", &text).len(), 1);
        assert!(findings(BROWSERS[0], &text).is_empty());
        assert_eq!(findings(APART, &text).len(), 1);
        assert!(findings("tests/e2e/src/app.rs", &text).is_empty());
    }

    #[test]
    fn every_place_that_may_open_does() {
        for (parts, places) in OPENERS {
            for place in places {
                let text = std::fs::read_to_string(crate::run::root().join(place));
                assert!(
                    text.unwrap().contains(&parts.concat()),
                    "{place}: {parts:?}"
                );
            }
        }
    }
}
