//! [`Place`]: where a package is for the time of the tests.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::dist::{NAME, OF_TESTS};
use crate::{packages, run, say};

/// Where the files of the package are.
#[derive(Debug)]
pub(super) enum Place {
    /// In the system, as on the computer of a person.
    System,
    /// In a folder, where nobody may install or a person has installed.
    Folder(TempDir),
}

impl Place {
    /// Installs the package where that is possible and takes nothing from anybody.
    pub(super) fn with(package: &Path) -> Result<Self, String> {
        let why = match (packages::root(), installed()) {
            (None, _) => "Root's rights are needed to install it",
            (_, Some(version)) if !version.ends_with(OF_TESTS) => {
                "You have the launcher installed, and keep it"
            }
            (Some(_), _) => return Self::install(package),
        };
        say::line(&format!("{why}: the package is unpacked instead."));
        Self::unpack(package)
    }

    /// The folder that holds `usr`.
    pub(super) fn root(&self) -> PathBuf {
        match self {
            Self::System => PathBuf::from("/"),
            Self::Folder(folder) => folder.path().to_owned(),
        }
    }

    /// Leaves everything as it was.
    pub(super) fn remove(self) -> Result<(), String> {
        match self {
            Self::System => packages::as_root(&["dpkg", "--purge", NAME]).map(drop),
            Self::Folder(folder) => folder
                .close()
                .map_err(|error| format!("the unpacked package: {error}")),
        }
    }

    fn install(package: &Path) -> Result<Self, String> {
        say::line(&format!("Installing {} …", package.display()));
        let package = package.display().to_string();
        let apt = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"];
        let how = ["install", "-y", "-qq", "--no-install-recommends"];
        let again = ["--reinstall", "--allow-downgrades", &package];
        packages::as_root(&[&apt[..], &how, &again].concat())?;
        Ok(Self::System)
    }

    fn unpack(package: &Path) -> Result<Self, String> {
        let folder =
            tempfile::tempdir().map_err(|error| format!("no temporary folder: {error}"))?;
        let (package, root) = (package.display().to_string(), folder.path().display());
        run::command("dpkg-deb", &["--extract", &package, &root.to_string()], &[])?;
        // What the system does by itself when something is installed.
        let applications = format!("{root}/usr/share/applications");
        run::command("update-desktop-database", &[&applications], &[])?;
        Ok(Self::Folder(folder))
    }
}

/// The version that is installed.
fn installed() -> Option<String> {
    let query = [
        "--show",
        "--showformat",
        "${db:Status-Status} ${Version}",
        NAME,
    ];
    // One that was never installed is an error to it.
    if !run::works("dpkg-query", &query) {
        return None;
    }
    let answer = run::output("dpkg-query", &query).ok()?;
    answer.strip_prefix("installed ").map(str::to_owned)
}
