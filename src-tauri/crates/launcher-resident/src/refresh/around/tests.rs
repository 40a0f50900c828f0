use std::sync::Arc;
use std::time::Duration;

use launcher_core::connect::Connector;
use launcher_core::intent::Intent;
use launcher_core::launcher::{Launcher, Setup};
use launcher_core::meeting::reach::Reach;
use launcher_core::policy::Policy;
use launcher_core::profile::file::ProfilesFile;
use launcher_core::secret::{MemoryStore, Secrets};
use openmeetings_testserver::TestClock;

use super::*;
use crate::{Access, Autostart, Folders};

/// A resident without any server, whose clock is set by the test.
struct House {
    local: Local,
    clock: TestClock,
    _home: tempfile::TempDir,
}

fn house() -> House {
    let home = tempfile::tempdir().unwrap();
    let clock = TestClock::fixed("2026-11-23T09:00:00Z".parse().unwrap());
    let setup = Setup {
        file: ProfilesFile::in_folder(home.path()),
        memory_file: None,
        remembered_file: None,
        cache: None,
        browsers: Vec::new(),
        keychain: Secrets::new(MemoryStore::default()),
        connector: Connector::new(None, None),
        policy: Policy::Absent,
        open_url: Arc::new(|_, _| Ok(())),
        language: None,
    };
    let (launcher, _) = Launcher::start(setup).unwrap();
    let now = clock.clone();
    let local = Local::new(crate::Surroundings {
        launcher,
        said: Vec::new(),
        locale: None,
        logs: home.path().join("logs"),
        folders: Folders::in_one(home.path()),
        autostart: Autostart {
            folder: home.path().join("autostart"),
            resident: "openmeetings".into(),
            window: "openmeetings-launcher".into(),
            image: None,
        },
        window: "openmeetings-launcher".into(),
        toolkit: None,
        clock: Arc::new(move || now.now()),
    });
    House {
        local,
        clock,
        _home: home,
    }
}

impl House {
    /// A moment later something happens, and is followed.
    async fn after(&self, surroundings: &mut Surroundings, what: impl FnOnce()) -> bool {
        self.clock.advance(SignedDuration::from_mins(1));
        what();
        let changed = surroundings.changed(&self.local);
        let changed = tokio::time::timeout(Duration::from_secs(20), changed).await;
        changed.unwrap()
    }
}

#[tokio::test]
async fn a_window_is_looked_at_until_it_goes() {
    let house = house();
    let local = &house.local;
    let mut surroundings = Surroundings::of(local);
    assert_eq!(surroundings.around(local).person, Person::Elsewhere);
    let mut window = None;
    let came = house.after(&mut surroundings, || window = Some(local.shown().window()));
    assert!(came.await, "the policy is renewed");
    let since = local.now();
    assert_eq!(surroundings.around(local).person, Person::Looking { since });
    local.ask(Intent::ShowLater).await.unwrap();
    let reach = || local.launcher().read(|state| state.reach);
    assert_eq!(reach(), Reach::Fortnight);
    assert!(!house.after(&mut surroundings, || window = None).await);
    assert_eq!(surroundings.around(local).person, Person::Elsewhere);
    assert_eq!(reach(), Reach::Near, "the next window is as short");
}

#[tokio::test]
async fn a_process_that_waits_for_its_window_is_looked_at_when_that_is_shown() {
    let house = house();
    let local = &house.local;
    let access = Access::local(local.clone()).unwrap();
    let mut surroundings = Surroundings::of(local);
    assert_eq!(surroundings.around(local).person, Person::Elsewhere);
    for _ in 0..2 {
        let came = house.after(&mut surroundings, || access.window_shown());
        assert!(came.await);
        let since = local.now();
        assert_eq!(surroundings.around(local).person, Person::Looking { since });
        house
            .after(&mut surroundings, || access.window_gone())
            .await;
        assert_eq!(surroundings.around(local).person, Person::Elsewhere);
    }
}

#[tokio::test]
async fn a_window_that_was_there_before_is_looked_at() {
    let house = house();
    let _window = house.local.shown().window();
    let surroundings = Surroundings::of(&house.local);
    let since = house.local.now();
    assert_eq!(
        surroundings.around(&house.local).person,
        Person::Looking { since }
    );
}

#[tokio::test]
async fn a_lock_is_an_absence_and_its_end_a_return() {
    let house = house();
    let local = &house.local;
    let mut surroundings = Surroundings::of(local);
    let started = local.now();
    house
        .after(&mut surroundings, || local.set_away(true))
        .await;
    let around = surroundings.around(local);
    assert_eq!((around.person, around.returned), (Person::Away, started));
    house
        .after(&mut surroundings, || local.set_away(false))
        .await;
    let around = surroundings.around(local);
    assert_eq!(
        (around.person, around.returned),
        (Person::Elsewhere, local.now())
    );
}

#[tokio::test]
async fn another_network_is_a_return() {
    let house = house();
    let local = &house.local;
    let mut surroundings = Surroundings::of(local);
    house
        .after(&mut surroundings, || local.network_changed())
        .await;
    assert_eq!(surroundings.around(local).returned, local.now());
}
