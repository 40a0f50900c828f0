//! [`JsonFile`]: a file of ours, replaced as a whole.
//!
//! `{ "schema": N, … }`, written beside and renamed over, so that whoever reads,
//! and whoever is killed, finds the old file or the new one.

mod kept;

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

pub(crate) use kept::{Codes, Replaced};

/// A named file in a folder of ours.
#[derive(Clone, Debug)]
pub(crate) struct JsonFile {
    folder: PathBuf,
    /// Without `.json`.
    name: &'static str,
    /// The schema this version writes.
    schema: u64,
    /// Larger files are damaged: nobody has that much.
    largest: u64,
    /// Whether it is there and could not be read, so that nobody knows what it holds.
    unread: Arc<AtomicBool>,
}

/// What stands in a file.
#[derive(Debug)]
pub(crate) enum Content {
    Absent,
    /// Of this schema or an older one, as its number says.
    Value(u64, Value),
    /// Written by a newer version, and not touched.
    Newer,
    Damaged,
}

impl JsonFile {
    pub(crate) fn new(folder: PathBuf, name: &'static str, schema: u64, largest: u64) -> Self {
        Self {
            folder,
            name,
            schema,
            largest,
            unread: Arc::default(),
        }
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.join(format!("{}.json", self.name))
    }

    pub(crate) fn make_folder(&self) -> io::Result<()> {
        fs::create_dir_all(&self.folder)
    }

    pub(crate) fn read(&self) -> io::Result<Content> {
        let bytes = match self.read_limited() {
            Ok(Some(bytes)) => bytes,
            Ok(None) => return Ok(Content::Damaged),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Content::Absent),
            Err(error) => return Err(error),
        };
        let Ok(value) = serde_json::from_slice::<Value>(&bytes) else {
            return Ok(Content::Damaged);
        };
        Ok(match value.get("schema").and_then(Value::as_u64) {
            Some(newer) if newer > self.schema => Content::Newer,
            Some(schema) => Content::Value(schema, value),
            None => Content::Damaged,
        })
    }

    /// What stands in the file, if it is of this shape. Large lists are not held a second
    /// time on the way, as a [`Value`].
    pub(crate) fn read_as<T: DeserializeOwned>(&self) -> Option<T> {
        let bytes = self.read_limited().ok()??;
        serde_json::from_slice(&bytes).ok()
    }

    /// `None` if the file is larger than any real one.
    fn read_limited(&self) -> io::Result<Option<Vec<u8>>> {
        let path = self.path();
        if fs::metadata(&path)?.len() > self.largest {
            return Ok(None);
        }
        fs::read(&path).map(Some)
    }

    /// Moves a damaged file out of the way, never over another one, and says
    /// where it is.
    pub(crate) fn set_aside(&self) -> io::Result<PathBuf> {
        let named = |end: &str| self.folder.join(format!("{}.damaged{end}.json", self.name));
        let aside = (1..1000)
            .map(|number| named(&format!("-{number}")))
            .find(|path| !path.exists())
            .unwrap_or_else(|| named(""));
        fs::rename(self.path(), &aside)?;
        Ok(aside)
    }

    /// Writes beside the file, on the disk for good, then renames over it.
    pub(crate) fn write(&self, content: &impl Serialize) -> io::Result<()> {
        let mut text = serde_json::to_vec_pretty(content)?;
        text.push(b'\n');
        // Made readable for the owner only.
        let mut file = tempfile::Builder::new()
            .prefix(&format!(".{}-", self.name))
            .tempfile_in(&self.folder)?;
        file.write_all(&text)?;
        file.as_file().sync_all()?;
        file.persist(self.path())?;
        sync_folder(&self.folder)
    }

    /// Waits for other processes. The lock ends with the value, also by a kill.
    pub(crate) fn lock(&self) -> io::Result<File> {
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(self.folder.join(format!(".{}.lock", self.name)))?;
        file.lock()?;
        Ok(file)
    }
}

/// Makes a rename last through a power cut; other systems do so themselves.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()
    } else {
        Ok(())
    }
}
