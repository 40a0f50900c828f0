//! `openmeetings check`.

use launcher_core::error::ErrorView;
use launcher_core::profile::AccountRoute;
use launcher_core::profile::check::{
    Account, CheckedLayer, Layer, Outcome, ProfileReport, Warning,
};
use launcher_core::secret::Password;
use serde_json::{Value, json};

use crate::arguments::Check;
use crate::failure::Failure;
use crate::host::{self, Opening};
use crate::output::Output;
use crate::{password, progress};

pub(crate) async fn run(arguments: Check, output: &mut Output) -> Result<(), Failure> {
    let launcher = host::start(Opening::PrintOnly, arguments.trust.as_ref(), output)?;
    let secret: Option<Password> = match &arguments.user {
        Some(login) => {
            Some(password::to_save(login, &arguments.url, arguments.password_stdin).await?)
        }
        None => None,
    };
    let account = arguments
        .user
        .as_deref()
        .zip(secret.as_ref())
        .map(|(login, password)| Account { login, password });
    let mut layers: Vec<CheckedLayer> = Vec::new();
    let checking = launcher.check_address(&arguments.url, account, |layer| {
        layers.push(layer.clone());
    });
    let outcome = progress::waiting("checking", checking).await;
    for layer in &layers {
        output.line(&line(layer, outcome.as_ref().ok()));
    }
    let shown: Vec<Value> = layers.iter().map(|layer| view(layer, output)).collect();
    match outcome {
        Ok(report) => {
            output.json(&json!({
                "address": report.base_url,
                "version": report.version,
                "account": report.route,
                "layers": shown,
            }));
            output.line(summary(&report));
            Ok(())
        }
        Err(error) => {
            if output.is_json() {
                output.json(&json!({ "layers": shown, "error": error.view(output.texts()) }));
                // Said once: the complaint goes to people only.
                let mut people = Output::people();
                people.complain(&Failure::Launcher(error.clone()));
                return Err(Failure::Reported(error.code));
            }
            Err(error.into())
        }
    }
}

fn line(checked: &CheckedLayer, report: Option<&ProfileReport>) -> String {
    let mark = match checked.outcome {
        Outcome::Passed => "ok  ",
        Outcome::Warning(_) => "note",
        Outcome::Failed(_) => "FAIL",
    };
    let name = match checked.layer {
        Layer::Reach => "reached",
        Layer::Encryption => "encrypted",
        Layer::Version => "OpenMeetings",
        Layer::Login => "login",
        Layer::Rights => "rights",
    };
    let detail = match (&checked.outcome, checked.layer, report) {
        (Outcome::Warning(Warning::NotEncrypted), ..) => {
            "no: everything, the password included, can be read on the way".to_owned()
        }
        (Outcome::Warning(Warning::PasswordInAddress), ..) => {
            "servers before 9.0 take the password in an address, which proxies may log".to_owned()
        }
        (Outcome::Passed, Layer::Reach, Some(report)) => report.base_url.to_string(),
        (Outcome::Passed, Layer::Version, Some(report)) => report.version.clone(),
        _ => String::new(),
    };
    let took = format!("{} ms", checked.took.as_millis());
    format!("{mark}  {name:<13} {took:>8}  {detail}")
        .trim_end()
        .to_owned()
}

fn summary(report: &ProfileReport) -> &'static str {
    match report.route {
        AccountRoute::RoomHash => "This account can enter rooms directly",
        AccountRoute::RoomPage => "This account will sign in in the browser",
        AccountRoute::Unknown => "The server is fine; no account was checked",
    }
}

fn view(checked: &CheckedLayer, output: &Output) -> Value {
    let (outcome, error): (&str, Option<ErrorView>) = match &checked.outcome {
        Outcome::Passed => ("passed", None),
        Outcome::Warning(_) => ("warning", None),
        Outcome::Failed(error) => ("failed", Some(error.view(output.texts()))),
    };
    let warning = match checked.outcome {
        Outcome::Warning(warning) => Some(warning),
        Outcome::Passed | Outcome::Failed(_) => None,
    };
    json!({
        "layer": checked.layer,
        "outcome": outcome,
        "warning": warning,
        "error": error,
        "milliseconds": u64::try_from(checked.took.as_millis()).unwrap_or(u64::MAX),
    })
}
