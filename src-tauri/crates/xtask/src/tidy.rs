//! `cargo xtask tidy`: the rules that no compiler knows.

mod commands;
mod imports;
mod opening;
mod texts;

use std::path::Path;
use std::process::Command;

use crate::run::root;
use crate::{licences, say};

/// A Rust file longer than this, without its tests, has to be split.
const LONGEST: usize = 400;

/// Everything that may stand at the top.
const TOP: [&str; 9] = [
    "Cargo.toml",
    "Cargo.lock",
    "README.md",
    "LICENSE",
    "src-tauri",
    "ui",
    "icons",
    "tests",
    ".",
];

pub(crate) fn run(_: &[String]) -> Result<(), String> {
    let files = tracked()?;
    let mut findings = imports::findings()?;
    findings.extend(commands::findings()?);
    findings.extend(licences::finding()?);
    findings.extend(texts::findings(&files));
    for file in &files {
        let top = file.split('/').next().unwrap_or_default();
        if !TOP.contains(&top) && !top.starts_with('.') {
            findings.push(format!(
                "{file}:1: the top level holds what the design does not know"
            ));
        }
        // What cannot be read as text has no lines to look at.
        if let Ok(text) = std::fs::read_to_string(root().join(file)) {
            findings.extend(of_text(file, &text));
            findings.extend(opening::findings(file, &text));
        }
    }
    for finding in &findings {
        say::line(finding);
    }
    if findings.is_empty() {
        Ok(())
    } else {
        Err(format!("tidy found {} things", findings.len()))
    }
}

fn tracked() -> Result<Vec<String>, String> {
    let output = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .map_err(|error| format!("git could not be started: {error}"))?;
    let names = String::from_utf8_lossy(&output.stdout).into_owned();
    Ok(names.lines().map(str::to_owned).collect())
}

fn of_text(file: &str, text: &str) -> Vec<String> {
    let mut findings = Vec::new();
    let extension = Path::new(file)
        .extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or_default();
    let is_recorded = file.starts_with("tests/fixtures/");
    if !is_recorded && extension != "lock" {
        findings.extend(machine_traces(file, text));
    }
    if is_recorded || !matches!(extension, "rs" | "toml" | "md" | "ftl" | "yml") {
        return findings;
    }
    for (number, line) in (1..).zip(text.lines()) {
        if line.ends_with([' ', '\t']) || line.contains('\t') {
            findings.push(format!("{file}:{number}: a tab, or blanks at the end"));
        }
    }
    if !text.is_empty() && !text.ends_with('\n') {
        findings.push(format!("{file}:1: no line end at the end of the file"));
    }
    let length = text
        .split("#[cfg(test)]")
        .next()
        .unwrap_or_default()
        .lines()
        .count();
    if extension == "rs" && length > LONGEST {
        findings.push(format!(
            "{file}:{LONGEST}: {length} lines without its tests; split it at {LONGEST}"
        ));
    }
    for task in ["cargo xtask demo", "cargo xtask test"] {
        if file == "README.md" && !text.contains(task) {
            findings.push(format!("README.md:1: does not name `{task}`"));
        }
    }
    findings
}

/// Paths of somebody's machine and names of package registries, put together
/// here so that this file does not find itself.
fn machine_traces(file: &str, text: &str) -> Vec<String> {
    let folders = ["work", "farm", "root/."].map(|folder| format!("/{folder}"));
    let registries = [
        ["registry.", "npmjs.org"],
        ["index.", "crates.io"],
        ["static.", "crates.io"],
        ["files.", "pythonhosted.org"],
    ]
    .map(|parts| parts.concat());
    let mut findings = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let begins_path = |folder: &String| {
            let needle = if folder.ends_with('.') {
                folder.clone()
            } else {
                format!("{folder}/")
            };
            line.match_indices(&needle).any(|(at, _)| {
                let before = line[..at].chars().next_back();
                before.is_none_or(|c| {
                    !(c.is_alphanumeric() || matches!(c, '_' | '.' | '-' | '}' | '/'))
                })
            })
        };
        if folders.iter().any(begins_path) {
            findings.push(format!("{file}:{number}: the path of a machine"));
        }
        if registries.iter().any(|registry| line.contains(registry)) {
            findings.push(format!(
                "{file}:{number}: the host name of a package registry"
            ));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_machines_are_found_and_others_are_not() {
        let path = ["/", "work", "/main"].concat();
        assert_eq!(machine_traces("a", &format!("see {path}")).len(), 1);
        assert_eq!(machine_traces("a", &format!("https://h/x{path}")).len(), 0);
        let registry = ["registry.", "npmjs.org"].concat();
        assert_eq!(machine_traces("a", &registry).len(), 1);
        assert!(machine_traces("a", "the tests/ folder works").is_empty());
    }

    #[test]
    fn long_files_and_loose_ends_are_found() {
        let long = "x\n".repeat(LONGEST + 1);
        assert_eq!(of_text("a.rs", &long).len(), 1);
        assert!(
            of_text("a.rs", &format!("#[cfg(test)]\n{long}")).is_empty(),
            "tests may be long"
        );
        assert_eq!(of_text("a.md", "x \ny").len(), 2);
        assert!(of_text("tests/fixtures/a.md", "x \ny").is_empty());
    }
}
