//! The one door for links.

mod support;

use jiff::SignedDuration;
use launcher_core::RoomRef;
use launcher_core::error::Code;
use launcher_core::intent::LinkAnswer;
use launcher_core::join::Destination;
use launcher_core::launcher::LinkOutcome;
use launcher_core::texts::Texts;
use launcher_core::view;
use support::{TestLauncher, now};

fn host(test: &TestLauncher) -> String {
    format!("127.0.0.1:{}", test.server.address().port())
}

#[tokio::test]
async fn a_link_to_a_saved_server_can_be_joined_and_arrives_once() {
    let test = TestLauncher::new().await;
    let profile = test.profile("anna").await;
    let link = format!("openmeetings://{}/openmeetings/room/2", host(&test));
    let expected = LinkOutcome::Join(Destination::Room {
        profile: profile.id,
        room: RoomRef::Id(2),
    });
    assert_eq!(test.launcher.receive_link(&link, now()).unwrap(), expected);
    assert_eq!(
        test.launcher.receive_link(&link, now()).unwrap(),
        LinkOutcome::Ignored
    );
    let later = now() + SignedDuration::from_secs(5);
    assert_eq!(test.launcher.receive_link(&link, later).unwrap(), expected);
}

#[tokio::test]
async fn the_scheme_comes_from_the_saved_server() {
    let test = TestLauncher::new().await;
    test.profile("anna").await;
    let link = format!(
        "openmeetings://{}/openmeetings/hash?invitation=167793f8&language=1",
        host(&test)
    );
    let LinkOutcome::Join(Destination::Link(link)) =
        test.launcher.receive_link(&link, now()).unwrap()
    else {
        panic!("no join");
    };
    let expected = format!(
        "{}hash?invitation=167793f8&language=1",
        test.server.base_url()
    );
    assert_eq!(link.expose_url(), expected, "http, as saved, not https");
}

#[tokio::test]
async fn a_stranger_becomes_a_question_and_gets_no_word() {
    let test = TestLauncher::new().await;
    test.profile("anna").await;
    for link in [
        "openmeetings://stranger.example/room/2",
        "openmeetings://join?server=stranger.example&room=2",
        "openmeetings://add-server?url=https://stranger.example/om&name=Nice",
    ] {
        let before = test.launcher.read(|state| state.profiles.clone());
        let outcome = test.launcher.receive_link(link, now()).unwrap();
        assert!(matches!(outcome, LinkOutcome::Asked(_)), "{link}");
        assert!(test.launcher.read(|state| state.link.is_some()));
        assert_eq!(
            test.launcher.read(|state| state.profiles.clone()),
            before,
            "{link} changed nothing"
        );
    }
    assert!(test.server.requests().is_empty());
    assert!(test.opened().is_empty());
}

#[tokio::test]
async fn two_accounts_on_one_server_are_a_question() {
    let test = TestLauncher::new().await;
    test.profile("anna").await;
    test.profile("paul").await;
    let link = format!("openmeetings://{}/room/2", host(&test));
    let LinkOutcome::Asked(question) = test.launcher.receive_link(&link, now()).unwrap() else {
        panic!("not asked");
    };
    assert_eq!(question.profiles.len(), 2);
}

#[tokio::test]
async fn what_is_no_link_is_refused_with_a_reason() {
    let test = TestLauncher::new().await;
    for text in [
        "openmeetings://h/room/2?pass=x",
        "7",
        "Stand-up",
        "https://h/",
        "",
    ] {
        let error = test.launcher.receive_link(text, now()).unwrap_err();
        assert_eq!(error.code, Code::LinkMalformed, "{text}");
    }
}

#[tokio::test]
async fn a_web_link_to_a_saved_server_is_joined_and_one_to_a_stranger_is_a_question() {
    let test = TestLauncher::new().await;
    test.profile("anna").await;
    let own = format!("{}hash?invitation=167793f8", test.server.base_url());
    let outcome = test.launcher.receive_link(&own, now()).unwrap();
    assert!(matches!(outcome, LinkOutcome::Join(_)), "{outcome:?}");
    for link in [
        "https://stranger.example/om/#room/2",
        "https://stranger.example/om/hash?invitation=pl4nted",
        "http://stranger.example/om/hash?secure=pl4nted",
    ] {
        let outcome = test.launcher.receive_link(link, now()).unwrap();
        assert!(matches!(outcome, LinkOutcome::Asked(_)), "{link}");
        let seen = test.launcher.read(|state| {
            let view = serde_json::to_string(&view::view(state, &Texts::english())).unwrap();
            assert!(view.contains("stranger.example"), "{view}");
            format!("{view}{state:?}{outcome:?}")
        });
        assert!(!seen.contains("pl4nted"), "{link}");
        assert!(test.opened().is_empty(), "{link}");
        let answer = test.answer(LinkAnswer::Dismiss);
        test.perform(answer).await.unwrap();
        assert!(test.opened().is_empty(), "{link}");
    }
    let link = "http://stranger.example/om/hash?secure=pl4nted";
    let later = now() + SignedDuration::from_secs(5);
    test.launcher.receive_link(link, later).unwrap();
    let answer = test.answer(LinkAnswer::JoinAsGiven);
    test.perform(answer).await.unwrap();
    assert_eq!(
        test.opened(),
        ["http://stranger.example/om/hash?secure=pl4nted"]
    );
}

#[tokio::test]
async fn a_thousand_links_at_once_are_no_thousand_joins() {
    let test = TestLauncher::new().await;
    test.profile("anna").await;
    let mut joins = 0;
    let mut said = Vec::new();
    for room in 1..=1000 {
        let link = format!("openmeetings://{}/openmeetings/room/{room}", host(&test));
        match test.launcher.receive_link(&link, now()) {
            Ok(LinkOutcome::Join(_)) => joins += 1,
            Ok(LinkOutcome::Ignored) => {}
            Ok(other) => panic!("{other:?}"),
            Err(error) => said.push(error.view(&Texts::english()).message),
        }
    }
    assert_eq!(joins, 32);
    assert_eq!(said.len(), 1, "once, not a thousand times: {said:?}");
    assert!(said[0].contains("so many came at once"), "{said:?}");
}

#[tokio::test]
async fn a_question_is_not_replaced_by_a_later_one() {
    let test = TestLauncher::new().await;
    let asked = || test.view().question.map(|question| question.server);
    for host in [
        "first.example.org",
        "second.example.org",
        "first.example.org",
    ] {
        let link = format!("openmeetings://{host}/openmeetings/room/2");
        let outcome = test.launcher.receive_link(&link, now()).unwrap();
        assert!(matches!(outcome, LinkOutcome::Asked(_)), "{outcome:?}");
    }
    assert_eq!(asked().as_deref(), Some("first.example.org/openmeetings"));
    let to_the_first = test.answer(LinkAnswer::Dismiss);
    test.perform(to_the_first.clone()).await.unwrap();
    assert_eq!(asked().as_deref(), Some("second.example.org/openmeetings"));
    test.perform(to_the_first).await.unwrap();
    let second = asked();
    assert_eq!(
        second.as_deref(),
        Some("second.example.org/openmeetings"),
        "what was said to the first is not said to the second"
    );
    test.perform(test.answer(LinkAnswer::Dismiss))
        .await
        .unwrap();
    assert_eq!(asked(), None, "each is asked about once");
}
