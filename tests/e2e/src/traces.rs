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
/// that UTF-16 hides are looked for too.
pub fn holding(folder: &Path, texts: &[String]) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for file in files(folder) {
        // What is gone by now holds nothing.
        let content = fs::read(&file).unwrap_or_default();
        let narrow: Vec<u8> = content.iter().copied().filter(|byte| *byte != 0).collect();
        let read = [content, narrow].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        for text in texts {
            if !text.is_empty() && read.iter().any(|content| content.contains(text)) {
                found.push((file.clone(), text.clone()));
            }
        }
    }
    found
}
