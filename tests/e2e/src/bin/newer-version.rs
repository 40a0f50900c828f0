//! The program that the tests of updates serve as the newer version. As the file of
//! an `AppImage` does, it becomes the program inside; a word tells that one from what
//! ran before.

use std::ffi::OsString;
use std::process::ExitCode;

fn main() -> ExitCode {
    let folder = std::env::var_os("APPDIR").unwrap_or_default();
    let program = std::path::Path::new(&folder).join("openmeetings-launcher");
    let mut arguments = vec![OsString::from("--newer-version")];
    arguments.extend(std::env::args_os().skip(1));
    become_it(&program, &arguments)
}

#[cfg(unix)]
fn become_it(program: &std::path::Path, arguments: &[OsString]) -> ExitCode {
    use std::os::unix::process::CommandExt as _;

    // Comes back only if it failed.
    let _ = std::process::Command::new(program).args(arguments).exec();
    ExitCode::FAILURE
}

#[cfg(not(unix))]
fn become_it(_: &std::path::Path, _: &[OsString]) -> ExitCode {
    ExitCode::FAILURE
}
