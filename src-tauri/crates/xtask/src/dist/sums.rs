//! `SHA256SUMS`: by what people see that they have what was made.

use std::fs;
use std::path::{Path, PathBuf};

use crate::run;

const NAME: &str = "SHA256SUMS";

/// Writes the sums of files of a folder, as `sha256sum --check` reads them. Gives the
/// path of the file with them.
pub(super) fn write(folder: &Path, files: &[PathBuf]) -> Result<PathBuf, String> {
    let names: Vec<String> = files
        .iter()
        .filter_map(|file| file.file_name())
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let sums = run::output_in(folder, "sha256sum", &names)?;
    let path = folder.join(NAME);
    fs::write(&path, sums).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(path)
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_was_changed_is_found_by_its_sum() {
        let folder = tempfile::tempdir().unwrap();
        let files = ["a.deb", "b.rpm"].map(|name| folder.path().join(name));
        for file in &files {
            fs::write(file, "as it was made").unwrap();
        }
        let sums = write(folder.path(), &files).unwrap();
        let check = || run::output_in(folder.path(), "sha256sum", &["--check", NAME]);
        assert_eq!(check().as_deref(), Ok("a.deb: OK\nb.rpm: OK\n"));
        assert_eq!(sums, folder.path().join(NAME));
        fs::write(&files[1], "as somebody else made it").unwrap();
        assert!(check().is_err());
    }
}
