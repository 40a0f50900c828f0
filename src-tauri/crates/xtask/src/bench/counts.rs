//! What is the same in each run: counts, which CI holds against limits.

use std::path::Path;
use std::process::{Command, Stdio};

use super::row::Row;
use super::sizes;
use crate::packages;
use crate::run::{build_programs, built, output};

/// Of the programs as they are built for tests, so that nothing is compiled for it.
pub(super) fn all() -> Result<Vec<Row>, String> {
    packages::ensure("the bench", &[&packages::FOR_WINDOW, &packages::FOR_COUNTS])?;
    sizes::page_is_there()?;
    build_programs()?;
    let home = tempfile::tempdir().map_err(|error| format!("no folder for the bench: {error}"))?;
    let counts = built("debug", "counts").display().to_string();
    let mut rows = Row::all(&output(&counts, &[&home.path().display().to_string()])?)?;
    for arguments in [&["--version"][..], &["meetings", "--cached"]] {
        let name = format!("openmeetings {}", arguments.join(" "));
        let called = Called {
            arguments,
            home: home.path(),
        };
        let row = |unit: &str, value| {
            Row::count("what a call takes", &format!("{unit}, {name}"), unit, value)
        };
        rows.push(row("system calls", called.system_calls()?));
        rows.push(row("million instructions", called.instructions()? / 1e6));
    }
    rows.extend(sizes::of_debug()?);
    Ok(rows)
}

/// A call of the command line, as it was built for tests.
struct Called<'a> {
    arguments: &'a [&'a str],
    home: &'a Path,
}

impl Called<'_> {
    fn system_calls(&self) -> Result<f64, String> {
        let trace = self.home.join("trace");
        self.under("strace", &["-f", "-o", &trace.display().to_string()])?;
        let text = std::fs::read_to_string(trace).map_err(|error| format!("strace: {error}"))?;
        // A call that waited stands there twice, and signals and ends are none.
        let is_call = |line: &&str| {
            !["resumed>", "+++", "---"]
                .iter()
                .any(|no| line.contains(no))
        };
        Ok(whole(text.lines().filter(is_call).count()))
    }

    fn instructions(&self) -> Result<f64, String> {
        let options = [
            "--tool=cachegrind",
            "--cache-sim=no",
            "--cachegrind-out-file=/dev/null",
        ];
        let said = self.under("valgrind", &options)?;
        let refs = said.lines().find_map(|line| {
            let (_, number) = line.split_once("refs:")?;
            number.trim().replace(',', "").parse().ok()
        });
        refs.ok_or_else(|| format!("valgrind counted nothing: {said}"))
    }

    /// Runs it under another program, and gives what that one says.
    fn under(&self, program: &str, options: &[&str]) -> Result<String, String> {
        let output = Command::new(program)
            .args(options)
            .arg(built("debug", "openmeetings"))
            .args(self.arguments)
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("LC_ALL", "C")
            .env("TZ", "UTC")
            .env("HOME", self.home)
            .env("OPENMEETINGS_LAUNCHER_HOME", self.home)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .output()
            .map_err(|error| format!("{program} could not be started: {error}"))?;
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        if output.status.success() {
            Ok(said)
        } else {
            Err(format!("{program} ended with {}: {said}", output.status))
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "no count here needs 53 bits")]
pub(super) fn whole(count: usize) -> f64 {
    count as f64
}
