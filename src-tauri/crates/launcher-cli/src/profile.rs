//! `openmeetings profile …`.

mod import;
mod introduce;
mod trust;

use launcher_core::LoginMethod;
use launcher_core::intent::Intent;
use launcher_core::launcher::{Keep, Launcher};
use launcher_core::profile::check::{Account, CheckedLayer};
use launcher_core::profile::{AccountRoute, Profile, ProfileDraft, ProfileId};
use launcher_core::secret::Password;
use launcher_core::view::TrustView;
use serde_json::{Value, json};

use crate::arguments::profile::{self as arguments, Add};
use crate::failure::{Failure, Saying};
use crate::host::{self, Opening};
use crate::join::draft;
use crate::output::Output;
use crate::{caution, password, progress};

pub(crate) async fn run(command: arguments::Profile, output: &mut Output) -> Result<(), Failure> {
    let trust = match &command {
        arguments::Profile::Add(add) => add.trust.clone(),
        arguments::Profile::Import(import) => import.trust.clone(),
        arguments::Profile::Introduce(introduce) => introduce.trust.clone(),
        arguments::Profile::List { .. }
        | arguments::Profile::Show { .. }
        | arguments::Profile::Remove { .. }
        | arguments::Profile::Trust(_)
        | arguments::Profile::SetPassword { .. } => None,
    };
    let launcher = host::start(Opening::PrintOnly, trust.as_ref(), output)?;
    let changes = changes(&command);
    let outcome = perform(&launcher, command, output).await;
    // What was changed counts there as well, from now on and not after its next start.
    if changes && let Ok(Some(resident)) = host::resident().await {
        let _ = resident.ask(Intent::RereadServers).await;
    }
    outcome
}

/// Whether it writes down anything about servers.
fn changes(command: &arguments::Profile) -> bool {
    match command {
        arguments::Profile::Add(_)
        | arguments::Profile::Import(_)
        | arguments::Profile::Remove { .. } => true,
        arguments::Profile::Trust(trust) => trust.change.is_any(),
        arguments::Profile::Introduce(_)
        | arguments::Profile::List { .. }
        | arguments::Profile::Show { .. }
        | arguments::Profile::SetPassword { .. } => false,
    }
}

async fn perform(
    launcher: &Launcher,
    command: arguments::Profile,
    output: &mut Output,
) -> Result<(), Failure> {
    match command {
        arguments::Profile::Add(arguments) => add(launcher, arguments, output).await,
        arguments::Profile::Import(arguments) => import::run(launcher, arguments, output).await,
        arguments::Profile::Introduce(arguments) => {
            introduce::run(launcher, arguments, output).await
        }
        arguments::Profile::Trust(arguments) => trust::run(launcher, &arguments, output),
        arguments::Profile::List { .. } => {
            list(launcher, output);
            Ok(())
        }
        arguments::Profile::Show { name, .. } => {
            let profile = launcher.profile_named(Some(&name))?;
            output.json(&view(&profile));
            show(&profile, output);
            Ok(())
        }
        arguments::Profile::Remove { name, .. } => {
            if let Some(name) = name {
                let going = launcher.profile_named(Some(&name))?;
                return remove(launcher, &going, output).await;
            }
            remove_all(launcher, output).await
        }
        arguments::Profile::SetPassword {
            name,
            password_stdin,
        } => {
            let profile = launcher.profile_named(Some(&name))?;
            set_password(launcher, profile, password_stdin, output).await
        }
    }
}

fn list(launcher: &Launcher, output: &mut Output) {
    let texts = &output.texts();
    let profiles = launcher.read(|state| state.profiles.clone());
    output.json(&json!({ "profiles": profiles.iter().map(view).collect::<Vec<_>>() }));
    if profiles.is_empty() {
        output.say("cli-profiles-none", &[]);
    }
    for profile in &profiles {
        let none = || texts.text("cli-profiles-no-account");
        let login = profile.login.clone().unwrap_or_else(none);
        output.line(&format!("{}  {}  {login}", profile.name, profile.base_url));
    }
}

async fn set_password(
    launcher: &Launcher,
    profile: Profile,
    from_stdin: bool,
    output: &mut Output,
) -> Result<(), Failure> {
    let Some(login) = profile.login.as_deref() else {
        let name = [("name", profile.name)];
        return Err(Failure::Usage(Saying::new(
            "cli-profile-without-account",
            name,
        )));
    };
    if profile.login_method == Some(LoginMethod::Get) {
        output.caution("cli-caution-in-address");
    }
    let password = password::to_save(login, &profile.name, from_stdin, &output.texts()).await?;
    let same = Password::new(password.expose());
    launcher
        .set_password(&profile.id, password, Keep::InKeychain)
        .await?;
    tell_resident(&profile.id, same).await;
    // This process ends at once, and with it what is kept until quit.
    if let Some(unwanted) = launcher.password_unwanted(&profile) {
        return Err(unwanted.into());
    }
    let about = [("login", login.into()), ("name", profile.name.into())];
    output.say("cli-profile-password-saved", &about);
    Ok(())
}

/// What the resident has kept of an older one counts no more.
async fn tell_resident(id: &ProfileId, password: Password) {
    let Ok(Some(resident)) = host::resident().await else {
        return;
    };
    let (id, keep) = (id.clone(), Keep::InKeychain);
    if resident.hold_password(password).await.is_ok() {
        let _ = resident.ask(Intent::SetPassword { id, keep }).await;
    }
}

