//! [`ProfilesFile`]: the saved servers on disk.
//!
//! `{ "schema": 1, "profiles": [ … ] }`, replaced as a whole by a rename, so
//! that whoever reads, and whoever is killed, finds the old file or the new one.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Profile;
use crate::error::{Code, LauncherError};

/// The schema this version writes.
const SCHEMA: u64 = 1;

/// Nobody has this many servers; a file this large is damaged.
const LARGEST: u64 = 4 << 20;

const NAME: &str = "profiles.json";

/// The file of saved servers in a folder.
#[derive(Clone, Debug)]
pub struct ProfilesFile {
    folder: PathBuf,
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
            folder: folder.into(),
        }
    }

    fn path(&self) -> PathBuf {
        self.folder.join(NAME)
    }

    /// Whether anything was ever saved.
    pub fn exists(&self) -> bool {
        self.path().exists()
    }

    /// Reads the saved servers; none if there is no file yet.
    pub fn read(&self) -> Result<Read, LauncherError> {
        // Without a file there is nothing to wait for, and no folder to make.
        if !self.exists() {
            return Ok(Read::default());
        }
        let _lock = self.lock()?;
        self.read_locked()
    }

    /// Changes the saved servers: reads them anew under a lock, so that two
    /// processes lose nothing of each other's, and replaces the file.
    pub fn update<T>(
        &self,
        change: impl FnOnce(&mut Vec<Profile>) -> Result<T, LauncherError>,
    ) -> Result<(T, Read), LauncherError> {
        fs::create_dir_all(&self.folder).map_err(|error| self.failed(&error))?;
        let _lock = self.lock()?;
        let mut read = self.read_locked()?;
        let value = change(&mut read.profiles)?;
        self.write(&read.profiles)
            .map_err(|error| self.failed(&error))?;
        Ok((value, read))
    }

    fn read_locked(&self) -> Result<Read, LauncherError> {
        let path = self.path();
        let bytes = match read_limited(&path) {
            Ok(Some(bytes)) => bytes,
            Ok(None) => return self.set_aside(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Read::default()),
            Err(error) => return Err(self.failed(&error)),
        };
        let Ok(value) = serde_json::from_slice::<Value>(&bytes) else {
            return self.set_aside();
        };
        match value.get("schema").and_then(Value::as_u64) {
            Some(newer) if newer > SCHEMA => {
                Err(LauncherError::new(Code::ProfilesNewer)
                    .about("path", path.display().to_string()))
            }
            Some(schema) => match migrate(schema, value).and_then(read_content) {
                Some(profiles) => Ok(Read {
                    profiles,
                    set_aside: None,
                }),
                None => self.set_aside(),
            },
            None => self.set_aside(),
        }
    }

    /// Moves a damaged file out of the way, never over another one.
    fn set_aside(&self) -> Result<Read, LauncherError> {
        let aside = (1..1000)
            .map(|number| self.folder.join(format!("profiles.damaged-{number}.json")))
            .find(|path| !path.exists())
            .unwrap_or_else(|| self.folder.join("profiles.damaged.json"));
        fs::rename(self.path(), &aside).map_err(|error| self.failed(&error))?;
        let error =
            LauncherError::new(Code::ProfilesDamaged).about("path", aside.display().to_string());
        Ok(Read {
            profiles: Vec::new(),
            set_aside: Some(error),
        })
    }

    /// Writes beside the file, on the disk for good, then renames over it.
    fn write(&self, profiles: &[Profile]) -> io::Result<()> {
        let content = Content {
            schema: SCHEMA,
            profiles: profiles.to_vec(),
        };
        let mut text = serde_json::to_vec_pretty(&content)?;
        text.push(b'\n');
        // Made readable for the owner only.
        let mut file = tempfile::Builder::new()
            .prefix(".profiles-")
            .tempfile_in(&self.folder)?;
        file.write_all(&text)?;
        file.as_file().sync_all()?;
        file.persist(self.path())?;
        sync_folder(&self.folder)
    }

    /// Waits for other processes. The lock ends with the value, also by a kill.
    fn lock(&self) -> Result<File, LauncherError> {
        let open = || {
            let file = File::options()
                .create(true)
                .truncate(false)
                .write(true)
                .open(self.folder.join(".profiles.lock"))?;
            file.lock()?;
            Ok(file)
        };
        open().map_err(|error: io::Error| self.failed(&error))
    }

    fn failed(&self, error: &io::Error) -> LauncherError {
        LauncherError::new(Code::ProfilesFailed)
            .about("path", self.path().display().to_string())
            .caused_by(error)
    }
}

/// `None` if the file is larger than any real one.
fn read_limited(path: &Path) -> io::Result<Option<Vec<u8>>> {
    if fs::metadata(path)?.len() > LARGEST {
        return Ok(None);
    }
    fs::read(path).map(Some)
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

/// Makes a rename last through a power cut; other systems do so themselves.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()
    } else {
        Ok(())
    }
}
