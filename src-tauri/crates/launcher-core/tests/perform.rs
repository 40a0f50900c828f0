//! What a viewer asks for, as the window does: adding, changing, removing,
//! joining by row and by text.

#![allow(clippy::unwrap_used, reason = "tests may")]

mod support;

use std::time::Duration;

use launcher_core::error::{Code, LauncherError};
use launcher_core::intent::{Answer, Copy, Intent, Keep};
use launcher_core::profile::{AccountRoute, Colour, ProfileDraft};
use launcher_core::secret::Password;
use launcher_core::settings::{Settings, Theme};
use launcher_core::state::{AppState, Join, SetupStage};
use launcher_core::texts::Texts;
use launcher_core::view::{self, JoinView, ListView, SetupStage as StageView, Understood, Way};
use openmeetings_testserver::Fault;
use support::{TestLauncher, now, password, server};

impl TestLauncher {
    async fn perform(&self, intent: Intent) -> Result<Answer, LauncherError> {
        self.launcher
            .perform(intent, &Texts::english(), now())
            .await
    }

    /// Waits until the state is as wanted.
    async fn until(&self, is: impl FnMut(&AppState) -> bool) {
        let mut state = self.launcher.subscribe();
        tokio::time::timeout(Duration::from_secs(10), state.wait_for(is))
            .await
            .expect("the state never came")
            .unwrap();
    }

    fn view(&self) -> view::View {
        self.launcher
            .read(|state| view::view(state, &Texts::english()))
    }

    fn agenda(&self) -> view::Agenda {
        self.launcher.read(view::agenda)
    }

    fn draft(&self, login: &str) -> ProfileDraft {
        ProfileDraft {
            name: "Work".into(),
            address: self.server.base_url(),
            login: login.into(),
            ..ProfileDraft::default()
        }
    }

    /// Adds a server as a person does, up to the check of the account.
    async fn check(&self, login: &str, password: Password) {
        let address = self.server.base_url();
        let check = Intent::CheckServer {
            address,
            name: None,
        };
        self.perform(check).await.unwrap();
        self.launcher.hold_password(password);
        let login = login.to_owned();
        self.perform(Intent::CheckAccount { login }).await.unwrap();
    }

    async fn saved(&self, login: &str) -> view::ProfileView {
        self.check(login, password()).await;
        let save = Intent::SaveServer {
            draft: self.draft(login),
            keep: Keep::InKeychain,
        };
        self.perform(save).await.unwrap();
        self.until(|state| {
            let mut lists = state.meetings.values();
            lists.any(|list| matches!(list, launcher_core::state::Meetings::Ready(_)))
        })
        .await;
        self.view().profiles.remove(0)
    }
}

#[tokio::test]
async fn a_server_is_added_step_by_step_and_its_meetings_come_by_themselves() {
    let test = TestLauncher::new().await;
    test.check("anna", password()).await;
    let setup = test.view().setup.unwrap();
    assert!(
        matches!(&setup.stage, StageView::Ready { route: AccountRoute::RoomHash, login } if login == "anna"),
        "{setup:?}"
    );
    assert_eq!(setup.layers.len(), 5);
    let profile = test.saved("anna").await;
    assert_eq!(profile.route, AccountRoute::RoomHash);
    assert!(matches!(profile.list, ListView::Ready { .. }));
    assert_eq!(test.view().setup, None);
    assert!(!test.agenda().meetings.is_empty());
    test.assert_discreet();
}

#[tokio::test]
async fn a_refused_account_leaves_the_server_found_and_can_be_tried_again() {
    let test = TestLauncher::new().await;
    test.check("anna", Password::new("wrong".to_owned())).await;
    let setup = test.view().setup.unwrap();
    let StageView::Failed { error } = &setup.stage else {
        panic!("{setup:?}")
    };
    assert_eq!(error.code, "bad-credentials");
    assert!(
        setup.address.is_some(),
        "the account can be asked for again"
    );
    test.launcher.hold_password(password());
    let login = "anna".to_owned();
    test.perform(Intent::CheckAccount { login }).await.unwrap();
    assert!(matches!(
        test.view().setup.unwrap().stage,
        StageView::Ready { .. }
    ));
}

