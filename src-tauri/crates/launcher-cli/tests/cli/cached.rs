//! What is listed without asking any server.

use std::path::Path;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use launcher_core::connect::Connector;
use launcher_core::launcher::{Keep, Launcher, Setup};
use launcher_core::meeting::cache::Cache;
use launcher_core::policy::Policy;
use launcher_core::profile::file::ProfilesFile;
use launcher_core::secret::{MemoryStore, Password, Secrets};
use openmeetings_testserver::DEMO_PASSWORD;

use crate::support::Program;

/// As the launcher in the background does: the command line keeps no lists itself.
async fn load_lists(home: &Path) {
    let (launcher, _) = Launcher::start(Setup {
        file: ProfilesFile::in_folder(home),
        memory_file: None,
        remembered_file: None,
        cache: Some(Cache::in_folder(home.join("cache"))),
        browsers: Vec::new(),
        keychain: Secrets::new(MemoryStore::default()),
        connector: Connector::default(),
        policy: Policy::Absent,
        open_url: Arc::new(|_, _| Ok(())),
        language: None,
    })
    .unwrap();
    let profile = launcher.profile_named(None).unwrap().id;
    let password = Password::new(DEMO_PASSWORD.to_owned());
    let kept = launcher.set_password(&profile, password, Keep::UntilQuit);
    kept.await.unwrap();
    let now: Timestamp = "2026-11-23T09:00:00Z".parse().unwrap();
    let week = SignedDuration::from_hours(7 * 24);
    let loaded = launcher.refresh_meetings(&profile, now, week).await;
    loaded.unwrap().unwrap();
}

#[test]
fn cached_meetings_are_shown_without_asking_anybody() {
    let program = Program::new();
    program.add("Work", "anna");
    let nothing = program.run(&["meetings", "--cached"], "");
    assert_eq!(nothing.status, 0, "{}", nothing.err);
    assert!(
        nothing.out.contains("Nothing was loaded yet of “Work”"),
        "{}",
        nothing.out
    );

    tokio::runtime::Runtime::new()
        .unwrap()
        .block_on(load_lists(program.home.path()));
    let before = program.server.requests().len();
    let run = program.run(&["meetings", "--cached"], "");
    assert!(run.out.contains("Lecture hall"), "{}{}", run.out, run.err);
    assert!(
        run.out.contains("As of Monday, 23 November 2026, 10:00"),
        "{}",
        run.out
    );
    assert_eq!(program.server.requests().len(), before);
}
