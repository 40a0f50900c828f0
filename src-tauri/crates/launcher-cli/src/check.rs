//! `openmeetings check`.

use launcher_core::error::{ErrorView, LauncherError};
use launcher_core::launcher::Launcher;
use launcher_core::profile::AccountRoute;
use launcher_core::profile::check::{
    Account, CheckedLayer, Layer, Outcome, ProfileReport, Warning,
};
use launcher_core::secret::Password;
use launcher_core::texts::Texts;
use serde_json::{Value, json};

use crate::arguments::Check;
use crate::failure::Failure;
use crate::host::{self, Opening};
use crate::output::Output;
use crate::profile::explain;
use crate::{caution, password, progress};

pub(crate) async fn run(arguments: Check, output: &mut Output) -> Result<(), Failure> {
    let launcher = host::start(Opening::PrintOnly, arguments.trust.as_ref(), output)?;
    let texts = &output.texts();
    let mut layers: Vec<CheckedLayer> = Vec::new();
    let secret = match &arguments.user {
        Some(login) => match secret(&launcher, (&arguments, login), &mut layers, output).await? {
            Ok(password) => Some(password),
            Err(error) => return failed(error, &layers, output),
        },
        None => None,
    };
    layers.clear();
    let account = arguments
        .user
        .as_deref()
        .zip(secret.as_ref())
        .map(|(login, password)| Account { login, password });
    let checking = launcher.check_address(&arguments.url, account, |layer| {
        layers.push(layer.clone());
    });
    let outcome = progress::waiting(texts, &texts.text("cli-wait-check"), checking).await;
    let report = match outcome {
        Ok(report) => report,
        Err(error) => return failed(error, &layers, output),
    };
    let shown = show(&layers, Some(&report), output);
    output.json(&json!({
        "address": report.base_url,
        "version": report.version,
        "account": report.route,
        "key": report.key,
        "layers": shown,
    }));
    output.say(summary(&report), &[]);
    explain(report.route, output);
    Ok(())
}

/// The password, asked for when it was said what becomes of it there; or why
/// nobody needs one.
async fn secret(
    launcher: &Launcher,
    (arguments, login): (&Check, &str),
    layers: &mut Vec<CheckedLayer>,
    output: &mut Output,
) -> Result<Result<Password, LauncherError>, Failure> {
    let report = |layer: &CheckedLayer| layers.push(layer.clone());
    let looking = ("cli-wait-check", report);
    if let Err(error) = caution::before_login(launcher, &arguments.url, looking, output).await {
        return Ok(Err(error));
    }
    let stdin = arguments.password_stdin;
    password::to_save(login, &arguments.url, stdin, &output.texts())
        .await
        .map(Ok)
}

/// Shows the layers that are done to people, and gives them for scripts.
fn show(
    layers: &[CheckedLayer],
    report: Option<&ProfileReport>,
    output: &mut Output,
) -> Vec<Value> {
    let texts = &output.texts();
    let columns = Columns::of(texts);
    for layer in layers {
        output.line(&columns.line(layer, report));
    }
    layers.iter().map(|layer| view(layer, output)).collect()
}

fn failed(
    error: LauncherError,
    layers: &[CheckedLayer],
    output: &mut Output,
) -> Result<(), Failure> {
    let shown = show(layers, None, output);
    if !output.is_json() {
        return Err(error.into());
    }
    output.json(&json!({ "layers": shown, "error": output.view(&error) }));
    // Said once: the complaint goes to people only.
    let mut people = Output::people(output.texts());
    people.complain(&Failure::Launcher(error.clone()));
    Err(Failure::Reported(error.code))
}

/// The words that stand in columns, and the width of these.
struct Columns<'a> {
    texts: &'a Texts,
    marks: usize,
    layers: usize,
}

impl<'a> Columns<'a> {
    fn of(texts: &'a Texts) -> Self {
        let widest = |keys: &[&str]| {
            let widths = keys.iter().map(|key| texts.text(key).chars().count());
            widths.max().unwrap_or_default()
        };
        Self {
            texts,
            marks: widest(&["cli-check-passed", "cli-check-warning", "cli-check-failed"]),
            layers: widest(&[
                "check-layer-reach",
                "check-layer-encryption",
                "check-layer-version",
                "check-layer-login",
                "check-layer-rights",
            ]),
        }
    }

    fn line(&self, checked: &CheckedLayer, report: Option<&ProfileReport>) -> String {
        let texts = self.texts;
        let mark = texts.text(match checked.outcome {
            Outcome::Passed => "cli-check-passed",
            Outcome::Warning(_) => "cli-check-warning",
            Outcome::Failed(_) => "cli-check-failed",
        });
        let name = texts.text(match checked.layer {
            Layer::Reach => "check-layer-reach",
            Layer::Encryption => "check-layer-encryption",
            Layer::Version => "check-layer-version",
            Layer::Login => "check-layer-login",
            Layer::Rights => "check-layer-rights",
        });
        let detail = match (&checked.outcome, checked.layer, report) {
            (Outcome::Warning(Warning::NotEncrypted), ..) => {
                texts.text("check-warning-not-encrypted")
            }
            (Outcome::Warning(Warning::PasswordInAddress), ..) => {
                texts.text("check-warning-password-in-address")
            }
            (Outcome::Passed, Layer::Reach, Some(report)) => report.base_url.to_string(),
            (Outcome::Passed, Layer::Version, Some(report)) => report.version.clone(),
            _ => String::new(),
        };
        let took = u32::try_from(checked.took.as_millis()).unwrap_or(u32::MAX);
        let took = texts.with("cli-check-took", &[("milliseconds", took.into())]);
        let (marks, layers) = (self.marks, self.layers);
        format!("{mark:<marks$}  {name:<layers$}  {took:>8}  {detail}")
            .trim_end()
            .to_owned()
    }
}

fn summary(report: &ProfileReport) -> &'static str {
    match report.route {
        AccountRoute::RoomHash => "check-route-room-hash",
        AccountRoute::RoomPage => "check-route-room-page",
        AccountRoute::Unknown => "check-route-unknown",
    }
}

fn view(checked: &CheckedLayer, output: &Output) -> Value {
    let (outcome, error): (&str, Option<ErrorView>) = match &checked.outcome {
        Outcome::Passed => ("passed", None),
        Outcome::Warning(_) => ("warning", None),
        Outcome::Failed(error) => ("failed", Some(output.view(error))),
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
