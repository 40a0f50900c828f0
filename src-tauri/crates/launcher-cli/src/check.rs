//! `openmeetings check`.

use launcher_core::error::ErrorView;
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
use crate::{password, progress};

pub(crate) async fn run(arguments: Check, output: &mut Output) -> Result<(), Failure> {
    let launcher = host::start(Opening::PrintOnly, arguments.trust.as_ref(), output)?;
    let texts = &output.texts();
    let secret: Option<Password> = match &arguments.user {
        Some(login) => {
            Some(password::to_save(login, &arguments.url, arguments.password_stdin, texts).await?)
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
    let outcome = progress::waiting(texts, &texts.text("cli-wait-check"), checking).await;
    let columns = Columns::of(texts);
    for layer in &layers {
        output.line(&columns.line(layer, outcome.as_ref().ok()));
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
            output.say(summary(&report), &[]);
            explain(report.route, output);
            Ok(())
        }
        Err(error) => {
            if output.is_json() {
                output.json(&json!({ "layers": shown, "error": output.view(&error) }));
                // Said once: the complaint goes to people only.
                let mut people = Output::people(texts.clone());
                people.complain(&Failure::Launcher(error.clone()));
                return Err(Failure::Reported(error.code));
            }
            Err(error.into())
        }
    }
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
