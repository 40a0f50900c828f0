//! Rooms, keys to rooms, and rights.

#![expect(clippy::unwrap_used, reason = "a test may")]

mod support;

use openmeetings_client::{ExternalUser, LanguageId, RoomKind, RoomOptions};
use openmeetings_testserver::TestServer;
use support::{client, credentials, server, session};

fn visitor() -> ExternalUser {
    let mut visitor = ExternalUser::new("test", "7");
    visitor.first_name = Some("Jo & <Co>".into());
    visitor.last_name = Some("Ünal".into());
    visitor
}

#[tokio::test]
async fn public_rooms_are_read_whatever_their_names() {
    let server = server().start().await.unwrap();
    let session = session(&server, "paul").await;
    let mut names = Vec::new();
    for kind in RoomKind::ALL {
        let rooms = session.public_rooms(kind).await.unwrap();
        names.extend(
            rooms
                .into_iter()
                .map(|room| (room.id, room.name, room.hidden_elements.len())),
        );
    }
    names.sort();
    let shown: Vec<(i64, &str, usize)> = names
        .iter()
        .map(|(id, name, hidden)| (*id, name.as_str(), *hidden))
        .collect();
    assert_eq!(
        shown,
        [
            (1, "Interview corner", 1),
            (2, "Stand-up", 1),
            (3, "Quiet room", 2),
            (4, "2024", 0),
            (5, "Lecture hall", 0),
            (6, "true", 0),
            (7, "Being repaired", 0),
            (9, "Zürich ☕ 会議", 0),
        ]
    );
}

#[tokio::test]
async fn rooms_are_counted_and_their_visitors_named_with_the_right() {
    let server = server().start().await.unwrap();
    let session = session(&server, "anna").await;
    assert_eq!(session.room(2).await.unwrap().name, "Stand-up");
    assert_eq!(session.room_count(2).await.unwrap(), 1);
    assert_eq!(session.room_count(4711).await.unwrap(), 0);
    assert_eq!(session.room_users(2).await.unwrap()[0].login, "paul");
    assert!(session.room_users(3).await.unwrap().is_empty());
    assert!(session.room(4711).await.unwrap_err().is_no_such_room());
}

#[tokio::test]
async fn the_probe_tells_who_may_make_keys() {
    let server = server().start().await.unwrap();
    for (login, can) in [("anna", true), ("soap-only", true), ("paul", false)] {
        assert_eq!(
            session(&server, login)
                .await
                .can_make_hashes()
                .await
                .unwrap(),
            can,
            "{login}"
        );
    }
    server.forget_sessions();
    server.change(|world| {
        world.users.iter_mut().for_each(|user| {
            user.rights
                .retain(|right| *right != openmeetings_testserver::Right::Soap);
        });
    });
    assert!(
        !session(&server, "anna")
            .await
            .can_make_hashes()
            .await
            .unwrap(),
        "rights are read anew"
    );
}

/// As a browser would, without one.
async fn open(server: &TestServer, address: &str) -> String {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

    let path = address.split_once("/openmeetings").unwrap().1;
    let mut stream = tokio::net::TcpStream::connect(server.address())
        .await
        .unwrap();
    let request =
        format!("GET /openmeetings{path} HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut page = String::new();
    stream.read_to_string(&mut page).await.unwrap();
    page
}

#[tokio::test]
async fn a_key_opens_its_room_once_and_the_next_needs_its_own_login() {
    let server = server().start().await.unwrap();
    let client = client(&server);
    for _ in 0..2 {
        let session = client.login(&credentials("anna")).await.unwrap();
        let hash = session
            .room_hash_checked(&visitor(), &RoomOptions::room(2))
            .await
            .unwrap();
        let link = client.secure_url(&hash, Some(LanguageId(2)));
        assert!(link.expose_url().ends_with("&language=2"));
        let page = open(&server, link.expose_url()).await;
        assert!(
            page.contains("You are in room Stand-up as Jo &amp; &lt;Co&gt; Ünal"),
            "{page}"
        );
        assert!(
            open(&server, link.expose_url())
                .await
                .contains("Invalid hash")
        );
    }
}

#[tokio::test]
async fn every_option_reaches_the_server() {
    let server = server().start().await.unwrap();
    let mut options = RoomOptions::room(5);
    options.moderator = true;
    options.show_audio_video_test = true;
    options.external_room_id = Some("42".into());
    options.external_type = Some("t".into());
    session(&server, "anna")
        .await
        .room_hash(&visitor(), &options)
        .await
        .unwrap();
    let body = server.requests().pop().unwrap().body;
    let fields: Vec<(String, String)> = url::form_urlencoded::parse(body.as_bytes())
        .into_owned()
        .collect();
    assert_eq!(
        fields[0].1,
        r#"{"externalType":"test","externalId":"7","firstname":"Jo & <Co>","lastname":"Ünal"}"#
    );
    assert_eq!(
        fields[1].1,
        r#"{"roomId":5,"externalRoomId":"42","externalType":"t","moderator":true,"allowSameUrlMultipleTimes":false,"showAudioVideoTest":true,"allowRecording":false}"#
            .replace("SameUrl", "SameURL")
    );
}

#[tokio::test]
async fn a_key_needs_the_right_and_an_existing_room() {
    let server = server().start().await.unwrap();
    let refused = session(&server, "paul")
        .await
        .room_hash(&visitor(), &RoomOptions::room(2))
        .await;
    assert!(refused.unwrap_err().is_not_allowed());
    let nowhere = session(&server, "anna")
        .await
        .room_hash_checked(&visitor(), &RoomOptions::room(4711))
        .await;
    assert!(nowhere.unwrap_err().is_no_such_room());
    let unchecked = session(&server, "anna")
        .await
        .room_hash(&visitor(), &RoomOptions::room(4711))
        .await;
    assert!(unchecked.is_ok(), "the server makes it without complaint");
    let nobody = ExternalUser::new("", "");
    let error = session(&server, "anna")
        .await
        .room_hash(&nobody, &RoomOptions::room(2))
        .await
        .unwrap_err();
    assert_eq!(
        error.server_message(),
        Some("externalId and/or externalType are not set")
    );
}
