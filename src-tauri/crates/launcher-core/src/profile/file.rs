//! [`ProfilesFile`]: the saved servers on disk.
//!
//! `{ "schema": 1, "profiles": [ … ] }`, in a `JsonFile`.

use std::io;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Profile;
use crate::error::{Code, LauncherError};
use crate::file::{Content as Found, JsonFile};
use crate::policy::Policy;

/// The schema this version writes.
const SCHEMA: u64 = 1;

/// Nobody has this many servers; a file this large is damaged.
const LARGEST: u64 = 4 << 20;

/// The file of saved servers in a folder.
#[derive(Clone, Debug)]
pub struct ProfilesFile {
    file: JsonFile,
}

/// What was read. A damaged file has been set aside; that must be said.
#[derive(Debug, Default, PartialEq)]
pub struct Read {
    pub profiles: Vec<Profile>,
    pub set_aside: Option<LauncherError>,
}

#[derive(Serialize, Deserialize)]
struct Content {
    schema: u64,
    profiles: Vec<Profile>,
}

impl ProfilesFile {
    pub fn in_folder(folder: impl Into<PathBuf>) -> Self {
        Self {
            file: JsonFile::new(folder.into(), "profiles", SCHEMA, LARGEST),
        }
    }

    /// Whether anything was ever saved.
    pub fn exists(&self) -> bool {
        self.file.path().exists()
    }

    /// Reads the saved servers; none if there is no file yet.
    pub fn read(&self) -> Result<Read, LauncherError> {
        // Without a file there is nothing to wait for, and no folder to make.
        if !self.exists() {
            return Ok(Read::default());
        }
        let _lock = match self.file.lock() {
            Ok(lock) => Some(lock),
            // Nobody can write here, so nobody has to be waited for.
            Err(error) if is_read_only(&error) => None,
            Err(error) => return Err(self.failed(&error)),
        };
        self.read_locked()
    }

    /// Changes the saved servers: reads them anew under a lock, so that two
    /// processes lose nothing of each other's, and replaces the file. Where it is
    /// damaged, what is `known` counts, so that a slip in it loses nothing.
    pub fn update<T>(
        &self,
        known: impl FnOnce() -> Vec<Profile>,
        change: impl FnOnce(&mut Vec<Profile>) -> Result<T, LauncherError>,
    ) -> Result<(T, Read), LauncherError> {
        self.file
            .make_folder()
            .map_err(|error| self.failed(&error))?;
        let _lock = self.file.lock().map_err(|error| self.failed(&error))?;
        let mut read = self.read_locked()?;
        if read.set_aside.is_some() {
            read.profiles = known();
        }
        let value = change(&mut read.profiles)?;
        let content = Content {
            schema: SCHEMA,
            profiles: read.profiles.clone(),
        };
        self.file
            .write(&content)
            .map_err(|error| self.failed(&error))?;
        Ok((value, read))
    }

    /// Brings the saved servers, of which these are `known`, in line with a policy.
    pub(crate) fn settle(&self, known: &[Profile], policy: &Policy) -> Result<Read, LauncherError> {
        let known = || known.to_vec();
        let (_, read) = self.update(known, |profiles| Ok(policy.settle(profiles)))?;
        Ok(read)
    }

    fn read_locked(&self) -> Result<Read, LauncherError> {
        match self.file.read().map_err(|error| self.failed(&error))? {
            Found::Absent => Ok(Read::default()),
            Found::Newer => Err(LauncherError::new(Code::ProfilesNewer)
                .about("path", self.file.path().display().to_string())),
            Found::Damaged => self.set_aside(),
            Found::Value(schema, value) => match migrate(schema, value).and_then(read_content) {
                Some(profiles) => Ok(Read {
                    profiles,
                    set_aside: None,
                }),
                None => self.set_aside(),
            },
        }
    }

    fn set_aside(&self) -> Result<Read, LauncherError> {
        let aside = self.file.set_aside().map_err(|error| self.failed(&error))?;
        let error =
            LauncherError::new(Code::ProfilesDamaged).about("path", aside.display().to_string());
        Ok(Read {
            profiles: Vec::new(),
            set_aside: Some(error),
        })
    }

    fn failed(&self, error: &io::Error) -> LauncherError {
        LauncherError::new(Code::ProfilesFailed)
            .about("path", self.file.path().display().to_string())
            .caused_by(error)
    }
}

fn is_read_only(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied
    )
}

/// Brings the content of an older schema up to this one, a number at a time.
fn migrate(schema: u64, mut content: Value) -> Option<Value> {
    for step in schema..SCHEMA {
        content = match step {
            0 => from_0(content)?,
            _ => return None,
        };
    }
    Some(content)
}

/// Schema 0, of the first trial, had the address under `url`.
fn from_0(mut content: Value) -> Option<Value> {
    for profile in content.get_mut("profiles")?.as_array_mut()? {
        let profile = profile.as_object_mut()?;
        if let Some(address) = profile.remove("url") {
            profile.insert("baseUrl".to_owned(), address);
        }
    }
    content
        .as_object_mut()?
        .insert("schema".to_owned(), Value::from(1));
    Some(content)
}

/// Of profiles with the same id, by hand or by copying, the first counts.
fn read_content(content: Value) -> Option<Vec<Profile>> {
    let Content { mut profiles, .. } = serde_json::from_value(content).ok()?;
    let mut seen = std::collections::BTreeSet::new();
    profiles.retain(|profile| seen.insert(profile.id.clone()));
    Some(profiles)
}
