//! A server that somebody recommends: shown, asked about, checked, saved.

use std::io::{self, BufRead as _, IsTerminal as _, Read as _, Write as _};

use launcher_core::introduction::Introduction;
use launcher_core::launcher::Launcher;
use launcher_core::profile::{Profile, ProfileDraft};
use launcher_core::texts::Texts;
use serde_json::json;

use crate::arguments::profile::Import;
use crate::failure::{Failure, Saying};
use crate::output::Output;
use crate::progress;

/// Shows it and saves it, unless it is there, is only tried or is not wanted.
pub(super) async fn consider(
    launcher: &Launcher,
    introduced: Introduction,
    arguments: &Import,
    output: &mut Output,
) -> Result<(), Failure> {
    show(&introduced, output);
    let known = name_of(launcher, &introduced);
    let saved = if let Some(name) = known {
        output.say("cli-introduced-known", &[("name", name.into())]);
        None
    } else if arguments.dry_run {
        output.say("cli-import-dry-run", &[]);
        None
    } else if !arguments.yes && !agreed(&output.texts())? {
        output.say("cli-introduced-not", &[]);
        None
    } else {
        Some(save(launcher, &introduced, output).await?)
    };
    let saved = saved.map(|profile| profile.name);
    output.json(&json!({ "introduction": introduced, "saved": saved }));
    Ok(())
}

/// What its server is called here, if it is saved.
fn name_of(launcher: &Launcher, introduced: &Introduction) -> Option<String> {
    launcher.read(|state| {
        let mut saved = state.profiles.iter();
        let same = saved.find(|profile| profile.base_url == introduced.address);
        same.map(|profile| profile.name.clone())
    })
}

/// Saves the server, if it is one and has the key of the introduction.
async fn save(
    launcher: &Launcher,
    introduced: &Introduction,
    output: &mut Output,
) -> Result<Profile, Failure> {
    let texts = &output.texts();
    let address = introduced.address.to_string();
    let checking = launcher.check_expecting(introduced.key, &address, None, |_| ());
    let report = progress::waiting(texts, &texts.text("cli-wait-add"), checking).await?;
    let help = introduced.help.as_ref().map(ToString::to_string);
    let draft = ProfileDraft {
        name: introduced.name.clone().unwrap_or_default(),
        address: report.base_url.to_string(),
        help: help.unwrap_or_default(),
        ..ProfileDraft::default()
    };
    let profile = launcher
        .add_checked_profile(draft, Some(&report), None)
        .await?;
    if let Some(key) = introduced.key {
        let about = [("key", key.to_string().into())];
        output.say("check-key-as-introduced", &about);
    }
    let address = profile.base_url.to_string();
    let about = [
        ("name", (&profile.name).into()),
        ("address", address.into()),
    ];
    output.say("cli-profile-saved", &about);
    Ok(profile)
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
