//! `openmeetings profile introduce`.

use std::io::{self, IsTerminal as _};

use launcher_core::error::{Code, LauncherError};
use launcher_core::introduction::{HelpContact, NoContact};
use launcher_core::launcher::Launcher;
use launcher_core::profile::FieldProblem;
use launcher_core::qr::QrPicture;

use crate::arguments::profile::Introduce;
use crate::failure::Failure;
use crate::output::Output;
use crate::progress;

/// Black on white and back: what is dark must be dark on any terminal.
const BLACK_ON_WHITE: &str = "\u{1b}[30;107m";
const USUAL: &str = "\u{1b}[0m";

pub(super) async fn run(
    launcher: &Launcher,
    arguments: Introduce,
    output: &mut Output,
) -> Result<(), Failure> {
    let texts = &output.texts();
    let profile = launcher.profile_named(Some(&arguments.name))?;
    let help = match &arguments.help_contact {
        Some(typed) => HelpContact::typed(typed).map_err(|NoContact| {
            LauncherError::new(Code::FieldInvalid).because(FieldProblem::Help)
        })?,
        None => profile.help.clone(),
    };
    let asking = launcher.introduce(&profile.id, help, arguments.with_key);
    let introduction = progress::waiting(texts, &texts.text("cli-wait-add"), asking).await?;
    if arguments.form.json {
        output.line(&introduction.to_json()?);
    } else if arguments.form.qr {
        let on_terminal = io::stdout().is_terminal();
        for line in QrPicture::of(&introduction.to_link())?.half_blocks() {
            if on_terminal {
                output.line(&format!("{BLACK_ON_WHITE}{line}{USUAL}"));
            } else {
                output.line(&line);
            }
        }
    } else {
        output.line(&introduction.to_link());
    }
    Ok(())
}
