//! `openmeetings join`.

use launcher_core::error::{Code, LauncherError};
use launcher_core::intent::{Answer, Intent, JoinedView};
use launcher_core::join::{Asked, Destination, Joined, Route};
use launcher_core::launcher::Launcher;
use launcher_core::meeting::Meeting;
use launcher_core::meeting::refresh::LOOK_AHEAD;
use launcher_core::profile::{Profile, ProfileDraft, Wishes};
use launcher_core::reason::Reason;
use launcher_core::target::{Target, by_name};
use launcher_core::texts::Texts;
use launcher_core::{JoinLink, LanguageId, RoomRef};
use launcher_resident::for_resident;
use serde_json::json;

use crate::arguments::{Join, Person, Server};
use crate::failure::Failure;
use crate::host::{self, Opening};
use crate::output::Output;
use crate::{password, progress};

pub(crate) async fn run(arguments: Join, output: &mut Output) -> Result<(), Failure> {
    let opening = if arguments.print {
        Opening::PrintOnly
    } else {
        Opening::Browser
    };
    if let Some(joined) = through_resident(&arguments, output).await? {
        output.json(&json!({ "target": joined.target, "route": joined.route, "url": null }));
        output.say(
            opened(joined.route),
            &[("target", joined.target.as_str().into())],
        );
        return Ok(());
    }
    let launcher = host::start(opening, arguments.server.trust.as_ref(), output)?;
    let texts = &output.texts();
    let server = &arguments.server;
    let stdin = server.password_stdin;
    let target = Target::understand(&arguments.target)?;
    let profile = profile_for(&launcher, server, &arguments.person, &target, texts).await?;
    if let Some(profile) = &profile
        && needs_account(&target)
    {
        password::provide(&launcher, profile, stdin, texts).await?;
    }
    // A name is looked up with the account, which provides for it.
    let asked_for_account =
        matches!(target, Target::Name(_)) || (profile.is_some() && needs_account(&target));
    let destination = if let Target::Name(name) = &target {
        named(&launcher, profile.as_ref(), name, stdin, texts).await?
    } else {
        launcher.destination(target, profile.as_ref(), host::now())?
    };
    if !asked_for_account {
        provide_for(&launcher, &destination, stdin, texts).await?;
    }
    let joined = match opened_by(&launcher, destination, texts).await {
        // Rooms may be named like numbers.
        Err(error) if error.code == Code::RoomUnknown => {
            let text = arguments.target.trim();
            let by_its_name = named(&launcher, profile.as_ref(), text, false, texts).await;
            let destination = by_its_name.map_err(|_| Failure::Launcher(error))?;
            opened_by(&launcher, destination, texts).await?
        }
        outcome => outcome?,
    };
    let link = launcher.last_join_link();
    // The address may hold a key: only shown where it was asked for.
    let url = link
        .as_ref()
        .filter(|_| arguments.print)
        .map(JoinLink::expose_url);
    let target = joined.target.text(texts);
    output.json(&json!({ "target": target, "route": joined.route, "url": url }));
    match url {
        Some(url) => output.line(url),
        None => output.say(opened(joined.route), &[("target", target.into())]),
    }
    Ok(())
}

/// Lets the resident join, if one runs: it has the lists, passwords that are kept
/// nowhere else, and shows in its window what is going on. What is wanted for this
/// call only it cannot do; and where it lacks a password this program can ask.
async fn through_resident(
    arguments: &Join,
    output: &mut Output,
) -> Result<Option<JoinedView>, Failure> {
    let server = &arguments.server;
    let for_this_call = arguments.print
        || server.url.is_some()
        || server.trust.is_some()
        || server.password_stdin
        || arguments.person != Person::default();
    if for_this_call {
        return Ok(None);
    }
    let Some(access) = host::resident().await? else {
        return Ok(None);
    };
    let profile = match &server.profile {
        Some(name) => Some(host::profile_at(&access, name)?),
        None => None,
    };
    let text = for_resident(&arguments.target)?;
    let joining = access.ask(Intent::JoinText {
        text,
        profile,
        choice: None,
    });
    let texts = output.texts();
    match progress::waiting(&texts, &texts.text("cli-wait-join"), joining).await {
        Ok(Answer::Joined(joined)) => Ok(Some(joined)),
        // A question that this program can put on the terminal.
        Ok(_) => Ok(None),
        Err(error) if ASKED_FOR_HERE.iter().any(|code| code.name() == error.code) => Ok(None),
        Err(error) => Err(Failure::Shown(error)),
    }
}

/// What the resident lacks and this program can ask for, or look for itself.
const ASKED_FOR_HERE: [Code; 5] = [
    Code::SecretMissing,
    Code::KeychainMissing,
    Code::KeychainLocked,
    Code::KeychainFailed,
    // Rooms may be named like numbers.
    Code::RoomUnknown,
];

async fn opened_by(
    launcher: &Launcher,
    destination: Destination,
    texts: &Texts,
) -> Result<Joined, LauncherError> {
    let joining = launcher.join(Asked::from(destination).agreed(), host::now());
    let outcome = progress::waiting(texts, &texts.text("cli-wait-join"), joining).await;
    outcome.unwrap_or_else(|| Err(LauncherError::new(Code::Interrupted)))
}

pub(crate) fn opened(route: Route) -> &'static str {
    match route {
        Route::RoomHash => "cli-opened",
        Route::RoomPage => "cli-opened-page",
        Route::AsGiven => "cli-opened-as-given",
    }
}

