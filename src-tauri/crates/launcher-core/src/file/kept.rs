//! What is read at the start from files that can do without their content:
//! whatever is wrong with one is said, and the start goes on.

use std::io;
use std::path::Path;
use std::sync::atomic::Ordering;

use serde::Serialize;
use serde_json::Value;

use super::{Content, JsonFile};
use crate::error::{Code, LauncherError};

/// What is said of a file that cannot be used.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Codes {
    pub(crate) damaged: Code,
    pub(crate) newer: Code,
    pub(crate) failed: Code,
}

/// What became of a wish to replace a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Replaced {
    Done,
    /// A newer version wrote the one there is, which stays.
    NotNewer,
}

impl JsonFile {
    /// What stands in the file as `parse` reads it; the default without a file.
    /// The second value is what the person must be told: a damaged file was set
    /// aside, a newer one is not used.
    pub(crate) fn read_or_default<T: Default>(
        &self,
        codes: Codes,
        parse: impl FnOnce(Value) -> Option<T>,
    ) -> (T, Option<LauncherError>) {
        let said = match self.read() {
            Ok(Content::Absent) => None,
            Ok(Content::Newer) => Some(about(codes.newer, &self.path())),
            Ok(Content::Damaged) => Some(self.put_away(codes)),
            Ok(Content::Value(_, value)) => match parse(value) {
                Some(read) => return (read, None),
                None => Some(self.put_away(codes)),
            },
            Err(error) => {
                self.unread.store(true, Ordering::Relaxed);
                Some(self.failed(codes, &error))
            }
        };
        (T::default(), said)
    }

    fn put_away(&self, codes: Codes) -> LauncherError {
        match self.set_aside() {
            Ok(aside) => about(codes.damaged, &aside),
            Err(error) => self.failed(codes, &error),
        }
    }

    /// Replaces the file, unless a newer version wrote it. One that could not be read
    /// before is not replaced either: what would do so knows nothing of what it holds.
    pub(crate) fn replace(&self, content: &impl Serialize) -> io::Result<Replaced> {
        if self.unread.load(Ordering::Relaxed) {
            let cause = "it could not be read at the start, and stays as it is until the next one";
            return Err(io::Error::other(cause));
        }
        self.make_folder()?;
        let _lock = self.lock()?;
        if matches!(self.read()?, Content::Newer) {
            return Ok(Replaced::NotNewer);
        }
        self.write(content)?;
        Ok(Replaced::Done)
    }

    pub(crate) fn failed(&self, codes: Codes, error: &io::Error) -> LauncherError {
        about(codes.failed, &self.path()).caused_by(error)
    }

    pub(crate) fn newer(&self, codes: Codes) -> LauncherError {
        about(codes.newer, &self.path())
    }
}

fn about(code: Code, path: &Path) -> LauncherError {
    LauncherError::new(code).about("path", path.display().to_string())
}
