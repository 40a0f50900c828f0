//! The window of OpenMeetings Launcher. A stub: the window is the next slice of
//! work, and until then the command line `openmeetings` does the joining.

fn main() -> std::process::ExitCode {
    use std::io::Write as _;

    let text = concat!(
        "openmeetings-launcher ",
        env!("CARGO_PKG_VERSION"),
        ": the window is not built yet. Use the command line: openmeetings --help\n"
    );
    match std::io::stdout().write_all(text.as_bytes()) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(_) => std::process::ExitCode::FAILURE,
    }
}
