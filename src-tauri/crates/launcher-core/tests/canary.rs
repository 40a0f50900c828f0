//! What a panic, a log or a report would print of the types that hold secrets,
//! and of what a keychain says. The commands and the desktop have canaries of
//! their own, in `launcher-cli` and `e2e`.

#![expect(clippy::unwrap_used, reason = "a test may")]

mod support;

use std::sync::Arc;

use launcher_core::connect::Connector;
use launcher_core::deep_link::DeepLink;
use launcher_core::deep_link::inbox::Inbox;
use launcher_core::error::{Code, LauncherError};
use launcher_core::intent::{Intent, LinkAnswer};
use launcher_core::join::{Asked, Destination};
use launcher_core::launcher::{Keep, Launcher, Setup};
use launcher_core::policy::Policy;
use launcher_core::profile::file::ProfilesFile;
use launcher_core::profile::{ProfileDraft, ProfileId};
use launcher_core::secret::{MemoryStore, Password, SecretError, SecretStore, Secrets};
use launcher_core::state::{Asking, LinkQuestion};
use launcher_core::target::Target;
use launcher_core::texts::Texts;
use launcher_core::{BaseUrl, JoinLink};
use openmeetings_client::{Credentials, RoomHash};
use openmeetings_testserver::planted::{
    self, DEEP_LINK, INVITATION, KEYCHAIN, PLANTED, QUOTED, ROOM_KEY, USER_INFO,
};
use support::{TestLauncher, now};

/// Fails if a text holds any of the planted secrets, in any form.
fn assert_tells_nothing(about: &str, text: &str) {
    let found = planted::found_in(text, PLANTED.iter().map(|planted| planted.secret));
    assert!(found.is_empty(), "{about} tells {found:?}: {text}");
}

fn link(name: &str, hash: &str) -> JoinLink {
    JoinLink::parse(&format!("https://h.example/om/hash?{name}={hash}")).unwrap()
}

#[test]
fn what_a_panic_prints_of_a_secret_is_not_the_secret() {
    let password = Password::new(QUOTED.secret.to_owned());
    let (invitation, key) = (
        link("invitation", INVITATION.secret),
        link("secure", ROOM_KEY.secret),
    );
    let pasted = format!("https://anna:{}@h.example/", USER_INFO.secret);
    let app_link = format!(
        "openmeetings://h.example/hash?invitation={}",
        DEEP_LINK.secret
    );
    let mut inbox = Inbox::default();
    inbox.put(&app_link, now());
    let store = MemoryStore::default();
    store.save(&ProfileId::random(), &password).unwrap();
    let asked = Asked::from(Destination::Link(invitation.clone()));
    let question = LinkQuestion {
        number: 1,
        link: Asking::Web(key.clone()),
        profiles: Vec::new(),
    };
    let printed = [
        format!(
            "{password:?} {store:?} {:?}",
            Secrets::new(MemoryStore::default())
        ),
        format!("{:?}", Credentials::new("anna", QUOTED.secret)),
        format!("{:?}", RoomHash::new(ROOM_KEY.secret)),
        format!("{invitation:?} {key:?} {asked:?} {question:?}"),
        format!("{:?}", DeepLink::parse(&app_link)),
        format!("{:?} {inbox:?}", Target::understand(&app_link)),
        format!("{:?}", BaseUrl::parse(&pasted)),
        format!("{:?}", Target::understand(&pasted)),
    ];
    for text in printed {
        assert_tells_nothing("Debug", &text);
    }
}

#[test]
fn what_was_typed_is_not_in_the_name_of_what_is_asked_for() {
    for planted in PLANTED {
        let text = planted.secret.to_owned();
        let draft = Box::new(ProfileDraft {
            address: text.clone(),
            ..ProfileDraft::default()
        });
        let intents = [
            Intent::Understand { text: text.clone() },
            Intent::JoinText {
                text: text.clone(),
                profile: None,
                choice: None,
            },
            Intent::Receive { text: text.clone() },
            Intent::Remember {
                text: text.clone(),
                choice: None,
            },
            Intent::ImportServers {
                content: text.clone(),
            },
            Intent::SaveServer {
                draft,
                keep: Keep::UntilQuit,
            },
            Intent::CheckServer {
                address: text.clone(),
                name: None,
            },
            Intent::AnswerLink {
                to: 1,
                answer: LinkAnswer::Dismiss,
            },
        ];
        for intent in intents {
            assert_tells_nothing("an intent", &format!("{intent:?}"));
        }
        assert_tells_nothing("a target", &format!("{:?}", Target::Name(text)));
    }
}

/// A keychain that quotes what it was given, in the depth of its error.
struct Repeating;

impl SecretStore for Repeating {
    fn load(&self, _: &ProfileId) -> Result<Option<Password>, SecretError> {
        Ok(None)
    }

    fn save(&self, _: &ProfileId, password: &Password) -> Result<(), SecretError> {
        let text = format!("cannot store {}: too long", password.expose());
        Err(SecretError::Failed(std::io::Error::other(text).into()))
    }

    fn forget(&self, _: &ProfileId) -> Result<(), SecretError> {
        Ok(())
    }
}

#[tokio::test]
async fn a_keychain_that_repeats_a_password_is_not_quoted() {
    let folder = tempfile::tempdir().unwrap();
    let (launcher, _) = Launcher::start(Setup {
        file: ProfilesFile::in_folder(folder.path()),
        memory_file: None,
        remembered_file: None,
        cache: None,
        browsers: Vec::new(),
        keychain: Secrets::new(Repeating),
        connector: Connector::new(None, None),
        policy: Policy::Absent,
        open_url: Arc::new(|_, _| Ok(())),
        language: None,
    })
    .unwrap();
    let password = Password::new(KEYCHAIN.secret.to_owned());
    let id = ProfileId::random();
    let kept = launcher.set_password(&id, password, Keep::InKeychain);
    let error: LauncherError = kept.await.unwrap_err();
    assert_eq!(error.code, Code::KeychainFailed);
    let details = error.view(&Texts::english()).details();
    assert!(details.contains("repeats the password"), "{details}");
    assert_tells_nothing("the error", &format!("{details} {error:?}"));
}

#[tokio::test]
async fn a_password_in_a_pasted_address_is_shown_nowhere() {
    let test = TestLauncher::new().await;
    test.profile("anna").await;
    let port = test.server.address().port();
    let address = format!("http://anna:{}@127.0.0.1:{port}/om/", USER_INFO.secret);
    for pasted in [address.clone(), format!("{address}#room/2")] {
        let asked = [
            Intent::Understand {
                text: pasted.clone(),
            },
            Intent::Receive {
                text: pasted.clone(),
            },
            Intent::JoinText {
                text: pasted.clone(),
                profile: None,
                choice: None,
            },
            Intent::Remember {
                text: pasted.clone(),
                choice: None,
            },
            Intent::CheckServer {
                address: pasted.clone(),
                name: None,
            },
            Intent::ImportServers {
                content: pasted.clone(),
            },
        ];
        for intent in asked {
            let name = intent.name();
            let said = match test.perform(intent).await {
                Ok(answer) => serde_json::to_string(&answer).unwrap(),
                Err(error) => error.view(&Texts::english()).details(),
            };
            assert_tells_nothing(name, &said);
        }
        let view = serde_json::to_string(&(test.view(), test.agenda())).unwrap();
        assert_tells_nothing("the view", &view);
    }
    assert!(test.opened().is_empty(), "{:?}", test.opened());
}