#[tokio::test]
async fn a_server_without_an_account_is_saved_and_holds_no_password() {
    let test = TestLauncher::new().await;
    let address = test.server.base_url();
    let check = Intent::CheckServer {
        address,
        name: None,
    };
    test.perform(check).await.unwrap();
    test.launcher.hold_password(password());
    let save = Intent::SaveServer {
        draft: test.draft(""),
        keep: Keep::InKeychain,
    };
    test.perform(save).await.unwrap();
    let profile = test.view().profiles.remove(0);
    assert_eq!(profile.login, None);
    assert_eq!(profile.list, ListView::NotLoaded);
    assert!(!test.launcher.has_password(&profile.id).await.unwrap());
}

#[tokio::test]
async fn giving_up_forgets_what_was_typed() {
    let test = TestLauncher::new().await;
    test.check("anna", password()).await;
    test.perform(Intent::CloseSetup).await.unwrap();
    assert_eq!(test.view().setup, None);
    let login = "anna".to_owned();
    let failed = test.perform(Intent::CheckAccount { login }).await;
    assert_eq!(failed.unwrap_err().code, Code::NoSetup);
}

#[tokio::test]
async fn an_address_that_leads_nowhere_says_which_layer_failed() {
    let test = TestLauncher::new().await;
    let address = "http://127.0.0.1:9/openmeetings".to_owned();
    let check = Intent::CheckServer {
        address,
        name: None,
    };
    test.perform(check).await.unwrap();
    let failed = test.launcher.read(|state| {
        matches!(&state.setup.as_ref().unwrap().stage, SetupStage::Failed(error) if error.code == Code::ServerUnreachable)
    });
    assert!(failed);
}

#[tokio::test]
async fn a_removed_server_comes_back_whole() {
    let test = TestLauncher::new().await;
    let profile = test.saved("anna").await;
    let favourite = test.agenda().rooms[0].key.clone();
    let star = Intent::SetFavourite {
        key: favourite.clone(),
        favourite: true,
    };
    test.perform(star).await.unwrap();
    let before = (test.view().profiles, test.agenda().rooms);
    let remove = Intent::RemoveServer {
        id: profile.id.clone(),
    };
    test.perform(remove).await.unwrap();
    assert!(test.view().profiles.is_empty() && test.agenda().rooms.is_empty());
    assert!(!test.launcher.has_password(&profile.id).await.unwrap());
    assert_eq!(test.view().removed.unwrap().name, "Work");
    test.perform(Intent::UndoRemove).await.unwrap();
    assert_eq!((test.view().profiles, test.agenda().rooms), before);
    assert!(test.launcher.has_password(&profile.id).await.unwrap());
    let again = test.perform(Intent::UndoRemove).await;
    assert_eq!(again.unwrap_err().code, Code::NothingRemoved);
}

#[tokio::test]
async fn changing_the_login_forgets_what_belonged_to_the_old_one() {
    let test = TestLauncher::new().await;
    let profile = test.saved("anna").await;
    let change = |draft| Intent::ChangeServer {
        id: profile.id.clone(),
        draft,
    };
    let coloured = ProfileDraft {
        colour: Some(Colour::Pink),
        first_name: "Ann".into(),
        ..test.draft("anna")
    };
    test.perform(change(coloured)).await.unwrap();
    let after = test.view().profiles.remove(0);
    assert_eq!(
        (after.colour, after.route),
        (Colour::Pink, AccountRoute::RoomHash)
    );
    assert!(test.launcher.has_password(&profile.id).await.unwrap());
    test.perform(change(test.draft("paul"))).await.unwrap();
    let after = test.view().profiles.remove(0);
    assert_eq!(after.route, AccountRoute::Unknown);
    assert!(!test.launcher.has_password(&profile.id).await.unwrap());
    assert!(test.agenda().meetings.is_empty());
}

