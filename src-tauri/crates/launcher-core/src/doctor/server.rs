//! What the signs of a server mean.

use std::time::Duration;

use openmeetings_client::{BaseUrl, Readers};

use super::finding::{Finding, Grade, Topic};
use super::known_problems;
use crate::profile::AccountRoute;
use crate::profile::check::{CheckedLayer, Layer, Outcome, Warning};

/// Clocks that differ by more than this make people late.
const CLOCKS_DIFFER: u64 = 60;

/// A login that takes longer delays every join.
const SLOW_LOGIN: Duration = Duration::from_secs(2);

/// An answer without a login that takes longer makes lists slow.
const SLOW_ANSWER: Duration = Duration::from_secs(1);

/// What was seen of a server, before anybody judges.
#[derive(Debug, Default)]
pub(super) struct ServerSigns {
    /// Where it was looked for.
    pub(super) address: Option<BaseUrl>,
    pub(super) layers: Vec<CheckedLayer>,
    pub(super) found: Option<FoundServer>,
    pub(super) login: LoginSign,
    pub(super) answers: Option<AnswerSigns>,
    pub(super) strict_transport: StrictTransport,
    pub(super) open_twin: TwinSign,
    /// The browser the person chose for it, if it is not on this computer.
    pub(super) browser_gone: Option<String>,
}

/// A server that answered.
#[derive(Debug)]
pub(super) struct FoundServer {
    pub(super) base_url: BaseUrl,
    pub(super) version: String,
    pub(super) route: AccountRoute,
}

/// How the API answers.
#[derive(Debug)]
pub(super) struct AnswerSigns {
    pub(super) took: Duration,
    /// By how many seconds the clock of the server is ahead, if it tells.
    pub(super) ahead: Option<i64>,
    pub(super) readers: Readers,
}

/// Whether browsers are told to come by encrypted connections only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum StrictTransport {
    /// No page came that could say so.
    #[default]
    NotLooked,
    Off,
    /// For so long.
    On(Duration),
}

/// Whether a login was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum LoginSign {
    /// Nobody asked for one.
    #[default]
    NotAsked,
    /// No account is saved for this server.
    NoAccount,
    /// No password is saved for the account.
    NoPassword,
    /// The layers say what came of it.
    Made,
}

/// Whether an encrypted server also answers without encryption.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum TwinSign {
    /// There is no such address that is worth looking at.
    #[default]
    NotLooked,
    /// Nobody listens there.
    Closed,
    /// It sends callers to an encrypted address.
    Redirects,
    Answers,
}

/// Everything there is to say about a server.
pub(super) fn findings(signs: &ServerSigns) -> Vec<Finding> {
    let mut findings: Vec<Finding> = signs
        .layers
        .iter()
        .filter_map(|layer| of_layer(layer, signs))
        .collect();
    if let Some(found) = &signs.found {
        findings.extend(known_problems::of_version(&found.version));
        findings.push(of_path(&found.base_url));
    }
    findings.extend(of_login(signs));
    if let Some(answers) = &signs.answers {
        findings.extend([
            of_speed(answers.took),
            of_clock(answers.ahead),
            of_readers(answers.readers),
        ]);
    }
    findings.extend(of_strict_transport(signs));
    findings.extend(of_twin(signs));
    if let Some(browser) = &signs.browser_gone {
        let gone = Finding::new(Topic::Browser, Grade::Failed, "doctor-browser-chosen-gone");
        findings.push(gone.private("browser", browser));
    }
    findings.sort_by_key(|finding| finding.topic);
    findings
}

/// A layer of the check. What is known of the version says more than that it was
/// read, and of a login more than that it was made.
fn of_layer(checked: &CheckedLayer, signs: &ServerSigns) -> Option<Finding> {
    let topic = match checked.layer {
        Layer::Reach => Topic::Address,
        Layer::Encryption => Topic::Encryption,
        Layer::Version => Topic::Version,
        Layer::Login => Topic::Login,
        Layer::Rights => Topic::Rights,
    };
    let (grade, key) = match (&checked.outcome, checked.layer) {
        (Outcome::Failed(error), _) => {
            return Some(Finding::of_error(topic, Grade::Failed, error.clone()));
        }
        (Outcome::Warning(Warning::NotEncrypted), _) => not_encrypted(signs),
        // That something answered, or was encrypted, is good where it is the server.
        (Outcome::Passed, Layer::Reach | Layer::Encryption) if signs.found.is_none() => {
            return None;
        }
        (Outcome::Passed, Layer::Reach) => (Grade::Good, "doctor-reached"),
        (Outcome::Passed, Layer::Encryption) => (Grade::Good, "doctor-encrypted"),
        (Outcome::Passed, Layer::Rights) => of_route(signs),
        (Outcome::Warning(Warning::PasswordInAddress), _)
        | (Outcome::Passed, Layer::Version | Layer::Login) => return None,
    };
    let finding = Finding::new(topic, grade, key);
    Some(match &signs.address {
        Some(address) if topic == Topic::Address => finding.private("address", address.to_string()),
        Some(_) | None => finding,
    })
}

