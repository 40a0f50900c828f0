//! What the signs of this computer mean.

use std::io;
use std::path::{Path, PathBuf};

use super::finding::{Finding, Grade, Topic};
use super::opener::{self, BrowserSign, LinkSign};
use crate::error::LauncherError;
use crate::policy::Policy;

/// With less than this many megabytes free, files are not written any more.
const LITTLE_SPACE: u64 = 100;

const MEGABYTE: u64 = 1 << 20;

/// What was seen of this computer, before anybody judges. What nobody looked at is
/// said to be so.
#[derive(Clone, Debug, Default)]
pub struct ComputerSigns {
    pub kept: Kept,
    pub policy: Policy,
    pub keychain: KeychainSign,
    pub browser: BrowserSign,
    pub links: LinkSign,
    pub tray: TraySign,
    pub resident: ResidentSign,
    pub folders: Vec<FolderSign>,
    /// Bytes that are free where settings are kept.
    pub free: Option<u64>,
}

/// What the launcher keeps in files.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// Why it could not start with them, if it could not.
    pub unread: Option<LauncherError>,
    /// What it said about them, such as that one was damaged and set aside.
    pub said: Vec<LauncherError>,
}

/// The keychain of the person, as far as one sees without opening it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum KeychainSign {
    #[default]
    NotLooked,
    Open,
    Locked,
    /// It is there, and holds nothing yet: it is made with the first password.
    Empty,
    Missing,
    /// It is there, and does not answer.
    Silent,
}

/// Whether this desktop shows icons in a tray.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TraySign {
    #[default]
    NotLooked,
    Shown,
    NoHost,
}

/// The part of the launcher that stays in the background.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ResidentSign {
    #[default]
    NotLooked,
    Runs,
    NotRunning,
    /// One of another build runs.
    Other {
        version: String,
    },
    /// Something is at its door, and does not answer.
    Silent,
}

/// A folder of the launcher.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FolderSign {
    pub path: PathBuf,
    pub writable: bool,
}

impl FolderSign {
    /// Looks whether files can be made in a folder, or in the one it would be made
    /// in. Leaves nothing behind.
    pub fn of(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            writable: is_writable(path).is_ok(),
        }
    }
}

/// Whether a file can be made in a folder, or where that would be made.
fn is_writable(path: &Path) -> io::Result<()> {
    let there = path.ancestors().find(|folder| folder.exists());
    let there = there.ok_or(io::ErrorKind::NotFound)?;
    tempfile::tempfile_in(there).map(drop)
}

/// Everything there is to say about this computer. `servers` is how many are saved,
/// `proxy` the host of the one that calls go through.
pub(super) fn findings(
    signs: &ComputerSigns,
    servers: usize,
    proxy: Option<String>,
) -> Vec<Finding> {
    let mut findings = of_kept(&signs.kept, servers);
    findings.extend([
        of_policy(&signs.policy),
        of_keychain(signs.keychain),
        opener::of_browser(&signs.browser),
        opener::of_links(&signs.links),
        of_tray(signs.tray),
        of_resident(&signs.resident),
        of_proxy(proxy),
    ]);
    findings.extend(of_folders(&signs.folders));
    findings.push(of_disk(signs.free));
    findings
}

fn of_kept(kept: &Kept, servers: usize) -> Vec<Finding> {
    let topic = Topic::SavedServers;
    // What is said of the policy has a place of its own.
    let said = kept.said.iter().filter(|error| !is_of_policy(error));
    let mut findings: Vec<Finding> = said
        .map(|error| Finding::of_error(topic, Grade::Warning, error.clone()))
        .collect();
    findings.push(match (&kept.unread, servers) {
        (Some(error), _) => Finding::of_error(topic, Grade::Failed, error.clone()),
        (None, 0) => Finding::new(topic, Grade::Note, "doctor-saved-none"),
        (None, count) => Finding::new(topic, Grade::Good, "doctor-saved").number("count", count),
    });
    findings
}

