//! The package for Fedora, openSUSE and their relatives, put together by `rpmbuild`.

use std::path::{Path, PathBuf};

use super::stage::From::{self, Completions, File};
use super::stage::Stage;
use super::version::Version;
use super::{Build, NAME};
use crate::run;

const SPEC: &str = "src-tauri/linux/openmeetings-launcher.spec";

/// What other formats have not, or elsewhere.
const OF_RPM: [(From, &str); 2] = [
    (
        File("LICENSE"),
        "usr/share/licenses/openmeetings-launcher/LICENSE",
    ),
    (
        Completions("zsh"),
        "usr/share/zsh/site-functions/_openmeetings",
    ),
];

/// Packs what was built. Gives the path of the package.
pub(crate) fn pack(build: Build) -> Result<PathBuf, String> {
    let stage = Stage::new(build, &OF_RPM)?;
    stage.settle()?;
    let version = Version::of(build);
    let folder = super::folder(build)?;
    // Its temporary files, and a home in which nobody's own macros are.
    let top = tempfile::tempdir().map_err(|error| format!("no temporary folder: {error}"))?;
    build_package(build, &stage, &version, top.path(), &folder)?;
    let architecture = run::output("rpm", &["--eval", "%{_arch}"])?;
    Ok(folder.join(format!("{NAME}-{version}.{}.rpm", architecture.trim())))
}

fn build_package(
    build: Build,
    stage: &Stage,
    version: &Version,
    top: &Path,
    folder: &Path,
) -> Result<(), String> {
    let (top, epoch) = (top.display().to_string(), stage.epoch.to_string());
    let payload = match build {
        // Installed once, on this computer: time counts.
        Build::Debug | Build::Older => "w1.gzdio",
        Build::Release => "w9.xzdio",
    };
    let macros = [
        format!("launcher_version {}", version.launcher),
        format!("launcher_release {}", version.package),
        format!("launcher_tree {}", stage.root().display()),
        format!("_topdir {top}"),
        format!("_tmppath {top}"),
        format!("_rpmdir {}", folder.display()),
        format!("_binary_payload {payload}"),
        "_build_name_fmt %%{NAME}-%%{VERSION}-%%{RELEASE}.%%{ARCH}.rpm".to_owned(),
        // Nothing of the computer it was packed on, and of the moment.
        "_buildhost localhost".to_owned(),
        "use_source_date_epoch_as_buildtime 1".to_owned(),
    ];
    let mut arguments = vec!["-bb", "--quiet"];
    for defined in &macros {
        arguments.extend(["--define", defined]);
    }
    arguments.push(SPEC);
    let environment = [
        ("SOURCE_DATE_EPOCH", epoch.as_str()),
        ("HOME", top.as_str()),
    ];
    run::quietly("rpmbuild", &arguments, &environment)
}
