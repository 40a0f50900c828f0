//! Linux: a file that only root can write.

use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use super::{broken, in_file_if_there};
use crate::policy::Policy;

const FILE: &str = "/etc/openmeetings-launcher/policy.json";

/// Write permission of the group and of everybody else.
const OTHERS_WRITE: u32 = 0o022;

pub(super) fn read() -> Policy {
    let path = Path::new(FILE);
    match path.metadata() {
        Ok(file) if file.uid() != 0 || file.mode() & OTHERS_WRITE != 0 => broken(
            FILE.to_owned(),
            "others than root can write it: `chown root` and `chmod go-w` it",
        ),
        Ok(_) | Err(_) => in_file_if_there(path),
    }
}
