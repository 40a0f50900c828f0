//! `openmeetings tray`: this process becomes the resident, and stays.

use launcher_resident::{Options, Resident, logging, system};

use crate::failure::{Failure, Saying};
use crate::host;
use crate::output::Output;

pub(crate) async fn run(output: &mut Output) -> Result<(), Failure> {
    let folders = host::folders()?;
    let program = std::env::current_exe().map_err(|error| {
        Failure::Other(Saying::new(
            "cli-runtime-failed",
            [("reason", error.to_string())],
        ))
    })?;
    // Whoever started it may close a terminal or end.
    system::own_session();
    // A resident without a log is better than none.
    let _ = logging::start(&folders.state, "resident");
    let options = Options::of_system(&folders, &program);
    match Resident::become_it(options).await? {
        Some(resident) => {
            Box::pin(resident.run()).await;
        }
        None => output.say("cli-running-already", &[]),
    }
    Ok(())
}
