use super::*;
use crate::error::{Code, LauncherError};

fn passed(layer: Layer) -> CheckedLayer {
    CheckedLayer {
        layer,
        outcome: Outcome::Passed,
        took: Duration::from_millis(5),
    }
}

/// An encrypted server of today that nothing is wrong with.
fn fine() -> ServerSigns {
    let base_url = BaseUrl::parse("https://meet.example.org/openmeetings").unwrap();
    ServerSigns {
        address: Some(base_url.clone()),
        layers: [Layer::Reach, Layer::Encryption, Layer::Version]
            .map(passed)
            .to_vec(),
        found: Some(FoundServer {
            base_url,
            version: "9.1.0".to_owned(),
            route: AccountRoute::Unknown,
        }),
        answers: Some(AnswerSigns {
            took: Duration::from_millis(5),
            ahead: Some(-3),
            readers: Readers::Own,
        }),
        strict_transport: StrictTransport::On(Duration::from_hours(365 * 24)),
        open_twin: TwinSign::Redirects,
        ..ServerSigns::default()
    }
}

/// The finding about a topic, as a report has it.
fn about(signs: &ServerSigns, topic: Topic) -> Vec<String> {
    let findings = findings(signs);
    let found = findings.iter().filter(|finding| finding.topic == topic);
    found.map(Finding::anonymous).collect()
}

fn changed(change: impl FnOnce(&mut ServerSigns)) -> ServerSigns {
    let mut signs = fine();
    change(&mut signs);
    signs
}

fn answering(change: impl FnOnce(&mut AnswerSigns)) -> ServerSigns {
    changed(|signs| change(signs.answers.as_mut().unwrap()))
}

#[test]
fn of_a_server_that_is_well_everything_is_good() {
    let findings = findings(&fine());
    assert!(
        findings.iter().all(|it| it.grade == Grade::Good),
        "{findings:?}"
    );
    let topics: Vec<Topic> = findings.iter().map(|finding| finding.topic).collect();
    assert_eq!(
        topics,
        [
            Topic::Address,
            Topic::Encryption,
            Topic::Version,
            Topic::Speed,
            Topic::Clock,
            Topic::StrictTransport,
            Topic::OpenAddress,
            Topic::ForeignPages,
            Topic::Path,
        ]
    );
}

#[test]
fn clocks_may_differ_by_a_minute_and_no_more() {
    let told = |ahead| about(&answering(|answers| answers.ahead = ahead), Topic::Clock);
    assert_eq!(told(Some(60)), ["ok: clock-right, seconds 60"]);
    assert_eq!(told(Some(61)), ["warning: clock-ahead, minutes 2"]);
    assert_eq!(told(Some(-3600)), ["warning: clock-behind, minutes 60"]);
    assert_eq!(
        told(Some(i64::MIN)),
        ["warning: clock-behind, minutes 4294967295"]
    );
    assert_eq!(told(None), ["note: clock-untold"]);
}

#[test]
fn slow_answers_and_slow_logins_are_told() {
    let slow = answering(|answers| answers.took = Duration::from_millis(1001));
    assert_eq!(
        about(&slow, Topic::Speed),
        ["warning: speed-slow, milliseconds 1001"]
    );
    let login = |took| {
        changed(|signs| {
            signs.login = LoginSign::Made;
            let took = Duration::from_millis(took);
            signs.layers.push(CheckedLayer {
                took,
                ..passed(Layer::Login)
            });
        })
    };
    assert_eq!(
        about(&login(415), Topic::Login),
        ["ok: login-made, milliseconds 415"]
    );
    assert_eq!(
        about(&login(2001), Topic::Login),
        ["warning: login-slow, milliseconds 2001"]
    );
}

#[test]
fn a_login_that_failed_is_told_once() {
    let error = LauncherError::new(Code::BadCredentials).about("login", "anna");
    let signs = changed(|signs| {
        signs.login = LoginSign::Made;
        signs.layers.push(CheckedLayer {
            outcome: Outcome::Failed(error),
            ..passed(Layer::Login)
        });
    });
    assert_eq!(about(&signs, Topic::Login), ["failed: bad-credentials"]);
}

#[test]
fn the_open_twin_matters_less_where_browsers_are_told() {
    let open = changed(|signs| signs.open_twin = TwinSign::Answers);
    assert_eq!(
        about(&open, Topic::OpenAddress),
        ["note: open-address-told"]
    );
    let untold = changed(|signs| {
        signs.open_twin = TwinSign::Answers;
        signs.strict_transport = StrictTransport::Off;
    });
    assert_eq!(
        about(&untold, Topic::OpenAddress),
        ["warning: open-address-answers"]
    );
    assert_eq!(
        about(&untold, Topic::StrictTransport),
        ["note: strict-transport-off"]
    );
}

#[test]
fn an_open_connection_is_only_noted_where_it_stays_on_this_computer() {
    let plain = |address: &str| {
        changed(|signs| {
            signs.address = Some(BaseUrl::parse(address).unwrap());
            signs.layers[1].outcome = Outcome::Warning(Warning::NotEncrypted);
        })
    };
    let far = plain("http://meet.example.org/openmeetings");
    assert_eq!(about(&far, Topic::Encryption), ["warning: not-encrypted"]);
    let here = plain("http://127.0.0.1:5080/openmeetings");
    assert_eq!(
        about(&here, Topic::Encryption),
        ["note: not-encrypted-here"]
    );
    // Browsers do not listen to it there.
    assert_eq!(about(&far, Topic::StrictTransport), Vec::<String>::new());
}

#[test]
fn a_failed_layer_does_not_hide_what_was_seen_besides() {
    let error = LauncherError::new(Code::CertificateIsDefault).about("server", "meet");
    let signs = ServerSigns {
        layers: vec![
            passed(Layer::Reach),
            CheckedLayer {
                outcome: Outcome::Failed(error),
                ..passed(Layer::Encryption)
            },
        ],
        found: None,
        answers: None,
        strict_transport: StrictTransport::NotLooked,
        open_twin: TwinSign::Answers,
        browser_gone: Some("netscape".to_owned()),
        ..fine()
    };
    assert_eq!(
        about(&signs, Topic::Encryption),
        ["failed: certificate-is-default"]
    );
    assert_eq!(
        about(&signs, Topic::OpenAddress),
        ["warning: open-address-answers"]
    );
    assert_eq!(
        about(&signs, Topic::Browser),
        ["failed: browser-chosen-gone"]
    );
}

#[test]
fn pages_of_anybody_are_a_warning_and_another_path_a_note() {
    let readers = |readers| answering(|answers| answers.readers = readers);
    assert_eq!(
        about(&readers(Readers::Anybody), Topic::ForeignPages),
        ["warning: foreign-pages-all"]
    );
    assert_eq!(
        about(&readers(Readers::Named), Topic::ForeignPages),
        ["note: foreign-pages-named"]
    );
    let elsewhere = changed(|signs| {
        let base_url = BaseUrl::parse("https://meet.example.org/rooms").unwrap();
        signs.found.as_mut().unwrap().base_url = base_url;
    });
    assert_eq!(about(&elsewhere, Topic::Path), ["note: path-other"]);
}
