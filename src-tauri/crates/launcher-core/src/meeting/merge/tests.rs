use jiff::Timestamp;
use openmeetings_client::RoomKind;

use super::*;
use crate::meeting::{Door, Meeting, Role};

fn day(day: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + day * 86_400).unwrap()
}

fn appointment(id: i64, start: i64) -> Meeting {
    Meeting {
        profile: "p1".parse().unwrap(),
        room_id: None,
        room_name: String::new(),
        kind: MeetingKind::Appointment {
            id,
            title: format!("Meeting {id}"),
            start: day(start),
            end: day(start + 1),
            organiser: String::new(),
            zone: None,
            role: Role::Guest,
            uid: None,
        },
    }
}

fn room(name: &str) -> Meeting {
    Meeting {
        profile: "p1".parse().unwrap(),
        room_id: Some(1),
        room_name: name.to_owned(),
        kind: MeetingKind::Room {
            kind: RoomKind::Conference,
            door: Door::Open,
        },
    }
}

fn loaded(list: Vec<Meeting>, until: i64, rooms: Option<i64>) -> Loaded {
    Loaded {
        list,
        loaded_at: day(0),
        until: day(until),
        rooms_loaded_at: rooms.map(day),
        refused: Vec::new(),
    }
}

fn names(loaded: &Loaded) -> Vec<&str> {
    loaded.list.iter().map(Meeting::name).collect()
}

#[test]
fn what_lies_beyond_stays_and_what_was_asked_for_is_replaced() {
    let known = loaded(vec![appointment(1, 1), appointment(2, 10)], 14, Some(-1));
    let few = loaded(vec![appointment(3, 2)], 4, None).completed_by(&known);
    assert_eq!(names(&few), ["Meeting 3", "Meeting 2"]);
    assert_eq!(few.until, day(4), "no further than it was asked for");
    let many = loaded(vec![appointment(3, 2)], 14, None).completed_by(&few);
    assert_eq!(names(&many), ["Meeting 3"], "a refresh covers it");
}

#[test]
fn an_appointment_at_the_edge_is_there_once() {
    let known = loaded(vec![appointment(1, 4)], 14, None);
    let few = loaded(vec![appointment(1, 4)], 4, None).completed_by(&known);
    assert_eq!(names(&few), ["Meeting 1"]);
}

#[test]
fn rooms_stay_unless_they_were_asked_for() {
    let mut known = loaded(vec![room("Lounge")], 4, Some(-1));
    known.refused.push(Part::PublicRooms);
    let without = loaded(Vec::new(), 4, None).completed_by(&known);
    assert_eq!(names(&without), ["Lounge"]);
    assert_eq!(without.rooms_loaded_at, Some(day(-1)), "and are as old");
    assert_eq!(without.refused, [Part::PublicRooms]);
    let with = loaded(Vec::new(), 4, Some(0)).completed_by(&known);
    assert_eq!((with.list.len(), with.refused.len()), (0, 0));
}
