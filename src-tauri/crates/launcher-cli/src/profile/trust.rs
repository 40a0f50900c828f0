//! `openmeetings profile trust`.

use launcher_core::launcher::Launcher;
use launcher_core::profile::Profile;
use launcher_core::reason::Reason;
use launcher_core::texts::Texts;
use launcher_core::trust::{Endpoint, ServerTrust};
use launcher_core::view::TrustView;
use serde_json::json;

use crate::arguments::profile::{Trust, TrustChange};
use crate::failure::{Failure, Saying};
use crate::output::Output;

pub(super) fn run(
    launcher: &Launcher,
    arguments: &Trust,
    output: &mut Output,
) -> Result<(), Failure> {
    let saved = launcher.profile_named(Some(&arguments.name))?;
    let profile = if arguments.change.is_any() {
        let trust = wanted(&arguments.change, output)?;
        launcher.trust_server(&saved.id, trust.as_ref())?
    } else {
        saved
    };
    show(&profile, output);
    Ok(())
}

/// What is to be trusted from now on, beside what the computer trusts.
fn wanted(change: &TrustChange, output: &Output) -> Result<Option<ServerTrust>, Failure> {
    if let Some(key) = change.key {
        return Ok(Some(ServerTrust::Key(key)));
    }
    let Some(path) = &change.ca else {
        return Ok(None);
    };
    let shown = path.display().to_string();
    let pem = std::fs::read(path).map_err(|error| {
        let reason = Reason::from(&error).text(&output.texts());
        Failure::Usage(Saying::new(
            "cli-trust-unread",
            [("path", shown.clone()), ("reason", reason)],
        ))
    })?;
    ServerTrust::in_pem(&pem, &shown)
        .map(Some)
        .map_err(Failure::from)
}

/// What is trusted, in the column of a profile.
pub(super) fn line(profile: &Profile, texts: &Texts) -> String {
    match profile.trust.as_ref().map(TrustView::from) {
        None => texts.text("cli-profile-trust-computer"),
        Some(TrustView::Key { key }) => key,
        Some(TrustView::Authorities { names }) => names.join(", "),
    }
}

fn show(profile: &Profile, output: &mut Output) {
    let server = Endpoint::from(&profile.base_url).to_string();
    let trust = profile.trust.as_ref().map(TrustView::from);
    output.json(&json!({ "name": profile.name, "server": server, "trust": trust }));
    let server = ("server", server.into());
    match trust {
        None => output.say("cli-profile-trust-none", &[server]),
        Some(TrustView::Key { key }) => {
            output.say("cli-profile-trust-key", &[server, ("key", key.into())]);
        }
        Some(TrustView::Authorities { names }) => {
            let names = ("names", names.join(", ").into());
            output.say("cli-profile-trust-authorities", &[server, names]);
        }
    }
}
