//! The file of saved servers, through damage and time.

#![expect(clippy::unwrap_used, reason = "a test may")]

use launcher_core::error::Code;
use launcher_core::profile::file::ProfilesFile;
use launcher_core::profile::{Profile, ProfileDraft};

fn profile(name: &str, others: &[Profile]) -> Profile {
    let draft = ProfileDraft {
        name: name.into(),
        address: "https://h/om".into(),
        ..ProfileDraft::default()
    };
    draft.into_profile(others).unwrap()
}

fn add(file: &ProfilesFile, name: &str) {
    file.update(Vec::new, |profiles| {
        let made = profile(name, profiles);
        profiles.push(made);
        Ok(())
    })
    .unwrap();
}

fn names(file: &ProfilesFile) -> Vec<String> {
    file.read()
        .unwrap()
        .profiles
        .into_iter()
        .map(|profile| profile.name)
        .collect()
}

#[test]
fn what_is_saved_is_read_again_by_the_owner_only() {
    let folder = tempfile::tempdir().unwrap();
    let file = ProfilesFile::in_folder(folder.path().join("new").join("folder"));
    assert!(names(&file).is_empty());
    assert!(!folder.path().join("new").exists(), "reading makes nothing");
    add(&file, "Work");
    add(&file, "Home");
    assert_eq!(names(&file), ["Work", "Home"]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let path = folder.path().join("new/folder/profiles.json");
        assert_eq!(
            std::fs::metadata(path).unwrap().permissions().mode() & 0o777,
            0o600
        );
    }
}

#[test]
fn a_newer_schema_is_refused_and_not_touched() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("profiles.json");
    let text = r#"{"schema":2,"profiles":{"not":"even a list"}}"#;
    std::fs::write(&path, text).unwrap();
    let file = ProfilesFile::in_folder(folder.path());
    assert_eq!(file.read().unwrap_err().code, Code::ProfilesNewer);
    assert_eq!(
        file.update(Vec::new, |_| Ok(())).unwrap_err().code,
        Code::ProfilesNewer
    );
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
}

#[test]
fn damage_is_set_aside_and_said() {
    for damage in [
        &b""[..],
        b"{",
        b"[]",
        b"{\"schema\":1}",
        b"{\"schema\":\"1\",\"profiles\":[]}",
        b"\xff\xfe{",
        b"{\"schema\":1,\"profiles\":[{\"id\":7}]}",
    ] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("profiles.json");
        std::fs::write(&path, damage).unwrap();
        let file = ProfilesFile::in_folder(folder.path());
        let read = file.read().unwrap();
        assert_eq!(read.set_aside.unwrap().code, Code::ProfilesDamaged);
        assert_eq!(
            std::fs::read(folder.path().join("profiles.damaged-1.json")).unwrap(),
            damage
        );
        add(&file, "Work");
        std::fs::write(&path, damage).unwrap();
        assert!(file.read().unwrap().set_aside.is_some());
        assert!(
            folder.path().join("profiles.damaged-2.json").exists(),
            "never over another one"
        );
    }
}

#[test]
fn an_old_file_is_brought_up() {
    let folder = tempfile::tempdir().unwrap();
    let old = include_str!("../../../../tests/fixtures/profiles/schema-0.json");
    std::fs::write(folder.path().join("profiles.json"), old).unwrap();
    let file = ProfilesFile::in_folder(folder.path());
    assert_eq!(
        names(&file),
        ["Work", "Home"],
        "of two with the same id the first counts"
    );
    assert_eq!(
        file.read().unwrap().profiles[0].base_url.to_string(),
        "https://meet.example.org/openmeetings/"
    );
}

#[test]
fn two_writers_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    std::thread::scope(|scope| {
        for writer in 0..4 {
            let path = folder.path();
            scope.spawn(move || {
                let file = ProfilesFile::in_folder(path);
                for turn in 0..10 {
                    add(&file, &format!("{writer}-{turn}"));
                }
            });
        }
    });
    assert_eq!(names(&ProfilesFile::in_folder(folder.path())).len(), 40);
}
