//! Servers that somebody recommends: asked about, checked against their key, saved.

#![expect(clippy::unwrap_used, reason = "a test may")]

mod support;

use launcher_core::error::Code;
use launcher_core::intent::{Answer, Intent, Keep, LinkAnswer};
use launcher_core::introduction::Introduction;
use launcher_core::launcher::{Fate, LinkOutcome, Moving};
use launcher_core::policy::Policy;
use launcher_core::profile::check::Layer;
use launcher_core::view::{OutcomeView, SetupStage, Understood};
use launcher_core::{BaseUrl, KeyFingerprint};
use openmeetings_testserver::TlsCertificate;
use support::{TestLauncher, now, password, server};

async fn encrypted() -> TestLauncher {
    let certificate = TlsCertificate::trusted(&["localhost"]).unwrap();
    TestLauncher::with(server().tls(certificate).start().await.unwrap())
}

fn introduction(test: &TestLauncher, key: Option<KeyFingerprint>) -> Introduction {
    Introduction {
        address: BaseUrl::parse(&test.server.base_url().replace("http:", "https:")).unwrap(),
        name: Some("Our rooms".to_owned()),
        key,
        help: Some("it@example.org".parse().unwrap()),
    }
}

async fn key_of(test: &TestLauncher) -> KeyFingerprint {
    let address = test.server.base_url();
    let report = test.launcher.check_address(&address, None, |_| ()).await;
    report.unwrap().key.unwrap()
}

/// The person says yes to an introduction.
async fn accept(test: &TestLauncher, introduced: &Introduction) {
    let outcome = test.launcher.receive_link(&introduced.to_link(), now());
    assert!(matches!(outcome, Ok(LinkOutcome::Asked(_))), "{outcome:?}");
    let answer = test.answer(LinkAnswer::AddServer);
    test.perform(answer).await.unwrap();
}

#[tokio::test]
async fn an_introduction_is_shown_whole_and_saves_nothing_by_itself() {
    let test = encrypted().await;
    let introduced = introduction(&test, Some([7; 32].into()));
    test.launcher
        .receive_link(&introduced.to_link(), now())
        .unwrap();
    let question = test.view().question.unwrap();
    assert_eq!(question.name, introduced.name);
    assert_eq!(question.key, introduced.key.map(|key| key.to_string()));
    assert_eq!(question.help.as_deref(), Some("it@example.org"));
    let port = test.server.address().port();
    assert_eq!(question.server, format!("localhost:{port}/openmeetings"));
    assert!(test.view().profiles.is_empty());
    assert!(test.server.requests().is_empty());
}

#[tokio::test]
async fn the_key_of_the_introduction_is_the_servers_and_that_is_said() {
    let test = encrypted().await;
    let key = key_of(&test).await;
    accept(&test, &introduction(&test, Some(key))).await;
    let setup = test.view().setup.unwrap();
    assert_eq!(setup.stage, SetupStage::Found);
    let encryption = setup
        .layers
        .iter()
        .find(|one| one.layer == Layer::Encryption);
    let said = encryption.unwrap().found.clone().unwrap();
    assert!(said.ends_with(&key.to_string()), "{said}");
    test.launcher.hold_password(password());
    let login = "anna".to_owned();
    test.perform(Intent::CheckAccount { login }).await.unwrap();
    let save = Intent::SaveServer {
        draft: Box::new(test.draft("anna")),
        keep: Keep::UntilQuit,
    };
    test.perform(save).await.unwrap();
    assert_eq!(
        test.view().profiles[0].help.as_deref(),
        Some("it@example.org")
    );
}

#[tokio::test]
async fn another_key_than_the_introductions_is_refused_and_both_are_named() {
    let test = encrypted().await;
    let key = key_of(&test).await;
    let asked_before = test.server.requests().len();
    let other = KeyFingerprint::from([7; 32]);
    accept(&test, &introduction(&test, Some(other))).await;
    let refused = |test: &TestLauncher| {
        let setup = test.view().setup.unwrap();
        let last = setup.layers.last().cloned().unwrap();
        assert_eq!(last.layer, Layer::Encryption);
        let OutcomeView::Failed { error } = last.outcome else {
            panic!("{last:?}")
        };
        assert_eq!(error.code, "certificate-other-key");
        for named in [key, other] {
            assert!(error.message.contains(&named.to_string()), "{error:?}");
        }
        setup.given
    };
    let address = refused(&test);
    // Another try is no way around it.
    let name = None;
    test.perform(Intent::CheckServer { address, name })
        .await
        .unwrap();
    refused(&test);
    assert_eq!(test.server.requests().len(), asked_before);
}

