use super::*;
use crate::error::Code;

fn told(signs: &ComputerSigns, topic: Topic) -> Vec<String> {
    let findings = findings(signs, 1, None);
    let found = findings.iter().filter(|finding| finding.topic == topic);
    found.map(Finding::anonymous).collect()
}

#[test]
fn what_nobody_looked_at_is_said_to_be_so() {
    let signs = ComputerSigns::default();
    for topic in [Topic::Keychain, Topic::Browser, Topic::Links, Topic::Tray] {
        assert_eq!(told(&signs, topic), ["note: not-looked-at"], "{topic:?}");
    }
}

#[test]
fn files_that_could_not_be_read_are_told_and_the_policy_only_once() {
    let unread = LauncherError::new(Code::ProfilesNewer);
    let said = vec![
        LauncherError::new(Code::SettingsDamaged),
        LauncherError::new(Code::PolicyUnreadable),
    ];
    let signs = ComputerSigns {
        kept: Kept {
            unread: Some(unread),
            said,
        },
        ..ComputerSigns::default()
    };
    assert_eq!(
        told(&signs, Topic::SavedServers),
        ["warning: settings-damaged", "failed: profiles-newer"]
    );
}

#[test]
fn a_broken_policy_is_a_failure() {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), "{ \"oops\": 1 }").unwrap();
    let signs = ComputerSigns {
        policy: Policy::in_file(file.path()),
        ..ComputerSigns::default()
    };
    assert_eq!(told(&signs, Topic::Policy), ["failed: policy-unreadable"]);
}

#[test]
fn each_folder_that_is_locked_is_named() {
    let folder = |path: &str, writable| FolderSign {
        path: path.into(),
        writable,
    };
    let signs = |folders| ComputerSigns {
        folders,
        ..ComputerSigns::default()
    };
    let locked = signs(vec![folder("/a", true), folder("/b", false)]);
    assert_eq!(told(&locked, Topic::Folders), ["failed: folder-locked"]);
    let fine = signs(vec![folder("/a", true)]);
    assert_eq!(told(&fine, Topic::Folders), ["ok: folders-fine"]);
    assert_eq!(
        told(&ComputerSigns::default(), Topic::Folders),
        ["failed: folders-none"]
    );
}

#[test]
fn a_folder_that_is_not_there_yet_counts_as_the_one_it_would_be_made_in() {
    let home = tempfile::tempdir().unwrap();
    assert!(FolderSign::of(&home.path().join("a/b/c")).writable);
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
    let file = home.path().join("file");
    std::fs::write(&file, "").unwrap();
    assert!(!FolderSign::of(&file.join("below")).writable);
}

#[test]
fn little_space_is_a_warning() {
    let signs = |free| ComputerSigns {
        free: Some(free),
        ..ComputerSigns::default()
    };
    assert_eq!(
        told(&signs(99 * MEGABYTE), Topic::Disk),
        ["warning: disk-full, megabytes 99"]
    );
    assert_eq!(
        told(&signs(100 * MEGABYTE), Topic::Disk),
        ["ok: disk-fine, megabytes 100"]
    );
}

#[test]
fn the_host_of_a_proxy_is_in_no_report() {
    let findings = findings(
        &ComputerSigns::default(),
        0,
        Some("proxy.example.org".to_owned()),
    );
    let proxy = findings.iter().find(|it| it.topic == Topic::Proxy).unwrap();
    assert_eq!(proxy.anonymous(), "note: proxy");
    let saved = findings.iter().find(|it| it.topic == Topic::SavedServers);
    assert_eq!(saved.unwrap().anonymous(), "note: saved-none");
}
