//! Pictures of a desktop.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::desktop::Desktop;

impl Desktop {
    /// Takes a picture of everything on the display.
    pub fn picture(&self, file: &Path) {
        let file = file.display().to_string();
        let output = self.run("import", &["-window", "root", &file]);
        assert!(
            output.status.success(),
            "no picture: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}

/// Keeps a picture and the logs of a desktop on which a test fails, and says where.
pub(crate) fn keep_what_went_wrong(desktop: &Desktop, name: &str) {
    let folder = failures().join(name);
    if std::fs::create_dir_all(&folder).is_err() {
        return;
    }
    let picture = folder.join("screen.png").display().to_string();
    // Called while a test fails: what goes wrong here must not hide why.
    let _ = desktop
        .command("import")
        .args(["-window", "root", &picture])
        .status();
    for log in crate::traces::files(&desktop.home().join(".local/state")) {
        if let Some(file) = log.file_name() {
            let _ = std::fs::copy(&log, folder.join(file));
        }
    }
    // `eprintln!` would end everything at once if nobody reads it any more.
    let _ = writeln!(std::io::stderr(), "how it looked: {}", folder.display());
}

/// In the folder into which cargo builds, which carries a mark.
fn failures() -> PathBuf {
    let this = std::env::current_exe().unwrap_or_default();
    let mut folders = this.ancestors().skip(1);
    let target = folders.find(|folder| folder.join("CACHEDIR.TAG").is_file());
    target
        .map_or_else(std::env::temp_dir, Path::to_owned)
        .join("e2e-failures")
}
