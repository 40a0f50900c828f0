//! `openmeetings profile import`.

mod introduced;

use std::io::{self, Read as _};

use launcher_core::deep_link::SCHEME;
use launcher_core::launcher::{Arrival, Fate, LARGEST_IMPORT, Launcher, Moving};
use launcher_core::reason::Reason;
use launcher_core::texts::Texts;
use serde_json::{Value, json};

use crate::arguments::profile::Import;
use crate::failure::{Failure, Saying};
use crate::output::Output;
use crate::progress;

/// One byte more is read than an import may have, so that it is told from a whole one.
const READ_AT_MOST: u64 = LARGEST_IMPORT as u64 + 1;

pub(super) async fn run(
    launcher: &Launcher,
    arguments: Import,
    output: &mut Output,
) -> Result<(), Failure> {
    let has_scheme = |scheme: &str| {
        let before = arguments.source.split_once("://").map(|(before, _)| before);
        before.is_some_and(|before| before.eq_ignore_ascii_case(scheme))
    };
    if has_scheme(SCHEME) {
        let introduced = launcher.introduction_in(&arguments.source)?;
        return introduced::consider(launcher, introduced, &arguments, output).await;
    }
    let texts = &output.texts();
    let content = if has_scheme("https") || has_scheme("http") {
        let fetching = launcher.fetch_import(&arguments.source);
        progress::waiting(texts, &texts.text("cli-wait-list"), fetching).await?
    } else {
        read(arguments.source.clone(), texts).await?
    };
    match launcher.plan_import(&content)? {
        Moving::Introduction(introduced) => {
            introduced::consider(launcher, introduced, &arguments, output).await
        }
        Moving::Servers(arrivals) => save(launcher, &content, &arrivals, arguments.dry_run, output),
    }
}

/// Saves the servers, or tries whether they could be, and reports each.
fn save(
    launcher: &Launcher,
    content: &str,
    arrivals: &[Arrival],
    dry_run: bool,
    output: &mut Output,
) -> Result<(), Failure> {
    let refused = |arrival: &Arrival| matches!(arrival.fate, Fate::Refused(_));
    // What is said is what happened. With a line that is refused nothing is saved.
    let outcome = if dry_run && !arrivals.iter().any(refused) {
        Ok(())
    } else {
        launcher.import_servers(content).map(drop)
    };
    // Where nothing was saved, only what is in the way is worth a line.
    let failed = outcome.is_err();
    let reported = arrivals.iter().filter(|one| !failed || refused(one));
    report(reported, output);
    let views: Vec<Value> = arrivals
        .iter()
        .map(|one| view(one, failed, &output.texts()))
        .collect();
    match outcome {
        Ok(()) => {
            output.json(&json!({ "servers": views }));
            if dry_run {
                output.say("cli-import-dry-run", &[]);
            }
            Ok(())
        }
        Err(error) if output.is_json() => {
            output.json(&json!({ "servers": views, "error": output.view(&error) }));
            // Said once: the complaint goes to people only.
            let mut people = Output::people(output.texts());
            people.complain(&Failure::Launcher(error.clone()));
            Err(Failure::Reported(error.code))
        }
        Err(error) => Err(error.into()),
    }
}

/// Reads a file or standard input, which may be long in coming.
async fn read(source: String, texts: &Texts) -> Result<String, Failure> {
    let path = source.clone();
    let read = tokio::task::spawn_blocking(move || {
        let mut text = String::new();
        if path == "-" {
            io::stdin()
                .lock()
                .take(READ_AT_MOST)
                .read_to_string(&mut text)?;
        } else {
            let file = std::fs::File::open(path)?;
            file.take(READ_AT_MOST).read_to_string(&mut text)?;
        }
        Ok(text)
    });
    let read: io::Result<String> = read.await.map_err(io::Error::from).flatten();
    read.map_err(|error| {
        let reason = Reason::from(&error).text(texts);
        Failure::Usage(Saying::new(
            "cli-import-unread",
            [("source", source), ("reason", reason)],
        ))
    })
}

fn report<'a>(arrivals: impl Iterator<Item = &'a Arrival>, output: &mut Output) {
    let texts = &output.texts();
    for arrival in arrivals {
        let line = match arrival.line {
            Some(line) => texts.with("cli-import-line", &[("line", line.to_string().into())]),
            None => texts.text("cli-import-server"),
        };
        let (key, reason) = match &arrival.fate {
            Fate::Added { encrypted: true } => ("cli-import-added", String::new()),
            Fate::Added { encrypted: false } => ("cli-import-added-open", String::new()),
            Fate::Known => ("cli-import-known", String::new()),
            Fate::Refused(problem) => {
                let reason = Reason::from(problem.clone()).text(texts);
                ("cli-import-refused", reason)
            }
        };
        // A refused address may hold a password: it is not repeated.
        let about = [
            ("line", line.into()),
            ("name", (&arrival.name).into()),
            ("address", (&arrival.address).into()),
            ("reason", reason.into()),
        ];
        output.say(key, &about);
    }
}

/// The stable names scripts rely on. `failed` says that nothing was saved.
fn view(arrival: &Arrival, failed: bool, texts: &Texts) -> Value {
    let (fate, address, reason) = match &arrival.fate {
        Fate::Added { .. } if failed => ("not-added", Some(&arrival.address), None),
        Fate::Added { .. } => ("added", Some(&arrival.address), None),
        Fate::Known => ("known", Some(&arrival.address), None),
        Fate::Refused(problem) => {
            let reason = Reason::from(problem.clone()).text(texts);
            ("refused", None, Some(reason))
        }
    };
    json!({
        "line": arrival.line,
        "name": arrival.name,
        "address": address,
        "outcome": fate,
        "reason": reason,
    })
}
