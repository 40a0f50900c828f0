//! `openmeetings`: the command line of OpenMeetings Launcher, for people,
//! scripts and support. The proof that the core needs no window.

mod arguments;
mod caution;
mod check;
mod doctor;
mod failure;
mod host;
mod join;
mod meetings;
mod open;
mod output;
mod password;
mod policy;
mod profile;
mod progress;
mod tray;

use std::process::ExitCode;

use clap::CommandFactory as _;

use arguments::{Arguments, Command};
use failure::{Failure, Saying};
use launcher_core::intent::Intent;
use launcher_resident::crash;
use output::Output;

fn main() -> ExitCode {
    crash::tell_only_where();
    // One thread: a join waits for one server, and starting more costs time.
    let runtime = match tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => {
            let reason = [("reason", error.to_string())];
            let failure = Failure::Other(Saying::new("cli-runtime-failed", reason));
            return Output::people(host::texts()).complain(&failure);
        }
    };
    let arguments = Arguments::read().unwrap_or_else(|error| error.exit());
    let mut output = Output::new(arguments.command.wants_json(), host::texts());
    let stays = matches!(arguments.command, Command::Tray);
    let work = run(arguments, &mut output);
    let outcome = if stays {
        // It has something to finish when it is to end.
        runtime.block_on(work)
    } else {
        runtime.block_on(until_interrupted(work))
    };
    let code = match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => output.complain(&failure),
    };
    // A keychain that waits for its person must not keep the program alive.
    runtime.shutdown_background();
    code
}

/// Ends the work at once on Ctrl-C, in a way that lets it tidy up: the line of
/// a spinner, the settings of the terminal.
async fn until_interrupted(work: impl Future<Output = Result<(), Failure>>) -> Result<(), Failure> {
    tokio::select! {
        // Listens before the work begins, which may start with a question.
        biased;
        // Where Ctrl-C cannot be listened to, the system ends the program.
        Ok(()) = tokio::signal::ctrl_c() => Err(Failure::Interrupted),
        outcome = work => outcome,
    }
}

async fn run(arguments: Arguments, output: &mut Output) -> Result<(), Failure> {
    match arguments.command {
        Command::Join(join) => Box::pin(join::run(join, output)).await,
        Command::JoinNext => Box::pin(open::joined(Intent::JoinNext, output)).await,
        Command::Rejoin => Box::pin(open::joined(Intent::Rejoin, output)).await,
        Command::Open { what } => Box::pin(open::run(what, output)).await,
        Command::Meetings(meetings) => Box::pin(meetings::run(meetings, output)).await,
        Command::Check(check) => Box::pin(check::run(check, output)).await,
        Command::Doctor(doctor) => Box::pin(doctor::run(doctor, output)).await,
        Command::Profile { command } => Box::pin(profile::run(command, output)).await,
        Command::Policy { command } => policy::run(command, output),
        Command::Tray => Box::pin(tray::run(output)).await,
        Command::Quit => quit(output).await,
        Command::Completions { shell } => {
            let mut text = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "openmeetings", &mut text);
            output.raw(&text);
            Ok(())
        }
    }
}

/// Ends the resident; that there is none is no failure.
async fn quit(output: &mut Output) -> Result<(), Failure> {
    match host::resident_for_certain().await? {
        // The answer may be lost with who gives it.
        Some(access) => drop(access.ask(Intent::Quit).await),
        None => output.say("cli-nothing-runs", &[]),
    }
    Ok(())
}
