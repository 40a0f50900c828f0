//! What programs leave behind, to search it for secrets.

use std::fs;
use std::path::{Path, PathBuf};

/// Every file below a folder.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => folders.push(entry.path()),
                Ok(kind) if kind.is_file() => found.push(entry.path()),
                Ok(_) | Err(_) => {}
            }
        }
    }
    found
}

/// The files below a folder that hold one of these texts, with the text. Pages
/// that UTF-16 or escapes hide are looked for too.
pub fn holding(folder: &Path, texts: &[String]) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for file in files(folder) {
        // What is gone by now holds nothing.
        let content = fs::read(&file).unwrap_or_default();
        for text in texts {
            if contains(&content, text.as_bytes()) || contains(&content, &wide(text)) {
                found.push((file.clone(), text.clone()));
            }
        }
    }
    found
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn contains(content: &[u8], wanted: &[u8]) -> bool {
    !wanted.is_empty() && content.windows(wanted.len()).any(|part| part == wanted)
}
