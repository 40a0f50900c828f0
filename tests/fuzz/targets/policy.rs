//! Policies, which administrators write by hand.

#![no_main]

use std::path::PathBuf;
use std::sync::LazyLock;

use launcher_core::policy::Policy;
use libfuzzer_sys::fuzz_target;
use tempfile::TempDir;

static FOLDER: LazyLock<TempDir> = LazyLock::new(|| TempDir::new().expect("a folder"));

fuzz_target!(|text: &[u8]| {
    let path: PathBuf = FOLDER.path().join("policy.json");
    std::fs::write(&path, text).expect("it can be written");
    let policy = Policy::in_file(&path);
    // Either it is in force, or it says why not.
    assert_eq!(policy.laid_down().is_err(), policy.trouble().is_some());
});
