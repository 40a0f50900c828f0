use super::*;
use crate::profile::ProfileDraft;

fn policy(text: &str) -> Policy {
    Policy::read(text, "the test".to_owned())
}

fn with_server(rest: &str) -> Policy {
    policy(&format!(
        r#"{{"schema": 1, "organisation": "Example Ltd", "servers": [
            {{"address": "https://meet.example.org/openmeetings", "name": "Work"}}] {rest}}}"#
    ))
}

/// The servers of somebody who had none.
fn handed_out(policy: &Policy) -> Vec<Profile> {
    let mut profiles = Vec::new();
    policy.settle(&mut profiles);
    profiles
}

fn own(name: &str, address: &str, others: &[Profile]) -> Profile {
    let draft = ProfileDraft {
        name: name.to_owned(),
        address: address.to_owned(),
        ..ProfileDraft::default()
    };
    draft.into_profile(others).unwrap()
}

#[test]
fn a_server_of_the_organisation_comes_once_and_keeps_its_identity() {
    let policy = with_server("");
    let mut profiles = Vec::new();
    assert!(policy.settle(&mut profiles));
    let [given] = &profiles[..] else {
        panic!("{profiles:?}");
    };
    assert_eq!((given.name.as_str(), given.managed), ("Work", true));
    let id = given.id.clone();
    assert!(!policy.settle(&mut profiles));
    assert_eq!(profiles[0].id, id);
}

#[test]
fn a_server_the_person_had_becomes_the_organisations_and_keeps_its_account() {
    let policy = with_server("");
    let mut mine = own("Old name", "https://meet.example.org/openmeetings", &[]);
    mine.login = Some("anna".to_owned());
    let other = own("Work", "https://elsewhere.example/openmeetings", &[]);
    let mut profiles = vec![mine.clone(), other];
    policy.settle(&mut profiles);
    assert_eq!(profiles.len(), 2);
    assert_eq!(profiles[0].id, mine.id);
    assert_eq!(profiles[0].name, "Work");
    assert_eq!(profiles[0].login.as_deref(), Some("anna"));
    assert_eq!(profiles[1].name, "Work 2");
}

#[test]
fn a_key_is_of_a_host_and_a_port_and_needs_encryption() {
    let key = format!("sha256//{}=", "A".repeat(43));
    let judged = |first: &str, second: &str| {
        let text = format!(
            "{{\"schema\":1,\"servers\":[{{\"address\":\"https://h.example/a\"{first}}},\
             {{\"address\":\"https://h.example/b\"{second}}}]}}"
        );
        fault::parse(&text).map_err(|fault| fault.field).map(drop)
    };
    let keyed = format!(",\"publicKey\":\"{key}\"");
    let wrong = Err("servers[1].publicKey".to_owned());
    assert_eq!(judged("", ""), Ok(()));
    assert_eq!(judged(&keyed, &keyed), Ok(()));
    assert_eq!(judged("", &keyed), wrong);
    assert_eq!(judged(&keyed, ""), wrong);
    let open =
        format!("{{\"schema\":1,\"servers\":[{{\"address\":\"http://h.example/a\"{keyed}}}]}}");
    let field = fault::parse(&open).map_err(|fault| fault.field).map(drop);
    assert_eq!(field, Err("servers[0].publicKey".to_owned()));
}

#[test]
fn an_edited_file_is_put_right() {
    let policy = with_server("");
    let mut profiles = handed_out(&policy);
    let given = profiles.clone();
    profiles[0].name = "Mine".to_owned();
    assert!(policy.settle(&mut profiles));
    assert_eq!(profiles, given);
    profiles[0].managed = false;
    assert!(policy.settle(&mut profiles));
    assert_eq!(profiles, given);
}

#[test]
fn what_the_organisation_takes_back_is_the_persons_own() {
    let mut profiles = Vec::new();
    with_server("").settle(&mut profiles);
    assert!(Policy::Absent.settle(&mut profiles));
    assert!(!profiles[0].managed);
    assert_eq!(profiles[0].name, "Work");
}