fn not_encrypted(signs: &ServerSigns) -> (Grade, &'static str) {
    let is_here = signs.address.as_ref().is_some_and(BaseUrl::is_loopback);
    if is_here {
        // Nothing goes over any network.
        (Grade::Note, "doctor-not-encrypted-here")
    } else {
        (Grade::Warning, "doctor-not-encrypted")
    }
}

fn of_route(signs: &ServerSigns) -> (Grade, &'static str) {
    match signs.found.as_ref().map(|found| found.route) {
        Some(AccountRoute::RoomHash) => (Grade::Good, "doctor-rights-keys"),
        Some(AccountRoute::RoomPage | AccountRoute::Unknown) | None => {
            (Grade::Note, "doctor-rights-page")
        }
    }
}

fn of_login(signs: &ServerSigns) -> Option<Finding> {
    let note = |key| Some(Finding::new(Topic::Login, Grade::Note, key));
    match signs.login {
        LoginSign::NotAsked => None,
        LoginSign::NoAccount => note("doctor-login-no-account"),
        LoginSign::NoPassword => note("doctor-login-no-password"),
        LoginSign::Made => {
            let login = signs.layers.iter().find(|layer| {
                let is_made = !matches!(layer.outcome, Outcome::Failed(_));
                layer.layer == Layer::Login && is_made
            })?;
            let (grade, key) = if login.took > SLOW_LOGIN {
                (Grade::Warning, "doctor-login-slow")
            } else {
                (Grade::Good, "doctor-login-made")
            };
            let finding = Finding::new(Topic::Login, grade, key);
            Some(finding.number("milliseconds", login.took.as_millis()))
        }
    }
}

fn of_speed(took: Duration) -> Finding {
    let (grade, key) = if took > SLOW_ANSWER {
        (Grade::Warning, "doctor-speed-slow")
    } else {
        (Grade::Good, "doctor-speed-fine")
    };
    Finding::new(Topic::Speed, grade, key).number("milliseconds", took.as_millis())
}

fn of_clock(ahead: Option<i64>) -> Finding {
    let finding = |grade, key| Finding::new(Topic::Clock, grade, key);
    let Some(ahead) = ahead else {
        return finding(Grade::Note, "doctor-clock-untold");
    };
    let seconds = ahead.unsigned_abs();
    if seconds <= CLOCKS_DIFFER {
        return finding(Grade::Good, "doctor-clock-right").number("seconds", seconds);
    }
    let key = if ahead > 0 {
        "doctor-clock-ahead"
    } else {
        "doctor-clock-behind"
    };
    finding(Grade::Warning, key).number("minutes", seconds.div_ceil(60))
}

fn of_readers(readers: Readers) -> Finding {
    let (grade, key) = match readers {
        Readers::Own => (Grade::Good, "doctor-foreign-pages-none"),
        Readers::Named => (Grade::Note, "doctor-foreign-pages-named"),
        Readers::Anybody => (Grade::Warning, "doctor-foreign-pages-all"),
    };
    Finding::new(Topic::ForeignPages, grade, key)
}

fn of_path(base_url: &BaseUrl) -> Finding {
    if base_url.has_default_path() {
        return Finding::new(Topic::Path, Grade::Good, "doctor-path-usual");
    }
    let other = Finding::new(Topic::Path, Grade::Note, "doctor-path-other");
    other.private("path", base_url.path())
}

/// Over an open connection browsers do not listen to it.
fn of_strict_transport(signs: &ServerSigns) -> Option<Finding> {
    let is_encrypted = signs.address.as_ref().is_some_and(BaseUrl::is_https);
    let finding = |grade, key| Finding::new(Topic::StrictTransport, grade, key);
    match signs.strict_transport {
        StrictTransport::Off if is_encrypted => {
            Some(finding(Grade::Note, "doctor-strict-transport-off"))
        }
        StrictTransport::On(time) if is_encrypted => {
            let days = time.as_secs() / 86_400;
            let on = finding(Grade::Good, "doctor-strict-transport-on");
            Some(on.number("days", days))
        }
        StrictTransport::NotLooked | StrictTransport::Off | StrictTransport::On(_) => None,
    }
}

fn of_twin(signs: &ServerSigns) -> Option<Finding> {
    let is_told = matches!(signs.strict_transport, StrictTransport::On(_));
    let (grade, key) = match signs.open_twin {
        TwinSign::NotLooked => return None,
        TwinSign::Closed => (Grade::Good, "doctor-open-address-closed"),
        TwinSign::Redirects => (Grade::Good, "doctor-open-address-redirects"),
        // Browsers that came once do not go there again.
        TwinSign::Answers if is_told => (Grade::Note, "doctor-open-address-told"),
        TwinSign::Answers => (Grade::Warning, "doctor-open-address-answers"),
    };
    Some(Finding::new(Topic::OpenAddress, grade, key))
}

#[cfg(test)]
mod tests;
