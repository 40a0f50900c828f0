//! [`Place`]: where the door is, and the lock that makes its resident the only
//! one.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::PathBuf;

use super::system;

/// Where the door of a person's session is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub(crate) folder: PathBuf,
}

impl Place {
    /// The door in a folder that belongs to nothing else.
    pub fn in_folder(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
        }
    }
}

/// Held by the one resident for as long as its process lives. The system takes
/// it back from a process that died.
pub(crate) struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock, or nothing if another process has it.
    pub(crate) fn try_take(place: &Place) -> io::Result<Option<Self>> {
        system::prepare(&place.folder)?;
        let file = OpenOptions::new()
            .create(true)
            .write(true)
            .truncate(false)
            .open(place.folder.join("lock"))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Self { _file: file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}