#[tokio::test]
async fn an_open_server_is_not_found_by_an_introduction_with_a_key() {
    let test = TestLauncher::new().await;
    accept(&test, &introduction(&test, Some([7; 32].into()))).await;
    let setup = test.view().setup.unwrap();
    assert!(
        matches!(setup.stage, SetupStage::Failed { .. }),
        "{setup:?}"
    );
}

#[tokio::test]
async fn a_known_server_stays_as_it_is() {
    let test = encrypted().await;
    let saved = test.profile("anna").await;
    let introduced = introduction(&test, None);
    test.launcher
        .receive_link(&introduced.to_link(), now())
        .unwrap();
    let question = test.view().question.unwrap();
    assert_eq!(
        question.profiles[0].id, saved.id,
        "it is said that it is there"
    );
    let answer = test.answer(LinkAnswer::JoinOn {
        profile: saved.id.clone(),
    });
    test.perform(answer).await.unwrap();
    assert_eq!(test.launcher.read(|state| state.profiles.clone()), [saved]);
    assert!(test.opened().is_empty());
}

#[tokio::test]
async fn a_file_goes_the_way_of_the_link() {
    let test = encrypted().await;
    let introduced = introduction(&test, Some([7; 32].into()));
    let json = introduced.to_json().unwrap();
    let file = test.folder.path().join("introduction.json");
    std::fs::write(&file, &json).unwrap();
    let path = file.display().to_string();
    for text in [&path, &json, &introduced.to_link()] {
        let understood = test
            .launcher
            .understand(text, &launcher_core::texts::Texts::english());
        let is_introduced = matches!(
            understood,
            Understood::Server {
                introduced: true,
                ..
            }
        );
        assert!(is_introduced, "{understood:?}");
    }
    let outcome = test.launcher.receive_link(&path, now()).unwrap();
    assert!(matches!(outcome, LinkOutcome::Asked(_)), "{outcome:?}");
    let content = json;
    let answer = test.answer(LinkAnswer::Dismiss);
    test.perform(answer).await.unwrap();
    let imported = test
        .perform(Intent::ImportServers { content })
        .await
        .unwrap();
    assert!(matches!(imported, Answer::Imported(imported) if imported.asked));
    assert!(test.view().question.is_some() && test.view().profiles.is_empty());
}

#[tokio::test]
async fn of_a_list_each_line_has_its_fate_and_one_that_is_wrong_stops_all() {
    let test = TestLauncher::new().await;
    let saved = test.profile("anna").await;
    let list = format!(
        "# ours\nhttps://new.example Our rooms\n{} again\nhttps://new.example\n\
         http://open.example\nhttps://anna:pl4nted@h\nhttps://third.example our rooms\n",
        saved.base_url
    );
    let Moving::Servers(arrivals) = test.launcher.plan_import(&list).unwrap() else {
        panic!("no servers")
    };
    let fates: Vec<_> = arrivals
        .iter()
        .map(|one| (one.line.unwrap(), one.name.as_str(), &one.fate))
        .collect();
    let added = |encrypted| Fate::Added { encrypted };
    assert_eq!(fates[0], (2, "Our rooms", &added(true)));
    assert_eq!(fates[1], (3, "anna", &Fate::Known));
    assert_eq!(
        fates[2],
        (4, "Our rooms", &Fate::Known),
        "by the line above"
    );
    assert_eq!(fates[3], (5, "open.example", &added(false)));
    assert!(matches!(fates[4], (6, "", Fate::Refused(_))));
    assert_eq!(fates[5], (7, "our rooms 2", &added(true)));
    let refused = test.launcher.import_servers(&list).unwrap_err();
    assert_eq!(refused.code, Code::ImportUnreadable);
    let said = refused.to_string();
    assert!(
        said.contains("line 6") && !said.contains("pl4nted"),
        "{said}"
    );
    assert_eq!(test.view().profiles.len(), 1, "nothing half done");
    let whole = list.replace("anna:pl4nted@", "");
    let imported = test.launcher.import_servers(&whole).unwrap();
    assert_eq!(
        imported.added,
        ["Our rooms", "open.example", "h", "our rooms 2"]
    );
    assert_eq!(imported.known, ["anna", "Our rooms"]);
}