async fn remove(
    launcher: &Launcher,
    profile: &Profile,
    output: &mut Output,
) -> Result<(), Failure> {
    launcher.remove_profile(&profile.id).await?;
    output.say("cli-profile-removed", &[("name", (&profile.name).into())]);
    Ok(())
}

/// Forgets all of them, also when one of the passwords cannot be forgotten. Of
/// the organisation's servers the passwords go.
async fn remove_all(launcher: &Launcher, output: &mut Output) -> Result<(), Failure> {
    let mut outcome = Ok(());
    for profile in launcher.read(|state| state.profiles.clone()) {
        let gone = if profile.managed {
            let forgotten = launcher.forget_password(&profile.id).await;
            if forgotten.is_ok() {
                let name = [("name", (&profile.name).into())];
                output.say("cli-profile-password-forgotten", &name);
            }
            forgotten.map_err(Failure::from)
        } else {
            let removed = remove(launcher, &profile, output).await;
            if removed.is_err() {
                // Whoever uninstalls must not leave a password behind: it is what counts.
                let _ = launcher.forget_password(&profile.id).await;
            }
            removed
        };
        outcome = outcome.and(gone);
    }
    outcome
}

/// Everything that can fail without a trace comes first: the server, the fields,
/// the keychain.
async fn add(launcher: &Launcher, arguments: Add, output: &mut Output) -> Result<(), Failure> {
    let texts = &output.texts();
    let login = arguments.user.clone().unwrap_or_default();
    let secret: Option<Password> =
        if login.is_empty() || (arguments.no_password && !arguments.password_stdin) {
            None
        } else {
            if !arguments.no_check {
                let waiting = ("cli-wait-add", |_: &CheckedLayer| ());
                caution::before_login(launcher, &arguments.url, waiting, output).await?;
            }
            let stdin = arguments.password_stdin;
            Some(password::to_save(&login, &arguments.url, stdin, texts).await?)
        };
    let report = if arguments.no_check {
        None
    } else {
        let account = secret.as_ref().map(|password| Account {
            login: &login,
            password,
        });
        let checking = launcher.check_address(&arguments.url, account, |_| ());
        Some(progress::waiting(texts, &texts.text("cli-wait-add"), checking).await?)
    };
    let address = report
        .as_ref()
        .map_or(arguments.url.clone(), |report| report.base_url.to_string());
    let draft = ProfileDraft {
        name: arguments.name,
        ..draft(address, login, &arguments.person)
    };
    let password = secret
        .filter(|_| !arguments.no_password)
        .map(|password| (password, Keep::InKeychain));
    let is_kept = password.is_some();
    let profile = launcher
        .add_checked_profile(draft, report.as_ref(), password)
        .await?;
    if let Some(unwanted) = launcher.password_unwanted(&profile).filter(|_| is_kept) {
        output.warn(&unwanted);
    }
    let saved = match profile.route {
        AccountRoute::RoomHash => "cli-profile-saved-hash",
        AccountRoute::RoomPage => "cli-profile-saved-page",
        AccountRoute::Unknown => "cli-profile-saved",
    };
    let address = profile.base_url.to_string();
    output.say(
        saved,
        &[("name", profile.name.into()), ("address", address.into())],
    );
    explain(profile.route, output);
    Ok(())
}

/// What it means to own an account that can enter every room as anybody.
pub(crate) fn explain(route: AccountRoute, output: &mut Output) {
    match route {
        AccountRoute::RoomHash => output.say("cli-soap-means", &[]),
        AccountRoute::RoomPage | AccountRoute::Unknown => {}
    }
}

fn show(profile: &Profile, output: &mut Output) {
    let texts = &output.texts();
    let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
    let name = [profile.first_name.clone(), profile.last_name.clone()];
    let name: Vec<String> = name.into_iter().flatten().collect();
    let lines = [
        ("cli-profile-name", profile.name.clone()),
        ("cli-profile-address", profile.base_url.to_string()),
        ("cli-profile-account", text(&profile.login)),
        (
            "cli-profile-shown-as",
            if name.is_empty() {
                "-".to_owned()
            } else {
                name.join(" ")
            },
        ),
        ("cli-profile-email", text(&profile.email)),
        ("cli-profile-version", text(&profile.server_version)),
        (
            "cli-profile-help",
            text(&profile.help.as_ref().map(ToString::to_string)),
        ),
        ("cli-profile-trust", trust::line(profile, texts)),
        ("cli-profile-rooms", texts.text(route(profile.route))),
    ];
    let lines = lines.map(|(label, value)| (texts.text(label), value));
    let widths = lines.iter().map(|(label, _)| label.chars().count());
    let width = widths.max().unwrap_or_default().max(9);
    for (label, value) in lines {
        output.line(&format!("{label:<width$} {value}"));
    }
    explain(profile.route, output);
}

fn route(route: AccountRoute) -> &'static str {
    match route {
        AccountRoute::RoomHash => "cli-profile-route-hash",
        AccountRoute::RoomPage => "cli-profile-route-page",
        AccountRoute::Unknown => "cli-profile-route-unknown",
    }
}

/// The stable names scripts rely on.
fn view(profile: &Profile) -> Value {
    json!({
        "name": profile.name,
        "address": profile.base_url,
        "login": profile.login,
        "firstName": profile.first_name,
        "lastName": profile.last_name,
        "email": profile.email,
        "language": profile.language,
        "help": profile.help,
        "moderator": profile.wishes.moderator,
        "serverVersion": profile.server_version,
        "account": profile.route,
        "trust": profile.trust.as_ref().map(TrustView::from),
    })
}
