//! [`Memory`]: the small things kept between starts beside the saved servers:
//! settings, favourite rooms, rooms joined lately.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::PathBuf;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::error::{Code, LauncherError};
use crate::file::{Codes, JsonFile, Replaced};
use crate::policy::Chosen;
use crate::profile::ProfileId;
use crate::update::UpdateMemory;

const SCHEMA: u64 = 1;

const CODES: Codes = Codes {
    damaged: Code::SettingsDamaged,
    newer: Code::SettingsNewer,
    failed: Code::SettingsFailed,
};

/// A file larger than this is damaged.
const LARGEST: u64 = 1 << 20;

/// Rooms joined longer ago than the last ones are forgotten.
const MOST_JOINED: usize = 100;

/// A room of a saved server.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RoomOn {
    pub profile: ProfileId,
    pub room: i64,
}

/// What is kept between starts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Memory {
    /// What the person chose; what is in force stands in the state.
    pub settings: Chosen,
    pub favourites: BTreeSet<RoomOn>,
    /// When rooms were last joined, as a list, since its keys are no texts.
    #[serde(with = "joined_list")]
    pub joined: BTreeMap<RoomOn, Timestamp>,
    /// Keys of the meetings that are joined by themselves when they begin.
    pub armed: BTreeSet<String>,
    /// Keys of the meetings the person was reminded of: never twice, not even
    /// after a restart.
    pub reminded: BTreeSet<String>,
    /// What a first close of the window does was said once.
    pub closing_said: bool,
    /// That this desktop shows no tray icons was said once.
    pub no_tray_said: bool,
    pub updates: UpdateMemory,
}

impl Memory {
    pub(crate) fn remember_join(&mut self, room: RoomOn, now: Timestamp) {
        self.joined.insert(room, now);
        while self.joined.len() > MOST_JOINED {
            let oldest = self.joined.iter().min_by_key(|(_, at)| **at);
            let Some(oldest) = oldest.map(|(room, _)| room.clone()) else {
                break;
            };
            self.joined.remove(&oldest);
        }
    }

    /// The room joined last.
    pub(crate) fn last_joined(&self) -> Option<&RoomOn> {
        let last = self.joined.iter().max_by_key(|(_, at)| **at);
        last.map(|(room, _)| room)
    }

    pub(crate) fn forget_profile(&mut self, id: &ProfileId) {
        self.favourites.retain(|room| room.profile != *id);
        self.joined.retain(|room, _| room.profile != *id);
    }
}

/// The file of settings in a folder.
#[derive(Clone, Debug)]
pub struct MemoryFile {
    file: JsonFile,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    schema: u64,
    #[serde(flatten)]
    memory: Memory,
}

impl MemoryFile {
    pub fn in_folder(folder: impl Into<PathBuf>) -> Self {
        Self {
            file: JsonFile::new(folder.into(), "settings", SCHEMA, LARGEST),
        }
    }

    /// Reads the file; defaults without one. The second value is what the person
    /// must be told: a damaged file was set aside, a newer one is not used.
    pub fn read(&self) -> (Memory, Option<LauncherError>) {
        self.file.read_or_default(CODES, |value| {
            let kept: Kept = serde_json::from_value(value).ok()?;
            Some(kept.memory)
        })
    }

    pub(crate) fn write(&self, memory: &Memory) -> Result<(), LauncherError> {
        let replaced = self.file.replace(&Kept {
            schema: SCHEMA,
            memory: memory.clone(),
        });
        let outcome = replaced.and_then(|replaced| match replaced {
            Replaced::Done => Ok(()),
            Replaced::NotNewer => Err(io::Error::other("a newer version wrote it")),
        });
        outcome.map_err(|error| self.file.failed(CODES, &error))
    }
}

mod joined_list {
    use std::collections::BTreeMap;

    use jiff::Timestamp;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::RoomOn;

    #[derive(Serialize, Deserialize)]
    struct Row {
        #[serde(flatten)]
        room: RoomOn,
        at: Timestamp,
    }

    pub(super) fn serialize<S: Serializer>(
        joined: &BTreeMap<RoomOn, Timestamp>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(joined.iter().map(|(room, at)| Row {
            room: room.clone(),
            at: *at,
        }))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<BTreeMap<RoomOn, Timestamp>, D::Error> {
        let rows = Vec::<Row>::deserialize(deserializer)?;
        Ok(rows.into_iter().map(|row| (row.room, row.at)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;

    fn room(number: i64) -> RoomOn {
        RoomOn {
            profile: "p1".parse().unwrap(),
            room: number,
        }
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn what_was_written_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let file = MemoryFile::in_folder(folder.path());
        assert_eq!(file.read(), (Memory::default(), None));
        let mut memory = Memory::default();
        let settings = Settings::default();
        let none = Settings {
            remind_minutes: None,
            ..settings.clone()
        };
        memory.settings.change(&settings, &none);
        memory.favourites.insert(room(5));
        memory.remember_join(room(7), at(1));
        file.write(&memory).unwrap();
        assert_eq!(file.read(), (memory, None));
    }

    #[test]
    fn a_damaged_file_is_set_aside_and_a_newer_one_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let file = MemoryFile::in_folder(folder.path());
        let path = folder.path().join("settings.json");
        std::fs::write(&path, "{\"schema\": 1, \"settings\": 5}").unwrap();
        let (memory, said) = file.read();
        assert_eq!(memory, Memory::default());
        assert_eq!(said.unwrap().code, Code::SettingsDamaged);
        assert!(folder.path().join("settings.damaged-1.json").exists());
        let newer = "{\"schema\": 99}";
        std::fs::write(&path, newer).unwrap();
        assert_eq!(file.read().1.unwrap().code, Code::SettingsNewer);
        assert!(file.write(&Memory::default()).is_err());
        assert_eq!(std::fs::read_to_string(&path).unwrap(), newer);
    }

    #[test]
    fn the_rooms_joined_longest_ago_are_forgotten() {
        let mut memory = Memory::default();
        for number in 0..150 {
            memory.remember_join(room(number), at(number));
        }
        assert_eq!(memory.joined.len(), MOST_JOINED);
        assert!(memory.joined.contains_key(&room(149)));
        assert!(!memory.joined.contains_key(&room(49)));
    }
}
