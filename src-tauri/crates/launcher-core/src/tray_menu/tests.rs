use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use openmeetings_client::RoomKind;

use super::*;
use crate::error::{Code, LauncherError};
use crate::join::{JoinTarget, Joined, Route};
use crate::meeting::{Door, Meeting, MeetingKind, Role};
use crate::memory::RoomOn;
use crate::profile::{Profile, ProfileDraft};
use crate::state::{Join, JoinStep, JoinSubject, Loaded, Meetings};

fn zone() -> TimeZone {
    TimeZone::get("Europe/Vienna").unwrap()
}

/// A moment of a Wednesday in Vienna.
fn at(hour: i8, minute: i8) -> Timestamp {
    let time = date(2026, 11, 25).at(hour, minute, 0, 0);
    zone().to_timestamp(time).unwrap()
}

fn next_day(hour: i8) -> Timestamp {
    at(hour, 0) + SignedDuration::from_hours(24)
}

fn profile(name: &str) -> Profile {
    let draft = ProfileDraft {
        name: name.to_owned(),
        address: format!("https://{}.example/", name.to_lowercase()),
        login: "anna".to_owned(),
        ..ProfileDraft::default()
    };
    let mut profile = draft.into_profile(&[]).unwrap();
    profile.id = name.to_lowercase().parse().unwrap();
    profile
}

fn meeting(title: &str, start: Timestamp, minutes: i64, role: Role) -> Meeting {
    Meeting {
        profile: "work".parse().unwrap(),
        room_id: Some(7),
        room_name: "Blue room".to_owned(),
        kind: MeetingKind::Appointment {
            id: start.as_second(),
            title: title.to_owned(),
            start,
            end: start + SignedDuration::from_mins(minutes),
            organiser: "Paul".to_owned(),
            zone: None,
            role,
            uid: None,
        },
    }
}

fn own(title: &str, hour: i8, minute: i8) -> Meeting {
    meeting(title, at(hour, minute), 30, Role::Owner)
}

fn room(number: i64, name: &str) -> Meeting {
    Meeting {
        profile: "work".parse().unwrap(),
        room_id: Some(number),
        room_name: name.to_owned(),
        kind: MeetingKind::Room {
            kind: RoomKind::Conference,
            door: Door::Open,
        },
    }
}

fn loaded(list: Vec<Meeting>) -> Loaded {
    Loaded {
        list,
        loaded_at: at(8, 0),
        refused: Vec::new(),
    }
}

/// One server with a list.
fn state(list: Vec<Meeting>) -> AppState {
    let profile = profile("Work");
    let mut state = AppState::default();
    let list = Meetings::Ready(loaded(list));
    state.meetings.insert(profile.id.clone(), list);
    state.profiles.push(profile);
    state
}

fn failed(state: &mut AppState, code: Code) {
    let error = LauncherError::new(code)
        .about("server", "Work")
        .about("login", "anna");
    for list in state.meetings.values_mut() {
        list.fail(error.clone());
    }
}

fn joining(target: &str) -> Join {
    Join::Preparing {
        subject: JoinSubject {
            target: JoinTarget::Named(target.to_owned()),
            key: None,
            profile: None,
            has_page: true,
        },
        step: JoinStep::SigningIn,
        since: at(9, 0),
    }
}

/// The menu as a person sees it, with what each entry does.
fn drawn(menu: &TrayMenu) -> String {
    let mut lines = vec![format!("({:?}) {}", menu.icon, menu.tooltip.text)];
    for entry in &menu.entries {
        match entry {
            Entry::Item(item) => lines.push(line(item)),
            Entry::Submenu { label, items } => {
                lines.push(format!("{} >", label.marked('_')));
                lines.extend(items.iter().map(|item| format!("  {}", line(item))));
            }
            Entry::Separator => lines.push("--".to_owned()),
        }
    }
    lines.join("\n")
}

fn line(item: &Item) -> String {
    let label = item.label.marked('_');
    match &item.action {
        None => format!("{label} = nothing"),
        Some(MenuAction::Join { .. }) => format!("{label} = Join"),
        Some(MenuAction::JoinRoom(on)) => format!("{label} = JoinRoom {}", on.room),
        Some(action) => format!("{label} = {action:?}"),
    }
}

fn shown(state: &AppState, now: Timestamp) -> String {
    drawn(&tray_menu(state, now, &zone(), &Texts::english()))
}

/// The lines above what is always there.
fn above(state: &AppState, now: Timestamp) -> String {
    let all = shown(state, now);
    let (above, _) = all.split_once("\n--\n_Join by").unwrap();
    above.to_owned()
}

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
fn a_day_shows_what_is_next_and_the_rest_of_it() {
    let mut state = state(vec![
        own("Stand-up", 9, 12),
        meeting("Review", at(14, 0), 45, Role::Guest),
        own("Over", 8, 0),
        meeting("Tomorrow", next_day(9), 30, Role::Owner),
        room(5, "Blue room"),
        room(3, "Annex"),
    ]);
    let blue = RoomOn {
        profile: "work".parse().unwrap(),
        room: 5,
    };
    state.memory.joined.insert(blue, at(8, 0));
    assert_eq!(
        shown(&state, at(9, 0)),
        "(Soon) Stand-up · in 12 min\n\
         Join Stand-_up · in 12 min = Join\n14:00 · R_eview = Open\n--\n\
         _Join by link or number… = OpenField\n_Rooms >\n  _Blue room = Join\n  _Annex = Join\n\
         Rejoin _Blue room = JoinRoom 5\n--\n_Open = Open\n_Settings = OpenSettings\n_Quit = Quit"
    );
}

