mod day;
mod sample;

use openmeetings_client::RoomKind;

use super::*;
use crate::error::Code;
use crate::meeting::{Door, Meeting, MeetingKind};
use crate::memory::RoomOn;
use crate::state::{Join, JoinSubject, Meetings};
use sample::*;

#[test]
fn before_the_first_server_the_menu_helps_to_add_one() {
    assert_eq!(
        shown(&AppState::default(), at(9, 0)),
        "(Idle) No server is saved yet\n\
         _Add a server… = Open\n--\n_Join by link or number… = OpenField\n--\n\
         _Open = Open\n_Settings = OpenSettings\n_Quit = Quit"
    );
}

#[test]
fn while_a_join_goes_on_it_can_be_stopped_and_no_other_begins() {
    let mut state = state(vec![own("Stand-up", 9, 0), room(5, "Blue room")]);
    let blue = RoomOn {
        profile: "work".parse().unwrap(),
        room: 5,
    };
    state.memory.joined.insert(blue, at(8, 0));
    state.join = joining("Stand_up");
    let menu = shown(&state, at(9, 0));
    assert!(
        menu.contains("\nJoining Stand__up = nothing\n_Cancel = CancelJoin\n--\n"),
        "{menu}"
    );
    assert!(!menu.contains("= Join"), "{menu}");
    assert!(menu.contains("= OpenField"), "{menu}");
}

#[test]
fn trouble_that_only_the_person_can_help_is_named() {
    let mut state = state(vec![own("Stand-up", 9, 0)]);
    failed(&mut state, Code::SecretMissing);
    assert_eq!(
        above(&state, at(9, 0)),
        "(Trouble) The password for “Work” as anna is not known\nStand-up · now, until 09:30\n\
         _The password for “Work” as anna is not known = Open\n--\n\
         Join Stand-_up · now, until 09:30 = Join"
    );
}

#[test]
fn one_list_that_fails_is_no_trouble_but_all_are() {
    let mut state = state(vec![own("Stand-up", 9, 0)]);
    failed(&mut state, Code::TimedOut);
    let said = "(Trouble) The meetings could not be loaded\n";
    assert!(above(&state, at(9, 0)).starts_with(said));
    // While it is tried again, the icon does not blink.
    let id = state.profiles[0].id.clone();
    state.next_tries.insert(id.clone(), at(9, 1));
    state.meetings.get_mut(&id).unwrap().begin();
    assert!(above(&state, at(9, 0)).starts_with(said));

    let home = profile("Home");
    let list = Meetings::Ready(loaded(Vec::new()));
    state.meetings.insert(home.id.clone(), list);
    state.profiles.push(home);
    assert!(above(&state, at(9, 0)).starts_with("(Live) Stand-up"));
}

#[test]
fn before_the_first_list_the_menu_does_not_say_that_there_is_nothing() {
    let mut state = state(Vec::new());
    state.meetings.clear();
    let loading = "(Idle) Loading the meetings\nLoading the meetings = nothing";
    assert_eq!(above(&state, at(9, 0)), loading);
    state.profiles[0].login = None;
    assert!(shown(&state, at(9, 0)).starts_with("(Idle) \n_Join by link"));
}