fn is_of_policy(error: &LauncherError) -> bool {
    error.code == crate::error::Code::PolicyUnreadable
}

fn of_policy(policy: &Policy) -> Finding {
    let finding = |grade, key| Finding::new(Topic::Policy, grade, key);
    match policy {
        Policy::Absent => finding(Grade::Good, "doctor-policy-none"),
        Policy::InForce(_) => {
            finding(Grade::Note, "doctor-policy-in-force").private("source", policy.to_string())
        }
        Policy::Broken(_) => match policy.trouble() {
            Some(error) => Finding::of_error(Topic::Policy, Grade::Failed, error),
            None => finding(Grade::Good, "doctor-policy-none"),
        },
    }
}

fn of_keychain(sign: KeychainSign) -> Finding {
    let (grade, key) = match sign {
        KeychainSign::NotLooked => (Grade::Note, "doctor-not-looked-at"),
        KeychainSign::Open => (Grade::Good, "doctor-keychain-open"),
        KeychainSign::Empty => (Grade::Good, "doctor-keychain-empty"),
        KeychainSign::Locked => (Grade::Note, "doctor-keychain-locked"),
        KeychainSign::Missing => (Grade::Warning, "doctor-keychain-missing"),
        KeychainSign::Silent => (Grade::Warning, "doctor-keychain-silent"),
    };
    Finding::new(Topic::Keychain, grade, key)
}

fn of_tray(sign: TraySign) -> Finding {
    let (grade, key) = match sign {
        TraySign::NotLooked => (Grade::Note, "doctor-not-looked-at"),
        TraySign::Shown => (Grade::Good, "doctor-tray-shown"),
        TraySign::NoHost => (Grade::Note, "doctor-tray-none"),
    };
    Finding::new(Topic::Tray, grade, key)
}

fn of_resident(sign: &ResidentSign) -> Finding {
    let finding = |grade, key| Finding::new(Topic::Resident, grade, key);
    match sign {
        ResidentSign::NotLooked => finding(Grade::Note, "doctor-not-looked-at"),
        ResidentSign::Runs => finding(Grade::Good, "doctor-resident-runs"),
        ResidentSign::NotRunning => finding(Grade::Note, "doctor-resident-none"),
        ResidentSign::Other { version } => {
            finding(Grade::Warning, "doctor-resident-other").public("version", version)
        }
        ResidentSign::Silent => finding(Grade::Warning, "doctor-resident-silent"),
    }
}

fn of_proxy(proxy: Option<String>) -> Finding {
    let finding = |grade, key| Finding::new(Topic::Proxy, grade, key);
    match proxy {
        None => finding(Grade::Good, "doctor-proxy-none"),
        Some(host) => finding(Grade::Note, "doctor-proxy").private("host", host),
    }
}

fn of_folders(folders: &[FolderSign]) -> Vec<Finding> {
    let locked = folders.iter().filter(|folder| !folder.writable);
    let locked: Vec<Finding> = locked
        .map(|folder| {
            let finding = Finding::new(Topic::Folders, Grade::Failed, "doctor-folder-locked");
            finding.private("path", folder.path.display().to_string())
        })
        .collect();
    if !locked.is_empty() {
        return locked;
    }
    let (grade, key) = if folders.is_empty() {
        (Grade::Failed, "doctor-folders-none")
    } else {
        (Grade::Good, "doctor-folders-fine")
    };
    vec![Finding::new(Topic::Folders, grade, key)]
}

fn of_disk(free: Option<u64>) -> Finding {
    let finding = |grade, key| Finding::new(Topic::Disk, grade, key);
    match free.map(|bytes| bytes / MEGABYTE) {
        None => finding(Grade::Note, "doctor-not-looked-at"),
        Some(megabytes) if megabytes < LITTLE_SPACE => {
            finding(Grade::Warning, "doctor-disk-full").number("megabytes", megabytes)
        }
        Some(megabytes) => finding(Grade::Good, "doctor-disk-fine").number("megabytes", megabytes),
    }
}

#[cfg(test)]
mod tests;
