//! `cargo xtask windows-test`: the installer for Windows and what it installs, under
//! wine: installed, used, upgraded, removed.

use std::path::{Path, PathBuf};

use crate::dist::{self, Build, NSIS};
use crate::{packages, run, say};

/// Where the tests find the installer of this version, and one of an older version.
const SETUP: &str = "LAUNCHER_SETUP";
const OLDER_SETUP: &str = "LAUNCHER_OLDER_SETUP";

/// Where they find a fresh Windows to copy.
const TEMPLATE: &str = "LAUNCHER_WINE_TEMPLATE";

const WINE: &str = "/usr/lib/wine/wine64";

/// Every program of ours asks the system's library for random numbers by a call that
/// Debian's wine does not have yet. Windows does, so this is only for tests.
const RANDOM: &str = "\
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T count)
{
    return SystemFunction036(bytes, (ULONG)count);
}
";

/// With arguments, those of the tests: the name of one, for example.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    if !cfg!(target_os = "linux") {
        return Err("this runs on Linux, with wine".to_owned());
    }
    let what = "the test of the installer for Windows";
    packages::ensure(what, &packages::DESKTOP)?;
    packages::ensure(what, &[&packages::FOR_CROSS, &packages::FOR_WINDOWS_TEST])?;
    let made = dist::make(&[&NSIS], Build::Debug)?;
    let [setup] = &made[..] else {
        return Err(format!("one installer was to be made, not {made:?}"));
    };
    let older = (NSIS.pack)(Build::Older)?;
    let template = template()?;

    say::line("Using what was installed …");
    let environment = [
        (SETUP, setup.display().to_string()),
        (OLDER_SETUP, older.display().to_string()),
        (TEMPLATE, template.display().to_string()),
    ];
    let environment = environment
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    run::test_programs("windows", arguments, &environment)
}

/// A Windows that nobody has used yet, made once.
fn template() -> Result<PathBuf, String> {
    let template = run::target("wine");
    let finished = template.join("drive_c/windows/system32/bcryptprimitives.dll");
    if finished.exists() {
        return Ok(template);
    }
    say::line("Making a Windows for the tests …");
    // What was left half made is made anew.
    if template.exists() {
        std::fs::remove_dir_all(&template)
            .map_err(|error| format!("{}: {error}", template.display()))?;
    }
    std::fs::create_dir_all(&template)
        .map_err(|error| format!("{}: {error}", template.display()))?;
    let made = fill(&template, &finished);
    // Whatever became of it: nothing goes on running. It may have ended by itself.
    let _ = in_wine(&template, "/usr/lib/wine/wineserver64", &["-k", "-w"]);
    made.map(|()| template)
}

fn fill(template: &Path, random: &Path) -> Result<(), String> {
    in_wine(template, WINE, &["wineboot", "--init"])?;
    in_wine(template, WINE, &["winecfg", "/v", "win10"])?;
    let source = template.join("random.c");
    std::fs::write(&source, RANDOM).map_err(|error| format!("{}: {error}", source.display()))?;
    let (source, random) = (source.display().to_string(), random.display().to_string());
    let compile = ["-shared", "-o", &random, &source, "-ladvapi32"];
    run::quietly("x86_64-w64-mingw32-gcc", &compile, &[])
}

fn in_wine(prefix: &Path, program: &str, arguments: &[&str]) -> Result<(), String> {
    let prefix = prefix.display().to_string();
    let environment = [
        ("WINEPREFIX", prefix.as_str()),
        ("WINEDEBUG", "-all"),
        // It would write into the menu of who runs this.
        ("WINEDLLOVERRIDES", "winemenubuilder.exe=d"),
        ("DISPLAY", ""),
    ];
    let limited = ["120", program];
    run::quietly("timeout", &[&limited[..], arguments].concat(), &environment)
}