#[test]
fn favourites_and_rooms_joined_lately_come_first_and_closed_ones_not_at_all() {
    let mut rooms: Vec<Meeting> = (1..=12).map(|n| room(n, &format!("Room {n:02}"))).collect();
    rooms[1].kind = MeetingKind::Room {
        kind: RoomKind::Conference,
        door: Door::Closed,
    };
    rooms[2].room_name = " ".to_owned();
    let mut state = state(rooms);
    state.profiles.push(profile("Home"));
    let on = |room| RoomOn {
        profile: "work".parse().unwrap(),
        room,
    };
    state.memory.favourites.insert(on(12));
    state.memory.joined.insert(on(9), at(7, 0));
    state.memory.joined.insert(on(11), at(8, 0));
    let menu = tray_menu(&state, at(9, 0), &zone(), &Texts::english());
    let rooms = menu.entries.iter().find_map(|entry| match entry {
        Entry::Submenu { items, .. } => Some(items),
        Entry::Item(_) | Entry::Separator => None,
    });
    let names: Vec<&str> = rooms
        .unwrap()
        .iter()
        .map(|item| item.label.text())
        .collect();
    assert_eq!(
        names,
        [
            "Room 12 · Work",
            "Room 11 · Work",
            "Room 09 · Work",
            "room 3 on Work",
            "Room 01 · Work",
            "Room 04 · Work",
            "Room 05 · Work",
            "Room 06 · Work",
            "Room 07 · Work",
            "Room 08 · Work",
            "More…"
        ]
    );
}

#[test]
fn what_was_asked_for_last_is_joined_again_whatever_it_was() {
    let mut state = state(Vec::new());
    let Join::Preparing { subject, .. } = joining("Party") else {
        panic!("it is going on");
    };
    state.asked_last = Some(subject.clone());
    let menu = shown(&state, at(9, 0));
    assert!(menu.contains("Rejoin _Party = Rejoin"), "{menu}");

    // Its server is gone: there is nothing to go back to.
    let profile = Some("gone".parse().unwrap());
    state.asked_last = Some(JoinSubject { profile, ..subject });
    let menu = shown(&state, at(9, 0));
    assert!(!menu.contains("Rejoin"), "{menu}");
}

#[test]
fn hostile_titles_stay_one_plain_line() {
    let megabyte = "x".repeat(1 << 20);
    let state = state(vec![
        own("_File\n<b>&amp;\u{202e}gpj.exe", 9, 0),
        own(&megabyte, 10, 0),
        own("\u{202e}\u{0}", 11, 0),
        own("اجتماع", 12, 0),
    ]);
    let menu = above(&state, at(9, 0));
    let lines: Vec<&str> = menu.lines().collect();
    assert_eq!(lines[0], "(Live) _File <b>&amp;gpj.exe · now, until 09:30");
    assert_eq!(
        lines[1],
        "Join ___File <b>&amp;gpj.exe · now, until 09:30 = Join"
    );
    assert!(lines[2].starts_with("10:00 · _xxx") && lines[2].ends_with("x… = Join"));
    assert!(lines[2].chars().count() < 70, "{}", lines[2]);
    assert_eq!(lines[3], "11:00 · (_no title) = Join");
    assert_eq!(lines[4], "12:00 · \u{2068}_اجتماع\u{2069} = Join");
}

#[test]
fn each_language_has_its_words_its_direction_and_its_keys() {
    let mut state = state(vec![own("Team stand-up", 9, 12), room(5, "Blue room")]);
    state.memory.joined.insert(
        RoomOn {
            profile: "work".parse().unwrap(),
            room: 5,
        },
        at(8, 0),
    );
    for (language, first) in [
        ("en", "Join _Team stand-up · in 12 min = Join"),
        ("de", "Beitreten: _Team stand-up · in 12 min = Join"),
        (
            "ar",
            "انضمام: \u{2068}\u{2068}_Team stand-up\u{2069} · خلال 12 د\u{2069} = Join",
        ),
    ] {
        let menu = tray_menu(&state, at(9, 0), &zone(), &Texts::new(language));
        assert_eq!(menu.right_to_left, language == "ar");
        assert_eq!(drawn(&menu).lines().nth(1), Some(first));
        let mut keys = Vec::new();
        for entry in &menu.entries {
            let label = match entry {
                Entry::Item(Item { label, .. }) | Entry::Submenu { label, .. } => label,
                Entry::Separator => continue,
            };
            let key = label.access_key().map(|key| key.to_lowercase().to_string());
            assert!(!keys.contains(&key), "{language}: {key:?} twice");
            assert!(key.is_some(), "{language}: {label:?}");
            keys.push(key);
        }
    }
}
