//! What a person should know before a password goes to a server.

use launcher_core::error::LauncherError;
use launcher_core::launcher::Launcher;
use launcher_core::profile::check::{CheckedLayer, Outcome, Warning};

use crate::output::Output;
use crate::progress;

/// Looks who is at an address, as nobody, and warns of what becomes of a password
/// there. What it finds on the way is reported, as by a check.
pub(crate) async fn before_login(
    launcher: &Launcher,
    address: &str,
    (waiting, mut report): (&str, impl FnMut(&CheckedLayer)),
    output: &mut Output,
) -> Result<(), LauncherError> {
    let mut readable = false;
    let looking = launcher.check_address(address, None, |layer| {
        readable |= layer.outcome == Outcome::Warning(Warning::NotEncrypted);
        report(layer);
    });
    let texts = &output.texts();
    let found = progress::waiting(texts, &texts.text(waiting), looking).await?;
    if readable {
        output.caution("cli-caution-readable");
    }
    if found.takes_password_in_address() {
        output.caution("cli-caution-in-address");
    }
    Ok(())
}
