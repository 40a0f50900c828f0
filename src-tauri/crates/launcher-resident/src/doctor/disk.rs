//! How much space is left.

use std::path::Path;

/// The bytes that this person may still write where a folder is or would be.
#[cfg(unix)]
pub(super) fn free(folder: &Path) -> Option<u64> {
    let there = folder.ancestors().find(|folder| folder.exists())?;
    let system = rustix::fs::statvfs(there).ok()?;
    system.f_bavail.checked_mul(system.f_frsize)
}

/// Not looked at: no library that is here tells.
#[cfg(not(unix))]
pub(super) fn free(_folder: &Path) -> Option<u64> {
    None
}