#[tokio::test]
async fn servers_are_put_in_order_and_that_order_is_kept() {
    let test = TestLauncher::new().await;
    test.profile("anna").await;
    let paul = test.profile("paul").await;
    let first = Intent::MoveServer { id: paul.id, to: 0 };
    test.perform(first).await.unwrap();
    let names: Vec<String> = test.view().profiles.into_iter().map(|p| p.name).collect();
    assert_eq!(names, ["paul", "anna"]);
}

#[tokio::test]
async fn a_row_is_joined_remembered_and_joined_again_with_a_fresh_key() {
    let test = TestLauncher::new().await;
    test.saved("anna").await;
    let room = test
        .agenda()
        .rooms
        .into_iter()
        .find(|room| !room.closed)
        .unwrap();
    assert_eq!(room.way, Way::RoomHash);
    let join = Intent::Join {
        key: room.key.clone(),
    };
    assert!(matches!(
        test.perform(join).await.unwrap(),
        Answer::Joined(_)
    ));
    let JoinView::Opened {
        key,
        works_once,
        target,
        ..
    } = test.view().join
    else {
        panic!("not opened")
    };
    assert_eq!(
        (key.as_deref(), works_once),
        (Some(room.key.as_str()), true)
    );
    assert_eq!(target, room.name);
    let joined = test
        .agenda()
        .rooms
        .into_iter()
        .find(|again| again.key == room.key);
    assert_eq!(joined.unwrap().last_joined, Some(now().as_millisecond()));
    test.perform(Intent::JoinAgain).await.unwrap();
    let opened = test.opened();
    assert_eq!(opened.len(), 2);
    assert_ne!(opened[0], opened[1], "each has a key of its own");
    let copied = test
        .launcher
        .text_to_copy(&Copy::JoinLink, &Texts::english())
        .unwrap();
    assert!(copied.is_sensitive);
    test.perform(Intent::JoinByPage).await.unwrap();
    assert!(test.opened()[2].contains("#room/"));
    test.perform(Intent::CloseJoin).await.unwrap();
    assert_eq!(test.view().join, JoinView::Idle);
    test.assert_discreet();
}

#[tokio::test]
async fn a_join_that_waits_can_be_cancelled_and_opens_nothing() {
    let test = TestLauncher::new().await;
    test.saved("anna").await;
    test.server.go_wrong(Fault::Hang, "user/login", None);
    let key = test.agenda().rooms[0].key.clone();
    let joining = test.perform(Intent::Join { key });
    let cancelling = async {
        test.until(|state| matches!(state.join, Join::Preparing { .. }))
            .await;
        test.perform(Intent::CancelJoin).await.unwrap();
    };
    let (joined, ()) = tokio::join!(joining, cancelling);
    assert_eq!(joined.unwrap_err().code, Code::Interrupted);
    assert_eq!(test.view().join, JoinView::Idle);
    assert!(test.opened().is_empty());
}

#[tokio::test]
async fn lists_and_settings_are_there_at_the_next_start() {
    let test = TestLauncher::new().await;
    test.saved("anna").await;
    let settings = Settings {
        theme: Theme::Dark,
        ..Settings::default()
    };
    let change = Intent::ChangeSettings {
        settings: settings.clone(),
    };
    test.perform(change).await.unwrap();
    let before = test.agenda();
    let (again, said) = test.start_again();
    assert_eq!(said, []);
    let agenda = again.read(view::agenda);
    assert_eq!(
        (agenda.meetings, agenda.rooms),
        (before.meetings, before.rooms)
    );
    let view = again.read(|state| view::view(state, &Texts::english()));
    assert_eq!(view.settings, settings);
    assert!(matches!(view.profiles[0].list, ListView::Ready { .. }));
}

