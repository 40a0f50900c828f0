//! Saved servers as a viewer handles them: adding step by step, changing,
//! removing and bringing back, moving to another computer.

#![allow(clippy::unwrap_used, reason = "tests may")]

mod support;

use launcher_core::error::Code;
use launcher_core::intent::{Answer, Intent, Keep};
use launcher_core::profile::{AccountRoute, Colour, ProfileDraft, ProfileId};
use launcher_core::secret::{MemoryStore, Password, SecretError, SecretStore};
use launcher_core::state::SetupStage;
use launcher_core::view::{ListView, SetupStage as StageView};
use support::{TestLauncher, password, server};

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
        draft: Box::new(test.draft("")),
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
    let change = |draft: ProfileDraft| Intent::ChangeServer {
        id: profile.id.clone(),
        draft: Box::new(draft),
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

/// A keychain whose person does not want to unlock it to forget something.
#[derive(Default)]
struct Stubborn(MemoryStore);

impl SecretStore for Stubborn {
    fn load(&self, profile: &ProfileId) -> Result<Option<Password>, SecretError> {
        self.0.load(profile)
    }

    fn save(&self, profile: &ProfileId, password: &Password) -> Result<(), SecretError> {
        self.0.save(profile, password)
    }

    fn forget(&self, _: &ProfileId) -> Result<(), SecretError> {
        Err(SecretError::Locked("it stays locked".into()))
    }
}

#[tokio::test]
async fn no_other_host_is_saved_as_long_as_the_password_of_the_old_one_cannot_be_forgotten() {
    let server = support::server().start().await.unwrap();
    let test = TestLauncher::with_keychain(server, Stubborn::default());
    let profile = test.profile("anna").await;
    let draft = ProfileDraft {
        name: "anna".into(),
        address: "https://elsewhere.example/openmeetings/".into(),
        login: "anna".into(),
        ..ProfileDraft::default()
    };
    let change = Intent::ChangeServer {
        id: profile.id.clone(),
        draft: Box::new(draft),
    };
    let changed = test.perform(change).await.unwrap_err();
    assert_eq!(changed.code, Code::KeychainLocked);
    assert_eq!(
        test.launcher.read(|state| state.profiles.clone()),
        [profile]
    );
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
async fn servers_go_to_another_computer_without_secrets() {
    let test = TestLauncher::new().await;
    test.saved("anna").await;
    let Answer::Text(exported) = test.perform(Intent::ExportServers).await.unwrap() else {
        panic!("no text")
    };
    let id = test.view().profiles[0].id.to_string();
    assert!(!exported.contains(&id) && !exported.contains(openmeetings_testserver::DEMO_PASSWORD));
    let import = |content: &str| Intent::ImportServers {
        content: content.to_owned(),
    };
    let Answer::Imported(here) = test.perform(import(&exported)).await.unwrap() else {
        panic!("not imported")
    };
    assert_eq!((here.added.len(), here.known.len()), (0, 1));
    let other = TestLauncher::with(server().start().await.unwrap());
    let Answer::Imported(there) = other.perform(import(&exported)).await.unwrap() else {
        panic!("not imported")
    };
    assert_eq!(there.added, ["Work"]);
    for bad in ["", "{}", "[1]", &exported.replace("http:", "gopher:")] {
        let failed = other.perform(import(bad)).await;
        assert_eq!(failed.unwrap_err().code, Code::ImportUnreadable, "{bad:?}");
    }
}
