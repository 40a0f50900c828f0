//! `openmeetings profile …`.

use launcher_core::launcher::{Keep, Launcher};
use launcher_core::profile::check::Account;
use launcher_core::profile::{AccountRoute, Profile, ProfileDraft};
use launcher_core::secret::Password;
use serde_json::{Value, json};

use crate::arguments::{self, Add};
use crate::failure::Failure;
use crate::host::{self, Opening};
use crate::join::draft;
use crate::output::Output;
use crate::{password, progress};

pub(crate) async fn run(command: arguments::Profile, output: &mut Output) -> Result<(), Failure> {
    let trust = if let arguments::Profile::Add(add) = &command {
        add.trust.clone()
    } else {
        None
    };
    let launcher = host::start(Opening::PrintOnly, trust.as_ref(), output)?;
    match command {
        arguments::Profile::Add(arguments) => add(&launcher, arguments, output).await,
        arguments::Profile::List { .. } => {
            let profiles = launcher.read(|state| state.profiles.clone());
            output.json(&json!({ "profiles": profiles.iter().map(view).collect::<Vec<_>>() }));
            if profiles.is_empty() {
                output.line("No server is saved yet. Add one with `openmeetings profile add`");
            }
            for profile in &profiles {
                let login = profile.login.as_deref().unwrap_or("no account");
                output.line(&format!("{}  {}  {login}", profile.name, profile.base_url));
            }
            Ok(())
        }
        arguments::Profile::Show { name, .. } => {
            let profile = launcher.profile_named(Some(&name))?;
            output.json(&view(&profile));
            show(&profile, output);
            Ok(())
        }
        arguments::Profile::Remove { name } => {
            let profile = launcher.profile_named(Some(&name))?;
            launcher.remove_profile(&profile.id).await?;
            output.line(&format!("Removed “{}”", profile.name));
            Ok(())
        }
        arguments::Profile::SetPassword {
            name,
            password_stdin,
        } => {
            let profile = launcher.profile_named(Some(&name))?;
            let Some(login) = profile.login.as_deref() else {
                return Err(Failure::Usage(format!(
                    "“{}” has no account to set a password for",
                    profile.name
                )));
            };
            let password = password::to_save(login, &profile.name, password_stdin).await?;
            launcher
                .set_password(&profile.id, password, Keep::InKeychain)
                .await?;
            output.line(&format!(
                "Saved the password of {login} on “{}” in the keychain",
                profile.name
            ));
            Ok(())
        }
    }
}

/// Everything that can fail without a trace comes first: the server, the fields,
/// the keychain.
async fn add(launcher: &Launcher, arguments: Add, output: &mut Output) -> Result<(), Failure> {
    let login = arguments.user.clone().unwrap_or_default();
    let secret: Option<Password> =
        if login.is_empty() || (arguments.no_password && !arguments.password_stdin) {
            None
        } else {
            Some(password::to_save(&login, &arguments.url, arguments.password_stdin).await?)
        };
    let report = if arguments.no_check {
        None
    } else {
        let account = secret.as_ref().map(|password| Account {
            login: &login,
            password,
        });
        let checking = launcher.check_address(&arguments.url, account, |_| ());
        Some(progress::waiting("checking the server", checking).await?)
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
    let profile = launcher
        .add_checked_profile(draft, report.as_ref(), password)
        .await?;
    let can = match profile.route {
        AccountRoute::RoomHash => ": it can enter rooms directly",
        AccountRoute::RoomPage => ": it will sign in in the browser",
        AccountRoute::Unknown => "",
    };
    output.line(&format!(
        "Saved “{}” ({}){can}",
        profile.name, profile.base_url
    ));
    Ok(())
}

fn show(profile: &Profile, output: &mut Output) {
    let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
    let name = [profile.first_name.clone(), profile.last_name.clone()];
    let name: Vec<String> = name.into_iter().flatten().collect();
    let lines = [
        ("name", profile.name.clone()),
        ("address", profile.base_url.to_string()),
        ("account", text(&profile.login)),
        (
            "shown as",
            if name.is_empty() {
                "-".to_owned()
            } else {
                name.join(" ")
            },
        ),
        ("e-mail", text(&profile.email)),
        ("version", text(&profile.server_version)),
        ("rooms", route(profile.route).to_owned()),
    ];
    for (label, value) in lines {
        output.line(&format!("{label:<9} {value}"));
    }
}

fn route(route: AccountRoute) -> &'static str {
    match route {
        AccountRoute::RoomHash => "entered directly",
        AccountRoute::RoomPage => "entered after signing in in the browser",
        AccountRoute::Unknown => "not tried yet",
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
        "moderator": profile.wishes.moderator,
        "serverVersion": profile.server_version,
        "account": profile.route,
    })
}
