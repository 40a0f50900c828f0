//! What is there and cannot be read at the start is not replaced by what knows nothing
//! of it; and a slip in what was read loses nothing.

use std::fs;
use std::path::Path;

use jiff::SignedDuration;
use launcher_core::error::Code;
use launcher_core::intent::Intent;
use launcher_core::profile::file::ProfilesFile;
use launcher_core::settings::Settings;

use crate::support::{TestLauncher, now, server};

/// Something of this name that nobody can read, whoever he is.
fn make_unreadable(path: &Path) {
    let _ = fs::remove_file(path);
    fs::create_dir(path).unwrap();
}

#[tokio::test]
async fn settings_that_could_not_be_read_stay_when_they_can_be_read_again() {
    let test = TestLauncher::with(server().start().await.unwrap());
    let path = test.folder.path().join("settings.json");
    make_unreadable(&path);
    let (launcher, said) = TestLauncher::again(&test.server, test.folder.path());
    assert_eq!(said[0].code, Code::SettingsFailed);

    fs::remove_dir(&path).unwrap();
    let kept = r#"{"schema": 1, "settings": {"theme": "dark"}, "favourites": []}"#;
    fs::write(&path, kept).unwrap();
    let settings = Settings {
        remind_minutes: None,
        ..Settings::default()
    };
    let change = Intent::ChangeSettings { settings };
    let texts = launcher_core::texts::Texts::english();
    let changed = launcher.perform(change, &texts, now()).await;
    assert_eq!(changed.unwrap_err().code, Code::SettingsFailed);
    let said = launcher.say_once(|memory| memory.no_tray_said = true);
    assert_eq!(said.unwrap_err().code, Code::SettingsFailed);
    assert!(
        launcher.read(|state| state.memory.no_tray_said),
        "it is not said again"
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), kept);
}

#[tokio::test]
async fn invitations_that_could_not_be_read_stay_when_they_can_be_read_again() {
    let test = TestLauncher::with(server().start().await.unwrap());
    let path = test.folder.path().join("invitations.json");
    make_unreadable(&path);
    let (launcher, said) = TestLauncher::again(&test.server, test.folder.path());
    assert_eq!(said.len(), 1, "{said:?}");

    fs::remove_dir(&path).unwrap();
    let kept = r#"{"schema": 1, "meetings": []}"#;
    fs::write(&path, kept).unwrap();
    let invitation = test.folder.path().join("soon.ics");
    let start = now() + SignedDuration::from_hours(1);
    let stamp = start.strftime("%Y%m%dT%H%M%SZ");
    let content = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1\r\n\
         SUMMARY:Soon\r\nDTSTART:{stamp}\r\nDURATION:PT1H\r\n\
         URL:https://meet.example.org/openmeetings/hash?invitation=1\r\n\
         END:VEVENT\r\nEND:VCALENDAR\r\n"
    );
    fs::write(&invitation, content).unwrap();
    let remember = Intent::Remember {
        text: invitation.display().to_string(),
        choice: None,
    };
    let texts = launcher_core::texts::Texts::english();
    let remembered = launcher.perform(remember, &texts, now()).await;
    assert!(remembered.is_err(), "{remembered:?}");
    assert_eq!(fs::read_to_string(&path).unwrap(), kept);
}

#[tokio::test]
async fn a_slip_in_the_file_of_servers_loses_none_of_those_that_are_known() {
    let test = TestLauncher::with(server().start().await.unwrap());
    test.profile("anna").await;
    let mut notices = test.launcher.notices();
    let path = test.folder.path().join("profiles.json");
    fs::write(&path, "{ \"schema\": 1, \"profiles\": [,] }").unwrap();

    test.profile("paul").await;
    assert_eq!(notices.try_recv().unwrap().code, Code::ProfilesDamaged);
    let read = ProfilesFile::in_folder(test.folder.path()).read().unwrap();
    let names: Vec<&str> = read.profiles.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["anna", "paul"]);
}
