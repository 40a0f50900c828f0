//! [`Cache`]: the last good lists, so that a start shows them at once.
//!
//! Nothing is lost with it: what cannot be read or written is passed over, and
//! the next refresh makes it anew.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::file::JsonFile;
use crate::profile::{Profile, ProfileId};
use crate::state::{Loaded, Meetings};

/// Raised when the shape changes: older caches are dropped, not migrated.
const SCHEMA: u64 = 2;

/// Fifty servers with two hundred meetings and rooms each are 5 MB.
const LARGEST: u64 = 32 << 20;

#[derive(Clone, Debug)]
pub struct Cache {
    file: JsonFile,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    schema: u64,
    lists: BTreeMap<ProfileId, Loaded>,
}

impl Cache {
    pub fn in_folder(folder: impl Into<PathBuf>) -> Self {
        Self {
            file: JsonFile::new(folder.into(), "lists", SCHEMA, LARGEST),
        }
    }

    /// The lists of the servers that are still saved.
    pub(crate) fn read(&self, profiles: &[Profile]) -> BTreeMap<ProfileId, Meetings> {
        let Some(Kept {
            schema: SCHEMA,
            lists,
        }) = self.file.read_as()
        else {
            return BTreeMap::new();
        };
        lists
            .into_iter()
            .filter(|(id, _)| profiles.iter().any(|profile| profile.id == *id))
            .map(|(id, list)| (id, Meetings::Ready(list)))
            .collect()
    }

    /// Replaces the file; `false` if that was not possible.
    pub(crate) fn write(&self, lists: BTreeMap<ProfileId, Loaded>) -> bool {
        let write = || {
            self.file.make_folder()?;
            let _lock = self.file.lock()?;
            self.file.write(&Kept {
                schema: SCHEMA,
                lists,
            })
        };
        write().is_ok()
    }
}
