//! The world of a freshly installed server, as its first answers show it.

use super::{Group, Right, Room, RoomKind, User, UserKind, World};

impl World {
    /// One administrator, one group, the eight default rooms.
    pub fn default_install() -> Self {
        Self {
            groups: vec![Group {
                id: 1,
                name: "testers".to_owned(),
            }],
            users: vec![User {
                id: 1,
                login: "omadmin".to_owned(),
                password: "Q!w2e3r4t5".to_owned(),
                firstname: "firstname".to_owned(),
                lastname: "lastname".to_owned(),
                email: "a@example.org".to_owned(),
                rights: vec![
                    Right::Admin,
                    Right::Dashboard,
                    Right::Room,
                    Right::Soap,
                    Right::Login,
                ],
                kind: UserKind::User,
                time_zone_id: "Europe/Berlin".to_owned(),
                language_id: 1,
                group: Some(1),
                country: Some(String::new()),
                ..User::default()
            }],
            rooms: default_rooms(),
            ..Self::default()
        }
    }
}

/// The rooms every installation begins with; number 8 belongs to the first group.
pub(crate) fn default_rooms() -> Vec<Room> {
    use RoomKind::{Conference, Interview, Presentation};

    let microphone = &["MICROPHONE_STATUS"][..];
    let whiteboard = &["WHITEBOARD", "MICROPHONE_STATUS"][..];
    let rooms: [(&str, RoomKind, i64, &[&str]); 8] = [
        ("Public Interview Room", Interview, 16, microphone),
        ("Public Conference Room", Conference, 32, microphone),
        ("Public Video Only Room", Conference, 32, whiteboard),
        (
            "Public Video And Whiteboard Room",
            Conference,
            32,
            microphone,
        ),
        ("Public Presentation Room", Presentation, 100, microphone),
        (
            "Presentation room with microphone option set",
            Presentation,
            100,
            &[],
        ),
        (
            "Conference room with microphone option set",
            Conference,
            32,
            &[],
        ),
        ("Private Conference Room", Conference, 32, microphone),
    ];
    (1..)
        .zip(rooms)
        .map(|(id, (name, kind, capacity, hidden))| Room {
            id,
            name: name.to_owned(),
            comment: Some(String::new()),
            kind,
            capacity,
            is_public: id != 8,
            allow_user_questions: true,
            allow_recording: true,
            hidden_elements: hidden.iter().map(|element| (*element).to_owned()).collect(),
            ..Room::default()
        })
        .collect()
}
