//! [`RememberedFile`]: the remembered meetings on disk, readable for their owner
//! only: an invitation lets in whoever has it.

use std::path::PathBuf;

use jiff::Timestamp;
use openmeetings_client::JoinLink;
use serde::{Deserialize, Serialize};

use super::Remembered;
use crate::error::{Code, LauncherError};
use crate::file::{Codes, JsonFile, Replaced};
use crate::repeats::Repeats;

/// 2 knows series. A launcher of 1 would take those for long over.
const SCHEMA: u64 = 2;

const CODES: Codes = Codes {
    damaged: Code::InvitationsDamaged,
    newer: Code::InvitationsNewer,
    failed: Code::InvitationsFailed,
};

/// Nobody remembers this many meetings; a file this large is damaged.
const LARGEST: u64 = 16 << 20;

/// The file of remembered meetings in a folder.
#[derive(Clone, Debug)]
pub struct RememberedFile {
    file: JsonFile,
}

/// No `Debug`: the link is written out.
#[derive(Serialize, Deserialize)]
struct Kept {
    schema: u64,
    meetings: Vec<Row>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Row {
    uid: String,
    #[serde(default)]
    recurrence: Option<Timestamp>,
    #[serde(default)]
    sequence: i64,
    #[serde(default)]
    last_modified: Option<Timestamp>,
    title: String,
    start: Timestamp,
    end: Timestamp,
    #[serde(default)]
    zone: Option<String>,
    #[serde(default)]
    organiser: Option<String>,
    #[serde(default)]
    organiser_mail: Option<String>,
    #[serde(default)]
    repeats: Option<Repeats>,
    link: String,
}

impl RememberedFile {
    pub fn in_folder(folder: impl Into<PathBuf>) -> Self {
        Self {
            file: JsonFile::new(folder.into(), "invitations", SCHEMA, LARGEST),
        }
    }

    /// Reads the file; nothing is remembered without one. The second value is
    /// what the person must be told: a damaged file was set aside, a newer one is
    /// not used.
    pub fn read(&self) -> (Vec<Remembered>, Option<LauncherError>) {
        self.file.read_or_default(CODES, read_rows)
    }

    pub(crate) fn write(&self, meetings: &[Remembered]) -> Result<(), LauncherError> {
        let replaced = self.file.replace(&Kept {
            schema: SCHEMA,
            meetings: meetings.iter().map(Row::of).collect(),
        });
        match replaced {
            Ok(Replaced::Done) => Ok(()),
            Ok(Replaced::NotNewer) => Err(self.file.newer(CODES)),
            Err(error) => Err(self.file.failed(CODES, &error)),
        }
    }
}

fn read_rows(value: serde_json::Value) -> Option<Vec<Remembered>> {
    let kept: Kept = serde_json::from_value(value).ok()?;
    kept.meetings.into_iter().map(Row::into_meeting).collect()
}

impl Row {
    fn of(meeting: &Remembered) -> Self {
        let meeting = meeting.clone();
        Self {
            uid: meeting.uid,
            recurrence: meeting.recurrence,
            sequence: meeting.sequence,
            last_modified: meeting.last_modified,
            title: meeting.title,
            start: meeting.start,
            end: meeting.end,
            zone: meeting.zone,
            organiser: meeting.organiser,
            organiser_mail: meeting.organiser_mail,
            repeats: meeting.repeats,
            link: meeting.link.expose_url().to_owned(),
        }
    }

    fn into_meeting(self) -> Option<Remembered> {
        Some(Remembered {
            link: JoinLink::parse(&self.link).ok()?,
            uid: self.uid,
            recurrence: self.recurrence,
            sequence: self.sequence,
            last_modified: self.last_modified,
            title: self.title,
            start: self.start,
            end: self.end,
            zone: self.zone,
            organiser: self.organiser,
            organiser_mail: self.organiser_mail,
            repeats: self.repeats,
        })
    }
}