#[tokio::test]
async fn a_thousand_servers_of_one_name_are_told_apart() {
    let test = TestLauncher::new().await;
    let line = |number: i32| format!("https://h{number}.example Größe\n");
    let lines: Vec<String> = (0..1000).map(line).collect();
    let imported = test.launcher.import_servers(&lines.concat()).unwrap();
    assert_eq!(imported.added.len(), 1000);
    assert_eq!(imported.added[999], "Größe 1000");
}

#[tokio::test]
async fn an_export_may_begin_with_a_mark_and_its_names_are_not_for_the_terminal() {
    let test = TestLauncher::new().await;
    test.profile("anna").await;
    let exported = test.launcher.export_servers().unwrap();
    let marked = format!("\u{feff}{exported}");
    let imported = test.launcher.import_servers(&marked).unwrap();
    assert_eq!(imported.known, ["anna"]);

    let base = test.server.base_url();
    let wrong = exported
        .replace("\"anna\"", "\"\\u001b]0;anna\\u0007\"")
        .replace(&base, "gopher://h/");
    let error = test
        .launcher
        .import_servers(&wrong)
        .unwrap_err()
        .to_string();
    assert!(!error.contains(char::is_control), "{error:?}");
}

/// Lays down which servers the organisation allows, beside those of its own.
fn allow_only(test: &TestLauncher, servers: &str) {
    let file = test.folder.path().join("policy.json");
    let policy = format!(
        r#"{{"schema": 1, "organisation": "Example University", "allowedServers": [{servers}]}}"#
    );
    std::fs::write(&file, policy).unwrap();
    test.launcher.renew_policy(Policy::in_file(&file)).unwrap();
}

#[tokio::test]
async fn a_server_that_the_organisation_forbids_is_not_introduced_here() {
    let test = encrypted().await;
    let introduced = introduction(&test, None);
    let (json, link) = (introduced.to_json().unwrap(), introduced.to_link());
    allow_only(&test, r#""*.partner.example""#);
    let launcher = &test.launcher;
    let refused = [
        launcher.receive_link(&link, now()).map(drop),
        launcher.introduction_in(&link).map(drop),
        launcher.plan_import(&json).map(drop),
        launcher.import_servers(&json).map(drop),
        launcher
            .import_servers(&introduced.address.to_string())
            .map(drop),
    ];
    for refused in refused {
        let error = refused.unwrap_err();
        assert_eq!(error.code, Code::ServerNotAllowed);
        let said = error.to_string();
        assert_eq!(
            said,
            "Example University does not allow the server localhost on this computer"
        );
    }
    let understood = launcher.understand(&link, &launcher_core::texts::Texts::english());
    assert!(
        matches!(understood, Understood::Refused { .. }),
        "{understood:?}"
    );
    assert!(test.view().question.is_none() && test.view().profiles.is_empty());
    assert!(test.server.requests().is_empty());
}

#[tokio::test]
async fn what_was_allowed_when_it_was_introduced_is_forbidden_when_it_is_checked() {
    let test = encrypted().await;
    allow_only(&test, r#""localhost""#);
    let introduced = introduction(&test, None);
    let asked = test.launcher.receive_link(&introduced.to_link(), now());
    assert!(matches!(asked, Ok(LinkOutcome::Asked(_))), "{asked:?}");
    allow_only(&test, "");
    let answer = test.answer(LinkAnswer::AddServer);
    test.perform(answer).await.unwrap();
    let SetupStage::Failed { error } = test.view().setup.unwrap().stage else {
        panic!("a server was found")
    };
    assert_eq!(error.code, "server-not-allowed");
    assert!(test.server.requests().is_empty());
}