#[test]
fn what_is_laid_down_cannot_be_changed_and_the_rest_can() {
    let policy = with_server("");
    let profiles = handed_out(&policy);
    let code = |after: &[Profile]| policy.permits(&profiles, after).map_err(|error| error.code);
    let mut after = profiles.clone();
    after[0].login = Some("anna".to_owned());
    assert_eq!(code(&after), Ok(()));
    after[0].name = "Mine".to_owned();
    assert_eq!(code(&after), Err(Code::PolicyLocked));
    assert_eq!(code(&[]), Err(Code::PolicyLocked));
    let mut after = profiles.clone();
    after[0].managed = false;
    assert_eq!(code(&after), Err(Code::PolicyLocked));
    assert_eq!(
        policy.locked_fields(&profiles[0]),
        ["address", "name", "publicKey"],
        "whom its servers are taken for is always the organisation's say"
    );
}

#[test]
fn only_allowed_servers_may_be_added_and_talked_to() {
    let policy = with_server(r#", "allowedServers": ["*.partner.example"]"#);
    let profiles = handed_out(&policy);
    let add = |address: &str| {
        let mut after = profiles.clone();
        after.push(own("New", address, &profiles));
        policy
            .permits(&profiles, &after)
            .map_err(|error| error.code)
    };
    assert_eq!(add("https://om.partner.example/openmeetings"), Ok(()));
    assert_eq!(add("https://evil.example/"), Err(Code::ServerNotAllowed));
    let talk = |address: &str| {
        policy
            .allows(&BaseUrl::parse(address).unwrap(), &profiles)
            .is_ok()
    };
    assert!(talk("https://meet.example.org/openmeetings"));
    assert!(!talk("https://evil.example/"));
}

#[test]
fn a_broken_policy_locks_everything_and_lets_saved_servers_work() {
    let broken = policy("{\"schema\": 1,\n \"autoJion\": false}");
    let error = broken.trouble().unwrap();
    assert_eq!(error.code, Code::PolicyUnreadable);
    let message = error.message(&crate::texts::Texts::english());
    assert!(
        message.contains("line 2") && message.contains("autoJion"),
        "{message}"
    );
    let mine = own("Mine", "https://om.example/", &[]);
    let chosen: Chosen = serde_json::from_str(r#"{"autoJoin": true}"#).unwrap();
    assert!(!broken.settings(&chosen).auto_join);
    assert!(broken.locked_settings().contains(&"autoJoin".to_owned()));
    assert!(!broken.allows_updates());
    let saved = [mine.clone()];
    assert!(broken.allows(&mine.base_url, &saved).is_ok());
    assert!(broken.allows(&mine.base_url, &[]).is_err());
    assert!(broken.permits(&saved, &saved).is_ok());
    assert!(broken.permits(&saved, &[]).is_err());
    let mut renamed = saved.clone();
    renamed[0].name = "Other".to_owned();
    assert!(broken.permits(&saved, &renamed).is_err());
    // What is found out about a server is no change of it.
    let mut learned = saved.clone();
    learned[0].server_version = Some("9.0.0".to_owned());
    assert!(broken.permits(&saved, &learned).is_ok());
}

#[test]
fn certificates_that_cannot_be_read_break_it() {
    let broken = policy(r#"{"schema": 1, "certificateAuthorities": ["/nowhere/ca.pem"]}"#);
    let Policy::Broken(broken) = broken else {
        panic!("{broken:?}");
    };
    assert_eq!(broken.fault.field, "certificateAuthorities[0]");
}

#[test]
fn the_persons_name_stands_for_user() {
    let text = r#"{"schema": 1, "servers": [
        {"address": "https://meet.example.org/", "login": "{user}@example.org"}]}"#;
    let Policy::InForce(read) = policy(text) else {
        panic!("it is fine");
    };
    let mut named = InForce::clone(&read);
    named.person = "anna".to_owned();
    let mut profiles = Vec::new();
    Policy::InForce(Arc::new(named.clone())).settle(&mut profiles);
    assert_eq!(profiles[0].login.as_deref(), Some("anna@example.org"));
    named.person = String::new();
    Policy::InForce(Arc::new(named)).settle(&mut profiles);
    assert_eq!(profiles[0].login, None);
}

#[test]
fn two_servers_have_two_names_for_whoever_reads_them() {
    let read = policy(
        r#"{"schema": 1, "servers": [
            {"address": "https://a.example/openmeetings", "name": "Campus"},
            {"address": "https://b.example/openmeetings", "name": "campus"}]}"#,
    );
    assert!(matches!(read, Policy::Broken(_)), "{read:?}");
}
