//! Our own files, edited by hand, cut by a full disk, or of another version.

#![no_main]

use std::sync::LazyLock;

use launcher_core::memory::MemoryFile;
use launcher_core::profile::file::ProfilesFile;
use launcher_core::remembered::file::RememberedFile;
use libfuzzer_sys::fuzz_target;
use tempfile::TempDir;

static FOLDER: LazyLock<TempDir> = LazyLock::new(|| TempDir::new().expect("a folder"));

fuzz_target!(|data: &[u8]| {
    let Some((which, content)) = data.split_first() else {
        return;
    };
    let folder = FOLDER.path();
    let put = |name: &str| {
        std::fs::write(folder.join(name), content).expect("it can be written");
    };
    match which % 3 {
        0 => {
            put("profiles.json");
            let file = ProfilesFile::in_folder(folder);
            if let Ok(read) = file.read()
                && read.set_aside.is_none()
            {
                // What was read is kept, and read back as the same.
                let (_, _) = file.update(Vec::new, |_| Ok(())).expect("it can be written");
                let again = file.read().expect("it can be read");
                assert_eq!(again.profiles, read.profiles);
            }
        }
        1 => {
            put("invitations.json");
            let _ = RememberedFile::in_folder(folder).read();
        }
        _ => {
            put("settings.json");
            let _ = MemoryFile::in_folder(folder).read();
        }
    }
    // What was damaged was moved aside.
    for entry in std::fs::read_dir(folder).expect("it is there").flatten() {
        let _ = std::fs::remove_file(entry.path());
    }
});
