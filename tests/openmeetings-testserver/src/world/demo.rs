//! A lively world for the demo and for tests: rooms and accounts of every
//! kind, and a day with meetings in it.

use jiff::{SignedDuration, Timestamp};

use super::{Appointment, Member, Right, User, World};

/// The password of every account of the demo world.
pub const DEMO_PASSWORD: &str = "Demo-1234!";

const TEXT: &str = include_str!("../../worlds/demo.toml");

impl World {
    /// The world of `worlds/demo.toml`, with appointments around `now`:
    /// `anna` may make keys to rooms, `paul` is an ordinary account.
    pub fn demo(now: Timestamp) -> Self {
        let mut world = Self::from_toml(TEXT).unwrap_or_default();
        for user in &mut world.users {
            DEMO_PASSWORD.clone_into(&mut user.password);
            if user.rights.is_empty() && user.login != "newcomer" {
                user.rights = vec![Right::Room, Right::Login, Right::Dashboard];
            }
            user.inserted = Some(now);
        }
        world.appointments = appointments(&world.users, now);
        world
    }
}

fn appointments(users: &[User], now: Timestamp) -> Vec<Appointment> {
    let id = |login: &str| {
        users
            .iter()
            .find(|user| user.login == login)
            .map_or(0, |user| user.id)
    };
    let (anna, paul) = (id("anna"), id("paul"));
    // Title, owner, guest, room, minutes from now, length in minutes.
    let day = [
        ("Team stand-up", anna, Some(paul), 2, -10, 30),
        ("Planning: spring release", anna, Some(paul), 5, 20, 60),
        ("1:1 with Paul", anna, Some(paul), 3, 130, 30),
        ("Design review ☕ Zürich", paul, Some(anna), 9, 24 * 60, 45),
        ("Taken back", paul, Some(anna), 2, 60, 30),
        ("Quarterly numbers", anna, None, 4, 3 * 24 * 60, 90),
    ];
    let after = |minutes: i64| {
        now.saturating_add(SignedDuration::from_mins(minutes))
            .unwrap_or(now)
    };
    (1..)
        .zip(day)
        .map(
            |(id, (title, owner, guest, room, begins, length))| Appointment {
                id,
                title: title.to_owned(),
                location: Some(String::new()),
                description: Some(String::new()),
                start: after(begins),
                end: after(begins + length),
                owner,
                room,
                inserted: Some(now),
                deleted: title == "Taken back",
                reminder: Some("ICAL".to_owned()),
                ical_id: Some(format!("00000000-0000-4000-8000-{id:012}")),
                language_id: Some(1),
                members: guest.map(|user| Member { id, user }).into_iter().collect(),
                ..Appointment::default()
            },
        )
        .collect()
}
