//! `openmeetings profile import`.

use std::io::{self, BufRead as _, IsTerminal as _, Read as _, Write as _};

use launcher_core::deep_link::{DeepLink, SCHEME};
use launcher_core::error::{Code, LauncherError};
use launcher_core::introduction::Introduction;
use launcher_core::launcher::{Arrival, Fate, Launcher, Moving};
use launcher_core::profile::ProfileDraft;
use launcher_core::reason::Reason;
use launcher_core::texts::Texts;
use serde_json::{Value, json};

use crate::arguments::Import;
use crate::failure::{Failure, Saying};
use crate::output::Output;
use crate::progress;

/// Larger files hold no servers, in bytes.
const LARGEST: u64 = 1 << 20;

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
        let introduced = introduction_of(&arguments.source)?;
        return introduce(launcher, introduced, &arguments, output).await;
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
            introduce(launcher, introduced, &arguments, output).await
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
    report(arrivals, output);
    let views: Vec<Value> = arrivals
        .iter()
        .map(|one| view(one, &output.texts()))
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

fn introduction_of(link: &str) -> Result<Introduction, LauncherError> {
    let refused = |reason: Reason| LauncherError::new(Code::LinkMalformed).because(reason);
    match DeepLink::parse(link).map_err(|refusal| refused(refusal.into()))? {
        DeepLink::AddServer(introduced) => Ok(introduced),
        DeepLink::Room { .. } | DeepLink::Invitation { .. } => Err(refused(Reason::NoIntroduction)),
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
                .take(LARGEST + 1)
                .read_to_string(&mut text)?;
        } else {
            let file = std::fs::File::open(path)?;
            file.take(LARGEST + 1).read_to_string(&mut text)?;
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

fn report(arrivals: &[Arrival], output: &mut Output) {
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

/// The stable names scripts rely on.
fn view(arrival: &Arrival, texts: &Texts) -> Value {
    let (fate, address, reason) = match &arrival.fate {
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

/// Shows a server that somebody recommends, asks, checks it and saves it.
async fn introduce(
    launcher: &Launcher,
    introduced: Introduction,
    arguments: &Import,
    output: &mut Output,
) -> Result<(), Failure> {
    let texts = &output.texts();
    show(&introduced, output);
    let known = launcher.read(|state| {
        let same =
            |profile: &&launcher_core::profile::Profile| profile.base_url == introduced.address;
        state
            .profiles
            .iter()
            .find(same)
            .map(|profile| profile.name.clone())
    });
    let answer = |saved: Option<&str>| json!({ "introduction": introduced, "saved": saved });
    if let Some(name) = known {
        output.json(&answer(None));
        output.say("cli-introduced-known", &[("name", name.into())]);
        return Ok(());
    }
    if arguments.dry_run {
        output.json(&answer(None));
        output.say("cli-import-dry-run", &[]);
        return Ok(());
    }
    if !arguments.yes && !agreed(texts)? {
        output.json(&answer(None));
        output.say("cli-introduced-not", &[]);
        return Ok(());
    }
    let address = introduced.address.to_string();
    let checking = launcher.check_expecting(introduced.key, &address, None, |_| ());
    let report = progress::waiting(texts, &texts.text("cli-wait-add"), checking).await?;
    let draft = ProfileDraft {
        name: introduced.name.clone().unwrap_or_default(),
        address: report.base_url.to_string(),
        help: introduced
            .help
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        ..ProfileDraft::default()
    };
    let profile = launcher
        .add_checked_profile(draft, Some(&report), None)
        .await?;
    if let Some(key) = introduced.key {
        let about = [("key", key.to_string().into())];
        output.say("check-key-as-introduced", &about);
    }
    output.json(&answer(Some(&profile.name)));
    let address = profile.base_url.to_string();
    let about = [("name", profile.name.into()), ("address", address.into())];
    output.say("cli-profile-saved", &about);
    Ok(())
}

fn show(introduced: &Introduction, output: &mut Output) {
    let texts = &output.texts();
    output.say("cli-introduced", &[]);
    let lines = [
        ("cli-profile-name", introduced.name.clone()),
        ("cli-profile-address", Some(introduced.address.to_string())),
        (
            "cli-introduced-key",
            introduced.key.map(|key| key.to_string()),
        ),
        (
            "cli-profile-help",
            introduced.help.as_ref().map(ToString::to_string),
        ),
    ];
    for (label, value) in lines {
        if let Some(value) = value {
            output.line(&format!("{:<9} {value}", texts.text(label)));
        }
    }
}

/// Asks on a terminal. Everything but a clear yes is a no.
fn agreed(texts: &Texts) -> Result<bool, Failure> {
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return Err(Failure::Usage(Saying::new("cli-introduced-unasked", [])));
    }
    let mut answer = String::new();
    // A terminal that cannot be written to or read from has said no.
    let _ = write!(io::stderr(), "{} ", texts.text("cli-introduced-question"));
    let _ = io::stdin().lock().take(100).read_line(&mut answer);
    let yes = texts.text("cli-introduced-yes");
    let answer = answer.trim().to_lowercase();
    Ok(["y", &yes].iter().any(|yes| answer.starts_with(yes)))
}
