//! `openmeetings meetings --cached`: what was loaded last, without asking anybody.

use jiff::tz::TimeZone;
use launcher_core::error::{Code, LauncherError};
use launcher_core::profile::Profile;
use launcher_core::state::{Loaded, Meetings};

use super::{clock, day_name, show};
use crate::arguments;
use crate::failure::Failure;
use crate::host;
use crate::output::Output;

pub(super) fn run(arguments: &arguments::Meetings, output: &mut Output) -> Result<(), Failure> {
    let launcher = host::start_with_lists(output)?;
    let profiles = match &arguments.server.profile {
        Some(name) => vec![launcher.profile_named(Some(name))?],
        None => launcher.read(|state| state.profiles.clone()),
    };
    if profiles.is_empty() {
        return Err(LauncherError::new(Code::NoProfiles).into());
    }
    let loaded = |profile: &Profile| {
        launcher.read(|state| {
            let meetings = state.meetings.get(&profile.id);
            meetings.and_then(Meetings::loaded).cloned()
        })
    };
    let (mut answers, mut unknown): (Vec<(&Profile, Loaded)>, Vec<&Profile>) = Default::default();
    for profile in &profiles {
        match loaded(profile) {
            Some(loaded) => answers.push((profile, loaded)),
            None => unknown.push(profile),
        }
    }
    show(&answers, &[], host::now(), output);
    let texts = output.texts();
    for (profile, loaded) in answers {
        let at = loaded.loaded_at.to_zoned_datetime(TimeZone::system());
        let values = [
            ("name", profile.name.as_str().into()),
            ("day", day_name(&texts, at.date()).into()),
            ("time", clock(&at).into()),
        ];
        output.say("cli-meetings-loaded", &values);
    }
    for profile in unknown {
        let name = profile.name.as_str().into();
        output.say("cli-meetings-not-loaded", &[("name", name)]);
    }
    Ok(())
}