/// Invitations need nobody's account; a room page may.
fn needs_account(target: &Target) -> bool {
    match target {
        Target::Room(_) | Target::Name(_) | Target::DeepLink(_) => true,
        Target::Link(_) | Target::InviteFile(_) | Target::Invitation(_) | Target::Server(_) => {
            false
        }
    }
}

/// The server meant: one given here, a saved one by name, or the only one.
pub(crate) async fn profile_for(
    launcher: &Launcher,
    server: &Server,
    person: &Person,
    target: &Target,
    texts: &Texts,
) -> Result<Option<Profile>, Failure> {
    if let Some(url) = &server.url {
        return passing(launcher, url, server, person, texts)
            .await
            .map(Some);
    }
    let named = server.profile.as_deref();
    match target {
        Target::Room(_) => {
            let saved = launcher.profile_named(named)?;
            Ok(Some(adjusted(launcher, saved, person)?))
        }
        Target::Name(_) => match named {
            Some(_) => {
                let saved = launcher.profile_named(named)?;
                Ok(Some(adjusted(launcher, saved, person)?))
            }
            None => Ok(None),
        },
        Target::Link(_)
        | Target::DeepLink(_)
        | Target::InviteFile(_)
        | Target::Invitation(_)
        | Target::Server(_) => named
            .map(|name| launcher.profile_named(Some(name)))
            .transpose()
            .map_err(Failure::from),
    }
}

/// A server for this run only.
async fn passing(
    launcher: &Launcher,
    url: &str,
    server: &Server,
    person: &Person,
    texts: &Texts,
) -> Result<Profile, Failure> {
    let login = server.user.clone().unwrap_or_default();
    let what = texts.text("cli-wait-server");
    let found = progress::waiting(texts, &what, launcher.find_server(url)).await?;
    if !login.is_empty()
        && !found.is_https()
        && !url.trim().to_ascii_lowercase().starts_with("http://")
    {
        return Err(LauncherError::new(Code::NotEncrypted)
            .about("target", found.to_string())
            .into());
    }
    let draft = draft(found.to_string(), login, person);
    Ok(launcher.add_passing_profile(draft)?)
}

pub(crate) fn draft(address: String, login: String, person: &Person) -> ProfileDraft {
    ProfileDraft {
        address,
        login,
        first_name: person.first_name.clone().unwrap_or_default(),
        last_name: person.last_name.clone().unwrap_or_default(),
        email: person.email.clone().unwrap_or_default(),
        language: person.language.map(LanguageId),
        wishes: Wishes {
            moderator: person.moderator,
            audio_video_test: false,
        },
        ..ProfileDraft::default()
    }
}

/// A saved server with the wishes of this run.
fn adjusted(
    launcher: &Launcher,
    mut profile: Profile,
    person: &Person,
) -> Result<Profile, LauncherError> {
    let given = |here: &Option<String>, saved: Option<String>| here.clone().or(saved);
    profile.first_name = given(&person.first_name, profile.first_name);
    profile.last_name = given(&person.last_name, profile.last_name);
    profile.email = given(&person.email, profile.email);
    profile.language = person.language.map(LanguageId).or(profile.language);
    profile.wishes.moderator |= person.moderator;
    launcher.use_for_now(profile.clone())?;
    Ok(profile)
}

async fn provide_for(
    launcher: &Launcher,
    destination: &Destination,
    stdin: bool,
    texts: &Texts,
) -> Result<(), Failure> {
    let profile = match destination {
        Destination::Room { profile, .. } => launcher.read(|state| state.profile(profile).cloned()),
        Destination::Link(link) => launcher.profile_of_link(link),
    };
    match profile {
        Some(profile) => password::provide(launcher, &profile, stdin, texts).await,
        None => Ok(()),
    }
}

/// Looks a name up in the meetings of one server, or of all.
async fn named(
    launcher: &Launcher,
    profile: Option<&Profile>,
    name: &str,
    stdin: bool,
    texts: &Texts,
) -> Result<Destination, Failure> {
    let profiles = match profile {
        Some(profile) => vec![profile.clone()],
        // One password from standard input is for one server.
        None if stdin => vec![launcher.profile_named(None)?],
        None => launcher.with_lists(),
    };
    if profiles.is_empty() {
        return Err(LauncherError::new(Code::NoProfiles).into());
    }
    if profile.is_none() {
        for profile in &profiles {
            password::provide(launcher, profile, stdin, texts).await?;
        }
    }
    let mut meetings: Vec<Meeting> = Vec::new();
    let mut failed = None;
    let what = texts.text("cli-wait-meeting");
    for profile in &profiles {
        let loading = launcher.refresh_meetings(&profile.id, host::now(), LOOK_AHEAD);
        match progress::waiting(texts, &what, loading).await {
            Some(Ok(loaded)) => meetings.extend(loaded.list),
            Some(Err(error)) => failed = Some(error),
            None => {}
        }
    }
    let candidates: Vec<&Meeting> = meetings.iter().collect();
    let found = match (by_name(name, &candidates), failed) {
        (Ok(found), _) => found,
        // A name that was not found may be on the server that did not answer.
        (Err(error), Some(failed)) if error.code == Code::MeetingUnknown => {
            return Err(failed.into());
        }
        (Err(error), _) => return Err(error.into()),
    };
    match found.room_id {
        Some(id) => Ok(Destination::Room {
            profile: found.profile.clone(),
            room: RoomRef::Id(id),
        }),
        None => Err(LauncherError::new(Code::NothingToJoin)
            .because(Reason::NoRoom {
                meeting: found.name().to_owned(),
            })
            .into()),
    }
}
