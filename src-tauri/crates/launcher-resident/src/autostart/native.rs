//! Windows and macOS: what the `auto-launch` crate writes for the person. There
//! the window's program is the resident as well.

use std::error::Error;
use std::path::Path;

use auto_launch::{AutoLaunch, AutoLaunchBuilder, WindowsEnableMode};

use super::Autostart;

const NAME: &str = "OpenMeetings Launcher";

pub(super) fn write(
    autostart: &Autostart,
    program: &Path,
    arguments: &[&str],
) -> Result<(), Box<dyn Error>> {
    let arguments = if program == autostart.window {
        arguments
    } else {
        &["--hidden"]
    };
    Ok(launch(autostart, arguments)?.enable()?)
}

pub(super) fn remove(autostart: &Autostart) -> Result<(), Box<dyn Error>> {
    let launch = launch(autostart, &[])?;
    // What the person switched off in the task manager counts as not enabled there,
    // and would stay.
    if cfg!(windows) || launch.is_enabled()? {
        launch.disable()?;
    }
    Ok(())
}

fn launch(autostart: &Autostart, arguments: &[&str]) -> Result<AutoLaunch, Box<dyn Error>> {
    let program = autostart
        .window
        .to_str()
        .ok_or("the path of the program is no text")?;
    let launch = AutoLaunchBuilder::new()
        .set_app_name(NAME)
        .set_app_path(&written(program))
        // Otherwise an administrator would write it for everybody.
        .set_windows_enable_mode(WindowsEnableMode::CurrentUser)
        .set_args(arguments)
        .build()?;
    Ok(launch)
}

/// A path as the system reads it there: Windows takes a line of words, and names of
/// persons and folders have spaces.
fn written(program: &str) -> String {
    if cfg!(windows) {
        format!("\"{program}\"")
    } else {
        program.to_owned()
    }
}