#[tokio::test]
async fn servers_go_to_another_computer_without_secrets() {
    let test = TestLauncher::new().await;
    test.saved("anna").await;
    let Answer::Text(text) = test.perform(Intent::ExportServers).await.unwrap() else {
        panic!("no text")
    };
    let id = test.view().profiles[0].id.to_string();
    assert!(!text.contains(&id) && !text.contains(openmeetings_testserver::DEMO_PASSWORD));
    let import = |content: &str| Intent::ImportServers {
        content: content.to_owned(),
    };
    let Answer::Imported(here) = test.perform(import(&text)).await.unwrap() else {
        panic!("not imported")
    };
    assert_eq!((here.added.len(), here.known.len()), (0, 1));
    let other = TestLauncher::with(server().start().await.unwrap());
    let Answer::Imported(there) = other.perform(import(&text)).await.unwrap() else {
        panic!("not imported")
    };
    assert_eq!(there.added, ["Work"]);
    for bad in ["", "{}", "[1]", &text.replace("http:", "gopher:")] {
        let failed = other.perform(import(bad)).await;
        assert_eq!(failed.unwrap_err().code, Code::ImportUnreadable, "{bad:?}");
    }
}

#[tokio::test]
async fn a_text_is_understood_before_anything_is_done() {
    let test = TestLauncher::new().await;
    test.profile("anna").await;
    let understood = |text: &str| test.launcher.understand(text, &Texts::english());
    let base = test.server.base_url();
    assert_eq!(understood("  "), Understood::Nothing);
    assert_eq!(understood("weekly"), Understood::Search);
    assert!(matches!(understood("12"), Understood::Room { profiles, .. } if profiles.len() == 1));
    let page = understood(&format!("{base}#room/5"));
    assert!(
        matches!(
            &page,
            Understood::Link {
                profile: Some(_),
                way: Some(Way::RoomHash),
                ..
            }
        ),
        "{page:?}"
    );
    let mail = format!("Dear all,\njoin at\n{base}#room/5\nBye");
    assert!(matches!(understood(&mail), Understood::Link { room: Some(room), .. } if room == "5"));
    assert!(matches!(
        understood(&base),
        Understood::Server {
            profile: Some(_),
            ..
        }
    ));
    assert!(matches!(
        understood("meet.example.org"),
        Understood::Server { profile: None, .. }
    ));
    assert!(matches!(
        understood("https://h/om/#room/"),
        Understood::Refused { .. }
    ));
    let ics = include_str!("../../../../tests/fixtures/ics/request-guest.ics");
    let Understood::Invitation { meetings } = understood(ics) else {
        panic!("no invitation")
    };
    assert_eq!(meetings.len(), 1);
    assert!(meetings[0].host.is_some());
    assert!(
        test.server
            .requests()
            .iter()
            .all(|seen| !seen.path_and_query.contains("hash"))
    );
}

#[tokio::test]
async fn an_invitation_is_joined_as_it_is_without_any_server() {
    let test = TestLauncher::new().await;
    let text = include_str!("../../../../tests/fixtures/ics/request-guest.ics").to_owned();
    let join = Intent::JoinText {
        text,
        profile: None,
        choice: None,
    };
    test.perform(join).await.unwrap();
    assert!(test.opened()[0].contains("hash?invitation="));
    assert_eq!(test.server.requests().len(), 0, "the link is not fetched");
    test.assert_discreet();
}

#[tokio::test]
async fn a_link_to_an_unknown_server_is_a_question_with_answers() {
    use launcher_core::intent::LinkAnswer;

    let test = TestLauncher::new().await;
    let link = Intent::JoinText {
        text: "openmeetings://meet.example.org/room/5".to_owned(),
        profile: None,
        choice: None,
    };
    assert_eq!(test.perform(link.clone()).await.unwrap(), Answer::Done);
    let question = test.view().question.unwrap();
    assert_eq!(question.server, "meet.example.org");
    let answer = |answer| Intent::AnswerLink { answer };
    test.perform(answer(LinkAnswer::Dismiss)).await.unwrap();
    assert_eq!(test.view().question, None);
    assert!(test.opened().is_empty());
    test.perform(link).await.unwrap();
    test.perform(answer(LinkAnswer::JoinAsGiven)).await.unwrap();
    assert_eq!(test.opened(), ["https://meet.example.org/#room/5"]);
}