#[test]
fn a_guest_reads_when_the_room_opens_and_joins_from_then_on() {
    let state = state(vec![meeting("Review", at(9, 40), 45, Role::Guest)]);
    assert_eq!(
        above(&state, at(9, 0)),
        "(Idle) Review · in 40 min\n_Review · in 40 min · opens at 09:35 = Open"
    );
    assert_eq!(
        above(&state, at(9, 35)),
        "(Soon) Review · in 5 min\nJoin _Review · in 5 min = Join"
    );
    assert_eq!(
        above(&state, at(9, 41)),
        "(Live) Review · now, until 10:25\nJoin _Review · now, until 10:25 = Join"
    );
}

#[test]
fn back_to_back_the_one_that_lets_in_takes_the_place_of_the_one_that_ends() {
    let second = meeting("Second", at(9, 30), 30, Role::Guest);
    let state = state(vec![own("First", 9, 0), second]);
    assert_eq!(
        above(&state, at(9, 24)),
        "(Live) First · now, until 09:30\nJoin _First · now, until 09:30 = Join\n09:30 · S_econd = Open"
    );
    assert_eq!(
        above(&state, at(9, 25)),
        "(Live) Second · in 5 min\nJoin S_econd · in 5 min = Join\n09:00 · _First = Join"
    );
}

#[test]
fn entries_for_whole_days_stand_back() {
    let whole = meeting("Holiday", at(0, 0), 24 * 60, Role::Owner);
    let both = state(vec![whole.clone(), own("Stand-up", 15, 0)]);
    assert_eq!(
        above(&both, at(9, 0)),
        "(Idle) Stand-up · at 15:00\nJoin Stand-_up · at 15:00 = Join\n00:00 · _Holiday = Join"
    );
    assert_eq!(
        above(&state(vec![whole]), at(9, 0)),
        "(Idle) Holiday · now, until 00:00\nJoin _Holiday · now, until 00:00 = Join"
    );
}

#[test]
fn a_day_without_meetings_says_so_and_what_comes_after_it() {
    assert_eq!(
        above(&state(Vec::new()), at(9, 0)),
        "(Idle) No meetings today\nNo meetings today = nothing"
    );
    let later = meeting("Review", next_day(9), 30, Role::Owner);
    let tomorrow = state(vec![own("Over", 8, 0), later.clone()]);
    assert_eq!(
        above(&tomorrow, at(18, 0)),
        "(Idle) No more meetings today\nReview · tomorrow at 09:00\n\
         No more meetings today = nothing\nJoin _Review · tomorrow at 09:00 = Join"
    );
    let days_before = at(18, 0) - SignedDuration::from_hours(48);
    assert!(above(&state(vec![later]), days_before).contains("Thursday, 26 November 2026, 09:00"));
}

#[test]
fn a_meeting_without_a_room_is_shown_by_the_window() {
    let mut without = own("Lunch", 12, 0);
    without.room_id = None;
    assert_eq!(
        above(&state(vec![without]), at(9, 0)),
        "(Idle) Lunch · at 12:00\n_Lunch · at 12:00 · no room = Open"
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
fn what_was_opened_a_moment_ago_is_joined_again_whatever_it_was() {
    let mut state = state(Vec::new());
    let Join::Preparing { subject, .. } = joining("Party") else {
        panic!("it is going on");
    };
    let joined = Joined {
        target: subject.target.clone(),
        route: Route::AsGiven,
        profile: None,
    };
    state.join = Join::Opened {
        subject,
        joined,
        at: at(9, 0),
    };
    let menu = shown(&state, at(9, 0));
    assert!(menu.contains("Rejoin _Party = Rejoin"), "{menu}");
}

#[test]
fn five_hundred_meetings_make_a_menu_that_fits_the_screen() {
    let many = (0..500)
        .map(|n| own(&format!("Meeting {n}"), 10, 0))
        .collect();
    let menu = above(&state(many), at(9, 0));
    assert_eq!(menu.lines().count(), 1 + 1 + 5 + 1, "{menu}");
    assert!(menu.ends_with("_More… = Open"), "{menu}");
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

#[test]
fn nothing_is_awake_until_something_changes() {
    let zone = zone();
    let changes = |state: &AppState, from: Timestamp| {
        let next = |at: &Timestamp| next_change(state, *at, &zone);
        let all = std::iter::successors(next(&from), next);
        all.map(|at| zone.to_datetime(at).strftime("%d %H:%M").to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        changes(&AppState::default(), at(9, 0)),
        Vec::<String>::new()
    );
    assert_eq!(
        changes(&state(vec![room(5, "Blue")]), at(9, 0)),
        Vec::<String>::new()
    );

    let one = state(vec![meeting("Review", at(14, 0), 45, Role::Guest)]);
    let all = changes(&one, at(9, 0));
    assert_eq!(all[..3], ["25 13:00", "25 13:01", "25 13:02"]);
    assert_eq!(all[all.len() - 3..], ["25 14:00", "25 14:45", "26 00:00"]);
    assert_eq!(all.len(), 63, "each minute of the countdown: {all:?}");

    // In between, the menu stays as it is.
    let drawn_at = |now| tray_menu(&one, now, &zone, &Texts::english());
    let soon_after = at(13, 1) + SignedDuration::from_secs(59);
    assert_eq!(
        drawn_at(at(13, 1) + SignedDuration::from_millis(1)),
        drawn_at(soon_after)
    );
    assert_ne!(drawn_at(at(13, 0)), drawn_at(at(13, 1)));
}
