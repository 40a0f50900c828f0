//! How large things are.

use std::path::{Path, PathBuf};

use super::counts::whole;
use super::row::Row;
use crate::run::{self, built, root};
use crate::{dist, ui};

const WORK: &str = "sizes";

/// The programs are compiled with the page, so that it has to be there.
pub(super) fn page_is_there() -> Result<(), String> {
    if page_folder().join("index.html").is_file() {
        Ok(())
    } else {
        ui::build(&[])
    }
}

/// Of the programs as they are built for tests, without what debuggers read, and of the
/// page. What grows there grows in the packages.
pub(super) fn of_debug() -> Result<Vec<Row>, String> {
    let mut rows = Vec::new();
    for program in ["openmeetings", "openmeetings-launcher"] {
        let name = format!("{program}, built for tests, stripped");
        rows.push(Row::count(
            WORK,
            &name,
            "KiB",
            stripped(&built("debug", program))?,
        ));
    }
    rows.push(Row::count(
        WORK,
        "page: scripts and styles, gzip",
        "KiB",
        page()?,
    ));
    Ok(rows)
}

/// Of the package that people get, beside the one of a browser that could do as well.
pub(super) fn of_packages() -> Result<Vec<Row>, String> {
    let package = dist::DEB.pack_release()?;
    let package = package.display().to_string();
    let installed = run::output("dpkg-deb", &["--field", &package, "Installed-Size"])?;
    let kilobytes = |text: &str| {
        text.trim()
            .parse::<f64>()
            .map_err(|error| error.to_string())
    };
    let mut sizes = vec![
        ("our deb, package", kibibytes(Path::new(&package))? / 1024.0),
        ("our deb, installed", kilobytes(&installed)? / 1024.0),
    ];
    // The newest that is offered comes first.
    let chromium = run::output("apt-cache", &["show", "chromium"]).unwrap_or_default();
    let field = |name: &str| chromium.lines().find_map(|line| line.strip_prefix(name));
    if let (Some(bytes), Some(installed)) = (field("Size: "), field("Installed-Size: ")) {
        sizes.push((
            "Debian's chromium, package",
            kilobytes(bytes)? / 1024.0 / 1024.0,
        ));
        sizes.push((
            "Debian's chromium, installed",
            kilobytes(installed)? / 1024.0,
        ));
    }
    let row = |(name, value): (&str, f64)| Row::count("packages", name, "MiB", value);
    Ok(sizes.into_iter().map(row).collect())
}

fn stripped(program: &Path) -> Result<f64, String> {
    let folder =
        tempfile::tempdir().map_err(|error| format!("no folder for the bench: {error}"))?;
    let small = folder.path().join("stripped");
    let files = [&small, program].map(|file| file.display().to_string());
    run::command("strip", &["-o", &files[0], &files[1]], &[])?;
    kibibytes(&small)
}

fn page() -> Result<f64, String> {
    let mut sum = 0.0;
    let mut folders = vec![page_folder()];
    while let Some(folder) = folders.pop() {
        let entries = std::fs::read_dir(&folder).map_err(|error| format!("the page: {error}"))?;
        for path in entries.flatten().map(|entry| entry.path()) {
            let kind = path.extension().and_then(|kind| kind.to_str());
            match kind {
                _ if path.is_dir() => folders.push(path),
                Some("js" | "css") => sum += compressed(&path)?,
                Some(_) | None => {}
            }
        }
    }
    Ok(sum / 1024.0)
}

fn compressed(file: &Path) -> Result<f64, String> {
    let output = std::process::Command::new("gzip")
        .args(["-9", "-c"])
        .arg(file)
        .output()
        .map_err(|error| format!("gzip could not be started: {error}"))?;
    Ok(whole(output.stdout.len()))
}

fn kibibytes(file: &Path) -> Result<f64, String> {
    let length = file
        .metadata()
        .map_err(|error| format!("{}: {error}", file.display()))?
        .len();
    Ok(whole(usize::try_from(length / 1024).unwrap_or(usize::MAX)))
}

fn page_folder() -> PathBuf {
    root().join("ui/dist")
}
